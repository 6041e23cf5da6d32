import { writeFile } from 'node:fs/promises';
import type pg from 'pg';

interface ColumnRow {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly has_default: boolean;
}

const columnsQuery = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable, (a.atthasdef or a.attidentity <> '' or a.attgenerated <> '') as has_default
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
    and c.relname <> 'migration'
  order by c.relname collate "C", a.attnum`;

/**
 * The TypeScript row types of the migrated schema, as text: camelCase names, bigint for columns that end in
 * `_fen`, and a column list by table for the history functions. A test compares it with the file.
 */
export async function generateRowTypes(owner: pg.ClientBase): Promise<string> {
  const { rows } = await owner.query<ColumnRow>(columnsQuery);
  const tables = Map.groupBy(rows, (row) => row.table);
  const names = [...tables.keys()];
  const interfaces = [...tables].map(
    ([table, columns]) => `export interface ${pascal(table)}Table {\n${columns.map(propertyLine).join('\n')}\n}`,
  );
  const map = `export interface Tables {\n${names.map((name) => `  ${camel(name)}: ${pascal(name)}Table;`).join('\n')}\n}`;
  const lists = [...tables].map(
    ([table, columns]) => `  ${table}: { ${columns.map((c) => `${c.column}: '${c.type}'`).join(', ')} },`,
  );
  return [
    "import type { ColumnType, Generated } from 'kysely';\n",
    ...interfaces,
    map,
    `export const tableColumns = {\n${lists.join('\n')}\n} as const;\n`,
  ].join('\n\n');
}

export async function writeRowTypes(owner: pg.ClientBase, file: string): Promise<void> {
  await writeFile(file, await generateRowTypes(owner));
}

function propertyLine(column: ColumnRow): string {
  const type = scalar(column) + (column.nullable ? ' | null' : '');
  const full = column.has_default && !column.nullable ? `Generated<${type}>` : type;
  return `  ${camel(column.column)}: ${full};`;
}

function scalar({ column, type }: ColumnRow): string {
  if (column.endsWith('_fen')) return 'bigint';
  if (type.endsWith('[]')) return `${scalarOf(type.slice(0, -2))}[]`;
  return scalarOf(type);
}

function scalarOf(type: string): string {
  switch (type) {
    case 'smallint':
    case 'integer':
    case 'bigint':
    case 'numeric':
    case 'real':
    case 'double precision':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'timestamp with time zone':
      return 'ColumnType<Date, Date | string, Date | string>';
    case 'bytea':
      return 'Buffer';
    case 'jsonb':
    case 'json':
      return 'unknown';
    default:
      return 'string';
  }
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  const text = camel(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
