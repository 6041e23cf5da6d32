import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';

const projectKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
const done = z.object({ county: z.int(), id: z.uuid() });

/** A goal as it is set; what it begins from is read from the indicators. */
export const goalShape = z.object({
  indicator: z.string().regex(/^[a-z0-9_]{2,80}$/),
  target: z.coerce.number().int().min(-1_000_000_000_000).max(1_000_000_000_000),
  weightBp: z.coerce.number().int().min(1).max(10_000),
  dueOn: z.iso.date(),
});

export const goalsBody = z.object({
  goals: z.array(goalShape).min(1).max(20),
  reason: z.string().trim().min(2).max(500).default('goals set'),
});

export const getGoals = defineRoute({
  method: 'GET',
  path: '/projects/:county/:id/goals',
  act: 'appraisal.read',
  summary: 'the goals of a project beside what their indicators say now',
  params: projectKey,
  reply: z.object({
    county: z.int(),
    id: z.uuid(),
    name: z.string(),
    place: z.int(),
    placeName: z.string(),
    state: z.string(),
    month: z.string(),
    goals: z.array(
      z.object({
        indicator: z.string(),
        unit: z.string(),
        baseline: z.int(),
        target: z.int(),
        weightBp: z.int(),
        dueOn: z.string(),
        /** what the indicator says for the village this month */
        now: z.number().nullable(),
        /** the score it would make now */
        nowBp: z.int().nullable(),
        value: z.int().nullable(),
        scoreBp: z.int().nullable(),
        scoredOn: z.string().nullable(),
      }),
    ),
    /** of the whole project, once every goal has its score */
    scoreBp: z.int().nullable(),
    allowed: z.array(z.string()),
  }),
});

export const setProjectGoals = defineRoute({
  method: 'PUT',
  path: '/projects/:county/:id/goals',
  act: 'appraisal.set',
  summary: 'set the goals of a project before its money is contracted; the start is what the indicators say today',
  params: projectKey,
  body: goalsBody,
  reply: done,
});

export const scoreProject = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/goals/score',
  act: 'appraisal.score',
  summary: 'score the goals by what their indicators said when they were due',
  params: projectKey,
  body: z.object({}),
  reply: done.extend({ scoreBp: z.int() }),
});
