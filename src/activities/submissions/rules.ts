import { deadline, workdaysBetween } from '../../platform/pure/calendar.ts';
import {
  addDays,
  daysBetween,
  firstDay,
  type LocalDate,
  lastDay,
  type Month,
  shiftMonth,
} from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';

export const submissionLevels = ['village', 'township', 'banner', 'city'] as const;
export type SubmissionLevel = (typeof submissionLevels)[number];
export type SubmissionState = 'open' | 'confirmed' | 'returned' | 'approved';

/** Dated parameters of the monthly report (art. 19). */
export interface ReportCalendar {
  /** day of the following month by which a village confirms; upper levels follow with one more working day each */
  readonly dueDay: number;
  /** days after the due day during which a late report is still taken without asking */
  readonly graceDays: number;
}

export const maxUnlockDays = 31;

/** A light turns yellow this many working days before the due day. */
export const nearWorkdays = 3;

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
    return refuse({
      code: 'submission_locked',
      values: { lockedOn: lockedAfter(question.due, question.calendar) },
    });
  }
  return ok(true);
}

export type DecideRefusal = Refusal<
  | 'submission_not_confirmed'
  | 'submission_already_approved'
  | 'submission_sent_on'
  | 'submission_wrong_level'
  | 'own_work'
>;

export interface DecideQuestion {
  readonly state: SubmissionState;
  readonly level: SubmissionLevel;
  /** level of the position that decides */
  readonly deciderLevel: SubmissionLevel;
  readonly confirmedBy: string;
  readonly decidedBy: string;
}

/** Whether a report may be approved by this position: directly above, and not by who confirmed it. */
export function proposeApproval(question: DecideQuestion): Result<true, DecideRefusal> {
  if (question.state === 'approved') return refuse({ code: 'submission_already_approved' });
  if (question.state !== 'confirmed') return refuse({ code: 'submission_not_confirmed' });
  if (!mayDecide(question)) return refuse({ code: 'submission_wrong_level' });
  return question.confirmedBy === question.decidedBy ? refuse({ code: 'own_work' }) : ok(true);
}

/**
 * Whether a report may be sent back. An approved one too, as long as the level above has not passed it on: a township
 * whose own report came back must be able to ask its village.
 */
export function proposeReturn(
  question: DecideQuestion & { readonly aboveState: SubmissionState },
): Result<true, DecideRefusal> {
  const { state, aboveState } = question;
  if (state !== 'approved' && state !== 'confirmed') return refuse({ code: 'submission_not_confirmed' });
  if (!mayDecide(question)) return refuse({ code: 'submission_wrong_level' });
  const passedOn = question.level === 'city' || aboveState === 'confirmed' || aboveState === 'approved';
  return state === 'approved' && passedOn ? refuse({ code: 'submission_sent_on' }) : ok(true);
}

/** The city has nobody above: a second person of the city closes its own report. */
function mayDecide({ level, deciderLevel }: DecideQuestion): boolean {
  const above = steps[deciderLevel] - steps[level];
  return level === 'city' ? above === 0 : above === 1;
}

export type UnlockRefusal = Refusal<'unlock_past' | 'unlock_too_long'>;

export function proposeUnlock(today: LocalDate, untilOn: LocalDate): Result<true, UnlockRefusal> {
  if (untilOn <= today) return refuse({ code: 'unlock_past', field: 'untilOn' });
  if (untilOn > addDays(today, maxUnlockDays)) {
    return refuse({ code: 'unlock_too_long', field: 'untilOn', values: { days: maxUnlockDays } });
  }
  return ok(true);
}

/** `met` sent in time, `near` due within three working days, `late` overdue, `none` not due, `exempt` nothing owed. */
export type LightState = 'met' | 'near' | 'late' | 'none' | 'exempt';

export interface LightQuestion {
  readonly state: SubmissionState;
  readonly due: LocalDate;
  readonly month: Month;
  readonly today: LocalDate;
  /** day of the first confirmation */
  readonly sentOn?: LocalDate | undefined;
  /** a returned report has to be confirmed again by this day */
  readonly answerBy?: LocalDate | undefined;
}

/** The light of one place and month, from evidence alone. */
export function lightOf({ state, due, month, today, sentOn, answerBy = due }: LightQuestion): LightState {
  if (state === 'returned') return today > answerBy ? 'late' : 'near';
  if (sentOn) return sentOn <= due ? 'met' : 'late';
  if (today <= lastDay(month)) return 'none';
  if (today > due) return 'late';
  return workdaysBetween(today, due) <= nearWorkdays ? 'near' : 'none';
}

/** Who has to act on a report now, and how many days that is overdue. */
export interface Hold {
  readonly by: 'self' | 'above' | 'below' | 'nobody';
  readonly lateDays: number;
}

export interface HoldQuestion {
  readonly state: SubmissionState;
  readonly today: LocalDate;
  readonly due: LocalDate;
  /** due day of the level above: until then it has to approve; of the city itself, its own */
  readonly aboveDue: LocalDate;
  readonly answerBy?: LocalDate | undefined;
  readonly childrenMissing: number;
}

/** The step that holds a report up: delay is counted against the one who has to act, not against the last in line. */
export function holdOf(question: HoldQuestion): Hold {
  const { state, today, due, aboveDue, answerBy, childrenMissing } = question;
  const late = (day: LocalDate) => Math.max(0, daysBetween(day, today));
  switch (state) {
    case 'approved':
      return { by: 'nobody', lateDays: 0 };
    case 'confirmed':
      return { by: 'above', lateDays: late(aboveDue) };
    case 'returned':
      return { by: 'self', lateDays: late(answerBy ?? due) };
    case 'open':
      return { by: childrenMissing > 0 ? 'below' : 'self', lateDays: late(due) };
  }
}

/** One figure of a snapshot with the digest of its rows. */
export interface SnapshotFigure {
  readonly indicator: string;
  readonly value: number;
  readonly rowCount: number;
  readonly rowsDigest: string;
}

export interface ReportBelow {
  readonly place: number;
  readonly digest: string;
}

/**
 * The text whose SHA-256 is a report's digest: its own figures and the digests of the reports below, so that the
 * city's digest proves every village's rows. Equal figures over equal rows give the equal text. Its form is the
 * canonical one: members in order, and nothing in them but texts and numbers.
 */
export function digestText(figures: readonly SnapshotFigure[], below: readonly ReportBelow[]): string {
  return JSON.stringify({
    below: below.map(({ place, digest }) => ({ digest, place })).sort((a, b) => a.place - b.place),
    figures: figures
      .map(({ indicator, rowCount, rowsDigest, value }) => ({ indicator, rowCount, rowsDigest, value }))
      .sort((a, b) => (a.indicator < b.indicator ? -1 : 1)),
  });
}
