import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape } from '../../platform/pure/fen-shape.ts';
import { bookKey, day, reason } from './contract.ts';
import { memberColumns } from './member-rules.ts';

const amounts = z.record(z.enum(memberColumns), fenShape);

export const listMemberAccounts = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/members',
  act: 'book.read',
  summary: 'what stands for each member on a day',
  params: bookKey,
  query: pageQuery.pick({ q: true, limit: true, offset: true }).extend({ on: day.optional() }),
  reply: pageReply(
    z.object({
      membershipId: z.uuid(),
      number: z.string(),
      name: z.string(),
      contributionFen: fenShape,
      reserveFen: fenShape,
      dueFen: fenShape,
      currentFen: fenShape,
    }),
  ),
});

export const exportMemberAccounts = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/members/export',
  act: 'book.export',
  summary: 'the list of member accounts as a workbook',
  params: bookKey,
  query: pageQuery.pick({ q: true }).extend({ on: day.optional() }),
  reply: z.unknown(),
  download: true,
});

export const memberAccountView = z.object({
  county: z.int(),
  bookId: z.uuid(),
  cooperativeName: z.string(),
  number: z.string(),
  name: z.string(),
  year: z.int(),
  from: z.string(),
  to: z.string(),
  opening: amounts,
  closing: amounts,
  lines: z.array(
    z.object({
      occurredOn: z.string(),
      memo: z.string(),
      amounts: z.partialRecord(z.enum(memberColumns), fenShape),
      trade: z.object({ product: z.string(), unit: z.string(), quantity: z.number(), amountFen: fenShape }).nullable(),
      recordType: z.enum(['voucher', 'member_trade']),
      recordId: z.uuid(),
    }),
  ),
  trades: z.array(z.object({ product: z.string(), unit: z.string(), quantity: z.number(), amountFen: fenShape })),
});

const accountQuery = z.object({ year: z.coerce.number().int().min(1978).max(2200) });

export const getMemberAccount = defineRoute({
  method: 'GET',
  path: '/member-accounts/:county/:id',
  act: 'book.read',
  summary: 'the statutory account of a member for a fiscal year',
  params: bookKey,
  query: accountQuery,
  reply: memberAccountView,
});

export const exportMemberAccount = defineRoute({
  method: 'GET',
  path: '/member-accounts/:county/:id/export',
  act: 'book.export',
  summary: 'the account of a member as a workbook',
  params: bookKey,
  query: accountQuery,
  reply: z.unknown(),
  download: true,
});

const directions = ['delivers', 'takes'] as const;

export const tradeView = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  cooperativeId: z.uuid(),
  membershipId: z.uuid(),
  memberNumber: z.string(),
  memberName: z.string(),
  occurredOn: z.string(),
  direction: z.enum(directions),
  product: z.string(),
  quantity: z.number(),
  unit: z.string(),
  amountFen: fenShape,
  sourceType: z.string().nullable(),
  sourceId: z.string().nullable(),
  revision: z.int(),
  allowed: z.array(z.string()),
});

const tradeFields = z.object({
  occurredOn: day,
  direction: z.enum(directions),
  product: z.string().trim().min(1).max(60),
  quantity: z.coerce.number().min(0).max(99_999_999),
  unit: z.string().trim().min(1).max(10),
  amountFen: amountShape,
});

const tradeQuery = pageQuery.extend({
  direction: z.enum(directions).optional(),
  from: day.optional(),
  to: day.optional(),
  sort: z.enum(['occurredOn', 'memberNumber', 'amountFen']).optional(),
});

export const listTrades = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/trades',
  act: 'book.read',
  summary: 'what members delivered to the cooperative and took from it',
  params: bookKey,
  query: tradeQuery,
  reply: pageReply(tradeView).extend({ sumFen: fenShape }),
});

export const exportTrades = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/trades/export',
  act: 'book.export',
  summary: 'the same list as a workbook',
  params: bookKey,
  query: tradeQuery,
  reply: z.unknown(),
  download: true,
});

export const getTrade = defineRoute({
  method: 'GET',
  path: '/member-trades/:county/:id',
  act: 'book.read',
  summary: 'one trade with a member',
  params: bookKey,
  reply: tradeView.extend({ bookId: z.uuid() }),
});

export const recordTrade = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/trades',
  act: 'trade.record',
  summary: 'record a trade with a member',
  params: bookKey,
  body: tradeFields.extend({ tradeId: z.uuid(), membershipId: z.uuid() }),
  reply: z.object({ county: z.int(), id: z.uuid() }),
});

export const correctTrade = defineRoute({
  method: 'PUT',
  path: '/member-trades/:county/:id',
  act: 'trade.record',
  summary: 'correct a trade; the old state stays in its history',
  params: bookKey,
  body: tradeFields.extend({ revision: z.int(), reason }),
  reply: bookKey,
});

export const withdrawTrade = defineRoute({
  method: 'POST',
  path: '/member-trades/:county/:id/withdraw',
  act: 'trade.record',
  summary: 'withdraw a trade; its history is kept',
  params: bookKey,
  body: z.object({ revision: z.int(), reason }),
  reply: bookKey,
});
