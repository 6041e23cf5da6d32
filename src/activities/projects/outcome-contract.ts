import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { day, place } from './contract.ts';

export const listOutcomes = defineRoute({
  method: 'GET',
  path: '/projects/outcomes',
  act: 'project.read',
  summary: 'what became of the proposals of each office: turned down and taken back are kept and counted',
  query: z.object({ place: place.optional(), from: day.optional(), through: day.optional() }),
  reply: z.object({
    rows: z.array(
      z.object({
        place: z.int(),
        placeName: z.string(),
        proposed: z.int(),
        refused: z.int(),
        withdrawn: z.int(),
        closed: z.int(),
        refusedBp: z.int().nullable(),
        withdrawnBp: z.int().nullable(),
      }),
    ),
  }),
});

export const listSpending = defineRoute({
  method: 'GET',
  path: '/projects/spending',
  act: 'project.read',
  summary: 'what was paid for projects month by month, against their budgets',
  query: z.object({ place: place.optional(), year: z.coerce.number().int().min(2018).max(2100) }),
  reply: z.object({
    budgetFen: fenShape,
    beforeFen: fenShape,
    months: z.array(
      z.object({ month: z.string(), paidFen: fenShape, totalFen: fenShape, spentBp: z.int().nullable() }),
    ),
  }),
});
