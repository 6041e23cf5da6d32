import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { maskResidentId } from '../../platform/pure/resident-id.ts';
import { spellTitle } from '../../platform/spelling.ts';
import type { MemberKind, UnitKind } from './composition-rules.ts';
import { type JoinKind, type LeaveReason, nextNumber, type ProposedMember } from './member-rules.ts';
import type { CooperativeKind } from './rules.ts';
import { type CooperativeRow, searchIn } from './store.ts';

/** One membership: `place` is the cooperative’s, `memberPlace` the member’s own village. */
export interface MembershipRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly form: CooperativeKind;
  /** unique in the cooperative; the tie-break of every allocation */
  readonly number: string;
  readonly kind: MemberKind;
  readonly unitKind: UnitKind | null;
  readonly name: string;
  readonly idNumberMasked: string | null;
  readonly creditCode: string | null;
  readonly phone: string | null;
  readonly householdCounty: number | null;
  readonly householdId: string | null;
  readonly residentId: string | null;
  readonly organisationId: string | null;
  readonly memberPlace: number;
  readonly joinedOn: string;
  readonly joinedBy: JoinKind;
  /** first day without membership */
  readonly leftOn: string | null;
  readonly leftReason: LeaveReason | null;
  readonly revision: number;
}

/** Of `membership as m`. */
export const memberColumns = sql`m.county, m.id, m.place, m.cooperative_id, m.form, m.number, m.kind, m.unit_kind, m.name,
  m.id_number_masked, m.credit_code, m.phone, m.household_county, m.household_id, m.resident_id, m.organisation_id,
  m.member_place, m.joined_on, m.joined_by, m.left_on, m.left_reason, m.revision`;

/** The members on a day, by number. */
export async function listMembers(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string; readonly on: string },
): Promise<readonly MembershipRow[]> {
  const { rows } = await sql<MembershipRow>`
    select ${memberColumns} from membership as m
    where m.county = ${at.county} and m.cooperative_id = ${at.cooperativeId} and ${heldOn(at.on)}
    order by length(m.number), m.number collate "C"`.execute(tx.db);
  return rows;
}

/** The ids of the members on each of several days, in no order. A day without members is left out. */
export async function listMemberIds(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string; readonly days: readonly string[] },
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (at.days.length === 0) return new Map();
  const held = at.days.map(
    (day) => sql`select ${day}::text as day, m.id from membership as m
      where m.county = ${at.county} and m.cooperative_id = ${at.cooperativeId} and ${heldOn(day)}`,
  );
  const { rows } = await sql<{ day: string; id: string }>`${sql.join(held, sql` union all `)}`.execute(tx.db);
  const byDay = Map.groupBy(rows, ({ day }) => day);
  return new Map([...byDay].map(([day, members]) => [day, members.map(({ id }) => id)]));
}

export function heldOn(day: string): RawBuilder<unknown> {
  return sql`m.joined_on <= ${day}::date and (m.left_on is null or m.left_on > ${day}::date)`;
}

/** Undefined outside the reader’s range. */
export async function findMembership(tx: Tx, key: RecordKey): Promise<MembershipRow | undefined> {
  const { rows } = await sql<MembershipRow>`
    select ${memberColumns} from membership as m where m.county = ${key.county} and m.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** Memberships by id, in no order; those outside the range are left out. */
export async function listMemberships(
  tx: Tx,
  county: number,
  ids: readonly string[],
): Promise<readonly MembershipRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<MembershipRow>`
    select ${memberColumns} from membership as m where m.county = ${county} and m.id = any(${ids}::uuid[])`.execute(
    tx.db,
  );
  return rows;
}

/** The names of places and organisation that belong to a membership, as far as the reader may know them. */
export async function describeMember(
  tx: Tx,
  member: MembershipRow,
): Promise<{ cooperativeName: string | null; placeName: string | null; memberPlaceName: string | null }> {
  const { rows } = await sql<{
    cooperativeName: string | null;
    placeName: string | null;
    memberPlaceName: string | null;
  }>`
    select (select name from cooperative where county = ${member.county} and id = ${member.cooperativeId}) as cooperative_name,
      (select name from place where code = ${member.place}) as place_name,
      (select name from place where code = ${member.memberPlace}) as member_place_name`.execute(tx.db);
  return rows[0] ?? { cooperativeName: null, placeName: null, memberPlaceName: null };
}

export interface MemberListRow extends MembershipRow {
  readonly memberPlaceName: string | null;
}

export interface MemberQuery {
  readonly q?: string | undefined;
  readonly kind?: MemberKind | undefined;
  readonly on?: string | undefined;
  readonly left?: 'left' | 'all' | undefined;
  readonly sort?: 'number' | 'name' | 'joinedOn' | 'memberPlaceName' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const listed = sql`from (select m.*, p.name as member_place_name from membership as m
  left join place as p on p.code = m.member_place) as m`;

export async function listMemberPage(
  tx: Tx,
  cooperative: RecordKey,
  query: MemberQuery,
): Promise<{ rows: readonly MemberListRow[]; total: number }> {
  const found = sql`${listed} where m.county = ${cooperative.county} and m.cooperative_id = ${cooperative.id}
    and ${conditions(query, todayInShanghai(tx.now))}`;
  const direction = sql.raw(query.order === 'desc' ? 'desc' : 'asc');
  const { rows } = await sql<MemberListRow>`
    select ${memberColumns}, m.member_place_name ${found}
    order by ${sortOf(query.sort)} ${direction}, length(m.number) ${direction}, m.number collate "C" ${direction}
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function sortOf(sort: MemberQuery['sort']): RawBuilder<unknown> {
  switch (sort) {
    case 'name':
      return sql`m.pinyin`;
    case 'joinedOn':
      return sql`m.joined_on`;
    case 'memberPlaceName':
      return sql`m.member_place`;
    default:
      return sql`length(m.number)`;
  }
}

function conditions(query: MemberQuery, today: string): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  const day = query.on ?? today;
  if (query.left === undefined) parts.push(heldOn(day));
  if (query.left === 'left') parts.push(sql`m.left_on <= ${day}::date`);
  if (query.kind) parts.push(sql`m.kind = ${query.kind}`);
  if (query.q) parts.push(searchIn(['number', 'name', 'member_place_name', 'id_number_masked'], query.q));
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** Memberships of one household, for its own eyes. */
export async function listOwnMemberships(
  tx: Tx,
  household: { readonly county: number; readonly id: string },
): Promise<readonly MemberListRow[]> {
  const { rows } = await sql<MemberListRow>`
    select ${memberColumns}, m.member_place_name ${listed}
    where m.household_county = ${household.county} and m.household_id = ${household.id}
    order by m.joined_on desc limit 100`.execute(tx.db);
  return rows;
}

/** A new member in stored form, with where he came from. */
export interface NewMember extends ProposedMember {
  readonly id: string;
  readonly joinedBy: JoinKind;
  readonly phone?: string | null;
  readonly householdCounty?: number | null;
  readonly householdId?: string | null;
  readonly residentId?: string | null;
  readonly organisationId?: string | null;
}

/** Enters members; throws a unique violation when a number, a person or a unit is a member already. */
export async function recordMembers(tx: Tx, cooperative: CooperativeRow, members: readonly NewMember[]): Promise<void> {
  const rows = members.map((member) => memberRow(tx, cooperative, member));
  const [only] = rows;
  if (rows.length === 1 && only) await record(tx, 'membership', only);
  else await recordMany(tx, 'membership', rows);
}

function memberRow(tx: Tx, cooperative: CooperativeRow, member: NewMember): NewRow {
  const { county, place, id: cooperativeId, kind: form } = cooperative;
  return {
    county,
    id: member.id,
    place,
    cooperative_id: cooperativeId,
    form,
    ...identityColumns(member),
    ...idNumberColumns(tx, member.idNumber),
    household_county: member.householdCounty ?? null,
    household_id: member.householdId ?? null,
    resident_id: member.residentId ?? null,
    organisation_id: member.organisationId ?? null,
    joined_by: member.joinedBy,
    left_on: null,
    left_reason: null,
  };
}

function identityColumns(member: ProposedMember & { readonly phone?: string | null }) {
  return {
    number: member.number,
    kind: member.kind,
    unit_kind: member.unitKind,
    name: member.name,
    ...spellTitle(member.name),
    credit_code: member.creditCode,
    phone: member.phone ?? null,
    member_place: member.memberPlace,
    joined_on: member.joinedOn,
  };
}

function idNumberColumns(tx: Tx, idNumber: string | null) {
  return {
    id_number: idNumber === null ? null : tx.vault.seal(idNumber),
    id_number_hash: idNumber === null ? null : memberIdHash(tx, idNumber),
    id_number_masked: idNumber === null ? null : maskResidentId(idNumber),
  };
}

/** The same keyed hash as in the register of households, so that a member is found there. */
export function memberIdHash(tx: Pick<Tx, 'vault'>, idNumber: string): Buffer {
  return tx.vault.fingerprint('resident_id', idNumber);
}

/** Corrects a member; `idNumber` undefined leaves the number as it is. False when somebody changed him meanwhile. */
export async function correctMember(
  tx: Tx,
  key: RecordKey,
  change: {
    readonly fields: ProposedMember & { readonly phone: string | null };
    readonly idNumber: string | null | undefined;
    readonly reason: string;
  },
): Promise<boolean> {
  const { fields, idNumber, reason } = change;
  const sealed = idNumber === undefined ? {} : idNumberColumns(tx, idNumber);
  const set = { ...identityColumns(fields), ...sealed };
  return (await revise(tx, 'membership', { key, set, reason })) !== undefined;
}

export async function withdrawMember(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'membership', { key, reason })) !== undefined;
}

/** The resident id in clear, for the act of revealing. */
export async function openIdNumber(tx: Tx, key: RecordKey): Promise<string | null> {
  const row = await tx.db
    .selectFrom('membership')
    .select('idNumber')
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirst();
  return row?.idNumber ? tx.vault.open(row.idNumber) : null;
}

/** One more than the highest number of digits, as wide as that one. */
export async function findNextNumber(tx: Tx, cooperative: RecordKey): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    select number from membership where county = ${cooperative.county} and cooperative_id = ${cooperative.id}
      and number ~ '^[0-9]{1,12}$' order by number::numeric desc, length(number) desc limit 1`.execute(tx.db);
  return nextNumber(rows[0]?.number ?? null);
}
