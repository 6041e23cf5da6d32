import { noteAct } from '../../platform/db/history.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { routes as cardRoutes } from './card-routes.ts';
import {
  assignRelations,
  correctHousehold,
  getHistory,
  getHousehold,
  getOwnHousehold,
  listHouseholds,
  nextNumber,
  recordHousehold,
  revealContact,
} from './contract.ts';
import { listHistory } from './history-store.ts';
import * as households from './household-store.ts';
import * as lists from './list-store.ts';
import { routes as moveRoutes } from './move-routes.ts';
import { routes as povertyRoutes } from './poverty-routes.ts';
import { withFiles } from './poverty-store.ts';
import { routes as residentRoutes } from './resident-routes.ts';
import * as residents from './resident-store.ts';
import { checkMembers } from './rules.ts';
import { routes as sheetRoutes } from './sheet-routes.ts';
import { findHouseholdView } from './view-store.ts';

const householdActs = [
  'household.record',
  'household.correct',
  'household.move',
  'household.reveal',
  'household.export',
  'poverty.register',
  'resident.erase',
  'file.attach',
] as const;

const ownRoutes = [
  handle(listHouseholds, async ({ tx, query }) => {
    const { limit, offset, ...filters } = query;
    return ok(await lists.listHouseholds(tx, filters, { limit, offset }));
  }),

  handle(nextNumber, async ({ tx, query, decide }) => {
    const barred = decide('household.record', { place: query.place });
    return barred ? refuse(barred) : ok({ number: await households.findNextNumber(tx, query.place) });
  }),

  handle(getHousehold, async ({ tx, params, allowed }) => {
    const view = await findHouseholdView(tx, params);
    if (!view) return refuse({ code: 'not_found' });
    const poverty = await withFiles(tx, view.county, view.poverty);
    return ok({ ...view, poverty, allowed: allowed(householdActs, { place: view.place }) });
  }),

  handle(getOwnHousehold, async ({ tx, actor }) => {
    const view = actor.household && (await findHouseholdView(tx, actor.household));
    if (!view) return refuse({ code: 'not_found' });
    return ok({ ...view, poverty: view.poverty.map((span) => ({ ...span, files: [] })), allowed: [] });
  }),

  handle(getHistory, async ({ tx, params }) => {
    if (!(await households.findHousehold(tx, params))) return refuse({ code: 'not_found' });
    return ok({ events: [...(await listHistory(tx, params))] });
  }),

  handle(recordHousehold, async ({ tx, body, decide }) => {
    const { id, place, residents: people, ...fields } = body;
    const barred = decide('household.record', { place });
    if (barred) return refuse(barred);
    if (!(await households.isOpenVillage(tx, place))) return refuse({ code: 'place_not_village', field: 'place' });
    const members = checkMembers(people);
    if (!members.ok) return members;
    const county = Math.floor(place / 1_000_000);
    const recorded = await households.recordHousehold(tx, { county, id, place, joinedKind: 'registered' }, fields);
    if (!recorded.ok) return recorded;
    const stays = people.map(({ id: residentId, ...person }) => {
      return { id: residentId, fields: person, joinedOn: fields.joinedOn, joinedKind: 'registered' };
    });
    const entered = await residents.recordResidents(tx, { county, id, place }, { stays, listField: 'residents' });
    return entered.ok ? ok({ county, id, revision: 1 }) : entered;
  }),

  handle(correctHousehold, async ({ tx, params, body, decide }) => {
    const household = await households.findHousehold(tx, params);
    if (!household) return refuse({ code: 'not_found' });
    const barred = decide('household.correct', { place: household.place });
    if (barred) return refuse(barred);
    const { revision, reason, ...fields } = body;
    const corrected = await households.correctHousehold(tx, household, { revision, reason, fields });
    return corrected.ok ? ok({ revision: corrected.value }) : corrected;
  }),

  handle(assignRelations, async ({ tx, params, body, decide }) => {
    const household = await households.findHousehold(tx, params);
    if (!household) return refuse({ code: 'not_found' });
    const barred = decide('household.correct', { place: household.place });
    if (barred) return refuse(barred);
    const assigned = await residents.assignRelations(tx, await residents.listStays(tx, params), body);
    return assigned.ok ? ok({ changed: assigned.value }) : assigned;
  }),

  handle(revealContact, async ({ tx, params, decide }) => {
    const household = await households.findHousehold(tx, params);
    if (!household) return refuse({ code: 'not_found' });
    const barred = decide('household.reveal', { place: household.place });
    if (barred) return refuse(barred);
    const contact = await households.openContact(tx, params);
    noteAct(tx, 'household', { key: params, place: household.place, note: { revealed: 'phone, bank_card' } });
    return contact ? ok(contact) : refuse({ code: 'not_found' });
  }),
];

export const routes: readonly Handler[] = [
  ...ownRoutes,
  ...residentRoutes,
  ...povertyRoutes,
  ...moveRoutes,
  ...sheetRoutes,
  ...cardRoutes,
];
