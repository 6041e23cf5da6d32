import { sql } from 'kysely';
import type { TableName } from './columns.ts';
import type { RecordKey } from './history.ts';
import type { Tx } from './tx.ts';

/** Where the words stand by which people know a record, or the id of the record whose words are taken for it. */
export interface TitleColumn {
  readonly table: TableName;
  readonly column: string;
}

/** One column of records by id, as text; what is empty, gone or outside the reader's range is left out. */
export async function listColumn(
  tx: Tx,
  { table, column }: TitleColumn,
  keys: readonly RecordKey[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ id: string; title: string }>`
    select t.id, t.${sql.ref(column)}::text as title
    from unnest(${keys.map(({ county }) => county)}::int[], ${keys.map(({ id }) => id)}::uuid[]) as k (county, id)
    join ${sql.table(table)} as t on t.county = k.county and t.id = k.id
    where t.${sql.ref(column)} is not null`.execute(tx.db);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Records called like the one they belong to, of the same county: `list` says what that is called. */
export async function listTitlesThrough(
  tx: Tx,
  column: TitleColumn,
  {
    keys,
    list,
  }: {
    readonly keys: readonly RecordKey[];
    readonly list: (tx: Tx, keys: readonly RecordKey[]) => Promise<ReadonlyMap<string, string>>;
  },
): Promise<ReadonlyMap<string, string>> {
  const owners = await listColumn(tx, column, keys);
  const wanted = keys.flatMap(({ county, id }) => {
    const owner = owners.get(id);
    return owner === undefined ? [] : [{ county, id: owner }];
  });
  const titles = await list(tx, wanted);
  return new Map(
    [...owners].flatMap(([id, owner]) => {
      const title = titles.get(owner);
      return title === undefined ? [] : [[id, title] as const];
    }),
  );
}
