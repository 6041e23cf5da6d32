import { addWorkdays, workdaysBetween } from '../../platform/pure/calendar.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const approvalStates = ['asked', 'approved', 'refused', 'withdrawn'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** Who may be asked. */
export const deciderRoles = [
  'township_clerk',
  'banner_office',
  'city_office',
  'village_clerk',
  'village_accountant',
  'first_secretary',
  'cooperative_manager',
  'finance',
  'department',
] as const;
export type DeciderRole = (typeof deciderRoles)[number];

export const verdicts = ['approved', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

/** Working days in which an answer is expected, where the one who asks names no other number. */
export const usualAnswerDays = 5;

/** The last day for an answer: the day of asking is not counted (Civil Code, article 201). */
export function answerDueOn(askedOn: LocalDate, workdays: number): LocalDate {
  return addWorkdays(askedOn, workdays);
}

export type ApprovalLight = 'met' | 'near' | 'late' | 'none';

/** Yellow in the last three working days, red after the last one, none while there is time or it was withdrawn. */
export function lightOf(
  approval: { readonly state: ApprovalState; readonly dueOn: LocalDate; readonly decidedOn: LocalDate | null },
  today: LocalDate,
): ApprovalLight {
  if (approval.state === 'withdrawn') return 'none';
  if (approval.decidedOn !== null) return approval.decidedOn <= approval.dueOn ? 'met' : 'late';
  if (today > approval.dueOn) return 'late';
  return workdaysBetween(today, approval.dueOn) <= 3 ? 'near' : 'none';
}

export interface Question {
  readonly state: ApprovalState;
  readonly digest: string;
  readonly deciderRole: string;
}

export type DecisionRefusal = Refusal<
  'approval_closed' | 'approval_changed' | 'approval_other_role' | 'approval_opinion_missing'
>;

/**
 * Checks a decision before it is written: the question is open, it is put to the decider's role, and he read the very
 * content that was asked about (quality case 71). A refusal says why.
 */
export function proposeDecision(
  question: Question,
  decision: {
    readonly role: string;
    readonly digest: string;
    readonly verdict: Verdict;
    readonly opinion: string | null;
  },
): Result<true, DecisionRefusal> {
  if (question.state !== 'asked') return refuse(refusal('approval_closed'));
  if (question.deciderRole !== decision.role) return refuse(refusal('approval_other_role'));
  if (question.digest !== decision.digest) return refuse(refusal('approval_changed', 'digest'));
  if (decision.verdict === 'refused' && decision.opinion === null) {
    return refuse(refusal('approval_opinion_missing', 'opinion'));
  }
  return ok(true);
}
