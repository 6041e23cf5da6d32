import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { noticeKey } from './contract.ts';
import { objectionChannels, objectionConcerns, objectionOutcomes } from './rules.ts';

const place = z.coerce.number().int().refine(isPlace, 'place_invalid');
const done = z.object({ county: z.int(), id: z.uuid() });
const reason = z.string().trim().min(2).max(500);

const phone = z
  .string()
  .trim()
  .max(30)
  .nullish()
  .transform((text) => text || null);
export const objected = z.object({
  id: z.uuid(),
  concerns: z.enum(objectionConcerns),
  name: z
    .string()
    .trim()
    .max(50)
    .nullish()
    .transform((text) => text || null),
  phone,
  statement: z.string().trim().min(2).max(2000),
});

export const objectionView = z.object({
  county: z.int(),
  id: z.uuid(),
  placeName: z.string(),
  noticeId: z.uuid(),
  noticeTitle: z.string(),
  ticket: z.string(),
  channel: z.enum(objectionChannels),
  concerns: z.enum(objectionConcerns),
  name: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  statement: z.string(),
  receivedOn: z.string(),
  answerBy: z.string(),
  light: z.enum(['met', 'near', 'late', 'none']),
  outcome: z.enum(objectionOutcomes).nullable(),
  answer: z.string().nullable(),
  answeredOn: z.string().nullable(),
  answererName: z.string().nullable(),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listObjections = defineRoute({
  method: 'GET',
  path: '/notice-objections',
  act: 'notice.read',
  summary: 'objections inside the range, by the day they are to be answered',
  query: pageQuery.extend({
    state: z.enum(['open', 'answered']).optional(),
    place: place.optional(),
    noticeId: z.uuid().optional(),
    sort: z.enum(['answerBy', 'receivedOn']).optional(),
  }),
  reply: pageReply(objectionView),
});

export const exportObjections = defineRoute({
  method: 'GET',
  path: '/notice-objections/export',
  act: 'notice.read',
  summary: 'the same list as a workbook, telephones masked',
  query: listObjections.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const recordObjection = defineRoute({
  method: 'POST',
  path: '/notices/:county/:id/objections',
  act: 'notice.object',
  summary: 'record an objection told by telephone, on paper or by word of mouth; the reply holds its ticket',
  params: noticeKey,
  body: objected.extend({ channel: z.enum(['phone', 'paper', 'spoken']) }),
  reply: done.extend({ ticket: z.string(), answerBy: z.string() }),
});

export const answerObjection = defineRoute({
  method: 'POST',
  path: '/notice-objections/:county/:id/answer',
  act: 'notice.answer',
  summary: 'answer an objection; one against the maker of the list is answered by somebody else',
  params: noticeKey,
  body: z.object({
    revision: z.int(),
    outcome: z.enum(objectionOutcomes),
    answer: z.string().trim().min(2).max(2000),
  }),
  reply: done,
});

export const revealPhone = defineRoute({
  method: 'POST',
  path: '/notice-objections/:county/:id/reveal',
  act: 'notice.reveal',
  summary: 'the telephone of whoever objected, in clear, for a reason',
  params: noticeKey,
  body: z.object({ reason }),
  reply: z.object({ phone: z.string().nullable() }),
  secret: true,
});
