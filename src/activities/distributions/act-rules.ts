import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { type Proofs, type StepView, stepsBefore } from './rules.ts';

/** What is done with a chosen distribution, in its order. */
export const actCodes = ['notice', 'motion', 'declare'] as const;
export type ActCode = (typeof actCodes)[number];

export interface ActView {
  readonly code: ActCode;
  /** may be done now, is done, or waits for something else */
  readonly state: StepView['state'];
  /** why it is not open, in words of `reason.<reason>`; null where it is */
  readonly reason: string | null;
}

export interface ActProofs extends Proofs {
  /** a motion about this version waits for its meeting, or stands on an agenda */
  readonly motionWaits: boolean;
  /** the law has something against the division, as the books stand now */
  readonly isUnlawful?: boolean;
}

/**
 * Which acts are open now. A notice is put up once for each version; the vote is asked for while it hangs or after it, since
 * an assembly is called fifteen days ahead (Cooperatives Law art. 40), and again where it was lost; declaring needs both.
 */
export function actsOf(proofs: ActProofs): readonly ActView[] {
  const steps = new Map(stepsBefore(proofs).map((step) => [step.code, step]));
  if (proofs.state !== 'chosen') return [];
  const against = proofs.isUnlawful ? 'unlawful' : null;
  const before = steps.get('books')?.reason ?? steps.get('chosen')?.reason ?? against;
  const notice = steps.get('notice')?.reason ?? null;
  const vote = steps.get('resolution')?.reason ?? null;
  return [
    before ? { code: 'notice', state: 'waiting', reason: before } : noticeAct(notice),
    before ? { code: 'motion', state: 'waiting', reason: before } : motionAct(notice, vote, proofs.motionWaits),
    declareAct(before ?? notice ?? vote),
  ];
}

/** A sheet that was never put up, taken down, or is about another version is put up. */
function noticeAct(reason: string | null): ActView {
  if (reason === null) return { code: 'notice', state: 'done', reason: 'notice_cleared' };
  if (reason === 'notice_running') return { code: 'notice', state: 'done', reason };
  if (reason === 'notice_objected') return { code: 'notice', state: 'waiting', reason };
  return { code: 'notice', state: 'open', reason: null };
}

function motionAct(notice: string | null, vote: string | null, waits: boolean): ActView {
  if (vote === null) return { code: 'motion', state: 'done', reason: 'resolution_passed' };
  if (waits) return { code: 'motion', state: 'done', reason: 'motion_waits' };
  if (notice !== null && notice !== 'notice_running') return { code: 'motion', state: 'waiting', reason: notice };
  return { code: 'motion', state: 'open', reason: null };
}

function declareAct(reason: string | null): ActView {
  return reason === null ? { code: 'declare', state: 'open', reason } : { code: 'declare', state: 'waiting', reason };
}

export type ActRefusal = Refusal<'distribution_not_chosen' | 'distribution_step_open' | 'distribution_step_done'>;

/** Whether an act may be done now; nobody does a step twice or before the one it rests on. */
export function proposeAct(proofs: ActProofs, code: ActCode): Result<true, ActRefusal> {
  const act = actsOf(proofs).find((one) => one.code === code);
  if (!act) return refuse(refusal('distribution_not_chosen'));
  if (act.state === 'open') return ok(true);
  const values = { step: act.reason ?? act.code };
  return refuse(refusal(act.state === 'done' ? 'distribution_step_done' : 'distribution_step_open', undefined, values));
}
