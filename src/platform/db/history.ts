import { type RawBuilder, sql } from 'kysely';
import { cell, insertRows, names, selectRows, type TableName } from './columns.ts';
import { digestOfRows } from './row-digest.ts';
import { tableColumns } from './tables.gen.ts';
import type { Row, Tx } from './tx.ts';

/** Key of a record: its county and its id; with `revision`, only while it still is that one. */
export interface RecordKey {
  readonly county: number;
  readonly id: string;
  readonly revision?: number;
}

export type { TableName } from './columns.ts';

/** A place-bound row in snake_case columns; `recorded_at`, `recorded_by` and `revision` are added here. */
export type NewRow = Row & { readonly county: number; readonly place: number; readonly id: string };

/** Inserts one record. */
export async function record(tx: Tx, table: TableName, row: NewRow): Promise<void> {
  const full = { ...row, ...stamps(tx) };
  const columns = Object.keys(full);
  await sql`insert into ${sql.table(table)} (${names(columns)})
    values (${sql.join(columns.map((column) => sql`${cell(table, column, full[column])}`))})`.execute(tx.db);
  note(tx, table, { after: row });
}

/** Inserts many records in key order; the trail holds their count and a digest, the rows their own stamps. */
export async function recordMany(tx: Tx, table: TableName, rows: readonly NewRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const sorted = rows.toSorted(byKey);
  const all = stamps(tx);
  await insertRows(tx, { table, types: table, all }, sorted);
  for (const row of sorted) markStale(tx, table, row);
  const { county, place } = { county: first.county, place: commonPlace(tx, rows) };
  const digest = digestOfRows(sorted, { all, personal: tx.tables.get(table)?.personal });
  tx.trail.push({ table, county, place, bulk: { rows: rows.length, digest } });
}

/**
 * Copies the old row to the twin and changes the current one, in one statement. Returns both images, or
 * undefined when the record is not there in this range or has another revision by now.
 */
export async function revise(
  tx: Tx,
  table: TableName,
  change: { readonly key: RecordKey; readonly set: Row; readonly reason: string },
): Promise<{ before: Row; after: Row } | undefined> {
  const { key, set, reason } = change;
  const columns = Object.keys(set);
  const assignments = columns.map((column) => sql`${sql.ref(column)} = ${cell(table, column, set[column])}`);
  const { rows } = await sql<{ before: Row; after: Row }>`
    ${retire(tx, table, { key, reason })}
    update ${sql.table(table)} as t
    set ${sql.join([...assignments, sql`revision = old.revision + 1`, sql`recorded_at = ${tx.now}`, sql`recorded_by = ${tx.actor.accountId}`])}
    from old where t.county = old.county and t.id = old.id
    returning to_jsonb(old) as before, to_jsonb(t) as after`.execute(tx.db);
  const [images] = rows;
  if (!images) return undefined;
  note(tx, table, images);
  return images;
}

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
    for (const { place, day } of touched) if (day) markStaleFrom(tx, Number(place), day);
    const after = rows.map((row) => ({ ...row, revision: row.revision + 1 }));
    const digest = digestOfRows(after, {
      all: { county, recorded_at: tx.now, recorded_by: tx.actor.accountId },
      personal: tx.tables.get(table)?.personal,
    });
    const place = commonPlace(tx, touched);
    tx.trail.push({ table, county, place, bulk: { rows: rows.length, digest } });
  }
}

interface Touched {
  readonly place: number;
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
  const days = tx.tables.get(table)?.occurredOn ?? [];
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
      returning place, ${earliest} as day
    )
    select place, min(day) as day, (select count(*) from changed) as records
    from (select place, ${earliest} as day from old union all select place, day from changed) as touched
    group by place`.execute(tx.db);
  return found.rows;
}

/** Takes a record out (作废): the twin keeps it with who, when and why. Returns the last image. */
export async function withdraw(
  tx: Tx,
  table: TableName,
  change: { readonly key: RecordKey; readonly reason: string },
): Promise<Row | undefined> {
  const { rows } = await sql<{ before: Row }>`
    ${retire(tx, table, change)}
    delete from ${sql.table(table)} as t using old
    where t.county = old.county and t.id = old.id
    returning to_jsonb(old) as before`.execute(tx.db);
  const [image] = rows;
  if (!image) return undefined;
  note(tx, table, image);
  return image.before;
}

/**
 * Takes what is personal out of a record and of all its earlier states: the columns that its feature declares. Dates,
 * links and codes stay, so no figure moves. Returns how many states it was in; 0 when it is not there in this range. What
 * the trail kept is for `audit/erase.ts`, in the same transaction.
 */
export async function erase(tx: Tx, table: TableName, key: RecordKey): Promise<number> {
  const { rows } = await sql<{ states: number }>`
    select erase_record(${table}::text, ${key.county}::int, ${key.id}::uuid) as states`.execute(tx.db);
  return rows[0]?.states ?? 0;
}

function retire(
  tx: Tx,
  table: TableName,
  { key, reason }: { readonly key: RecordKey; readonly reason: string },
): RawBuilder<unknown> {
  const columns = Object.keys(tableColumns[table]);
  const current = key.revision === undefined ? sql`` : sql`and revision = ${key.revision}`;
  return sql`with old as (
      select * from ${sql.table(table)} where county = ${key.county} and id = ${key.id} ${current} for update
    ), retired as (
      insert into ${sql.table(`${table}_history`)} (${names(columns)}, retired_at, retired_by, reason)
      select ${names(columns)}, ${tx.now}, ${tx.actor.accountId}, ${reason} from old
    )`;
}

/** One state a record was in, newest first; the current one has no `retiredAt`. */
export interface Version {
  readonly image: Row;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly retiredAt: Date | null;
  readonly retiredBy: string | null;
  readonly reason: string | null;
}

/** All states of a record inside the reader's range. */
export async function listVersions(tx: Tx, table: TableName, key: RecordKey): Promise<readonly Version[]> {
  const { rows } = await sql<Version>`
    select to_jsonb(t) as image, recorded_at, recorded_by, null::timestamptz as retired_at, null::uuid as retired_by, null as reason
    from ${sql.table(table)} as t where county = ${key.county} and id = ${key.id}
    union all
    select to_jsonb(h), recorded_at, recorded_by, retired_at, retired_by, reason
    from ${sql.table(`${table}_history`)} as h where county = ${key.county} and id = ${key.id}
    order by recorded_at desc, retired_at desc nulls first limit 200`.execute(tx.db);
  return rows;
}

/** The table as it was known at `instant`: a source for `from`, with the table's own columns. */
export function asOf(table: TableName, instant: Date): RawBuilder<unknown> {
  const columns = Object.keys(tableColumns[table]);
  return sql`(select ${names(columns)} from ${sql.table(table)} where recorded_at <= ${instant}
    union all select ${names(columns)} from ${sql.table(`${table}_history`)}
    where recorded_at <= ${instant} and retired_at > ${instant})`;
}

/** Notes an act on a record that changed no value (reveal, print, export), so that it stands in the trail. */
export function noteAct(tx: Tx, table: TableName, subject: { key: RecordKey; place: number; note: Row }): void {
  const { key, place, note: said } = subject;
  tx.trail.push({ table, county: key.county, place, id: key.id, note: said });
}

function note(tx: Tx, table: TableName, images: { before?: Row; after?: Row }): void {
  const row = images.after ?? images.before;
  if (!row) return;
  for (const image of [images.before, images.after]) if (image) markStale(tx, table, image);
  tx.trail.push({ table, county: Number(row.county), place: Number(row.place), id: String(row.id), ...images });
}

/** Marks the village of a row from the earliest month in which something of it occurred. */
function markStale(tx: Tx, table: TableName, row: Row): void {
  for (const column of tx.tables.get(table)?.occurredOn ?? []) {
    const day = row[column];
    if (typeof day === 'string') markStaleFrom(tx, Number(row.place), day);
  }
}

function markStaleFrom(tx: Tx, place: number, day: string): void {
  const month = day.slice(0, 7);
  const known = tx.stale.get(place);
  if (known === undefined || month < known) tx.stale.set(place, month);
}

function stamps(tx: Tx): Row {
  return { revision: 1, recorded_at: tx.now, recorded_by: tx.actor.accountId };
}

function changedMeanwhile(): Error {
  return Object.assign(new Error('a record changed meanwhile'), { code: '40001' });
}

/** Where a bulk write stands: at the place of its rows when they share one, else at the head of the writer's range. */
function commonPlace(tx: Tx, rows: readonly { readonly place: number }[]): number {
  const [first] = rows;
  const isShared = rows.every((row) => row.place === first?.place);
  return isShared ? (first?.place ?? 0) : (tx.actor.range?.lo ?? first?.place ?? 0);
}

function byKey(a: NewRow, b: NewRow): number {
  if (a.county !== b.county) return a.county - b.county;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
