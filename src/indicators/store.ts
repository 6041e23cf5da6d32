import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/transact.ts';
import type { Month } from '../platform/pure/period.ts';
import { aggregate, view, where } from './fact-store.ts';
import { type Condition, type CountedIndicator, eachMonth, ownConditions } from './rules.ts';

export interface StoredFigure {
  readonly place: number;
  readonly month: Month;
  readonly indicator: string;
  readonly value: number;
  readonly rowCount: number;
}

export interface StalePlace {
  readonly county: number;
  readonly place: number;
  readonly fromMonth: Month;
}

/** Places a range may be recounted for: one village, or all villages of a county. */
export interface RecountRange {
  readonly county: number;
  readonly lo: number;
  readonly hi: number;
}

/** Takes the oldest stale villages; a write that comes later marks them again. */
export async function takeStale(tx: Tx, limit: number): Promise<readonly StalePlace[]> {
  const { rows } = await sql<StalePlace>`
    with picked as (
      select county, place, from_month from figure_dirty order by marked_at limit ${limit} for update skip locked
    ), taken as (
      delete from figure_dirty d using picked p
      where d.county = p.county and d.place = p.place and d.from_month = p.from_month returning d.county, d.place, d.from_month
    )
    select county, place, min(from_month) as from_month from taken group by county, place`.execute(tx.db);
  return rows;
}

/**
 * Counts every indicator of one fact kind in one scan of the range, for the months given, by village.
 * Written as differences, so that only figures that moved are touched, here and above.
 */
export async function recountFact(tx: Tx, job: CountJob): Promise<number> {
  if (job.indicators.length === 0 || job.months.length === 0) return 0;
  const codes = job.indicators.map((one) => one.code);
  const { rows } = await sql<{ changed: number }>`
    with ${counted(job)}, ${applyDifferences(job.range, job.months, { codes, now: tx.now })}
    select (select count(*) from moved) as changed, (select count(*) from written) as written`.execute(tx.db);
  return rows[0]?.changed ?? 0;
}

export interface CountJob {
  readonly range: RecountRange;
  readonly months: readonly Month[];
  /** all of one fact kind */
  readonly indicators: readonly CountedIndicator[];
  /** as known then; undefined: as known now */
  readonly cutoff?: Date;
}

/** The same count without the cache: what the figures of villages were, as known at an instant. */
export async function countMonths(tx: Tx, job: CountJob): Promise<readonly StoredFigure[]> {
  if (job.indicators.length === 0 || job.months.length === 0) return [];
  const { rows } = await sql<StoredFigure>`
    with ${counted(job)} select place, month, indicator, value, row_count from counted`.execute(tx.db);
  return rows;
}

/** `months`, `wide` (one column for each figure) and `counted` (one row for each figure that has rows). */
function counted({ range, months, indicators, cutoff }: CountJob): RawBuilder<unknown> {
  const known: Condition = cutoff ? { kind: 'known_at', cutoff } : { kind: 'known_now' };
  const cells = indicators.map((indicator, index) => {
    const conditions = where(ownConditions(indicator, eachMonth, known));
    return {
      columns: sql`${aggregate(indicator)} filter (where ${conditions}) as ${sql.ref(`v${index}`)},
        count(*) filter (where ${conditions}) as ${sql.ref(`n${index}`)}`,
      values: sql`(${indicator.code}::text, ${sql.ref(`w.v${index}`)}::numeric, ${sql.ref(`w.n${index}`)}::int)`,
    };
  });
  return sql`months as (
      select month, (month || '-01')::date as first_day,
        ((month || '-01')::date + interval '1 month' - interval '1 day')::date as last_day
      from unnest(${[...months]}::text[]) as u (month)
    ), wide as (
      select f.county, f.place, m.month, ${sql.join(cells.map((one) => one.columns))}
      from months m join ${view(indicators[0]?.fact ?? '')} as f on f.occurred_on <= m.last_day
      where f.county = ${range.county} and f.place between ${range.lo} and ${range.hi} and ${where([known])}
      group by f.county, f.place, m.month
    ), counted as (
      select w.county, w.place, w.month, x.indicator, x.value, x.row_count
      from wide w cross join lateral (values ${sql.join(cells.map((one) => one.values))}) as x (indicator, value, row_count)
      where x.row_count > 0
    )`;
}

/** Compares `counted` with the cache and moves village, township, banner and city by the same difference. */
function applyDifferences(range: RecountRange, months: readonly Month[], { codes, now }: { codes: readonly string[]; now: Date }): RawBuilder<unknown> {
  const known = sql`county = ${range.county} and place between ${range.lo} and ${range.hi}
    and month = any(${[...months]}::text[]) and indicator = any(${[...codes]}::text[]) and place % 1000 <> 0`;
  return sql`cached as (
      select county, place, month, indicator, value, row_count from figure where ${known}
    ), moved as (
      select coalesce(n.county, o.county) as county, coalesce(n.place, o.place) as place,
        coalesce(n.month, o.month) as month, coalesce(n.indicator, o.indicator) as indicator,
        coalesce(n.value, 0) - coalesce(o.value, 0) as value, coalesce(n.row_count, 0) - coalesce(o.row_count, 0) as row_count
      from counted n full join cached o using (county, place, month, indicator)
      where n.value is distinct from o.value or n.row_count is distinct from o.row_count
    ), levels as (
      select level.place / 1000000 as county, level.place, m.month, m.indicator, sum(m.value) as value, sum(m.row_count)::int as row_count
      from moved m cross join lateral (values
        (m.place), (m.place / 1000 * 1000), (m.place / 1000000 * 1000000), (m.place / 100000000 * 100000000)) as level (place)
      group by level.place, m.month, m.indicator
    ), written as (
      insert into figure as f (county, place, month, indicator, value, row_count, computed_at)
      select county, place, month, indicator, value, row_count, ${now} from levels order by county, place, month, indicator
      on conflict (county, place, month, indicator) do update
      set value = f.value + excluded.value, row_count = f.row_count + excluded.row_count, computed_at = excluded.computed_at
      returning 1
    )`;
}

/** Figures of a place or of the places directly below it, for one or more months. */
export async function listFigures(
  tx: Tx,
  query: { readonly places: readonly number[]; readonly months: readonly Month[] },
): Promise<readonly StoredFigure[]> {
  return tx.db
    .selectFrom('figure')
    .select(['place', 'month', 'indicator', 'value', 'rowCount'])
    .where('county', 'in', [...new Set(query.places.map((place) => Math.floor(place / 1_000_000)))])
    .where('place', 'in', [...query.places])
    .where('month', 'in', [...query.months])
    .execute() as Promise<readonly StoredFigure[]>;
}

/** Every figure of one indicator and month inside a range: the tile map. */
export async function listIndicatorFigures(
  tx: Tx,
  query: { readonly lo: number; readonly hi: number; readonly month: Month; readonly indicator: string },
): Promise<readonly StoredFigure[]> {
  return tx.db
    .selectFrom('figure')
    .select(['place', 'month', 'indicator', 'value', 'rowCount'])
    .where('month', '=', query.month)
    .where('indicator', '=', query.indicator)
    .where('place', '>=', query.lo)
    .where('place', '<=', query.hi)
    .execute() as Promise<readonly StoredFigure[]>;
}

export async function listCounties(tx: Tx): Promise<readonly number[]> {
  const rows = await tx.db.selectFrom('place').select('county').distinct().where('level', '=', 'village').orderBy('county').execute();
  return rows.map((row) => row.county);
}

export async function findState(tx: Tx): Promise<{ catalogueVersion: string; lastMonth: Month } | undefined> {
  const row = await tx.db.selectFrom('figureState').select(['catalogueVersion', 'lastMonth']).executeTakeFirst();
  return row as { catalogueVersion: string; lastMonth: Month } | undefined;
}

export async function saveState(tx: Tx, state: { readonly catalogueVersion: string; readonly lastMonth: Month }): Promise<void> {
  await sql`insert into figure_state (catalogue_version, last_month, counted_at)
    values (${state.catalogueVersion}, ${state.lastMonth}, ${tx.now})
    on conflict (one) do update set catalogue_version = excluded.catalogue_version,
      last_month = excluded.last_month, counted_at = excluded.counted_at`.execute(tx.db);
}

/** Figures of indicators that left the catalogue. */
export async function dropUnknown(tx: Tx, codes: readonly string[]): Promise<void> {
  await sql`delete from figure where indicator <> all(${[...codes]}::text[])`.execute(tx.db);
}
