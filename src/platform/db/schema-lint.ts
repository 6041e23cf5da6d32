import type pg from 'pg';
import type { TableSpec } from '../feature.ts';
import { databaseRoles } from './grants.ts';

const keysQuery = `
  select c.conname as name, t.relname as table, c.contype as type, r.relname as target,
    array(select a.attname::text from unnest(c.conkey) with ordinality k (num, ord)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num order by k.ord) as columns
  from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
  left join pg_class r on r.oid = c.confrelid
  where n.nspname = 'public' and c.contype in ('p', 'u', 'f', 'x')`;

const tablesQuery = `
  select c.relname as name, c.relrowsecurity as rls, pg_get_userbyid(c.relowner) as owner,
    array(select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
    (select count(*) from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal)::int as triggers
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`;

const viewsQuery = `
  select c.relname as name, coalesce('security_invoker=true' = any(c.reloptions), false) as invoker
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'v'`;

interface KeyRow {
  readonly name: string;
  readonly table: string;
  readonly type: 'p' | 'u' | 'f' | 'x';
  readonly target: string | null;
  readonly columns: readonly string[];
}

interface TableRow {
  readonly name: string;
  readonly rls: boolean;
  readonly owner: string;
  readonly columns: readonly string[];
  readonly triggers: number;
}

const requestRoles: ReadonlySet<string> = new Set(Object.values(databaseRoles));
const placed: ReadonlySet<string> = new Set(['record', 'journal', 'ledger', 'cache']);
const twinColumns = [
  'retired_at timestamp with time zone not null',
  'retired_by uuid not null',
  'reason text not null',
];

/**
 * What keeps the schema fit for a cluster and safe (DESIGN §5): `county` first in every key of place-bound tables,
 * no key from reference tables into them, row-level security on, twins complete, views with the reader's rights,
 * no trigger, nothing owned by the application roles. Returns one sentence for each fault.
 */
export async function lintSchema(owner: pg.ClientBase, specs: readonly TableSpec[]): Promise<readonly string[]> {
  const keys = (await owner.query<KeyRow>(keysQuery)).rows;
  const tables = new Map((await owner.query<TableRow>(tablesQuery)).rows.map((row) => [row.name, row]));
  const views = (await owner.query<{ name: string; invoker: boolean }>(viewsQuery)).rows;
  const kinds = new Map<string, string>(specs.map((spec) => [spec.name, spec.kind]));
  for (const spec of specs) if (spec.kind === 'record') kinds.set(`${spec.name}_history`, 'record');
  return [
    ...specs
      .filter((spec) => !tables.has(spec.name))
      .map((spec) => `${spec.name}: declared in feature.ts, not in the schema`),
    ...[...tables.keys()]
      .filter((name) => !kinds.has(name) && name !== 'migration')
      .map((name) => `${name}: no feature declares this table`),
    ...keys.flatMap((key) => lintKey(key, kinds)),
    ...[...tables.values()].flatMap((table) => lintTable(table, kinds.get(table.name))),
    ...specs.filter((spec) => spec.kind === 'record').flatMap((spec) => lintTwin(spec.name, tables)),
    ...views.filter((view) => !view.invoker).map((view) => `${view.name}: a view needs security_invoker = true`),
  ];
}

function lintKey(key: KeyRow, kinds: ReadonlyMap<string, string>): string[] {
  const from = kinds.get(key.table) ?? 'unknown';
  if (placed.has(from) && key.columns[0] !== 'county') {
    // a reference table is on every node, so a key into it needs no county
    const intoReference = key.type === 'f' && kinds.get(key.target ?? '') === 'reference';
    return intoReference ? [] : [`${key.table}.${key.name}: the key must begin with county`];
  }
  const intoPlaced = key.type === 'f' && placed.has(kinds.get(key.target ?? '') ?? '');
  return intoPlaced && !placed.has(from)
    ? [`${key.table}.${key.name}: a ${from} table must not point at ${key.target}`]
    : [];
}

function lintTable(table: TableRow, kind: string | undefined): string[] {
  const faults: string[] = [];
  if (table.triggers > 0) faults.push(`${table.name}: a cluster refuses triggers`);
  if (requestRoles.has(table.owner)) {
    faults.push(`${table.name}: owned by ${table.owner}; the application owns nothing`);
  }
  if (!placed.has(kind ?? '')) return faults;
  if (!table.rls) faults.push(`${table.name}: row-level security is off`);
  if (!table.columns.includes('county integer not null')) faults.push(`${table.name}: needs county int not null`);
  if (!table.columns.includes('place bigint not null')) faults.push(`${table.name}: needs place bigint not null`);
  return faults;
}

function lintTwin(name: string, tables: ReadonlyMap<string, TableRow>): string[] {
  const current = tables.get(name);
  const twin = tables.get(`${name}_history`);
  if (!current) return [];
  if (!twin) return [`${name}: has no twin ${name}_history`];
  const missing = [...current.columns, ...twinColumns].filter((column) => !twin.columns.includes(column));
  return missing.map((column) => `${name}_history: lacks ${column}`);
}
