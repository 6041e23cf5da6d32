import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type pg from 'pg';
import type { TableSpec } from '../platform/feature.ts';
import { markedTexts, needed } from './rights.data.ts';

/** Where rows are planted, under a mark that stands in every text of theirs. */
export interface PlantSite {
  readonly marker: string;
  readonly place: number;
  readonly random: () => number;
  /** ids by table that made-up rows point at, before those found first */
  readonly records?: ReadonlyMap<string, string>;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** the first of the values a check allows */
  readonly allowed: string | null;
  readonly monthly: boolean;
  /** how many characters a check allows */
  readonly longest: number | null;
  /** the expression that a check holds the text against */
  readonly pattern: string | null;
  /** the columns of which a check makes it the sum, with their signs */
  readonly sum: string | null;
  readonly target: string | null;
}

type Planted = ReadonlyMap<string, string>;

/** A real indicator: rows under a made-up one would be no rows of any figure. */
export const plantedIndicator = 'households';
export const plantedMonth = '2019-06';

const columnsQuery = `
  select a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull and not a.atthasdef and a.attidentity = '' as required,
    (select substring(pg_get_constraintdef(c.oid) from '''([^'']+)''::text') from pg_constraint c
      where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]
        and pg_get_constraintdef(c.oid) like '%= ANY (ARRAY[%' limit 1) as allowed,
    exists (select from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]
      and position('{4}-' in pg_get_constraintdef(c.oid)) > 0) as monthly,
    (select substring(pg_get_constraintdef(c.oid) from 'length\\([a-z_]+\\) <= ([0-9]+)')::int from pg_constraint c
      where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]
        and pg_get_constraintdef(c.oid) like '%length(%<=%' limit 1) as longest,
    (select substring(pg_get_constraintdef(c.oid) from ' ~ ''([^'']+)''::text') from pg_constraint c
      where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]
        and pg_get_constraintdef(c.oid) like '% ~ ''%' limit 1) as pattern,
    (select substring(pg_get_constraintdef(c.oid) from '\\(' || a.attname || ' = (\\([^=<>]*[+-][^=<>]*\\))') from pg_constraint c
      where c.conrelid = a.attrelid and c.contype = 'c'
        and pg_get_constraintdef(c.oid) ~ ('\\(' || a.attname || ' = \\([^=<>]*[+-]') limit 1) as sum,
    (select c.confrelid::regclass::text from pg_constraint c
      where c.conrelid = a.attrelid and c.contype = 'f' and c.conkey[array_upper(c.conkey, 1)] = a.attnum limit 1) as target
  from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  order by a.attnum`;

const placedKinds: readonly string[] = ['record', 'journal', 'ledger', 'cache'];

/** Tables whose rows belong to a place, with the twins that keep their history. */
export function placedTables(specs: readonly TableSpec[]): readonly string[] {
  return specs
    .filter(({ kind }) => placedKinds.includes(kind))
    .flatMap(({ name, kind }) => (kind === 'record' ? [name, `${name}_history`] : [name]));
}

/**
 * Gives every place-bound table that has no row at the site yet a made-up one, and every twin an earlier state of a
 * row, so that a table of a new feature stands in the matrix of rights by itself.
 */
export async function plantMissing(
  owner: pg.ClientBase,
  specs: readonly TableSpec[],
  site: PlantSite,
): Promise<Planted> {
  const planted = new Map<string, string>(site.records);
  for (const { name } of specs.filter((spec) => placedKinds.includes(spec.kind))) {
    const known = await firstId(owner, name, site.place);
    if (known === undefined) await plantRow(owner, { table: name, site, planted });
    const id = known ?? (await firstId(owner, name, site.place));
    const chosen = site.records?.get(name) ?? id;
    if (chosen) planted.set(name, chosen);
  }
  for (const { name, kind } of specs) if (kind === 'record') await plantHistory(owner, name, site);
  return planted;
}

/** Reference tables hold no place; an empty one whose rows can be named gets a row, so that its routes have an answer. */
export async function plantReferences(
  owner: pg.ClientBase,
  specs: readonly TableSpec[],
  site: PlantSite,
): Promise<void> {
  for (const { name, kind } of specs) {
    if (kind !== 'reference') continue;
    const { rows } = await owner.query(`select 1 from ${name} limit 1`);
    const named = await owner.query(`select 1 from pg_attribute where attrelid = $1::regclass and attname = 'id'`, [
      name,
    ]);
    if (rows.length === 0 && named.rows.length > 0) await plantRow(owner, { table: name, site, planted: new Map() });
  }
}

interface Planting {
  readonly table: string;
  readonly site: PlantSite;
  readonly planted: Planted;
}

async function plantRow(owner: pg.ClientBase, planting: Planting): Promise<void> {
  const { table } = planting;
  const { rows } = await owner.query<Column>(columnsQuery, [table]);
  const given = needed[table] ?? {};
  const columns = rows.filter((column) => column.required || column.name in given);
  const values = columns.map((column) => given[column.name] ?? madeValue(column, planting));
  const slots = columns.map((_, index) => `$${index + 1}`);
  await owner.query(
    `insert into ${table} (${columns.map((column) => column.name).join(', ')}) values (${slots.join(', ')})`,
    values,
  );
}

function madeValue(column: Column, { table, site, planted }: Planting): unknown {
  const { name, type } = column;
  if (name === 'county' || name.endsWith('_county')) return Math.floor(site.place / 1_000_000);
  if (name === 'place' || name.endsWith('_place') || name.endsWith('_code'))
    return type === 'bigint' ? site.place : `${site.marker}${name}`;
  if (name === 'indicator') return plantedIndicator;
  if (name === 'clause') return '7.1';
  if (name === 'subject_type') return 'household';
  if (name === 'subject_id') return planted.get('household');
  if (column.monthly) return name.includes('about') ? '2019-05' : plantedMonth;
  if (column.allowed !== null) return column.allowed;
  if (column.pattern !== null) return textLike(column.pattern, site.random);
  if (type === 'uuid') {
    const near = planted.get(column.target ?? name.replace(/_id$/, '').replace(/^organisation$/, 'cooperative'));
    return name === 'id' || near === undefined ? madeUuid(site.random) : near;
  }
  if (type === 'text' && name === 'algorithm') return 'sha256';
  if (type === 'text') return `${site.marker}${table}${name}`.slice(0, column.longest ?? undefined);
  if (type === 'date') return /(due|ends|until|answer)/.test(name) ? '2019-12-01' : '2019-06-01';
  if (type.startsWith('timestamp')) return '2019-06-10T02:00:00Z';
  if (type === 'bytea') return madeBytes(site.random);
  if (type === 'boolean') return false;
  if (type.startsWith('json')) return '[]';
  if (name === 'number') return 1 + Math.floor(site.random() * 1e9);
  return name === 'year' ? 2019 : partsOf(column.sum);
}

/** Each of its parts is 1. */
function partsOf(sum: string | null): number {
  const signs = sum?.match(/[+-]/g) ?? [];
  return signs.reduce((total, sign) => total + (sign === '+' ? 1 : -1), 1);
}

/** Some text that the expression fits; the same for the same lot. */
export function textLike(pattern: string, random: () => number = () => 0): string {
  const [text = ''] = fc.sample(fc.stringMatching(new RegExp(pattern)), {
    numRuns: 1,
    seed: Math.floor(random() * 1e9),
  });
  return text;
}

async function firstId(owner: pg.ClientBase, table: string, place: number): Promise<string | undefined> {
  const { rows } = await owner.query<{ row: { id?: string } }>(
    `select to_jsonb(t) as row from ${table} t where place = $1 order by t::text limit 1`,
    [place],
  );
  const [first] = rows;
  return first && (first.row.id ?? '');
}

/** An earlier state for each row of the site: it was recorded a day before. */
async function plantHistory(owner: pg.ClientBase, table: string, site: PlantSite): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  const earlier: Readonly<Record<string, string>> = { recorded_at: `recorded_at - interval '1 day'`, revision: '0' };
  await owner.query(
    `insert into ${table}_history (${rows.map(({ name }) => name).join(', ')}, retired_at, retired_by, reason)
     select ${rows.map(({ name }) => earlier[name] ?? name).join(', ')}, recorded_at, recorded_by, $2 from ${table} where place = $1`,
    [site.place, markedTexts(site.marker).reason],
  );
}

export interface StoredRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Every row of the tables, as the owner sees them. */
export async function readRows(owner: pg.ClientBase, tables: readonly string[]): Promise<readonly StoredRow[]> {
  const found: StoredRow[] = [];
  for (const table of tables) {
    const { rows } = await owner.query<{ row: StoredRow['row'] }>(
      `select to_jsonb(t) as row from ${table} t order by t::text`,
    );
    found.push(...rows.map(({ row }) => ({ table, row })));
  }
  return found;
}

/** One hash over all rows of the tables: equal before and after says that nothing was written. */
export async function digestTables(owner: pg.ClientBase, tables: readonly string[]): Promise<string> {
  const digest = createHash('sha256');
  for (const table of tables) {
    const { rows } = await owner.query<{ md5: string | null }>(
      `select md5(string_agg(t::text, '|' order by t::text)) as md5 from ${table} t`,
    );
    digest.update(`${table}:${rows[0]?.md5 ?? ''}\n`);
  }
  return digest.digest('hex');
}

/**
 * Answers, inside a transaction that is about to end, which tables got rows outside the range it runs under; an event
 * is named with what it says was done, so that a fault leads to its cause. Members have no range: for them every row
 * counts. Events on accounts stand at the place of the position, also when the administrator wrote them, who has no
 * range. An organisation has none either: its are the rows that bear its id, and the events on them.
 */
export async function findForeignWrites(
  client: pg.ClientBase,
  specs: readonly TableSpec[],
): Promise<readonly string[]> {
  await client.query('set local role none');
  const { rows } = await client.query<{ name: string }>(
    'select relname as name from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd > 0',
  );
  const written = new Set(rows.map(({ name }) => name));
  const counts = placedTables(specs)
    .filter((table) => written.has(table))
    .map((table) => foreignRows(table, specs));
  if (counts.length === 0) return [];
  const found = await client.query<{ name: string }>(counts.join(' union all '));
  return found.rows.map(({ name }) => name);
}

function foreignRows(table: string, specs: readonly TableSpec[]): string {
  const organisation = `nullif(current_setting('silian.organisation', true), '')`;
  const owner = specs.find(({ name }) => name === table.replace(/_history$/, ''))?.organisationColumn;
  const isEvent = table === 'audit_event';
  const own = isEvent ? `${organisation} is not null` : `to_jsonb(t) ->> '${owner ?? ''}' = ${organisation}`;
  return `select distinct ${isEvent ? `'${table} ' || act` : `'${table}'`} as name from ${table} as t
    where not coalesce(${own}, false) and xmin = pg_current_xact_id()::xid and place <> 0
      and coalesce(to_jsonb(t) ->> 'act', '') not like 'account.%'
      and not coalesce(place between nullif(current_setting('silian.lo', true), '')::bigint
        and nullif(current_setting('silian.hi', true), '')::bigint, false)`;
}

export function madeUuid(random: () => number): string {
  const hex = madeBytes(random).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function madeBytes(random: () => number): Buffer {
  return Buffer.from(Uint8Array.from({ length: 32 }, () => Math.floor(random() * 256)));
}

/** Accounts and positions with the place of the position, as rows of that place; 0 for members and administrators. */
export async function readAccounts(owner: pg.ClientBase): Promise<readonly StoredRow[]> {
  const { rows } = await owner.query<{ account: StoredRow['row']; position: StoredRow['row'] }>(
    `select to_jsonb(a) || jsonb_build_object('place', coalesce(p.place, 0)) as account,
      to_jsonb(p) || jsonb_build_object('place', coalesce(p.place, 0)) as position
     from account a join position p on p.account_id = a.id order by a.login desc`,
  );
  return rows.flatMap(({ account, position }) => [
    { table: 'account', row: account },
    { table: 'position', row: position },
  ]);
}

/** The session of an account, as its own page names it. */
export async function findSessionId(owner: pg.ClientBase, accountId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `select encode(token_hash, 'hex') as id from session where account_id = $1`,
    [accountId],
  );
  return rows[0]?.id ?? '';
}
