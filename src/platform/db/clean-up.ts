import type { Workplace } from './transact.ts';

const keptDays = 30;

/** Forgets answers that no phone will ask for again, and sessions that ended long ago. */
export async function forgetOldKeys(place: Workplace): Promise<void> {
  const before = new Date(place.clock().getTime() - keptDays * 86_400_000);
  await place.pool.query('delete from idempotency_key where recorded_at < $1', [before]);
  await place.pool.query('delete from session where seen_at < $1', [before]);
}
