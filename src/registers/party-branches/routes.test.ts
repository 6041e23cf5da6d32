import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { feature as places } from '../places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

const township = 150622100000;
const village = township + 201;
const neighbour = township + 202;

let database: TestDatabase;
let app: TestServer;
let clerk: TestClient;
let town: TestClient;
beforeAll(async () => {
  database = await testDatabase([places, feature]);
  app = await testServer(database, { features: [places, feature], handlers: routes });
  clerk = await app.signIn('village_clerk', { place: village });
  town = await app.signIn('township_clerk', { place: township });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function register(client: TestClient, place = village) {
  const id = randomUUID();
  const body = { id, place, name: `党支部${id.slice(0, 6)}`, kind: 'village', startsOn: '2010-01-01' };
  const reply = await client.send('POST', '/branches', body);
  return { id, address: `/branches/150622/${id}`, reply, body };
}

function secretary(over: object = {}) {
  return { id: randomUUID(), post: 'secretary', personName: '苏和', startsOn: '2018-01-01', ...over };
}

describe('party branches', () => {
  it('have one secretary at a time, also when sixteen are recorded at once', async () => {
    const { address } = await register(clerk);
    const replies = await Promise.all(
      Array.from({ length: 16 }, () => clerk.send('POST', `${address}/posts`, secretary())),
    );
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
    expect(new Set(replies.filter((reply) => reply.status !== 200).map((reply) => reply.body.code))).toEqual(
      new Set(['branch_secretary_known']),
    );
  });

  it('show a vacancy from the day on which the post ended', async () => {
    const { id, address } = await register(clerk);
    const post = secretary();
    await clerk.send('POST', `${address}/posts`, post);
    const vacant = async () =>
      ((await clerk.get('/branches?state=vacant')).body.rows as { id: string }[]).map((row) => row.id);
    expect(await vacant()).not.toContain(id);
    const end = { revision: 1, endsOn: '2018-06-01', reason: '调离' };
    expect((await clerk.send('POST', `${address}/posts/${post.id}/end`, end)).status).toBe(200);
    expect(await vacant()).toContain(id);
    const facts = await database.read(actorAt('village_clerk', village), async (tx) => {
      const { rows } = await sql<{ endedOn: string | null; retired: boolean }>`
        select ended_on, retired_at is not null as retired from fact_branch_secretary where record_id = ${id} order by recorded_at`.execute(
        tx.db,
      );
      return rows;
    });
    expect(facts).toEqual([
      { endedOn: null, retired: true },
      { endedOn: '2018-06-01', retired: false },
    ]);
  });

  it('are rated by the township and rectified until closed with evidence', async () => {
    const { address } = await register(clerk);
    const year = { id: randomUUID(), year: 2018, members: 23, rating: 'weak' };
    expect((await clerk.send('POST', `${address}/years`, year)).status).toBe(403);
    expect((await town.send('POST', `${address}/years`, year)).status).toBe(200);
    expect((await town.send('POST', `${address}/years`, { ...year, id: randomUUID() })).body.code).toBe(
      'branch_year_known',
    );
    const open = {
      id: randomUUID(),
      problem: '组织生活不正常',
      measures: '选派第一书记',
      foundOn: '2018-03-01',
      dueOn: '2018-09-01',
    };
    expect((await town.send('POST', `${address}/rectifications`, open)).status).toBe(200);
    const again = await town.send('POST', `${address}/rectifications`, { ...open, id: randomUUID() });
    expect(again.body.code).toBe('branch_rectification_open');
    expect((await town.get('/branches?state=weak')).body.total).toBe(1);
    const close = { revision: 1, closedOn: '2018-08-20', evidence: '考评达标，会议记录齐全' };
    expect((await town.send('POST', `${address}/rectifications/${open.id}/close`, close)).status).toBe(200);
    expect((await town.get(address)).body).toMatchObject({ members: 23, rating: 'weak', rectifying: false });
  });

  it('leave no trace for the neighbour', async () => {
    const { address, body } = await register(clerk);
    const other = await app.signIn('village_clerk', { place: neighbour });
    expect((await other.get(address)).status).toBe(404);
    expect((await other.send('POST', `${address}/posts`, secretary())).status).toBe(404);
    expect((await register(other, village)).reply.status).toBe(404);
    expect(JSON.stringify((await other.get('/branches')).body)).not.toContain(body.name);
  });

  it('are registered at villages, once by each name', async () => {
    const { body } = await register(clerk);
    expect((await clerk.send('POST', '/branches', { ...body, id: randomUUID() })).body.code).toBe('branch_name_known');
    expect((await register(town, township)).reply.body).toMatchObject({
      code: 'branch_not_village',
      errors: [{ field: 'place' }],
    });
  });
});
