import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

/** A goal as an indicator: where it stands, where it shall be, and what it weighs among the goals of a project. */
export interface Goal {
  readonly indicator: string;
  /** whole numbers in the smallest unit of the indicator */
  readonly baseline: number;
  readonly target: number;
  /** all goals of a project together make 10000 */
  readonly weightBp: number;
  readonly dueOn: string;
}

export type GoalRefusal = Refusal<
  'goal_weights' | 'goal_no_distance' | 'goal_direction' | 'goal_due' | 'goal_twice' | 'goal_unknown'
>;

export interface KnownIndicator {
  readonly code: string;
  readonly direction: 'up' | 'down' | 'none';
}

/** Checks the goals of a project as a whole: known indicators, each once, towards the better, weights of 10000 together. */
export function proposeGoals(
  goals: readonly Goal[],
  known: { readonly indicators: readonly KnownIndicator[]; readonly after: string },
): Result<true, GoalRefusal> {
  const seen = new Set<string>();
  for (const { indicator, baseline, target, dueOn } of goals) {
    const of = known.indicators.find(({ code }) => code === indicator);
    if (!of) return refuse(refusal('goal_unknown', 'goals', { indicator }));
    if (seen.has(indicator)) return refuse(refusal('goal_twice', 'goals', { indicator }));
    seen.add(indicator);
    if (target === baseline) return refuse(refusal('goal_no_distance', 'goals', { indicator }));
    if (of.direction !== 'none' && of.direction !== directionOf({ baseline, target }))
      return refuse(refusal('goal_direction', 'goals', { indicator }));
    if (dueOn < known.after) return refuse(refusal('goal_due', 'goals', { indicator }));
  }
  return weigh(goals) === 10_000 ? ok(true) : refuse(refusal('goal_weights', 'goals'));
}

/** What all goals weigh together, in basis points. */
export function weigh(goals: readonly { readonly weightBp: number }[]): number {
  return goals.reduce((sum, { weightBp }) => sum + weightBp, 0);
}

export function directionOf({ baseline, target }: Pick<Goal, 'baseline' | 'target'>): 'up' | 'down' {
  return target > baseline ? 'up' : 'down';
}

/**
 * How much of the way to a goal was gone, in basis points, rounded down: nothing for standing still or going back, never
 * more than all of it (linear operator, capped at full).
 */
export function scoreGoal(goal: Pick<Goal, 'baseline' | 'target'>, value: number): number {
  const distance = BigInt(goal.target) - BigInt(goal.baseline);
  const gone = (BigInt(value) - BigInt(goal.baseline)) * (distance < 0n ? -1n : 1n);
  const whole = distance < 0n ? -distance : distance;
  if (gone <= 0n) return 0;
  return gone >= whole ? 10_000 : Number((gone * 10_000n) / whole);
}

/** The score of a project: its goals by weight, in basis points, rounded down; undefined while one of them has no score. */
export function scoreOf(
  goals: readonly { readonly weightBp: number; readonly scoreBp: number | null }[],
): number | undefined {
  if (goals.length === 0) return undefined;
  let sum = 0;
  for (const { weightBp, scoreBp } of goals) {
    if (scoreBp === null) return undefined;
    sum += weightBp * scoreBp;
  }
  return Math.floor(sum / 10_000);
}
