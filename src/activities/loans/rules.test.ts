import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { compareLine } from './compare-rules.ts';
import {
  type Applicant,
  ageOn,
  checkTerms,
  findIneligible,
  formatPpm,
  ppmOfPercent,
  type Regime,
} from './eligibility-rules.ts';
import { poolStanding, shareLoss } from './risk-rules.ts';
import { quartersOf, type SubsidyCase, subsidyOf } from './subsidy-rules.ts';

const regime: Regime = {
  name: '2018-02-27',
  ceilingFen: 5_000_000n,
  mostMonths: 36,
  shortRatePpm: 43_500,
  longRatePpm: 47_500,
  leastAge: 18,
  mostAge: 65,
  once: true,
};

const applicant: Applicant = {
  on: localDate('2018-06-01'),
  amountFen: 5_000_000n,
  termMonths: 36,
  purpose: 'breeding',
  povertyState: 'registered',
  births: ['1970-01-01'],
  hasOpenLoan: false,
  borrowedUnderRegime: false,
};

describe('who may have microcredit', () => {
  it('is a household of the register with somebody of age, up to ceiling and term', () => {
    expect(findIneligible(regime, applicant)).toEqual([]);
  });

  it.each<[string, Partial<Applicant>]>([
    ['not_registered', { povertyState: null }],
    ['not_registered', { povertyState: 'deregistered' }],
    ['above_ceiling', { amountFen: 5_000_001n }],
    ['term_too_long', { termMonths: 37 }],
    ['purpose_excluded', { purpose: 'housing' }],
    ['nobody_of_age', { births: ['2000-06-02', '1952-05-31'] }],
    ['open_loan', { hasOpenLoan: true }],
    ['borrowed_before', { borrowedUnderRegime: true }],
  ])('names %s', (code, wrong) => {
    expect(findIneligible(regime, { ...applicant, ...wrong })).toEqual([code]);
  });

  it('names everything at once, and nothing but the regime where none is in force', () => {
    const wrong = { ...applicant, povertyState: null, amountFen: 9_000_000n, purpose: 'consumption' } as const;
    expect(findIneligible(regime, wrong)).toEqual(['not_registered', 'above_ceiling', 'purpose_excluded']);
    expect(findIneligible(undefined, wrong)).toEqual(['no_regime']);
  });

  it('lets a household borrow anew where the rules are not once only', () => {
    expect(findIneligible({ ...regime, once: false }, { ...applicant, borrowedUnderRegime: true })).toEqual([]);
  });

  it('counts full years', () => {
    expect([ageOn('2000-06-01', '2018-06-01'), ageOn('2000-06-02', '2018-06-01')]).toEqual([18, 17]);
    expect(ageOn('2000-02-29', '2018-02-28')).toBe(17);
  });
});

describe('the terms of a microcredit', () => {
  const applied = { amountFen: 5_000_000n, termMonths: 36 };
  const offered = { amountFen: 5_000_000n, termMonths: 36, ratePpm: 47_500 };

  it('stay within application, ceiling and rate', () => {
    expect(checkTerms(regime, applied, offered).ok).toBe(true);
    const code = (wrong: object) => checkTerms(regime, applied, { ...offered, ...wrong });
    expect(code({ termMonths: 12 })).toMatchObject({ refusal: { code: 'loan_rate_above', values: { most: '4.35%' } } });
    expect(code({ amountFen: 5_000_001n })).toMatchObject({ refusal: { code: 'loan_above_applied' } });
    expect(code({ termMonths: 37 })).toMatchObject({ refusal: { code: 'loan_term_above_applied' } });
    expect(checkTerms(undefined, applied, offered)).toMatchObject({ refusal: { code: 'loan_no_regime' } });
    const rich = { amountFen: 6_000_000n, termMonths: 36 };
    expect(checkTerms(regime, rich, { ...offered, ...rich })).toMatchObject({
      refusal: { code: 'loan_above_ceiling' },
    });
  });

  it('shows a rate as people write it', () => {
    expect([43_500, 47_850, 500, 120_000, 0].map(formatPpm)).toEqual(['4.35%', '4.785%', '0.05%', '12%', '0%']);
    expect(['4.35', '4.785', '12', '0.05', '4.12345', 'x'].map(ppmOfPercent)).toEqual([
      ...[43_500, 47_850, 120_000, 500, undefined, undefined],
    ]);
  });
});

describe('the interest subsidy', () => {
  const terms = { ratePpm: 43_500, ceilingFen: 5_000_000n, shareBp: 10_000, yearDays: 360 } as const;
  const quarter: SubsidyCase = {
    terms,
    balances: [{ from: localDate('2018-05-10'), balanceFen: 5_000_000n }],
    late: [],
    fromOn: localDate('2018-07-01'),
    throughOn: localDate('2018-09-30'),
  };

  it('counts the days of the quarter on which principal was owed', () => {
    expect(subsidyOf(quarter)).toEqual({ days: 92, lateDays: 0, amountFen: 55_583n });
    const began = { ...quarter, fromOn: localDate('2018-04-01'), throughOn: localDate('2018-06-30') };
    expect(subsidyOf(began)).toEqual({ days: 52, lateDays: 0, amountFen: 31_416n });
  });

  it('stops at the ceiling and for the days somebody is late', () => {
    const rich = { ...quarter, balances: [{ from: localDate('2018-05-10'), balanceFen: 9_000_000n }] };
    expect(subsidyOf(rich)).toEqual(subsidyOf(quarter));
    const late = [{ from: localDate('2018-08-10'), to: localDate('2018-08-25') }];
    expect(subsidyOf({ ...quarter, late })).toMatchObject({ days: 77, lateDays: 15 });
    expect(subsidyOf({ ...quarter, late: [{ from: localDate('2018-06-10'), to: null }] }).amountFen).toBe(0n);
  });

  it('of two spans side by side is that of both together, within a fen, and never beyond the ceiling’s interest', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.bigInt(0n, 9_000_000n)), { maxLength: 6 });
    const day = (after: number): LocalDate => addDays(localDate('2018-01-01'), after);
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (rows, first, second) => {
        const sorted = rows.toSorted(([a], [b]) => a - b);
        const balances = sorted.map(([after, balanceFen]) => ({ from: day(after), balanceFen }));
        const of = (from: number, through: number) =>
          subsidyOf({ ...quarter, balances, fromOn: day(from), throughOn: day(through) });
        const whole = of(0, first + second - 1);
        const parts = [of(0, first - 1), of(first, first + second - 1)];
        const sum = parts.reduce((total, { amountFen }) => total + amountFen, 0n);
        expect(whole.days).toBe(parts.reduce((total, { days }) => total + days, 0));
        expect(whole.amountFen - sum === 0n || whole.amountFen - sum === 1n).toBe(true);
        expect(whole.amountFen <= (5_000_000n * 43_500n * BigInt(first + second)) / 360_000_000n).toBe(true);
      }),
    );
  });

  it('is claimed for one quarter or one year that is over', () => {
    const today = localDate('2019-01-15');
    expect(quartersOf('2018-07-01', '2018-09-30', today)).toEqual({ ok: true, value: ['2018-07-01'] });
    expect(quartersOf('2018-01-01', '2018-12-31', today)).toMatchObject({ value: { length: 4 } });
    expect(quartersOf('2018-07-02', '2018-09-30', today)).toMatchObject({ refusal: { field: 'fromOn' } });
    expect(quartersOf('2018-04-01', '2019-03-31', today)).toMatchObject({ refusal: { field: 'throughOn' } });
    expect(quartersOf('2019-01-01', '2019-03-31', today)).toMatchObject({ refusal: { code: 'subsidy_span_open' } });
  });
});

describe('the risk-compensation pool', () => {
  it('shares a loss to the fen', () => {
    const terms = { fundBp: 8_000, triggerDays: 90 };
    expect(shareLoss(terms, { principalFen: 5_000_000n, daysLate: 90 })).toMatchObject({
      value: { fundFen: 4_000_000n, bankFen: 1_000_000n },
    });
    expect(shareLoss(terms, { principalFen: 1n, daysLate: 89 })).toMatchObject({
      refusal: { code: 'compensation_too_early' },
    });
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), fc.integer({ min: 0, max: 10_000 }), (principalFen, fundBp) => {
        const shared = shareLoss({ fundBp, triggerDays: 90 }, { principalFen, daysLate: 120 });
        if (!shared.ok) throw new Error(shared.refusal.code);
        const { fundFen, bankFen } = shared.value;
        expect(fundFen + bankFen).toBe(principalFen);
        expect(fundFen >= 0n && bankFen >= 0n).toBe(true);
      }),
    );
  });

  it('proposes to suspend a bank at the limit, not below', () => {
    const at = (compensatedFen: bigint) => poolStanding({ limitBp: 500 }, { lentFen: 10_000n, compensatedFen });
    expect([at(499n), at(500n)].map(({ suspendProposed }) => suspendProposed)).toEqual([false, true]);
    expect(poolStanding({ limitBp: 500 }, { lentFen: 0n, compensatedFen: 0n })).toEqual({
      ratioBp: undefined,
      suspendProposed: false,
    });
  });
});

it('compares a bank’s line with ours member by member', () => {
  const ours = { receipt: 'a', paidOn: '2018-08-10', principalFen: 0n, interestFen: 55_583n, balanceFen: 5_000_000n };
  expect(compareLine(ours, ours)).toEqual([]);
  expect(compareLine({ ...ours, balanceFen: undefined }, ours)).toEqual([]);
  expect(compareLine({ ...ours, paidOn: '2018-08-11', interestFen: 55_600n, balanceFen: 1n }, ours)).toEqual([
    'day',
    'interest',
    'balance',
  ]);
  expect(compareLine(ours, undefined)).toEqual(['missing_here']);
});
