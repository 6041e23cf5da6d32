/** What a measurement has to keep. */
export type Goal =
  /** ours ÷ floor at most this */
  | { readonly kind: 'ratio'; readonly most: number }
  /** ours ÷ floor at least this: throughput */
  | { readonly kind: 'share'; readonly least: number }
  /** a counted amount (bytes, statements), which no other load on the machine changes */
  | { readonly kind: 'amount'; readonly most: number }
  /** a bare time of the issue: shown, never judged, because it says more about the machine than about us */
  | { readonly kind: 'time'; readonly most: number };

/** Cost at two sizes; time may grow as the data does, not faster. */
export interface Growth {
  readonly small: { readonly size: number; readonly cost: number };
  readonly large: { readonly size: number; readonly cost: number };
}

export interface Measured {
  /** one number for each round after the first; absent where there is nothing to compare with */
  readonly floor?: readonly number[];
  readonly ours: readonly number[];
  readonly goals: readonly Goal[];
  readonly growth?: Growth;
  /** whether the result equals what was computed in another way */
  readonly correct: boolean;
}

/** `wrong`: the result itself is not right; `unsteady`: the floor varies too much to say anything. */
export type Verdict = 'met' | 'over' | 'unsteady' | 'wrong' | 'shown';

export const mostSpread = 0.25;
export const mostSlope = 1.1;

/** Whatever the machine was doing: a result that is not right is wrong, and an unsteady floor lets nothing be judged. */
export function judge(measured: Measured): Verdict {
  const { floor, goals, growth } = measured;
  if (!measured.correct) return 'wrong';
  if (goals.some((goal) => goal.kind === 'amount' && median(measured.ours) > goal.most)) return 'over';
  const compared = goals.filter((goal) => goal.kind === 'ratio' || goal.kind === 'share');
  if (compared.length > 0 && (floor === undefined || spread(floor) > mostSpread)) return 'unsteady';
  if (compared.some((goal) => !keeps(goal, ratioOf(measured)))) return 'over';
  const grows = growth !== undefined && (floor === undefined || spread(floor) <= mostSpread);
  if (grows && slopeOf(growth) > mostSlope) return 'over';
  return goals.every((goal) => goal.kind === 'time') && !grows ? 'shown' : 'met';
}

/** Ours ÷ floor of the medians; not a number without a floor. */
export function ratioOf({ floor, ours }: Pick<Measured, 'floor' | 'ours'>): number {
  return floor === undefined ? Number.NaN : median(ours) / median(floor);
}

/** Whether a goal on time is kept; it decides nothing. */
export function inTime(goal: Goal, ours: readonly number[]): boolean {
  return goal.kind !== 'time' || median(ours) <= goal.most;
}

/** The exponent of growth: 1 = as the data, 2 = as its square. */
export function slopeOf({ small, large }: Growth): number {
  return Math.log(large.cost / small.cost) / Math.log(large.size / small.size);
}

/** Distance of the quartiles as a share of the median. */
export function spread(values: readonly number[]): number {
  return (quantile(values, 0.75) - quantile(values, 0.25)) / median(values);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Between two values in proportion. @throws RangeError without values */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) throw new RangeError('no values');
  return below + (above - below) * (position - Math.floor(position));
}

function keeps(goal: Goal, ratio: number): boolean {
  if (goal.kind === 'ratio') return ratio <= goal.most;
  return goal.kind !== 'share' || ratio >= goal.least;
}
