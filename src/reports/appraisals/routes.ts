import {
  findProject,
  type GoalRow,
  holdProject,
  listGoals,
  scoreGoals,
  setGoals,
} from '../../activities/projects/public.ts';
import { catalogue, findIndicator } from '../../indicators/public.ts';
import { proposeGoals, scoreGoal, scoreOf } from '../../ledgers/funds/goal-rules.ts';
import type { Subject } from '../../platform/access/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { localDate, type Month, monthOf, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { orderRoutes } from './order-routes.ts';
import { reachRoutes } from './reach-routes.ts';
import { unitOf } from './rules.ts';
import { readValue } from './value-store.ts';

export const routes: readonly Handler[] = [
  ...reachRoutes,
  ...orderRoutes,
  handle(contract.getGoals, async ({ tx, params, allowed }) => {
    const project = await findProject(tx, params);
    if (!project) return refuse({ code: 'not_found' });
    const goals = await listGoals(tx, project);
    const month = monthOf(todayInShanghai(tx.now));
    const shown = [];
    for (const { id: _id, direction: _direction, revision: _revision, ...goal } of goals) {
      const now = (await readValue(tx, goal.indicator, { place: project.place, month })) ?? null;
      shown.push({ ...goal, now, nowBp: now === null ? null : scoreGoal(goal, now) });
    }
    const isFixed = project.contractedFen > 0n || project.paidFen > 0n;
    const acts = [
      ...(project.state === 'open' && !isFixed ? ['appraisal.set'] : []),
      ...(goals.length > 0 && !isScored(goals) ? ['appraisal.score'] : []),
    ];
    const { county, id, name, place, placeName, state } = project;
    return ok({
      ...{ county, id, name, place, placeName, state, month, goals: shown },
      ...{ scoreBp: scoreOf(goals) ?? null, allowed: allowed(acts, subjectOf(project)) },
    });
  }),

  handle(contract.setProjectGoals, async ({ tx, params, body, decide }) => {
    const project = await holdProject(tx, params);
    if (!project) return refuse({ code: 'not_found' });
    const refused = decide('appraisal.set', { place: project.place });
    if (refused) return refuse(refused);
    if (project.state !== 'open') return refuse({ code: 'project_ended' });
    if (project.contractedFen > 0n || project.paidFen > 0n) return refuse({ code: 'goals_fixed' });
    const today = todayInShanghai(tx.now);
    const goals = [];
    for (const goal of body.goals) {
      const baseline = (await readValue(tx, goal.indicator, { place: project.place, month: monthOf(today) })) ?? 0;
      goals.push({ ...goal, baseline, unit: unitOf(findIndicator(goal.indicator)) });
    }
    const asked = goals.map((goal) => ({ ...goal, baselines: [goal.baseline] }));
    const proposed = proposeGoals(asked, { indicators: catalogue, after: today });
    if (!proposed.ok) return proposed;
    await setGoals(tx, project, { goals, reason: body.reason });
    return ok(params);
  }),

  handle(contract.scoreProject, async ({ tx, params, decide }) => {
    const project = await holdProject(tx, params);
    if (!project) return refuse({ code: 'not_found' });
    const refused = decide('appraisal.score', { place: project.place });
    if (refused) return refuse(refused);
    const goals = await listGoals(tx, project);
    if (goals.length === 0) return refuse({ code: 'goals_none' });
    if (isScored(goals)) return refuse({ code: 'goals_scored' });
    const today = todayInShanghai(tx.now);
    const late = goals.find(({ dueOn }) => dueOn > today);
    if (late) return refuse({ code: 'goals_not_due', values: { dueOn: late.dueOn } });
    if (!(await scoreGoals(tx, project, await valuesOf(tx, project.place, goals)))) return refuse({ code: 'stale' });
    return ok({ ...params, scoreBp: scoreOf(await listGoals(tx, project)) ?? 0 });
  }),
];

function isScored(goals: readonly GoalRow[]): boolean {
  return goals.some(({ scoredOn }) => scoredOn !== null);
}

/** What each indicator said in the month its goal was due. */
async function valuesOf(tx: Tx, place: number, goals: readonly GoalRow[]): Promise<ReadonlyMap<string, number>> {
  const values = new Map<string, number>();
  for (const { indicator, dueOn } of goals) {
    const month: Month = monthOf(localDate(dueOn));
    const value = await readValue(tx, indicator, { place, month });
    if (value !== undefined) values.set(indicator, value);
  }
  return values;
}

function subjectOf({
  place,
  cooperativeId,
}: {
  readonly place: number;
  readonly cooperativeId: string | null;
}): Subject {
  return cooperativeId === null ? { place } : { place, organisationId: cooperativeId };
}
