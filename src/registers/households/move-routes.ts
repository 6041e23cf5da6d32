import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { checkResidentId } from '../../platform/pure/resident-id.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findHousehold, isOpenVillage } from './household-store.ts';
import { idNumberHash } from './key-store.ts';
import * as moves from './move-store.ts';
import { leaveHousehold, mergeHousehold, moveHousehold, splitHousehold, takeInHousehold } from './poverty-contract.ts';

export const routes: readonly Handler[] = [
  handle(moveHousehold, async ({ tx, params, body, decide }) => {
    const household = await findHousehold(tx, params);
    if (!household) return refuse({ code: 'not_found' });
    const { toPlace, newId, number, ...move } = body;
    // both ends lie in the range: else the household is let go here and taken in there
    const barred = decide('household.move', { place: household.place }) ?? decide('household.move', { place: toPlace });
    if (barred) return refuse({ ...barred, field: 'toPlace' });
    if (toPlace === household.place || !(await isOpenVillage(tx, toPlace)))
      return refuse({ code: 'place_not_village', field: 'toPlace' });
    const to = { county: Math.floor(toPlace / 1_000_000), id: newId, place: toPlace, number };
    const moved = await moves.moveHousehold(tx, household, { ...move, to });
    return moved.ok ? ok({ county: to.county, id: newId }) : moved;
  }),

  handle(leaveHousehold, async ({ tx, params, body, decide }) => {
    const household = await findHousehold(tx, params);
    if (!household) return refuse({ code: 'not_found' });
    const barred = decide('household.move', { place: household.place });
    if (barred) return refuse(barred);
    const left = await moves.leaveHousehold(tx, household, { ...body, to: body.to ?? null });
    return left.ok ? ok({ leftOn: body.happenedOn }) : left;
  }),

  handle(takeInHousehold, async ({ tx, body, decide }) => {
    const { place, newId, number, idNumber, ...take } = body;
    const barred = decide('household.move', { place });
    if (barred) return refuse(barred);
    if (!(await isOpenVillage(tx, place))) return refuse({ code: 'place_not_village', field: 'place' });
    const id = checkResidentId(idNumber, todayInShanghai(tx.now));
    if (!id.ok) return refuse({ ...id.refusal, field: 'idNumber' });
    const to = { county: Math.floor(place / 1_000_000), id: newId, place, number };
    const taken = await moves.takeInHousehold(tx, { ...take, numberHash: idNumberHash(tx, id.value.normalized), to });
    return taken.ok ? ok({ county: to.county, id: newId, residents: taken.value }) : taken;
  }),

  handle(splitHousehold, async ({ tx, params, body, decide }) => {
    const household = await findHousehold(tx, params);
    if (!household) return refuse({ code: 'not_found' });
    const barred = decide('household.move', { place: household.place });
    if (barred) return refuse(barred);
    const { newId, number, ...split } = body;
    const to = { county: household.county, id: newId, place: household.place, number };
    const done = await moves.splitHousehold(tx, household, { ...split, to });
    return done.ok ? ok({ county: to.county, id: newId }) : done;
  }),

  handle(mergeHousehold, async ({ tx, params, body, decide }) => {
    const household = await findHousehold(tx, params);
    const into = await findHousehold(tx, { county: params.county, id: body.intoId });
    if (!household || !into) return refuse({ code: 'not_found', ...(household ? { field: 'intoId' } : {}) });
    const barred = decide('household.move', { place: household.place });
    if (barred) return refuse(barred);
    const { intoId, residents: members, ...merge } = body;
    const merged = await moves.mergeHousehold(tx, household, { ...merge, into, members });
    return merged.ok ? ok({ county: into.county, id: intoId }) : merged;
  }),
];
