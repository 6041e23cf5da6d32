import { type RawBuilder, sql } from 'kysely';
import { tableColumns } from './tables.gen.ts';
import type { Row, Tx } from './tx.ts';

export type TableName = keyof typeof tableColumns;

/** Inserts rows by one array for each column, in the order given; all rows have the columns of the first. */
export async function insertRows(
  tx: Tx,
  target: { readonly table: string; readonly types: TableName },
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const arrays = columns.map((column) => columnArray(target.types, column, rows));
  await sql`insert into ${sql.table(target.table)} (${names(columns)})
    select * from unnest(${sql.join(arrays)})`.execute(tx.db);
}

export function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}

/** One value as a parameter of its column's type. */
export function cell(table: TableName, column: string, value: unknown): RawBuilder<unknown> {
  return sql`${toParameter(columnType(table, column), value)}`;
}

function columnArray(table: TableName, column: string, rows: readonly Row[]): RawBuilder<unknown> {
  const type = columnType(table, column);
  return sql`${rows.map((row) => toParameter(type, row[column]))}::${sql.raw(type)}[]`;
}

function toParameter(type: string, value: unknown): unknown {
  if (value === undefined) return null;
  return type === 'jsonb' && value !== null ? JSON.stringify(value) : value;
}

function columnType(table: TableName, column: string): string {
  const type = (tableColumns[table] as Readonly<Record<string, string>>)[column];
  if (type === undefined) throw new Error(`table ${table} has no column ${column}`);
  return type;
}
