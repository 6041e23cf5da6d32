import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { done, placeFilter, reason, recordKey, revision } from './application-contract.ts';
import { collaterals, loanKinds, loanPurposes } from './eligibility-rules.ts';
import { afterwardsCodes, dayCounts, loanMethods } from './schedule-rules.ts';
import { arrearsAges } from './standing-rules.ts';

export const loanStates = ['open', 'settled', 'compensated'] as const;

export const loanRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  kind: z.enum(loanKinds),
  borrowerName: z.string(),
  poor: z.enum(['yes', 'no', 'unknown']),
  bankName: z.string(),
  contractNumber: z.string(),
  principalFen: fenShape,
  outstandingFen: fenShape,
  ratePpm: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
  state: z.enum(loanStates),
  /** principal and interest that are late today */
  overdueFen: fenShape,
  overdueSince: z.string().nullable(),
  age: z.enum(arrearsAges),
});

const scheduleLine = z.object({
  number: z.int(),
  kind: z.enum(['instalment', 'prepayment']),
  dueOn: z.string(),
  payBy: z.string(),
  principalFen: fenShape,
  interestFen: fenShape,
  paidPrincipalFen: fenShape,
  paidInterestFen: fenShape,
  settledOn: z.string().nullable(),
});

export const loanView = loanRow.extend({
  applicationId: z.uuid(),
  householdId: z.uuid().nullable(),
  organisationId: z.uuid().nullable(),
  bankId: z.uuid(),
  regime: z.string().nullable(),
  method: z.enum(loanMethods),
  termMonths: z.int(),
  everyMonths: z.int(),
  firstDueOn: z.string().nullable(),
  dayCount: z.enum(dayCounts),
  shiftHolidays: z.boolean(),
  purpose: z.enum(loanPurposes),
  collateral: z.enum(collaterals),
  subsidised: z.boolean(),
  extendedOn: z.string().nullable(),
  extendedMonths: z.int().nullable(),
  settledOn: z.string().nullable(),
  lines: z.array(scheduleLine),
  payments: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['instalment', 'prepayment']),
      paidOn: z.string(),
      principalFen: fenShape,
      interestFen: fenShape,
      penaltyFen: fenShape,
      receipt: z.string(),
      fromStatement: z.boolean(),
      revision,
    }),
  ),
  uses: z.array(
    z.object({
      id: z.uuid(),
      happenedOn: z.string(),
      amountFen: fenShape,
      item: z.string(),
      evidence: z.string(),
      revision,
    }),
  ),
  visits: z.array(
    z.object({
      id: z.uuid(),
      cause: z.enum(['overdue', 'use']),
      sinceOn: z.string(),
      visitedOn: z.string(),
      finding: z.string(),
      promisedOn: z.string().nullable(),
      promise: z.string().nullable(),
      visitor: z.string(),
    }),
  ),
  subsidies: z.array(
    z.object({
      id: z.uuid(),
      quarterOn: z.string(),
      days: z.int(),
      amountFen: fenShape,
      state: z.enum(['claimed', 'disputed', 'accepted', 'struck', 'paid']),
      paidOn: z.string().nullable(),
    }),
  ),
  revision,
  allowed: z.array(z.string()),
});

export const listLoans = defineRoute({
  method: 'GET',
  path: '/loans',
  act: 'loan.read',
  summary: 'loans inside the range with what is late today; a bank and an organisation see their own',
  query: pageQuery.extend({
    kind: z.enum(loanKinds).optional(),
    state: z.enum(loanStates).optional(),
    /** late today */
    overdue: z.enum(['true', 'false']).optional(),
    poor: z.enum(['yes', 'no', 'unknown']).optional(),
    place: placeFilter,
    /** that this agreement on risk compensation stands for */
    pool: z.uuid().optional(),
    sort: z.enum(['startsOn', 'endsOn', 'principalFen', 'outstandingFen', 'overdueSince', 'borrowerName']).optional(),
  }),
  reply: pageReply(loanRow).extend({ sums: z.object({ principalFen: fenShape, outstandingFen: fenShape }) }),
});

export const exportLoans = defineRoute({
  method: 'GET',
  path: '/loans/export',
  act: 'loan.read',
  summary: 'the same list as a workbook',
  query: listLoans.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getLoan = defineRoute({
  method: 'GET',
  path: '/loans/:county/:id',
  act: 'loan.read',
  summary: 'one loan: terms, plan, payments, uses, visits and subsidies',
  params: recordKey,
  reply: loanView,
});

export const listOwnLoans = defineRoute({
  method: 'GET',
  path: '/my-loans',
  act: 'loan.read_own',
  summary: 'the loans of the household that asks, with their plan and what its applications came to',
  reply: z.object({
    loans: z.array(
      loanRow
        .omit({ overdueSince: true, age: true, placeName: true })
        .extend({ lines: z.array(scheduleLine), subsidyFen: fenShape }),
    ),
    applications: z.array(
      z.object({
        id: z.uuid(),
        appliedOn: z.string(),
        amountFen: fenShape,
        state: z.string(),
        refusals: z.array(z.string()),
        bankName: z.string().nullable(),
      }),
    ),
    consents: z.array(
      z.object({
        id: z.uuid(),
        bankName: z.string(),
        fields: z.array(z.string()),
        givenOn: z.string(),
        endsOn: z.string(),
        withdrawnOn: z.string().nullable(),
      }),
    ),
  }),
});

export const recordLoan = defineRoute({
  method: 'POST',
  path: '/loans',
  act: 'loan.lend',
  summary: 'the contract of an approved application; collateral on microcredit is refused and reported',
  body: z.object({
    id: z.uuid(),
    county: z.coerce.number().int(),
    applicationId: z.uuid(),
    contractNumber: z.string().trim().min(2).max(60),
    principalFen: positiveFenShape,
    /** a year’s interest in millionths: 43500 is 4.35 % */
    ratePpm: z.int().min(0).max(360_000),
    method: z.enum(loanMethods),
    termMonths: z.int().min(1).max(360),
    everyMonths: z.int().refine((months) => [1, 3, 6, 12].includes(months)),
    startsOn: z.iso.date(),
    firstDueOn: z.iso.date().nullable().default(null),
    dayCount: z.enum(dayCounts),
    shiftHolidays: z.boolean().default(true),
    collateral: z.enum(collaterals).default('none'),
    subsidised: z.boolean().default(false),
  }),
  reply: done,
});

export const extendLoan = defineRoute({
  method: 'POST',
  path: '/loans/:county/:id/extend',
  act: 'loan.lend',
  summary: 'extend a loan once, before it ends',
  params: recordKey,
  body: z.object({ revision, months: z.int().min(1).max(36), reason }),
  reply: done,
});

export const recordLoanPayment = defineRoute({
  method: 'POST',
  path: '/loans/:county/:id/payments',
  act: 'loan.pay',
  summary: 'what was paid on a loan, split as the bank split it; a receipt counts once',
  params: recordKey,
  body: z.object({
    id: z.uuid(),
    kind: z.enum(['instalment', 'prepayment']),
    paidOn: z.iso.date(),
    principalFen: amountShape,
    interestFen: amountShape,
    penaltyFen: amountShape.default(0n),
    afterwards: z.enum(afterwardsCodes).optional(),
    receipt: z.string().trim().min(1).max(60),
  }),
  reply: done,
});

export const withdrawLoanPayment = defineRoute({
  method: 'POST',
  path: '/loans/:county/:id/payments/:paymentId/withdraw',
  act: 'loan.pay',
  summary: 'take out a payment that was recorded by mistake; the plan is counted anew',
  params: recordKey.extend({ paymentId: z.uuid() }),
  body: z.object({ revision, reason }),
  reply: done,
});

export const printSchedule = defineRoute({
  method: 'GET',
  path: '/loans/:county/:id/print',
  act: 'loan.read',
  summary: 'the plan of repayment on paper',
  params: recordKey,
  reply: z.any(),
  download: true,
});
