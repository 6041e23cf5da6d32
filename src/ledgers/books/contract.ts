import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { charts } from './chart-rules.ts';

export const bookKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const day = z.iso.date();
export const reason = z.string().trim().min(2).max(500);

export const bookView = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  cooperativeId: z.uuid(),
  chart: z.enum(charts),
  startsOn: z.string(),
  fiscalYearStart: z.string(),
  closedThrough: z.string(),
  revision: z.int(),
});

const bookListRow = bookView.extend({
  cooperativeName: z.string(),
  cooperativeKind: z.string(),
  placeName: z.string().nullable(),
  drafts: z.int(),
});

export const listBooks = defineRoute({
  method: 'GET',
  path: '/books',
  act: 'book.read',
  summary: 'books of the cooperatives and collectives inside the range',
  query: pageQuery.extend({
    chart: z.enum(charts).optional(),
    place: z.coerce.number().int().optional(),
    cooperativeId: z.uuid().optional(),
    sort: z.enum(['name', 'place', 'closedThrough', 'drafts']).optional(),
  }),
  reply: pageReply(bookListRow),
});

export const getBook = defineRoute({
  method: 'GET',
  path: '/books/:county/:id',
  act: 'book.read',
  summary: 'one set of books, with the organisation that keeps it',
  params: bookKey,
  reply: bookView.extend({
    cooperativeName: z.string(),
    placeName: z.string().nullable(),
    today: z.string(),
    /** the other sets of the same organisation, for example those of the older chart */
    others: z.array(bookView.pick({ county: true, id: true, chart: true, startsOn: true })),
    allowed: z.array(z.string()),
  }),
});

export const openBooks = defineRoute({
  method: 'POST',
  path: '/books',
  act: 'book.open',
  summary: 'open the books of an organisation with the chart its kind demands',
  body: z.object({ id: z.uuid(), county: z.int(), cooperativeId: z.uuid(), startsOn: day }),
  reply: bookKey,
});
