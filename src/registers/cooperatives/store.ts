import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { spellTitle } from '../../platform/spelling.ts';
import type { CooperativeKind } from './rules.ts';

/** An organisation as acts on it need to know it. */
export interface CooperativeRow {
  readonly county: number;
  readonly id: string;
  /** the village of its seat */
  readonly place: number;
  readonly kind: CooperativeKind;
  readonly name: string;
  readonly creditCode: string | null;
  readonly address: string | null;
  readonly chairperson: string | null;
  readonly phone: string | null;
  readonly business: string | null;
  readonly branchLed: boolean;
  /** first day of its fiscal year, MM-DD */
  readonly fiscalYearStart: string;
  readonly registeredOn: string;
  /** first day on which it no longer is */
  readonly dissolvedOn: string | null;
  readonly dissolvedReason: string | null;
  readonly revision: number;
}

export interface CooperativeListRow extends CooperativeRow {
  readonly placeName: string | null;
  readonly members: number;
  readonly openBreaches: number;
}

export interface CooperativeQuery {
  readonly q?: string | undefined;
  readonly kind?: CooperativeKind | undefined;
  readonly state?: 'open' | 'dissolved' | 'breach' | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'name' | 'place' | 'registeredOn' | 'members' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const columns = sql`county, id, place, kind, name, credit_code, address, chairperson, phone, business, branch_led,
  fiscal_year_start, registered_on, dissolved_on, dissolved_reason, revision`;

const sortColumns = { name: 'pinyin', place: 'place', registeredOn: 'registered_on', members: 'members' } as const;

export async function listCooperatives(
  tx: Tx,
  query: CooperativeQuery,
): Promise<{ rows: readonly CooperativeListRow[]; total: number }> {
  const found = sql`${source(todayInShanghai(tx.now))} where ${conditions(query)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'place']);
  const { rows } = await sql<CooperativeListRow>`
    select ${columns}, place_name, members, open_breaches ${found}
    order by ${sorted} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')}, pinyin, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function source(today: string): RawBuilder<unknown> {
  return sql`from (
      select c.*, p.name as place_name,
        (select count(*) from membership as m where m.county = c.county and m.cooperative_id = c.id
          and m.joined_on <= ${today}::date and (m.left_on is null or m.left_on > ${today}::date)) as members,
        (select count(*) from composition_breach as b where b.county = c.county and b.cooperative_id = c.id
          and b.cured_on is null) as open_breaches
      from cooperative as c left join place as p on p.code = c.place
    ) as c`;
}

function conditions(query: CooperativeQuery): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (query.kind) parts.push(sql`kind = ${query.kind}`);
  if (query.state === 'open') parts.push(sql`dissolved_on is null`);
  if (query.state === 'dissolved') parts.push(sql`dissolved_on is not null`);
  if (query.state === 'breach') parts.push(sql`open_breaches > 0`);
  if (query.place !== undefined) parts.push(sql`place between ${query.place} and ${lastPlaceOf(query.place)}`);
  if (query.q) parts.push(searchIn(['name', 'place_name', 'credit_code', 'chairperson'], query.q));
  return sql.join(parts, sql` and `);
}

/** The last code of everything inside a place, by its trailing zeros. */
function lastPlaceOf(place: number): number {
  const span = [100_000_000, 1_000_000, 1_000].find((width) => place % width === 0) ?? 1;
  return place + span - 1;
}

/** Text anywhere in one of the columns, or pinyin and initials from the beginning. */
export function searchIn(names: readonly string[], q: string): RawBuilder<unknown> {
  const text = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const letters = q.toLowerCase().replace(/[^a-z]/g, '');
  const parts = names.map((name) => sql`${sql.ref(name)} like ${text}`);
  if (letters !== '') parts.push(sql`pinyin like ${`${letters}%`}`, sql`initials like ${`${letters}%`}`);
  return sql`(${sql.join(parts, sql` or `)})`;
}

/** Undefined outside the reader's range. */
export async function findCooperative(tx: Tx, key: RecordKey): Promise<CooperativeRow | undefined> {
  const { rows } = await sql<CooperativeRow>`
    select ${columns} from cooperative where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export async function findCooperativeListed(tx: Tx, key: RecordKey): Promise<CooperativeListRow | undefined> {
  const { rows } = await sql<CooperativeListRow>`
    select ${columns}, place_name, members, open_breaches ${source(todayInShanghai(tx.now))}
    where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** What a cooperative's form fills. */
export interface CooperativeFields {
  readonly name: string;
  readonly creditCode: string | null;
  readonly address: string | null;
  readonly chairperson: string | null;
  readonly phone: string | null;
  readonly business: string | null;
  readonly branchLed: boolean;
  readonly registeredOn: string;
}

/** A new organisation; throws a unique violation where the village has one of this name. */
export async function recordCooperative(
  tx: Tx,
  row: CooperativeFields & { county: number; id: string; place: number; kind: CooperativeKind },
): Promise<void> {
  const { county, id, place, kind } = row;
  await record(tx, 'cooperative', { county, id, place, kind, ...fieldColumns(row) } as NewRow);
}

/** False when somebody changed it meanwhile. */
export async function correctCooperative(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: CooperativeFields; readonly reason: string },
): Promise<boolean> {
  const set = fieldColumns(change.fields);
  return (await revise(tx, 'cooperative', { key, set, reason: change.reason })) !== undefined;
}

export async function dissolveCooperative(
  tx: Tx,
  key: RecordKey,
  end: { readonly dissolvedOn: string; readonly reason: string },
): Promise<boolean> {
  const set = { dissolved_on: end.dissolvedOn, dissolved_reason: end.reason };
  return (await revise(tx, 'cooperative', { key, set, reason: end.reason })) !== undefined;
}

export async function withdrawCooperative(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'cooperative', { key, reason })) !== undefined;
}

/** Claims a credit code; false when another organisation holds it. */
export async function claimCode(tx: Tx, code: string, holder: { county: number; id: string }): Promise<boolean> {
  const { rows } = await sql`
    insert into cooperative_key (credit_code, county, cooperative_id) values (${code}, ${holder.county}, ${holder.id})
    on conflict (credit_code) do update set county = cooperative_key.county
      where cooperative_key.cooperative_id = excluded.cooperative_id
    returning cooperative_id`.execute(tx.db);
  return rows.length === 1;
}

export async function releaseCode(tx: Tx, holder: { county: number; id: string }): Promise<void> {
  await sql`delete from cooperative_key where county = ${holder.county} and cooperative_id = ${holder.id}`.execute(
    tx.db,
  );
}

function fieldColumns(fields: CooperativeFields) {
  return {
    name: fields.name,
    ...spellTitle(fields.name),
    credit_code: fields.creditCode,
    address: fields.address,
    chairperson: fields.chairperson,
    phone: fields.phone,
    business: fields.business,
    branch_led: fields.branchLed,
    registered_on: fields.registeredOn,
  };
}
