import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { done, fundKey, place, reason, wholeList } from './contract.ts';
import { gridStates, orderKinds, orderStates } from './order-rules.ts';
import { pools } from './rules.ts';

export const orderRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  kind: z.enum(orderKinds),
  upperName: z.string(),
  documentId: z.uuid().nullable(),
  documentNumber: z.string().nullable(),
  number: z.string(),
  title: z.string(),
  occurredOn: z.string(),
  amountFen: fenShape,
  lines: z.int(),
  state: z.enum(orderStates),
  makerName: z.string(),
  checkerName: z.string().nullable(),
  payerName: z.string().nullable(),
});

export const listOrders = defineRoute({
  method: 'GET',
  path: '/fund-orders',
  act: 'fund.oversee',
  summary: 'orders to move money, newest first',
  query: pageQuery.extend({
    kind: z.enum(orderKinds).optional(),
    state: z.enum(orderStates).optional(),
    place: place.optional(),
    sort: z.enum(['occurredOn', 'number', 'amountFen']).optional(),
  }),
  reply: pageReply(orderRow),
});

export const exportOrders = defineRoute({
  method: 'POST',
  path: '/fund-orders/export',
  act: 'fund.oversee_export',
  summary: 'the same list as a workbook',
  query: listOrders.query.omit(wholeList),
  reply: z.unknown(),
  download: true,
});

export const orderView = orderRow.omit({ lines: true }).extend({
  upperCounty: z.int(),
  upperAccount: z.uuid(),
  tiltId: z.uuid().nullable(),
  opinion: z.string().nullable(),
  goals: z.object({
    /** whether the order is carried out only with goals */
    asked: z.boolean(),
    count: z.int(),
    weightBp: z.int(),
    /** of the whole order, once they were scored */
    scoreBp: z.int().nullable(),
  }),
  lines: z.array(
    z.object({
      id: z.uuid(),
      county: z.int(),
      place: z.int(),
      placeName: z.string(),
      accountId: z.uuid(),
      accountName: z.string(),
      amountFen: fenShape,
      standardYear: z.int().nullable(),
      doneOn: z.string().nullable(),
      recalledFen: fenShape,
    }),
  ),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const getOrder = defineRoute({
  method: 'GET',
  path: '/fund-orders/:county/:id',
  act: 'fund.oversee',
  summary: 'one order with its lines inside the range, and what it is to achieve',
  params: fundKey,
  reply: orderView,
});

export const orderLineBody = z.object({
  place,
  /** a cooperative's account instead of the place's own */
  organisationId: z.uuid().optional(),
  amountFen: positiveFenShape,
});

export const makeOrder = defineRoute({
  method: 'POST',
  path: '/fund-orders',
  act: 'fund.order',
  summary: 'make an order: money in by a document, down to accounts below, or back from them',
  body: z.object({
    id: z.uuid(),
    kind: z.enum(orderKinds),
    /** whose account gives or takes back */
    upperPlace: place,
    pool: z.enum(pools).default('special'),
    /** pool of the accounts below; the same where absent */
    lowerPool: z.enum(pools).optional(),
    documentId: z.uuid().optional(),
    number: z.string().trim().min(2).max(100),
    title: z.string().trim().min(2).max(200),
    occurredOn: z.iso.date(),
    /** the year whose grant of article 11 this is */
    standardYear: z.int().min(2018).max(2100).optional(),
    tiltId: z.uuid().optional(),
    lines: z.array(orderLineBody).min(1).max(2_000),
  }),
  reply: done,
});

export const settleBody = z.object({ revision: z.int() });

export const checkOrder = defineRoute({
  method: 'POST',
  path: '/fund-orders/:county/:id/check',
  act: 'fund.check',
  summary: 'agree to an order somebody else made, and to its goals',
  params: fundKey,
  body: settleBody,
  reply: done,
});

export const refuseOrder = defineRoute({
  method: 'POST',
  path: '/fund-orders/:county/:id/refuse',
  act: 'fund.check',
  summary: 'refuse an order, for a reason; it is kept',
  params: fundKey,
  body: settleBody.extend({ reason }),
  reply: done,
});

export const withdrawOrder = defineRoute({
  method: 'POST',
  path: '/fund-orders/:county/:id/withdraw',
  act: 'fund.order',
  summary: 'take back an order that was not carried out, for a reason; it is kept',
  params: fundKey,
  body: settleBody.extend({ reason }),
  reply: done,
});

export const carryOutOrder = defineRoute({
  method: 'POST',
  path: '/fund-orders/:county/:id/carry-out',
  act: 'fund.release',
  summary: 'move the money of a checked order; not by who made or checked it',
  params: fundKey,
  body: settleBody,
  reply: done,
});

export const readLines = defineRoute({
  method: 'POST',
  path: '/fund-orders/lines',
  act: 'fund.order',
  summary: 'the lines of a workbook, to be looked at before an order is made of them; nothing is written',
  upload: true,
  reply: z.object({
    lines: z.array(z.object({ place: z.int(), placeName: z.string(), amountFen: fenShape })),
    totalFen: fenShape,
    errors: z.array(z.object({ row: z.int(), message: z.string() })),
  }),
});

export const linesTemplate = defineRoute({
  method: 'POST',
  path: '/fund-orders/template',
  act: 'fund.order',
  summary: 'a workbook to fill in: with `year` the key poor villages of that day with the standard amount',
  query: z.object({ standard: z.enum(['true', 'false']).optional(), on: z.iso.date().optional() }),
  reply: z.unknown(),
  download: true,
});

export const getGrid = defineRoute({
  method: 'GET',
  path: '/fund-grid',
  act: 'fund.oversee',
  summary: 'the grant of article 11: village by year, with what was short, over, double or not due',
  query: z.object({
    place: place.optional(),
    firstYear: z.coerce.number().int().min(2018).max(2100).optional(),
    lastYear: z.coerce.number().int().min(2018).max(2100).optional(),
    state: z.enum(gridStates).optional(),
  }),
  reply: z.object({
    years: z.array(
      z.object({ year: z.int(), grantFen: fenShape.nullable(), states: z.record(z.enum(gridStates), z.int()) }),
    ),
    rows: z.array(
      z.object({
        place: z.int(),
        placeName: z.string(),
        bannerName: z.string(),
        cells: z.array(
          z.object({
            year: z.int(),
            state: z.enum(gridStates),
            receivedFen: fenShape,
            releases: z.int(),
            orderCounty: z.int().nullable(),
            orderId: z.uuid().nullable(),
          }),
        ),
      }),
    ),
  }),
});

export const exportGrid = defineRoute({
  method: 'POST',
  path: '/fund-grid/export',
  act: 'fund.oversee_export',
  summary: 'the same grid as a workbook',
  query: getGrid.query,
  reply: z.unknown(),
  download: true,
});
