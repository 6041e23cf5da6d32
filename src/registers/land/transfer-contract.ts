import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape } from '../../platform/pure/fen-shape.ts';
import { dueTimes, expiryStates, paymentMethods } from '../../platform/pure/rent.ts';
import { day, landKey, lightState, mu, optionalId, optionalText, place, reason } from './contract.ts';
import { holderKinds, landKinds } from './rules.ts';
import { purposes, takerKinds, transferKinds } from './transfer-rules.ts';

function optionalCount(most: number) {
  return z
    .int()
    .min(1)
    .max(most)
    .nullish()
    .transform((value) => value ?? null);
}

/** What a transfer says; the part of the parcel and the rent lines are computed from it. */
export const transferFields = z.object({
  number: z.string().trim().min(1).max(40),
  kind: z.enum(transferKinds),
  takerKind: z.enum(takerKinds),
  /** the household or cooperative on its own register */
  takerId: optionalId,
  /** of a taker that stands on no register */
  takerName: optionalText(100),
  /** who pays where it is not the taker */
  payerName: optionalText(100),
  areaMu: mu,
  purpose: z.enum(purposes),
  filingNumber: optionalText(60),
  signedOn: day,
  startsOn: day,
  throughOn: day,
  rentPerMuFen: amountShape,
  periodMonths: z.int().min(1).max(1200),
  instalments: z.int().min(1).max(12),
  dueAt: z.enum(dueTimes),
  dueDays: z.int().min(0).max(365),
  stepBp: optionalCount(100_000),
  stepPeriods: optionalCount(100),
  note: optionalText(1000),
});

export type TransferFields = z.output<typeof transferFields>;

export const transferRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  parcelId: z.uuid(),
  parcelNumber: z.string(),
  parcelName: z.string(),
  landKind: z.enum(landKinds),
  number: z.string(),
  kind: z.enum(transferKinds),
  grantorKind: z.enum(holderKinds),
  grantorName: z.string(),
  takerKind: z.enum(takerKinds),
  takerName: z.string(),
  areaMu: z.number(),
  startsOn: z.string(),
  throughOn: z.string(),
  closedOn: z.string().nullable(),
  expiry: z.enum(expiryStates),
  light: lightState,
  rentPerMuFen: fenShape,
  /** of one period */
  rentFen: fenShape,
  /** fallen due up to yesterday and not paid */
  arrearsFen: fenShape,
  /** of the next line that is not paid in full */
  nextDueOn: z.string().nullable(),
  revision: z.int(),
});

export type TransferRow = z.output<typeof transferRow>;

const rentLine = z.object({
  id: z.uuid(),
  number: z.int(),
  startsOn: z.string(),
  throughOn: z.string(),
  dueOn: z.string(),
  amountFen: fenShape,
  paidFen: fenShape,
  light: lightState,
});

const receiptView = z.object({
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

export const transferView = transferRow.extend({
  householdId: z.uuid().nullable(),
  takerId: z.uuid().nullable(),
  payerName: z.string().nullable(),
  purpose: z.enum(purposes),
  filingNumber: z.string().nullable(),
  signedOn: z.string(),
  periodMonths: z.int(),
  instalments: z.int(),
  dueAt: z.enum(dueTimes),
  dueDays: z.int(),
  stepBp: z.int().nullable(),
  stepPeriods: z.int().nullable(),
  note: z.string().nullable(),
  closedReason: z.string().nullable(),
  totalFen: fenShape,
  paidFen: fenShape,
  /** paid on lines that have not fallen due */
  prepaidFen: fenShape,
  rents: z.array(rentLine),
  receipts: z.array(receiptView),
  allowed: z.array(z.string()),
});

export type TransferView = z.output<typeof transferView>;

export const transferFilters = z.object({
  place: place.optional(),
  expiry: z.enum(expiryStates).optional(),
  arrears: z.stringbool().optional(),
  kind: z.enum(transferKinds).optional(),
  landKind: z.enum(landKinds).optional(),
  takerKind: z.enum(takerKinds).optional(),
  grantorKind: z.enum(holderKinds).optional(),
  /** of one parcel */
  parcel: z.uuid().optional(),
});

export const listTransfers = defineRoute({
  method: 'GET',
  path: '/land-transfers',
  act: 'land.read',
  summary: 'transfers of land with their expiry, what is due next and what is in arrears',
  query: pageQuery.extend({
    ...transferFilters.shape,
    sort: z.enum(['throughOn', 'number', 'area', 'arrears']).optional(),
  }),
  reply: pageReply(transferRow).extend({ areaMu: z.number(), arrearsFen: fenShape }),
});

export const getTransfer = defineRoute({
  method: 'GET',
  path: '/land-transfers/:county/:id',
  act: 'land.read',
  summary: 'one transfer with its rent lines and payments',
  params: landKey,
  reply: transferView,
});

export const recordTransfer = defineRoute({
  method: 'POST',
  path: '/parcels/:county/:id/transfers',
  act: 'land.transfer',
  summary: 'record a transfer of a parcel or of a part that is free in its term; its rent lines are made at once',
  params: landKey,
  body: transferFields.extend({ transferId: z.uuid() }),
  reply: landKey,
});

export const correctTransfer = defineRoute({
  method: 'PUT',
  path: '/land-transfers/:county/:id',
  act: 'land.transfer',
  summary: 'correct a transfer; area, term and rent only while nothing has been paid on it',
  params: landKey,
  body: transferFields.extend({ revision: z.int(), reason }),
  reply: landKey,
});

export const terminateTransfer = defineRoute({
  method: 'POST',
  path: '/land-transfers/:county/:id/terminate',
  act: 'land.transfer',
  summary: 'end a transfer on a day before its last, with the rent still owed; the land is free from the day after',
  params: landKey,
  body: z.object({
    revision: z.int(),
    closedOn: day,
    /** the running instalment is owed for the days used only */
    prorate: z.boolean().default(false),
    reason,
  }),
  reply: landKey,
});

export const withdrawTransfer = defineRoute({
  method: 'POST',
  path: '/land-transfers/:county/:id/withdraw',
  act: 'land.transfer',
  summary: 'void a transfer that was recorded by mistake and has no payment',
  params: landKey,
  body: z.object({ revision: z.int(), reason }),
  reply: z.object({ id: z.uuid() }),
});
