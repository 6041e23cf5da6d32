import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { done, reason, recordKey, revision } from './application-contract.ts';

export const compensationStates = ['asked', 'confirmed', 'refused', 'paid'] as const;

export const poolRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  bankId: z.uuid(),
  bankName: z.string(),
  agreement: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  fundBp: z.int(),
  triggerDays: z.int(),
  limitBp: z.int(),
  lentFen: fenShape,
  outstandingFen: fenShape,
  overdueFen: fenShape,
  /** principal that was compensated, fund and bank together */
  compensatedFen: fenShape,
  fundPaidFen: fenShape,
  ratioBp: z.int().nullable(),
  suspendProposed: z.boolean(),
  suspendedOn: z.string().nullable(),
  liftedOn: z.string().nullable(),
});

export const compensationRow = z.object({
  county: z.int(),
  id: z.uuid(),
  loanId: z.uuid(),
  borrowerName: z.string(),
  contractNumber: z.string(),
  askedOn: z.string(),
  overdueSince: z.string(),
  principalFen: fenShape,
  fundFen: fenShape,
  bankFen: fenShape,
  state: z.enum(compensationStates),
  note: z.string().nullable(),
  paidOn: z.string().nullable(),
  revision,
  allowed: z.array(z.string()),
});

export const listPools = defineRoute({
  method: 'GET',
  path: '/loan-pools',
  act: 'loan.read',
  summary: 'agreements on risk compensation with what was lent and compensated under each',
  query: pageQuery.pick({ q: true, limit: true, offset: true }).extend({
    sort: z.enum(['bankName', 'startsOn']).optional(),
    order: pageQuery.shape.order,
  }),
  reply: pageReply(poolRow),
});

export const getPool = defineRoute({
  method: 'GET',
  path: '/loan-pools/:county/:id',
  act: 'loan.read',
  summary: 'one agreement with its compensations',
  params: recordKey,
  reply: poolRow.extend({ compensations: z.array(compensationRow), revision, allowed: z.array(z.string()) }),
});

export const compensationFilters = [...compensationStates, 'borne'] as const;

export const listCompensations = defineRoute({
  method: 'GET',
  path: '/loan-compensations',
  act: 'loan.read',
  summary: 'what banks asked the fund to bear; `borne` are those confirmed, paid or not',
  query: pageQuery.extend({
    /** on loans that this agreement stands for */
    pool: z.uuid().optional(),
    state: z.enum(compensationFilters).optional(),
    sort: z.enum(['askedOn', 'principalFen']).optional(),
  }),
  reply: pageReply(compensationRow.omit({ revision: true, allowed: true, note: true })).extend({
    sums: z.object({ principalFen: fenShape, fundFen: fenShape, bankFen: fenShape }),
  }),
});

export const recordPool = defineRoute({
  method: 'POST',
  path: '/loan-pools',
  act: 'loan.pool',
  summary: 'an agreement with a bank; shares and trigger are those of the dated parameters unless it says otherwise',
  body: z.object({
    id: z.uuid(),
    county: z.coerce.number().int(),
    bankId: z.uuid(),
    agreement: z.string().trim().min(2).max(100),
    startsOn: z.iso.date(),
    fundBp: z.int().min(0).max(10_000).optional(),
    triggerDays: z.int().min(1).max(3650).optional(),
    limitBp: z.int().min(1).max(10_000).optional(),
  }),
  reply: done,
});

export const suspendPool = defineRoute({
  method: 'POST',
  path: '/loan-pools/:county/:id/suspend',
  act: 'loan.pool',
  summary: 'confirm that a bank lends no more, as its ratio proposes',
  params: recordKey,
  body: z.object({ revision, reason }),
  reply: done,
});

export const liftPool = defineRoute({
  method: 'POST',
  path: '/loan-pools/:county/:id/lift',
  act: 'loan.pool',
  summary: 'let a suspended bank lend again',
  params: recordKey,
  body: z.object({ revision, reason }),
  reply: done,
});

export const askCompensation = defineRoute({
  method: 'POST',
  path: '/loans/:county/:id/compensation',
  act: 'loan.compensate',
  summary: 'the bank asks the fund to bear its part of a loan that is late for as long as the agreement says; once',
  params: recordKey,
  body: z.object({ id: z.uuid(), note: z.string().trim().max(300).nullable().default(null) }),
  reply: done.extend({ fundFen: fenShape, bankFen: fenShape }),
});

export const checkCompensation = defineRoute({
  method: 'POST',
  path: '/loan-compensations/:county/:id/check',
  act: 'loan.compensate_check',
  summary: 'confirm or refuse; never who asked',
  params: recordKey,
  body: z.object({ revision, decision: z.enum(['confirmed', 'refused']), reason }),
  reply: done,
});

export const payCompensation = defineRoute({
  method: 'POST',
  path: '/loan-compensations/:county/:id/pay',
  act: 'loan.compensate_pay',
  summary: 'pay the fund’s part to the bank out of the risk fund of a place; by a third person',
  params: recordKey,
  body: z.object({ revision, county: z.coerce.number().int(), fundAccountId: z.uuid() }),
  reply: done,
});
