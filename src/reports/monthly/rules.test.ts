import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../platform/pure/period.ts';
import { findExceptions, findRestatements, jumpRule, leastJump } from './rules.ts';

describe('findExceptions', () => {
  it.each([
    [{ value: 10, previous: 10, live: 10 }, []],
    [{ value: 10, previous: 10, live: 9 }, ['changed_since']],
    [{ value: 14, previous: 10, live: 14 }, []],
    [{ value: 15, previous: 10, live: 15 }, ['jump']],
    [{ value: 105, previous: 100, live: 105 }, []],
    [{ value: 0, previous: 5, live: 0 }, ['emptied']],
    [{ value: 0, previous: 4, live: 0 }, []],
    [{ value: 6, previous: 0, live: 6 }, ['jump']],
    [{ value: 50, previous: undefined, live: 50 }, []],
    [{ value: 0, previous: 9, live: 2 }, ['changed_since', 'emptied']],
  ])('of %j are %j', (cell, kinds) => {
    expect(findExceptions(cell)).toEqual(kinds);
  });

  it('never calls a small or a usual movement a jump', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (value, previous) => {
        const isJump = findExceptions({ value, previous, live: value }).includes('jump');
        const moved = Math.abs(value - previous);
        if (isJump) expect(moved).toBeGreaterThanOrEqual(jumpRule.leastAmount);
        if (isJump && previous > 0) expect(moved * 5).toBeGreaterThanOrEqual(previous);
      }),
      { seed: 19 },
    );
  });
});

describe('leastJump', () => {
  it('lets small money pass as small numbers do', () => {
    const cell = { value: 900_000, previous: 100, live: 900_000 };
    expect(findExceptions(cell, leastJump('fen'))).toEqual([]);
    expect(findExceptions({ ...cell, value: 1_000_100, live: 1_000_100 }, leastJump('fen'))).toEqual(['jump']);
    expect([leastJump('household'), leastJump('mu')]).toEqual([jumpRule.leastAmount, 100]);
  });
});

describe('findRestatements', () => {
  const months = ['2018-02', '2018-03'] as Month[];
  const figure = fc.record({
    month: fc.constantFrom(...months),
    indicator: fc.constantFrom('a', 'b', 'c'),
    value: fc.nat(20),
  });
  const figures = fc.uniqueArray(figure, { selector: (one) => `${one.month} ${one.indicator}` });

  it('states every difference once, so that original and restatement give what is known', () => {
    fc.assert(
      fc.property(figures, figures, (stated, known) => {
        const restated = findRestatements(stated, known);
        for (const one of stated) {
          const now = known.find((other) => other.month === one.month && other.indicator === one.indicator)?.value ?? 0;
          const found = restated.filter((other) => other.month === one.month && other.indicator === one.indicator);
          expect(found.map((each) => each.after)).toEqual(now === one.value ? [] : [now]);
        }
        expect(restated.length).toBeLessThanOrEqual(stated.length);
      }),
      { seed: 7 },
    );
  });
});
