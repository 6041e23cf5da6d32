import type pg from 'pg';
import type { Database } from '../src/platform/db/database.ts';
import type { Bench, Line } from './case.ts';
import { asOwner } from './database.ts';

/** Works in an empty city of its own. */
export async function inDatabase(
  bench: Bench,
  name: string,
  work: (database: Database, owner: pg.Client) => Promise<readonly Line[]>,
): Promise<readonly Line[]> {
  const database = await bench.emptyCity(name);
  try {
    return await asOwner(database, (owner) => work(database, owner));
  } finally {
    await database.close();
  }
}
