import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorAt } from '../../platform/db/testing.ts';
import { localDate } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { bankId, banner, county, expectOk, household, loanWorld, village, type World } from './loans.testing.ts';
import { listLines, listPayments } from './payment-store.ts';
import { demoLoans, loadDemoLoans } from './seed.ts';
import { countLoan } from './standing-rules.ts';
import { findLoan } from './store.ts';

let world: World;
beforeAll(async () => {
  world = await loanWorld('2019-12-02');
});
afterAll(() => world.close());

function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const span = {
  from: localDate('2018-01-01'),
  until: localDate('2019-11-30'),
  bank: { county, id: bankId, name: '甲农商行' },
  clerkBy: randomUUID(),
  bankBy: randomUUID(),
};

it('makes the same from the same numbers', () => {
  const households = [1, 2, 3, 4, 5, 6].map((at) => ({ id: `${at}`, name: `户${at}`, poor: 'yes' as const }));
  const one = demoLoans(numbers(5), { place: village, households }, span);
  expect(demoLoans(numbers(5), { place: village, households }, span)).toEqual(one);
});

it('loads loans that stand as the rules count them, and that the pages show', async () => {
  const ids = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(() => household(world)));
  const households = ids.map((id, at) => ({ id, name: `户${at}`, poor: 'yes' as const }));
  const made = demoLoans(numbers(9), { place: village, households }, span);
  expect(made.loan.length).toBeGreaterThan(1);
  const actor = actorAt('banner_office', banner);
  await world.database.act(actor, async (tx) => ok(await loadDemoLoans(tx, span, [made])), 'demo.load');
  const listed = await expectOk(world.bank.get('/loans'));
  expect(listed.total).toBe(made.loan.length);
  for (const { row } of made.loan) {
    const view = await expectOk(world.clerk.get(`/loans/${county}/${row.id}`));
    expect(view).toMatchObject({ contractNumber: row.contract_number });
    await world.database.read(actor, async (tx) => {
      const loan = await findLoan(tx, { county, id: row.id });
      if (!loan) throw new Error('no loan');
      const counted = countLoan(loan, await listPayments(tx, loan));
      const kept = (await listLines(tx, loan)).map(({ id: _id, revision: _revision, ...line }) => line);
      expect(counted).toEqual({ ok: true, value: kept });
    });
  }
  const [claim] = (await expectOk(world.office.get('/loan-subsidies'))).rows as { totalFen: number; lines: number }[];
  expect(claim?.totalFen).toBeGreaterThan(0);
  expect((await world.office.get('/loan-pools')).body.total).toBe(1);
  expect((await world.bank.get('/loan-statements')).body.total).toBe(1);
});
