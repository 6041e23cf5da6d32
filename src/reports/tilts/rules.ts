import { allocate } from '../../platform/pure/allocate.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

/** Which end of an indicator is the stronger village. */
export const tiltDirections = ['up', 'down'] as const;
export type TiltDirection = (typeof tiltDirections)[number];

/** One indicator of the formula as it is asked for; the direction only where the indicator itself has none. */
export interface TiltAsk {
  readonly indicator: string;
  /** 0 to 100 */
  readonly weight: number;
  readonly direction?: TiltDirection | undefined;
}

export interface TiltEntry {
  readonly indicator: string;
  readonly weight: number;
  readonly direction: TiltDirection;
}

/** One village with what the indicators of the formula say of it, in their order and units; null: no value. */
export interface TiltVillage {
  readonly place: number;
  readonly values: readonly (number | null)[];
}

export interface TiltResult extends TiltVillage {
  /** villages of equal score have the same */
  readonly rank: number;
  /** 0 to 1,000,000: a village that leads in everything has the whole */
  readonly score: number;
  readonly amountFen: bigint;
}

export type FormulaRefusal = Refusal<
  'fund_tilt_unknown' | 'fund_tilt_twice' | 'fund_tilt_direction' | 'fund_tilt_weights'
>;
export type TiltRefusal = Refusal<'fund_tilt_villages' | 'fund_tilt_no_values'>;

/**
 * Where everybody begins (article 11: 产业发展带动能力强的嘎查村): the poor who are members and what they were paid, and
 * what the village itself earns and owns to earn with.
 */
export const firstFormula: readonly TiltEntry[] = [
  { indicator: 'members_poor', weight: 40, direction: 'up' },
  { indicator: 'dividends_poor', weight: 20, direction: 'up' },
  { indicator: 'collective_income', weight: 20, direction: 'up' },
  { indicator: 'asset_value_operating', weight: 20, direction: 'up' },
];

const whole = 1_000_000n;

/** Checks a formula: known indicators, each once, some weight, and a direction for each. */
export function proposeFormula(
  asked: readonly TiltAsk[],
  indicators: readonly { readonly code: string; readonly direction: TiltDirection | 'none' }[],
): Result<readonly TiltEntry[], FormulaRefusal> {
  const known = new Map(indicators.map(({ code, direction }) => [code, direction]));
  const entries = new Map<string, TiltEntry>();
  for (const { indicator, weight, direction } of asked) {
    const own = known.get(indicator);
    if (own === undefined) return refuse(refusal('fund_tilt_unknown', 'formula', { indicator }));
    if (entries.has(indicator)) return refuse(refusal('fund_tilt_twice', 'formula', { indicator }));
    const towards = own === 'none' ? direction : own;
    if (towards === undefined) return refuse(refusal('fund_tilt_direction', 'formula', { indicator }));
    entries.set(indicator, { indicator, weight, direction: towards });
  }
  const formula = [...entries.values()];
  const isWeighed = formula.some(({ weight }) => weight > 0) && formula.every(({ weight }) => weight >= 0);
  return isWeighed ? ok(formula) : refuse(refusal('fund_tilt_weights', 'formula'));
}

/**
 * Ranks villages and divides an amount by their scores. Each indicator counts from 0 (the weakest village) to 1 (the
 * strongest), in millionths rounded down; a village without a value counts as the weakest. The score is the mean by
 * weight. An indicator in which the villages do not differ ranks nobody and has no part in the mean; where they differ
 * in none, all have the whole score. Money goes in proportion to the score by largest remainder.
 */
export function tilt(
  villages: readonly TiltVillage[],
  { formula, totalFen }: { readonly formula: readonly TiltEntry[]; readonly totalFen: bigint },
): Result<readonly TiltResult[], TiltRefusal> {
  if (villages.length === 0) return refuse(refusal('fund_tilt_villages', 'place'));
  const weighed = formula.flatMap((entry, at) => (entry.weight > 0 ? [columnOf(villages, entry, at)] : []));
  if (weighed.every(({ parts }) => parts === undefined)) return refuse(refusal('fund_tilt_no_values', 'formula'));
  const scores = scoresOf(villages.length, weighed);
  const shares = allocate(
    totalFen,
    villages.map(({ place }, at) => ({ key: String(place), weight: scores[at] ?? 0n })),
  );
  if (!shares.ok) return refuse(refusal('fund_tilt_no_values', 'formula'));
  const ranked = villages
    .map((village, at) => ({
      ...{ place: village.place, values: village.values, score: Number(scores[at]) },
      amountFen: shares.value[at]?.amountFen ?? 0n,
    }))
    .toSorted((a, b) => b.score - a.score || a.place - b.place);
  return ok(ranked.map((one) => ({ ...one, rank: 1 + ranked.findIndex(({ score }) => score === one.score) })));
}

/** Whether villages differ in an indicator: some have no value, or not all the same. */
export function differs(values: readonly (number | null)[]): boolean {
  return values.some((value) => value !== values[0]);
}

interface Column {
  readonly weight: bigint;
  readonly differs: boolean;
  /** of each village in millionths; undefined: none has a value */
  readonly parts: readonly bigint[] | undefined;
}

function columnOf(villages: readonly TiltVillage[], { weight, direction }: TiltEntry, at: number): Column {
  const values = villages.map((village) => village.values[at] ?? null);
  const exact = values.flatMap((value) => (value === null ? [] : [hundredths(value)]));
  const head = { weight: BigInt(weight), differs: differs(values) };
  const { least, most } = spanOf(exact);
  if (least === undefined || most === undefined) return { ...head, parts: undefined };
  const parts = values.map((value) => {
    if (value === null) return 0n;
    if (most === least) return whole;
    const above = direction === 'up' ? hundredths(value) - least : most - hundredths(value);
    return (above * whole) / (most - least);
  });
  return { ...head, parts };
}

function scoresOf(count: number, columns: readonly Column[]): readonly bigint[] {
  const counted = columns.filter((column) => column.differs);
  const sum = counted.reduce((total, { weight }) => total + weight, 0n);
  return Array.from({ length: count }, (_, at) =>
    sum === 0n ? whole : counted.reduce((points, { weight, parts }) => points + (parts?.[at] ?? 0n) * weight, 0n) / sum,
  );
}

/** Values have at most two decimals. */
function hundredths(value: number): bigint {
  return Number.isInteger(value) ? BigInt(value) * 100n : BigInt(Math.round(value * 100));
}

function spanOf(values: readonly bigint[]): { readonly least?: bigint; readonly most?: bigint } {
  const sorted = values.toSorted((a, b) => Number(a > b) - Number(a < b));
  const [least, most] = [sorted[0], sorted.at(-1)];
  return least === undefined || most === undefined ? {} : { least, most };
}
