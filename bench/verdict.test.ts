import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTime, judge, type Measured, median, quantile, ratioOf, slopeOf, spread } from './verdict.ts';

const steady = [100, 101, 99, 100];
const restless = [60, 140, 100, 180];
const base: Measured = { floor: steady, ours: [200, 210, 190], goals: [{ kind: 'ratio', most: 2.5 }], correct: true };

describe('median and quantile', () => {
  it('take the middle, or the mean of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48);
  });

  it('do not depend on the order and stay between the smallest and the largest', () => {
    const values = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const found = quantile(list, share);
        expect(found).toBe(quantile(list.toReversed(), share));
        expect(found).toBeGreaterThanOrEqual(Math.min(...list));
        expect(found).toBeLessThanOrEqual(Math.max(...list) * (1 + 1e-12));
      }),
    );
  });

  it('say that there is nothing to say', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('spread', () => {
  it('is the distance of the quartiles over the median, whatever the unit', () => {
    expect(spread([100, 100, 100])).toBe(0);
    expect(spread([90, 100, 110])).toBeCloseTo(0.1);
    expect(spread([9, 10, 11])).toBeCloseTo(spread([9000, 10000, 11000]));
  });

  it('does not see one outlier among many', () => {
    expect(spread([100, 100, 101, 99, 100, 100, 900])).toBeLessThan(0.02);
  });
});

describe('slope', () => {
  it('is the exponent of growth', () => {
    expect(slopeOf({ small: { size: 10, cost: 3 }, large: { size: 100, cost: 30 } })).toBeCloseTo(1);
    expect(slopeOf({ small: { size: 10, cost: 3 }, large: { size: 100, cost: 300 } })).toBeCloseTo(2);
    expect(slopeOf({ small: { size: 10, cost: 3 }, large: { size: 100, cost: 3 } })).toBe(0);
  });
});

describe('verdict', () => {
  it('compares medians, not single rounds', () => {
    expect(judge(base)).toBe('met');
    expect(judge({ ...base, ours: [200, 900, 210] })).toBe('met');
    expect(judge({ ...base, ours: [251, 252, 260] })).toBe('over');
    expect(ratioOf(base)).toBeCloseTo(2);
  });

  it('refuses to judge over a restless floor, however good or bad the ratio looks', () => {
    expect(judge({ ...base, floor: restless })).toBe('unsteady');
    expect(judge({ ...base, floor: restless, ours: [9999] })).toBe('unsteady');
    expect(judge({ ours: [1], goals: [{ kind: 'ratio', most: 2 }], correct: true })).toBe('unsteady');
  });

  it('never calls a wrong result fast', () => {
    expect(judge({ ...base, correct: false })).toBe('wrong');
    expect(judge({ ...base, floor: restless, correct: false })).toBe('wrong');
  });

  it('wants a share of the floor for throughput', () => {
    expect(judge({ ...base, ours: [61], goals: [{ kind: 'share', least: 0.6 }] })).toBe('met');
    expect(judge({ ...base, ours: [59], goals: [{ kind: 'share', least: 0.6 }] })).toBe('over');
  });

  it('judges counted amounts on any machine', () => {
    expect(judge({ ours: [12], goals: [{ kind: 'amount', most: 12 }], correct: true })).toBe('met');
    expect(judge({ ...base, floor: restless, ours: [13], goals: [{ kind: 'amount', most: 12 }] })).toBe('over');
  });

  it('shows times without judging them', () => {
    const late: Measured = { ours: [900], goals: [{ kind: 'time', most: 600 }], correct: true };
    expect(judge(late)).toBe('shown');
    expect(inTime({ kind: 'time', most: 600 }, late.ours)).toBe(false);
    expect(judge({ ...base, goals: [...base.goals, { kind: 'time', most: 1 }] })).toBe('met');
  });

  it('finds a hidden square even where the ratio is kept', () => {
    const growth = { small: { size: 1000, cost: 2 }, large: { size: 10_000, cost: 200 } };
    expect(judge({ ...base, growth })).toBe('over');
    expect(judge({ ...base, growth: { ...growth, large: { size: 10_000, cost: 21 } } })).toBe('met');
    expect(judge({ ours: [200], goals: [{ kind: 'time', most: 1 }], growth, correct: true })).toBe('over');
  });
});
