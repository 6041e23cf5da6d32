import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { toHalfWidth } from '../../platform/pure/text.ts';
import {
  amountsOf,
  type InsuranceLine,
  type InsuranceUnit,
  insuranceLines,
  type LineAmounts,
  type PremiumShares,
  premiumOf,
  splitPremium,
  sumInsured,
  unitOf,
} from './rules.ts';

/** A row of an insurer’s workbook, its cells read. */
export interface IntakeRow {
  readonly rowNumber: number;
  readonly number: string;
  readonly line: InsuranceLine;
  readonly township: string;
  readonly village: string;
  readonly name: string;
  readonly idNumber: string | undefined;
  readonly units: number;
  readonly unitSumFen: bigint;
  readonly rateBp: number;
  readonly deductibleBp: number;
  /** as the insurer has it, where the column is filled in */
  readonly premiumFen: bigint | undefined;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The line that an insurer’s wording means (能繁母牛养殖保险 → cattle); undefined when it names none we know. */
export function readLine(
  text: string,
  wordings: readonly (readonly [part: string, line: string])[],
): InsuranceLine | undefined {
  const found = wordings.find(([part]) => text.includes(part))?.[1];
  return insuranceLines.find((line) => line === found);
}

/** How insurers write a unit, what it counts, and how many of our own units it holds. */
export type UnitWording = readonly (readonly [wording: string, unit: InsuranceUnit, size: number])[];

export type MeasureRefusal = Refusal<'unit_unknown' | 'unit_differs' | 'units_wrong' | 'unit_sum_uneven'>;

/**
 * Units and the sum of one, as a workbook counts them, in the unit of the line: a hectare is fifteen mu, whose sum is a
 * fifteenth of the hectare’s and must come out in whole fen. Without a unit they are counted in the line’s own; heads do
 * not insure land, nor mu animals.
 */
export function measureUnits(
  line: InsuranceLine,
  row: { readonly units: number; readonly unitSumFen: bigint; readonly unit: string | undefined },
  wordings: UnitWording,
): Result<{ readonly units: number; readonly unitSumFen: bigint }, MeasureRefusal> {
  const named = row.unit === undefined ? undefined : toHalfWidth(row.unit).replace(/\s/g, '');
  const found = wordings.find(([wording]) => wording === named);
  if (named && !found) return refuse(refusal('unit_unknown', 'unit'));
  const [, unit, size] = found ?? ['', unitOf(line), 1];
  if (unit !== unitOf(line)) return refuse(refusal('unit_differs', 'unit'));
  const hundredths = Math.round(row.units * 100);
  const isTwoDecimals = Math.abs(row.units * 100 - hundredths) < 1e-6;
  const units = (hundredths * size) / 100;
  if (!(isTwoDecimals && units > 0 && units <= mostUnits)) return refuse(refusal('units_wrong', 'units'));
  if (row.unitSumFen <= 0n) return refuse(refusal('units_wrong', 'unitSumFen'));
  if (row.unitSumFen % BigInt(size) !== 0n) return refuse(refusal('unit_sum_uneven', 'unitSumFen'));
  return ok({ units, unitSumFen: row.unitSumFen / BigInt(size) });
}

const mostUnits = 9_999_999;

/** A rate in percent with at most two decimals, as basis points. */
export function readRate(text: string): number | undefined {
  const bp = Number(text) * 100;
  const whole = Math.round(bp);
  return Math.abs(bp - whole) < 1e-6 && whole >= 1 && whole <= 10_000 ? whole : undefined;
}

export type AmountRefusal = Refusal<'premium_differs' | 'insurance_shares_sum'>;

/** Insurers round in their own ways: a premium one fen off is theirs, one further off is wrong. */
export function weighRow(
  row: Pick<IntakeRow, 'units' | 'unitSumFen' | 'rateBp' | 'premiumFen'>,
  shares: PremiumShares,
): Result<LineAmounts, AmountRefusal> {
  if (row.premiumFen === undefined) return amountsOf(row.units, { ...row, shares });
  const sumFen = sumInsured(row.units, row.unitSumFen);
  const expected = premiumOf(sumFen, row.rateBp);
  const apart = expected > row.premiumFen ? expected - row.premiumFen : row.premiumFen - expected;
  if (apart > 1n) return refuse(refusal('premium_differs', 'premiumFen', { expected: String(expected) }));
  const parts = splitPremium(row.premiumFen, shares);
  return parts.ok ? ok({ sumFen, premiumFen: row.premiumFen, ...parts.value }) : parts;
}

/** A policy of a workbook is one number in one village. */
export function policyKey(number: string, place: number): string {
  return `${number} ${place}`;
}

export type Terms = Pick<IntakeRow, 'line' | 'unitSumFen' | 'rateBp' | 'deductibleBp' | 'startsOn' | 'endsOn'>;

/** Which cell of a row says otherwise than the rows of the same policy before it. */
export function differingCell(row: Terms, policy: Terms): string | undefined {
  const keys = ['line', 'unitSumFen', 'rateBp', 'deductibleBp', 'startsOn', 'endsOn'] as const;
  return keys.find((key) => row[key] !== policy[key]);
}

export interface NamedVillage {
  readonly code: number;
  readonly name: string;
  readonly nameOfficial: string;
  readonly township: string;
}

/** What offices add to the name of a village and of a township. */
export interface NameEndings {
  readonly village: RegExp;
  readonly township: RegExp;
}

/** Looks villages up by name: those of the township named first; undefined when it is none or several. */
export function villageFinder(
  villages: readonly NamedVillage[],
  endings: NameEndings,
): (row: { readonly township: string; readonly village: string }) => number | undefined {
  const keyOf = (text: string, ending: RegExp) => toHalfWidth(text).replace(/\s/g, '').replace(ending, '');
  const byKey = new Map<string, NamedVillage[]>();
  for (const village of villages) {
    const keys = new Set([village.name, village.nameOfficial].map((name) => keyOf(name, endings.village)));
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), village]);
  }
  return (row) => {
    const named = byKey.get(keyOf(row.village, endings.village)) ?? [];
    const township = keyOf(row.township, endings.township);
    const inTownship = named.filter((one) => keyOf(one.township, endings.township) === township);
    const chosen = inTownship.length > 0 ? inTownship : named;
    return chosen.length === 1 ? chosen[0]?.code : undefined;
  };
}

/** What makes a row of another file the same row. */
export function queueKey({
  number,
  village,
  name,
  units,
}: Pick<IntakeRow, 'number' | 'village' | 'name' | 'units'>): string {
  return JSON.stringify([number, village, name, units]);
}

/** What is wrong with one cell of a row. */
export interface RowFault {
  readonly rowNumber: number;
  readonly key: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface IntakeOutcome {
  readonly matched: number;
  readonly queued: number;
  readonly known: number;
  readonly rejected: number;
  /** of the rows that can be read, those of which the registry knows the household */
  readonly matchedBp: number | undefined;
  readonly errors: readonly RowFault[];
}
