import type { LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const projectKinds = ['consolidation', 'basic_farmland', 'comprehensive'] as const;
export const projectSteps = ['approved', 'started', 'finished', 'accepted'] as const;
export type ProjectStep = (typeof projectSteps)[number];

/** The days on which a land project reached its steps; each comes after the one before. */
export interface ProjectDays {
  readonly approvedOn: string;
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
  readonly acceptedOn: string | null;
  readonly acceptedDocument: string | null;
}

export type ProjectRefusal = Refusal<'project_order' | 'project_in_future' | 'project_document_missing'>;

/** Checks the steps of a land project; acceptance needs its document. */
export function proposeProject(days: ProjectDays, today: LocalDate): Result<true, ProjectRefusal> {
  const keys = ['approvedOn', 'startedOn', 'finishedOn', 'acceptedOn'] as const;
  for (const [at, key] of keys.entries()) {
    const day = days[key];
    if (day === null) continue;
    if (day > today) return refuse(refusal('project_in_future', key));
    const before = at === 0 ? undefined : days[keys[at - 1] ?? key];
    if (before === null || (before !== undefined && day < before)) return refuse(refusal('project_order', key));
  }
  return (days.acceptedOn === null) === (days.acceptedDocument === null)
    ? ok(true)
    : refuse(refusal('project_document_missing', 'acceptedDocument'));
}

export function projectStep(days: ProjectDays): ProjectStep {
  if (days.acceptedOn !== null) return 'accepted';
  if (days.finishedOn !== null) return 'finished';
  return days.startedOn === null ? 'approved' : 'started';
}

/**
 * Steps of the reform of collective forest tenure in a village (State Council 2008 no. 10: survey, plan voted, rights made
 * sure, certificates issued, accepted; 2016 no. 83: the rights may be traded).
 */
export const reformSteps = ['survey', 'plan', 'rights', 'certificates', 'accepted', 'market'] as const;
export type ReformStep = (typeof reformSteps)[number];

export type ReformRefusal = Refusal<'reform_in_future' | 'reform_order'>;

/** Checks a step against those on record: it comes after all earlier ones, which have been reached. */
export function proposeReform(
  reached: { readonly step: ReformStep; readonly reachedOn: string },
  others: readonly { readonly step: ReformStep; readonly reachedOn: string }[],
  today: LocalDate,
): Result<true, ReformRefusal> {
  if (reached.reachedOn > today) return refuse(refusal('reform_in_future', 'reachedOn'));
  const at = reformSteps.indexOf(reached.step);
  const days = new Map(others.map(({ step, reachedOn }) => [step, reachedOn]));
  const earlier = reformSteps.slice(0, at).map((step) => days.get(step));
  const later = reformSteps.slice(at + 1).map((step) => days.get(step));
  const isBehind = earlier.some((day) => day === undefined || day > reached.reachedOn);
  const isBefore = later.some((day) => day !== undefined && day < reached.reachedOn);
  return isBehind || isBefore ? refuse(refusal('reform_order', 'reachedOn')) : ok(true);
}

export const checkSubjects = ['project', 'land_use', 'asset', 'other'] as const;
export type CheckSubject = (typeof checkSubjects)[number];
export const checkResults = ['passed', 'conditional', 'failed'] as const;
export type CheckResult = (typeof checkResults)[number];
/** What is looked at: grassland and herd in balance, protected areas and red lines, water, pollution (art. 6). */
export const checkItems = ['grazing', 'protectedArea', 'water', 'pollution'] as const;
export const itemAnswers = ['yes', 'no', 'not_concerned'] as const;
export type ItemAnswer = (typeof itemAnswers)[number];

export interface CheckDraft extends Readonly<Record<(typeof checkItems)[number], ItemAnswer>> {
  readonly result: CheckResult;
  readonly conditions: string | null;
  readonly checkedOn: string;
  readonly validUntil: string | null;
}

export type CheckRefusal = Refusal<
  'check_in_future' | 'check_item_fails' | 'check_conditions_missing' | 'check_valid_until'
>;

/** Checks an ecological check: nothing passes over an item that fails, and conditions are written down. */
export function proposeCheck(draft: CheckDraft, today: LocalDate): Result<true, CheckRefusal> {
  if (draft.checkedOn > today) return refuse(refusal('check_in_future', 'checkedOn'));
  if (draft.validUntil !== null && draft.validUntil <= draft.checkedOn) {
    return refuse(refusal('check_valid_until', 'validUntil'));
  }
  const failing = checkItems.find((item) => draft[item] === 'no');
  if (draft.result === 'passed' && failing) return refuse(refusal('check_item_fails', 'result'));
  if ((draft.result === 'conditional') !== (draft.conditions !== null)) {
    return refuse(refusal('check_conditions_missing', 'conditions'));
  }
  return ok(true);
}

/** Whether a project may go on for its ecological check: the latest passed and still holds (art. 6). */
export function passesCheck(
  latest: { readonly result: CheckResult; readonly validUntil: string | null } | undefined,
  on: string,
): boolean {
  return latest?.result === 'passed' && (latest.validUntil === null || latest.validUntil > on);
}
