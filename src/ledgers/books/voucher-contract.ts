import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { charts } from './chart-rules.ts';
import { bookKey, day, reason } from './contract.ts';
import { mostLines, voucherSeries, voucherStates } from './voucher-rules.ts';

const voucherRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  cooperativeId: z.uuid(),
  bookId: z.uuid(),
  state: z.enum(voucherStates),
  series: z.enum(voucherSeries),
  occurredOn: z.string(),
  number: z.int().nullable(),
  memo: z.string(),
  lineCount: z.int(),
  totalFen: fenShape,
  papers: z.int(),
  template: z.string().nullable(),
  sourceType: z.string().nullable(),
  sourceId: z.string().nullable(),
  sourcePage: z.string().nullable(),
  reversesId: z.uuid().nullable(),
  reversedById: z.uuid().nullable(),
  madeBy: z.uuid(),
  madeByName: z.string(),
  checkedBy: z.uuid().nullable(),
  checkedByName: z.string().nullable(),
  postedAt: z.coerce.date().nullable(),
  revision: z.int(),
});

export const lineShape = z.object({
  memo: z.string().trim().max(200).default(''),
  code: z.string().trim().max(20),
  sub: z.string().trim().max(80).default(''),
  debitFen: fenShape.prefault(0),
  creditFen: fenShape.prefault(0),
  quantity: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
});

const lineView = lineShape.extend({ ownName: z.string().nullable(), subName: z.string().nullable() });

const filters = pageQuery.extend({
  state: z.enum(voucherStates).optional(),
  series: z.enum(voucherSeries).optional(),
  from: day.optional(),
  to: day.optional(),
  sort: z.enum(['occurredOn', 'number', 'totalFen']).optional(),
});

export const listVouchers = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/vouchers',
  act: 'book.read',
  summary: 'vouchers of a book by date, drafts and posted ones',
  params: bookKey,
  query: filters,
  reply: pageReply(voucherRow.extend({ allowed: z.array(z.string()) })),
});

export const exportVouchers = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/vouchers/export',
  act: 'book.export',
  summary: 'the same list as a workbook, line by line',
  params: bookKey,
  query: filters,
  reply: z.unknown(),
  download: true,
});

export const getVoucher = defineRoute({
  method: 'GET',
  path: '/vouchers/:county/:id',
  act: 'book.read',
  summary: 'one voucher with its lines',
  params: bookKey,
  reply: voucherRow.extend({
    chart: z.enum(charts),
    cooperativeName: z.string(),
    lines: z.array(lineView),
    allowed: z.array(z.string()),
  }),
});

const voucherFields = z.object({
  occurredOn: day,
  papers: z.int().min(0).max(9999).default(0),
  lines: z.array(lineShape).max(mostLines),
});

export const recordVoucher = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/vouchers',
  act: 'voucher.record',
  summary: 'keep a voucher as a draft, to be checked by somebody else',
  params: bookKey,
  body: voucherFields.extend({ voucherId: z.uuid(), series: z.enum(['usual', 'opening']).default('usual') }),
  reply: bookKey,
});

export const changeVoucher = defineRoute({
  method: 'PUT',
  path: '/vouchers/:county/:id',
  act: 'voucher.record',
  summary: 'change a draft; who changes it is its maker',
  params: bookKey,
  body: voucherFields.extend({ revision: z.int() }),
  reply: bookKey,
});

export const withdrawVoucher = defineRoute({
  method: 'POST',
  path: '/vouchers/:county/:id/withdraw',
  act: 'voucher.record',
  summary: 'withdraw a draft; its history is kept',
  params: bookKey,
  body: z.object({ revision: z.int(), reason }),
  reply: bookKey,
});

export const checkVoucher = defineRoute({
  method: 'POST',
  path: '/vouchers/:county/:id/check',
  act: 'voucher.check',
  summary: 'check a draft that somebody else made, and post it',
  params: bookKey,
  body: z.object({ revision: z.int() }),
  reply: bookKey.extend({ number: z.int() }),
});

export const checkVouchers = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/vouchers/check',
  act: 'voucher.check',
  summary: 'check and post several drafts by date, all or none',
  params: bookKey,
  body: z.object({
    vouchers: z
      .array(z.object({ id: z.uuid(), revision: z.int() }))
      .min(1)
      .max(200),
  }),
  reply: z.object({ posted: z.int() }),
});

export const reverseVoucher = defineRoute({
  method: 'POST',
  path: '/vouchers/:county/:id/reverse',
  act: 'voucher.record',
  summary: 'write a draft that takes a posted voucher back in red',
  params: bookKey,
  body: z.object({ voucherId: z.uuid(), occurredOn: day, reason: reason.max(200) }),
  reply: bookKey,
});
