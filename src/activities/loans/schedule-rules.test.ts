import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type LocalDate, localDate } from '../../platform/pure/period.ts';
import {
  dayCounts,
  type LoanChange,
  type LoanTerms,
  loanMethods,
  mostExtension,
  type PlanLine,
  planLoan,
} from './schedule-rules.ts';
import { arrearsOn, balanceSteps, type LoanPayment, lateSpans, settleLines } from './standing-rules.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 300 });

const base: LoanTerms = {
  principalFen: 5_000_000n,
  ratePpm: 43_500,
  method: 'interest_only',
  termMonths: 12,
  everyMonths: 3,
  startsOn: localDate('2018-05-10'),
  firstDueOn: null,
  dayCount: 'actual_360',
  shiftHolidays: true,
};

function plan(terms: LoanTerms, changes: readonly LoanChange[] = []): readonly PlanLine[] {
  const planned = planLoan(terms, changes);
  if (!planned.ok) throw new Error(planned.refusal.code);
  return planned.value;
}

function principalOf(lines: readonly PlanLine[]): bigint {
  return lines.reduce((sum, { principalFen }) => sum + principalFen, 0n);
}

const anyTerms = fc
  .record({
    principalFen: fc.bigInt(1n, 10n ** 10n),
    ratePpm: fc.integer({ min: 0, max: 240_000 }),
    method: fc.constantFrom(...loanMethods),
    termMonths: fc.integer({ min: 1, max: 60 }),
    everyMonths: fc.constantFrom(1, 3, 6, 12),
    startsOn: fc.integer({ min: 0, max: 3000 }).map((days) => addDays(localDate('2016-01-01'), days)),
    dayCount: fc.constantFrom(...dayCounts),
    shiftHolidays: fc.boolean(),
    firstAfter: fc.option(fc.integer({ min: 1, max: 28 }), { nil: null }),
  })
  .map(({ firstAfter, ...terms }): LoanTerms => {
    return { ...terms, firstDueOn: firstAfter === null ? null : addDays(terms.startsOn, firstAfter) };
  });

describe('the plan of a loan', () => {
  it('adds up to the loan, in order of its days, nothing negative', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const lines = plan(terms);
        expect(principalOf(lines)).toBe(terms.principalFen);
        expect(lines.every((line) => line.principalFen >= 0n && line.interestFen >= 0n)).toBe(true);
        expect(lines.map(({ dueOn }) => dueOn)).toEqual(lines.map(({ dueOn }) => dueOn).toSorted());
        const last = lines.at(-1)?.dueOn ?? '';
        const maturity = addMonths(terms.startsOn, terms.termMonths);
        // a short first period may leave nothing for the last
        const isEven = terms.firstDueOn === null && terms.principalFen > 10n ** 6n;
        expect(isEven ? last === maturity : last <= maturity).toBe(true);
        expect(lines.map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1));
      }),
    );
  });

  it('still adds up after a prepayment or an extension', () => {
    const ahead = fc.record({ after: fc.integer({ min: 1, max: 400 }), part: fc.integer({ min: 1, max: 90 }) });
    const kinds = fc.constantFrom('shorten' as const, 'lower' as const);
    fc.assert(
      fc.property(anyTerms, ahead, kinds, (terms, { after, part }, afterwards) => {
        const on = addDays(terms.startsOn, after);
        const principalFen = (terms.principalFen * BigInt(part)) / 1000n;
        fc.pre(on < addMonths(terms.startsOn, terms.termMonths) && terms.principalFen > 10n ** 6n);
        fc.pre(terms.firstDueOn === null);
        const prepaid = planLoan(terms, [{ kind: 'prepayment', on, principalFen, afterwards }]);
        fc.pre(prepaid.ok);
        const lines = prepaid.ok ? prepaid.value : [];
        expect(principalOf(lines)).toBe(terms.principalFen);
        const extended = plan(terms, [{ kind: 'extension', on, months: 3 }]);
        expect(principalOf(extended)).toBe(terms.principalFen);
        expect(extended.at(-1)?.dueOn).toBe(addMonths(terms.startsOn, terms.termMonths + 3));
      }),
    );
  });

  it('equal instalments differ only in the last, by less than half a fen for each instalment grown at the rate', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const even = { ...terms, method: 'equal_instalment', dayCount: 'monthly', firstDueOn: null } as const;
        fc.pre(even.termMonths % even.everyMonths === 0 && even.principalFen > 10n ** 6n);
        const lines = plan(even);
        const totals = lines.map((line) => line.principalFen + line.interestFen);
        expect(new Set(totals.slice(0, -1)).size).toBeLessThanOrEqual(1);
        const off = (totals.at(-1) ?? 0n) - (totals[0] ?? 0n);
        expect(off < 0n ? -off : off).toBeLessThanOrEqual(BigInt(lines.length * 3));
      }),
    );
  });

  // 50,000 yuan at 4.35 % over 360 days: 92, 92, 92 and 89 days
  it('counts the interest of a quarter by its days', () => {
    const lines = plan(base);
    expect(lines.map(({ dueOn, interestFen, principalFen }) => [dueOn, interestFen, principalFen])).toEqual([
      ['2018-08-10', 55_583n, 0n],
      ['2018-11-10', 55_583n, 0n],
      ['2019-02-10', 55_583n, 0n],
      ['2019-05-10', 53_771n, 5_000_000n],
    ]);
  });

  it('moves the last day in time over weekends, holidays and shifted working days, not the interest', () => {
    const [, november, february] = plan(base);
    // 10 November 2018 was a Saturday; 10 February 2019 the Sunday that ended the Spring Festival week
    expect([november?.payBy, february?.payBy]).toEqual(['2018-11-12', '2019-02-11']);
    expect(plan({ ...base, shiftHolidays: false })[1]?.payBy).toBe('2018-11-10');
  });

  // 100,000 yuan at 4.9 % a year over 12 months: 8,556.166 yuan a month
  it('agrees with a bank’s printed annuity', () => {
    const terms = { ...base, principalFen: 10_000_000n, ratePpm: 49_000, everyMonths: 1 };
    const lines = plan({ ...terms, method: 'equal_instalment', dayCount: 'monthly' });
    expect(lines[0]).toMatchObject({ interestFen: 40_833n, principalFen: 855_617n - 40_833n });
    expect(lines.reduce((sum, line) => sum + line.interestFen, 0n)).toBeGreaterThan(266_500n);
    expect(principalOf(lines)).toBe(10_000_000n);
  });

  it('takes the interest up to the day with the payment that ends a loan', () => {
    const on = localDate('2018-09-09');
    const changes: LoanChange[] = [{ kind: 'prepayment', on, principalFen: 5_000_000n, afterwards: 'shorten' }];
    expect(plan(base, changes)).toHaveLength(2);
    expect(plan(base, changes)[1]).toMatchObject({ dueOn: on, principalFen: 5_000_000n, interestFen: 18_125n });
  });

  it('shortens or lowers what is left after a prepayment', () => {
    const terms: LoanTerms = { ...base, method: 'equal_principal', everyMonths: 1, principalFen: 1_200_000n };
    const ahead = (afterwards: 'shorten' | 'lower'): LoanChange[] => [
      { kind: 'prepayment', on: localDate('2018-07-15'), principalFen: 500_000n, afterwards },
    ];
    expect(plan(terms, ahead('shorten'))).toHaveLength(2 + 1 + 5);
    expect(plan(terms, ahead('lower'))).toHaveLength(12 + 1);
    expect(plan(terms, ahead('lower'))[3]?.principalFen).toBe(50_000n);
  });

  it.each<[string, Partial<LoanTerms>, readonly LoanChange[]]>([
    ['loan_first_due', { firstDueOn: base.startsOn }, []],
    ['loan_change_before_start', {}, [{ kind: 'extension', on: localDate('2018-05-09'), months: 3 }]],
    ['loan_extension_late', {}, [{ kind: 'extension', on: localDate('2019-05-10'), months: 3 }]],
    [
      'loan_prepaid_too_much',
      {},
      [{ kind: 'prepayment', on: localDate('2018-06-01'), principalFen: 5_000_001n, afterwards: 'lower' }],
    ],
  ])('refuses with %s', (code, wrong, changes) => {
    const planned = planLoan({ ...base, ...wrong }, changes);
    expect(planned).toMatchObject({ ok: false, refusal: { code } });
  });

  it('extends once its own term, half of it, or three years', () => {
    expect([12, 36, 120].map(mostExtension)).toEqual([12, 18, 36]);
  });
});

describe('what is paid', () => {
  const paid = (paidOn: string, principalFen: bigint, interestFen: bigint): LoanPayment => {
    return { kind: 'instalment', paidOn: localDate(paidOn), principalFen, interestFen, afterwards: null };
  };
  const settle = (payments: readonly LoanPayment[]) => {
    const settled = settleLines(plan(base), payments);
    if (!settled.ok) throw new Error(settled.refusal.code);
    return settled.value;
  };

  it('goes to the oldest line, and the line is settled when nothing is left', () => {
    const lines = settle([paid('2018-08-20', 0n, 50_000n), paid('2018-08-25', 0n, 6_000n)]);
    expect(lines[0]).toMatchObject({ paidInterestFen: 55_583n, settledOn: '2018-08-25' });
    expect(lines[1]).toMatchObject({ paidInterestFen: 417n, settledOn: null });
    expect(lateSpans(lines)[0]).toEqual({ from: '2018-08-10', to: '2018-08-25' });
  });

  it('is refused beyond what the plan has', () => {
    const tooMuch = settleLines(plan(base), [paid('2018-08-10', 0n, 999_999n)]);
    expect(tooMuch).toMatchObject({ refusal: { code: 'loan_overpaid', field: 'interestFen' } });
  });

  it.each([
    ['2018-08-10', 0, 'current'],
    ['2018-08-11', 1, 'to_30'],
    ['2018-11-08', 90, 'to_90'],
    ['2018-11-09', 91, 'over_90'],
  ])('on %s an unpaid first line is %i days late', (day, days, age) => {
    expect(arrearsOn(settle([]), localDate(day))).toMatchObject({ days, age });
  });

  it('leaves a balance that never goes below zero, whatever is paid in time', () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 0, max: 60 }), (terms, count) => {
        const lines = plan(terms);
        const payments = lines.slice(0, count).map((line) => paid(line.dueOn, line.principalFen, line.interestFen));
        const settled = settleLines(lines, payments);
        if (!settled.ok) throw new Error(settled.refusal.code);
        expect(settled.value.filter(({ settledOn }) => settledOn !== null)).toHaveLength(payments.length);
        const last = balanceSteps(terms, payments).at(-1)?.balanceFen ?? -1n;
        expect(last).toBe(terms.principalFen - payments.reduce((sum, one) => sum + one.principalFen, 0n));
        const after = addDays(lines.at(-1)?.payBy as LocalDate, 1);
        expect(arrearsOn(settled.value, after).principalFen).toBe(last);
      }),
    );
  });
});
