import { type RawBuilder, sql } from 'kysely';
import { arrayLiteral } from './array-literal.ts';
import { tableColumns } from './tables.gen.ts';
import type { Row, Tx } from './tx.ts';

export type TableName = keyof typeof tableColumns;

/** What rows are of, and columns that say the same in all of them. */
export interface RowKind {
  readonly types: TableName;
  readonly all?: Row;
}

/** Inserts rows by one array for each column, in the order given; all rows have the columns of the first. */
export async function insertRows(
  tx: Tx,
  target: RowKind & { readonly table: string },
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined || Object.keys(first).length === 0) return;
  await sql`insert into ${sql.table(target.table)} (${names(columnsOf(target, first))})
    ${selectRows(target, rows)}`.execute(tx.db);
}

/**
 * Rows as a query with the columns of {@link columnsOf}. A column that says the same in all of them travels once, not
 * once for each row.
 */
export function selectRows({ types, all = {} }: RowKind, rows: readonly Row[]): RawBuilder<unknown> {
  const [first = {}] = rows;
  const own = ownColumns(all, first);
  // the first column always makes an array: it says how many rows there are
  const varying = own.filter((column, index) => index === 0 || rows.some((row) => row[column] !== first[column]));
  const arrays = varying.map((column) => columnArray(types, column, rows));
  const values = [
    ...own.map((column) => (varying.includes(column) ? sql.ref(column) : typed(types, column, first[column]))),
    ...Object.keys(all).map((column) => typed(types, column, all[column])),
  ];
  return sql`select ${sql.join(values)} from unnest(${sql.join(arrays)}) as r (${names(varying)})`;
}

/** The columns of a row, then those that all rows share; what is shared stands before what a row says itself. */
export function columnsOf({ all = {} }: Pick<RowKind, 'all'>, row: Row): readonly string[] {
  return [...ownColumns(all, row), ...Object.keys(all)];
}

function ownColumns(all: Row, row: Row): readonly string[] {
  return Object.keys(row).filter((column) => !(column in all));
}

export function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}

/** One value as a parameter of its column's type. */
export function cell(table: TableName, column: string, value: unknown): RawBuilder<unknown> {
  return sql`${toParameter(columnType(table, column), value)}`;
}

function typed(table: TableName, column: string, value: unknown): RawBuilder<unknown> {
  return sql`${cell(table, column, value)}::${sql.raw(columnType(table, column))}`;
}

function columnArray(table: TableName, column: string, rows: readonly Row[]): RawBuilder<unknown> {
  const type = columnType(table, column);
  const values = rows.map((row) => toParameter(type, row[column]));
  return sql`${arrayLiteral(values)}::${sql.raw(type)}[]`;
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
