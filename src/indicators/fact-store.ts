import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/transact.ts';
import type { Condition, DayRef, Selection } from './rules.ts';

/** One fact as the drill-down shows it: where, when, how much, and the record that proves it. */
export interface FactRow {
  readonly county: number;
  readonly place: number;
  readonly occurredOn: string;
  readonly endedOn: string | null;
  readonly householdId: string | null;
  readonly organisationId: string | null;
  readonly quantity: number;
  readonly unit: string;
  readonly dims: Readonly<Record<string, unknown>>;
  readonly recordType: string;
  readonly recordId: string;
}

export interface FigureValue {
  readonly value: number;
  readonly rowCount: number;
}

/** The figure: the selection with its aggregate. */
export async function countFigure(tx: Tx, selection: Selection): Promise<FigureValue> {
  const { rows } = await sql<FigureValue>`${figureOf(selection)}`.execute(tx.db);
  return rows[0] ?? { value: 0, rowCount: 0 };
}

export interface RowPage {
  readonly limit: number;
  readonly offset: number;
}

/** A figure with a page of its rows in a fixed order, from one look at the facts: both always agree (L1). */
export interface FigureRows extends FigureValue {
  readonly rows: readonly FactRow[];
}

export async function readFigureRows(tx: Tx, selection: Selection, page: RowPage): Promise<FigureRows> {
  const { rows } = await sql<FigureValue & { [K in keyof FactRow]: FactRow[K] | null }>`
    select figure.value, figure.row_count, page.* from (${figureOf(selection)}) as figure left join lateral (
      select county, place, occurred_on, ended_on, household_id, organisation_id, quantity, unit, dims, record_type, record_id
      from ${view(selection.fact)} as f where ${where(selection.conditions)}
      order by place, occurred_on, record_id limit ${page.limit} offset ${page.offset}) as page on true
    order by page.place, page.occurred_on, page.record_id`.execute(tx.db);
  const [first] = rows;
  return {
    value: first?.value ?? 0,
    rowCount: first?.rowCount ?? 0,
    rows: rows.filter((row): row is FigureValue & FactRow => row.recordId !== null),
  };
}

function figureOf(selection: Selection): RawBuilder<unknown> {
  return sql`select ${aggregate(selection)} as value, count(*) as row_count
    from ${view(selection.fact)} as f where ${where(selection.conditions)}`;
}

/** The statement of a figure as PostgreSQL gets it, values filled in: for the dictionary, never run as text. */
export function explainFigure(tx: Tx, selection: Selection): string {
  const { sql: text, parameters } = figureOf(selection).compile(tx.db);
  return text.replace(/\s+/g, ' ').replace(/\$(\d+)/g, (_, number: string) => literal(parameters[Number(number) - 1]));
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `'{${value.join(',')}}'`;
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
}

export interface FrozenValue extends FigureValue {
  readonly indicator: string;
  /** digest of the row set: the same rows give the same digest, whatever else was recorded */
  readonly rowsDigest: string;
}

interface Asked {
  readonly indicator: string;
  readonly selection: Selection;
}

/** Many figures with the digest of their rows, in one statement with one scan for each fact kind. */
export async function freezeFigures(tx: Tx, asked: readonly Asked[]): Promise<readonly FrozenValue[]> {
  if (asked.length === 0) return [];
  const parts = [...Map.groupBy(asked, ({ selection }) => selection.fact)].map(([fact, group]) =>
    frozenOf(fact, group),
  );
  const { rows } = await sql<FrozenValue>`${sql.join(parts, sql` union all `)}`.execute(tx.db);
  return rows;
}

function frozenOf(fact: string, group: readonly Asked[]): RawBuilder<unknown> {
  const { common, cells } = frozenCells(group);
  return sql`select x.* from (
      select ${sql.join(cells.map((one) => one.columns))} from ${view(fact)} as f where ${where(common)}
    ) as w cross join lateral (values ${sql.join(cells.map((one) => one.values))}) as x (indicator, value, row_count, rows_digest)`;
}

/** Figures of one fact kind: the conditions that all of them have, and the columns of each under its own. */
function frozenCells(group: readonly Asked[]) {
  const keysOf = ({ selection }: Asked) => selection.conditions.map((condition) => JSON.stringify(condition));
  const shared = group.map(keysOf).reduce((common, keys) => common.filter((key) => keys.includes(key)));
  const isShared = (condition: Condition) => shared.includes(JSON.stringify(condition));
  const cells = group.map(({ indicator, selection }, index) => {
    const own = selection.conditions.filter((condition) => !isShared(condition));
    const filter = own.length === 0 ? sql`` : sql`filter (where ${where(own)})`;
    const [value, count, digest] = ['v', 'n', 'd'].map((letter) => sql.ref(`${letter}${index}`));
    return {
      columns: sql`${aggregate(selection, filter)} as ${value}, count(*) ${filter} as ${count}, ${rowsDigest(filter)} as ${digest}`,
      values: sql`(${indicator}::text, w.${value}::numeric, w.${count}::int, w.${digest})`,
    };
  });
  return { common: group[0]?.selection.conditions.filter(isShared) ?? [], cells };
}

export interface PlaceFrozen extends FrozenValue {
  readonly place: number;
}

/** The same by place; places without rows are left out. What is beside is looked up in a statement of its own. */
export async function freezePlaces(tx: Tx, asked: readonly Asked[]): Promise<readonly PlaceFrozen[]> {
  const groups = Map.groupBy(asked, ({ indicator, selection: { fact, conditions } }) =>
    conditions.some(({ kind }) => kind === 'beside') ? `${fact} ${indicator}` : fact,
  );
  const lists: (readonly PlaceFrozen[])[] = [];
  for (const group of groups.values()) {
    const { rows } = await placesOf(group).execute(tx.db);
    lists.push(rows);
  }
  return lists.flat();
}

/** The view is worked out once for each row, not once for each figure: `offset 0` keeps it apart from the filters. */
function placesOf(group: readonly Asked[]): RawBuilder<PlaceFrozen> {
  const { common, cells } = frozenCells(group);
  const timings = group.flatMap(({ selection }) => selection.conditions.filter(isTiming));
  const distinct = [...new Map(timings.map((timing) => [JSON.stringify(timing), timing])).values()];
  const either = distinct.map((timing) => where([timing]));
  return sql<PlaceFrozen>`select w.place, x.* from (
      select f.place, ${sql.join(cells.map((one) => one.columns))} from (
        select f.* from ${view(group[0]?.selection.fact ?? '')} as f
        where ${where(common)} and (${sql.join(either, sql` or `)}) offset 0
      ) as f group by f.place
    ) as w cross join lateral (values ${sql.join(cells.map((one) => one.values))}) as x (indicator, value, row_count, rows_digest)
    where x.row_count > 0`;
}

function isTiming({ kind }: Condition): boolean {
  return kind === 'occurred_between' || kind === 'holds_on';
}

function rowsDigest(filter: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`encode(sha256(convert_to(coalesce(string_agg(f.record_id::text || ':' || f.occurred_on::text || ':' || f.quantity::text,
    ',' order by f.record_id, f.occurred_on, f.quantity) ${filter}, ''), 'UTF8')), 'hex')`;
}

/** Two states of knowledge about one figure. */
export interface Comparison {
  readonly key: string;
  readonly before: Selection;
  readonly after: Selection;
}

export interface Difference {
  readonly key: string;
  readonly recordType: string;
  readonly county: number;
  readonly place: number;
  readonly recordId: string;
  readonly occurredOn: string;
  readonly change: 'added' | 'removed';
}

const differencesShown = 50;

/** Which records make the difference between two states of knowledge, at most fifty each way for each comparison. */
export async function listDifferences(tx: Tx, comparisons: readonly Comparison[]): Promise<readonly Difference[]> {
  if (comparisons.length === 0) return [];
  const keys = (
    selection: Selection,
  ) => sql`select f.record_type, f.county, f.place, f.record_id, f.occurred_on, f.quantity
    from ${view(selection.fact)} as f where ${where(selection.conditions)}`;
  const side = ({ key, before, after }: Comparison, change: Difference['change']) => {
    const [more, less] = change === 'added' ? [after, before] : [before, after];
    return sql`(select ${key}::text as key, record_type, county, place, record_id, occurred_on, ${change}::text as change
      from (${keys(more)} except ${keys(less)}) as d order by place, record_id limit ${differencesShown})`;
  };
  const parts = comparisons.flatMap((one) => [side(one, 'added'), side(one, 'removed')]);
  const { rows } = await sql<Difference>`${sql.join(parts, sql` union all `)}`.execute(tx.db);
  return rows;
}

/** Over all rows, or over those that a `filter (where …)` leaves. */
export function aggregate(
  selection: Pick<Selection, 'aggregate'>,
  filter: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  switch (selection.aggregate) {
    case 'count':
      return sql`count(*) ${filter}`;
    case 'sum':
      return sql`coalesce(sum(f.quantity) ${filter}, 0)`;
    case 'count_households':
      return sql`count(distinct f.household_id) ${filter}`;
  }
}

export function where(conditions: readonly Condition[], alias = 'f'): RawBuilder<unknown> {
  return sql.join(
    conditions.map((condition) => render(condition, alias)),
    sql` and `,
  );
}

/** Fact kinds are names from `feature.ts`, never from a request; the pattern is a second lock. */
export function view(kind: string): RawBuilder<unknown> {
  if (!/^[a-z_]+$/.test(kind)) throw new Error(`not a fact kind: ${kind}`);
  return sql.table(`fact_${kind}`);
}

function render(condition: Condition, alias: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  switch (condition.kind) {
    case 'place_between':
      return sql`${column('place')} between ${condition.lo} and ${condition.hi}`;
    case 'place_outside':
      return sql`not exists (select 1 from unnest(${condition.ranges.map((range) => range.lo)}::bigint[],
        ${condition.ranges.map((range) => range.hi)}::bigint[]) as r (lo, hi) where ${column('place')} between r.lo and r.hi)`;
    case 'occurred_between':
      return sql`${column('occurred_on')} between ${day(condition.from)} and ${day(condition.to)}`;
    case 'holds_on':
      return sql`${column('occurred_on')} <= ${day(condition.day)} and (${column('ended_on')} is null or ${column('ended_on')} > ${day(condition.day)})`;
    case 'known_at':
      return sql`${column('recorded_at')} <= ${instant(condition.cutoff)} and (${column('retired_at')} is null or ${column('retired_at')} > ${instant(condition.cutoff)})`;
    case 'known_now':
      return sql`${column('retired_at')} is null`;
    case 'known_at_each': {
      const places = condition.cutoffs.map((one) => one.place);
      const instants = condition.cutoffs.map((one) => one.cutoff?.toISOString() ?? 'infinity');
      return sql`exists (select 1 from unnest(${places}::bigint[], ${instants}::timestamptz[]) as c (place, cutoff)
        where c.place = ${column('place')} and ${column('recorded_at')} <= c.cutoff
          and (${column('retired_at')} is null or ${column('retired_at')} > c.cutoff))`;
    }
    case 'dim_in':
      return sql`${column('dims')} ->> ${condition.dim} = any(${[...condition.anyOf]}::text[])`;
    case 'beside': {
      const exists = sql`exists (select 1 from ${view(condition.fact)} as b
        where b.place = ${column('place')} and ${where(condition.conditions, 'b')})`;
      return condition.holds === 'present' ? exists : sql`not ${exists}`;
    }
  }
}

function instant(cutoff: Date): RawBuilder<unknown> {
  return sql`${cutoff.toISOString()}::timestamptz`;
}

function day(ref: DayRef): RawBuilder<unknown> {
  return typeof ref === 'string' ? sql`${ref}::date` : sql.ref(`m.${ref.column}`);
}
