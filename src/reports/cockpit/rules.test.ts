import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, largestMovements } from './rules.ts';

describe('judge', () => {
  it.each([
    [{ value: 10_000, target: 10_000, direction: 'up' }, 'met'],
    [{ value: 9_000, target: 10_000, direction: 'up' }, 'near'],
    [{ value: 8_999, target: 10_000, direction: 'up' }, 'late'],
    [{ value: 0, target: 0, direction: 'down' }, 'met'],
    [{ value: 1, target: 0, direction: 'down' }, 'late'],
    [{ value: 11, target: 10, direction: 'down' }, 'near'],
    [{ value: 12, target: 10, direction: 'down' }, 'late'],
    [{ value: 5, target: 10, direction: 'none' }, undefined],
  ] as const)('%j is %s', (question, light) => {
    expect(judge(question)).toBe(light);
  });
});

describe('largestMovements', () => {
  const figure = fc.record({
    place: fc.integer({ min: 1, max: 9 }),
    indicator: fc.constantFrom('a', 'b', 'c'),
    value: fc.nat(50),
    previous: fc.nat(50),
  });

  it('shows what moved and nothing else, as many as asked, in an order that does not depend on the input', () => {
    const figures = fc.uniqueArray(figure, { selector: (one) => `${one.place} ${one.indicator}` });
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 10 }), (list, count) => {
        const found = largestMovements(list, count);
        const moved = list.filter((one) => one.value !== one.previous);
        expect(found).toHaveLength(Math.min(count, moved.length));
        expect(moved).toEqual(expect.arrayContaining(found));
        expect(largestMovements(list.toReversed(), count)).toEqual(found);
      }),
      { seed: 19 },
    );
  });

  it('does not let a small figure drown a large one', () => {
    const small = { place: 1, indicator: 'a', value: 2, previous: 1 };
    const large = { place: 2, indicator: 'a', value: 60, previous: 100 };
    expect(largestMovements([small, large], 2)).toEqual([large, small]);
  });
});
