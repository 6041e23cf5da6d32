import { allocateInOrder } from '../../platform/pure/allocate.ts';
import { addDays, type LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

/** What is insured. The first part are animals, by the head; the others are land, by the mu. */
export const insuranceLines = [
  'cattle',
  'sheep',
  'goats',
  'horses',
  'camels',
  'maize',
  'wheat',
  'potato',
  'oilseed',
  'forage',
  'grassland',
  'forest',
] as const;
export type InsuranceLine = (typeof insuranceLines)[number];

export type InsuranceUnit = 'head' | 'mu';

/** What the herd and land registers count beside a line: crops together stand against the cropland of a household. */
export const insurableKinds = [
  'cattle',
  'sheep',
  'goats',
  'horses',
  'camels',
  'cropland',
  'grassland',
  'forest_land',
] as const;
export type InsurableKind = (typeof insurableKinds)[number];

const kinds: Readonly<Record<InsuranceLine, InsurableKind>> = {
  cattle: 'cattle',
  sheep: 'sheep',
  goats: 'goats',
  horses: 'horses',
  camels: 'camels',
  maize: 'cropland',
  wheat: 'cropland',
  potato: 'cropland',
  oilseed: 'cropland',
  forage: 'cropland',
  grassland: 'grassland',
  forest: 'forest_land',
};

export function insurableKindOf(line: InsuranceLine): InsurableKind {
  return kinds[line];
}

export function unitOfKind(kind: InsurableKind): InsuranceUnit {
  return kind === 'cropland' || kind === 'grassland' || kind === 'forest_land' ? 'mu' : 'head';
}

export function unitOf(line: InsuranceLine): InsuranceUnit {
  return unitOfKind(kinds[line]);
}

export const holderKinds = ['household', 'cooperative', 'village'] as const;
export type HolderKind = (typeof holderKinds)[number];

export const policyStates = ['draft', 'listed', 'in_force', 'withdrawn'] as const;
export type PolicyState = (typeof policyStates)[number];

/** Who bears the premium, in the order in which fen left over go to equal remainders. */
export const payers = ['central', 'region', 'city', 'banner', 'holder'] as const;
export type Payer = (typeof payers)[number];

/** Basis points of the premium by payer; together 10000. */
export type PremiumShares = Readonly<Record<Payer, number>>;
export type PremiumParts = Readonly<Record<Payer, bigint>>;

const whole = 10_000n;

/** Units with two decimals as a whole number of hundredths. */
export function hundredths(units: number): bigint {
  return BigInt(Math.round(units * 100));
}

/** Sum insured: units × sum of one unit, rounded down to the fen. */
export function sumInsured(units: number, unitSumFen: bigint): bigint {
  return (hundredths(units) * unitSumFen) / 100n;
}

/** Premium: sum insured × rate, rounded half up to the fen (domain rules §5.9). */
export function premiumOf(sumFen: bigint, rateBp: number): bigint {
  return (2n * sumFen * BigInt(rateBp) + whole) / (2n * whole);
}

export type ShareRefusal = Refusal<'insurance_shares_sum'>;

/** The parts of a premium by largest remainder: they add up exactly, none is a fen or more off its exact share. */
export function splitPremium(premiumFen: bigint, shares: PremiumShares): Result<PremiumParts, ShareRefusal> {
  const sum = payers.reduce((total, payer) => total + shares[payer], 0);
  if (sum !== 10_000) return refuse(refusal('insurance_shares_sum', 'shares', { sum }));
  const parts = allocateInOrder(
    premiumFen,
    payers.map((payer) => BigInt(shares[payer])),
  );
  const fen = (at: number) => (parts.ok ? (parts.value[at] ?? 0n) : 0n);
  return ok({ central: fen(0), region: fen(1), city: fen(2), banner: fen(3), holder: fen(4) });
}

export interface LineAmounts extends PremiumParts {
  readonly sumFen: bigint;
  readonly premiumFen: bigint;
}

/** What one insured pays and is insured for. A policy is the sum of its lines, in every column. */
export function amountsOf(
  units: number,
  policy: { readonly unitSumFen: bigint; readonly rateBp: number; readonly shares: PremiumShares },
): Result<LineAmounts, ShareRefusal> {
  const sumFen = sumInsured(units, policy.unitSumFen);
  const premiumFen = premiumOf(sumFen, policy.rateBp);
  const parts = splitPremium(premiumFen, policy.shares);
  return parts.ok ? ok({ sumFen, premiumFen, ...parts.value }) : parts;
}

export interface PolicyDraft {
  readonly line: InsuranceLine;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly season: { readonly from: string; readonly to: string } | undefined;
}

export type PolicyRefusal = Refusal<'insurance_days' | 'insurance_too_long' | 'insurance_season'>;

const longestDays = 1_098;

/** A policy runs forward, three years at the most, and begins inside the season of its line where there is one. */
export function proposePolicy(draft: PolicyDraft): Result<true, PolicyRefusal> {
  const { startsOn, endsOn, season } = draft;
  if (endsOn <= startsOn) return refuse(refusal('insurance_days', 'endsOn'));
  if (endsOn > addDays(startsOn as LocalDate, longestDays)) return refuse(refusal('insurance_too_long', 'endsOn'));
  if (season && !inSeason(startsOn, season)) {
    return refuse(refusal('insurance_season', 'startsOn', { from: season.from, to: season.to }));
  }
  return ok(true);
}

/** Month and day against a window that may go over the end of the year; both ends belong to it. */
export function inSeason(day: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  const at = day.slice(5);
  return from <= to ? at >= from && at <= to : at >= from || at <= to;
}

export const renewalLights = ['met', 'near', 'late', 'none'] as const;
export type RenewalLight = (typeof renewalLights)[number];

/** Renewed; soon over; over; or not yet to be thought of. `days` before the last day it is time to tell the insured. */
export function renewalLight(
  insured: { readonly endsOn: string; readonly renewed: boolean },
  { today, days }: { readonly today: LocalDate; readonly days: number },
): RenewalLight {
  if (insured.renewed) return 'met';
  if (insured.endsOn < today) return 'late';
  return insured.endsOn <= addDays(today, days) ? 'near' : 'none';
}

/** Until when to insure anew: the end of the next season where the line has one, else the last insured day. */
export function renewBy(endsOn: string, season: { readonly from: string; readonly to: string } | undefined): string {
  if (!season) return endsOn;
  const year = Number(endsOn.slice(0, 4));
  const closing = [year, year + 1].map((one) => `${one}-${season.to}`).find((day) => day > endsOn);
  return closing ?? endsOn;
}
