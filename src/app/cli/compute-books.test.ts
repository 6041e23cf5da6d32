import { expect, it } from 'vitest';
import { compute } from './compute.testing.ts';

const balances = [
  { account: '102', debitFen: 150_000, creditFen: 40_000 },
  { account: '301', sub: 'M1', creditFen: 50_000 },
  { account: '501', creditFen: 100_000 },
  { account: '523', debitFen: 40_000 },
];

it('closes a year from its trial balance, with both statements and whether they agree', async () => {
  const ran = await compute('year-close', { chart: 'coop37', balances });
  expect(ran).toMatchObject({ code: 0, err: '' });
  const answer = JSON.parse(ran.out);
  expect(answer.resultFen).toBe(60_000);
  expect(answer.statement).toMatchObject({ row1: 100_000, row5: 40_000, row12: 60_000, row16: 60_000, row20: 60_000 });
  expect(answer.balanceSheet).toMatchObject({
    row1: 110_000,
    row22: 110_000,
    row36: 50_000,
    row40: 60_000,
    row42: 110_000,
  });
  expect(answer.checks.map((check: { ok: boolean }) => check.ok)).toEqual([true, true]);
  expect(answer.closingEntries.at(-1)).toEqual({
    code: 'result_to_undistributed',
    lines: [
      { account: '331', sub: '', debitFen: 60_000, creditFen: 0 },
      { account: '33202', sub: '', debitFen: 0, creditFen: 60_000 },
    ],
  });
});

it.each([
  [[{ account: '102', debitFen: 1 }], 'balances: Debits and credits differ'],
  [[...balances, { account: '999' }], 'balances.4.account: The account is not in this chart'],
  [[...balances, { account: '501' }], 'balances.4.account: The same account'],
  [[...balances, { account: '102', debitFen: 0.5 }], 'balances.4.debitFen'],
])('refuses a trial balance that cannot be closed, naming the field', async (given, said) => {
  const ran = await compute('year-close', { chart: 'coop37', balances: given });
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(said);
});

it('depreciates month by month to the fen', async () => {
  const shed = { costFen: 1_000_01, residualFen: 1, lifeMonths: 3, addedOn: '2019-03-15', through: '2020-01' };
  const ran = await compute('depreciation', shed);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const { lines, totalFen } = JSON.parse(ran.out);
  expect(lines.map((line: { month: string; amountFen: number }) => [line.month, line.amountFen])).toEqual([
    ['2019-04', 33_333],
    ['2019-05', 33_333],
    ['2019-06', 33_334],
  ]);
  expect(totalFen).toBe(100_000);
  const refused = await compute('depreciation', { ...shed, residualFen: 2_000_00 });
  expect(refused.err).toContain('residualFen: The residual value cannot exceed the cost');
  expect(refused.code).toBe(2);
});
