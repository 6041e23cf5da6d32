import { addDays, daysBetween, type LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { type AssemblyForm, assemblyForms, type LawClause, type Organ, voteLawOn } from './law-rules.ts';
import { documentMatters, type Matter } from './motion-rules.ts';
import type { VoteOutcome } from './vote-rules.ts';

export const assemblyStates = ['called', 'closed', 'cancelled'] as const;
export type AssemblyState = (typeof assemblyStates)[number];

/** By name, or counted on paper (清点). */
export const rollKinds = ['named', 'counted'] as const;
export type RollKind = (typeof rollKinds)[number];

export const attendanceModes = ['absent', 'present', 'online', 'proxy'] as const;
export type AttendanceMode = (typeof attendanceModes)[number];

/** What became of a motion; the last two did not hold because of how the meeting was called. */
export type MotionResult = VoteOutcome | 'notice_short' | 'documents_late';
export const motionResults = [
  'passed',
  'rejected',
  'no_quorum',
  'not_valid',
  'notice_short',
  'documents_late',
] as const satisfies readonly MotionResult[];

/** The law of an organisation of the register; undefined for companies and asset-income projects. */
export function formOfKind(kind: string): AssemblyForm | undefined {
  if (kind === 'farmers_professional' || kind === 'federation') return kind;
  if (kind === 'shareholding_economic' || kind === 'collective_economic_organization') return 'collective_economic';
  return undefined;
}

export interface MeetingDraft {
  readonly form: AssemblyForm;
  readonly organ: Organ;
  readonly heldOn: LocalDate;
  readonly noticedOn: LocalDate;
  readonly documentsOn: LocalDate | null;
}

/** The days of a meeting as they stand in the database or a body, as its rules read them. */
export function daysOf(meeting: {
  readonly form: AssemblyForm;
  readonly organ: Organ;
  readonly heldOn: string;
  readonly noticedOn: string;
  readonly documentsOn: string | null;
}): MeetingDraft {
  return {
    form: meeting.form,
    organ: meeting.organ,
    heldOn: meeting.heldOn as LocalDate,
    noticedOn: meeting.noticedOn as LocalDate,
    documentsOn: meeting.documentsOn as LocalDate | null,
  };
}

export type MeetingRefusal = Refusal<
  'assembly_organ_unknown' | 'assembly_notice_after' | 'assembly_notice_future' | 'assembly_documents_after'
>;

/** Checks a meeting before it is called: its organ exists on that day, and notice and papers come before it. */
export function proposeMeeting(draft: MeetingDraft, today: LocalDate): Result<true, MeetingRefusal> {
  if (!assemblyForms.includes(draft.form) || !voteLawOn(draft.form, draft.organ, draft.heldOn)) {
    return refuse(refusal('assembly_organ_unknown', 'organ'));
  }
  if (draft.noticedOn > draft.heldOn) return refuse(refusal('assembly_notice_after', 'noticedOn'));
  if (draft.noticedOn > today) return refuse(refusal('assembly_notice_future', 'noticedOn'));
  if (draft.documentsOn !== null && draft.documentsOn > draft.heldOn) {
    return refuse(refusal('assembly_documents_after', 'documentsOn'));
  }
  return ok(true);
}

/** Dated parameters of the clocks, in days; undefined where none is in force on the day of the meeting. */
export interface ClockDays {
  readonly collectiveNotice?: number | undefined;
  readonly villagersNotice?: number | undefined;
  readonly cooperativeDocuments?: number | undefined;
  readonly collectiveDocuments?: number | undefined;
}

export interface Clock {
  readonly kind: 'notice' | 'documents';
  readonly days: number;
  /** the last day that is in time; the day itself is not counted (Civil Code art. 201) */
  readonly latestOn: LocalDate;
  /** when it happened; null: not yet */
  readonly givenOn: LocalDate | null;
  readonly met: boolean;
  readonly clause: LawClause;
}

/**
 * The clocks of a meeting: notice with time, place and items (collectives art. 27, villagers art. 21), papers open to
 * members (cooperatives art. 40, collectives art. 46) when one of the matters needs them.
 */
export function clocksOf(meeting: MeetingDraft, matters: readonly Matter[], days: ClockDays): readonly Clock[] {
  const clocks = [noticeClock(meeting, days)];
  if (matters.some((matter) => documentMatters.includes(matter))) clocks.push(documentsClock(meeting, days));
  return clocks.filter((clock) => clock !== undefined);
}

function noticeClock(meeting: MeetingDraft, days: ClockDays): Clock | undefined {
  const { form, organ } = meeting;
  if (organ !== 'members_assembly' && organ !== 'founding_assembly') return undefined;
  const isCollective = form === 'collective_economic';
  // before the law on collectives their matters were the villagers' own
  const byVillagers = form === 'village' || (isCollective && days.collectiveNotice === undefined);
  if (byVillagers) return clock('notice', meeting, { days: days.villagersNotice, clause: 'VC 21' });
  return isCollective ? clock('notice', meeting, { days: days.collectiveNotice, clause: 'RCEO 27' }) : undefined;
}

function documentsClock(meeting: MeetingDraft, days: ClockDays): Clock | undefined {
  const { form, organ } = meeting;
  if (organ === 'board' || organ === 'supervisors') return undefined;
  if (form === 'farmers_professional' || form === 'federation') {
    return clock('documents', meeting, { days: days.cooperativeDocuments, clause: 'COOP 40' });
  }
  return form === 'collective_economic'
    ? clock('documents', meeting, { days: days.collectiveDocuments, clause: 'RCEO 46' })
    : undefined;
}

function clock(
  kind: Clock['kind'],
  { heldOn, noticedOn, documentsOn }: MeetingDraft,
  law: { readonly days: number | undefined; readonly clause: LawClause },
): Clock | undefined {
  const { days, clause } = law;
  if (days === undefined) return undefined;
  const givenOn = kind === 'notice' ? noticedOn : documentsOn;
  const met = givenOn !== null && daysBetween(givenOn, heldOn) >= days;
  return { kind, days, latestOn: addDays(heldOn, -days), givenOn, met, clause };
}

/** What a vote comes to when the clocks are looked at too: a resolution taken without them does not hold. */
export function resultOf(outcome: VoteOutcome, matter: Matter, clocks: readonly Clock[]): MotionResult {
  if (outcome !== 'passed') return outcome;
  if (clocks.some((one) => one.kind === 'notice' && !one.met)) return 'notice_short';
  const needsPapers = documentMatters.includes(matter);
  return needsPapers && clocks.some((one) => one.kind === 'documents' && !one.met) ? 'documents_late' : 'passed';
}

/** One person on the roll. */
export interface RollPerson {
  readonly mode: AttendanceMode;
  readonly additionalVotes: number;
  readonly householdId: string | null;
}

/** Counts a roll taken by name; a household is there when one of it is. */
export function countRoll(roll: readonly RollPerson[]) {
  const inRoom = roll.filter(({ mode }) => mode === 'present' || mode === 'online');
  const proxies = roll.filter(({ mode }) => mode === 'proxy');
  const householdsOf = (people: readonly RollPerson[]) =>
    new Set(people.flatMap(({ householdId }) => householdId ?? [])).size;
  const sum = (people: readonly RollPerson[]) => people.reduce((total, one) => total + one.additionalVotes, 0);
  return {
    entitled: roll.length,
    households: householdsOf(roll),
    present: inRoom.length,
    proxies: proxies.length,
    presentHouseholds: householdsOf(inRoom),
    additionalVotes: sum(roll),
    additionalVotesPresent: sum([...inRoom, ...proxies]),
  };
}

/** `2019-3` for the third resolution of 2019; undefined while there is none. */
export function numberText(motion: {
  readonly resolutionYear: number | null;
  readonly resolutionNumber: number | null;
}): string | undefined {
  const { resolutionYear: year, resolutionNumber: number } = motion;
  return year === null || number === null ? undefined : `${year}-${number}`;
}

/** What acts on a meeting are about. */
export function subjectOf(assembly: { readonly place: number; readonly cooperativeId: string | null }): {
  readonly place: number;
  readonly organisationId?: string;
} {
  const { place, cooperativeId } = assembly;
  return cooperativeId === null ? { place } : { place, organisationId: cooperativeId };
}
