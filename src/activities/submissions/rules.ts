import { deadline } from '../../platform/pure/calendar.ts';
import { type LocalDate, type Month, addDays, firstDay, lastDay, shiftMonth } from '../../platform/pure/period.ts';
import { type Refusal, type Result, ok, refuse } from '../../platform/pure/result.ts';

export type SubmissionLevel = 'village' | 'township' | 'banner' | 'city';
export type SubmissionState = 'open' | 'confirmed' | 'returned' | 'approved';

/** Dated parameters of the monthly report (art. 19; domain: previous month by the 10th). */
export interface ReportCalendar {
  /** day of the following month by which a village confirms; upper levels follow with one more working day each */
  readonly dueDay: number;
  /** days after the due day during which a late report is still taken without asking */
  readonly graceDays: number;
}

export const maxUnlockDays = 31;

const steps: Readonly<Record<SubmissionLevel, number>> = { village: 0, township: 1, banner: 2, city: 3 };

/**
 * The last day to confirm a month: the due day of the next month, moved to the next working day when it is none
 * (Civil Code 203), and one working day later for each level above.
 */
export function dueOn(month: Month, level: SubmissionLevel, calendar: ReportCalendar): LocalDate {
  const previous = addDays(firstDay(shiftMonth(month, 1)), -1);
  const first = deadline({ startOn: previous, count: calendar.dueDay, unit: 'day' }).dueOn;
  return steps[level] === 0 ? first : deadline({ startOn: first, count: steps[level], unit: 'workday' }).dueOn;
}

/** The day after which a month is closed for a level. */
export function lockedAfter(due: LocalDate, calendar: ReportCalendar): LocalDate {
  return addDays(due, calendar.graceDays);
}

export interface LockQuestion {
  readonly today: LocalDate;
  readonly due: LocalDate;
  readonly calendar: ReportCalendar;
  /** latest day until which the month was opened again */
  readonly unlockedUntil?: LocalDate | undefined;
}

export function isLocked({ today, due, calendar, unlockedUntil }: LockQuestion): boolean {
  if (today <= lockedAfter(due, calendar)) return false;
  return unlockedUntil === undefined || today > unlockedUntil;
}

export type ConfirmRefusal = Refusal<
  'submission_month_open' | 'submission_locked' | 'submission_already_approved' | 'submission_children_missing'
>;

export interface ConfirmQuestion extends LockQuestion {
  readonly month: Month;
  readonly state: SubmissionState;
  /** reports directly below that are not approved; 0 for a village */
  readonly childrenMissing: number;
}

/** Whether a place may confirm its month today. A returned report may be confirmed past the lock: it was asked for. */
export function proposeConfirm(question: ConfirmQuestion): Result<true, ConfirmRefusal> {
  if (question.state === 'approved') return refuse({ code: 'submission_already_approved' });
  if (question.today <= lastDay(question.month)) return refuse({ code: 'submission_month_open' });
  if (question.childrenMissing > 0) {
    return refuse({ code: 'submission_children_missing', values: { count: question.childrenMissing } });
  }
  if (question.state !== 'returned' && isLocked(question)) {
    return refuse({ code: 'submission_locked', values: { lockedOn: lockedAfter(question.due, question.calendar) } });
  }
  return ok(true);
}

export type DecideRefusal = Refusal<'submission_not_confirmed' | 'submission_already_approved' | 'submission_wrong_level' | 'own_work'>;

export interface DecideQuestion {
  readonly state: SubmissionState;
  readonly level: SubmissionLevel;
  /** level of the position that decides */
  readonly deciderLevel: SubmissionLevel;
  readonly confirmedBy: string;
  readonly decidedBy: string;
}

/** Whether a report may be approved or returned by this position: directly above, and not by who confirmed it. */
export function proposeDecision(question: DecideQuestion): Result<true, DecideRefusal> {
  if (question.state === 'approved') return refuse({ code: 'submission_already_approved' });
  if (question.state !== 'confirmed') return refuse({ code: 'submission_not_confirmed' });
  const above = steps[question.deciderLevel] - steps[question.level];
  // the city has nobody above: a second person of the city office closes its own report
  const right = question.level === 'city' ? above === 0 : above === 1;
  if (!right) return refuse({ code: 'submission_wrong_level' });
  return question.confirmedBy === question.decidedBy ? refuse({ code: 'own_work' }) : ok(true);
}

export type UnlockRefusal = Refusal<'unlock_past' | 'unlock_too_long'>;

export function proposeUnlock(today: LocalDate, untilOn: LocalDate): Result<true, UnlockRefusal> {
  if (untilOn <= today) return refuse({ code: 'unlock_past', field: 'untilOn' });
  if (untilOn > addDays(today, maxUnlockDays)) return refuse({ code: 'unlock_too_long', field: 'untilOn', values: { days: maxUnlockDays } });
  return ok(true);
}

export type LightState = 'on_time' | 'due_soon' | 'overdue' | 'not_due' | 'exempt';

export interface LightQuestion {
  readonly state: SubmissionState;
  readonly due: LocalDate;
  readonly month: Month;
  readonly today: LocalDate;
  readonly confirmedOn?: LocalDate | undefined;
  /** the place did not exist in that month */
  readonly exempt?: boolean;
}

/** The light of one place and month, from evidence alone: shape and colour are the page's business. */
export function lightOf(question: LightQuestion): LightState {
  const { state, due, today, confirmedOn } = question;
  if (question.exempt) return 'exempt';
  if (state !== 'open' && confirmedOn) {
    if (state === 'returned') return today > due ? 'overdue' : 'due_soon';
    return confirmedOn <= due ? 'on_time' : 'overdue';
  }
  if (today <= lastDay(question.month)) return 'not_due';
  if (today > due) return 'overdue';
  return due <= addDays(today, 5) ? 'due_soon' : 'not_due';
}
