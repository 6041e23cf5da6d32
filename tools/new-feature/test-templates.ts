import type { FeatureNames } from './names.ts';

export function rulesTest({ table, One }: FeatureNames): string {
  return `import { expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import { propose${One} } from './rules.ts';

const today = localDate('2018-06-01');
const draft = { id: 'x', place: 150622100201, name: 'A', startsOn: '2018-06-01' };

it('accepts what began in a village until today', () => {
  expect(propose${One}(draft, today)).toEqual({ ok: true, value: draft });
});

it.each([
  ['${table}_place', 'place', { place: 150622100000 }],
  ['${table}_in_future', 'startsOn', { startsOn: '2018-06-02' }],
])('refuses with %s', (code, field, wrong) => {
  expect(propose${One}({ ...draft, ...wrong }, today)).toEqual({ ok: false, refusal: { code, field } });
});
`;
}

export function routesTest({ folder }: FeatureNames): string {
  return `import { randomUUID } from 'node:crypto';
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
  expect((await clerk.send('POST', '/${folder}', draft)).body).toEqual({ county, id });
  expect((await clerk.send('POST', '/${folder}', { ...draft, place: neighbour })).status).toBe(404);

  const change = { name: 'B', startsOn: '2018-03-01', revision: 1, reason: 'misspelt' };
  expect((await clerk.send('PUT', \`/${folder}/\${county}/\${id}\`, change)).status).toBe(200);
  const stale = await clerk.send('PUT', \`/${folder}/\${county}/\${id}\`, change);
  expect(stale.body.code).toBe('stale');

  const row = { county, id, place: village, name: 'B', startsOn: '2018-03-01', revision: 2 };
  expect((await clerk.get('/${folder}')).body).toEqual({ rows: [row], total: 1 });
  const other = await api.signIn('village_clerk', { place: neighbour });
  expect((await other.get('/${folder}')).body).toEqual({ rows: [], total: 0 });
});
`;
}
