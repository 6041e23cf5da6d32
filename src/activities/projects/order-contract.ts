import { z } from 'zod';
import { purposes } from '../../ledgers/funds/rules.ts';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { day, done, optionalCounty, optionalId, optionalText, place, projectKey, reason } from './contract.ts';
import { approverRoles, orderStates, spendings } from './order-rules.ts';
import { partyKinds } from './rules.ts';

const order = {
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  projectId: z.uuid(),
  projectName: z.string(),
  purpose: z.string(),
  spentOn: z.enum(spendings),
  amountFen: fenShape,
  payeeKind: z.enum(partyKinds),
  payeeName: z.string(),
  invoiceNumber: z.string().nullable(),
  askedOn: z.string(),
  approvals: z.int(),
  state: z.enum(orderStates),
  paidOn: z.string().nullable(),
};

export const listOrders = defineRoute({
  method: 'GET',
  path: '/payment-orders',
  act: 'payment_order.read',
  summary: 'orders to pay inside the range',
  query: pageQuery.extend({
    state: z.enum(orderStates).optional(),
    place: place.optional(),
    projectId: z.uuid().optional(),
    paidFrom: z.iso.date().optional(),
    paidThrough: z.iso.date().optional(),
    sort: z.enum(['askedOn', 'amountFen', 'paidOn']).optional(),
  }),
  reply: pageReply(z.object(order)),
});

export const exportOrders = defineRoute({
  method: 'POST',
  path: '/payment-orders/export',
  act: 'project.export',
  summary: 'the same list as a workbook',
  query: listOrders.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getOrder = defineRoute({
  method: 'GET',
  path: '/payment-orders/:county/:id',
  act: 'payment_order.read',
  summary: 'one order with the approvals it needs and what each of them says',
  params: projectKey,
  reply: z.object({
    ...order,
    cooperativeId: z.uuid().nullable(),
    contractId: z.uuid().nullable(),
    accountCounty: z.int(),
    accountId: z.uuid(),
    documentId: z.uuid().nullable(),
    bankTail: z.string().nullable(),
    invoicedOn: z.string().nullable(),
    memo: z.string(),
    windowFen: fenShape,
    makerName: z.string().nullable(),
    paymentId: z.uuid().nullable(),
    voucherId: z.uuid().nullable(),
    endedReason: z.string().nullable(),
    questions: z.array(
      z.object({
        role: z.enum(approverRoles),
        state: z.enum(['asked', 'approved', 'refused', 'withdrawn']).nullable(),
        approvalId: z.uuid().nullable(),
        name: z.string().nullable(),
        on: z.string().nullable(),
        dueOn: z.string().nullable(),
        opinion: z.string().nullable(),
      }),
    ),
    digest: z.string(),
    revision: z.int(),
    allowed: z.array(z.string()),
  }),
});

export const askOrder = defineRoute({
  method: 'POST',
  path: '/payment-orders',
  act: 'payment_order.ask',
  summary: 'ask for a payment; its amount, with what the payee gets in the days of the rule, says how many approve',
  body: z.object({
    id: z.uuid(),
    county: z.coerce.number().int(),
    projectId: z.uuid(),
    contractId: optionalId,
    purpose: z.enum(purposes),
    spentOn: z.enum(spendings),
    accountCounty: z.coerce.number().int(),
    accountId: z.uuid(),
    documentId: optionalId,
    amountFen: positiveFenShape,
    payeeKind: z.enum(partyKinds),
    payeeCounty: optionalCounty,
    payeeId: optionalId,
    payeeName: optionalText(100),
    bankTail: z
      .string()
      .trim()
      .regex(/^\d{4}$/)
      .nullish()
      .transform((tail) => tail ?? null),
    invoiceNumber: optionalText(40),
    invoicedOn: day.nullish().transform((text) => text || null),
    memo: z.string().trim().min(2).max(200),
  }),
  reply: done.extend({ approvals: z.int(), windowFen: fenShape }),
});

export const payOrder = defineRoute({
  method: 'POST',
  path: '/payment-orders/:county/:id/pay',
  act: 'payment_order.pay',
  summary: 'pay an approved order out of its account; by neither who asked nor who approved',
  params: projectKey,
  body: z.object({ revision: z.int(), overrideId: optionalId }),
  reply: done.extend({ paymentId: z.uuid(), voucherId: z.uuid().nullable() }),
});

export const refuseOrder = defineRoute({
  method: 'POST',
  path: '/payment-orders/:county/:id/refuse',
  act: 'payment_order.pay',
  summary: 'turn an order down, for a reason; it is kept',
  params: projectKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const withdrawOrder = defineRoute({
  method: 'POST',
  path: '/payment-orders/:county/:id/withdraw',
  act: 'payment_order.ask',
  summary: 'take an order back that was not paid, for a reason; it is kept',
  params: projectKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});
