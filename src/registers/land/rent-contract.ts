import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { paymentMethods } from '../../platform/pure/rent.ts';
import { day, landKey, optionalText, place, reason } from './contract.ts';
import { transferKinds } from './transfer-rules.ts';

const paymentFields = {
  paidOn: day,
  method: z.enum(paymentMethods),
  receiptNumber: optionalText(60),
  note: optionalText(500),
};

export const payRent = defineRoute({
  method: 'POST',
  path: '/land-transfers/:county/:id/payments',
  act: 'land.transfer',
  summary: 'record a payment of rent, also ahead of its day; it goes to the line that fell due first',
  params: landKey,
  body: z.object({ receiptId: z.uuid(), amountFen: positiveFenShape, ...paymentFields }),
  reply: z.object({ arrearsFen: fenShape }),
});

export const reverseRent = defineRoute({
  method: 'POST',
  path: '/land-transfers/:county/:id/payments/:rentReceiptId/reverse',
  act: 'land.transfer',
  summary: 'take a wrong payment back by counter entries, once',
  params: landKey.extend({ rentReceiptId: z.uuid() }),
  body: z.object({ newReceiptId: z.uuid(), paidOn: day, reason }),
  reply: z.object({ arrearsFen: fenShape }),
});

export const dueRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  number: z.string(),
  grantorName: z.string(),
  takerName: z.string(),
  areaMu: z.number(),
  lines: z.int(),
  firstDueOn: z.string(),
  owedFen: fenShape,
});

export const listDue = defineRoute({
  method: 'GET',
  path: '/land-rents/due',
  act: 'land.read',
  summary: 'rent of a village that is due by a day and not paid, transfer by transfer, of one taker or of all',
  query: z.object({ place, through: day, taker: z.string().trim().max(100).optional() }),
  reply: z.object({ rows: z.array(dueRow), owedFen: fenShape }),
});

export const runRents = defineRoute({
  method: 'POST',
  path: '/land-rents/run',
  act: 'land.transfer',
  summary:
    'record that all rent of these transfers due by a day was paid; refused when it is another sum than was seen',
  body: z.object({
    runId: z.uuid(),
    place,
    through: day,
    transfers: z.array(z.uuid()).min(1).max(2000),
    expectedFen: positiveFenShape,
    ...paymentFields,
  }),
  reply: z.object({ lines: z.int(), amountFen: fenShape }),
});

const ages = { d30: fenShape, d90: fenShape, d180: fenShape, d365: fenShape, older: fenShape };

export const arrearsRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  number: z.string(),
  kind: z.enum(transferKinds),
  grantorName: z.string(),
  takerName: z.string(),
  payerName: z.string().nullable(),
  firstDueOn: z.string(),
  owedFen: fenShape,
  ...ages,
});

export type ArrearsRow = z.output<typeof arrearsRow>;

export const arrearsFilters = z.object({ place: place.optional() });

export const listArrears = defineRoute({
  method: 'GET',
  path: '/land-rents/arrears',
  act: 'land.read',
  summary: 'transfers with rent in arrears by age: up to 30, 90, 180 and 365 days and older',
  query: pageQuery.extend({ ...arrearsFilters.shape, sort: z.enum(['owed', 'firstDueOn']).optional() }),
  reply: pageReply(arrearsRow).extend({ owedFen: fenShape, ...ages }),
});

const ownTransfer = z.object({
  county: z.int(),
  id: z.uuid(),
  number: z.string(),
  parcelName: z.string(),
  landKind: z.string(),
  takerName: z.string(),
  areaMu: z.number(),
  startsOn: z.string(),
  throughOn: z.string(),
  closedOn: z.string().nullable(),
  rentFen: fenShape,
  paidFen: fenShape,
  nextDueOn: z.string().nullable(),
  nextDueFen: fenShape.nullable(),
});

export const listOwnLand = defineRoute({
  method: 'GET',
  path: '/my-land',
  act: 'land.own',
  summary: 'land of the household that is signed in: its parcels, what it let, and the rent it received by year',
  reply: z.object({
    parcels: z.array(
      z.object({ id: z.uuid(), number: z.string(), name: z.string(), kind: z.string(), areaMu: z.number() }),
    ),
    transfers: z.array(ownTransfer),
    years: z.array(z.object({ year: z.int(), receivedFen: fenShape })),
  }),
});
