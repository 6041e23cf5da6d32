import type { Subject } from '../../platform/access/rules.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { takeBackApproval } from '../../procedures/approvals/public.ts';
import { takeBackMotion } from '../../procedures/assemblies/public.ts';
import { withdrawNotice } from '../../procedures/notices/public.ts';
import { barOf, type ProjectStep } from './chain-rules.ts';
import { type ProjectState, readState, recordProofs, subjects } from './chain-store.ts';
import { subjectOf } from './rules.ts';
import { endStep, listOpenSteps } from './step-store.ts';
import { findProject, holdProject, type ProjectRow } from './store.ts';
import { words } from './words.ts';

export type Decide = (act: string, subject: Subject) => Refusal | undefined;

/** The open project, held for somebody who may act on it. */
export async function holdOpen(tx: Tx, key: RecordKey, decide: Decide): Promise<Result<ProjectRow, Refusal>> {
  const project = await holdProject(tx, key);
  if (!project) return refuse({ code: 'not_found' });
  const refused = decide(tx.act, subjectOf(project));
  if (refused) return refuse(refused);
  return project.state === 'open' ? ok(project) : refuse({ code: 'project_ended' });
}

/** The held project when it is the turn of this step; what is proven by now is written down in passing. */
export async function takeTurn(
  tx: Tx,
  key: RecordKey,
  { decide, step }: { readonly decide: Decide; readonly step: ProjectStep },
): Promise<Result<ProjectState, Refusal>> {
  const held = await holdOpen(tx, key, decide);
  if (!held.ok) return held;
  const state = await readState(tx, held.value);
  const bar = barOf(state.chain, step);
  if (bar) return refuse({ code: bar.code });
  await recordProofs(tx, state, words['said.proofGone'][0]);
  return ok(state);
}

/** Writes down what is proven after an act has added to it. */
export async function settle(tx: Tx, key: RecordKey): Promise<void> {
  const project = await findProject(tx, key);
  if (project) await recordProofs(tx, await readState(tx, project), words['said.proofGone'][0]);
}

/**
 * Changes a held project. When its content is another afterwards, what proves the old one no longer stands: the notice
 * comes down, open questions are taken back, and the project goes back to the first step.
 */
export async function changeProject(
  tx: Tx,
  project: ProjectRow,
  change: { readonly reason: string; readonly write: () => Promise<boolean> },
): Promise<Result<{ county: number; id: string }, Refusal>> {
  const before = await readState(tx, project);
  if (!(await change.write())) return refuse({ code: 'stale' });
  const { county, id } = project;
  const after = await readState(tx, (await findProject(tx, { county, id })) ?? project);
  if (after.digest !== before.digest) {
    await takeDown(tx, project, change.reason);
    await recordProofs(tx, await readState(tx, after.project), change.reason);
  }
  return ok({ county, id });
}

/** A project that is given up leaves nothing hanging, waiting or counted. */
export async function giveUp(tx: Tx, project: ProjectRow, reason: string): Promise<void> {
  await takeDown(tx, project, reason);
  for (const step of await listOpenSteps(tx, project)) await endStep(tx, project, { step, reason });
}

async function takeDown(tx: Tx, { county, id: subjectId }: ProjectRow, reason: string): Promise<void> {
  const subject = { county, subjectType: subjects.type, subjectId };
  await withdrawNotice(tx, subject, reason);
  await takeBackMotion(tx, subject, reason);
  for (const step of [subjects.library, subjects.review]) await takeBackApproval(tx, { ...subject, step }, reason);
}
