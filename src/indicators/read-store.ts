import { sql } from 'kysely';
import type { Tx } from '../platform/db/transact.ts';
import type { Month } from '../platform/pure/period.ts';

export interface StoredFigure {
  readonly place: number;
  readonly month: Month;
  readonly indicator: string;
  readonly value: number;
  readonly rowCount: number;
}

/** Figures of some places over some months from the cache; a figure without rows may be absent. */
export async function listFigures(
  tx: Tx,
  query: { readonly places: readonly number[]; readonly months: readonly Month[] },
): Promise<readonly StoredFigure[]> {
  if (query.places.length === 0) return [];
  const rows = await tx.db
    .selectFrom('figure')
    .select(['place', 'month', 'indicator', 'value', 'rowCount'])
    .where('county', 'in', [...new Set(query.places.map((place) => Math.floor(place / 1_000_000)))])
    .where('place', 'in', [...query.places])
    .where('month', 'in', [...query.months])
    .execute();
  return rows.map((row) => ({ ...row, month: row.month as Month }));
}

/** Some indicators in a month for every place of a range: the table below and the tile map. */
export async function listRangeFigures(
  tx: Tx,
  query: {
    readonly lo: number;
    readonly hi: number;
    readonly months: readonly Month[];
    readonly indicators: readonly string[];
  },
): Promise<readonly StoredFigure[]> {
  const { rows } = await sql<StoredFigure>`
    select place, month, indicator, value, row_count from figure
    where month = any(${[...query.months]}::text[]) and indicator = any(${[...query.indicators]}::text[])
      and place between ${query.lo} and ${query.hi} and row_count > 0`.execute(tx.db);
  return rows;
}

export interface ListedPlace {
  readonly place: number;
  readonly parent: number;
  readonly name: string;
  readonly level: string;
}

/** The places of a range with rural villages on a day, those villages and all levels above them inside the range. */
export async function listPlacesWithVillages(
  tx: Tx,
  query: { readonly lo: number; readonly hi: number; readonly day: string },
): Promise<readonly ListedPlace[]> {
  const { rows } = await sql<ListedPlace>`
    with village as (
      select code from place where code between ${query.lo} and ${query.hi} and level = 'village' and rural
        and starts_on <= ${query.day}::date and (ends_on is null or ends_on > ${query.day}::date)
    )
    select code as place, parent, name, level from place where code between ${query.lo} and ${query.hi} and code in (
      select code from village union select code / 1000 * 1000 from village
      union select code / 1000000 * 1000000 from village union select code / 100000000 * 100000000 from village)
    order by code limit 20000`.execute(tx.db);
  return rows;
}

/** Names by code; unknown codes are left out. */
export async function listNames(tx: Tx, places: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (places.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('place')
    .select(['code', 'name'])
    .where('code', 'in', [...new Set(places)])
    .execute();
  return new Map(rows.map((row) => [row.code, row.name]));
}
