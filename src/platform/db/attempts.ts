import { insertRows, type TableName } from './columns.ts';
import { markStale } from './history.ts';
import type { Attempt, Tx } from './tx.ts';

/**
 * Keeps a row of a journal that stands although the act is refused and all else it wrote is rolled back: what somebody
 * tried is itself something that happened. It is written by the same actor right after, in a transaction of its own; an
 * act that succeeds keeps nothing.
 */
export function keepAttempt(tx: Tx, table: TableName, row: Attempt['row']): void {
  tx.attempts.push({ table, row });
}

/** Writes what a refused act kept; its place in the trail is sent by {@link transact}. */
export async function writeAttempts(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
  for (const { table, row } of attempts) {
    const full = { ...row, recorded_at: tx.now, recorded_by: tx.actor.accountId };
    await insertRows(tx, { table, types: table }, [full]);
    markStale(tx, table, full);
    tx.trail.push({ table, county: row.county, place: row.place, id: row.id, after: row });
  }
}
