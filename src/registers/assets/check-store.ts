import { type RawBuilder, sql } from 'kysely';
import { digestOf } from '../../platform/db/digest.ts';
import { type NewRow, type RecordKey, record, recordMany, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { CheckLine, Closing } from './check-rules.ts';
import type { Page } from './list-store.ts';
import type { AssetClass, AssetKind } from './rules.ts';

/** An asset of a year with its line, or with what a line begins with. */
export interface YearAsset {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly number: string;
  readonly name: string;
  readonly class: AssetClass;
  readonly kind: AssetKind;
  readonly revision: number;
  readonly bookValueFen: bigint;
  readonly verifiedValueFen: bigint | null;
  readonly bookAreaMu: number;
  readonly areaMu: number;
  readonly acquiredOn: string | null;
  readonly leftOn: string | null;
  readonly villageOn: string | null;
  readonly townshipOn: string | null;
  /** the check before this year */
  readonly previous: Closing | undefined;
  readonly line: StoredLine | undefined;
}

export interface StoredLine extends CheckLine {
  readonly checkId: string;
  readonly checkRevision: number;
  readonly cause: string | null;
  readonly checkedOn: string;
}

export interface YearQuery {
  readonly place: number;
  readonly year: number;
  readonly q?: string | undefined;
  readonly class?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly sort?: string | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

type FlatRow = Omit<YearAsset, 'line' | 'previous'> & { readonly [K in keyof StoredLine]: StoredLine[K] | null } & {
  readonly previousFen: bigint | null;
  readonly previousMu: number | null;
};

/** The assets that belong to a year in a village, with their lines. */
export async function listYearAssets(
  tx: Tx,
  query: YearQuery,
  page: Page,
): Promise<{ rows: readonly YearAsset[]; total: number }> {
  const { place, year } = query;
  const conditions = [sql`a.place = ${place}`, belongsTo(year), ...narrowed(query)];
  const found = sql`${yearSource(year)} where ${sql.join(conditions, sql` and `)}`;
  const down = query.order === 'desc' ? sql`desc` : sql`asc`;
  const order = query.sort === 'name' ? sql`a.pinyin collate "C" ${down}` : sql`a.number collate "C" ${down}`;
  const { rows } = await sql<FlatRow>`
    select ${yearColumns} ${found} order by ${order}, a.id limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows: rows.map(toYearAsset), total: counted.rows[0]?.total ?? 0 };
}

/** The assets of these ids with their lines of the year, in the order of their numbers. */
export async function findYearAssets(
  tx: Tx,
  keys: { readonly county: number; readonly ids: readonly string[] },
  year: number,
): Promise<readonly YearAsset[]> {
  const { rows } = await sql<FlatRow>`
    select ${yearColumns} ${yearSource(year)} where a.county = ${keys.county} and a.id = any(${[...keys.ids]}::uuid[])
    order by a.number collate "C", a.id`.execute(tx.db);
  return rows.map(toYearAsset);
}

/** Writes new lines; two at once for one asset and year meet the unique key. */
export async function recordLines(
  tx: Tx,
  lines: readonly { readonly id: string; readonly asset: YearAsset; readonly line: NewLine }[],
): Promise<void> {
  const rows = lines.map(({ id, asset, line }) => lineRow(id, asset, line));
  const [only, ...others] = rows;
  if (only && others.length === 0) await record(tx, 'asset_check', only);
  else await recordMany(tx, 'asset_check', rows);
}

export interface NewLine extends CheckLine {
  readonly year: number;
  readonly checkedOn: string;
  readonly cause: string | null;
}

/** False when somebody changed the line meanwhile. */
export async function correctLine(
  tx: Tx,
  key: RecordKey,
  change: { readonly asset: YearAsset; readonly line: NewLine; readonly reason: string },
): Promise<boolean> {
  const { county: _county, id: _id, place: _place, ...set } = lineRow(key.id, change.asset, change.line);
  return (await revise(tx, 'asset_check', { key, set, reason: change.reason })) !== undefined;
}

function lineRow(id: string, asset: YearAsset, line: NewLine): NewRow {
  return {
    county: asset.county,
    id,
    place: asset.place,
    asset_id: asset.id,
    asset_revision: asset.revision,
    class: asset.class,
    year: line.year,
    opening_fen: line.openingFen,
    increase_fen: line.increaseFen,
    decrease_fen: line.decreaseFen,
    closing_fen: line.closingFen,
    opening_mu: line.openingMu,
    increase_mu: line.increaseMu,
    decrease_mu: line.decreaseMu,
    closing_mu: line.closingMu,
    finding: line.finding,
    cause: line.cause,
    checked_on: line.checkedOn,
  };
}

const digested = sql`asset_id, asset_revision, opening_fen, increase_fen, decrease_fen, closing_fen, opening_mu, increase_mu,
  decrease_mu, closing_mu, finding`;

/** SHA-256 over the lines of a village and year, in hex: what is reported and what is accepted are the same lines. */
export async function digestLines(tx: Tx, place: number, year: number): Promise<string> {
  const { rows } = await sql<Record<string, unknown>>`
    select ${digested} from asset_check
    where county = ${Math.floor(place / 1_000_000)} and place = ${place} and year = ${year}
    order by asset_id`.execute(tx.db);
  return digestOf(rows);
}

/** The same for every village and year of a banner, by both of them. */
export async function digestBanner(tx: Tx, county: number): Promise<(place: number, year: number) => string> {
  const { rows } = await sql<{ readonly place: number; readonly year: number }>`
    select place, year, ${digested} from asset_check where county = ${county} order by asset_id`.execute(tx.db);
  const byYear = Map.groupBy(rows, ({ place, year }) => `${place} ${year}`);
  return (place, year) =>
    digestOf((byYear.get(`${place} ${year}`) ?? []).map(({ place: _place, year: _year, ...line }) => line));
}

const yearColumns = sql`a.county, a.id, a.place, a.number, a.name, a.class, a.kind, a.revision, a.book_value_fen, a.verified_value_fen,
  a.book_area_mu, a.area_mu, a.acquired_on, a.left_on, v.confirmed_on as village_on, o.confirmed_on as township_on,
  e.closing_fen as previous_fen, e.closing_mu as previous_mu, k.id as check_id, k.revision as check_revision, k.opening_fen,
  k.increase_fen, k.decrease_fen, k.closing_fen, k.opening_mu, k.increase_mu, k.decrease_mu, k.closing_mu, k.finding, k.cause,
  k.checked_on`;

function yearSource(year: number): RawBuilder<unknown> {
  return sql`from asset as a
    left join asset_check as k on k.county = a.county and k.asset_id = a.id and k.year = ${year}
    left join lateral (select b.closing_fen, b.closing_mu from asset_check as b
      where b.county = a.county and b.asset_id = a.id and b.year < ${year} order by b.year desc limit 1) as e on true
    left join asset_confirmation as v on v.county = a.county and v.asset_id = a.id and v.asset_revision = a.revision
      and v.party = 'village'
    left join asset_confirmation as o on o.county = a.county and o.asset_id = a.id and o.asset_revision = a.revision
      and o.party = 'township'`;
}

/** The same decision as `isThereIn`, on the columns of `asset as a`. */
export function belongsTo(year: number): RawBuilder<unknown> {
  return sql`(a.acquired_on is null or a.acquired_on <= ${`${year}-12-31`}::date)
    and (a.left_on is null or a.left_on >= ${`${year}-01-01`}::date)`;
}

function narrowed(query: YearQuery): RawBuilder<unknown>[] {
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return [
    ...(query.class === undefined ? [] : [sql`a.class = ${query.class}`]),
    ...(query.checked === undefined ? [] : [query.checked ? sql`k.id is not null` : sql`k.id is null`]),
    ...(query.q ? [sql`(a.name like ${text} or a.number like ${text})`] : []),
  ];
}

function toYearAsset(row: FlatRow): YearAsset {
  const { checkId, finding, checkedOn } = row;
  const { openingFen, increaseFen, decreaseFen, closingFen, openingMu, increaseMu, decreaseMu, closingMu, ...rest } =
    row;
  const previous =
    row.previousFen === null ? undefined : { closingFen: row.previousFen, closingMu: row.previousMu ?? 0 };
  if (checkId === null || finding === null || checkedOn === null) return { ...rest, previous, line: undefined };
  return {
    ...rest,
    previous,
    line: {
      checkId,
      checkRevision: row.checkRevision ?? 1,
      openingFen: openingFen ?? 0n,
      increaseFen: increaseFen ?? 0n,
      decreaseFen: decreaseFen ?? 0n,
      closingFen: closingFen ?? 0n,
      openingMu: openingMu ?? 0,
      increaseMu: increaseMu ?? 0,
      decreaseMu: decreaseMu ?? 0,
      closingMu: closingMu ?? 0,
      finding,
      cause: row.cause,
      checkedOn,
    },
  };
}
