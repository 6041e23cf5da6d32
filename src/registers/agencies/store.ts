import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { spellTitle } from '../../platform/spelling.ts';
import type { AgencyKind } from './rules.ts';

export interface AgencyRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly kind: AgencyKind;
  readonly name: string;
  readonly creditCode: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly revision: number;
}

export interface AgencyQuery {
  readonly q?: string | undefined;
  readonly kind?: AgencyKind | undefined;
  readonly sort?: 'name' | 'startsOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

export type AgencyFields = Omit<AgencyRow, 'county' | 'id' | 'place' | 'revision'>;

export async function listAgencies(tx: Tx, query: AgencyQuery): Promise<{ rows: readonly AgencyRow[]; total: number }> {
  const found = sql`from agency where ${conditions(query)}`;
  const sorted = sql.ref(query.sort === 'startsOn' ? 'starts_on' : 'pinyin');
  const { rows } = await sql<AgencyRow>`
    select county, id, place, kind, name, credit_code, contact_name, contact_phone, starts_on, ends_on, revision
    ${found} order by ${sorted} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(query: AgencyQuery): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (query.kind) parts.push(sql`kind = ${query.kind}`);
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    const letters = `${query.q.toLowerCase().replace(/[^a-z]/g, '')}%`;
    parts.push(
      letters === '%'
        ? sql`name like ${text}`
        : sql`(name like ${text} or pinyin like ${letters} or initials like ${letters})`,
    );
  }
  return sql.join(parts, sql` and `);
}

export async function findAgency(tx: Tx, key: RecordKey): Promise<AgencyRow | undefined> {
  const row = await tx.db
    .selectFrom('agency')
    .select([
      'county',
      'id',
      'place',
      'kind',
      'name',
      'creditCode',
      'contactName',
      'contactPhone',
      'startsOn',
      'endsOn',
      'revision',
    ])
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as AgencyKind };
}

export async function recordAgency(
  tx: Tx,
  row: AgencyFields & { county: number; id: string; place: number },
): Promise<void> {
  await record(tx, 'agency', { county: row.county, id: row.id, place: row.place, ...columns(row) } as NewRow);
}

/** False when somebody changed it meanwhile. */
export async function correctAgency(
  tx: Tx,
  key: RecordKey,
  change: { fields: AgencyFields; reason: string },
): Promise<boolean> {
  return (await revise(tx, 'agency', { key, set: columns(change.fields), reason: change.reason })) !== undefined;
}

export async function withdrawAgency(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'agency', { key, reason })) !== undefined;
}

/** Claims a credit code for an agency; false when another holds it. */
export async function claimCode(tx: Tx, code: string, holder: { county: number; id: string }): Promise<boolean> {
  const { rows } = await sql<{ agencyId: string }>`
    insert into agency_key (credit_code, county, agency_id) values (${code}, ${holder.county}, ${holder.id})
    on conflict (credit_code) do update set county = agency_key.county where agency_key.agency_id = excluded.agency_id
    returning agency_id`.execute(tx.db);
  return rows.length === 1;
}

export async function releaseCode(tx: Tx, holder: { county: number; id: string }): Promise<void> {
  await sql`delete from agency_key where county = ${holder.county} and agency_id = ${holder.id}`.execute(tx.db);
}

function columns(fields: AgencyFields) {
  return {
    kind: fields.kind,
    name: fields.name,
    ...spellTitle(fields.name),
    credit_code: fields.creditCode,
    contact_name: fields.contactName,
    contact_phone: fields.contactPhone,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
  };
}

/** Names of places for the list; places are a reference table of the register below. */
export async function listPlaceNames(tx: Tx, codes: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('place')
    .select(['code', 'name'])
    .where('code', 'in', [...new Set(codes)])
    .execute();
  return new Map(rows.map((row) => [row.code, row.name]));
}

/** Names by id, inside the reader's range. */
export async function listAgencyNames(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select t.id, t.name from unnest(${keys.map(({ county }) => county)}::int[], ${keys.map(({ id }) => id)}::uuid[]) as k (county, id)
    join agency as t on t.county = k.county and t.id = k.id`.execute(tx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
