import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { isMonth } from '../../platform/pure/period.ts';
import { cardKinds, cardMethods, cardPurposes } from './card-rules.ts';
import { bookKey, day, reason } from './contract.ts';

const month = z.string().refine(isMonth, 'month_format');
const optionalDay = day.nullish().transform((text) => text || null);
const optionalId = z
  .uuid()
  .nullish()
  .transform((id) => id ?? null);

export const cardFields = z.object({
  name: z.string().trim().min(1).max(100),
  kind: z.enum(cardKinds),
  subsidiaryId: z.uuid(),
  assetId: optionalId,
  purpose: z.enum(cardPurposes),
  costFen: positiveFenShape,
  residualFen: amountShape.prefault(0),
  method: z.enum(cardMethods),
  lifeMonths: z.int().min(0).max(1200).default(0),
  lifeUnits: z.int().min(0).max(1_000_000_000).default(0),
  nominal: z.boolean().default(false),
  addedOn: day,
  disposedOn: optionalDay,
});

export const cardView = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  cooperativeId: z.uuid(),
  bookId: z.uuid(),
  name: z.string(),
  kind: z.enum(cardKinds),
  subsidiaryId: z.uuid(),
  subsidiaryName: z.string(),
  assetId: z.uuid().nullable(),
  purpose: z.enum(cardPurposes),
  costFen: fenShape,
  residualFen: fenShape,
  method: z.enum(cardMethods),
  lifeMonths: z.int(),
  lifeUnits: z.int(),
  nominal: z.boolean(),
  addedOn: z.string(),
  disposedOn: z.string().nullable(),
  chargedFen: fenShape,
  chargedThrough: z.string().nullable(),
  revision: z.int(),
});

const filters = pageQuery.extend({
  kind: z.enum(cardKinds).optional(),
  disposed: z.stringbool().optional(),
  sort: z.enum(['name', 'addedOn', 'costFen']).optional(),
});

export const listCards = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/cards',
  act: 'book.read',
  summary: 'cards of the assets that wear out, with what is booked of them',
  params: bookKey,
  query: filters,
  reply: pageReply(cardView),
});

export const exportCards = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/cards/export',
  act: 'book.export',
  summary: 'the same list as a workbook',
  params: bookKey,
  query: filters,
  reply: z.unknown(),
  download: true,
});

export const getCard = defineRoute({
  method: 'GET',
  path: '/asset-cards/:county/:id',
  act: 'book.read',
  summary: 'one card with its depreciation month by month through last month, and the voucher of each',
  params: bookKey,
  reply: cardView.extend({
    assetName: z.string().nullable(),
    months: z.array(
      z.object({
        month: z.string(),
        amountFen: fenShape,
        units: z.int().nullable(),
        voucherId: z.uuid().nullable(),
        /** before these books began: it stands in the opening balances */
        opening: z.boolean(),
      }),
    ),
    allowed: z.array(z.string()),
  }),
});

export const recordCard = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/cards',
  act: 'card.record',
  summary: 'record the card of an asset',
  params: bookKey,
  body: cardFields.extend({ cardId: z.uuid() }),
  reply: bookKey,
});

export const correctCard = defineRoute({
  method: 'PUT',
  path: '/asset-cards/:county/:id',
  act: 'card.record',
  summary: 'correct a card, or say when the asset left; what is booked stays',
  params: bookKey,
  body: cardFields.extend({ revision: z.int(), reason }),
  reply: bookKey,
});

export const withdrawCard = defineRoute({
  method: 'POST',
  path: '/asset-cards/:county/:id/withdraw',
  act: 'card.record',
  summary: 'take a card out on which nothing was booked',
  params: bookKey,
  body: z.object({ revision: z.int(), reason }),
  reply: bookKey,
});

export const recordUse = defineRoute({
  method: 'POST',
  path: '/asset-cards/:county/:id/uses',
  act: 'card.record',
  summary: 'enter the units that the asset worked in a month',
  params: bookKey,
  body: z.object({ useId: z.uuid(), month, units: z.int().min(0).max(1_000_000_000) }),
  reply: bookKey,
});

export const prepareDepreciation = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/prepare-depreciation',
  act: 'voucher.record',
  summary: 'write the depreciation of a month as a draft; each asset and month once',
  params: bookKey,
  body: z.object({ month }),
  reply: z.object({ voucherId: z.uuid() }),
});
