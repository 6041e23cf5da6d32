import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { feature as projects } from '../../activities/projects/feature.ts';
import { catalogue } from '../../indicators/public.ts';
import { feature as books } from '../../ledgers/books/feature.ts';
import { feature as funds } from '../../ledgers/funds/feature.ts';
import { feature as measure } from '../../measure/feature.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { feature as approvals } from '../../procedures/approvals/feature.ts';
import { feature as assemblies } from '../../procedures/assemblies/feature.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as branches } from '../../registers/party-branches/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

const county = 150622;
const village = 150622100201;
const features = [
  ...[measure, places, households, branches, assets, cooperatives, books, funds, approvals, assemblies, notices],
  ...[projects, feature],
];

let now = Date.parse('2018-04-03T01:00:00Z');
let database: TestDatabase;
let app: TestServer;
beforeAll(async () => {
  const clock = () => new Date(now);
  database = await testDatabase(features, { clock });
  app = await testServer(database, { features, handlers: routes });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const projectId = randomUUID();
const address = `/projects/${county}/${projectId}/goals`;
const goal = { indicator: 'asset_value_operating', target: 60_000_000, weightBp: 6_000, dueOn: '2018-12-31' };
const other = { indicator: 'assets', target: 4, weightBp: 4_000, dueOn: '2018-12-31' };

async function propose(): Promise<void> {
  const owner = await database.connectOwner();
  await owner.query(
    `insert into project (county, id, place, number, name, kind, purpose, content, benefit, households, poor_households, budget_fen,
       planned_from, planned_through, award_method, person_in_charge, proposed_on, made_by, state, revision, recorded_at, recorded_by)
     values ($1, $2, $3, '2018-1', '基础母羊繁育', 'breeding', 'breeding_stock', '购买基础母羊', '增收', 12, 8, 60000000,
       '2018-06-01', '2018-10-31', 'tender', '白音', '2018-04-03', gen_random_uuid(), 'open', 1, now(), gen_random_uuid())`,
    [county, projectId, village],
  );
  await owner.end();
}

async function asset(name: string, valueFen: number): Promise<void> {
  const owner = await database.connectOwner();
  await owner.query(
    `insert into asset (county, id, place, number, name, pinyin, initials, class, kind, book_value_fen, use_state, claim_state, known_by,
       listed_on, revision, recorded_at, recorded_by)
     values ($1, gen_random_uuid(), $2, $3::text, $3::text, '', '', 'operating', 'livestock', $4, 'own_use', 'undisputed', 'contract',
       '2018-04-01', 1, now(), gen_random_uuid())`,
    [county, village, name, valueFen],
  );
  await owner.end();
}

it('takes its start from the indicators, and its score from what they say when it is due', async () => {
  await asset('种羊', 10_000_000);
  const clerk = await app.signIn('village_clerk', { place: village });
  const finance = await app.signIn('finance', { place: 150600000000 });
  await propose();
  const set = (goals: readonly object[], by: TestClient = finance) => by.send('PUT', address, { goals });
  expect((await set([goal, other], clerk)).status).toBe(403);
  expect((await set([goal])).body.code).toBe('goal_weights');
  expect((await set([goal, { ...other, indicator: 'nothing_known' }])).body.code).toBe('goal_unknown');
  expect((await set([{ ...goal, target: 9_000_000 }, other])).body.code).toBe('goal_direction');
  expect((await set([goal, other])).status).toBe(200);
  expect((await clerk.get(address)).body).toMatchObject({
    goals: [
      { indicator: 'asset_value_operating', baseline: 10_000_000, now: 10_000_000, nowBp: 0 },
      { indicator: 'assets', baseline: 1, target: 4 },
    ],
    allowed: [],
  });
  const score = (by: TestClient) => by.send('POST', `${address}/score`);
  expect((await score(finance)).body.code).toBe('goals_not_due');
  await asset('羊棚', 25_000_000);
  now = Date.parse('2019-01-03T01:00:00Z');
  const later = await app.signIn('finance', { place: 150600000000 });
  // half of the way to the value, a third of the way to the number
  expect((await score(later)).body).toMatchObject({ scoreBp: 4_333 });
  expect((await score(later)).body.code).toBe('goals_scored');
  expect((await later.get(address)).body).toMatchObject({
    scoreBp: 4_333,
    goals: [
      { value: 35_000_000, scoreBp: 5_000 },
      { value: 2, scoreBp: 3_333 },
    ],
  });
});

it('knows every indicator that a goal may name', () => {
  expect(catalogue.map(({ code }) => code)).toContain(goal.indicator);
});
