import { type RawBuilder, sql } from 'kysely';
import { cell, names, selectRows, type TableName } from './columns.ts';
import { digestOf } from './digest.ts';
import { commonPlace, markMonth, markStale, type RecordKey } from './history.ts';
import { digestOfRows } from './row-digest.ts';
import { tableColumns } from './tables.gen.ts';
import type { Row, Tx } from './tx.ts';

/** A change of one record among many, while it still is of that revision. */
export interface Revision {
  readonly key: Required<RecordKey>;
  readonly set: Row;
}

/**
 * {@link revise} for many records, whose sets name the same columns: one statement for each county. The twin keeps
 * their earlier states; the trail holds their count and a digest of what changed. All or nothing: when one of them is
 * not there in this range or has another revision by now, it throws as PostgreSQL does for a serialization failure, so
 * that the act is tried anew on what stands there then.
 */
export async function reviseMany(
  tx: Tx,
  table: TableName,
  { revisions, reason }: { readonly revisions: readonly Revision[]; readonly reason: string },
): Promise<void> {
  for (const [county, group] of Map.groupBy(revisions, ({ key }) => key.county)) {
    const rows = group
      .map(({ key, set }) => ({ id: key.id, revision: key.revision, ...set }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const touched = await reviseRows(tx, table, { county, rows, reason });
    if (touched[0]?.records !== rows.length) throw changedMeanwhile();
    for (const { place, day } of touched) if (day) markMonth(tx, Number(place), day);
    const after = rows.map((row) => ({ ...row, revision: row.revision + 1 }));
    const digest = digestOfRows(after, {
      all: { county, recorded_at: tx.now, recorded_by: tx.actor.accountId },
      personal: tx.tables.get(table)?.personal,
    });
    const place = commonPlace(
      tx,
      touched.filter(({ own }) => own),
    );
    tx.trail.push({ table, county, place, bulk: { rows: rows.length, digest } });
  }
}

interface Touched {
  readonly place: number;
  /** the records stand there; else one of them names it besides (`alsoAt`) */
  readonly own: boolean;
  /** the earliest day of an event of these records there, before or after the change */
  readonly day: string | null;
  /** of all places together */
  readonly records: number;
}

/**
 * Each row is looked up by its key, whatever the statistics say: a new list has none, and a plan without them reads all
 * of the range for each row. `lateral` does so for the look, the conflict for the change, which nothing new ever enters.
 */
async function reviseRows(
  tx: Tx,
  table: TableName,
  { county, rows, reason }: { readonly county: number; readonly rows: readonly Row[]; readonly reason: string },
): Promise<readonly Touched[]> {
  const columns = Object.keys(tableColumns[table]);
  const changing = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id' && column !== 'revision');
  const wanted = changing.map((column) => `new_${column}`);
  const stamped: Readonly<Record<string, RawBuilder<unknown>>> = {
    revision: sql`revision + 1`,
    recorded_at: sql`${tx.now}`,
    recorded_by: sql`${tx.actor.accountId}`,
  };
  const image = columns.map(
    (column) => stamped[column] ?? sql.ref(changing.includes(column) ? `new_${column}` : column),
  );
  const updates = [...changing, ...Object.keys(stamped)].map(
    (column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`,
  );
  const { occurredOn: days = [], alsoAt = [] } = tx.tables.get(table) ?? {};
  const places = [sql`(place, true)`, ...alsoAt.map((column) => sql`(${sql.ref(column)}, false)`)];
  const earliest = days.length === 0 ? sql`null::date` : sql`least(${names(days)})`;
  const found = await sql<Touched>`
    with old as (
      select t.*, ${names(wanted.map((column) => `c.${column}`))}
      from (${selectRows({ types: table }, rows)}) as c (${names(['key', 'seen', ...wanted])}) cross join lateral (
        select * from ${sql.table(table)} where county = ${county} and id = c.key and revision = c.seen for update
      ) as t
    ), retired as (
      insert into ${sql.table(`${table}_history`)} (${names(columns)}, retired_at, retired_by, reason)
      select ${names(columns)}, ${tx.now}, ${tx.actor.accountId}, ${reason} from old
    ), changed as (
      insert into ${sql.table(table)} (${names(columns)}) select ${sql.join(image)} from old
      on conflict (county, id) do update set ${sql.join(updates)}
      returning ${names(['place', ...alsoAt])}, ${earliest} as day
    )
    select at as place, own, min(day) as day, (select count(*) from changed) as records
    from (
      select ${names(['place', ...alsoAt])}, ${earliest} as day from old union all select * from changed
    ) as touched cross join lateral (values ${sql.join(places)}) as p (at, own)
    where at is not null group by at, own`.execute(tx.db);
  return found.rows;
}

/**
 * The same change on many records of one county, in one statement; the trail holds their count and a digest. Returns how
 * many there were in this range and, where `only` names columns, had these values.
 */
export async function reviseAlike(
  tx: Tx,
  table: TableName,
  change: {
    readonly county: number;
    readonly ids: readonly string[];
    readonly only?: Row;
    readonly set: Row;
    readonly reason: string;
  },
): Promise<number> {
  const { county, ids, only = {}, set, reason } = change;
  if (ids.length === 0) return 0;
  const columns = Object.keys(tableColumns[table]);
  const conditions = Object.keys(only).map(
    (column) => sql`and ${sql.ref(column)} = ${cell(table, column, only[column])}`,
  );
  const assignments = Object.keys(set).map((column) => sql`${sql.ref(column)} = ${cell(table, column, set[column])}`);
  const { rows } = await sql<{ before: Row; after: Row }>`
    with old as (
      select * from ${sql.table(table)} where county = ${county} and id = any(${ids}::uuid[])
        ${sql.join(conditions, sql` `)} order by id for update
    ), retired as (
      insert into ${sql.table(`${table}_history`)} (${names(columns)}, retired_at, retired_by, reason)
      select ${names(columns)}, ${tx.now}, ${tx.actor.accountId}, ${reason} from old
    )
    update ${sql.table(table)} as t
    set ${sql.join([...assignments, sql`revision = old.revision + 1`, sql`recorded_at = ${tx.now}`, sql`recorded_by = ${tx.actor.accountId}`])}
    from old where t.county = old.county and t.id = old.id
    returning to_jsonb(old) as before, to_jsonb(t) as after`.execute(tx.db);
  const [first] = rows;
  if (!first) return 0;
  for (const { before, after } of rows) for (const image of [before, after]) markStale(tx, table, image);
  const digest = digestOf({ ids: rows.map(({ after }) => after.id).sort(), set });
  const place = Number(first.after.place);
  tx.trail.push({ table, county, place, bulk: { rows: rows.length, digest } });
  return rows.length;
}

function changedMeanwhile(): Error {
  return Object.assign(new Error('a record changed meanwhile'), { code: '40001' });
}
