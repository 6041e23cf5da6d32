import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { takeBackApproval } from '../../procedures/approvals/public.ts';
import { takeBackMotion } from '../../procedures/assemblies/public.ts';
import { withdrawNotice } from '../../procedures/notices/public.ts';
import { readState, recordProofs, subjects } from './chain-store.ts';
import { endStep, listOpenSteps } from './step-store.ts';
import { type FormationRow, findFormation, holdOpenFormation } from './store.ts';

/** The open plan, held for somebody who may change it. */
export async function holdPlan(
  tx: Tx,
  key: RecordKey,
  decide: (act: string, subject: { readonly place: number }) => Refusal | undefined,
): Promise<Result<FormationRow, Refusal>> {
  const held = await holdOpenFormation(tx, key);
  const formation = held ?? (await findFormation(tx, key));
  if (!formation) return refuse({ code: 'not_found' });
  const refused = decide(tx.act, { place: formation.place });
  if (refused) return refuse(refused);
  return held ? ok(held) : refuse({ code: 'formation_over' });
}

/**
 * Changes a held plan or its founders. When its content is another afterwards, what proves the old one no longer stands:
 * the notice comes down and an open question is taken back, and the plan goes back to the first step.
 */
export async function changePlan(
  tx: Tx,
  formation: FormationRow,
  change: { readonly reason: string; readonly write: () => Promise<boolean> },
): Promise<Result<{ county: number; id: string }, Refusal>> {
  const before = await readState(tx, formation);
  if (!(await change.write())) return refuse({ code: 'stale' });
  const { county, id } = formation;
  const after = await readState(tx, (await findFormation(tx, { county, id })) ?? formation);
  if (after.digest !== before.digest) {
    await takeDown(tx, formation, change.reason);
    await recordProofs(tx, await readState(tx, after.formation), change.reason);
  }
  return ok({ county, id });
}

/** A plan that is given up leaves nothing hanging, waiting or counted. */
export async function giveUp(tx: Tx, formation: FormationRow, reason: string): Promise<void> {
  const { county, id: subjectId } = formation;
  await takeDown(tx, formation, reason);
  for (const subjectType of [subjects.study, subjects.plan]) {
    await takeBackMotion(tx, { county, subjectType, subjectId }, reason);
  }
  for (const step of await listOpenSteps(tx, formation)) await endStep(tx, formation, { step, reason });
}

async function takeDown(tx: Tx, { county, id: subjectId }: FormationRow, reason: string): Promise<void> {
  const subject = { county, subjectType: subjects.plan, subjectId };
  await withdrawNotice(tx, subject, reason);
  await takeBackApproval(tx, { ...subject, step: subjects.reviewStep }, reason);
}
