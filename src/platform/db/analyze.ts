import type { TableName } from './columns.ts';
import type { Database } from './database.ts';

/**
 * Tells the planner what a bulk load has brought: until the engine looks by itself it takes new tables for empty. All
 * tables, unless some are named.
 */
export async function analyzeTables(
  database: Pick<Database, 'connectOwner'>,
  tables: readonly TableName[] = [],
): Promise<void> {
  const owner = await database.connectOwner();
  try {
    await owner.query(`analyze ${tables.join(', ')}`);
  } finally {
    await owner.end();
  }
}
