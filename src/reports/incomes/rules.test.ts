import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUpIncome, chooseEntries, incomeKinds, yearsOf } from './rules.ts';

const entry = fc.record({
  kind: fc.constantFrom(...incomeKinds),
  occurredOn: fc
    .tuple(fc.integer({ min: 2018, max: 2021 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
  amountFen: fc.bigInt({ min: -1_000_000n, max: 1_000_000_000n }),
});

describe('the income of a year', () => {
  it('adds up the same by month, by kind and entry by entry', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.integer({ min: 2018, max: 2021 }), (entries, year) => {
        const ofYear = chooseEntries(entries, { year });
        const { sumFen, kinds, months } = addUpIncome(ofYear);
        const add = (list: readonly { readonly sumFen: bigint }[]) => list.reduce((sum, one) => sum + one.sumFen, 0n);
        expect(add(months)).toBe(sumFen);
        expect(add(kinds)).toBe(sumFen);
        for (const { month, ...ofMonth } of months) {
          expect(add(ofMonth.kinds)).toBe(ofMonth.sumFen);
          for (const { kind, sumFen: shown } of ofMonth.kinds) {
            expect(addUpIncome(chooseEntries(entries, { year, kind, month })).sumFen).toBe(shown);
          }
        }
      }),
    );
  });

  it('has its months in order and leaves out what has no entries', () => {
    const entries = [
      { kind: 'relief', occurredOn: '2019-11-02', amountFen: 30_000n },
      { kind: 'land_rent', occurredOn: '2019-02-01', amountFen: 120_000n },
      { kind: 'land_rent', occurredOn: '2019-11-30', amountFen: -20_000n },
      { kind: 'dividend', occurredOn: '2018-12-31', amountFen: 1n },
    ] as const;
    expect(addUpIncome(chooseEntries(entries, { year: 2019 }))).toEqual({
      sumFen: 130_000n,
      kinds: [
        { kind: 'land_rent', sumFen: 100_000n },
        { kind: 'relief', sumFen: 30_000n },
      ],
      months: [
        { month: '2019-02', sumFen: 120_000n, kinds: [{ kind: 'land_rent', sumFen: 120_000n }] },
        {
          ...{ month: '2019-11', sumFen: 10_000n },
          kinds: [
            { kind: 'land_rent', sumFen: -20_000n },
            { kind: 'relief', sumFen: 30_000n },
          ],
        },
      ],
    });
    expect(yearsOf(entries, 2020)).toEqual([2020, 2019, 2018]);
  });
});
