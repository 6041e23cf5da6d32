import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

/** What money is to achieve, said as an indicator, and what that weighs among the goals of an order or a project. */
export interface GoalTerms {
  readonly indicator: string;
  /** a level, in whole numbers of the smallest unit of the indicator */
  readonly target: number;
  /** all goals of an order or a project together make 10000 */
  readonly weightBp: number;
  readonly dueOn: string;
}

/** A goal of a project: it begins where the indicator stands in the project's own place. */
export interface Goal extends GoalTerms {
  readonly baseline: number;
}

/** A goal with what the indicator says in each place that it is set for. */
export interface ProposedGoal extends GoalTerms {
  readonly baselines: readonly number[];
}

export type GoalRefusal = Refusal<
  'goal_weights' | 'goal_no_distance' | 'goal_direction' | 'goal_due' | 'goal_twice' | 'goal_unknown'
>;

export type Way = 'up' | 'down';

export interface KnownIndicator {
  readonly code: string;
  readonly direction: Way | 'none';
}

/**
 * Checks goals as a whole: known indicators, each once, towards the better with a way to go in at least one place, weights
 * of 10000 together.
 */
export function proposeGoals(
  goals: readonly ProposedGoal[],
  known: { readonly indicators: readonly KnownIndicator[]; readonly after: string },
): Result<true, GoalRefusal> {
  const seen = new Set<string>();
  for (const goal of goals) {
    const { indicator, baselines, target, dueOn } = goal;
    const of = known.indicators.find(({ code }) => code === indicator);
    if (!of) return refuse(refusal('goal_unknown', 'goals', { indicator }));
    if (seen.has(indicator)) return refuse(refusal('goal_twice', 'goals', { indicator }));
    seen.add(indicator);
    if (baselines.every((baseline) => baseline === target))
      return refuse(refusal('goal_no_distance', 'goals', { indicator }));
    if (wayOf(goal, of.direction) === undefined) return refuse(refusal('goal_direction', 'goals', { indicator }));
    if (dueOn < known.after) return refuse(refusal('goal_due', 'goals', { indicator }));
  }
  return weigh(goals) === 10_000 ? ok(true) : refuse(refusal('goal_weights', 'goals'));
}

/**
 * Which way a goal leads: towards the better of its indicator where some place has yet to go there; by the places alone
 * where the indicator knows no better. Undefined when no place has that way to go, or places lie on both sides.
 */
export function wayOf(
  { baselines, target }: Pick<ProposedGoal, 'baselines' | 'target'>,
  better: Way | 'none',
): Way | undefined {
  const ways = new Set(baselines.filter((one) => one !== target).map((baseline) => directionOf({ baseline, target })));
  if (better !== 'none') return ways.has(better) ? better : undefined;
  return ways.size === 1 ? [...ways][0] : undefined;
}

/** What all goals weigh together, in basis points. */
export function weigh(goals: readonly { readonly weightBp: number }[]): number {
  return goals.reduce((sum, { weightBp }) => sum + weightBp, 0);
}

export function directionOf({ baseline, target }: Pick<Goal, 'baseline' | 'target'>): Way {
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

/**
 * The score of one place against a level that many places shall reach, in basis points: all where it is reached, also by a
 * place that was there before; nothing where a place that was there fell below it; else how much of the way was gone.
 */
export function scoreLevel(
  goal: Pick<Goal, 'baseline' | 'target'> & { readonly direction: Way },
  value: number,
): number {
  const { baseline, target, direction } = goal;
  const isReached = (level: number) => (direction === 'up' ? level >= target : level <= target);
  if (isReached(value)) return 10_000;
  return isReached(baseline) ? 0 : scoreGoal({ baseline, target }, value);
}

interface ScoredGoal {
  readonly weightBp: number;
  readonly scoreBp: number | null;
}

/** The score of goals by weight, in basis points, rounded down; undefined while one of them has no score. */
export function scoreOf(goals: readonly ScoredGoal[]): number | undefined {
  return scoreOfLines([{ amountFen: 1n, goals }]);
}

interface WeighedGoal {
  readonly id: string;
  readonly weightBp: number;
}

/** The goals of an order beside each of its lines, with what was scored there. */
export function placeScores<L extends { readonly id: string }, G extends WeighedGoal, S extends LineScoreKey>(
  lines: readonly L[],
  { goals, scores }: { readonly goals: readonly G[]; readonly scores: readonly S[] },
) {
  const known = new Map(scores.map((score) => [`${score.lineId} ${score.goalId}`, score]));
  return lines.map((line) => ({
    ...line,
    goals: goals.map((goal) => {
      const scored = known.get(`${line.id} ${goal.id}`);
      return { ...goal, scored, scoreBp: scored?.scoreBp ?? null };
    }),
  }));
}

interface LineScoreKey {
  readonly lineId: string;
  readonly goalId: string;
  readonly scoreBp: number;
}

/**
 * The score of an order: the mean over what each receiver got, by amount, of its goals by weight; in basis points, rounded
 * down once at the end. Undefined while a goal has no score.
 */
export function scoreOfLines(
  lines: readonly { readonly amountFen: bigint; readonly goals: readonly ScoredGoal[] }[],
): number | undefined {
  let [sum, whole] = [0n, 0n];
  for (const { amountFen, goals } of lines) {
    if (goals.length === 0) return undefined;
    whole += amountFen;
    for (const { weightBp, scoreBp } of goals) {
      if (scoreBp === null) return undefined;
      sum += amountFen * BigInt(weightBp) * BigInt(scoreBp);
    }
  }
  return whole === 0n ? undefined : Number(sum / (whole * 10_000n));
}
