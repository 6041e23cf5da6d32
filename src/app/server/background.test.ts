import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { prepareJobs } from '../../platform/jobs/jobs.ts';
import { features } from '../features.ts';
import { queues, startBackground } from './background.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase(features);
  const owner = await database.connectOwner();
  await prepareJobs(owner, queues);
  await owner.end();
});
afterAll(() => database.drop());

it('gives every queue its work, and every work a queue', async () => {
  vi.stubEnv('SILIAN_LOG', '1');
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const owner = await database.connectOwner();
  const asked = async (sql: string) => (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name);
  const stop = startBackground(database);
  const known = () => asked(`select distinct name from pgboss.job_common union select name from pgboss.schedule`);
  await vi.waitFor(async () => expect(await known()).toEqual(expect.arrayContaining(queues.map(({ name }) => name))), {
    timeout: 20_000,
    interval: 200,
  });
  const began = performance.now();
  await stop();
  expect(performance.now() - began).toBeLessThan(10_000);
  await owner.end();
  expect(said.mock.calls).toEqual([]);
});
