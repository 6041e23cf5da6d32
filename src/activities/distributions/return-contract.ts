import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { checkCreditCode } from '../../platform/pure/credit-code.ts';
import { amountShape, fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { distributionKey, done } from './contract.ts';

const day = z.iso.date();
const light = z.enum(['met', 'near', 'late', 'none']);
const document = z.string().trim().min(2).max(100);

export const returnRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  cooperativeId: z.uuid(),
  cooperativeName: z.string(),
  number: z.string(),
  payer: z.string(),
  subject: z.string(),
  principalFen: fenShape,
  promisedFen: fenShape,
  paidFen: fenShape,
  arrearsFen: fenShape,
  nextDueOn: z.string().nullable(),
});

export const returnView = returnRow.extend({
  payerCode: z.string().nullable(),
  floorBp: z.int(),
  profitShareBp: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
  months: z.int(),
  schedule: z.array(
    z.object({
      id: z.uuid(),
      ordinal: z.int(),
      dueOn: z.string(),
      floorFen: fenShape,
      profitFen: fenShape.nullable(),
      profitDocument: z.string().nullable(),
      promisedFen: fenShape,
      paidFen: fenShape,
      paidOn: z.string().nullable(),
      light,
      /** what the paid amount is made of */
      receipts: z.array(z.object({ id: z.uuid(), paidOn: z.string(), amountFen: fenShape, document: z.string() })),
      revision: z.int(),
    }),
  ),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listReturns = defineRoute({
  method: 'GET',
  path: '/returns',
  act: 'return.read',
  summary: 'guaranteed returns inside the range: promised, paid, arrears, next due day',
  query: pageQuery.extend({
    place: z.coerce.number().int().refine(isPlace, 'place_invalid').optional(),
    arrears: z.stringbool().optional(),
    sort: z.enum(['nextDueOn', 'arrearsFen', 'payer']).optional(),
  }),
  reply: pageReply(returnRow),
});

export const exportReturns = defineRoute({
  method: 'GET',
  path: '/returns/export',
  act: 'return.read',
  summary: 'the same list as a workbook',
  query: listReturns.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getReturn = defineRoute({
  method: 'GET',
  path: '/returns/:county/:id',
  act: 'return.read',
  summary: 'one contract with its schedule',
  params: distributionKey,
  reply: returnView,
});

export const recordReturn = defineRoute({
  method: 'POST',
  path: '/returns',
  act: 'return.record',
  summary: 'record a contract with a floor or a share of profit; its schedule writes itself',
  body: z.object({
    id: z.uuid(),
    county: z.coerce.number().int(),
    cooperativeId: z.uuid(),
    number: z.string().trim().min(2).max(60),
    payer: z.string().trim().min(2).max(100),
    payerCode: z
      .string()
      .trim()
      .nullish()
      .transform((text) => text || null)
      .superRefine((code, context) => {
        const checked = code === null ? undefined : checkCreditCode(code);
        if (checked && !checked.ok) context.addIssue({ code: 'custom', message: checked.refusal.code });
      }),
    subject: z.string().trim().min(2).max(300),
    principalFen: positiveFenShape,
    floorBp: z.coerce.number().int().min(0).max(10_000),
    profitShareBp: z.coerce.number().int().min(0).max(10_000),
    startsOn: day,
    endsOn: day,
    months: z.coerce
      .number()
      .int()
      .refine((value) => [1, 3, 6, 12].includes(value), 'return_months'),
  }),
  reply: done,
});

export const recordProfit = defineRoute({
  method: 'POST',
  path: '/returns/:county/:id/schedule/:lineId/profit',
  act: 'return.record',
  summary: 'record the profit of a period as the payer reported it; the promise follows from it',
  params: distributionKey.extend({ lineId: z.uuid() }),
  body: z.object({ revision: z.int(), profitFen: fenShape, document }),
  reply: done,
});

export const recordReceipt = defineRoute({
  method: 'POST',
  path: '/returns/:county/:id/schedule/:lineId/receipts',
  act: 'return.record',
  summary: 'record what was received; never more than was promised',
  params: distributionKey.extend({ lineId: z.uuid() }),
  body: z.object({ revision: z.int(), id: z.uuid(), paidOn: day, amountFen: amountShape, document }),
  reply: done,
});
