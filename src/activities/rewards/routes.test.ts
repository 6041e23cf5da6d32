import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestServer, testServer } from '../../platform/http/testing.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

const county = 150622;
const village = 150622100201;
const neighbour = 150622100202;

let database: TestDatabase;
let api: TestServer;
beforeAll(async () => {
  database = await testDatabase([feature]);
  api = await testServer(database, { features: [feature], handlers: routes });
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

it('records, lists and corrects inside the range only', async () => {
  const clerk = await api.signIn('village_clerk', { place: village });
  const id = randomUUID();
  const draft = { id, place: village, name: 'A', startsOn: '2018-03-01' };
  expect((await clerk.send('POST', '/rewards', draft)).body).toEqual({ county, id });
  expect((await clerk.send('POST', '/rewards', { ...draft, place: neighbour })).status).toBe(404);

  const change = { name: 'B', startsOn: '2018-03-01', revision: 1, reason: 'misspelt' };
  expect((await clerk.send('PUT', `/rewards/${county}/${id}`, change)).status).toBe(200);
  const stale = await clerk.send('PUT', `/rewards/${county}/${id}`, change);
  expect(stale.body.code).toBe('stale');

  const row = { county, id, place: village, name: 'B', startsOn: '2018-03-01', revision: 2 };
  expect((await clerk.get('/rewards')).body).toEqual({ rows: [row], total: 1 });
  const other = await api.signIn('village_clerk', { place: neighbour });
  expect((await other.get('/rewards')).body).toEqual({ rows: [], total: 0 });
});
