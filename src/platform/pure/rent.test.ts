import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumFen } from './money.ts';
import { addDays, addMonths, daysBetween, localDate } from './period.ts';
import {
  apportion,
  arrearsOn,
  expiryOf,
  proposeClose,
  type RentTerms,
  rentSchedule,
  type StandingLine,
  settleRent,
} from './rent.ts';

const terms: RentTerms = {
  startsOn: localDate('2018-01-01'),
  throughOn: localDate('2020-12-31'),
  rentFen: 10_000_01n,
  periodMonths: 12,
  instalments: 1,
  dueAt: 'start',
  dueDays: 0,
  stepBp: null,
  stepPeriods: null,
};

function linesOf(over: Partial<RentTerms>) {
  const made = rentSchedule({ ...terms, ...over });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

function amounts(over: Partial<RentTerms>) {
  return linesOf(over).map(({ amountFen }) => amountFen);
}

describe('rentSchedule', () => {
  it('makes a line for each period, due as agreed', () => {
    expect(linesOf({ dueDays: 10 })).toEqual([
      { number: 1, startsOn: '2018-01-01', throughOn: '2018-12-31', dueOn: '2018-01-11', amountFen: 10_000_01n },
      { number: 2, startsOn: '2019-01-01', throughOn: '2019-12-31', dueOn: '2019-01-11', amountFen: 10_000_01n },
      { number: 3, startsOn: '2020-01-01', throughOn: '2020-12-31', dueOn: '2020-01-11', amountFen: 10_000_01n },
    ]);
    expect(linesOf({ dueAt: 'end', dueDays: 5 })[0]?.dueOn).toBe('2019-01-05');
  });

  it('gives the fen left over to the earlier instalments', () => {
    expect(amounts({ instalments: 4, throughOn: localDate('2018-12-31') })).toEqual([
      2_500_01n,
      2_500_00n,
      2_500_00n,
      2_500_00n,
    ]);
  });

  it('rises after so many periods on the rent before, half a fen up', () => {
    expect(amounts({ rentFen: 1_005n, stepBp: 1_000, stepPeriods: 1 })).toEqual([1_005n, 1_106n, 1_216n]);
    expect(amounts({ rentFen: 1_000n, stepBp: 500, stepPeriods: 2 })).toEqual([1_000n, 1_000n, 1_050n]);
  });

  it('counts a period that the term breaks off by its days, rounded down', () => {
    const broken = linesOf({ rentFen: 365_00n, throughOn: localDate('2019-01-10'), instalments: 2 });
    expect(broken.map(({ throughOn, amountFen }) => [throughOn, amountFen])).toEqual([
      ['2018-06-30', 182_50n],
      ['2018-12-31', 182_50n],
      ['2019-01-10', (182_50n * 10n) / 181n],
    ]);
  });

  it('begins each period on the corresponding day, or the last of a shorter month', () => {
    const monthly = linesOf({ startsOn: localDate('2019-01-31'), throughOn: localDate('2019-04-29'), periodMonths: 1 });
    expect(monthly.map(({ startsOn }) => startsOn)).toEqual(['2019-01-31', '2019-02-28', '2019-03-31']);
  });

  it.each([
    ['rent_term', 'throughOn', { throughOn: localDate('2017-12-31') }],
    ['rent_instalments', 'instalments', { instalments: 5 }],
    ['rent_step', 'stepPeriods', { stepBp: 100 }],
    ['rent_step', 'stepBp', { stepPeriods: 1 }],
    ['rent_too_many_lines', 'throughOn', { periodMonths: 1, throughOn: localDate('2118-12-31') }],
    ['rent_too_large', 'rentFen', { stepBp: 100_000, stepPeriods: 1, throughOn: localDate('2058-12-31') }],
  ])('refuses with %s at %s', (code, field, over) => {
    expect(rentSchedule({ ...terms, ...over })).toMatchObject({ ok: false, refusal: { code, field } });
  });

  it('covers the term without gap or overlap, and its parts add up', () => {
    const term = fc.record({
      start: fc.integer({ min: 0, max: 3_000 }),
      days: fc.integer({ min: 0, max: 4_000 }),
      // a hundred million yuan, rising for the whole of this term, is still less than an amount may be
      rentFen: fc.bigInt({ min: 0n, max: 10n ** 10n }),
      instalments: fc.constantFrom(1, 2, 3, 4, 6, 12),
      factor: fc.constantFrom(1, 2, 3),
      stepBp: fc.option(fc.integer({ min: 1, max: 3_000 })),
      dueAt: fc.constantFrom('start' as const, 'end' as const),
    });
    fc.assert(
      fc.property(term, ({ start, days, instalments, factor, stepBp, ...rest }) => {
        const startsOn = addDays(localDate('2015-01-01'), start);
        const throughOn = addDays(startsOn, days);
        const periodMonths = instalments * factor;
        const stepPeriods = stepBp === null ? null : 2;
        const given = { ...terms, ...rest, startsOn, throughOn, periodMonths, instalments, stepBp, stepPeriods };
        const lines = linesOf(given);
        expect(lines[0]?.startsOn).toBe(startsOn);
        expect(lines.at(-1)?.throughOn).toBe(throughOn);
        for (const [at, line] of lines.entries()) {
          const next = lines[at + 1];
          if (next) expect(daysBetween(line.throughOn, next.startsOn)).toBe(1);
          expect(line.amountFen >= 0n).toBe(true);
        }
        const first = lines.filter((line) => line.startsOn < addMonths(startsOn, periodMonths));
        const isWhole = addDays(addMonths(startsOn, periodMonths), -1) <= throughOn;
        const sum = sumFen(first.map((line) => line.amountFen));
        if (isWhole) expect(sum).toBe(rest.rentFen);
        else expect(sum <= rest.rentFen).toBe(true);
        const parts = first.slice(0, isWhole ? undefined : -1).map((line) => line.amountFen);
        for (const part of parts) expect(part - (parts.at(-1) ?? 0n) <= 1n || !isWhole).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

function standing(over: Partial<StandingLine>[]): StandingLine[] {
  return over.map((one, at) => ({
    id: String(at),
    startsOn: localDate(`${2018 + at}-01-01`),
    throughOn: localDate(`${2018 + at}-12-31`),
    dueOn: localDate(`${2018 + at}-01-10`),
    amountFen: 1_000n,
    paidFen: 0n,
    ...one,
  }));
}

describe('payments', () => {
  it('go to what fell due first, and never beyond what is owed', () => {
    const lines = standing([{ paidFen: 400n }, {}, {}]);
    const parts = apportion(1_000n, lines.toReversed());
    expect(parts.ok && parts.value.map(({ line, amountFen }) => [line.id, amountFen])).toEqual([
      ['0', 600n],
      ['1', 400n],
    ]);
    expect(apportion(2_600n, lines).ok).toBe(true);
    expect(apportion(2_601n, lines)).toMatchObject({ refusal: { code: 'rent_overpaid', field: 'amountFen' } });
  });

  it('are in arrears from the day after the due day', () => {
    const lines = standing([{ paidFen: 400n }, {}]);
    expect(arrearsOn(lines, localDate('2018-01-10'))).toBe(0n);
    expect(arrearsOn(lines, localDate('2018-01-11'))).toBe(600n);
    expect(arrearsOn(lines, localDate('2019-02-01'))).toBe(1_600n);
  });
});

describe('a contract that ends early', () => {
  it('drops later lines and shortens the running one if agreed', () => {
    const lines = standing([{}, {}, {}]);
    const settled = settleRent(lines, localDate('2019-03-31'), true);
    expect(settled).toMatchObject({ ok: true, value: { shortened: { amountFen: 246n, throughOn: '2019-03-31' } } });
    expect(settled.ok && settled.value.dropped.map(({ id }) => id)).toEqual(['2']);
    expect(settleRent(lines, localDate('2019-03-31'), false)).toMatchObject({ value: { shortened: undefined } });
  });

  it('wants prepaid rent back first', () => {
    expect(settleRent(standing([{}, { paidFen: 1n }]), localDate('2018-06-30'), false).ok).toBe(false);
    expect(settleRent(standing([{ paidFen: 900n }]), localDate('2018-06-30'), true).ok).toBe(false);
  });
});

describe('expiry', () => {
  const contract = { startsOn: localDate('2018-01-01'), throughOn: localDate('2019-12-31'), closedOn: null };
  it.each([
    ['2017-12-31', 'future'],
    ['2019-10-01', 'running'],
    ['2019-10-02', 'within_90'],
    ['2019-12-01', 'within_30'],
    ['2019-12-24', 'within_7'],
    ['2019-12-31', 'within_7'],
    ['2020-01-01', 'expired'],
    ['2025-01-01', 'expired'],
  ])('on %s is %s', (on, state) => {
    expect(expiryOf(contract, localDate(on))).toBe(state);
    expect(expiryOf({ ...contract, closedOn: '2019-12-31' }, localDate(on))).toBe('closed');
  });

  it('ends by a record alone, on an agreed day or one that has come', () => {
    const code = (closedOn: string, today: string, known: string | null = null) => {
      const decided = proposeClose({ ...contract, closedOn: known }, closedOn, localDate(today));
      return decided.ok ? 'ok' : decided.refusal.code;
    };
    expect(code('2019-12-31', '2019-06-01')).toBe('ok');
    expect(code('2020-03-01', '2020-03-01')).toBe('ok');
    expect(code('2020-03-02', '2020-03-01')).toBe('contract_close_late');
    expect(code('2017-12-31', '2019-06-01')).toBe('contract_close_early');
    expect(code('2019-06-01', '2019-06-01', '2019-05-01')).toBe('contract_closed');
  });
});
