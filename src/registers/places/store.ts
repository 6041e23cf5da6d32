import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { isPlace, placeRange } from '../../platform/pure/place.ts';
import type { KnownPlace } from './change-rules.ts';

export interface PlaceRow {
  readonly code: number;
  readonly level: string;
  readonly kind: string;
  readonly name: string;
  readonly nameOfficial: string;
  readonly rural: boolean;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

const columns = ['code', 'level', 'kind', 'name', 'nameOfficial', 'rural', 'startsOn', 'endsOn'] as const;

export async function findPlace(tx: Tx, code: number): Promise<PlaceRow | undefined> {
  return tx.db.selectFrom('place').select(columns).where('code', '=', code).executeTakeFirst();
}

/** The names of many places at once, by code; unknown codes are left out. */
export async function listPlaceNames(tx: Tx, codes: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('place')
    .select(['code', 'name'])
    .where('code', 'in', [...new Set(codes)])
    .execute();
  return new Map(rows.map((row) => [row.code, row.name]));
}

/** A place in a list: with the name above it and what stands below. */
export interface ListedPlace extends PlaceRow {
  readonly parent: number | null;
  readonly parentName: string | null;
  /** open places directly below */
  readonly children: number;
  /** open rural villages below; null for a village */
  readonly villages: number | null;
}

export interface PlaceQuery {
  /** directly below this place; absent without `q`: the top places of the range */
  readonly parent?: number | undefined;
  /** Chinese, pinyin, initials or the beginning of a code */
  readonly q?: string | undefined;
  readonly level?: string | undefined;
  readonly rural?: boolean | undefined;
  /** only places inside; absent: everywhere */
  readonly range?: { readonly lo: number; readonly hi: number } | undefined;
  /** also places that have ended */
  readonly ended?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** One page of the register of places; what matches a search best comes first. */
export async function listPlaces(tx: Tx, query: PlaceQuery): Promise<{ rows: ListedPlace[]; total: number }> {
  const conditions = sql.join(conditionsOf(query), sql` and `);
  const { rows } = await sql<ListedPlace>`
    select p.code, p.level, p.kind, p.name, p.name_official, p.rural, p.starts_on, p.ends_on, p.parent, up.name as parent_name,
      (select count(*) from place as c where c.parent = p.code and c.ends_on is null) as children,
      case when p.level <> 'village' then (
        select count(*) from place as v
        where v.level = 'village' and v.rural and v.ends_on is null and v.code between p.code and p.last_code
      ) end as villages
    from place as p left join place as up on up.code = p.parent
    where ${conditions} order by ${orderOf(query.q)} p.code limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total from place as p where ${conditions}`.execute(
    tx.db,
  );
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** The places above, from the top down. */
export async function listAncestors(
  tx: Tx,
  codes: readonly number[],
): Promise<readonly { code: number; name: string; level: string }[]> {
  if (codes.length === 0) return [];
  return tx.db
    .selectFrom('place')
    .select(['code', 'name', 'level'])
    .where('code', 'in', [...codes])
    .orderBy('code')
    .execute();
}

/** Open villages of a range, in code order. */
export async function listVillageCodes(
  tx: Tx,
  range: { lo: number; hi: number },
  options: { rural?: boolean } = {},
): Promise<readonly number[]> {
  let query = tx.db
    .selectFrom('place')
    .select('code')
    .where('level', '=', 'village')
    .where('endsOn', 'is', null)
    .where('code', '>=', range.lo)
    .where('code', '<=', range.hi);
  if (options.rural !== undefined) query = query.where('rural', '=', options.rural);
  const rows = await query.orderBy('code').execute();
  return rows.map((row) => row.code);
}

/** Locks places against other changes until the end of the act, always in code order. */
export async function lockPlaces(tx: Tx, codes: readonly number[]): Promise<void> {
  if (codes.length === 0) return;
  await tx.db
    .selectFrom('place')
    .select('code')
    .where('code', 'in', [...codes])
    .orderBy('code')
    .forUpdate()
    .execute();
}

/**
 * Places by code and by range, as a change or an import has to know them, locked until the end of the act. Locking and
 * reading are two statements: one that waited for a lock would still see the changes of before its wait.
 */
export async function lockKnown(
  tx: Tx,
  wanted: { codes: readonly number[]; ranges: readonly { lo: number; hi: number }[] },
): Promise<ReadonlyMap<number, KnownPlace>> {
  const los = wanted.ranges.map((range) => range.lo);
  const his = wanted.ranges.map((range) => range.hi);
  const condition = sql`p.code = any(${[...wanted.codes]}::bigint[]) or exists (
    select from unnest(${los}::bigint[], ${his}::bigint[]) as r (lo, hi) where p.code between r.lo and r.hi)`;
  await sql`select from place as p where ${condition} order by p.code for update`.execute(tx.db);
  const { rows } = await sql<KnownPlace>`
    select p.code, p.kind, p.name, p.name_official, p.rural, p.starts_on, p.ends_on,
      (select max(c.happened_on) from place_change as c
        where c.withdrawn_at is null and (c.from_code = p.code or c.to_code = p.code)) as changed_on
    from place as p where ${condition}`.execute(tx.db);
  return new Map(rows.map((place) => [place.code, place]));
}

function conditionsOf(query: PlaceQuery): RawBuilder<unknown>[] {
  const { parent, q, level, rural, range } = query;
  const found: RawBuilder<unknown>[] = [query.ended ? sql`true` : sql`p.ends_on is null`];
  if (range) found.push(sql`p.code between ${range.lo} and ${range.hi}`);
  if (level !== undefined) found.push(sql`p.level = ${level}`);
  if (rural !== undefined) found.push(sql`p.rural = ${rural}`);
  if (q) found.push(matches(q), ...(parent !== undefined && isPlace(parent) ? [below(parent)] : []));
  else if (parent !== undefined) found.push(sql`p.parent = ${parent}`);
  else if (level === undefined) found.push(atTop(range?.lo ?? 0));
  return found;
}

function below(parent: number): RawBuilder<unknown> {
  const { lo, hi } = isPlace(parent) ? placeRange(parent) : { lo: parent, hi: parent };
  return sql`p.code between ${lo} and ${hi}`;
}

/** Nothing of the register stands above it inside the range. */
function atTop(lo: number): RawBuilder<unknown> {
  return sql`not exists (select from place as up where up.code = p.parent and up.code >= ${lo})`;
}

function matches(q: string): RawBuilder<unknown> {
  const text = escapeLike(q);
  if (/^\d+$/.test(q)) return sql`(p.code::text like ${`${text}%`} or p.name like ${`%${text}%`})`;
  const byName = sql`p.name like ${`%${text}%`} or p.name_official like ${`%${text}%`}`;
  const typed = toTyped(q);
  if (typed === '') return sql`(${byName})`;
  return sql`(${byName} or p.pinyin like ${`${typed}%`} or p.initials like ${`${typed}%`})`;
}

/** Whole names first, then beginnings, then the rest; higher places before those inside them. */
function orderOf(q: string | undefined): RawBuilder<unknown> {
  if (!q) return sql``;
  const typed = toTyped(q);
  return sql`(p.name = ${q} or p.initials = ${typed} or p.pinyin = ${typed}) desc, starts_with(p.name, ${q}) desc,
    array_position(array['province', 'city', 'banner', 'township', 'village'], p.level),`;
}

/** Pinyin as it is typed: without spaces, tones or apostrophes; ü is v, except where only ü can stand. */
function toTyped(q: string): string {
  return /^[a-zü'’ ]+$/i.test(q)
    ? q
        .toLowerCase()
        .replace(/['’ ]/g, '')
        .replaceAll('ü', 'v')
        .replace(/([ln])ve/g, '$1ue')
    : '';
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
