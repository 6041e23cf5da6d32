import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { dueTimes, expiryStates, paymentMethods } from '../../platform/pure/rent.ts';
import { assetKey, day, lightState, optionalText, place, reason } from './contract.ts';
import { contractKinds, tenantKinds } from './lease-rules.ts';
import { assetClasses } from './rules.ts';

/** What a contract says; its rent lines are computed from it. */
export const contractFields = z.object({
  number: z.string().trim().min(1).max(40),
  kind: z.enum(contractKinds),
  tenantKind: z.enum(tenantKinds),
  tenantName: z.string().trim().min(1).max(100),
  /** of the household, organisation or cooperative where it stands on a register */
  tenantId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
  decisionNumber: optionalText(60),
  signedOn: day,
  startsOn: day,
  throughOn: day,
  rentFen: amountShape,
  periodMonths: z.int().min(1).max(1200),
  instalments: z.int().min(1).max(12),
  dueAt: z.enum(dueTimes),
  dueDays: z.int().min(0).max(365),
  stepBp: z
    .int()
    .min(1)
    .max(100_000)
    .nullish()
    .transform((value) => value ?? null),
  stepPeriods: z
    .int()
    .min(1)
    .max(100)
    .nullish()
    .transform((value) => value ?? null),
  depositFen: amountShape.prefault(0),
  note: optionalText(1000),
});

export type ContractFields = z.output<typeof contractFields>;

export const contractRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  assetId: z.uuid(),
  assetName: z.string(),
  assetNumber: z.string(),
  assetClass: z.enum(assetClasses),
  number: z.string(),
  kind: z.enum(contractKinds),
  tenantKind: z.enum(tenantKinds),
  tenantName: z.string(),
  startsOn: z.string(),
  throughOn: z.string(),
  closedOn: z.string().nullable(),
  expiry: z.enum(expiryStates),
  light: lightState,
  rentFen: fenShape,
  /** fallen due up to yesterday and not paid */
  arrearsFen: fenShape,
  /** of the next line that is not paid in full */
  nextDueOn: z.string().nullable(),
  revision: z.int(),
});

export type ContractRow = z.output<typeof contractRow>;

export const rentLine = z.object({
  id: z.uuid(),
  number: z.int(),
  startsOn: z.string(),
  throughOn: z.string(),
  dueOn: z.string(),
  amountFen: fenShape,
  paidFen: fenShape,
  light: lightState,
});

export const receiptView = z.object({
  receiptId: z.uuid(),
  paidOn: z.string(),
  amountFen: fenShape,
  method: z.enum(paymentMethods),
  receiptNumber: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string(),
  /** numbers of the rent lines it went to */
  lines: z.array(z.int()),
  /** taken back by a counter entry, or itself the counter entry of another */
  state: z.enum(['stands', 'reversed', 'reversal']),
});

export const contractView = contractRow.extend({
  tenantId: z.uuid().nullable(),
  decisionNumber: z.string().nullable(),
  signedOn: z.string(),
  periodMonths: z.int(),
  instalments: z.int(),
  dueAt: z.enum(dueTimes),
  dueDays: z.int(),
  stepBp: z.int().nullable(),
  stepPeriods: z.int().nullable(),
  depositFen: fenShape,
  note: z.string().nullable(),
  closedKind: z.enum(['renewed', 'terminated']).nullable(),
  closedReason: z.string().nullable(),
  renewsId: z.uuid().nullable(),
  renewedById: z.uuid().nullable(),
  totalFen: fenShape,
  paidFen: fenShape,
  rents: z.array(rentLine),
  receipts: z.array(receiptView),
  allowed: z.array(z.string()),
});

export type ContractView = z.output<typeof contractView>;

export const contractFilters = z.object({
  place: place.optional(),
  expiry: z.enum(expiryStates).optional(),
  /** everything that runs out or has run out */
  warned: z.stringbool().optional(),
  arrears: z.stringbool().optional(),
  kind: z.enum(contractKinds).optional(),
  assetClass: z.enum(assetClasses).optional(),
});

export const listContracts = defineRoute({
  method: 'GET',
  path: '/asset-contracts',
  act: 'asset.read',
  summary: 'contracts over assets with their expiry, what is due next and what is in arrears',
  query: pageQuery.extend({
    ...contractFilters.shape,
    sort: z.enum(['throughOn', 'number', 'arrears']).optional(),
  }),
  reply: pageReply(contractRow).extend({ arrearsFen: fenShape }),
});

export const getContract = defineRoute({
  method: 'GET',
  path: '/asset-contracts/:county/:id',
  act: 'asset.read',
  summary: 'one contract with its rent lines and payments',
  params: assetKey,
  reply: contractView,
});

export const recordContract = defineRoute({
  method: 'POST',
  path: '/assets/:county/:id/contracts',
  act: 'asset.let',
  summary: 'record a contract over an asset that is not let; its rent lines are made at once',
  params: assetKey,
  body: contractFields.extend({ contractId: z.uuid() }),
  reply: assetKey,
});

export const correctContract = defineRoute({
  method: 'PUT',
  path: '/asset-contracts/:county/:id',
  act: 'asset.let',
  summary: 'correct a contract; its terms only while nothing has been paid on it',
  params: assetKey,
  body: contractFields.extend({ revision: z.int(), reason }),
  reply: assetKey,
});

export const renewContract = defineRoute({
  method: 'POST',
  path: '/asset-contracts/:county/:id/renew',
  act: 'asset.let',
  summary: 'close a contract by the one that follows it',
  params: assetKey,
  body: contractFields.extend({ contractId: z.uuid(), revision: z.int() }),
  reply: assetKey,
});

export const terminateContract = defineRoute({
  method: 'POST',
  path: '/asset-contracts/:county/:id/terminate',
  act: 'asset.let',
  summary: 'close a contract on a day, with the rent still owed',
  params: assetKey,
  body: z.object({
    revision: z.int(),
    closedOn: day,
    /** the running instalment is owed for the days used only */
    prorate: z.boolean().default(false),
    reason,
  }),
  reply: assetKey,
});

export const withdrawContract = defineRoute({
  method: 'POST',
  path: '/asset-contracts/:county/:id/withdraw',
  act: 'asset.let',
  summary: 'void a contract that was recorded by mistake and has no payment',
  params: assetKey,
  body: z.object({ revision: z.int(), reason }),
  reply: z.object({ id: z.uuid() }),
});

export const payRent = defineRoute({
  method: 'POST',
  path: '/asset-contracts/:county/:id/payments',
  act: 'asset.let',
  summary: 'record a payment; it goes to the line that fell due first',
  params: assetKey,
  body: z.object({
    receiptId: z.uuid(),
    paidOn: day,
    amountFen: positiveFenShape,
    method: z.enum(paymentMethods),
    receiptNumber: optionalText(60),
    note: optionalText(500),
  }),
  reply: z.object({ arrearsFen: fenShape }),
});

export const reversePayment = defineRoute({
  method: 'POST',
  path: '/asset-contracts/:county/:id/payments/:receiptId/reverse',
  act: 'asset.let',
  summary: 'take a wrong payment back by counter entries, once',
  params: assetKey.extend({ receiptId: z.uuid() }),
  body: z.object({ newReceiptId: z.uuid(), paidOn: day, reason }),
  reply: z.object({ arrearsFen: fenShape }),
});
