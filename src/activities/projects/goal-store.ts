import { sql } from 'kysely';
import { directionOf, type Goal, scoreGoal } from '../../ledgers/funds/goal-rules.ts';
import { type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { headOf } from './rules.ts';
import type { ProjectRow } from './store.ts';

export interface GoalRow extends Goal {
  readonly id: string;
  readonly direction: 'up' | 'down';
  readonly unit: string;
  /** what the indicator said when it was scored */
  readonly value: number | null;
  readonly scoreBp: number | null;
  readonly scoredOn: string | null;
  readonly revision: number;
}

export async function listGoals(tx: Tx, project: RecordKey): Promise<readonly GoalRow[]> {
  const { rows } = await sql<GoalRow>`
    select id, indicator, direction, unit, baseline, target, weight_bp, due_on, value, score_bp, scored_on, revision
    from project_goal where county = ${project.county} and project_id = ${project.id} order by weight_bp desc, indicator`.execute(
    tx.db,
  );
  return rows;
}

/** Sets the goals of a project anew; those that stood before are kept in their history. */
export async function setGoals(
  tx: Tx,
  project: ProjectRow,
  set: { readonly goals: readonly (Goal & { readonly unit: string })[]; readonly reason: string },
): Promise<void> {
  const { county } = project;
  for (const { id, revision } of await listGoals(tx, project))
    await withdraw(tx, 'project_goal', { key: { county, id, revision }, reason: set.reason });
  for (const goal of set.goals) {
    await record(tx, 'project_goal', {
      ...{ ...headOf(project), id: newRecordId(tx), indicator: goal.indicator, unit: goal.unit },
      ...{ direction: directionOf(goal), baseline: goal.baseline, target: goal.target },
      ...{ weight_bp: goal.weightBp, due_on: goal.dueOn },
      ...{ value: null, score_bp: null, scored_on: null, scored_by: null },
    });
  }
}

/** Writes what the indicators say and how much of the way to each goal was gone. False when a goal changed meanwhile. */
export async function scoreGoals(tx: Tx, project: ProjectRow, values: ReadonlyMap<string, number>): Promise<boolean> {
  for (const goal of await listGoals(tx, project)) {
    const value = values.get(goal.indicator) ?? goal.baseline;
    const key = { county: project.county, id: goal.id, revision: goal.revision };
    const set = {
      ...{ value, score_bp: scoreGoal(goal, value) },
      ...{ scored_on: todayInShanghai(tx.now), scored_by: tx.actor.accountId },
    };
    if (!(await revise(tx, 'project_goal', { key, set, reason: 'scored' }))) return false;
  }
  return true;
}
