import { sql } from 'kysely';
import { arrayLiteral } from '../../platform/db/array-literal.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { lastDay, type Month } from '../../platform/pure/period.ts';
import type { SnapshotFigure } from './rules.ts';

export interface SnapshotKey {
  readonly county: number;
  readonly place: number;
  readonly month: Month;
  readonly submissionId: string;
  readonly snapshot: number;
  readonly cutoff: Date;
}

export interface PlaceSpan {
  readonly lo: number;
  readonly hi: number;
}

/**
 * An instant behind which nobody can write any more: before the start of every transaction that is still open, since
 * that start is what its rows will carry as `recorded_at`.
 */
export async function findSafeCutoff(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ age: number }>`select oldest_open_age_ms() as age`.execute(tx.db);
  const age = rows[0]?.age ?? 0;
  return age === 0 ? tx.now : new Date(tx.now.getTime() - age - 1);
}

/**
 * Writes the frozen figures of a confirmation: append-only, one row for each figure that counted a record. A figure of
 * the report's version of the catalogue that has no row counted none: its value is 0.
 */
export async function saveSnapshot(tx: Tx, key: SnapshotKey, all: readonly SnapshotFigure[]): Promise<void> {
  const figures = all.filter(({ rowCount }) => rowCount > 0);
  await sql`
    insert into frozen_figure (county, submission_id, snapshot, indicator, place, month, cutoff, value, row_count, rows_digest, recorded_at, recorded_by)
    select ${key.county}, ${key.submissionId}, ${key.snapshot}, indicator, ${key.place}, ${key.month}, ${key.cutoff}, value, row_count, rows_digest,
      ${tx.now}, ${tx.actor.accountId}
    from unnest(${figures.map((one) => one.indicator)}::text[], ${figures.map((one) => one.value)}::numeric[],
      ${figures.map((one) => one.rowCount)}::int[], ${figures.map((one) => one.rowsDigest)}::text[]) as v (indicator, value, row_count, rows_digest)`.execute(
    tx.db,
  );
}

/** A report with its snapshot as it stood elsewhere: the demo city, or reports taken over from another system. */
export interface PastSnapshot {
  readonly county: number;
  readonly place: number;
  readonly submissionId: string;
  readonly recordedAt: Date;
}

export interface PastFigure extends SnapshotFigure {
  readonly place: number;
}

/** What the snapshots of one month share. */
export interface PastMonth {
  readonly month: Month;
  readonly cutoff: Date;
  readonly recordedBy: string;
}

/** Writes the first snapshots of many reports of a month; figures that are not among those given are of no rows. */
export async function loadSnapshots(
  tx: Tx,
  { month, cutoff, recordedBy }: PastMonth,
  { reports, figures }: { readonly reports: readonly PastSnapshot[]; readonly figures: readonly PastFigure[] },
): Promise<void> {
  await sql`
    insert into frozen_figure (county, submission_id, snapshot, indicator, place, month, cutoff, value, row_count, rows_digest, recorded_at, recorded_by)
    select s.county, s.id, 1, v.indicator, s.place, ${month}, ${cutoff}, v.value, v.row_count, v.rows_digest, s.recorded_at, ${recordedBy}
    from unnest(${arrayLiteral(reports.map((one) => one.county))}::int[], ${arrayLiteral(reports.map((one) => one.place))}::bigint[],
      ${arrayLiteral(reports.map((one) => one.submissionId))}::uuid[], ${arrayLiteral(reports.map((one) => one.recordedAt))}::timestamptz[])
      as s (county, place, id, recorded_at)
    join unnest(${arrayLiteral(figures.map((one) => one.place))}::bigint[], ${arrayLiteral(figures.map((one) => one.indicator))}::text[],
      ${arrayLiteral(figures.map((one) => one.value))}::numeric[], ${arrayLiteral(figures.map((one) => one.rowCount))}::int[],
      ${arrayLiteral(figures.map((one) => one.rowsDigest))}::text[]) as v (place, indicator, value, row_count, rows_digest)
      on v.place = s.place
    where v.row_count > 0`.execute(tx.db);
}

export interface FrozenSum {
  /** the place of the width asked for */
  readonly place: number;
  readonly indicator: string;
  readonly value: number;
  readonly rowCount: number;
}

/** Frozen figures of the confirmed reports of a range, added up by places `width` codes wide. */
export async function sumFrozen(
  tx: Tx,
  range: PlaceSpan,
  by: { month: Month; width: number },
): Promise<readonly FrozenSum[]> {
  const { rows } = await sql<FrozenSum>`
    select f.place / ${by.width}::bigint * ${by.width}::bigint as place, f.indicator, sum(f.value) as value, sum(f.row_count)::int as row_count
    from submission s join frozen_figure f on f.county = s.county and f.submission_id = s.id and f.snapshot = s.snapshot
    where s.month = ${by.month} and s.place between ${range.lo} and ${range.hi} and s.state <> 'returned'
    group by 1, 2`.execute(tx.db);
  return rows;
}

export interface PlaceKnowledge {
  readonly place: number;
  /** null: its report is not confirmed, so what is known now counts */
  readonly cutoff: Date | null;
}

/**
 * As of when each place of a range is known to the reports of a month: a village that reports at its own cutoff, any
 * other place (a township itself, an urban community) at that of the lowest report that covers it.
 */
export async function listCutoffs(tx: Tx, range: PlaceSpan, month: Month): Promise<readonly PlaceKnowledge[]> {
  const day = lastDay(month);
  const { rows } = await sql<PlaceKnowledge>`
    with village as (
      select code from place where level = 'village' and rural and code between ${range.lo} and ${range.hi}
        and starts_on <= ${day}::date and (ends_on is null or ends_on > ${day}::date)
    ), reporting as (
      select code from village union select code / 1000 * 1000 from village
      union select code / 1000000 * 1000000 from village union select code / 100000000 * 100000000 from village
    )
    select p.code as place, s.cutoff
    from place p
    left join reporting own on own.code = p.code
    left join reporting township on township.code = p.code / 1000 * 1000
    left join reporting banner on banner.code = p.code / 1000000 * 1000000
    left join reporting city on city.code = p.code / 100000000 * 100000000
    left join submission s on s.place = coalesce(own.code, township.code, banner.code, city.code)
      and s.month = ${month} and s.state <> 'returned'
    where p.level <> 'province' and p.code between ${range.lo} and ${range.hi}
    order by p.code`.execute(tx.db);
  return rows;
}

/** What the reports say so far of one figure of a closed month: frozen value plus restatements. */
export interface StatedFigure {
  readonly month: Month;
  readonly indicator: string;
  readonly value: number;
  /** as of when this is known: the cutoff of the report, or of the last one that restated the figure */
  readonly knownAt: Date;
}

/** A figure that a version of the catalogue counts. */
export interface CountedIn {
  readonly version: string;
  readonly indicator: string;
}

/**
 * The closed months of a place before one month, as stated so far, each with the figures frozen in it and those of which
 * its version of the catalogue counted no record. Restatements of returned reports and of snapshots that were replaced since do not count, so a report
 * confirmed again states its own anew.
 */
export async function listStated(
  tx: Tx,
  report: {
    readonly place: number;
    readonly from: Month;
    readonly before: Month;
    readonly counted: readonly CountedIn[];
  },
): Promise<readonly StatedFigure[]> {
  const county = Math.floor(report.place / 1_000_000);
  const { rows } = await sql<StatedFigure>`
    with stated as (
      select s.county, s.place, s.month, s.cutoff, c.indicator, coalesce(f.value, 0) as value, coalesce(f.recorded_at, s.cutoff) as since
      from submission s
      cross join lateral (
        select indicator from unnest(${arrayLiteral(report.counted.map((one) => one.version))}::text[],
          ${arrayLiteral(report.counted.map((one) => one.indicator))}::text[]) as v (version, indicator) where version = s.catalogue_version
        union select indicator from frozen_figure where county = s.county and submission_id = s.id and snapshot = s.snapshot
      ) as c
      left join frozen_figure f on f.county = s.county and f.submission_id = s.id and f.snapshot = s.snapshot and f.indicator = c.indicator
      where s.county = ${county} and s.place = ${report.place} and s.month >= ${report.from} and s.month < ${report.before}
        and s.state = 'approved'
    )
    select f.month, f.indicator, f.value + coalesce(sum(r.value_after - r.value_before), 0) as value,
      greatest(f.cutoff, max(rs.cutoff)) as known_at
    from stated f
    left join (
      restatement r join submission rs on rs.county = r.county and rs.id = r.submission_id
        and rs.snapshot = r.snapshot and rs.state <> 'returned'
    ) on r.county = f.county and r.place = f.place and r.about_month = f.month and r.indicator = f.indicator
      and r.recorded_at > f.since
    group by f.month, f.indicator, f.value, f.cutoff`.execute(tx.db);
  return rows;
}

/** A record that makes the difference between what was stated and what is known. */
export interface Cause {
  readonly recordType: string;
  readonly county: number;
  readonly place: number;
  readonly recordId: string;
  readonly occurredOn: string;
  readonly change: 'added' | 'removed';
}

export interface NewRestatement {
  readonly aboutMonth: Month;
  readonly indicator: string;
  readonly before: number;
  readonly after: number;
  readonly causes: readonly Cause[];
}

export async function saveRestatements(tx: Tx, key: SnapshotKey, list: readonly NewRestatement[]): Promise<void> {
  if (list.length === 0) return;
  await sql`
    insert into restatement (county, id, place, submission_id, snapshot, month, about_month, indicator, value_before, value_after, causes, recorded_at, recorded_by)
    select ${key.county}, id, ${key.place}, ${key.submissionId}, ${key.snapshot}, ${key.month}, about_month, indicator, value_before, value_after, causes,
      ${tx.now}, ${tx.actor.accountId}
    from unnest(${list.map(() => newRecordId(tx))}::uuid[], ${list.map((one) => one.aboutMonth)}::text[],
      ${list.map((one) => one.indicator)}::text[], ${list.map((one) => one.before)}::numeric[], ${list.map((one) => one.after)}::numeric[],
      ${list.map((one) => JSON.stringify(one.causes))}::jsonb[])
      as r (id, about_month, indicator, value_before, value_after, causes)`.execute(tx.db);
}

export interface RestatementSum {
  readonly aboutMonth: Month;
  readonly indicator: string;
  readonly difference: number;
  readonly places: number;
  readonly causes: readonly Cause[];
}

const restatementsShown = 500;

/** What the reports of a month restate of earlier ones, added up over a range, with the records that caused it. */
export async function listRestatements(tx: Tx, range: PlaceSpan, month: Month): Promise<readonly RestatementSum[]> {
  const { rows } = await sql<RestatementSum>`
    select r.about_month, r.indicator, sum(r.value_after - r.value_before) as difference, count(distinct r.place)::int as places,
      coalesce((select jsonb_agg(cause) from (
        select cause from unnest(array_agg(r.causes)) as list, jsonb_array_elements(list) as cause limit 50) as few), '[]') as causes
    from restatement r
    join submission s on s.county = r.county and s.id = r.submission_id and s.snapshot = r.snapshot and s.state <> 'returned'
    where r.month = ${month} and r.place between ${range.lo} and ${range.hi}
    group by r.about_month, r.indicator order by r.about_month desc, r.indicator limit ${restatementsShown}`.execute(
    tx.db,
  );
  return rows;
}
