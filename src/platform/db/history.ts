import { type RawBuilder, sql } from 'kysely';
import { cell, insertRows, names, type TableName } from './columns.ts';
import { newRecordId } from './record-id.ts';
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

/**
 * Notes what was taken out of the system, an export or a print of a list, with what was asked for. It stands at the
 * office of whoever took it: the place asked for may lie outside the range.
 */
export function noteTakenOut(tx: Tx, table: TableName, said: Row): void {
  const place = tx.actor.range?.lo ?? 0;
  const id = newRecordId(tx);
  noteAct(tx, table, { key: { county: Math.floor(place / 1_000_000), id }, place, note: said });
}

function note(tx: Tx, table: TableName, images: { before?: Row; after?: Row }): void {
  const row = images.after ?? images.before;
  if (!row) return;
  for (const image of [images.before, images.after]) if (image) markStale(tx, table, image);
  tx.trail.push({ table, county: Number(row.county), place: Number(row.place), id: String(row.id), ...images });
}

/** Marks the village of a row from the earliest month in which something of it occurred. */
export function markStale(tx: Tx, table: TableName, row: Row): void {
  const spec = tx.tables.get(table);
  const places = ['place', ...(spec?.alsoAt ?? [])].map((column) => row[column]).filter((place) => place !== null);
  for (const column of spec?.occurredOn ?? []) {
    const day = row[column];
    if (typeof day === 'string') for (const place of places) markMonth(tx, Number(place), day);
  }
}

/** Makes the figures of a place stale from the month of the day on; for what is not written through this file. */
export function markMonth(tx: Tx, place: number, day: string): void {
  const month = day.slice(0, 7);
  const known = tx.stale.get(place);
  if (known === undefined || month < known) tx.stale.set(place, month);
}

function stamps(tx: Tx): Row {
  return { revision: 1, recorded_at: tx.now, recorded_by: tx.actor.accountId };
}

/** Where a bulk write stands: at the place of its rows when they share one, else at the head of the writer's range. */
export function commonPlace(tx: Tx, rows: readonly { readonly place: number }[]): number {
  const [first] = rows;
  const isShared = rows.every((row) => row.place === first?.place);
  return isShared ? (first?.place ?? 0) : (tx.actor.range?.lo ?? first?.place ?? 0);
}

function byKey(a: NewRow, b: NewRow): number {
  if (a.county !== b.county) return a.county - b.county;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
