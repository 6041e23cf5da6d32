import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeGoals, scoreGoal, scoreLevel, scoreOf, scoreOfLines } from './goal-rules.ts';

const value = fc.integer({ min: -1_000_000, max: 1_000_000 });

describe('goals', () => {
  const goal = { indicator: 'income', baselines: [100], target: 200, weightBp: 10_000, dueOn: '2019-12-31' };
  const indicators = [
    { code: 'income', direction: 'up' },
    { code: 'households', direction: 'none' },
  ] as const;
  const code = (goals: readonly (typeof goal)[]) => {
    const done = proposeGoals(goals, { indicators, after: '2018-12-31' });
    return done.ok ? 'ok' : done.refusal.code;
  };
  it('are known indicators towards the better that weigh 10000 together', () => {
    expect(code([goal])).toBe('ok');
    expect(code([{ ...goal, weightBp: 9_999 }])).toBe('goal_weights');
    expect(code([{ ...goal, target: 50 }])).toBe('goal_direction');
    expect(code([{ ...goal, target: 100 }])).toBe('goal_no_distance');
    expect(code([goal, goal])).toBe('goal_twice');
    expect(code([{ ...goal, indicator: 'unknown' }])).toBe('goal_unknown');
    expect(code([{ ...goal, dueOn: '2018-12-30' }])).toBe('goal_due');
    expect(code([])).toBe('goal_weights');
  });
  it('of many places leave at least one a way to go, and all the same way where the indicator knows no better', () => {
    expect(code([{ ...goal, baselines: [100, 300] }])).toBe('ok');
    expect(code([{ ...goal, baselines: [200, 300] }])).toBe('goal_direction');
    expect(code([{ ...goal, baselines: [200, 200] }])).toBe('goal_no_distance');
    expect(code([{ ...goal, indicator: 'households', baselines: [100, 200] }])).toBe('ok');
    expect(code([{ ...goal, indicator: 'households', baselines: [100, 300] }])).toBe('goal_direction');
  });
});

describe('the score', () => {
  it('is the way gone: nothing below the start, all at the target, never less for more', () => {
    const goal = { baseline: 100, target: 200 };
    expect([90, 100, 150, 250].map((at) => scoreGoal(goal, at))).toEqual([0, 0, 5_000, 10_000]);
    expect(scoreGoal({ baseline: 200, target: 100 }, 125)).toBe(7_500);
    fc.assert(
      fc.property(value, value, value, value, (baseline, target, one, other) => {
        fc.pre(baseline !== target);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [worse, better] = target > baseline ? [low, high] : [high, low];
        const scores = [worse, better].map((at) => scoreGoal({ baseline, target }, at));
        expect(scores[0]).toBeLessThanOrEqual(scores[1] ?? -1);
        expect(scores.every((score) => score >= 0 && score <= 10_000)).toBe(true);
      }),
    );
  });
  it('of a place against a level is full exactly where the level is reached, and never less for more', () => {
    const up = { target: 200, direction: 'up' } as const;
    expect([scoreLevel({ ...up, baseline: 300 }, 250), scoreLevel({ ...up, baseline: 300 }, 199)]).toEqual([10_000, 0]);
    expect(scoreLevel({ ...up, baseline: 100 }, 150)).toBe(5_000);
    expect(scoreLevel({ target: 0, direction: 'down', baseline: 8 }, 2)).toBe(7_500);
    fc.assert(
      fc.property(value, value, value, fc.constantFrom('up', 'down'), (baseline, target, at, direction) => {
        const goal = { baseline, target, direction };
        const isReached = direction === 'up' ? at >= target : at <= target;
        expect(scoreLevel(goal, at) === 10_000).toBe(isReached);
        const nearer = direction === 'up' ? at + 1 : at - 1;
        expect(scoreLevel(goal, nearer)).toBeGreaterThanOrEqual(scoreLevel(goal, at));
      }),
    );
  });
  it('of goals is by weight, once all have one', () => {
    const goals = [
      { weightBp: 7_000, scoreBp: 10_000 },
      { weightBp: 3_000, scoreBp: 5_000 },
    ];
    expect(scoreOf(goals)).toBe(8_500);
    expect(scoreOf([{ weightBp: 10_000, scoreBp: null }])).toBeUndefined();
    expect(scoreOf([])).toBeUndefined();
  });
  it('of an order is the mean by amount, rounded down once: between its places, and theirs where they agree', () => {
    const line = (amountFen: bigint, scoreBp: number) => ({ amountFen, goals: [{ weightBp: 10_000, scoreBp }] });
    expect(scoreOfLines([line(20_000n, 4_333), line(10_000n, 7_000)])).toBe(5_222);
    expect(scoreOfLines([line(1n, 3_333), line(1n, 3_334)])).toBe(3_333);
    expect(scoreOfLines([])).toBeUndefined();
    const lines = fc.array(
      fc.record({
        amountFen: fc.bigInt({ min: 1n, max: 10n ** 13n }),
        weightBp: fc.integer({ min: 1, max: 9_999 }),
        scores: fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 })),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(lines, (made) => {
        const weightBp = made[0]?.weightBp ?? 1;
        const placed = made.map(({ amountFen, scores: [one, two] }) => ({
          amountFen,
          goals: [
            { weightBp, scoreBp: one },
            { weightBp: 10_000 - weightBp, scoreBp: two },
          ],
        }));
        const each = placed.map(({ goals }) => scoreOf(goals) ?? -1);
        const whole = scoreOfLines(placed) ?? -1;
        expect(whole).toBeGreaterThanOrEqual(Math.min(...each));
        expect(whole).toBeLessThanOrEqual(Math.max(...each));
      }),
    );
  });
});
