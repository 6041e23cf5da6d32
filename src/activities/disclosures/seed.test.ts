import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadPast } from '../../platform/db/load.ts';
import { actorAt } from '../../platform/db/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import { demoGroup, drawUpDemo, hangDemo } from './seed.ts';
import { county, type DisclosureWorld, disclosureWorld, listThing, sister, village } from './world.testing.ts';

let world: DisclosureWorld;
beforeAll(async () => {
  world = await disclosureWorld('2019-07-05');
});
afterAll(() => world.close());

function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const unit = { place: village, cooperativeId: null, people: ['巴特尔', '娜仁花', '王贵', '李秀英'] };
const owed = { place: village, cooperativeId: null, period: 'quarter', startsOn: '2019-04-01' } as const;

it('makes the same group from the same numbers', () => {
  expect(demoGroup(numbers(5), unit, '2019-01-01')).toEqual(demoGroup(numbers(5), unit, '2019-01-01'));
  expect(demoGroup(numbers(5), { ...unit, people: [] }, '2019-01-01')).toEqual([]);
});

it('draws up, signs and hangs what the demo has', async () => {
  await listThing(world);
  const { database } = world;
  const accountant = actorAt('village_accountant', village);
  const clerk = actorAt('village_clerk', village);
  const id = await database.act(accountant, async (tx) => {
    await loadPast(tx, 'finance_group_member', demoGroup(numbers(5), unit, '2019-01-01'));
    return ok(await drawUpDemo(tx, numbers(5), owed));
  });
  expect(await database.act(clerk, async (tx) => ok(await hangDemo(tx, { county, id: id ?? '' })))).toBe(true);
  expect((await world.clerk.get(`/disclosures/${county}/${id}`)).body).toMatchObject({
    ...{ state: 'published', light: 'met', noticeState: 'running' },
    signatures: [{ opinion: 'agreed' }, {}, {}],
  });
  const neighbour = actorAt('village_accountant', sister);
  const nothing = { ...owed, place: sister };
  expect(await database.act(neighbour, async (tx) => ok(await drawUpDemo(tx, numbers(5), nothing)))).toBeUndefined();
});
