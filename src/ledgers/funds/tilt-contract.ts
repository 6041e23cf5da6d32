import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { done, fundKey, place } from './contract.ts';

const weight = z.coerce.number().int().min(0).max(100);

export const tiltWeights = z.object({
  registered_poor: weight,
  members: weight,
  collective_income: weight,
  assets: weight,
});

const values = z.object({
  registered_poor: fenShape,
  members: fenShape,
  collective_income: fenShape,
  assets: fenShape,
});

const result = z.object({
  place: z.int(),
  placeName: z.string(),
  rank: z.int(),
  /** millionths of the strongest possible village */
  score: z.int(),
  amountFen: fenShape,
  values,
});

export const tryTilt = defineRoute({
  method: 'GET',
  path: '/fund-tilts/try',
  act: 'fund.tilt',
  summary:
    'tries weights live: villages ranked by what the records say of them, and the money each would get; keeps nothing',
  query: tiltWeights.extend({
    place: place.optional(),
    on: z.iso.date().optional(),
    totalFen: positiveFenShape,
    /** only key poor villages */
    keyPoor: z.enum(['true', 'false']).optional(),
  }),
  reply: z.object({ measuredOn: z.string(), totalFen: fenShape, results: z.array(result) }),
});

export const keepTilt = defineRoute({
  method: 'POST',
  path: '/fund-tilts',
  act: 'fund.tilt',
  summary: 'keeps a ranking as a decision: weights, what was measured and what came out, computed anew by the server',
  body: z.object({
    id: z.uuid(),
    place,
    name: z.string().trim().min(2).max(100),
    weights: tiltWeights,
    on: z.iso.date(),
    totalFen: positiveFenShape,
    keyPoor: z.boolean().default(false),
  }),
  reply: done,
});

const tiltRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  name: z.string(),
  measuredOn: z.string(),
  totalFen: fenShape,
  villages: z.int(),
  keeperName: z.string(),
});

export const listTilts = defineRoute({
  method: 'GET',
  path: '/fund-tilts',
  act: 'fund.oversee',
  summary: 'rankings that were kept, newest first',
  query: pageQuery.pick({ q: true, order: true, limit: true, offset: true }).extend({
    sort: z.enum(['measuredOn', 'totalFen']).optional(),
  }),
  reply: pageReply(tiltRow),
});

export const getTilt = defineRoute({
  method: 'GET',
  path: '/fund-tilts/:county/:id',
  act: 'fund.oversee',
  summary: 'one kept ranking with the orders that follow it',
  params: fundKey,
  reply: tiltRow.omit({ villages: true }).extend({
    weights: tiltWeights,
    results: z.array(result),
    digest: z.string(),
    orders: z.array(z.object({ county: z.int(), id: z.uuid(), number: z.string(), title: z.string() })),
    allowed: z.array(z.string()),
  }),
});

export const exportTilt = defineRoute({
  method: 'POST',
  path: '/fund-tilts/:county/:id/export',
  act: 'fund.oversee_export',
  summary: 'the ranking as a workbook, to be published',
  params: fundKey,
  reply: z.unknown(),
  download: true,
});
