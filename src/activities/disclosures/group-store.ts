import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { placeOf, placeRange } from '../../platform/pure/place.ts';
import type { MemberFields, MemberRow } from './group-contract.ts';
import type { groupPosts } from './rules.ts';
import type { Unit } from './source-store.ts';

export interface GroupQuery {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly cooperativeId?: string | undefined;
  readonly past: boolean;
  readonly sort?: 'place' | 'name' | 'startsOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const columns = sql`m.county, m.id, m.place, coalesce(p.name, '') as place_name, m.cooperative_id, c.name as cooperative_name,
  m.name, m.post, m.phone, m.decision_number, m.starts_on, m.ends_on, m.revision`;
const source = sql`from finance_group_member as m left join place as p on p.code = m.place
  left join cooperative as c on c.county = m.county and c.id = m.cooperative_id`;

export async function listMembers(tx: Tx, query: GroupQuery): Promise<{ rows: readonly MemberRow[]; total: number }> {
  const where = sql.join(conditions(tx, query), sql` and `);
  const { rows } = await sql<MemberRow>`
    select ${columns} ${source} where ${where} order by ${orderBy(query)}, m.id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${source} where ${where}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(tx: Tx, query: GroupQuery): RawBuilder<unknown>[] {
  const range = query.place === undefined ? undefined : placeRange(placeOf(query.place));
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return [
    range ? sql`m.place between ${range.lo} and ${range.hi}` : sql`true`,
    ...(query.cooperativeId === undefined ? [] : [sql`m.cooperative_id = ${query.cooperativeId}`]),
    ...(query.past ? [] : [sql`(m.ends_on is null or m.ends_on > ${todayInShanghai(tx.now)}::date)`]),
    ...(query.q ? [sql`(m.name like ${text} or p.name like ${text} or c.name like ${text})`] : []),
  ];
}

function orderBy({ sort, order }: GroupQuery): RawBuilder<unknown> {
  const down = order === 'desc' ? sql`desc` : sql`asc`;
  switch (sort) {
    case 'name':
      return sql`m.name ${down}`;
    case 'startsOn':
      return sql`m.starts_on ${down}`;
    default:
      return sql`m.place ${down}, m.cooperative_id nulls first, m.post, m.name`;
  }
}

export async function findMember(tx: Tx, key: RecordKey): Promise<MemberRow | undefined> {
  const { rows } = await sql<MemberRow>`
    select ${columns} ${source} where m.county = ${key.county} and m.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** Those in office on a day, the head first. */
export async function listGroup(
  tx: Tx,
  { county, place, cooperativeId }: Pick<Unit, 'county' | 'place' | 'cooperativeId'>,
  on: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly post: (typeof groupPosts)[number] }[]> {
  const { rows } = await sql<{ id: string; name: string; post: (typeof groupPosts)[number] }>`
    select id, name, post from finance_group_member
    where county = ${county} and place = ${place} and cooperative_id is not distinct from ${cooperativeId}::uuid
      and starts_on <= ${on}::date and (ends_on is null or ends_on > ${on}::date)
    order by post, name, id`.execute(tx.db);
  return rows;
}

export async function recordMember(
  tx: Tx,
  member: { readonly id: string; readonly unit: Unit },
  fields: MemberFields,
): Promise<void> {
  const { county, place, cooperativeId } = member.unit;
  const row = { county, id: member.id, place, cooperative_id: cooperativeId };
  await record(tx, 'finance_group_member', { ...row, ...memberColumns(fields) });
}

export async function correctMember(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: MemberFields; readonly reason: string },
): Promise<boolean> {
  const set = memberColumns(change.fields);
  return (await revise(tx, 'finance_group_member', { key, set, reason: change.reason })) !== undefined;
}

/** Whoever signed stays: a foreign key holds the row. */
export async function withdrawMember(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'finance_group_member', { key, reason })) !== undefined;
}

function memberColumns(fields: MemberFields) {
  return {
    name: fields.name,
    post: fields.post,
    phone: fields.phone,
    decision_number: fields.decisionNumber,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
  };
}
