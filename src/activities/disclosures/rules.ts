import { addWorkdays } from '../../platform/pure/calendar.ts';
import { addDays, addMonths, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';

/** Whose finances are disclosed: a village without an organisation for them, its organisation, or a cooperative. */
export const disclosureForms = [
  'village',
  'collective_economic_organization',
  'shareholding_economic',
  'farmers_professional',
  'federation',
] as const;
export type DisclosureForm = (typeof disclosureForms)[number];

export const periods = ['quarter', 'month'] as const;
export type PeriodKind = (typeof periods)[number];

/** `open`: owed, and nobody has begun it. */
export const disclosureStates = ['open', 'proposed', 'returned', 'checked', 'published'] as const;
export type DisclosureState = (typeof disclosureStates)[number];

export const opinions = ['agreed', 'objected'] as const;
export const groupPosts = ['head', 'member'] as const;

/** The form under which an organisation discloses; companies and asset-income projects go by their contracts. */
export function formOf(kind: CooperativeKind): DisclosureForm | undefined {
  return disclosureForms.find((form) => form === kind);
}

/** Forms whose assets are those on the list of the village. */
export function isCollective(form: DisclosureForm): boolean {
  return form !== 'farmers_professional' && form !== 'federation';
}

export interface DisclosedPeriod {
  readonly period: PeriodKind;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** Quarters and months of a year that are over, in order. */
export function endedPeriods(year: number, today: LocalDate): readonly DisclosedPeriod[] {
  const spans = [
    ...Array.from({ length: 4 }, (_, at) => [at * 3, 3]),
    ...Array.from({ length: 12 }, (_, at) => [at, 1]),
  ];
  return spans
    .map(([first = 0, months = 1]): DisclosedPeriod => {
      const startsOn = addMonths(localDate(`${year}-01-01`), first);
      const period = months === 3 ? 'quarter' : 'month';
      return { period, startsOn, endsOn: addDays(addMonths(startsOn, months), -1) };
    })
    .filter(({ endsOn }) => endsOn < today);
}

/** The quarter or month that begins on a day and is over; undefined for every other day. */
export function periodFrom(
  { period, startsOn }: { readonly period: PeriodKind; readonly startsOn: string },
  today: LocalDate,
): DisclosedPeriod | undefined {
  const year = Number(startsOn.slice(0, 4));
  return endedPeriods(year, today).find((one) => one.period === period && one.startsOn === startsOn);
}

/** Year, quarter and month for the name of a period. */
export function periodValues(startsOn: string): { year: number; quarter: number; month: number } {
  const month = Number(startsOn.slice(5, 7));
  return { year: Number(startsOn.slice(0, 4)), quarter: Math.floor((month - 1) / 3) + 1, month };
}

export type DisclosureLight = 'met' | 'near' | 'late' | 'none';

/** A light turns yellow this many working days before the last day, as for reports. */
export const nearWorkdays = 3;

/** Met when it hung in time; red once the last day is over, also when it hung later. */
export function disclosureLight(
  { dueOn, publishedOn }: { readonly dueOn: LocalDate; readonly publishedOn: string | null },
  today: LocalDate,
): DisclosureLight {
  if (publishedOn !== null) return publishedOn <= dueOn ? 'met' : 'late';
  if (today > dueOn) return 'late';
  return dueOn <= addWorkdays(today, nearWorkdays) ? 'near' : 'none';
}

export type DisclosureRefusal = Refusal<
  | 'disclosure_state'
  | 'disclosure_signed_early'
  | 'disclosure_signed_late'
  | 'disclosure_no_group'
  | 'disclosure_not_of_group'
  | 'disclosure_signed_twice'
  | 'disclosure_remark_missing'
  | 'disclosure_not_enough'
  | 'disclosure_figures_changed'
>;

export interface Signature {
  readonly memberId: string;
  readonly opinion: (typeof opinions)[number];
  readonly remark: string | null;
}

export interface CheckQuestion {
  readonly state: DisclosureState;
  readonly madeOn: string;
  readonly signedOn: string;
  readonly today: LocalDate;
  /** of the figures that were drawn up, and of the same drawn up now */
  readonly digest: string;
  readonly digestNow: string;
  /** ids of those in office on the day of the signatures */
  readonly members: readonly string[];
  readonly signatures: readonly Signature[];
}

/**
 * Whether the finance group has checked a disclosure: more than half of those in office signed that they agree, and
 * whoever objects says why. Figures that the books no longer bear out are to be drawn up anew first.
 */
export function proposeCheck(question: CheckQuestion): Result<true, DisclosureRefusal> {
  const { members, signatures, signedOn } = question;
  if (question.state !== 'proposed') return refuse(refusal('disclosure_state'));
  if (question.digest !== question.digestNow) return refuse(refusal('disclosure_figures_changed'));
  if (signedOn < question.madeOn) return refuse(refusal('disclosure_signed_early', 'signedOn'));
  if (signedOn > question.today) return refuse(refusal('disclosure_signed_late', 'signedOn'));
  if (members.length === 0) return refuse(refusal('disclosure_no_group'));
  const signers = signatures.map(({ memberId }) => memberId);
  if (signers.some((id) => !members.includes(id))) return refuse(refusal('disclosure_not_of_group', 'signatures'));
  if (new Set(signers).size < signers.length) return refuse(refusal('disclosure_signed_twice', 'signatures'));
  if (signatures.some(({ opinion, remark }) => opinion === 'objected' && remark === null)) {
    return refuse(refusal('disclosure_remark_missing', 'signatures'));
  }
  const agreed = signatures.filter(({ opinion }) => opinion === 'agreed').length;
  const needed = neededSignatures(members.length);
  return agreed < needed ? refuse(refusal('disclosure_not_enough', 'signatures', { agreed, needed })) : ok(true);
}

/** More than half. */
export function neededSignatures(members: number): number {
  return Math.floor(members / 2) + 1;
}

/** Whether a checked disclosure may hang: its figures are still those of the books. */
export function proposePublication(question: {
  readonly state: DisclosureState;
  readonly digest: string;
  readonly digestNow: string;
}): Result<true, DisclosureRefusal> {
  if (question.state !== 'checked') return refuse(refusal('disclosure_state'));
  return question.digest === question.digestNow ? ok(true) : refuse(refusal('disclosure_figures_changed'));
}

export type MemberRefusal = Refusal<'group_term' | 'group_in_future'>;

export function proposeMember(
  member: { readonly startsOn: string; readonly endsOn: string | null },
  today: LocalDate,
): Result<true, MemberRefusal> {
  if (member.startsOn > today) return refuse(refusal('group_in_future', 'startsOn'));
  if (member.endsOn !== null && member.endsOn <= member.startsOn) return refuse(refusal('group_term', 'endsOn'));
  return ok(true);
}
