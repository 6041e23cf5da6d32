import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { PlaceLevel, PlaceRange } from '../../platform/pure/place.ts';
import type { AssetClass, AssetKind } from './rules.ts';

/** Sums of assets on the list: counts, fen and mu. */
export interface AssetTotals {
  readonly assets: number;
  readonly confirmed: number;
  readonly poverty: number;
  readonly bookValueFen: bigint;
  readonly valueFen: bigint;
  readonly bookAreaMu: number;
  readonly areaMu: number;
}

export type KindTotals = AssetTotals & { readonly class: AssetClass; readonly kind: AssetKind };

/** The assets of a range by class and kind. */
export async function sumKinds(tx: Tx, range: PlaceRange): Promise<readonly KindTotals[]> {
  const { rows } = await sql<KindTotals>`
    select a.class, a.kind, ${totals} ${assets} where a.place between ${range.lo} and ${range.hi} and a.left_on is null
    group by a.class, a.kind order by a.class, a.kind`.execute(tx.db);
  return rows;
}

/** The assets of the places directly below one, by place and class; a place without assets has no row. */
export async function sumBelow(
  tx: Tx,
  parent: number,
): Promise<readonly (AssetTotals & { readonly place: number; readonly class: AssetClass })[]> {
  const { rows } = await sql<AssetTotals & { place: number; class: AssetClass }>`
    select p.code as place, a.class, ${totals} ${assets} join place as p on a.place between p.code and p.last_code
    where p.parent = ${parent} and a.left_on is null group by p.code, a.class order by p.code, a.class`.execute(tx.db);
  return rows;
}

const totals = sql`count(*) as assets, count(*) filter (where a.confirmations = 2) as confirmed,
  count(*) filter (where a.poverty_project) as poverty, sum(a.book_value_fen) as book_value_fen,
  sum(coalesce(a.verified_value_fen, a.book_value_fen)) as value_fen, sum(a.book_area_mu) as book_area_mu, sum(a.area_mu) as area_mu`;

const assets = sql`from (
    select a.*, (select count(*) from asset_confirmation as c
      where c.county = a.county and c.asset_id = a.id and c.asset_revision = a.revision) as confirmations
    from asset as a) as a`;

export interface TotalsPlace {
  readonly place: number;
  readonly placeName: string;
  readonly level: PlaceLevel;
}

export async function findTotalsPlace(tx: Tx, code: number): Promise<TotalsPlace | undefined> {
  const { rows } =
    await sql<TotalsPlace>`select code as place, name as place_name, level from place where code = ${code}`.execute(
      tx.db,
    );
  return rows[0];
}

/** The places directly below one that stand today, in code order. */
export async function listBelow(tx: Tx, parent: number): Promise<readonly TotalsPlace[]> {
  const { rows } = await sql<TotalsPlace>`
    select code as place, name as place_name, level from place where parent = ${parent} and ends_on is null
      and (level <> 'village' or rural) order by code limit 1000`.execute(tx.db);
  return rows;
}

/** Names of places by code. */
export async function listPlaceNames(tx: Tx, codes: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('place')
    .select(['code', 'name'])
    .where('code', 'in', [...new Set(codes)])
    .execute();
  return new Map(rows.map((row) => [row.code, row.name]));
}

/** Value and area of what a village had on its list on the evening of a day, by kind. */
export async function sumKindsOn(
  tx: Tx,
  place: number,
  on: string,
): Promise<readonly { readonly kind: AssetKind; readonly valueFen: bigint; readonly areaMu: number }[]> {
  const { rows } = await sql<{ kind: AssetKind; valueFen: bigint; areaMu: number }>`
    select kind, sum(coalesce(verified_value_fen, book_value_fen)) as value_fen, sum(area_mu) as area_mu from asset
    where place = ${place} and listed_on <= ${on}::date and (left_on is null or left_on > ${on}::date)
    group by kind order by kind`.execute(tx.db);
  return rows;
}
