import { type RawBuilder, sql } from 'kysely';
import { arrayLiteral } from '../platform/db/array-literal.ts';
import type { Parameter } from '../platform/db/prepared.ts';
import type { Tx } from '../platform/db/transact.ts';
import type { Month } from '../platform/pure/period.ts';
import type { PlaceRange } from '../platform/pure/place.ts';
import { aggregate, view, where } from './fact-store.ts';
import { type Condition, type CountedIndicator, eachMonth, ownConditions, timingCondition } from './rules.ts';

/** Places a range may be recounted for: one place, or everything in a county. */
export interface RecountRange extends PlaceRange {
  readonly county: number;
}

export interface CountJob {
  readonly range: RecountRange;
  readonly months: readonly Month[];
  /** all of one fact kind */
  readonly indicators: readonly CountedIndicator[];
}

export interface StalePlace {
  readonly county: number;
  readonly place: number;
  readonly fromMonth: Month;
}

export async function hasStale(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from figure_dirty limit 1`.execute(tx.db);
  return rows.length > 0;
}

/**
 * Holds the one row that every recount holds until it ends: differences are added to shared totals, so two counts of
 * the same place at the same time would add theirs twice.
 */
export async function takeTurn(tx: Tx, extent: 'place' | 'range' = 'range'): Promise<void> {
  // to plan the count of one place takes three times as long as to count it, and the plan is the same for every place;
  // a plan for whatever range would take a county for as small as a place
  const plan = extent === 'place' ? sql`force_generic_plan` : sql`force_custom_plan`;
  await sql`set local plan_cache_mode = ${plan}`.execute(tx.db);
  // rows of a range inside a county are taken for far fewer than they are, and then sorted by text instead of hashed
  await sql`set local enable_sort = off`.execute(tx.db);
  const locked = await sql`select 1 from figure_state for update`.execute(tx.db);
  if (locked.rows.length > 0) return;
  await sql`insert into figure_state default values on conflict do nothing`.execute(tx.db);
  await sql`select 1 from figure_state for update`.execute(tx.db);
}

/** Takes the oldest stale places; a write that comes later marks them again. */
export async function takeStale(tx: Tx, limit: number): Promise<readonly StalePlace[]> {
  const { rows } = await sql<StalePlace>`
    with picked as (
      select county, place, from_month from figure_dirty order by marked_at limit ${limit} for update skip locked
    ), taken as (
      delete from figure_dirty d using picked p
      where d.county = p.county and d.place = p.place and d.from_month = p.from_month
      returning d.county, d.place, d.from_month
    )
    select county, place, min(from_month) as from_month from taken group by county, place order by place`.execute(
    tx.db,
  );
  return rows;
}

/** Forgets all marks: before a full count, which needs none. */
export async function dropStale(tx: Tx): Promise<void> {
  await sql`delete from figure_dirty`.execute(tx.db);
}

/**
 * Counts every indicator of one fact kind in one scan of the range, for the months given, by place.
 * Written as differences, so that only figures that moved are touched, here and above.
 */
export async function recountFact(tx: Tx, job: CountJob): Promise<number> {
  if (job.indicators.length === 0 || job.months.length === 0) return 0;
  const { sql: text, parameters } = sql`
    with ${counted(job, recounted(job.range))}, ${differences(job)}, ${applied(job, tx.now)}
    select (select count(*) from moved)::int as changed, (select count(*) from written) as written`.compile(tx.db);
  // places, months and what figures look for are values: the words are the same whenever a fact kind is counted
  const [row] = await tx.send<{ changed: number }>({
    name: `recount_${job.indicators[0]?.fact}`,
    text,
    values: parameters.map(toParameter),
  });
  return row?.changed ?? 0;
}

function toParameter(value: unknown): Parameter {
  if (Array.isArray(value)) return arrayLiteral(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`no parameter: ${typeof value}`);
}

function recounted({ county, lo, hi }: RecountRange): readonly RawBuilder<unknown>[] {
  return [sql`f.county = ${county} and f.place between ${lo} and ${hi}`, where([{ kind: 'known_now' }])];
}

export interface CountedFigure {
  readonly month: Month;
  readonly indicator: string;
  readonly value: number;
}

export interface OwnQuestion extends PlaceRange {
  /** ranges that places below report for themselves */
  readonly except: readonly PlaceRange[];
  readonly months: readonly Month[];
  readonly cutoff: Date;
}

/** Figures of a range without the places left out, for many months, as known at an instant; without the cache. */
export async function countMonths(
  tx: Tx,
  question: OwnQuestion,
  indicators: readonly CountedIndicator[],
): Promise<readonly CountedFigure[]> {
  const { lo, hi, except, months, cutoff } = question;
  if (indicators.length === 0 || months.length === 0) return [];
  const known: Condition = { kind: 'known_at', cutoff };
  const outside: readonly Condition[] = except.length > 0 ? [{ kind: 'place_outside', ranges: except }] : [];
  const scope = where([{ kind: 'place_between', lo, hi }, ...outside, known]);
  const { rows } = await sql<CountedFigure>`
    with ${counted({ months, indicators, known }, [scope])}
    select month, indicator, sum(value) as value from counted group by month, indicator`.execute(tx.db);
  return rows;
}

/**
 * `months`, `wide` (one column for each figure) and `counted` (one row for each figure that has rows). Days and
 * dimensions are worked out once for a fact and month, not once for each figure: `materialized` and `offset 0` keep
 * the planner from writing their expressions into every filter.
 */
function counted(
  {
    months,
    indicators,
    known = { kind: 'known_now' },
  }: Pick<CountJob, 'months' | 'indicators'> & { known?: Condition },
  scope: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  const cells = indicators.map((indicator, index) => countedCell(indicator, { index, known }));
  return sql`months as materialized (
      select month, (left(month, 4) || '-01-01')::date as year_day, (month || '-01')::date as first_day,
        ((month || '-01')::date + interval '1 month' - interval '1 day')::date as last_day
      from unnest(${[...months]}::text[]) as u (month)
    ), wide as (
      select f.county, f.place, f.month, ${sql.join(cells.map((one) => one.columns))}
      from (
        select m.month, m.year_day, m.first_day, m.last_day, f.*
        from months m join ${view(indicators[0]?.fact ?? '')} as f on f.occurred_on <= m.last_day
        where ${sql.join(scope, sql` and `)} and ${everyTiming(indicators)} offset 0
      ) as f cross join lateral (select f.year_day, f.first_day, f.last_day) as m
      group by f.county, f.place, f.month
    ), counted as (
      select w.county, w.place, w.month, x.indicator, x.value, x.row_count
      from wide w cross join lateral (values ${sql.join(cells.map((one) => one.values))}) as x (indicator, value, row_count)
      where x.row_count > 0
    )`;
}

/** A count of rows is its own value; other aggregates have a column beside it. */
function countedCell(indicator: CountedIndicator, { index, known }: { index: number; known: Condition }) {
  const filter = sql`filter (where ${where(ownConditions(indicator, eachMonth, known))})`;
  const count = sql`count(*) ${filter} as ${sql.ref(`n${index}`)}`;
  const isCount = indicator.aggregate === 'count';
  const value = sql.ref(isCount ? `w.n${index}` : `w.v${index}`);
  return {
    columns: isCount ? count : sql`${aggregate(indicator, filter)} as ${sql.ref(`v${index}`)}, ${count}`,
    values: sql`(${indicator.code}::text, ${value}::numeric, ${sql.ref(`w.n${index}`)}::int)`,
  };
}

/** What no indicator of the kind looks at in a month is left out before it is looked at by each. */
function everyTiming(indicators: readonly CountedIndicator[]): RawBuilder<unknown> {
  const timings = new Map(indicators.map((one) => [one.timing, timingCondition(one, eachMonth)]));
  const either = [...timings.values()].map((timing) => where([timing]));
  return sql`(${sql.join(either, sql` or `)})`;
}

/** Compares `counted` with what the cache holds of the places themselves. */
function differences({ range, months, indicators }: CountJob): RawBuilder<unknown> {
  return sql`cached as (
      select county, place, month, indicator, own_value, own_row_count from figure
      where county = ${range.county} and place between ${range.lo} and ${range.hi} and own_row_count > 0
        and month = any(${[...months]}::text[]) and indicator = any(${indicators.map((one) => one.code)}::text[])
    ), moved as (
      select coalesce(n.county, o.county) as county, coalesce(n.place, o.place) as place,
        coalesce(n.month, o.month) as month, coalesce(n.indicator, o.indicator) as indicator,
        coalesce(n.value, 0) - coalesce(o.own_value, 0) as value,
        coalesce(n.row_count, 0) - coalesce(o.own_row_count, 0) as row_count
      from counted n full join cached o using (county, place, month, indicator)
      where n.value is distinct from o.own_value or n.row_count is distinct from o.own_row_count
    )`;
}

/**
 * Moves each place and the township, banner and city above it by the same difference. Not an upsert: that would check
 * a negative difference as if it were a figure.
 */
function applied({ range, months, indicators }: CountJob, now: Date): RawBuilder<unknown> {
  const { county, lo, hi } = range;
  const above = [1_000, 1_000_000, 100_000_000].map((width) => lo - (lo % width));
  const counties = [county, ...above.map((place) => Math.floor(place / 1_000_000))];
  // named one by one, so that the plan reads these figures only and never the whole cache
  const touched = sql`f.county = any(${[...new Set(counties)]}::int[]) and f.month = any(${[...months]}::text[])
    and f.indicator = any(${indicators.map((one) => one.code)}::text[])
    and (f.place between ${lo} and ${hi} or f.place = any(${above}::bigint[]))`;
  return sql`levels as (
      select level.place / 1000000 as county, level.place, m.month, m.indicator,
        sum(m.value) as value, sum(m.row_count)::int as row_count,
        coalesce(sum(m.value) filter (where level.place = m.place), 0) as own_value,
        coalesce(sum(m.row_count) filter (where level.place = m.place), 0)::int as own_row_count
      from moved m cross join lateral (
        select distinct place from (values (m.place), (m.place / 1000 * 1000), (m.place / 1000000 * 1000000),
          (m.place / 100000000 * 100000000)) as v (place)) as level
      group by level.place, m.month, m.indicator
    ), risen as (
      update figure as f
      set value = f.value + l.value, row_count = f.row_count + l.row_count, own_value = f.own_value + l.own_value,
        own_row_count = f.own_row_count + l.own_row_count, computed_at = ${now}
      from levels l
      where ${touched} and f.county = l.county and f.place = l.place and f.month = l.month and f.indicator = l.indicator
      returning f.county, f.place, f.month, f.indicator
    ), written as (
      insert into figure (county, place, month, indicator, value, row_count, own_value, own_row_count, computed_at)
      select county, place, month, indicator, value, row_count, own_value, own_row_count, ${now}
      from levels where (county, place, month, indicator) not in (select county, place, month, indicator from risen)
      returning 1
    )`;
}

export async function listCounties(tx: Tx): Promise<readonly number[]> {
  const rows = await tx.db
    .selectFrom('place')
    .select('county')
    .distinct()
    .where('level', '<>', 'province')
    .orderBy('county')
    .execute();
  return rows.map((row) => row.county);
}

export interface CacheState {
  readonly catalogueVersion: string;
  readonly lastMonth: Month;
}

/** What the cache was last brought to; undefined before the first full count. */
export async function findState(tx: Tx): Promise<CacheState | undefined> {
  const row = await tx.db.selectFrom('figureState').select(['catalogueVersion', 'lastMonth']).executeTakeFirst();
  return row?.catalogueVersion ? (row as CacheState) : undefined;
}

export async function saveState(tx: Tx, state: CacheState): Promise<void> {
  await sql`update figure_state set catalogue_version = ${state.catalogueVersion}, last_month = ${state.lastMonth},
    counted_at = ${tx.now}`.execute(tx.db);
}

/** Figures of indicators that left the catalogue. */
export async function dropUnknown(tx: Tx, codes: readonly string[]): Promise<void> {
  await sql`delete from figure where indicator <> all(${[...codes]}::text[])`.execute(tx.db);
}
