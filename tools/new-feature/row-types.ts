import type { FeatureNames } from './names.ts';

const recordColumns: Readonly<Record<string, string>> = {
  county: 'integer',
  id: 'uuid',
  place: 'bigint',
  name: 'text',
  starts_on: 'date',
  revision: 'integer',
  recorded_at: 'timestamp with time zone',
  recorded_by: 'uuid',
};

const historyColumns: Readonly<Record<string, string>> = {
  ...recordColumns,
  retired_at: 'timestamp with time zone',
  retired_by: 'uuid',
  reason: 'text',
};

/**
 * Adds the new table and its twin to the text of `tables.gen.ts` as `src/platform/db/row-types.ts` would write them from
 * the database, so that the feature compiles before there is one.
 */
export function addRowTypes(text: string, { table, one, One }: FeatureNames): string {
  const own = addTable(text, { table, one, One, columns: recordColumns });
  return addTable(own, {
    table: `${table}_history`,
    one: `${one}History`,
    One: `${One}History`,
    columns: historyColumns,
  });
}

interface NewTable {
  readonly table: string;
  readonly one: string;
  readonly One: string;
  readonly columns: Readonly<Record<string, string>>;
}

function addTable(text: string, { table, one, One, columns }: NewTable): string {
  const known = [...text.matchAll(/^ {2}(\w+): \{ /gm)].map(([, name = '']) => name);
  if (known.length === 0) throw new Error('tables.gen.ts lists no tables');
  if (known.includes(table)) throw new Error(`there already is a table ${table}`);
  const next = known.find((name) => name > table);
  const list = Object.entries(columns).map(([column, type]) => `${column}: '${type}'`);
  const fields = Object.entries(columns).map(([column, type]) => `  ${camelCase(column)}: ${rowType(type)};`);
  const additions = [
    {
      added: `export interface ${One}Table {\n${fields.join('\n')}\n}\n\n`,
      before: `export interface ${pascal(next)}Table {`,
      end: 'export interface Tables {',
    },
    {
      added: `  ${one}: ${One}Table;\n`,
      before: `  ${camelCase(next ?? '')}: ${pascal(next)}Table;\n`,
      end: '}\n\nexport const tableColumns',
    },
    { added: `  ${table}: { ${list.join(', ')} },\n`, before: `  ${next}: { `, end: '} as const;' },
  ];
  return additions.reduce(
    (before, addition) => insert(before, addition.added, next ? addition.before : addition.end),
    text,
  );
}

function insert(text: string, added: string, before: string): string {
  const at = text.indexOf(before);
  if (at < 0) throw new Error(`tables.gen.ts lacks '${before.trim()}'`);
  return text.slice(0, at) + added + text.slice(at);
}

function rowType(type: string): string {
  if (type === 'integer' || type === 'bigint') return 'number';
  return type === 'timestamp with time zone' ? 'ColumnType<Date, Date | string, Date | string>' : 'string';
}

function pascal(name = ''): string {
  const text = camelCase(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
