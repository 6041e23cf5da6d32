import { type Selectable, sql } from 'kysely';
import { type NewRow, record, recordMany } from '../../platform/db/history.ts';
import type { Tables } from '../../platform/db/tables.gen.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import {
  closeHousehold,
  type HouseholdHead,
  type HouseholdKey,
  isNumberTaken,
  newRecordId,
} from './household-store.ts';
import { claimKeys, type KeyHolder, passKeys } from './key-store.ts';
import type { PovertyView } from './poverty-contract.ts';
import { carryPoverty, endPoverty, listPoverty } from './poverty-store.ts';
import { assignRelations, endStays, listStays } from './resident-store.ts';
import { checkEventDate, checkMembers, headRelation, type Member, toColumns } from './rules.ts';

type HouseholdRecord = Selectable<Tables['household']>;
type ResidentRecord = Selectable<Tables['resident']>;

/** Where a household opens anew. */
export interface Opening extends HouseholdKey {
  readonly place: number;
  readonly number: string;
}

export interface Happening {
  readonly happenedOn: string;
  readonly documentNumber?: string | null | undefined;
}

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
  if (await isNumberTaken(tx, to.place, to.number)) return refuse(taken(to.number));
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

interface Copies {
  readonly household: HouseholdRecord;
  readonly residents: readonly ResidentRecord[];
}

interface Closing extends Happening {
  readonly revision: number;
  readonly leftKind: string;
  readonly leftReason: string;
  readonly leftTo: string | null;
}

interface Arrival {
  readonly to: HouseholdKey & { readonly place: number };
  readonly happenedOn: string;
  readonly joinedKind: string;
  readonly relations?: ReadonlyMap<string, string>;
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
  return number && (await isNumberTaken(tx, number.place, number.number)) ? refuse(taken(number.number)) : ok(true);
}

/** Ends the stays, the poverty state and the household on one day; answers with the state that was open. */
async function closeHere(
  tx: Tx,
  household: HouseholdHead,
  closing: Closing,
): Promise<Result<PovertyView | undefined, Refusal>> {
  const { happenedOn, leftKind, leftReason, leftTo, revision } = closing;
  const poverty = await endPoverty(tx, household, { endsOn: happenedOn, reason: leftKind });
  if (!poverty.ok) return poverty;
  const ended = await endStays(tx, await listStays(tx, household), { leftOn: happenedOn, leftReason, leftTo });
  if (!ended.ok) return ended;
  const closed = await closeHousehold(tx, household, { revision, leftOn: happenedOn, leftKind, leftTo });
  return closed.ok ? poverty : closed;
}

async function readCopies(tx: Tx, key: HouseholdKey): Promise<Copies> {
  const household = await tx.db
    .selectFrom('household')
    .selectAll()
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirstOrThrow();
  const residents = await tx.db
    .selectFrom('resident')
    .selectAll()
    .where('county', '=', key.county)
    .where('householdId', '=', key.id)
    .where('leftOn', 'is', null)
    .orderBy('relation')
    .limit(200)
    .execute();
  return { household, residents };
}

async function openThere(
  tx: Tx,
  opening: { copies: Copies; to: Opening; happenedOn: string; joinedKind: string },
): Promise<void> {
  const { revision: _r, recordedAt: _at, recordedBy: _by, ...fields } = opening.copies.household;
  const { to, happenedOn, joinedKind } = opening;
  const place = { county: to.county, id: to.id, place: to.place, number: to.number };
  const left = { left_on: null, left_kind: null, left_to: null };
  await record(tx, 'household', {
    ...toColumns(fields),
    ...place,
    joined_on: happenedOn,
    joined_kind: joinedKind,
    ...left,
  });
}

async function copyResidents(
  tx: Tx,
  residents: readonly ResidentRecord[],
  arrival: Arrival,
): Promise<{ fromId: string; to: KeyHolder }[]> {
  const { to, happenedOn, joinedKind, relations } = arrival;
  const rows = residents.map(
    ({ revision: _r, recordedAt: _at, recordedBy: _by, ...fields }): { fromId: string; row: NewRow } => ({
      fromId: fields.id,
      row: {
        ...toColumns(fields),
        county: to.county,
        place: to.place,
        id: newRecordId(tx),
        household_id: to.id,
        relation: relations?.get(fields.id) ?? fields.relation,
        joined_on: happenedOn,
        joined_kind: joinedKind,
        left_on: null,
        left_reason: null,
        left_to: null,
      },
    }),
  );
  await recordMany(
    tx,
    'resident',
    rows.map(({ row }) => row),
  );
  return rows.map(({ fromId, row }) => ({
    fromId,
    to: { hash: row.id_number_hash as Buffer, county: to.county, residentId: row.id, householdId: to.id },
  }));
}

interface Link extends Happening {
  readonly kind: 'split' | 'merge' | 'move';
  readonly direction: 'from' | 'to';
  readonly other?: HouseholdKey;
  readonly otherText: string | null;
}

async function linkBoth(
  tx: Tx,
  event: Happening & { kind: Link['kind']; from: HouseholdHead; to: HouseholdKey & { place: number } },
): Promise<void> {
  const { kind, from, to, happenedOn, documentNumber } = event;
  await link(tx, from, { kind, direction: 'to', other: to, otherText: null, happenedOn, documentNumber });
  await link(tx, to, { kind, direction: 'from', other: from, otherText: null, happenedOn, documentNumber });
}

async function link(tx: Tx, household: HouseholdKey & { readonly place: number }, to: Link): Promise<void> {
  await sql`insert into household_lineage (county, id, place, household_id, kind, direction, other_county, other_household_id,
      other_text, happened_on, document_number, recorded_at, recorded_by)
    values (${household.county}, ${newRecordId(tx)}, ${household.place}, ${household.id}, ${to.kind}, ${to.direction},
      ${to.other?.county ?? null}, ${to.other?.id ?? null}, ${to.otherText}, ${to.happenedOn}, ${to.documentNumber ?? null},
      ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
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

function taken(number: string): Refusal {
  return { code: 'household_number_taken', field: 'number', values: { number } };
}

function stateBegan(poverty: PovertyView): Refusal {
  return { code: 'poverty_date_order', field: 'happenedOn', values: { date: poverty.startsOn } };
}
