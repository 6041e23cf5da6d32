import { allocate } from '../../platform/pure/allocate.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

/** What a village's strength in carrying industry is measured by (article 11: 产业发展带动能力强的嘎查村). */
export const tiltMeasures = ['registered_poor', 'members', 'collective_income', 'assets'] as const;
export type TiltMeasure = (typeof tiltMeasures)[number];

export type TiltWeights = Readonly<Record<TiltMeasure, number>>;

/** One village with its measures, in their own units. */
export interface TiltVillage {
  readonly place: number;
  readonly values: Readonly<Record<TiltMeasure, bigint>>;
}

export interface TiltResult {
  readonly place: number;
  readonly rank: number;
  /** 0 to 1,000,000: a village that leads in everything has the whole */
  readonly score: number;
  readonly amountFen: bigint;
  readonly values: Readonly<Record<TiltMeasure, bigint>>;
}

export type TiltRefusal = Refusal<'fund_tilt_weights' | 'fund_tilt_villages' | 'fund_tilt_even'>;

const whole = 1_000_000n;

/**
 * Ranks villages and divides an amount by their scores. Each measure counts from 0 (the weakest village) to 1 (the
 * strongest), in millionths rounded down; the score is their mean by weight. Money goes in proportion to the score by
 * largest remainder; of equal scores the smaller code ranks first.
 */
export function tilt(
  villages: readonly TiltVillage[],
  { weights, totalFen }: { readonly weights: TiltWeights; readonly totalFen: bigint },
): Result<readonly TiltResult[], TiltRefusal> {
  const sum = tiltMeasures.reduce((total, measure) => total + weights[measure], 0);
  if (sum <= 0 || tiltMeasures.some((measure) => weights[measure] < 0))
    return refuse(refusal('fund_tilt_weights', 'weights'));
  if (villages.length === 0) return refuse(refusal('fund_tilt_villages', 'place'));
  const spans = new Map(
    tiltMeasures.map((measure) => [measure, spanOf(villages.map(({ values }) => values[measure]))]),
  );
  const scored = villages.map((village) => {
    let points = 0n;
    for (const measure of tiltMeasures) {
      const { least, most } = spans.get(measure) ?? { least: 0n, most: 0n };
      const part = most > least ? ((village.values[measure] - least) * whole) / (most - least) : 0n;
      points += part * BigInt(weights[measure]);
    }
    return { ...village, score: Number(points / BigInt(sum)) };
  });
  const shares = allocate(
    totalFen,
    scored.map(({ place, score }) => ({ key: String(place), weight: BigInt(score) })),
  );
  if (!shares.ok) return refuse(refusal('fund_tilt_even', 'weights'));
  const amounts = new Map(shares.value.map(({ key, amountFen }) => [key, amountFen]));
  const ranked = scored.toSorted((a, b) => b.score - a.score || a.place - b.place);
  return ok(
    ranked.map(({ place, score, values }, at) => ({
      place,
      rank: at + 1,
      score,
      amountFen: amounts.get(String(place)) ?? 0n,
      values,
    })),
  );
}

function spanOf(values: readonly bigint[]): { readonly least: bigint; readonly most: bigint } {
  let [least = 0n, most = 0n] = [values[0], values[0]];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}
