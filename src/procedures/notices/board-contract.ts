import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { noticeColumn, noticeKey, noticeLine, noticePair } from './contract.ts';
import { objected } from './objection-contract.ts';
import { noticeKinds, noticeStates, objectionOutcomes, ticketLength } from './rules.ts';

/** What everybody may read: no more than the poster shows. */
export const boardView = z.object({
  county: z.int(),
  id: z.uuid(),
  placeName: z.string(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  body: z.string().nullable(),
  pairs: z.array(noticePair),
  columns: z.array(noticeColumn),
  rowCount: z.int(),
  contentDigest: z.string(),
  contact: z.string().nullable(),
  postedOn: z.string(),
  endsOn: z.string(),
  daysLeft: z.int(),
  over: z.boolean(),
  state: z.enum(noticeStates),
});

export const readBoard = defineRoute({
  method: 'GET',
  path: '/public/notices/:county/:id',
  act: 'public',
  summary: 'a notice as it hangs on the board, without sign-in',
  params: noticeKey,
  reply: boardView,
});

export const listBoardLines = defineRoute({
  method: 'GET',
  path: '/public/notices/:county/:id/lines',
  act: 'public',
  summary: 'rows of a notice as they hang, without sign-in',
  params: noticeKey,
  query: pageQuery.pick({ q: true, limit: true, offset: true }),
  reply: pageReply(noticeLine),
});

export const objectPublicly = defineRoute({
  method: 'POST',
  path: '/public/notices/:county/:id/objections',
  act: 'public',
  summary: 'object to a notice without sign-in; the reply holds the ticket under which the answer is found',
  params: noticeKey,
  body: objected,
  reply: z.object({ ticket: z.string(), answerBy: z.string() }),
  secret: true,
});

export const readAnswer = defineRoute({
  method: 'GET',
  path: '/public/objections/:county/:ticket',
  act: 'public',
  summary: 'what became of an objection, for whoever holds its ticket',
  params: z.object({ county: z.coerce.number().int(), ticket: z.string().toUpperCase().length(ticketLength) }),
  reply: z.object({
    title: z.string(),
    receivedOn: z.string(),
    answerBy: z.string(),
    outcome: z.enum(objectionOutcomes).nullable(),
    answer: z.string().nullable(),
    answeredOn: z.string().nullable(),
  }),
});
