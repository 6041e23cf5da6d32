import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { bookKey, day, reason } from './contract.ts';
import { voucherSeries } from './voucher-rules.ts';

/** the bank account in the books: 102 of the chart, or an account below it */
const code = z.string().regex(/^\d{3,9}$/);

const posting = z.object({
  voucherId: z.uuid(),
  ordinal: z.int(),
  occurredOn: z.string(),
  series: z.enum(voucherSeries),
  number: z.int(),
  memo: z.string(),
  amountFen: fenShape,
});

const lineView = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  cooperativeId: z.uuid(),
  bookId: z.uuid(),
  code: z.string(),
  occurredOn: z.string(),
  amountFen: fenShape,
  balanceFen: fenShape.nullable(),
  counterparty: z.string().nullable(),
  memo: z.string().nullable(),
  serial: z.string().nullable(),
  voucherId: z.uuid().nullable(),
  ordinal: z.int().nullable(),
  matchedHow: z.enum(['by_rule', 'by_hand']).nullable(),
  matchedByName: z.string().nullable(),
  series: z.enum(voucherSeries).nullable(),
  number: z.int().nullable(),
  /** how many lines of the books it is together; null where it is one */
  splitIn: z.int().nullable(),
  partOf: z.uuid().nullable(),
  /** the voucher it was matched with was taken back in red: the match wants to be undone */
  takenBack: z.boolean(),
  revision: z.int(),
});

const span = z.object({ code, from: day.optional(), to: day.optional() });

const filters = pageQuery
  .extend({ state: z.enum(['matched', 'open']).optional(), sort: z.enum(['occurredOn', 'amountFen']).optional() })
  .extend(span.shape);

export const listBankLines = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/bank-lines',
  act: 'book.read',
  summary: 'lines of the bank statement of an account, each with the voucher it is matched with',
  params: bookKey,
  query: filters,
  reply: pageReply(lineView),
});

export const exportBankLines = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/bank-lines/export',
  act: 'book.export',
  summary: 'the same list as a workbook',
  params: bookKey,
  query: filters,
  reply: z.unknown(),
  download: true,
});

export const listBankPostings = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/bank-postings',
  act: 'book.read',
  summary: 'lines of the bank account in the books that no line of the statement is matched with, the latest first',
  params: bookKey,
  query: pageQuery
    .pick({ q: true, limit: true, offset: true })
    .extend({ ...span.shape, amountFen: fenShape.optional() }),
  reply: pageReply(posting),
});

export const getReconciliation = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/reconciliation',
  act: 'book.read',
  summary: 'both balances of a bank account on a day, each with what only the other side has',
  params: bookKey,
  query: z.object({ code, on: day }),
  reply: z.object({
    on: z.string(),
    bookFen: fenShape,
    bankFen: fenShape.nullable(),
    bankOnlyFen: fenShape,
    booksOnlyFen: fenShape,
    bookAdjustedFen: fenShape,
    bankAdjustedFen: fenShape.nullable(),
    agrees: z.boolean(),
    lines: z.int(),
    open: z.int(),
    postingsOpen: z.int(),
  }),
});

export const getBankLine = defineRoute({
  method: 'GET',
  path: '/bank-lines/:county/:id',
  act: 'book.read',
  summary: 'one line of a bank statement',
  params: bookKey,
  reply: lineView.extend({ cooperativeName: z.string(), parts: z.array(lineView), allowed: z.array(z.string()) }),
});

const report = z.object({
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  errors: z.array(z.object({ row: z.int(), column: z.string().optional(), message: z.string() })),
  /** lines that were matched at once */
  matched: z.int(),
});

export const bankTemplate = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/bank-lines/template',
  act: 'bank.match',
  summary: 'an empty bank statement as a workbook',
  params: bookKey,
  reply: z.unknown(),
  download: true,
});

export const checkBankLines = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/bank-lines/check',
  act: 'bank.match',
  summary: 'look through a bank statement without writing anything',
  params: bookKey,
  query: z.object({ code }),
  upload: true,
  reply: report,
});

export const takeBankLines = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/bank-lines/import',
  act: 'bank.match',
  summary: 'take a bank statement in, all of it or the good rows, and match what can be matched',
  params: bookKey,
  query: z.object({ code, keepGood: z.enum(['true', 'false']).optional() }),
  upload: true,
  reply: report,
});

export const matchAll = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/bank-lines/match',
  act: 'bank.match',
  summary: 'match the open lines of a bank account by rule',
  params: bookKey,
  body: z.object({ code }),
  reply: z.object({ matched: z.int(), open: z.int() }),
});

export const matchLine = defineRoute({
  method: 'POST',
  path: '/bank-lines/:county/:id/match',
  act: 'bank.match',
  summary: 'match a line of the statement with a line of a voucher of the same amount',
  params: bookKey,
  body: z.object({ revision: z.int(), voucherId: z.uuid(), ordinal: z.int().min(1) }),
  reply: bookKey,
});

export const splitLine = defineRoute({
  method: 'POST',
  path: '/bank-lines/:county/:id/split',
  act: 'bank.match',
  summary: 'match one line of the statement with several lines of vouchers that add up to it',
  params: bookKey,
  body: z.object({
    revision: z.int(),
    parts: z
      .array(z.object({ voucherId: z.uuid(), ordinal: z.int().min(1) }))
      .min(2)
      .max(200),
  }),
  reply: bookKey,
});

export const undoMatch = defineRoute({
  method: 'POST',
  path: '/bank-lines/:county/:id/undo',
  act: 'bank.match',
  summary: 'undo a match, of a split line with all its parts; all lines are open again',
  params: bookKey,
  body: z.object({ revision: z.int(), reason }),
  reply: bookKey,
});

export const withdrawBankLine = defineRoute({
  method: 'POST',
  path: '/bank-lines/:county/:id/withdraw',
  act: 'bank.match',
  summary: 'take an open line out that does not belong to this account',
  params: bookKey,
  body: z.object({ revision: z.int(), reason }),
  reply: bookKey,
});
