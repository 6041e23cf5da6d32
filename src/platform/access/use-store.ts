import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/tx.ts';
import type { UseLimit } from '../feature.ts';

/** One request for an act, and how many answers it gave. */
export interface Use {
  readonly act: string;
  readonly limit: UseLimit;
  readonly answers: number;
}

/** Counts a use by the actor, in the statement that allows it; false when the minute or the day holds no more. */
export async function claimUse(tx: Tx, { act, limit, answers }: Use): Promise<boolean> {
  if (answers > limit.perDay) return false;
  const { rows } = await sql`
    insert into act_use as u (account_id, act, minute_began, minute_calls, day_began, day_answers)
    values (${tx.actor.accountId}, ${act}, ${tx.now}, 1, ${tx.now}, ${answers})
    on conflict (account_id, act) do update set
      minute_began = case when ${over(tx, 'minute')} then ${tx.now}::timestamptz else u.minute_began end,
      minute_calls = case when ${over(tx, 'minute')} then 1 else u.minute_calls + 1 end,
      day_began = case when ${over(tx, 'day')} then ${tx.now}::timestamptz else u.day_began end,
      day_answers = case when ${over(tx, 'day')} then ${answers}::int else u.day_answers + ${answers}::int end
    where (${over(tx, 'minute')} or u.minute_calls < ${limit.perMinute})
      and (${over(tx, 'day')} or u.day_answers + ${answers}::int <= ${limit.perDay})
    returning act`.execute(tx.db);
  return rows.length > 0;
}

/** Notes that the actor was stopped; false when that stands in the trail for this hour already. */
export async function markStopped(tx: Tx, act: string): Promise<boolean> {
  const { rows } = await sql`
    insert into act_use as u (account_id, act, minute_began, minute_calls, day_began, day_answers, stopped_at)
    values (${tx.actor.accountId}, ${act}, ${tx.now}, 0, ${tx.now}, 0, ${tx.now})
    on conflict (account_id, act) do update set stopped_at = excluded.stopped_at
    where u.stopped_at is null or u.stopped_at <= excluded.stopped_at - interval '1 hour'
    returning act`.execute(tx.db);
  return rows.length > 0;
}

/** Whether a window that began earlier is over, so that counting begins anew. */
function over(tx: Tx, window: 'minute' | 'day'): RawBuilder<boolean> {
  return sql`${sql.ref(`u.${window}_began`)} <= ${tx.now}::timestamptz - ${`1 ${window}`}::interval`;
}
