import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { branchKinds, branchPosts, branchRatings } from './rules.ts';

export interface BranchRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly name: string;
  readonly kind: (typeof branchKinds)[number];
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly secretary: string | null;
  readonly members: number | null;
  readonly rating: (typeof branchRatings)[number] | null;
  readonly rectifying: boolean;
  readonly revision: number;
}

export interface BranchQuery {
  readonly q?: string | undefined;
  readonly state?: 'vacant' | 'weak' | undefined;
  readonly sort?: 'place' | 'name' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const today = sql`(now() at time zone 'Asia/Shanghai')::date`;

const source = sql`from (
    select b.county, b.id, b.place, p.name as place_name, b.name, b.kind, b.starts_on, b.ends_on, b.revision,
      (select s.person_name from branch_post s where s.county = b.county and s.branch_id = b.id and s.post = 'secretary'
        and s.starts_on <= ${today} and (s.ends_on is null or s.ends_on > ${today}) limit 1) as secretary,
      y.members, y.rating,
      exists (select 1 from branch_rectification r where r.county = b.county and r.branch_id = b.id and r.closed_on is null) as rectifying
    from party_branch b left join place p on p.code = b.place
    left join lateral (select members, rating from branch_year y where y.county = b.county and y.branch_id = b.id
      order by year desc limit 1) as y on true
  ) as b`;

export async function listBranches(tx: Tx, query: BranchQuery): Promise<{ rows: readonly BranchRow[]; total: number }> {
  const found = sql`${source} where ${conditions(query)}`;
  const sorted = sql.ref(query.sort === 'name' ? 'name' : 'place');
  const { rows } = await sql<BranchRow>`
    select * ${found} order by ${sorted} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(query: BranchQuery): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (query.state === 'vacant') parts.push(sql`secretary is null and ends_on is null`);
  if (query.state === 'weak') parts.push(sql`rectifying`);
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(name like ${text} or place_name like ${text} or secretary like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findBranch(tx: Tx, key: RecordKey): Promise<BranchRow | undefined> {
  const { rows } = await sql<BranchRow>`select * ${source} where county = ${key.county} and id = ${key.id}`.execute(
    tx.db,
  );
  return rows[0];
}

export interface PostRow {
  readonly id: string;
  readonly post: (typeof branchPosts)[number];
  readonly personName: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly revision: number;
}

export async function listPosts(tx: Tx, branch: RecordKey): Promise<readonly PostRow[]> {
  const rows = await tx.db
    .selectFrom('branchPost')
    .select(['id', 'post', 'personName', 'startsOn', 'endsOn', 'revision'])
    .where('county', '=', branch.county)
    .where('branchId', '=', branch.id)
    .orderBy('startsOn', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, post: row.post as PostRow['post'] }));
}

export async function listYears(tx: Tx, branch: RecordKey) {
  const rows = await tx.db
    .selectFrom('branchYear')
    .select(['id', 'year', 'members', 'rating', 'revision'])
    .where('county', '=', branch.county)
    .where('branchId', '=', branch.id)
    .orderBy('year', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, rating: row.rating as BranchRow['rating'] }));
}

export async function listRectifications(tx: Tx, branch: RecordKey) {
  return tx.db
    .selectFrom('branchRectification')
    .select(['id', 'problem', 'measures', 'foundOn', 'dueOn', 'closedOn', 'evidence', 'revision'])
    .where('county', '=', branch.county)
    .where('branchId', '=', branch.id)
    .orderBy('foundOn', 'desc')
    .limit(100)
    .execute();
}

interface Part {
  readonly county: number;
  readonly place: number;
  readonly id: string;
}

export async function recordBranch(
  tx: Tx,
  row: Part & { name: string; kind: string; startsOn: string },
): Promise<void> {
  const { startsOn, ...rest } = row;
  await record(tx, 'party_branch', { ...rest, starts_on: startsOn } as NewRow);
}

export async function recordPost(
  tx: Tx,
  row: Part & { branchId: string; post: string; personName: string; startsOn: string; endsOn: string | null },
): Promise<void> {
  const { county, place, id, post } = row;
  await record(tx, 'branch_post', {
    county,
    id,
    place,
    branch_id: row.branchId,
    post,
    person_name: row.personName,
    starts_on: row.startsOn,
    ends_on: row.endsOn,
  } as NewRow);
}

export async function endPost(tx: Tx, key: RecordKey, change: { endsOn: string; reason: string }): Promise<boolean> {
  return (
    (await revise(tx, 'branch_post', { key, set: { ends_on: change.endsOn }, reason: change.reason })) !== undefined
  );
}

export async function recordYear(
  tx: Tx,
  row: Part & { branchId: string; year: number; members: number; rating: string | null },
): Promise<void> {
  const { branchId, ...rest } = row;
  await record(tx, 'branch_year', { ...rest, branch_id: branchId } as NewRow);
}

export async function openRectification(
  tx: Tx,
  row: Part & { branchId: string; problem: string; measures: string; foundOn: string; dueOn: string },
): Promise<void> {
  const { branchId, foundOn, dueOn, ...rest } = row;
  await record(tx, 'branch_rectification', {
    ...rest,
    branch_id: branchId,
    found_on: foundOn,
    due_on: dueOn,
  } as NewRow);
}

export async function closeRectification(
  tx: Tx,
  key: RecordKey,
  change: { closedOn: string; evidence: string },
): Promise<boolean> {
  const set = { closed_on: change.closedOn, evidence: change.evidence };
  return (await revise(tx, 'branch_rectification', { key, set, reason: change.evidence })) !== undefined;
}

/** Names by id, inside the reader's range. */
export async function listBranchNames(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select t.id, t.name from unnest(${keys.map(({ county }) => county)}::int[], ${keys.map(({ id }) => id)}::uuid[]) as k (county, id)
    join party_branch as t on t.county = k.county and t.id = k.id`.execute(tx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
