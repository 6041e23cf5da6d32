import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '../../platform/access/actor.ts';
import { transact } from '../../platform/db/transact.ts';
import { localDate } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { demoInsurance, loadDemoInsurance } from './seed.ts';
import {
  banner,
  type InsuranceWorld,
  insuranceWorld,
  insurerId,
  numberOf,
  randomOf,
  sister,
  village,
} from './world.testing.ts';

const span = {
  ...{ from: localDate('2018-01-01'), until: localDate('2019-12-31') },
  insurer: { county: 150600, id: insurerId, name: '人保财险鄂尔多斯分公司' },
  ...{ officeBy: randomUUID(), villageBy: randomUUID(), insurerBy: randomUUID() },
};
let world: InsuranceWorld;
beforeAll(async () => {
  world = await insuranceWorld('2020-01-02', [
    [village, '甲嘎查'],
    [sister, '乙嘎查'],
  ]);
});
afterAll(() => world.close());

it('makes policies and claims that the pages show, the same from the same numbers', async () => {
  const people = await world.plant(
    Array.from({ length: 40 }, (_, at) => ({
      ...{ name: `牧民${at}`, idNumber: numberOf(at), place: at % 2 ? village : sister },
    })),
  );
  const [first, second] = [village, sister].map((place) => ({
    ...{ place, isPastoral: true },
    households: people.filter((one) => one.place === place).map(({ householdId, name }) => ({ id: householdId, name })),
  }));
  if (!first || !second) throw new Error('two villages');
  expect(demoInsurance(randomOf(3), first, span)).toEqual(demoInsurance(randomOf(3), first, span));
  const made = [first, second].map((one, at) => demoInsurance(randomOf(20 + at), one, span));
  const actor = systemActor({ lo: 150_600_000_000, hi: 150_699_999_999 }, randomUUID());
  await transact(world.database, { actor, act: 'demo.load' }, async (tx) =>
    ok(await loadDemoInsurance(tx, span, made)),
  );
  const office = await world.seat('banner_office', { place: banner });
  const policies = await office.get('/insurance-policies');
  expect(policies.body.total).toBeGreaterThan(1);
  const [row] = policies.body.rows as { county: number; id: string; premiumFen: number }[];
  const view = await office.get(`/insurance-policies/${row?.county}/${row?.id}`);
  const insured = view.body.insured as { premiumFen: number }[];
  expect(insured.reduce((sum, { premiumFen }) => sum + premiumFen, 0)).toBe(row?.premiumFen);
});
