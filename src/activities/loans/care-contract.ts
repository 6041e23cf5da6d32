import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { done, placeFilter, recordKey } from './application-contract.ts';

export const recordLoanUse = defineRoute({
  method: 'POST',
  path: '/loans/:county/:id/uses',
  act: 'loan.use',
  summary: 'what the money was spent on, as seen; all uses together come to the loan at most',
  params: recordKey,
  body: z.object({
    id: z.uuid(),
    happenedOn: z.iso.date(),
    amountFen: positiveFenShape,
    item: z.string().trim().min(2).max(200),
    evidence: z.string().trim().min(2).max(200),
  }),
  reply: done,
});

export const recordLoanVisit = defineRoute({
  method: 'POST',
  path: '/loans/:county/:id/visits',
  act: 'loan.visit',
  summary: 'a visit, which closes the task that an overdue instalment or an unexplained use opened',
  params: recordKey,
  body: z.object({
    id: z.uuid(),
    cause: z.enum(['overdue', 'use']),
    visitedOn: z.iso.date(),
    finding: z.string().trim().min(2).max(500),
    promisedOn: z.iso.date().nullable().default(null),
    promise: z.string().trim().max(300).nullable().default(null),
  }),
  reply: done,
});

export const listLoanTasks = defineRoute({
  method: 'GET',
  path: '/loan-tasks',
  act: 'loan.read',
  summary: 'households to be visited: late instalments and uses that nobody has explained, the most urgent first',
  query: pageQuery
    .pick({ q: true, limit: true, offset: true })
    .extend({ cause: z.enum(['overdue', 'use']).optional(), place: placeFilter }),
  reply: pageReply(
    z.object({
      county: z.int(),
      id: z.uuid(),
      place: z.int(),
      placeName: z.string(),
      borrowerName: z.string(),
      contractNumber: z.string(),
      cause: z.enum(['overdue', 'use']),
      sinceOn: z.string(),
      amountFen: fenShape,
      dueOn: z.string(),
      light: z.enum(['none', 'near', 'late']),
      /** first secretaries of the village */
      responsible: z.array(z.string()),
    }),
  ),
});
