import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { isMonth } from '../../platform/pure/period.ts';
import { charts } from './chart-rules.ts';
import { bookKey, day } from './contract.ts';

const span = z.object({ from: day, to: day });

export const trialRow = z.object({
  code: z.string(),
  ownName: z.string().nullable(),
  level: z.int(),
  hasBelow: z.boolean(),
  openingFen: fenShape,
  debitFen: fenShape,
  creditFen: fenShape,
  closingFen: fenShape,
});

export const getTrialBalance = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/balances',
  act: 'book.read',
  summary: 'trial balance of a span of days; opening and closing debit positive',
  params: bookKey,
  query: span,
  reply: z.object({ rows: z.array(trialRow), balanced: z.boolean() }),
});

export const exportTrialBalance = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/balances/export',
  act: 'book.export',
  summary: 'the trial balance as a workbook',
  params: bookKey,
  query: span,
  reply: z.unknown(),
  download: true,
});

export const getSubBalances = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/balances/:code',
  act: 'book.read',
  summary: 'the details of an account as a balance table',
  params: bookKey.extend({ code: z.string().max(20) }),
  query: span,
  reply: z.object({
    rows: z.array(
      z.object({
        sub: z.string(),
        name: z.string(),
        openingFen: fenShape,
        debitFen: fenShape,
        creditFen: fenShape,
        closingFen: fenShape,
      }),
    ),
  }),
});

const detailRow = z.object({
  entryId: z.uuid(),
  series: z.string(),
  number: z.int(),
  occurredOn: z.string(),
  memo: z.string(),
  code: z.string(),
  sub: z.string(),
  subName: z.string().nullable(),
  debitFen: fenShape,
  creditFen: fenShape,
  balanceFen: fenShape,
  quantity: z.number().nullable(),
});

const detailQuery = span.extend({
  /** an account with those below it; all accounts without one */
  code: z.string().max(20).optional(),
  sub: z.string().max(80).optional(),
});

export const getDetailLedger = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/ledger',
  act: 'book.read',
  summary: 'detail ledger of an account or one of its details, with the balance after each line',
  params: bookKey,
  query: detailQuery.extend(pageQuery.pick({ limit: true, offset: true }).shape),
  reply: pageReply(detailRow).extend({
    openingFen: fenShape,
    debitFen: fenShape,
    creditFen: fenShape,
    closingFen: fenShape,
  }),
});

export const exportDetailLedger = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/ledger/export',
  act: 'book.export',
  summary: 'the detail ledger as a workbook',
  params: bookKey,
  query: detailQuery,
  reply: z.unknown(),
  download: true,
});

const generalRow = z.object({
  month: z.string(),
  debitFen: fenShape,
  creditFen: fenShape,
  yearDebitFen: fenShape,
  yearCreditFen: fenShape,
  balanceFen: fenShape,
});

const generalQuery = z.object({ code: z.string().min(3).max(20), year: z.coerce.number().int().min(1978).max(2200) });

export const getGeneralLedger = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/general',
  act: 'book.read',
  summary: 'general ledger of an account for a fiscal year, month by month',
  params: bookKey,
  query: generalQuery,
  reply: z.object({ openingFen: fenShape, rows: z.array(generalRow) }),
});

export const exportGeneralLedger = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/general/export',
  act: 'book.export',
  summary: 'the general ledger as a workbook',
  params: bookKey,
  query: generalQuery,
  reply: z.unknown(),
  download: true,
});

export const statements = ['sheet', 'surplus', 'equity'] as const;

export type StatementName = (typeof statements)[number];

const statementParams = bookKey.extend({ statement: z.enum(statements) });
const statementQuery = z.object({
  year: z.coerce.number().int().min(1978).max(2200),
  /** last month that counts; the whole fiscal year without one */
  month: z.string().refine(isMonth, 'month_format').optional(),
});

export const statementRow = z.object({
  row: z.string(),
  /** accounts whose balances or turnover the row adds up */
  codes: z.array(z.string()),
  isTotal: z.boolean(),
  amounts: z.array(fenShape.nullable()),
});

export const getStatement = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/statements/:statement',
  act: 'book.read',
  summary: 'an official statement for a fiscal year or its months so far, with its cross-checks',
  params: statementParams,
  query: statementQuery,
  reply: z.object({
    chart: z.enum(charts),
    year: z.int(),
    from: z.string(),
    to: z.string(),
    /** codes of the columns: `closing opening`, `current previous`, or the accounts of equity */
    columns: z.array(z.string()),
    rows: z.array(statementRow),
    basis: z.enum(['official', 'remembered']),
    checks: z.array(
      z.object({
        statement: z.enum(['sheet', 'surplus']),
        row: z.int(),
        otherStatement: z.enum(['sheet', 'surplus']),
        other: z.int(),
        leftFen: fenShape,
        rightFen: fenShape,
        holds: z.boolean(),
      }),
    ),
    leftOut: z.array(z.object({ code: z.string(), amountFen: fenShape })),
    unexplained: z.array(z.string()),
    /** of a closed year */
    closed: z.object({ on: z.string(), digest: z.string() }).nullable(),
  }),
});

export const exportStatement = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/statements/:statement/export',
  act: 'book.export',
  summary: 'an official statement as a workbook',
  params: statementParams,
  query: statementQuery,
  reply: z.unknown(),
  download: true,
});
