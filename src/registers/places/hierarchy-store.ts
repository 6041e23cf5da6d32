import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { type Month, lastDay } from '../../platform/pure/period.ts';
import { type Place, type PlaceRange, placeLevel, placeRange } from '../../platform/pure/place.ts';
import type { PlaceRow } from './store.ts';

const span: Readonly<Record<string, number>> = { province: 100_000_000, city: 1_000_000, banner: 1_000, township: 1 };
const below: Readonly<Record<string, string>> = { province: 'city', city: 'banner', banner: 'township', township: 'village' };

/** The places directly below one, in order of their codes; none for a village. */
export async function listChildPlaces(tx: Tx, code: number): Promise<readonly PlaceRow[]> {
  const level = below[placeLevel(code as Place)];
  if (level === undefined) return [];
  const range = placeRange(code as Place);
  const { rows } = await sql<PlaceRow>`
    select code, level, kind, name, name_official, rural, starts_on, ends_on from place
    where code between ${range.lo} and ${range.hi} and level = ${level} order by code limit 1000`.execute(tx.db);
  return rows;
}

/** The places directly below that owe a report for the month: they exist then and hold at least one rural village. */
export async function listReportingPlaces(tx: Tx, code: Place, month: Month): Promise<readonly PlaceRow[]> {
  const day = lastDay(month);
  const width = span[placeLevel(code)] ?? 1;
  const range = placeRange(code);
  const { rows } = await sql<PlaceRow>`
    select p.code, p.level, p.kind, p.name, p.name_official, p.rural, p.starts_on, p.ends_on from place p
    where p.code in (
      select distinct v.code / ${width}::bigint * ${width}::bigint from place v
      where v.code between ${range.lo} and ${range.hi} and v.level = 'village' and v.rural
        and v.starts_on <= ${day}::date and (v.ends_on is null or v.ends_on > ${day}::date)
    ) and p.code <> ${code} order by p.code limit 1000`.execute(tx.db);
  return rows;
}

/** Rural villages of a range that exist on the last day of the month. */
export async function countVillages(tx: Tx, range: PlaceRange, month: Month): Promise<number> {
  const day = lastDay(month);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from place where level = 'village' and rural and code between ${range.lo} and ${range.hi}
      and starts_on <= ${day}::date and (ends_on is null or ends_on > ${day}::date)`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
