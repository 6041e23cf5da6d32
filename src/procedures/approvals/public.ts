import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type ApprovalState, answerDueOn, type DeciderRole, usualAnswerDays } from './rules.ts';
import {
  type ApprovalRow,
  type ApprovalSubject,
  findLastApproval,
  listLastApprovals,
  recordApproval,
  withdrawQuestion,
} from './store.ts';
import { words } from './words.ts';

export type { ApprovalSubject } from './store.ts';

export interface ApprovalRequest extends ApprovalSubject {
  readonly place: number;
  /** the cooperative whose manager may read it */
  readonly organisationId?: string | undefined;
  /** SHA-256 in hex over what is to be approved (`digestOf` of platform/db/digest.ts) */
  readonly digest: string;
  /** what is asked, in one line */
  readonly title: string;
  readonly makerId: string;
  /** address of the subject's page, for example `/formations/150622/0190…` */
  readonly page?: string | undefined;
  /** who decides; the township clerk where nobody is named */
  readonly deciderRole?: DeciderRole | undefined;
  /** working days for the answer */
  readonly answerDays?: number | undefined;
}

/**
 * Asks for an approval. The same content asked again while it is open is the same question; other content takes the
 * open question back and asks a new one.
 */
export async function askApproval(tx: Tx, request: ApprovalRequest): Promise<{ readonly approvalId: string }> {
  const last = await findLastApproval(tx, request);
  if (last?.state === 'asked') {
    if (last.digest === request.digest) return { approvalId: last.id };
    await withdrawQuestion(tx, { county: last.county, id: last.id }, words.superseded[0]);
  }
  const id = newRecordId(tx);
  const askedOn = todayInShanghai(tx.now);
  await recordApproval(tx, {
    county: request.county,
    id,
    place: request.place,
    organisationId: request.organisationId ?? null,
    subjectType: request.subjectType,
    subjectId: request.subjectId,
    step: request.step,
    digest: request.digest,
    title: request.title,
    page: request.page ?? null,
    deciderRole: request.deciderRole ?? 'township_clerk',
    makerId: request.makerId,
    askedOn,
    dueOn: answerDueOn(askedOn, request.answerDays ?? usualAnswerDays),
  });
  return { approvalId: id };
}

/** What is known of a step; `digest` is that of the content asked about, for the caller to compare with his own. */
export interface FoundApproval {
  readonly approvalId: string;
  readonly state: ApprovalState;
  readonly digest: string;
  readonly deciderRole: DeciderRole;
  readonly makerId: string;
  readonly askedOn: string;
  readonly dueOn: string;
  readonly decidedBy: string | null;
  readonly deciderName: string | null;
  readonly decidedOn: string | null;
  readonly decidedAt: Date | null;
  /** the decider's opinion, or why it was taken back */
  readonly reason: string | null;
}

/** The last question about a step of a subject, whatever became of it. */
export async function findApproval(tx: Tx, subject: ApprovalSubject): Promise<FoundApproval | undefined> {
  const row = await findLastApproval(tx, subject);
  return row && foundOf(row);
}

/** The last question about each of these steps of a subject, by step; a step never asked about is not in it. */
export async function findApprovals(
  tx: Tx,
  subject: Omit<ApprovalSubject, 'step'>,
  steps: readonly string[],
): Promise<ReadonlyMap<string, FoundApproval>> {
  const rows = await listLastApprovals(tx, subject, steps);
  return new Map(rows.map((row) => [row.step, foundOf(row)]));
}

function foundOf(row: ApprovalRow): FoundApproval {
  const { id, opinion, state, digest, deciderRole, makerId, askedOn, dueOn } = row;
  const { decidedBy, deciderName, decidedOn, decidedAt } = row;
  return {
    ...{ approvalId: id, state, digest, deciderRole, makerId, askedOn, dueOn },
    ...{ decidedBy, deciderName, decidedOn, decidedAt, reason: opinion },
  };
}

/** Takes an open question back, for example because the plan it was about is given up. */
export async function takeBackApproval(tx: Tx, subject: ApprovalSubject, reason: string): Promise<void> {
  const last = await findLastApproval(tx, subject);
  if (last?.state === 'asked') await withdrawQuestion(tx, { county: last.county, id: last.id }, reason);
}
