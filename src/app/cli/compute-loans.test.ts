import { describe, expect, it } from 'vitest';
import { compute } from './compute.testing.ts';

const terms = {
  ...{ principalFen: 5_000_000, ratePpm: 43_500, method: 'interest_only', termMonths: 12, everyMonths: 3 },
  startsOn: '2018-05-10',
};

describe('loan-schedule', () => {
  it('adds up, with a prepayment and an extension', async () => {
    const ran = await compute('loan-schedule', {
      ...terms,
      prepayments: [{ on: '2018-09-09', principalFen: 1_000_000, afterwards: 'lower' }],
      extension: { on: '2019-04-01', months: 6 },
    });
    expect(ran).toMatchObject({ code: 0, err: '' });
    const { lines, principalFen } = JSON.parse(ran.out);
    const sum = lines.reduce((all: number, line: { principalFen: number }) => all + line.principalFen, 0);
    expect([sum, principalFen, lines.at(-1).dueOn]).toEqual([5_000_000, 5_000_000, '2019-11-10']);
  });

  it.each([
    ['startsOn', { ...terms, startsOn: '2018-02-30' }],
    ['method', { ...terms, method: 'balloon' }],
    ['termMonths', { ...terms, termMonths: 0 }],
    ['ratePpm', { ...terms, ratePpm: 0.5 }],
    ['principalFen', { ...terms, principalFen: -1 }],
    ['firstDueOn', { ...terms, firstDueOn: '2018-05-10' }],
    ['prepayments.0.principalFen', { ...terms, prepayments: [{ on: '2018-06-01', afterwards: 'lower' }] }],
    ['principalFen', { ...terms, prepayments: [{ on: '2018-06-01', principalFen: 5_000_001, afterwards: 'lower' }] }],
  ])('refuses with 2, naming %s', async (field, input) => {
    const ran = await compute('loan-schedule', input);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err.startsWith(`${field}: `)).toBe(true);
  });
});

it('loan-eligibility names everything that stands against it, and collateral apart', async () => {
  const asked = { on: '2018-06-01', amountFen: 6_000_000, termMonths: 12, purpose: 'housing', collateral: 'pledge' };
  const regime = { ceilingFen: 5_000_000, mostMonths: 36, leastAge: 18, mostAge: 65 };
  const ran = await compute('loan-eligibility', { ...asked, births: ['1975-03-01'], regime });
  expect(JSON.parse(ran.out)).toEqual({
    eligible: false,
    against: ['not_registered', 'above_ceiling', 'purpose_excluded', 'collateral_asked'],
  });
  const without = await compute('loan-eligibility', { ...asked, collateral: 'none' });
  expect(JSON.parse(without.out)).toEqual({ eligible: false, against: ['no_regime'] });
});

it('interest-subsidy leaves out the days of being late and what is above the ceiling', async () => {
  const input = {
    ...{ fromOn: '2018-07-01', throughOn: '2018-09-30', ratePpm: 43_500, ceilingFen: 5_000_000 },
    balances: [{ from: '2018-05-10', balanceFen: 8_000_000 }],
    late: [{ from: '2018-08-10', to: '2018-08-25' }],
  };
  const ran = await compute('interest-subsidy', input);
  expect(JSON.parse(ran.out)).toEqual({ days: 77, lateDays: 15, amountFen: 46_520 });
  const backwards = await compute('interest-subsidy', { ...input, throughOn: '2018-06-30' });
  expect(backwards).toMatchObject({ code: 2, out: '' });
  expect(backwards.err.startsWith('throughOn: ')).toBe(true);
});

it('risk-compensation shares to the fen and proposes a suspension at the limit', async () => {
  const input = { principalFen: 5_000_001, daysLate: 90, lentFen: 80_000_000 };
  const ran = await compute('risk-compensation', input);
  expect(JSON.parse(ran.out)).toEqual({
    ...{ due: true, fundFen: 4_000_001, bankFen: 1_000_000, ratioBp: 625, suspendProposed: true },
  });
  const early = await compute('risk-compensation', { ...input, daysLate: 89 });
  expect(JSON.parse(early.out)).toMatchObject({ due: false, fundFen: 0, bankFen: 0, suspendProposed: false });
});
