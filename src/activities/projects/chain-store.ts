import { findParameters } from '../../measure/public.ts';
import { digestOf } from '../../platform/db/digest.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type FoundApproval, findApprovals } from '../../procedures/approvals/public.ts';
import { findNotice } from '../../procedures/notices/public.ts';
import {
  type ChainStep,
  chainOf,
  type ProjectStep,
  type Proof,
  type Proofs,
  type StepChange,
  type StepDays,
  stepChanges,
} from './chain-rules.ts';
import { type ContractRow, listContracts } from './contract-store.ts';
import { projectContent } from './rules.ts';
import { endStep, listOpenSteps, recordStep, type StepRow } from './step-store.ts';
import type { ProjectRow } from './store.ts';
import { type AcceptanceRow, type AwardRow, listAwards, type ProgressRow, readWork } from './work-store.ts';

/** What resolutions, notices and approvals of a project are kept under. */
export const subjects = { type: 'project', library: 'township_review', review: 'banner_review' } as const;

/** A project with everything that proves its steps today. */
export interface ProjectState {
  readonly project: ProjectRow;
  /** SHA-256 over what the project is; every proof is about one of these */
  readonly digest: string;
  readonly chain: readonly ChainStep[];
  readonly awards: readonly AwardRow[];
  readonly contracts: readonly ContractRow[];
  readonly progress: readonly ProgressRow[];
  readonly acceptances: readonly AcceptanceRow[];
}

export async function readState(tx: Tx, project: ProjectRow): Promise<ProjectState> {
  const digest = digestOf(projectContent(project));
  const awards = await listAwards(tx, project);
  const contracts = await listContracts(tx, project);
  const work = { project, digest, awards, contracts, ...(await readWork(tx, project)) };
  const today = todayInShanghai(tx.now);
  const chain = chainOf({
    ...{ digest, proposedOn: project.proposedOn, plannedThrough: project.plannedThrough, today },
    proofs: { ...(await readDecisions(tx, project)), ...workProofs(work, today) },
    days: await readStepDays(tx, today),
  });
  return { ...work, chain };
}

/** Working days for a step where no parameter is set for the day. */
const usualDays: StepDays = {
  library: 5,
  review: 10,
  notice: 15,
  award: 30,
  start: 20,
  acceptance: 20,
  handover: 20,
};

async function readStepDays(tx: Tx, on: string): Promise<StepDays> {
  const codeOf = (step: string) => `project_${step}_days`;
  const found = await findParameters(tx, Object.keys(usualDays).map(codeOf), on);
  const days: Record<string, number> = { ...usualDays };
  for (const step of Object.keys(usualDays)) {
    const value = found.get(codeOf(step))?.value;
    if (value) days[step] = value;
  }
  return days as unknown as StepDays;
}

type Work = Pick<ProjectState, 'project' | 'digest' | 'awards' | 'contracts' | 'progress' | 'acceptances'>;

async function readDecisions(tx: Tx, { county, id }: ProjectRow): Promise<Proofs> {
  const subject = { county, subjectType: subjects.type, subjectId: id };
  const proofs: Partial<Record<ProjectStep, Proof>> = {};
  const approvals = await findApprovals(tx, subject, [subjects.library, subjects.review]);
  for (const step of ['library', 'review'] as const) {
    const proof = approvalProof(county, approvals.get(subjects[step]));
    if (proof) proofs[step] = proof;
  }
  const notice = await findNotice(tx, subject);
  if (notice && notice.state !== 'withdrawn') {
    const { noticeId, digest, postedOn, endsOn, state, openObjections } = notice;
    proofs.notice = {
      ...{ state: state === 'cleared' ? 'proven' : state === 'running' ? 'running' : 'failed', digest },
      ...{ from: postedOn, on: endsOn, id: noticeId, page: `/notices/${county}/${noticeId}` },
      note: { code: `notice.${state}`, values: { postedOn, endsOn, count: openObjections } },
    };
  }
  return proofs;
}

function approvalProof(county: number, approval: FoundApproval | undefined): Proof | undefined {
  if (!approval || approval.state === 'withdrawn') return undefined;
  const { approvalId: id, digest, state, askedOn, decidedOn, dueOn, deciderName, reason } = approval;
  const values = { day: decidedOn ?? askedOn, dueOn, name: deciderName ?? '', reason: reason ?? '' };
  const standing = ({ asked: 'running', approved: 'proven', refused: 'failed' } as const)[state];
  const note = { code: `approval.${state}`, values };
  return { state: standing, digest, from: askedOn, on: decidedOn, id, page: `/approvals/${county}/${id}`, note };
}

/** What the project's own records prove: who was chosen, what was signed, how far the work is, who accepted it. */
function workProofs(work: Work, today: string): Proofs {
  const proofs: Partial<Record<ProjectStep, Proof>> = {};
  const award = awardProof(work);
  if (award) proofs.award = award;
  const start = startProof(work, today);
  if (start) proofs.start = start;
  const progress = progressProof(work);
  if (progress) proofs.progress = progress;
  const acceptance = acceptanceProof(work);
  if (acceptance) proofs.acceptance = acceptance;
  const { state, endedOn, id } = work.project;
  if (state === 'closed' && endedOn !== null) {
    proofs.handover = proofOf({ state: 'proven', on: endedOn, id, note: { code: 'closed', values: { day: endedOn } } });
  }
  return proofs;
}

/** A tender counts with its paper attached, a discussion by its resolution. */
function awardProof({ awards, digest }: Work): Proof | undefined {
  const [first] = awards.filter((one) => one.digest === digest);
  if (!first) return undefined;
  const papered = first.method === 'discussion' || first.files > 0;
  const values = { day: first.decidedOn, party: first.partyName };
  const note = { code: papered ? `award.${first.method}` : 'award.noPaper', values };
  return proofOf({ state: papered ? 'proven' : 'running', digest, on: first.decidedOn, id: first.id, note });
}

function startProof({ contracts, awards, digest }: Work, today: string): Proof | undefined {
  const valid = new Set(awards.filter((one) => one.digest === digest).map(({ id }) => id));
  const [first] = contracts
    .filter((one) => valid.has(one.awardId))
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  if (!first) return undefined;
  const values = { day: first.startsOn, number: first.number };
  const begun = first.startsOn <= today;
  const note = { code: begun ? 'contract' : 'contract.ahead', values };
  const { signedOn: from, startsOn: on, id } = first;
  return { ...proofOf({ state: begun ? 'proven' : 'running', on, id, note }), from };
}

/** Work is done when a report with a photograph says so. */
function progressProof({ progress }: Work): Proof | undefined {
  const [last] = progress;
  if (!last) return undefined;
  const isDone = last.doneBp === 10_000 && last.files > 0;
  const values = { day: last.reportedOn, done: last.doneBp / 100 };
  const code = last.doneBp === 10_000 && !isDone ? 'progress.noPhoto' : 'progress';
  return proofOf({ state: isDone ? 'proven' : 'running', on: last.reportedOn, id: last.id, note: { code, values } });
}

function acceptanceProof({ acceptances, digest }: Work): Proof | undefined {
  const [last] = acceptances;
  if (!last) return undefined;
  const { verdict, acceptedOn, id, opinion } = last;
  const note = { code: `acceptance.${verdict}`, values: { day: acceptedOn, opinion } };
  return proofOf({
    state: verdict === 'passed' ? 'proven' : 'failed',
    digest: last.digest ?? digest,
    on: acceptedOn,
    id,
    note,
  });
}

function proofOf(
  found: Pick<Proof, 'state' | 'note' | 'id'> & { readonly on: string; readonly digest?: string },
): Proof {
  const { state, on, id, note, digest = null } = found;
  return { state, digest, from: on, on, id, page: null, note };
}

/** What has to be written down for the recorded steps to say what the chain says. */
export async function findStepChanges(tx: Tx, state: ProjectState): Promise<readonly StepChange<StepRow>[]> {
  return stepChanges({ ...state, steps: await listOpenSteps(tx, state.project) });
}

/**
 * Writes down which steps stand: those proven for the first time, and the end of those whose proof is gone. The same
 * again changes nothing.
 */
export async function recordProofs(tx: Tx, state: ProjectState, reason: string): Promise<number> {
  const { project, digest } = state;
  const changes = await findStepChanges(tx, state);
  for (const { step, ends, begins } of changes) {
    if (ends) await endStep(tx, project, { step: ends, reason });
    if (begins) {
      const { proof, dueOn } = begins;
      await recordStep(tx, project, {
        step,
        digest,
        on: proof.on ?? todayInShanghai(tx.now),
        dueOn,
        proofId: proof.id,
      });
    }
  }
  return changes.length;
}
