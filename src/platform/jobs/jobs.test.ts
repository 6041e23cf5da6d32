import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actorAt, type TestDatabase, testDatabase } from '../db/testing.ts';
import { transact } from '../db/transact.ts';
import { ok, refuse } from '../pure/result.ts';
import { type Jobs, prepareJobs, startJobs } from './jobs.ts';
import { listDeadJobs } from './queue-store.ts';

const queues = ['greet', 'fail', 'tick', 'act', 'once'].map((name) => ({ name, retries: name === 'fail' ? 1 : 5 }));
const city = actorAt('city_office', 150600000000);

let database: TestDatabase;
let jobs: Jobs;
const errors: Error[] = [];

beforeAll(async () => {
  database = await testDatabase([]);
  await prepare();
  jobs = await startJobs({ place: database.recount, onError: (error) => errors.push(error) });
});
afterAll(async () => {
  await jobs.stop();
  await database.drop();
});

async function prepare(): Promise<number> {
  const owner = await database.connectOwner();
  const began = performance.now();
  await prepareJobs(owner, queues);
  const took = performance.now() - began;
  await owner.end();
  return took;
}

describe('jobs', () => {
  it('are prepared once; the next start only looks', async () => {
    expect(await prepare()).toBeLessThan(200);
    expect(errors).toEqual([]);
  });

  it('reach their worker with their data', async () => {
    const seen: unknown[] = [];
    await jobs.work('greet', async (data) => void seen.push(data));
    await jobs.enqueue('greet', { name: '其木格' });
    await vi.waitFor(() => expect(seen).toEqual([{ name: '其木格' }]), { timeout: 8000 });
  });

  it('that fail are tried again, and laid aside as dead at the end', async () => {
    const key = randomUUID();
    let tries = 0;
    await jobs.work('fail', async () => {
      tries += 1;
      throw new Error('no paper in the printer');
    });
    await jobs.enqueue('fail', { key });
    await vi.waitFor(async () => expect(await listDeadJobs(database.recount)).toHaveLength(1), {
      timeout: 20_000,
      interval: 200,
    });
    expect(tries).toBe(2);
    expect(await listDeadJobs(database.recount)).toMatchObject([
      { queue: 'fail', data: { key }, error: { message: 'no paper in the printer' } },
    ]);
  }, 30_000);

  it('handed over in an act exist only when the act is done', async () => {
    const seen: unknown[] = [];
    await jobs.work('act', async (data) => void seen.push(data));
    await transact(database, { actor: city, act: 'test' }, async (tx) => {
      await jobs.enqueueIn(tx, 'act', { done: false });
      return refuse({ code: 'conflict' });
    });
    await transact(database, { actor: city, act: 'test' }, async (tx) =>
      ok(await jobs.enqueueIn(tx, 'act', { done: true })),
    );
    await vi.waitFor(() => expect(seen).toEqual([{ done: true }]), { timeout: 8000 });
  });

  it('asked for twice within their time are one', async () => {
    const ids = [await jobs.enqueue('once', {}, { onceFor: 600 }), await jobs.enqueue('once', {}, { onceFor: 600 })];
    expect(ids.filter((id) => id !== undefined)).toHaveLength(1);
  });

  it('come back every so many seconds', async () => {
    let runs = 0;
    await jobs.every(2, 'tick', async () => {
      runs += 1;
    });
    await vi.waitFor(() => expect(runs).toBeGreaterThanOrEqual(2), { timeout: 15_000 });
  }, 20_000);

  it('leave their tables to the owner', async () => {
    const client = await database.pool.connect();
    await expect(client.query('drop table pgboss.schedule')).rejects.toThrow(/must be owner/);
    await expect(
      client.query(`select pgboss.create_queue('mine', '{"policy": "standard", "partition": true}')`),
    ).rejects.toThrow(/permission denied/);
    client.release();
  });
});
