import { digestOf } from '../../platform/db/digest.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { findApproval } from '../../procedures/approvals/public.ts';
import { listMotionStandings, type MotionStanding } from '../../procedures/assemblies/public.ts';
import { findNotice } from '../../procedures/notices/public.ts';
import { readFoundingLimits } from '../../registers/cooperatives/public.ts';
import { words as cooperativeWords } from '../../registers/cooperatives/words.ts';
import { type ChainStep, chainOf, type Proof, type Proofs, stepChanges } from './chain-rules.ts';
import { type FounderRow, listFounders } from './founder-store.ts';
import { checkPlan, type PlanCheck } from './plan-rules.ts';
import { type FormationStep, planContent } from './rules.ts';
import { endStep, listOpenSteps, recordStep, type StepRow } from './step-store.ts';
import type { FormationRow } from './store.ts';
import { words } from './words.ts';

/** What resolutions, notices and approvals of a plan are kept under. */
export const subjects = { study: 'formation_study', plan: 'formation', reviewStep: 'township_review' } as const;

/** A plan with everything that is known about it today. */
export interface FormationState {
  readonly formation: FormationRow;
  readonly founders: readonly FounderRow[];
  /** SHA-256 over the plan's content; every proof is about one of these */
  readonly digest: string;
  readonly checks: readonly PlanCheck[];
  readonly chain: readonly ChainStep[];
  readonly steps: readonly StepRow[];
}

export async function readState(tx: Tx, formation: FormationRow): Promise<FormationState> {
  const today = todayInShanghai(tx.now);
  const founders = await listFounders(tx, formation, today);
  const digest = digestOf(planContent(formation, founders));
  const steps = await listOpenSteps(tx, formation);
  const chain = chainOf(digest, await readProofs(tx, formation, { steps, digest }));
  return { formation, founders, digest, steps, chain, checks: await readChecks(tx, formation, founders) };
}

async function readChecks(
  tx: Tx,
  formation: FormationRow,
  founders: readonly FounderRow[],
): Promise<readonly PlanCheck[]> {
  const on = todayInShanghai(tx.now);
  return checkPlan(formation, founders, {
    on,
    ...(await readFoundingLimits(tx, on)),
    publicNames: cooperativeWords['pattern.publicAffairs'][0].split('|'),
    collectiveName: words['pattern.collective'][0],
    poorFounders: founders.filter(({ poor }) => poor).length,
  });
}

async function readProofs(
  tx: Tx,
  formation: FormationRow,
  known: { readonly steps: readonly StepRow[]; readonly digest: string },
): Promise<Proofs> {
  const { county, id } = formation;
  const proofs: Partial<Record<FormationStep, Proof>> = {};
  const drafted = known.steps.find(({ step }) => step === 'draft');
  if (drafted) {
    const { digest, reachedOn } = drafted;
    proofs.draft = { state: 'proven', digest, from: reachedOn, on: reachedOn, id: null, page: null, note: null };
  }
  const at = { digest: known.digest, county };
  const [study, plan] = await listMotionStandings(tx, { county, subjectId: id }, [subjects.study, subjects.plan]);
  const studied = study && resolutionProof(study, at);
  if (studied) proofs.party_study = studied;
  const resolved = plan && resolutionProof(plan, at);
  if (resolved) proofs.resolution = resolved;
  const notice = await noticeProof(tx, { county, subjectType: subjects.plan, subjectId: id });
  if (notice) proofs.notice = notice;
  const review = await reviewProof(tx, { county, subjectType: subjects.plan, subjectId: id });
  if (review) proofs.review = review;
  const { registeredOn, cooperativeId } = formation;
  if (registeredOn !== null && cooperativeId !== null) {
    const page = `/cooperatives/${county}/${cooperativeId}`;
    const registered = { digest: null, from: registeredOn, on: registeredOn, id: cooperativeId, page, note: null };
    proofs.registration = { state: 'proven', ...registered };
  }
  return proofs;
}

interface Subject {
  readonly county: number;
  readonly subjectType: string;
  readonly subjectId: string;
}

/** What a meeting decided about this version; else the meeting that is going to; else what was decided about another. */
function resolutionProof(
  { resolution, pending }: MotionStanding,
  { county, digest }: { readonly county: number; readonly digest: string },
): Proof | undefined {
  const isProven = resolution?.digest === digest && resolution.passed;
  if (!isProven && pending?.assemblyId && pending.digest === digest) {
    const note = { code: 'meeting', values: { day: pending.heldOn ?? '' } };
    const page = `/assemblies/${county}/${pending.assemblyId}`;
    return { state: 'running', digest, from: pending.heldOn, on: null, id: pending.motionId, page, note };
  }
  if (!resolution) return undefined;
  const { heldOn, passed, number, votesFor, votesRequired, motionId, assemblyId } = resolution;
  return {
    state: passed ? 'proven' : 'failed',
    digest: resolution.digest,
    from: heldOn,
    on: heldOn,
    id: motionId,
    page: `/assemblies/${county}/${assemblyId}`,
    note: { code: passed ? 'resolution' : 'rejected', values: { number, votesFor, votesRequired } },
  };
}

async function noticeProof(tx: Tx, subject: Subject): Promise<Proof | undefined> {
  const notice = await findNotice(tx, subject);
  if (!notice || notice.state === 'withdrawn') return undefined;
  const { noticeId: id, digest, postedOn, endsOn, state, openObjections } = notice;
  const code = state === 'cleared' ? 'notice' : state === 'running' ? 'noticeRunning' : 'noticeObjected';
  return {
    state: state === 'cleared' ? 'proven' : state === 'running' ? 'running' : 'failed',
    digest,
    from: postedOn,
    on: endsOn,
    id,
    page: `/notices/${subject.county}/${id}`,
    note: { code, values: { postedOn, endsOn, count: openObjections } },
  };
}

async function reviewProof(tx: Tx, subject: Subject): Promise<Proof | undefined> {
  const approval = await findApproval(tx, { ...subject, step: subjects.reviewStep });
  if (!approval || approval.state === 'withdrawn') return undefined;
  const { approvalId: id, digest, state, askedOn, decidedOn, dueOn, deciderName, reason } = approval;
  const values = { day: decidedOn ?? askedOn, dueOn, name: deciderName ?? '', reason: reason ?? '' };
  const proven = { asked: 'running', approved: 'proven', refused: 'failed' } as const;
  const code = { asked: 'reviewAsked', approved: 'reviewApproved', refused: 'reviewRefused' }[state];
  const page = `/approvals/${subject.county}/${id}`;
  return { state: proven[state], digest, from: askedOn, on: decidedOn, id, page, note: { code, values } };
}

/**
 * Writes down which steps stand: those proven for the first time, and the end of those whose proof is gone. The same
 * again changes nothing.
 */
export async function recordProofs(tx: Tx, state: FormationState, reason: string): Promise<number> {
  const { formation, digest } = state;
  const changes = stepChanges(state);
  for (const { step, ends, begins } of changes) {
    if (ends) await endStep(tx, formation, { step: ends, reason });
    const on = begins?.on ?? todayInShanghai(tx.now);
    if (begins) await recordStep(tx, formation, { step, digest, on, proofId: begins.id });
  }
  return changes.length;
}
