import { noteAct } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { checkResidentId } from '../../platform/pure/resident-id.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { eraseResident as erase } from './erase-store.ts';
import * as households from './household-store.ts';
import { findKnownResident, idNumberHash } from './key-store.ts';
import { endPoverty } from './poverty-store.ts';
import {
  addResident,
  checkResident,
  correctResident,
  eraseResident,
  leaveResident,
  revealNumber,
  searchResidents,
} from './resident-contract.ts';
import * as residents from './resident-store.ts';
import { checkEventDate, headRelation, isErased } from './rules.ts';
import { describeResidents, mostHits, searchResidents as search } from './search-store.ts';

export const routes: readonly Handler[] = [
  handle(searchResidents, async ({ tx, query }) => {
    const hits = query.q ? await search(tx, query.q, mostHits) : [];
    const page = hits.slice(query.offset, query.offset + query.limit);
    return ok({ rows: [...(await describeResidents(tx, page))], total: hits.length });
  }),

  handle(checkResident, async ({ tx, body }) => {
    const id = checkResidentId(body.idNumber, todayInShanghai(tx.now));
    if (!id.ok) return refuse({ ...id.refusal, field: 'idNumber' });
    return ok(await findKnownResident(tx, idNumberHash(tx, id.value.normalized)));
  }),

  handle(addResident, async ({ tx, params, body, decide }) => {
    const household = await households.findHousehold(tx, params);
    if (!household) return refuse({ code: 'not_found' });
    const barred = decide('household.record', { place: household.place });
    if (barred) return refuse(barred);
    if (household.leftOn !== null) return refuse({ code: 'household_closed' });
    const { id, joinedOn, joinedKind, ...fields } = body;
    if (fields.relation === headRelation) return refuse({ code: 'household_two_heads', field: 'relation' });
    const dated = checkEventDate(joinedOn, household.joinedOn, todayInShanghai(tx.now));
    if (!dated.ok) return refuse({ ...dated.refusal, field: 'joinedOn' });
    const stays = [{ id, fields, joinedOn, joinedKind }];
    const entered = await residents.recordResidents(tx, household, { stays });
    return entered.ok ? ok({ id, revision: 1 }) : entered;
  }),

  handle(correctResident, async ({ tx, params, body, decide }) => {
    const stay = await residents.findResident(tx, params);
    if (!stay) return refuse({ code: 'not_found' });
    const barred = decide('household.correct', { place: stay.place });
    if (barred) return refuse(barred);
    if (isErased(stay)) return refuse({ code: 'resident_erased' });
    const { revision, reason, ...fields } = body;
    const corrected = await residents.correctResident(tx, stay, { revision, reason, fields });
    return corrected.ok ? ok({ revision: corrected.value }) : corrected;
  }),

  handle(leaveResident, async ({ tx, params, body, decide }) => {
    const stay = await residents.findResident(tx, params);
    if (!stay) return refuse({ code: 'not_found' });
    const barred = decide('household.record', { place: stay.place });
    if (barred) return refuse(barred);
    if (stay.leftOn !== null) return refuse({ code: 'resident_left' });
    if (stay.revision !== body.revision) return refuse({ code: 'stale' });
    const dated = checkEventDate(body.happenedOn, stay.joinedOn, todayInShanghai(tx.now));
    if (!dated.ok) return dated;
    return leave(tx, stay, body);
  }),

  handle(revealNumber, async ({ tx, params, decide }) => {
    const stay = await residents.findResident(tx, params);
    if (!stay) return refuse({ code: 'not_found' });
    const barred = decide('household.reveal', { place: stay.place });
    if (barred) return refuse(barred);
    if (isErased(stay)) return refuse({ code: 'resident_erased' });
    const idNumber = await residents.openIdNumber(tx, params);
    noteAct(tx, 'resident', { key: params, place: stay.place, note: { revealed: 'id_number' } });
    return idNumber === undefined ? refuse({ code: 'not_found' }) : ok({ idNumber });
  }),

  handle(eraseResident, async ({ tx, params, decide }) => {
    const stay = await residents.findResident(tx, params);
    if (!stay) return refuse({ code: 'not_found' });
    const barred = decide('resident.erase', { place: stay.place });
    return barred ? refuse(barred) : erase(tx, stay);
  }),
];

interface Leaving {
  readonly happenedOn: string;
  readonly kind: string;
  readonly to?: string | null | undefined;
  readonly newHeadId?: string | null | undefined;
}

/** The last one to leave ends the household; a head who leaves others behind is succeeded in the same act. */
async function leave(
  tx: Tx,
  stay: residents.ResidentStay,
  leaving: Leaving,
): Promise<Result<{ householdEnded: boolean }, Refusal>> {
  const household = await households.findHousehold(tx, { county: stay.county, id: stay.householdId });
  if (!household) return refuse({ code: 'not_found' });
  const others = (await residents.listStays(tx, household)).filter((other) => other.id !== stay.id);
  const { happenedOn, kind, newHeadId } = leaving;
  if (stay.relation === headRelation && others.length > 0 && !newHeadId)
    return refuse({ code: 'head_needed', field: 'newHeadId' });
  const ended = await residents.endStays(tx, [stay], {
    leftOn: happenedOn,
    leftReason: kind,
    leftTo: leaving.to ?? null,
  });
  if (!ended.ok) return ended;
  if (others.length === 0) return closeEmpty(tx, household, happenedOn);
  if (stay.relation === headRelation && newHeadId) {
    const members = [{ id: newHeadId, relation: headRelation }];
    const succeeded = await residents.assignRelations(tx, others, { members, reason: kind });
    if (!succeeded.ok) return refuse({ ...succeeded.refusal, field: 'newHeadId' });
  }
  return ok({ householdEnded: false });
}

async function closeEmpty(
  tx: Tx,
  household: households.HouseholdHead,
  leftOn: string,
): Promise<Result<{ householdEnded: boolean }, Refusal>> {
  const poverty = await endPoverty(tx, household, { endsOn: leftOn, reason: 'ended' });
  if (!poverty.ok) return poverty;
  const close = { revision: household.revision, leftOn, leftKind: 'ended', leftTo: null };
  const closed = await households.closeHousehold(tx, household, close);
  return closed.ok ? ok({ householdEnded: true }) : closed;
}
