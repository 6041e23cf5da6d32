import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { isMonth } from '../../platform/pure/period.ts';
import { checkCodes } from './closing-rules.ts';
import { bookKey, reason } from './contract.ts';

const month = z.string().refine(isMonth, 'month_format');

const check = z.object({
  code: z.enum(checkCodes),
  state: z.enum(['ok', 'open', 'warn', 'none']),
  count: z.int(),
  amountFen: fenShape,
});

const period = z.object({
  id: z.uuid(),
  state: z.enum(['closed', 'reopened']),
  closedOn: z.string(),
  closedByName: z.string(),
  reopenedOn: z.string().nullable(),
  reopenedByName: z.string().nullable(),
  reopenedFor: z.string().nullable(),
});

export const getClosing = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/closing',
  act: 'book.read',
  summary: 'the month to be closed next with its list, and what is closed so far',
  params: bookKey,
  reply: z.object({
    month: z.string(),
    isOver: z.boolean(),
    isYearEnd: z.boolean(),
    year: z.int(),
    checks: z.array(check),
    mayClose: z.boolean(),
    months: z.array(period.extend({ month: z.string() })),
    years: z.array(period.extend({ year: z.int(), surplusFen: fenShape, digest: z.string() })),
    allowed: z.array(z.string()),
  }),
});

export const closeMonth = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/close',
  act: 'book.close',
  summary: 'close a month, and with its last month the fiscal year',
  params: bookKey,
  body: z.object({ month }),
  reply: z.object({ month: z.string() }),
});

export const prepareYearEnd = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/prepare-year-end',
  act: 'voucher.record',
  summary: 'write the entries that carry the result of a year as drafts',
  params: bookKey,
  body: z.object({ year: z.int().min(1978).max(2200) }),
  reply: z.object({ drafts: z.int() }),
});

export const reopenMonth = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/reopen',
  act: 'book.reopen',
  summary: 'open a closed month and all after it again, for a reason and by another person',
  params: bookKey,
  body: z.object({ month, reason }),
  reply: z.object({ month: z.string() }),
});
