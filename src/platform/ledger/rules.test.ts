import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../pure/period.ts';
import { checkEntry, cutSpan, type DayRange, reverseLines, sideOf } from './rules.ts';

describe('an entry', () => {
  it.each([
    ['ledger_empty', [5n]],
    ['ledger_empty', []],
    ['ledger_empty', [5n, -5n, 0n]],
    ['ledger_unbalanced', [5n, -4n]],
  ])('is refused with %s', (code, amounts) => {
    expect(checkEntry(amounts.map((amount) => ({ amount })))).toMatchObject({ ok: false, refusal: { code } });
  });

  it('balances with its reversal on each side, line by line', () => {
    const line = fc.record({ code: fc.constant('102'), amount: fc.bigInt({ min: -9n, max: 9n }), red: fc.boolean() });
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        for (const [at, reversed] of reverseLines(lines).entries()) {
          const original = lines[at];
          if (!original || original.amount === 0n) continue;
          expect(sideOf(reversed)).toEqual({ side: sideOf(original).side, amount: -sideOf(original).amount });
        }
        expect(reverseLines(reverseLines(lines))).toEqual(lines);
      }),
    );
  });
});

const day = fc.integer({ min: 0, max: 800 }).map((count) => addDays(localDate('2018-12-15'), count));

it('a span is cut into whole months and days that cover each day once', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      const range: DayRange = one <= other ? { from: one, to: other } : { from: other, to: one };
      const span = cutSpan(range);
      const covered = new Map<string, number>();
      for (let at: LocalDate = localDate('2018-11-01'); at < '2021-06-01'; at = addDays(at, 1)) {
        const times = span.days.filter(({ from, to }) => from <= at && at <= to).length;
        const month = at.slice(0, 7);
        const whole = span.months && span.months.from <= month && month <= span.months.to ? 1 : 0;
        covered.set(at, times + whole);
        const isBefore = span.before !== undefined && span.before.from <= at && at <= span.before.to;
        const opening = Number(month < span.firstMonth) + Number(isBefore);
        expect(opening, `${at} opening`).toBe(at < range.from ? 1 : 0);
      }
      for (const [at, times] of covered) expect(times, at).toBe(range.from <= at && at <= range.to ? 1 : 0);
    }),
  );
});
