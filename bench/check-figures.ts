import { censusCodes } from './census.ts';
import type { City } from './city.ts';
import { asOwner } from './database.ts';

/** Compares the cache with the census at every place of every level; says what differs first, or nothing. */
export async function checkFigures(city: City): Promise<string | undefined> {
  const { census } = city;
  const { rows } = await asOwner(city.database, (owner) =>
    owner.query<{ line: string }>(
      `select indicator || ' ' || place || ' ' || value as line from figure
       where month = $1 and indicator = any($2) and row_count > 0`,
      [census.month, [...censusCodes]],
    ),
  );
  const found = rows.map((row) => row.line).toSorted();
  const wanted = census.lines();
  if (wanted.length === 0) return 'the census is empty';
  const at = wanted.findIndex((line, index) => line !== found[index]);
  if (at >= 0) return `census says ${wanted[at]}, the cache ${found[at] ?? 'nothing'}`;
  return found.length > wanted.length ? `the cache has ${found[wanted.length]} too` : undefined;
}
