import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorAt } from '../../platform/db/testing.ts';
import { localDate } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { county, type Ground, makeCooperative, openGround, type View, village } from './assemblies.testing.ts';
import { demoYearlyAssembly, holdDemoMeeting } from './seed.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it('holds meetings that are over, by the law of their form, and calls those to come', async () => {
  const id = await makeCooperative(ground, { members: 20 });
  let state = 7;
  const random = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const of = { id, place: village, name: '惠农合作社', form: 'farmers_professional' as const };
  const viewAfter = async (heldOn: string) => {
    const meeting = demoYearlyAssembly({ ...of, heldOn: localDate(heldOn) });
    const actor = actorAt('village_clerk', village, { accountId: ground.clerk.accountId });
    const made = await ground.database.act(actor, async (tx) => ok(await holdDemoMeeting(tx, random, meeting)));
    return (await ground.clerk.get(`/assemblies/${county}/${made}`)).body as unknown as View;
  };
  const held = await viewAfter('2019-04-02');
  expect(held).toMatchObject({ state: 'closed', quorum: { met: true } });
  expect(held.motions.map(({ result }) => result)).toEqual(['passed', 'passed', 'rejected']);
  expect(held.counts).toMatchObject({ entitled: 20 });
  const called = await viewAfter('2019-06-20');
  expect(called).toMatchObject({ state: 'called', allowed: ['assembly.call', 'assembly.close'] });
});
