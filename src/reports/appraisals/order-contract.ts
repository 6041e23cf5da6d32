import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { goalsBody } from './contract.ts';

const orderKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
const done = z.object({ county: z.int(), id: z.uuid() });

export const getOrderGoals = defineRoute({
  method: 'GET',
  path: '/fund-orders/:county/:id/goals',
  act: 'appraisal.read',
  summary: 'the goals of an allocation, and what their indicators say in each place that gets money',
  params: orderKey,
  reply: z.object({
    county: z.int(),
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    state: z.string(),
    /** whether such an order is carried out only with goals */
    asked: z.boolean(),
    /** of the order: what the indicators said then is the start */
    from: z.string(),
    month: z.string(),
    goals: z.array(
      z.object({
        indicator: z.string(),
        unit: z.string(),
        target: z.int(),
        weightBp: z.int(),
        dueOn: z.string(),
      }),
    ),
    lines: z.array(
      z.object({
        id: z.uuid(),
        county: z.int(),
        place: z.int(),
        placeName: z.string(),
        accountId: z.uuid(),
        accountName: z.string(),
        amountFen: fenShape,
        /** in the order of the goals above */
        goals: z.array(
          z.object({
            baseline: z.int(),
            now: z.int().nullable(),
            /** the score it would make now */
            nowBp: z.int().nullable(),
            value: z.int().nullable(),
            scoreBp: z.int().nullable(),
          }),
        ),
        nowBp: z.int().nullable(),
        scoreBp: z.int().nullable(),
      }),
    ),
    /** of the whole order, by amount: the score it would make now, and the one it made */
    nowBp: z.int().nullable(),
    scoreBp: z.int().nullable(),
    allowed: z.array(z.string()),
  }),
});

export const setFundOrderGoals = defineRoute({
  method: 'PUT',
  path: '/fund-orders/:county/:id/goals',
  act: 'fund.order',
  summary: 'set the goals of an allocation before it is checked: levels that each place it goes to shall reach',
  params: orderKey,
  body: goalsBody,
  reply: done,
});

export const scoreFundOrder = defineRoute({
  method: 'POST',
  path: '/fund-orders/:county/:id/goals/score',
  act: 'appraisal.score',
  summary: 'score the goals of an allocation, place by place, by what the indicators said when they were due',
  params: orderKey,
  body: z.object({}),
  reply: done.extend({ scoreBp: z.int() }),
});
