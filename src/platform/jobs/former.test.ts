import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../db/testing.ts';
import { prepareJobs, startJobs } from './jobs.ts';
import { listDeadJobs } from './queue-store.ts';

const queues = [{ name: 'greet' }, { name: 'print' }];

/** As pg-boss 10.4 laid them out: every column of its jobs, one partition for each queue. */
const formerTables = `
  create schema pgboss;
  create type pgboss.job_state as enum ('created', 'retry', 'active', 'completed', 'cancelled', 'failed');
  create table pgboss.version (version int primary key, maintained_on timestamptz, cron_on timestamptz,
    monitored_on timestamptz);
  create table pgboss.queue (name text primary key, policy text, retry_limit int, retry_delay int, retry_backoff bool,
    expire_seconds int, retention_minutes int, dead_letter text references pgboss.queue (name), partition_name text,
    created_on timestamptz not null default now(), updated_on timestamptz not null default now());
  create table pgboss.job (
    id uuid not null default gen_random_uuid(), name text not null, priority integer not null default 0, data jsonb,
    state pgboss.job_state not null default 'created', retry_limit integer not null default 2,
    retry_count integer not null default 0, retry_delay integer not null default 0,
    retry_backoff boolean not null default false, start_after timestamptz not null default now(),
    started_on timestamptz, singleton_key text, singleton_on timestamp,
    expire_in interval not null default interval '15 minutes', created_on timestamptz not null default now(),
    completed_on timestamptz, keep_until timestamptz not null default now() + interval '14 days', output jsonb,
    dead_letter text, policy text) partition by list (name);
  create table pgboss.j_greet partition of pgboss.job for values in ('greet');
  create table pgboss.j_print partition of pgboss.job for values in ('print');
  create table pgboss.j_print_dead partition of pgboss.job for values in ('print-dead');
  insert into pgboss.version (version) values (24);
  insert into pgboss.queue (name, policy) values ('greet-dead', 'standard'), ('greet', 'standard'),
    ('print-dead', 'standard'), ('print', 'standard');
  insert into pgboss.job (name, data, state, retry_limit, retry_count, started_on, dead_letter) values
    ('greet', '{"name": "其木格"}', 'created', 5, 0, null, 'greet-dead'),
    ('greet', '{"name": "白音"}', 'active', 5, 0, now() - interval '1 minute', 'greet-dead'),
    ('greet', '{"name": "乌兰"}', 'completed', 5, 0, now() - interval '1 minute', 'greet-dead'),
    ('print-dead', '{"page": 7}', 'created', 0, 0, null, null);
  update pgboss.job set output = '{"message": "no paper in the printer"}' where name = 'print-dead';
  update pgboss.job set singleton_on = '2019-12-31 16:00' where data ->> 'name' = '乌兰'`;

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase([]);
});
afterAll(() => database.drop());

async function asOwner(...statements: readonly string[]): Promise<unknown[]> {
  const owner = await database.connectOwner();
  const answers = [];
  for (const statement of statements) answers.push((await owner.query(statement)).rows);
  await owner.end();
  return answers;
}

async function prepare(): Promise<void> {
  const owner = await database.connectOwner();
  await prepareJobs(owner, queues);
  await owner.end();
}

describe('jobs of pg-boss 10', () => {
  it('are carried over once, also when two servers start together', async () => {
    await asOwner(formerTables);
    await Promise.all([prepare(), prepare()]);
    const [jobs, left] = await asOwner(
      `select name, state, data, retry_limit as "retryLimit", dead_letter as dead, expire_seconds as expire,
        singleton_on is not null as once from pgboss.job order by name, state`,
      `select to_regnamespace('pgboss_former') as name`,
    );
    expect(jobs).toMatchObject([
      { name: 'greet', state: 'created', data: { name: '其木格' }, retryLimit: 5, dead: 'greet-dead', expire: 900 },
      { name: 'greet', state: 'retry', data: { name: '白音' } },
      { name: 'greet', state: 'completed', data: { name: '乌兰' }, once: true },
      { name: 'print-dead', state: 'created' },
    ]);
    expect(left).toEqual([{ name: null }]);
  });

  it('are done by the next server, and the dead can still be read', async () => {
    const errors: Error[] = [];
    const jobs = await startJobs({ place: database.recount, onError: (error) => errors.push(error) });
    const seen: unknown[] = [];
    await jobs.work('greet', async (data) => void seen.push(data));
    await vi.waitFor(() => expect(seen).toHaveLength(2), { timeout: 10_000 });
    expect(seen).toEqual(expect.arrayContaining([{ name: '其木格' }, { name: '白音' }]));
    expect(await listDeadJobs(database.recount)).toMatchObject([
      { queue: 'print', data: { page: 7 }, error: { message: 'no paper in the printer' } },
    ]);
    await jobs.stop();
    expect(errors).toEqual([]);
  }, 20_000);

  it('are not lost when the server is killed between the old tables and the new', async () => {
    await asOwner('drop schema pgboss cascade', formerTables, 'alter schema pgboss rename to pgboss_former');
    await prepare();
    const [counted, left] = await asOwner(
      'select count(*)::int as jobs from pgboss.job',
      `select to_regnamespace('pgboss_former') as name`,
    );
    expect(counted).toEqual([{ jobs: 4 }]);
    expect(left).toEqual([{ name: null }]);
  });
});
