import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { canonicalJson } from '../../platform/pure/canonical.ts';
import { uuidv7 } from '../../platform/pure/ids.ts';
import type { Month } from '../../platform/pure/period.ts';
import type { FrozenValue } from '../../indicators/public.ts';
import type { ClosedFigure, Restated } from './rules.ts';

export interface SnapshotKey {
  readonly county: number;
  readonly place: number;
  readonly month: Month;
  readonly submissionId: string;
  readonly snapshot: number;
  readonly cutoff: Date;
}

/**
 * How long ago the oldest transaction that is still open began, in milliseconds: what it will write carries that
 * time, so a cutoff must lie before it. Every writer works under this database's application role.
 */
export async function oldestOpenAgeMs(tx: Tx): Promise<number> {
  const { rows } = await sql<{ age: number }>`
    select coalesce(ceil(extract(epoch from clock_timestamp() - min(xact_start)) * 1000), 0)::int as age
    from pg_stat_activity
    where datname = current_database() and usename = session_user and xact_start is not null and pid <> pg_backend_pid()`.execute(tx.db);
  return rows[0]?.age ?? 0;
}

/** Writes a village's frozen figures: append-only, one row for each figure of the snapshot. */
export async function saveSnapshot(tx: Tx, key: SnapshotKey, values: readonly FrozenValue[]): Promise<void> {
  await sql`
    insert into frozen_figure (county, submission_id, snapshot, indicator, place, month, cutoff, value, row_count, rows_digest, recorded_at, recorded_by)
    select ${key.county}, ${key.submissionId}, ${key.snapshot}, indicator, ${key.place}, ${key.month}, ${key.cutoff}, value, row_count, rows_digest,
      ${tx.now}, ${tx.actor.accountId}
    from unnest(${values.map((one) => one.indicator)}::text[], ${values.map((one) => one.value)}::numeric[],
      ${values.map((one) => one.rowCount)}::int[], ${values.map((one) => one.rowsDigest)}::text[]) as v (indicator, value, row_count, rows_digest)`.execute(tx.db);
}

/** Digest of a snapshot: equal figures over equal rows give the equal digest. */
export function digestOf(values: readonly Pick<FrozenValue, 'indicator' | 'value' | 'rowCount' | 'rowsDigest'>[]): string {
  const sorted = values
    .map(({ indicator, value, rowCount, rowsDigest }) => ({ indicator, value, rowCount, rowsDigest }))
    .sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
  return createHash('sha256').update(canonicalJson(sorted)).digest('hex');
}

export interface FrozenSum {
  readonly indicator: string;
  readonly value: number;
  readonly rowCount: number;
}

/** Frozen figures of the confirmed villages of a range, added up. */
export async function sumFrozen(tx: Tx, range: { lo: number; hi: number }, month: Month): Promise<readonly FrozenSum[]> {
  const { rows } = await sql<FrozenSum>`
    select f.indicator, sum(f.value) as value, sum(f.row_count)::int as row_count
    from submission s join frozen_figure f on f.county = s.county and f.submission_id = s.id and f.snapshot = s.snapshot
    where s.month = ${month} and s.place between ${range.lo} and ${range.hi} and s.level = 'village' and s.state <> 'returned'
    group by f.indicator`.execute(tx.db);
  return rows;
}

/** Live figures of the villages of a range that have not confirmed, added up. */
export async function sumUnconfirmed(tx: Tx, range: { lo: number; hi: number }, month: Month): Promise<readonly FrozenSum[]> {
  const { rows } = await sql<FrozenSum>`
    select f.indicator, sum(f.value) as value, sum(f.row_count)::int as row_count
    from figure f
    where f.month = ${month} and f.place between ${range.lo} and ${range.hi} and f.place % 1000 <> 0
      and not exists (select 1 from submission s where s.county = f.county and s.place = f.place and s.month = f.month and s.state <> 'returned')
    group by f.indicator`.execute(tx.db);
  return rows;
}

/** The cutoff of every confirmed village of a range; rows of a report cell are read as known then. */
export async function listCutoffs(tx: Tx, range: { lo: number; hi: number }, month: Month) {
  const { rows } = await sql<{ place: number; cutoff: Date | null; digest: string | null }>`
    select p.code as place, s.cutoff, s.digest
    from place p left join submission s on s.county = p.county and s.place = p.code and s.month = ${month} and s.state <> 'returned'
    where p.level = 'village' and p.code between ${range.lo} and ${range.hi} order by p.code`.execute(tx.db);
  return rows;
}

/** What the reports of closed months say so far of a village: frozen value plus restatements. */
export async function listStated(tx: Tx, place: number, before: Month): Promise<readonly ClosedFigure[]> {
  const county = Math.floor(place / 1_000_000);
  const { rows } = await sql<ClosedFigure>`
    select f.month, f.indicator, f.value + coalesce((
        select sum(r.value_after - r.value_before) from restatement r
        join submission rs on rs.county = r.county and rs.id = r.submission_id and rs.snapshot = r.snapshot
        where r.county = f.county and r.place = f.place and r.about_month = f.month and r.indicator = f.indicator
          and r.month < ${before} and r.recorded_at > f.recorded_at), 0) as value
    from submission s join frozen_figure f on f.county = s.county and f.submission_id = s.id and f.snapshot = s.snapshot
    where s.county = ${county} and s.place = ${place} and s.month < ${before} and s.state = 'approved'`.execute(tx.db);
  return rows;
}

export interface Cause {
  readonly recordType: string;
  readonly county: number;
  readonly recordId: string;
  readonly change: 'added' | 'removed';
}

export async function saveRestatements(
  tx: Tx,
  key: SnapshotKey,
  list: readonly (Restated & { readonly causes: readonly Cause[] })[],
): Promise<void> {
  if (list.length === 0) return;
  await sql`
    insert into restatement (county, id, place, submission_id, snapshot, month, about_month, indicator, value_before, value_after, causes, recorded_at, recorded_by)
    select ${key.county}, id, ${key.place}, ${key.submissionId}, ${key.snapshot}, ${key.month}, about_month, indicator, value_before, value_after, causes,
      ${tx.now}, ${tx.actor.accountId}
    from unnest(${list.map(() => uuidv7(tx.now.getTime(), randomBytes(10)))}::uuid[], ${list.map((one) => one.month)}::text[],
      ${list.map((one) => one.indicator)}::text[], ${list.map((one) => one.before)}::numeric[], ${list.map((one) => one.value)}::numeric[],
      ${list.map((one) => JSON.stringify({ records: one.causes }))}::jsonb[])
      as r (id, about_month, indicator, value_before, value_after, causes)`.execute(tx.db);
}

export interface RestatementSum {
  readonly aboutMonth: Month;
  readonly indicator: string;
  readonly difference: number;
  readonly villages: number;
  readonly causes: readonly Cause[];
}

/** Restatements that the reports of a month carry, added up over a range, with the records that caused them. */
export async function listRestatements(tx: Tx, range: { lo: number; hi: number }, month: Month): Promise<readonly RestatementSum[]> {
  const { rows } = await sql<RestatementSum>`
    select r.about_month, r.indicator, sum(r.value_after - r.value_before) as difference, count(distinct r.place)::int as villages,
      coalesce((select jsonb_agg(c) from (select c from unnest(array_agg(r.causes)) as one, jsonb_array_elements(one -> 'records') as c limit 50) as few), '[]') as causes
    from restatement r
    join submission s on s.county = r.county and s.id = r.submission_id and s.snapshot = r.snapshot and s.state <> 'returned'
    where r.month = ${month} and r.place between ${range.lo} and ${range.hi}
    group by r.about_month, r.indicator order by r.about_month, r.indicator limit 500`.execute(tx.db);
  return rows;
}
