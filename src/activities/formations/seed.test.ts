import { afterAll, beforeAll, expect, it } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { transact } from '../../platform/db/transact.ts';
import { uuidv7 } from '../../platform/pure/ids.ts';
import { localDate } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as approvals } from '../../procedures/approvals/feature.ts';
import { feature as assemblies } from '../../procedures/assemblies/feature.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as branches } from '../../registers/party-branches/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { nextStep } from './chain-rules.ts';
import { readState } from './chain-store.ts';
import { feature } from './feature.ts';
import { isReady } from './plan-rules.ts';
import { demoStages, loadDemoFormations } from './seed.ts';
import { listFormations } from './store.ts';

const features = [measure, places, households, branches, cooperatives, approvals, assemblies, notices, feature];
const until = localDate('2019-06-03');
const first = 150622100201;
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase(features, { clock: () => new Date(`${until}T01:00:00Z`) });
  await database.act(actorAt('city_office', 150600000000), async (tx) => ok(await ensureParameters(tx)));
});
afterAll(() => database.drop());

function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const random = numbers(7);

function someId(): string {
  return uuidv7(
    1_546_300_800_000,
    Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)),
  );
}

const villages = demoStages.map((_, at) => ({
  place: first + at,
  name: `第${at + 1}嘎查`,
  branchId: someId(),
  people: Array.from({ length: 30 }, (_one, who) => ({ name: `牧民${who + 1}`, householdId: someId(), poor: false })),
}));

it('takes each plan as far as its turn says, by acts that the rules let pass', async () => {
  const actor = systemActor({ lo: 150_600_000_000, hi: 150_699_999_999 }, 'demo');
  const span = { until, villageBy: someId(), townshipBy: someId() };
  await loadDemoFormations(
    async (day, work) => {
      const place = { ...database, clock: () => new Date(`${day}T01:00:00Z`) };
      const made = await transact(place, { actor, act: 'demo.load' }, async (tx) => ok(await work(tx)));
      if (!made.ok) throw new Error(made.refusal.code);
    },
    numbers(11),
    { ...span, villages },
  );
  const found = await database.read(actor, async (tx) => {
    const { rows } = await listFormations(tx, { sort: 'place', limit: 20, offset: 0 });
    const states = [];
    for (const row of rows) states.push(await readState(tx, row));
    return states;
  });
  expect(found.map(({ checks }) => isReady(checks))).toEqual(demoStages.map(() => true));
  expect(found.map(({ formation, chain }) => [formation.state, nextStep(chain)?.step, nextStep(chain)?.state])).toEqual(
    [
      ['registered', undefined, undefined],
      ['open', 'notice', 'running'],
      ['open', 'draft', 'open'],
      ['open', 'review', 'running'],
      ['open', 'resolution', 'open'],
      ['open', 'resolution', 'failed'],
      ['open', 'party_study', 'open'],
      ['open', 'registration', 'open'],
    ],
  );
  expect(found[0]?.steps.map(({ step }) => step)).toHaveLength(6);
});
