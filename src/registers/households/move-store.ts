import { sql } from 'kysely';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findNumberTaken, type HouseholdHead } from './household-store.ts';
import { claimKeys, passKeys } from './key-store.ts';
import type { PovertyView } from './poverty-contract.ts';
import { carryPoverty, listPoverty } from './poverty-store.ts';
import { assignRelations, endStays, listStays } from './resident-store.ts';
import { checkEventDate, checkMembers, headRelation, type Member } from './rules.ts';
import {
  closeHere,
  copyResidents,
  type Happening,
  type HouseholdRecord,
  link,
  linkBoth,
  type Opening,
  openThere,
  type ResidentRecord,
  readCopies,
} from './transfer-store.ts';

/** Closes a household here and opens it there, in one act: the figures of the past stay where they were. */
export async function moveHousehold(
  tx: Tx,
  household: HouseholdHead,
  move: Happening & { readonly revision: number; readonly to: Opening },
): Promise<Result<true, Refusal>> {
  const { to, happenedOn } = move;
  const ready = await checkReady(tx, household, { ...move, number: to });
  if (!ready.ok) return ready;
  const copies = await readCopies(tx, household);
  const poverty = await closeHere(tx, household, {
    ...move,
    leftKind: 'moved_out',
    leftReason: 'moved',
    leftTo: String(to.place),
  });
  if (!poverty.ok) return poverty;
  await openThere(tx, { copies, to, happenedOn, joinedKind: 'moved_in' });
  await passKeys(tx, await copyResidents(tx, copies.residents, { to, happenedOn, joinedKind: 'moved_in' }));
  if (poverty.value) await carryPoverty(tx, to, { id: newRecordId(tx), from: poverty.value, startsOn: happenedOn });
  await linkBoth(tx, { ...move, kind: 'move', from: household });
  return ok(true);
}

/** Some members found a household of their own in the same village; a poverty state goes with them. */
export async function splitHousehold(
  tx: Tx,
  household: HouseholdHead,
  split: Happening & {
    readonly revision: number;
    readonly to: Opening;
    readonly leaving: readonly Member[];
    readonly staying: readonly Member[];
  },
): Promise<Result<true, Refusal>> {
  const { to, happenedOn, leaving } = split;
  const ready = await checkReady(tx, household, { ...split, number: to });
  if (!ready.ok) return ready;
  if (household.revision !== split.revision) return refuse({ code: 'stale' });
  const stays = await listStays(tx, household);
  const relations = new Map(leaving.map((member) => [member.id, member.relation]));
  const going = stays.filter((stay) => relations.has(stay.id));
  if (going.length !== leaving.length) return refuse({ code: 'not_found', field: 'leaving' });
  const founded = checkMembers(leaving);
  if (!founded.ok) return refuse({ ...founded.refusal, field: 'leaving' });
  const copies = await readCopies(tx, household);
  const ended = await endStays(tx, going, { leftOn: happenedOn, leftReason: 'split', leftTo: to.number });
  if (!ended.ok) return ended;
  const remaining = stays.filter((stay) => !relations.has(stay.id));
  const kept = await assignRelations(tx, remaining, { members: split.staying, reason: 'split' });
  if (!kept.ok) return refuse({ ...kept.refusal, field: 'staying' });
  await openThere(tx, {
    copies: { ...copies, household: withoutProperty(copies.household) },
    to,
    happenedOn,
    joinedKind: 'split',
  });
  const leavers = copies.residents.filter((row) => relations.has(row.id));
  await passKeys(tx, await copyResidents(tx, leavers, { to, happenedOn, joinedKind: 'split', relations }));
  const poverty = (await listPoverty(tx, household)).find((span) => span.endsOn === null);
  if (poverty && poverty.startsOn > happenedOn) return refuse(stateBegan(poverty));
  if (poverty) await carryPoverty(tx, to, { id: newRecordId(tx), from: poverty, startsOn: happenedOn });
  await linkBoth(tx, { ...split, kind: 'split', from: household });
  return ok(true);
}

/** Dissolves a household into another of the same village. */
export async function mergeHousehold(
  tx: Tx,
  household: HouseholdHead,
  merge: Happening & { readonly revision: number; readonly into: HouseholdHead; readonly members: readonly Member[] },
): Promise<Result<true, Refusal>> {
  const { into, happenedOn, members } = merge;
  if (into.place !== household.place || into.id === household.id)
    return refuse({ code: 'merge_other_village', field: 'intoId' });
  const ready = await checkReady(tx, household, merge);
  if (!ready.ok) return ready;
  if (into.leftOn !== null) return refuse({ code: 'household_closed', field: 'intoId' });
  if (happenedOn < into.joinedOn)
    return refuse({ code: 'date_before_joined', field: 'happenedOn', values: { date: into.joinedOn } });
  const copies = await readCopies(tx, household);
  const relations = new Map(members.map((member) => [member.id, member.relation]));
  if (copies.residents.some((row) => !relations.has(row.id)))
    return refuse({ code: 'merge_members_missing', field: 'residents' });
  if (members.some((member) => member.relation === headRelation))
    return refuse({ code: 'household_two_heads', field: 'residents' });
  const closed = await closeHere(tx, household, {
    ...merge,
    leftKind: 'merged',
    leftReason: 'merged',
    leftTo: into.number,
  });
  if (!closed.ok) return closed;
  await passKeys(
    tx,
    await copyResidents(tx, copies.residents, { to: into, happenedOn, joinedKind: 'merged', relations }),
  );
  await linkBoth(tx, { ...merge, kind: 'merge', from: household, to: into });
  return ok(true);
}

/** A household leaves for a place outside the range, or ends; its people's numbers are released. */
export async function leaveHousehold(
  tx: Tx,
  household: HouseholdHead,
  leave: Happening & { readonly revision: number; readonly kind: 'moved_out' | 'ended'; readonly to: string | null },
): Promise<Result<true, Refusal>> {
  const ready = await checkReady(tx, household, leave);
  if (!ready.ok) return ready;
  const leftReason = leave.kind === 'moved_out' ? 'moved' : 'other';
  const closed = await closeHere(tx, household, { ...leave, leftKind: leave.kind, leftReason, leftTo: leave.to });
  if (!closed.ok) return closed;
  if (leave.kind === 'moved_out')
    await link(tx, household, { ...leave, kind: 'move', direction: 'to', otherText: leave.to });
  return ok(true);
}

/** Takes in a household that moved away elsewhere, found by the number of one of its members. */
export async function takeInHousehold(
  tx: Tx,
  take: Happening & { readonly numberHash: Buffer; readonly to: Opening },
): Promise<Result<number, Refusal>> {
  const { numberHash, to, happenedOn } = take;
  const [household] = (await sql<HouseholdRecord>`select * from released_household(${numberHash})`.execute(tx.db)).rows;
  if (!household) return refuse({ code: 'take_in_unknown', field: 'idNumber' });
  const dated = checkEventDate(happenedOn, household.leftOn ?? happenedOn, todayInShanghai(tx.now));
  if (!dated.ok) return dated;
  const taken = await findNumberTaken(tx, to.place, to.number);
  if (taken) return refuse(taken);
  const released = (await sql<ResidentRecord>`select * from released_residents(${numberHash})`.execute(tx.db)).rows;
  const [poverty] = (await sql<PovertyView>`select * from released_poverty(${numberHash})`.execute(tx.db)).rows;
  const residents = withHead(released);
  await openThere(tx, { copies: { household, residents }, to, happenedOn, joinedKind: 'moved_in' });
  const moves = await copyResidents(tx, residents, { to, happenedOn, joinedKind: 'moved_in' });
  const claimed = await claimKeys(
    tx,
    moves.map((move) => move.to),
  );
  // somebody else was quicker: two villages took in the same people at once
  if (claimed.size !== moves.length) return refuse({ code: 'conflict' });
  if (poverty) await carryPoverty(tx, to, { id: newRecordId(tx), from: poverty, startsOn: happenedOn });
  await link(tx, to, { ...take, kind: 'move', direction: 'from', other: household, otherText: null });
  return ok(residents.length);
}

async function checkReady(
  tx: Tx,
  household: HouseholdHead,
  event: Happening & { readonly number?: Opening },
): Promise<Result<true, Refusal>> {
  if (household.leftOn !== null) return refuse({ code: 'household_closed' });
  const dated = checkEventDate(event.happenedOn, household.joinedOn, todayInShanghai(tx.now));
  if (!dated.ok) return dated;
  const { number } = event;
  const taken = number && (await findNumberTaken(tx, number.place, number.number));
  return taken ? refuse(taken) : ok(true);
}

/** Land, house, card and the numbers others gave stay with the old household until somebody states otherwise. */
function withoutProperty(household: HouseholdRecord): HouseholdRecord {
  const empty = Object.fromEntries(
    Object.keys(household)
      .filter((key) => /Mu$|^housing|^bank|^phone|Number$/.test(key))
      .map((key) => [key, null]),
  );
  return { ...household, ...empty };
}

/** A household taken in without its old head gets the first of those who came. */
function withHead(residents: readonly ResidentRecord[]): readonly ResidentRecord[] {
  if (residents.some((row) => row.relation === headRelation)) return residents;
  return residents.map((row, index) => (index === 0 ? { ...row, relation: headRelation } : row));
}

function stateBegan(poverty: PovertyView): Refusal {
  return { code: 'poverty_date_order', field: 'happenedOn', values: { date: poverty.startsOn } };
}
