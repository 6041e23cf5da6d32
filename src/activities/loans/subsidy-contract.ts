import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { done, placeFilter, reason, recordKey, revision } from './application-contract.ts';

export const claimStates = ['claimed', 'checked', 'paid', 'withdrawn'] as const;
export const subsidyLineStates = ['claimed', 'disputed', 'accepted', 'struck', 'paid'] as const;

export const claimRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  bankName: z.string(),
  title: z.string(),
  fromOn: z.string(),
  throughOn: z.string(),
  state: z.enum(claimStates),
  lines: z.int(),
  disputed: z.int(),
  totalFen: fenShape,
  paidFen: fenShape,
  paidOn: z.string().nullable(),
});

export const subsidyLine = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  claimId: z.uuid(),
  loanId: z.uuid(),
  borrowerName: z.string(),
  poor: z.enum(['yes', 'no', 'unknown']),
  quarterOn: z.string(),
  days: z.int(),
  amountFen: fenShape,
  state: z.enum(subsidyLineStates),
  dispute: z.string().nullable(),
  answer: z.string().nullable(),
  paidOn: z.string().nullable(),
  revision,
  allowed: z.array(z.string()),
});

export const listClaims = defineRoute({
  method: 'GET',
  path: '/loan-subsidies',
  act: 'loan.read',
  summary: 'claims of interest subsidy',
  query: pageQuery.extend({
    state: z.enum(claimStates).optional(),
    place: placeFilter,
    sort: z.enum(['fromOn', 'totalFen', 'title']).optional(),
  }),
  reply: pageReply(claimRow),
});

export const getClaim = defineRoute({
  method: 'GET',
  path: '/loan-subsidies/:county/:id',
  act: 'loan.read',
  summary: 'one claim',
  params: recordKey,
  reply: claimRow.extend({ checkedOn: z.string().nullable(), revision, allowed: z.array(z.string()) }),
});

export const listSubsidyLines = defineRoute({
  method: 'GET',
  path: '/loan-subsidy-lines',
  act: 'loan.read',
  summary: 'lines of claims: a village sees those of its own people whatever place the claim stands at',
  query: pageQuery.extend({
    claimId: z.uuid().optional(),
    state: z.enum(subsidyLineStates).optional(),
    place: placeFilter,
    sort: z.enum(['borrowerName', 'amountFen', 'quarterOn']).optional(),
  }),
  reply: pageReply(subsidyLine),
});

export const exportSubsidyLines = defineRoute({
  method: 'GET',
  path: '/loan-subsidy-lines/export',
  act: 'loan.read',
  summary: 'the same lines as a workbook',
  query: listSubsidyLines.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const recordClaim = defineRoute({
  method: 'POST',
  path: '/loan-subsidies',
  act: 'loan.claim',
  summary: 'a claim for a quarter or a year, counted from the days on which money was owed and nothing was late',
  body: z.object({
    id: z.uuid(),
    county: z.coerce.number().int(),
    bankId: z.uuid(),
    title: z.string().trim().min(2).max(100),
    fromOn: z.iso.date(),
    throughOn: z.iso.date(),
  }),
  reply: done.extend({ lines: z.int(), totalFen: fenShape }),
});

export const withdrawClaim = defineRoute({
  method: 'POST',
  path: '/loan-subsidies/:county/:id/withdraw',
  act: 'loan.claim',
  summary: 'give a claim up that was not paid; its quarters may be claimed anew',
  params: recordKey,
  body: z.object({ revision, reason }),
  reply: done,
});

export const disputeLine = defineRoute({
  method: 'POST',
  path: '/loan-subsidy-lines/:county/:id/dispute',
  act: 'loan.dispute',
  summary: 'say what is wrong with one line; the claim waits until it is answered',
  params: recordKey,
  body: z.object({ revision, reason }),
  reply: done,
});

export const answerLine = defineRoute({
  method: 'POST',
  path: '/loan-subsidy-lines/:county/:id/answer',
  act: 'loan.claim_check',
  summary: 'answer a dispute: the line stands or is struck; never who disputed it',
  params: recordKey,
  body: z.object({ revision, decision: z.enum(['claimed', 'struck']), reason }),
  reply: done,
});

export const checkClaim = defineRoute({
  method: 'POST',
  path: '/loan-subsidies/:county/:id/check',
  act: 'loan.claim_check',
  summary: 'accept every line that is not struck; never who claimed',
  params: recordKey,
  body: z.object({ revision }),
  reply: done.extend({ totalFen: fenShape }),
});

export const payClaim = defineRoute({
  method: 'POST',
  path: '/loan-subsidies/:county/:id/pay',
  act: 'loan.claim_pay',
  summary: 'pay every accepted line to its household or organisation out of earmarked money; by a third person',
  params: recordKey,
  body: z.object({ revision, county: z.coerce.number().int(), fundAccountId: z.uuid() }),
  reply: done.extend({ paidFen: fenShape }),
});
