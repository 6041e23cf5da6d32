import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AllocatedAmount, type AllocationWeight, allocate } from './allocate.ts';
import { sumFen } from './money.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 500 });

function get(totalFen: bigint, weights: readonly AllocationWeight[]): readonly AllocatedAmount[] {
  const allocated = allocate(totalFen, weights);
  if (!allocated.ok) throw new Error(allocated.refusal.code);
  return allocated.value;
}

function weightsOf(table: Readonly<Record<string, bigint>>): AllocationWeight[] {
  return Object.entries(table).map(([key, weight]) => ({ key, weight }));
}

function amountsOf(allocated: readonly AllocatedAmount[]): Record<string, bigint> {
  return Object.fromEntries(allocated.map(({ key, amountFen }) => [key, amountFen]));
}

const total = fc.oneof(fc.bigInt({ min: 0n, max: 200n }), fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }));
/** small weights make ties, large ones leave 64 bits */
const weight = fc.oneof(fc.bigInt({ min: 0n, max: 4n }), fc.bigInt({ min: 0n, max: 2n ** 80n }));
const weights = fc
  .uniqueArray(fc.record({ key: fc.string({ maxLength: 3 }), weight }), { selector: ({ key }) => key, minLength: 1 })
  .filter((list) => list.some((entry) => entry.weight > 0n));

describe('laws', () => {
  test('the parts add up to the total', () => {
    fc.assert(
      fc.property(total, weights, (totalFen, list) => {
        expect(sumFen(get(totalFen, list).map(({ amountFen }) => amountFen))).toBe(totalFen);
      }),
    );
  });

  test('each part is less than one fen from the exact share', () => {
    fc.assert(
      fc.property(total, weights, (totalFen, list) => {
        const sum = sumFen(list.map((entry) => entry.weight));
        get(totalFen, list).forEach(({ amountFen }, at) => {
          const error = amountFen * sum - totalFen * (list[at]?.weight ?? 0n);
          expect(error > -sum && error < sum).toBe(true);
        });
      }),
    );
  });

  test('the order of the input does not matter, and is kept in the answer', () => {
    const shuffled = weights.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    );
    fc.assert(
      fc.property(total, shuffled, (totalFen, [list, other]) => {
        const allocated = get(totalFen, other);
        expect(allocated.map(({ key }) => key)).toEqual(other.map(({ key }) => key));
        expect(new Map(allocated.map(({ key, amountFen }) => [key, amountFen]))).toEqual(
          new Map(get(totalFen, list).map(({ key, amountFen }) => [key, amountFen])),
        );
      }),
    );
  });

  test('a larger weight never gets less, and no weight gets nothing', () => {
    fc.assert(
      fc.property(total, weights, (totalFen, list) => {
        const byWeight = get(totalFen, list)
          .map(({ amountFen }, at) => ({ amountFen, weight: list[at]?.weight ?? 0n }))
          .sort((a, b) => (a.weight < b.weight ? -1 : a.weight > b.weight ? 1 : a.amountFen < b.amountFen ? -1 : 1));
        byWeight.forEach((entry, at) => {
          if (entry.weight === 0n) expect(entry.amountFen).toBe(0n);
          expect(entry.amountFen >= (byWeight[at - 1]?.amountFen ?? 0n)).toBe(true);
        });
      }),
    );
  });

  test('agrees with sorting the remainders one by one', () => {
    fc.assert(
      fc.property(total, weights, (totalFen, list) => {
        const sum = sumFen(list.map((entry) => entry.weight));
        const ranked = list
          .map((entry) => ({
            key: entry.key,
            floor: (totalFen * entry.weight) / sum,
            rest: (totalFen * entry.weight) % sum,
          }))
          .sort((a, b) => (a.rest !== b.rest ? (a.rest > b.rest ? -1 : 1) : a.key < b.key ? -1 : 1));
        const left = Number(totalFen - sumFen(ranked.map(({ floor }) => floor)));
        const expected = new Map(ranked.map(({ key, floor }, at) => [key, at < left ? floor + 1n : floor]));
        expect(new Map(get(totalFen, list).map(({ key, amountFen }) => [key, amountFen]))).toEqual(expected);
      }),
    );
  });
});

describe('examples', () => {
  test('a fen that does not divide goes to the smaller key, in code-unit order', () => {
    expect(amountsOf(get(100n, weightsOf({ 丙: 1n, b: 1n, B: 1n })))).toEqual({ B: 34n, b: 33n, 丙: 33n });
    expect(amountsOf(get(2n, weightsOf({ 丙: 1n, b: 1n, B: 1n })))).toEqual({ B: 1n, b: 1n, 丙: 0n });
  });

  test('the largest remainder comes before the smaller key', () => {
    expect(amountsOf(get(10n, weightsOf({ a: 1n, z: 2n })))).toEqual({ a: 3n, z: 7n });
  });

  test('nothing to divide', () => {
    expect(get(0n, weightsOf({ a: 0n, b: 3n }))).toEqual([
      { key: 'a', amountFen: 0n },
      { key: 'b', amountFen: 0n },
    ]);
    expect(get(0n, weightsOf({ a: 0n }))).toEqual([{ key: 'a', amountFen: 0n }]);
    expect(get(0n, [])).toEqual([]);
  });
});

test.each([
  [-1n, weightsOf({ a: 1n }), { code: 'allocation_negative_total' }],
  [1n, weightsOf({ a: 2n, b: -1n }), { code: 'allocation_negative_weight', values: { key: 'b' } }],
  [1n, weightsOf({ a: 0n, b: 0n }), { code: 'allocation_no_weight' }],
  [1n, [], { code: 'allocation_no_weight' }],
  [1n, [...weightsOf({ a: 1n }), ...weightsOf({ a: 2n })], { code: 'allocation_duplicate_key', values: { key: 'a' } }],
])('refuses %s over %o', (totalFen, list, refusal) => {
  expect(allocate(totalFen, list)).toEqual({ ok: false, refusal });
});

describe('a million entries', () => {
  const keys = Array.from(
    { length: 1_000_000 },
    (_, at) => `01900000-0000-7000-8000-${((at * 611_953) % 1_000_003).toString(16).padStart(12, '0')}`,
  );

  test.each([
    ['equal weights, all tied', () => 7n],
    ['weights all different', (at: number) => BigInt(at * 7919 + 1)],
    ['weights beyond 64 bits', (at: number) => 2n ** 70n + BigInt(at * 7919)],
  ])(
    'take no longer than a few sorts of their keys: %s',
    (_, weightAt) => {
      const list = keys.map((key, at) => ({ key, weight: weightAt(at) }));
      const totalFen = 123_456_789_012_345n;
      let started = performance.now();
      keys.toSorted();
      const sortMillis = performance.now() - started;
      started = performance.now();
      const allocated = get(totalFen, list);
      const allocateMillis = performance.now() - started;
      expect(sumFen(allocated.map(({ amountFen }) => amountFen))).toBe(totalFen);
      expect(allocateMillis / sortMillis).toBeLessThan(8);
    },
    60_000,
  );
});
