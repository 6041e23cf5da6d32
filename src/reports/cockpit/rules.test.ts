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
    unit: fc.constant('person'),
    value: fc.nat(50),
    previous: fc.nat(50),
  });

  it('shows what moved and nothing else, as many as asked, in an order that does not depend on the input', () => {
    const figures = fc.uniqueArray(figure, { selector: (one) => `${one.place} ${one.indicator}` });
    fc.assert(
      fc.property(
        figures,
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        (list, count, perIndicator) => {
          const found = largestMovements(list, { count, perIndicator });
          const moved = list.filter((one) => one.value !== one.previous);
          const byIndicator = [...Map.groupBy(moved, (one) => one.indicator).values()];
          const open = byIndicator.reduce((total, some) => total + Math.min(some.length, perIndicator), 0);
          expect(found).toHaveLength(Math.min(count, open));
          expect(moved).toEqual(expect.arrayContaining(found));
          expect(largestMovements(list.toReversed(), { count, perIndicator })).toEqual(found);
        },
      ),
      { seed: 19 },
    );
  });

  it('does not let one indicator hide the others', () => {
    const everywhere = [1, 2, 3].map((place) => ({ place, indicator: 'a', unit: 'person', value: 0, previous: 90 }));
    const once = { place: 4, indicator: 'b', unit: 'person', value: 99, previous: 100 };
    const found = largestMovements([...everywhere, once], { count: 3, perIndicator: 2 });
    expect(found.map(({ place }) => place)).toEqual([1, 2, 4]);
  });

  it('does not let a small figure drown a large one', () => {
    const small = { place: 1, indicator: 'a', unit: 'person', value: 2, previous: 1 };
    const large = { place: 2, indicator: 'a', unit: 'person', value: 60, previous: 100 };
    expect(largestMovements([small, large], { count: 2, perIndicator: 2 })).toEqual([large, small]);
  });

  it('weighs money and land by what they are worth', () => {
    const people = { place: 1, indicator: 'a', unit: 'person', value: 20, previous: 10 };
    const yuan = { place: 2, indicator: 'b', unit: 'fen', value: 20_000_000, previous: 0 };
    const change = { place: 3, indicator: 'c', unit: 'fen', value: 5_000_000, previous: 0 };
    const found = largestMovements([change, people, yuan], { count: 3, perIndicator: 2 });
    expect(found.map(({ place }) => place)).toEqual([1, 2, 3]);
  });
});
