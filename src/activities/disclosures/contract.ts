import { z } from 'zod';
import { charts } from '../../ledgers/books/chart-rules.ts';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { itemClasses, itemCodes } from './items-rules.ts';
import { disclosureForms, disclosureStates, groupPosts, opinions, periods } from './rules.ts';

export const disclosureKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const day = z.iso.date();
export const place = z.coerce.number().int().refine(isPlace, 'place_invalid');
export const reason = z.string().trim().min(2).max(500);
const light = z.enum(['met', 'near', 'late', 'none']);
const itemCode = z.string().refine((code) => itemCodes.includes(code), 'disclosure_item_unknown');

/** Whose finances, of which quarter or month; without a cooperative those of the village itself. */
export const owedKey = z.object({
  place,
  cooperativeId: z.uuid().optional(),
  period: z.enum(periods),
  startsOn: day,
});

export const itemView = z.object({
  code: z.string(),
  class: z.enum(itemClasses),
  /** null where the books do not keep the item apart */
  amountFen: fenShape.nullable(),
  areaMu: z.number().nullable(),
  count: z.int().nullable(),
  source: z.enum(['books', 'assets', 'contracts']).nullable(),
  /** the item that contains this amount already */
  within: z.string().nullable(),
  remark: z.string().nullable(),
});

export type ItemView = z.output<typeof itemView>;

/** The items as they stand in a record. */
export const storedItems = itemView.omit({ class: true }).array();

export const owedRow = z.object({
  county: z.int(),
  /** null while nobody has begun it */
  id: z.uuid().nullable(),
  place: z.int(),
  placeName: z.string(),
  cooperativeId: z.uuid().nullable(),
  name: z.string(),
  form: z.enum(disclosureForms),
  period: z.enum(periods),
  startsOn: z.string(),
  endsOn: z.string(),
  dueOn: z.string(),
  /** in the books of the period */
  vouchers: z.int(),
  state: z.enum(disclosureStates),
  light,
  publishedOn: z.string().nullable(),
});

export type OwedRow = z.output<typeof owedRow>;

export const disclosureFilters = z.object({
  /** default: what ended within the last twelve months */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  place: place.optional(),
  state: z.enum(disclosureStates).optional(),
  light: light.optional(),
  period: z.enum(periods).optional(),
  form: z.enum(disclosureForms).optional(),
});

export const listDisclosures = defineRoute({
  method: 'GET',
  path: '/disclosures',
  act: 'disclosure.read',
  summary:
    'disclosures owed for a year or for the last twelve months, also those that nobody has begun; the earliest due first',
  query: pageQuery.extend({ ...disclosureFilters.shape, sort: z.enum(['due', 'name', 'place']).optional() }),
  reply: pageReply(owedRow).extend({ published: z.int(), late: z.int() }),
});

export const getProposal = defineRoute({
  method: 'GET',
  path: '/disclosures/proposal',
  act: 'disclosure.read',
  summary: 'what a disclosure would say now, item by item, before it is drawn up',
  query: owedKey,
  reply: owedRow.extend({ items: z.array(itemView), allowed: z.array(z.string()) }),
});

export const proposeDisclosure = defineRoute({
  method: 'POST',
  path: '/disclosures',
  act: 'disclosure.propose',
  summary: 'draw up the figures of a quarter or month that is over, for the finance group to check',
  body: owedKey.extend({ id: z.uuid() }),
  reply: disclosureKey,
});

const signatureView = z.object({
  memberId: z.uuid(),
  name: z.string(),
  opinion: z.enum(opinions),
  remark: z.string().nullable(),
  signedOn: z.string(),
});

export const disclosureView = owedRow.extend({
  id: z.uuid(),
  revision: z.int(),
  items: z.array(itemView),
  digest: z.string(),
  /** the books say something else by now; only while it is not published */
  changed: z.boolean(),
  madeOn: z.string(),
  makerName: z.string(),
  checkedOn: z.string().nullable(),
  checkerName: z.string().nullable(),
  signatures: z.array(signatureView),
  /** the finance group on this day */
  group: z.array(z.object({ id: z.uuid(), name: z.string(), post: z.enum(groupPosts) })),
  noticeId: z.uuid().nullable(),
  noticeState: z.enum(['running', 'objected', 'cleared', 'withdrawn']).nullable(),
  allowed: z.array(z.string()),
});

export type DisclosureView = z.output<typeof disclosureView>;

export const getDisclosure = defineRoute({
  method: 'GET',
  path: '/disclosures/:county/:id',
  act: 'disclosure.read',
  summary: 'one disclosure with its items, signatures and notice',
  params: disclosureKey,
  reply: disclosureView,
});

const accountRow = z.object({
  code: z.string(),
  openingFen: fenShape,
  debitFen: fenShape,
  creditFen: fenShape,
  closingFen: fenShape,
});

const lineRow = z.object({
  entryId: z.uuid(),
  ordinal: z.int(),
  code: z.string(),
  occurredOn: z.string(),
  series: z.string(),
  number: z.int(),
  memo: z.string(),
  amountFen: fenShape,
});

export const listItemRows = defineRoute({
  method: 'GET',
  path: '/disclosures/rows',
  act: 'disclosure.read',
  summary: 'the accounts behind an item, and their ledger lines of the period',
  query: owedKey.extend({
    item: itemCode,
    limit: z.coerce.number().int().min(1).max(200).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  reply: pageReply(lineRow).extend({
    county: z.int(),
    chart: z.enum(charts).nullable(),
    accounts: z.array(accountRow),
  }),
});

export const refreshDisclosure = defineRoute({
  method: 'POST',
  path: '/disclosures/:county/:id/refresh',
  act: 'disclosure.propose',
  summary: 'draw up the figures anew from the books of now; remarks stay',
  params: disclosureKey,
  body: z.object({ revision: z.int() }),
  reply: disclosureKey,
});

export const remarkItem = defineRoute({
  method: 'PUT',
  path: '/disclosures/:county/:id/remark',
  act: 'disclosure.propose',
  summary: 'say something about an item, or take it away; figures are never typed',
  params: disclosureKey,
  body: z.object({ revision: z.int(), item: itemCode, remark: optionalText(500) }),
  reply: disclosureKey,
});

export const checkDisclosure = defineRoute({
  method: 'POST',
  path: '/disclosures/:county/:id/check',
  act: 'disclosure.check',
  summary: 'record what the finance group signed; not by who drew up the figures',
  params: disclosureKey,
  body: z.object({
    revision: z.int(),
    signedOn: day,
    signatures: z
      .array(z.object({ memberId: z.uuid(), opinion: z.enum(opinions), remark: optionalText(500) }))
      .min(1)
      .max(20),
  }),
  reply: disclosureKey,
});

export const publishDisclosure = defineRoute({
  method: 'POST',
  path: '/disclosures/:county/:id/publish',
  act: 'disclosure.publish',
  summary: 'put a checked disclosure up as a notice',
  params: disclosureKey,
  body: z.object({ revision: z.int(), contact: optionalText(200) }),
  reply: z.object({ noticeId: z.uuid(), endsOn: z.string() }),
});

export const returnDisclosure = defineRoute({
  method: 'POST',
  path: '/disclosures/:county/:id/return',
  act: 'disclosure.return',
  summary: 'send a disclosure back to be drawn up anew; one that hangs is taken down',
  params: disclosureKey,
  body: z.object({ revision: z.int(), reason }),
  reply: disclosureKey,
});

/** Text that may be left out. */
export function optionalText(most: number) {
  return z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null);
}
