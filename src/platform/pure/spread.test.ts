import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ascending, giniOf, medianOf } from './spread.ts';

const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 40 });

it('measures how unequal amounts are, as every pair of them does', () => {
  fc.assert(
    fc.property(amounts, (list) => {
      const sorted = ascending(list);
      const { numerator, denominator } = giniOf(sorted);
      const sum = list.reduce((a, b) => a + b, 0n);
      let differences = 0n;
      for (const a of list) for (const b of list) differences += a > b ? a - b : b - a;
      if (sum === 0n) expect(numerator).toBe(0n);
      else expect(numerator * 2n * BigInt(list.length) * sum).toBe(differences * denominator);
    }),
    { seed: 4 },
  );
});

it('finds the middle', () => {
  expect(medianOf([])).toBeUndefined();
  expect(medianOf([3n])).toEqual({ numerator: 3n, denominator: 1n });
  expect(medianOf([1n, 2n])).toEqual({ numerator: 3n, denominator: 2n });
});
