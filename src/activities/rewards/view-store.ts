import type { Tx } from '../../platform/db/transact.ts';
import { addDays, todayInShanghai } from '../../platform/pure/period.ts';
import { checkLight } from './rules.ts';
import { type Days, listRewards } from './store.ts';

/** One page of applications with the clock of each. */
export async function showRewards(tx: Tx, query: Parameters<typeof listRewards>[2]) {
  const days = daysOf(tx);
  const { rows, total } = await listRewards(tx, days, query);
  return { rows: rows.map((row) => ({ ...row, light: checkLight(row, days) })), total };
}

/** Today and the day after. */
export function daysOf(tx: Tx): Days {
  const today = todayInShanghai(tx.now);
  return { today, tomorrow: addDays(today, 1) };
}
