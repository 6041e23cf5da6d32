import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findHousehold } from './household-store.ts';
import { correctPoverty, getPovertyOn, registerPoverty, withdrawPoverty } from './poverty-contract.ts';
import * as poverty from './poverty-store.ts';

export const routes: readonly Handler[] = [
  handle(registerPoverty, async ({ tx, params, body, decide }) => {
    const household = await findHousehold(tx, params);
    if (!household) return refuse({ code: 'not_found' });
    const barred = decide('poverty.register', { place: household.place });
    if (barred) return refuse(barred);
    const { id, state, ...fields } = body;
    const registered = await poverty.registerPoverty(tx, household, { id, state, fields });
    return registered.ok ? ok({ id, change: registered.value }) : registered;
  }),

  handle(correctPoverty, async ({ tx, params, body, decide }) => {
    const registration = await poverty.findPovertyRecord(tx, params);
    const household =
      registration && (await findHousehold(tx, { county: params.county, id: registration.householdId }));
    if (!household) return refuse({ code: 'not_found' });
    const barred = decide('poverty.register', { place: household.place });
    if (barred) return refuse(barred);
    const { revision, reason, ...fields } = body;
    const corrected = await poverty.correctPoverty(tx, household, { id: params.id, revision, reason, fields });
    return corrected.ok ? ok({ revision: corrected.value }) : corrected;
  }),

  handle(withdrawPoverty, async ({ tx, params, body, decide }) => {
    const registration = await poverty.findPovertyRecord(tx, params);
    const household =
      registration && (await findHousehold(tx, { county: params.county, id: registration.householdId }));
    if (!household) return refuse({ code: 'not_found' });
    const barred = decide('poverty.register', { place: household.place });
    if (barred) return refuse(barred);
    const withdrawn = await poverty.withdrawPoverty(tx, household, { id: params.id, ...body });
    return withdrawn.ok ? ok({ withdrawn: true as const }) : withdrawn;
  }),

  handle(getPovertyOn, async ({ tx, params, query }) => {
    if (!(await findHousehold(tx, params))) return refuse({ code: 'not_found' });
    const asOf = query.asOf === undefined ? undefined : new Date(query.asOf);
    return ok({ registration: (await poverty.povertyStateOn(tx, params, { day: query.day, asOf })) ?? null });
  }),
];
