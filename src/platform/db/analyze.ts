import type { TableName } from './columns.ts';
import type { Database } from './database.ts';

/** Looked at is three hundred times as many rows; with 100, the engine's own, a look costs ten times as much. */
const target = 10;

/**
 * Tells the planner roughly what a bulk load has brought: until the engine looks by itself, which it does more closely,
 * it takes new tables for empty. All tables, unless some are named.
 */
export async function analyzeTables(
  database: Pick<Database, 'connectOwner'>,
  tables: readonly TableName[] = [],
): Promise<void> {
  const owner = await database.connectOwner();
  try {
    await owner.query(`set default_statistics_target = ${target}`);
    await owner.query(`analyze ${tables.join(', ')}`);
  } finally {
    await owner.end();
  }
}
