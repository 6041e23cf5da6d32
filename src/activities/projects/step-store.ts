import { sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import type { ProjectStep } from './chain-rules.ts';
import type { ProjectRow } from './store.ts';

export interface StepRow {
  readonly id: string;
  readonly step: ProjectStep;
  readonly digest: string;
  readonly reachedOn: string;
  readonly revision: number;
}

/** The steps that stand, each once. */
export async function listOpenSteps(tx: Tx, project: RecordKey): Promise<readonly StepRow[]> {
  const { rows } = await sql<StepRow>`
    select id, step, digest, reached_on, revision from project_step
    where county = ${project.county} and project_id = ${project.id} and ended_on is null`.execute(tx.db);
  return rows;
}

export async function recordStep(
  tx: Tx,
  project: ProjectRow,
  reached: {
    readonly step: ProjectStep;
    readonly digest: string;
    readonly on: string;
    readonly dueOn: string;
    readonly proofId: string | null;
  },
): Promise<void> {
  const { county, place, cooperativeId, kind, id } = project;
  await record(tx, 'project_step', {
    ...{ county, id: newRecordId(tx), place, cooperative_id: cooperativeId, project_id: id, kind },
    ...{ step: reached.step, digest: reached.digest, reached_on: reached.on, due_on: reached.dueOn },
    ...{ ended_on: null, proof_id: reached.proofId },
  });
}

/** A step no longer stands: the project was changed, or its proof is gone. */
export async function endStep(
  tx: Tx,
  project: RecordKey,
  change: { readonly step: StepRow; readonly reason: string },
): Promise<void> {
  const { step, reason } = change;
  // what proves a step may lie ahead of the day on which it is taken back
  const [, ended] = [step.reachedOn, todayInShanghai(tx.now)].toSorted();
  const key = { county: project.county, id: step.id, revision: step.revision };
  await revise(tx, 'project_step', { key, set: { ended_on: ended }, reason });
}
