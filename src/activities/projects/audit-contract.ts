import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { itemVerdicts } from './audit-rules.ts';
import { day, done, optionalText, projectKey } from './contract.ts';

const sample = {
  county: z.int(),
  id: z.uuid(),
  title: z.string(),
  seed: z.string(),
  drawnFor: z.int(),
  drawnForName: z.string(),
  paidFrom: z.string(),
  paidThrough: z.string(),
  leastFen: fenShape,
  population: z.int(),
  populationFen: fenShape,
  size: z.int(),
  drawnOn: z.string(),
  looked: z.int(),
  objected: z.int(),
};

export const listSamples = defineRoute({
  method: 'GET',
  path: '/audit-samples',
  act: 'audit_sample.read',
  summary: 'samples drawn, with how many of their lines were looked at',
  query: pageQuery.pick({ q: true, limit: true, offset: true }),
  reply: pageReply(z.object(sample)),
});

export const drawSample = defineRoute({
  method: 'POST',
  path: '/audit-samples',
  act: 'audit_sample.draw',
  summary: 'draw payments by chance from a seed that is kept: whoever draws again draws the same',
  body: z.object({
    id: z.uuid(),
    title: z.string().trim().min(2).max(100),
    seed: z.string().trim().min(1).max(60),
    drawnFor: z.coerce.number().int().refine(isPlace, 'place_invalid'),
    paidFrom: day,
    paidThrough: day,
    leastFen: amountShape.prefault(0),
    size: z.coerce.number().int().min(1).max(1000),
  }),
  reply: done.extend({ population: z.int(), size: z.int() }),
});

export const getSample = defineRoute({
  method: 'GET',
  path: '/audit-samples/:county/:id',
  act: 'audit_sample.read',
  summary: 'one sample with its lines, and whether the same seed still draws them',
  params: projectKey,
  reply: z.object({
    ...sample,
    populationDigest: z.string(),
    /** drawn again today: `same`, or the payments of those days are others by now */
    redrawn: z.enum(['same', 'other']),
    items: z.array(
      z.object({
        id: z.uuid(),
        number: z.int(),
        paymentCounty: z.int(),
        paymentId: z.uuid(),
        paymentPlace: z.int(),
        placeName: z.string(),
        paidOn: z.string(),
        payeeName: z.string(),
        amountFen: fenShape,
        purpose: z.string().nullable(),
        orderId: z.uuid().nullable(),
        orderCounty: z.int().nullable(),
        files: z.int(),
        verdict: z.enum(itemVerdicts),
        note: z.string().nullable(),
        revision: z.int(),
      }),
    ),
    allowed: z.array(z.string()),
  }),
});

export const judgeItem = defineRoute({
  method: 'POST',
  path: '/audit-samples/:county/:id/items/:itemId',
  act: 'audit_sample.draw',
  summary: 'say what a line of the sample shows: in order, or objected to with the reason',
  params: projectKey.extend({ itemId: z.uuid() }),
  body: z.object({ revision: z.int(), verdict: z.enum(['in_order', 'objected']), note: optionalText(1000) }),
  reply: done,
});

export const exportBundle = defineRoute({
  method: 'POST',
  path: '/audit-samples/:county/:id/bundle',
  act: 'audit_sample.export',
  summary:
    'the evidence of a sample as one archive: its lines, the entries under them, files by hash, findings, a manifest',
  params: projectKey,
  reply: z.any(),
  download: true,
});
