import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape } from '../../platform/pure/fen-shape.ts';
import type { WordPair } from '../../platform/words.ts';
import { charts } from './chart-rules.ts';
import { bookKey, day, reason } from './contract.ts';
import { chartRoles, eventChoices } from './event-roles-rules.ts';
import { partyKeys } from './event-rules.ts';
import { voucherSeries, voucherStates } from './voucher-rules.ts';
import { words } from './words.ts';

const kind = z.string().regex(/^[a-z_]{3,40}$/);

function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);
}

/** What a business event says besides its kind; which amounts, choices and parties it needs stands in its template. */
export const eventFields = z.object({
  occurredOn: day,
  memo: optionalText(200),
  amounts: z.record(z.string().max(20), amountShape),
  choices: z.partialRecord(z.enum(eventChoices), z.enum(chartRoles)).default({}),
  parties: z.partialRecord(z.enum(partyKeys), z.uuid()).default({}),
  product: optionalText(60),
  quantity: z
    .number()
    .positive()
    .max(99_999_999)
    .nullish()
    .transform((value) => value ?? null),
  unit: optionalText(10),
});

export type EventFields = z.output<typeof eventFields>;

/** What a kind of event is called. */
export function eventName(code: string): WordPair {
  const pairs: Readonly<Record<string, WordPair>> = words;
  return pairs[`event.${code}`] ?? [code, code];
}

export const eventView = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  cooperativeId: z.uuid(),
  bookId: z.uuid(),
  kind,
  occurredOn: z.string(),
  memo: z.string(),
  product: z.string().nullable(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  totalFen: fenShape,
  voucherId: z.uuid(),
  state: z.enum(voucherStates),
  series: z.enum(voucherSeries),
  number: z.int().nullable(),
  takenBack: z.boolean(),
  files: z.int(),
  madeByName: z.string(),
  revision: z.int(),
});

const filters = pageQuery.extend({
  kind: kind.optional(),
  state: z.enum(voucherStates).optional(),
  from: day.optional(),
  to: day.optional(),
  sort: z.enum(['occurredOn', 'totalFen']).optional(),
});

export const listEvents = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/events',
  act: 'book.read',
  summary: 'business events of a book, the latest first, each with the voucher it wrote',
  params: bookKey,
  query: filters,
  reply: pageReply(eventView),
});

export const exportEvents = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/events/export',
  act: 'book.export',
  summary: 'the same list as a workbook',
  params: bookKey,
  query: filters,
  reply: z.unknown(),
  download: true,
});

export const getEvent = defineRoute({
  method: 'GET',
  path: '/business-events/:county/:id',
  act: 'book.read',
  summary: 'one business event with what was entered',
  params: bookKey,
  reply: eventView.extend({
    chart: z.enum(charts),
    cooperativeName: z.string(),
    amounts: z.record(z.string(), fenShape),
    choices: z.partialRecord(z.enum(eventChoices), z.enum(chartRoles)),
    parties: z.partialRecord(z.enum(partyKeys), z.uuid()),
    partyNames: z.partialRecord(z.enum(partyKeys), z.string()),
    allowed: z.array(z.string()),
  }),
});

export const recordEvent = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/events',
  act: 'event.record',
  summary: 'record what happened; its voucher is written by itself and waits to be checked by somebody else',
  params: bookKey,
  body: eventFields.extend({ eventId: z.uuid(), kind }),
  reply: bookKey.extend({ voucherId: z.uuid() }),
});

export const correctEvent = defineRoute({
  method: 'PUT',
  path: '/business-events/:county/:id',
  act: 'event.record',
  summary: 'correct an event whose voucher nobody has checked yet; the voucher follows',
  params: bookKey,
  body: eventFields.extend({ revision: z.int(), reason }),
  reply: bookKey,
});

export const withdrawEvent = defineRoute({
  method: 'POST',
  path: '/business-events/:county/:id/withdraw',
  act: 'event.record',
  summary: 'withdraw an event and its voucher while nobody has checked it',
  params: bookKey,
  body: z.object({ revision: z.int(), reason }),
  reply: bookKey,
});
