import { addWorkdays } from '../../platform/pure/calendar.ts';
import { type DueLight, dueLight } from '../../platform/pure/due.ts';
import { daysBetween, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const applicantKinds = ['leading_enterprise', 'enterprise', 'cooperative', 'village', 'household'] as const;
export const purposes = ['production', 'processing', 'tourism', 'storage', 'other'] as const;
export const landClasses = ['facility', 'construction', 'temporary'] as const;
export const useStates = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export type UseState = (typeof useStates)[number];
/** Where the guarantee of land stands: still waiting, promised, handed over, or not to be had. */
export const guaranteeStates = ['waiting', 'overdue', 'promised', 'secured', 'refused', 'withdrawn'] as const;
export type GuaranteeState = (typeof guaranteeStates)[number];

/** A request as far as its clock goes; days are `YYYY-MM-DD`. */
export interface AskedLand {
  readonly state: UseState;
  readonly requestedOn: string;
  readonly dueOn: string;
  readonly extendedOn: string | null;
  readonly answeredOn: string | null;
  readonly securedOn: string | null;
}

/** The last day for an answer: so many working days after the request (Administrative Licensing Law art. 42 and 82). */
export function answerDueOn(requestedOn: string, workdays: number): LocalDate {
  return addWorkdays(localDate(requestedOn), workdays);
}

export function guaranteeOf(use: AskedLand, today: LocalDate): GuaranteeState {
  switch (use.state) {
    case 'granted':
      return use.securedOn === null ? 'promised' : 'secured';
    case 'asked':
      return today > use.dueOn ? 'overdue' : 'waiting';
    default:
      return use.state;
  }
}

/** Red after the last day for an answer, yellow close to it, green when the land was handed over or promised. */
export function useLight(use: AskedLand, today: LocalDate): DueLight {
  switch (guaranteeOf(use, today)) {
    case 'overdue':
    case 'waiting':
      return dueLight(localDate(use.dueOn), today);
    case 'promised':
    case 'secured':
      return 'met';
    default:
      return 'exempt';
  }
}

/** Days a project has waited for its land: until it was handed over, refused or withdrawn, else until today. */
export function waitingDays(use: AskedLand, today: LocalDate): number {
  const end = use.securedOn ?? (use.state === 'refused' ? use.answeredOn : null) ?? today;
  return use.state === 'withdrawn' ? 0 : Math.max(0, daysBetween(localDate(use.requestedOn), localDate(end)));
}

export type AskRefusal = Refusal<'use_in_future'>;

export function proposeUse(draft: { readonly requestedOn: string }, today: LocalDate): Result<true, AskRefusal> {
  return draft.requestedOn > today ? refuse(refusal('use_in_future', 'requestedOn')) : ok(true);
}

export type ActRefusal = Refusal<
  'use_answered' | 'use_extended' | 'use_in_future' | 'use_before_request' | 'use_overdue'
>;

/** Whether an answer may still be put off: once, with its reason, before its last day is over. */
export function proposeExtension(use: AskedLand, today: LocalDate): Result<true, ActRefusal> {
  if (use.state !== 'asked') return refuse(refusal('use_answered'));
  if (use.extendedOn !== null) return refuse(refusal('use_extended'));
  return today > use.dueOn ? refuse(refusal('use_overdue')) : ok(true);
}

export interface Answer {
  readonly answeredOn: string;
  readonly granted: boolean;
  readonly grantedMu: number | null;
  readonly answerDocument: string | null;
  readonly answerReason: string | null;
}

export type AnswerRefusal = ActRefusal | Refusal<'use_grant_missing' | 'use_grant_above' | 'use_reason_missing'>;

/** Checks an answer: a grant names its area and document, a refusal its reason. */
export function proposeAnswer(
  use: AskedLand & { readonly areaMu: number },
  answer: Answer,
  today: LocalDate,
): Result<true, AnswerRefusal> {
  if (use.state !== 'asked') return refuse(refusal('use_answered'));
  if (answer.answeredOn > today) return refuse(refusal('use_in_future', 'answeredOn'));
  if (answer.answeredOn < use.requestedOn) return refuse(refusal('use_before_request', 'answeredOn'));
  if (!answer.granted) {
    return answer.answerReason === null ? refuse(refusal('use_reason_missing', 'answerReason')) : ok(true);
  }
  if (answer.grantedMu === null) return refuse(refusal('use_grant_missing', 'grantedMu'));
  if (answer.answerDocument === null) return refuse(refusal('use_grant_missing', 'answerDocument'));
  return answer.grantedMu > use.areaMu ? refuse(refusal('use_grant_above', 'grantedMu')) : ok(true);
}

export type SecureRefusal = Refusal<'use_not_granted' | 'use_secured' | 'use_in_future' | 'use_before_answer'>;

/** Whether land may be recorded as handed over on a day: it was granted by then, and this happens once. */
export function proposeSecuring(use: AskedLand, securedOn: string, today: LocalDate): Result<true, SecureRefusal> {
  if (use.state !== 'granted') return refuse(refusal('use_not_granted'));
  if (use.securedOn !== null) return refuse(refusal('use_secured'));
  if (securedOn > today) return refuse(refusal('use_in_future', 'securedOn'));
  if (use.answeredOn !== null && securedOn < use.answeredOn) return refuse(refusal('use_before_answer', 'securedOn'));
  return ok(true);
}
