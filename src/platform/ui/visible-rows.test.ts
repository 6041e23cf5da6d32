import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROW_HEIGHT, rowsInView } from './visible-rows.ts';

test('short lists are drawn whole', () => {
  expect(rowsInView(100, 0, 300)).toEqual({ first: 0, end: 100 });
});

test('of long lists all rows in view are drawn, and not many more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 101, max: 5000 }),
      fc.nat(200_000),
      fc.integer({ min: 1, max: 2000 }),
      (count, top, height) => {
        const { first, end } = rowsInView(count, top, height);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        expect(first * ROW_HEIGHT).toBeLessThanOrEqual(top);
        expect(end === count || end * ROW_HEIGHT >= top + height).toBe(true);
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / ROW_HEIGHT) + 42);
      },
    ),
    { seed: 4105 },
  );
});
