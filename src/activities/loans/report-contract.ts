import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { done, placeFilter, recordKey, revision } from './application-contract.ts';
import { collaterals } from './eligibility-rules.ts';

export const reportRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  applicationId: z.uuid(),
  borrowerName: z.string(),
  bankName: z.string().nullable(),
  collateral: z.enum(collaterals),
  source: z.enum(['refused_terms', 'told']),
  reportedOn: z.string(),
  note: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  result: z.string().nullable(),
  closedOn: z.string().nullable(),
  revision,
  allowed: z.array(z.string()),
});

export const listReports = defineRoute({
  method: 'GET',
  path: '/loan-reports',
  act: 'loan.read',
  summary: 'collateral that was asked for on loans that need none',
  query: pageQuery.extend({
    state: z.enum(['open', 'closed']).optional(),
    place: placeFilter,
    sort: z.enum(['reportedOn']).optional(),
  }),
  reply: pageReply(reportRow),
});

export const recordReport = defineRoute({
  method: 'POST',
  path: '/loan-applications/:county/:id/reports',
  act: 'loan.report',
  summary: 'a borrower told that a bank asked for collateral',
  params: recordKey,
  body: z.object({
    id: z.uuid(),
    collateral: z.enum(['guarantee', 'mortgage', 'pledge']),
    note: z.string().trim().max(500).nullable().default(null),
  }),
  reply: done,
});

export const closeReport = defineRoute({
  method: 'POST',
  path: '/loan-reports/:county/:id/close',
  act: 'loan.report_close',
  summary: 'what came of a report',
  params: recordKey,
  body: z.object({ revision, result: z.string().trim().min(2).max(500) }),
  reply: done,
});
