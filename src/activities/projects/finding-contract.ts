import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape } from '../../platform/pure/fen-shape.ts';
import { entryTypes, findingSources, findingStates, misuses } from './audit-rules.ts';
import { day, done, optionalCounty, optionalId, place, projectKey, reason } from './contract.ts';

const finding = {
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  number: z.string(),
  source: z.enum(findingSources),
  misuse: z.enum(misuses),
  title: z.string(),
  amountFen: fenShape,
  recoveredFen: fenShape,
  responsible: z.string(),
  foundOn: z.string(),
  dueOn: z.string(),
  state: z.enum(findingStates),
  light: z.enum(['met', 'near', 'late', 'none']),
  closedOn: z.string().nullable(),
  reopened: z.int(),
};

export const listFindings = defineRoute({
  method: 'GET',
  path: '/findings',
  act: 'finding.read',
  summary: 'what audit, discipline and supervision found, until it is put right',
  query: pageQuery.extend({
    state: z.enum(findingStates).optional(),
    misuse: z.enum(misuses).optional(),
    source: z.enum(findingSources).optional(),
    place: place.optional(),
    sort: z.enum(['foundOn', 'dueOn', 'amountFen']).optional(),
  }),
  reply: pageReply(z.object(finding)),
});

export const exportFindings = defineRoute({
  method: 'POST',
  path: '/findings/export',
  act: 'finding.export',
  summary: 'the same list as a workbook',
  query: listFindings.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getFinding = defineRoute({
  method: 'GET',
  path: '/findings/:county/:id',
  act: 'finding.read',
  summary: 'one finding with its entry, its answer and who looked at it',
  params: projectKey,
  reply: z.object({
    ...finding,
    detail: z.string(),
    entryType: z.enum(entryTypes).nullable(),
    entryCounty: z.int().nullable(),
    entryId: z.uuid().nullable(),
    answer: z.string().nullable(),
    answeredOn: z.string().nullable(),
    answeredBy: z.string().nullable(),
    closedBy: z.string().nullable(),
    closingOpinion: z.string().nullable(),
    revision: z.int(),
    allowed: z.array(z.string()),
  }),
});

export const recordFinding = defineRoute({
  method: 'POST',
  path: '/findings',
  act: 'finding.record',
  summary: 'write down what was found, linked to the entry it is about',
  body: z.object({
    id: z.uuid(),
    place,
    number: z.string().trim().min(1).max(40),
    source: z.enum(findingSources),
    misuse: z.enum(misuses),
    title: z.string().trim().min(2).max(200),
    detail: z.string().trim().min(2).max(2000),
    amountFen: amountShape,
    entryType: z
      .enum(entryTypes)
      .nullish()
      .transform((type) => type ?? null),
    entryCounty: optionalCounty,
    entryId: optionalId,
    responsible: z.string().trim().min(2).max(100),
    foundOn: day,
    dueOn: day,
  }),
  reply: done,
});

export const answerFinding = defineRoute({
  method: 'POST',
  path: '/findings/:county/:id/answer',
  act: 'finding.answer',
  summary: 'say how it was put right; what proves it is attached',
  params: projectKey,
  body: z.object({
    revision: z.int(),
    answer: z.string().trim().min(2).max(2000),
    recoveredFen: amountShape.prefault(0),
  }),
  reply: done,
});

export const reviewFinding = defineRoute({
  method: 'POST',
  path: '/findings/:county/:id/review',
  act: 'finding.review',
  summary: 'close a finding that was put right, or send it back; not by who answered',
  params: projectKey,
  body: z.object({ revision: z.int(), verdict: z.enum(['closed', 'returned']), opinion: reason }),
  reply: done,
});
