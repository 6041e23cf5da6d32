import { sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';
import type { FormationStep } from './rules.ts';

export interface StepRow {
  readonly id: string;
  readonly step: FormationStep;
  readonly digest: string;
  readonly reachedOn: string;
  readonly endedOn: string | null;
  readonly proofId: string | null;
  readonly revision: number;
}

/** The steps that stand, each once. */
export async function listOpenSteps(tx: Tx, formation: RecordKey): Promise<readonly StepRow[]> {
  const { rows } = await sql<StepRow>`
    select id, step, digest, reached_on, ended_on, proof_id, revision from formation_step
    where county = ${formation.county} and formation_id = ${formation.id} and ended_on is null`.execute(tx.db);
  return rows;
}

export async function recordStep(
  tx: Tx,
  formation: {
    readonly county: number;
    readonly id: string;
    readonly place: number;
    readonly kind: CooperativeKind;
  },
  reached: {
    readonly step: FormationStep;
    readonly digest: string;
    readonly on: string;
    readonly proofId: string | null;
  },
): Promise<void> {
  const row: NewRow = {
    county: formation.county,
    id: newRecordId(tx),
    place: formation.place,
    formation_id: formation.id,
    step: reached.step,
    kind: formation.kind,
    digest: reached.digest,
    reached_on: reached.on,
    proof_id: reached.proofId,
  };
  await record(tx, 'formation_step', row);
}

/** A step no longer stands: the plan was changed, or its proof is gone. */
export async function endStep(
  tx: Tx,
  formation: RecordKey,
  change: { readonly step: StepRow; readonly reason: string },
): Promise<void> {
  const { step, reason } = change;
  // a meeting may lie ahead of the day on which its record is taken back
  const [, ended] = [step.reachedOn, todayInShanghai(tx.now)].toSorted();
  const key = { county: formation.county, id: step.id, revision: step.revision };
  await revise(tx, 'formation_step', { key, set: { ended_on: ended }, reason });
}
