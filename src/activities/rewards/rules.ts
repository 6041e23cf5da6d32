import type { Chart } from '../../ledgers/books/chart-rules.ts';
import { accountOf } from '../../ledgers/books/event-roles-rules.ts';
import type { EntryLine } from '../../platform/ledger/rules.ts';
import { deadline } from '../../platform/pure/calendar.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';

/** In place of a subsidy (以奖代补), or of an investment (以奖代投). */
export const schemeKinds = ['subsidy', 'investment'] as const;
export type SchemeKind = (typeof schemeKinds)[number];

/** What a unit of output is known by. */
export const unitKinds = ['ear_tag', 'parcel_year', 'production'] as const;
export type UnitKind = (typeof unitKinds)[number];

export const applicantKinds = ['household', 'poor_household', 'cooperative', 'any'] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

export const rewardStates = [
  'applied',
  'checked',
  'listed',
  'ordered',
  'paid',
  'returned',
  'refused',
  'withdrawn',
] as const;
export type RewardState = (typeof rewardStates)[number];

export const batchStates = ['ordered', 'sent', 'settled'] as const;
export type BatchState = (typeof batchStates)[number];

export interface Scheme {
  readonly place: number;
  readonly unitKind: UnitKind;
  readonly applicants: ApplicantKind;
  readonly leastUnits: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface UnitDraft {
  readonly key: string;
  readonly quantity: number;
}

export interface Application {
  readonly place: number;
  readonly applicantKind: 'household' | 'cooperative';
  readonly isPoor: boolean;
  readonly producedOn: string;
  readonly units: readonly UnitDraft[];
}

export type ApplicationRefusal = Refusal<
  | 'reward_other_place'
  | 'reward_outside_days'
  | 'reward_in_future'
  | 'reward_applicant'
  | 'reward_too_little'
  | 'reward_unit_twice'
  | 'reward_ear_tag_whole'
>;

/** Whether somebody may ask for what he produced under a scheme; the units themselves are asked of the registers. */
export function proposeApplication(
  scheme: Scheme,
  application: Application,
  today: LocalDate,
): Result<{ readonly units: number }, ApplicationRefusal> {
  const { lo, hi } = placeRange(scheme.place as Place);
  if (application.place < lo || application.place > hi) return refuse(refusal('reward_other_place', 'schemeId'));
  const { producedOn } = application;
  if (producedOn > today) return refuse(refusal('reward_in_future', 'producedOn'));
  if (producedOn < scheme.startsOn || producedOn > scheme.endsOn)
    return refuse(refusal('reward_outside_days', 'producedOn', { from: scheme.startsOn, until: scheme.endsOn }));
  if (!isOpenTo(scheme.applicants, application)) return refuse(refusal('reward_applicant', 'schemeId'));
  const keys = application.units.map(({ key }) => unitKeyOf(key));
  const twice = keys.findIndex((key, at) => keys.indexOf(key) !== at);
  if (twice >= 0) return refuse(refusal('reward_unit_twice', `units.${twice}.key`));
  const broken = application.units.findIndex(({ quantity }) => quantity !== 1);
  if (scheme.unitKind === 'ear_tag' && broken >= 0)
    return refuse(refusal('reward_ear_tag_whole', `units.${broken}.quantity`));
  const units = sumUnits(application.units);
  if (units < scheme.leastUnits) return refuse(refusal('reward_too_little', 'units', { least: scheme.leastUnits }));
  return ok({ units });
}

function isOpenTo(applicants: ApplicantKind, { applicantKind, isPoor }: Application): boolean {
  if (applicants === 'any') return true;
  if (applicants === 'poor_household') return applicantKind === 'household' && isPoor;
  return applicants === applicantKind;
}

/** Ear tags and document numbers as they are compared: half width, no spaces, capitals. */
export function unitKeyOf(text: string): string {
  return toCodeText(text);
}

/** The mu of a parcel are rewarded once in a year. */
export function parcelYearKey(parcelId: string, producedOn: string): string {
  return `${parcelId} ${producedOn.slice(0, 4)}`;
}

/** In units with two decimals, added exactly. */
export function sumUnits(units: readonly { readonly quantity: number }[]): number {
  return units.reduce((sum, { quantity }) => sum + Math.round(quantity * 100), 0) / 100;
}

export interface RateRow {
  readonly startsOn: string;
  readonly rateFen: bigint;
}

/** The rate in force on a day: the latest that has begun. */
export function rateOn(rates: readonly RateRow[], day: string): bigint | undefined {
  const begun = rates.filter(({ startsOn }) => startsOn <= day);
  return begun.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0]?.rateFen;
}

/** Units × rate, rounded down to the fen, and no more than is left of the year’s most. */
export function amountOf(units: number, rateFen: bigint, leftFen: bigint | undefined): bigint {
  const amount = (BigInt(Math.round(units * 100)) * rateFen) / 100n;
  return leftFen !== undefined && leftFen < amount ? leftFen : amount;
}

/** The last day of the township’s check: working days after the application. */
export function checkBy(appliedOn: LocalDate, days: number): LocalDate {
  return deadline({ startOn: appliedOn, count: days, unit: 'workday' }).dueOn;
}

/** The clock of the check: met in time, late after its day, near on its day and the one before. */
export function checkLight(
  reward: { readonly checkBy: string; readonly checkedOn: string | null; readonly state: RewardState },
  { today, tomorrow }: { readonly today: string; readonly tomorrow: string },
): 'met' | 'near' | 'late' | 'none' {
  const { checkBy: last, checkedOn, state } = reward;
  if (checkedOn !== null) return checkedOn <= last ? 'met' : 'late';
  if (state !== 'applied') return 'none';
  if (today > last) return 'late';
  return last <= tomorrow ? 'near' : 'none';
}

/** Under what the most of one applicant for a year is counted. */
export function capKeyOf(asked: {
  readonly schemeId: string;
  readonly applicantId: string;
  readonly producedOn: string;
}): string {
  return `${asked.schemeId} ${asked.applicantId} ${asked.producedOn.slice(0, 4)}`;
}

/**
 * What a cooperative books when a reward reaches its bank account: a grant by project, which its accountant sets off
 * against what was done first (财会〔2021〕37号, 102 and 235); income where the chart has no such account.
 */
export function rewardEntry(
  chart: Chart,
  { amountFen, projectSub }: { readonly amountFen: bigint; readonly projectSub: string },
): readonly EntryLine[] {
  const grant = accountOf(chart, 'grant');
  const credit = grant ? { code: grant, sub: projectSub } : { code: accountOf(chart, 'subsidy_income') ?? '' };
  return [
    { code: accountOf(chart, 'bank') ?? '', amount: amountFen },
    { ...credit, amount: -amountFen },
  ];
}
