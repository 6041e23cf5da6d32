import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyBp, formatBp, ratioBp } from './ratio.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 500 });

test.each([
  [837, 1000, 8370],
  [1, 3, 3333],
  [2, 3, 6667],
  [1, 20_000, 1],
  [1, 20_001, 0],
  [-1, 20_000, 0],
  [-1, -3, 3333],
  [5, 1, 50_000],
])('%i of %i is %i bp', (part, whole, bp) => {
  expect(ratioBp(part, whole)).toBe(bp);
});

test('there is no ratio to nothing', () => {
  expect(ratioBp(0, 0)).toBeUndefined();
  expect(ratioBp(5n, 0n)).toBeUndefined();
});

test('a fraction of a fen or a ratio no number can hold is a bug', () => {
  expect(() => ratioBp(1.5, 2)).toThrow(RangeError);
  expect(() => ratioBp(2n ** 62n, 1n)).toThrow(RangeError);
});

test('is the nearest basis point, exact halves up', () => {
  const amount = fc.bigInt({ min: -(2n ** 50n), max: 2n ** 50n });
  fc.assert(
    fc.property(amount, fc.bigInt({ min: 2n ** 20n, max: 2n ** 50n }), (part, whole) => {
      const error = 10_000n * part - BigInt(ratioBp(part, whole) ?? Number.NaN) * whole;
      expect(2n * error >= -whole && 2n * error < whole).toBe(true);
    }),
  );
});

test('percent without trailing zeros', () => {
  expect([8370, 8375, 10_000, 0, 5, -5, 1_234_500].map(formatBp)).toEqual([
    '83.7%',
    '83.75%',
    '100%',
    '0%',
    '0.05%',
    '-0.05%',
    '12345%',
  ]);
  expect(() => formatBp(0.5)).toThrow(RangeError);
});

test('percent says exactly the basis points', () => {
  fc.assert(
    fc.property(fc.integer(), (bp) => {
      expect(Math.round(Number(formatBp(bp).slice(0, -1)) * 100)).toBe(bp);
    }),
  );
});

test('a share and the share of the rest never exceed the amount', () => {
  const bp = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n }), bp, (amount, share) => {
      const lost = amount - applyBp(amount, share) - applyBp(amount, 10_000 - share);
      expect(lost === 0n || lost === 1n).toBe(true);
    }),
  );
  expect([applyBp(999n, 5000), applyBp(-999n, 5000), applyBp(10n ** 18n, 1)]).toEqual([499n, -500n, 10n ** 14n]);
});
