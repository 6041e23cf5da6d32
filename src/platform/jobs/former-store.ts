import type pg from 'pg';
import { formerSchema, jobSchema } from './queue-store.ts';

/** Version of the tables of pg-boss 10: pg-boss 12 lifts none that are older than 25. */
export const formerVersion = 24;

export async function setFormerAside(owner: pg.ClientBase): Promise<void> {
  await owner.query(`alter schema ${jobSchema} rename to ${formerSchema}`);
}

/**
 * Carries the jobs of pg-boss 10 to the tables of pg-boss 12 and drops the old ones, in one transaction. A job that was
 * running when its server stopped is tried again. What the library had archived stays behind: it was done.
 */
export async function carryFormer(owner: pg.ClientBase): Promise<void> {
  await owner.query(`
    insert into ${jobSchema}.job (id, name, priority, data, state, retry_limit, retry_count, retry_delay, retry_backoff,
      expire_seconds, deletion_seconds, singleton_key, singleton_on, start_after, created_on, started_on, completed_on,
      keep_until, dead_letter, policy, output, source_name, source_output)
    select j.id, j.name, j.priority, j.data,
      (case j.state::text when 'active' then 'retry' else j.state::text end)::${jobSchema}.job_state,
      j.retry_limit, j.retry_count, j.retry_delay, j.retry_backoff,
      extract(epoch from j.expire_in)::int, q.deletion_seconds, j.singleton_key, j.singleton_on,
      j.start_after, j.created_on, j.started_on, j.completed_on, j.keep_until, q.dead_letter, q.policy,
      case when origin.name is null then j.output end, origin.name, case when origin.name is not null then j.output end
    from ${formerSchema}.job j
      join ${jobSchema}.queue q on q.name = j.name
      left join ${jobSchema}.queue origin on origin.dead_letter = j.name;
    drop schema ${formerSchema} cascade`);
}
