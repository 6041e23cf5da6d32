import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { done, recordKey, revision } from './application-contract.ts';
import { differenceCodes } from './compare-rules.ts';

export const lineStates = ['matched', 'taken', 'different', 'unknown', 'explained'] as const;

const statementRow = z.object({
  county: z.int(),
  id: z.uuid(),
  bankName: z.string(),
  fileName: z.string(),
  lines: z.int(),
  taken: z.int(),
  matched: z.int(),
  different: z.int(),
  unknown: z.int(),
  explained: z.int(),
  recordedOn: z.string(),
});

export const listStatements = defineRoute({
  method: 'GET',
  path: '/loan-statements',
  act: 'loan.read',
  summary: 'workbooks of banks that were compared',
  query: pageQuery.pick({ q: true, limit: true, offset: true }),
  reply: pageReply(statementRow),
});

export const getStatement = defineRoute({
  method: 'GET',
  path: '/loan-statements/:county/:id',
  act: 'loan.read',
  summary: 'one comparison',
  params: recordKey,
  reply: statementRow.extend({ allowed: z.array(z.string()) }),
});

export const listStatementLines = defineRoute({
  method: 'GET',
  path: '/loan-statements/:county/:id/lines',
  act: 'loan.read',
  summary: 'the lines of a comparison, those that differ first',
  params: recordKey,
  query: pageQuery.pick({ q: true, limit: true, offset: true }).extend({ state: z.enum(lineStates).optional() }),
  reply: pageReply(
    z.object({
      county: z.int(),
      id: z.uuid(),
      number: z.int(),
      contractNumber: z.string(),
      borrowerName: z.string(),
      receipt: z.string(),
      paidOn: z.string(),
      principalFen: fenShape,
      interestFen: fenShape,
      balanceFen: fenShape.nullable(),
      loanId: z.uuid().nullable(),
      differences: z.array(z.enum(differenceCodes)),
      state: z.enum(lineStates),
      note: z.string().nullable(),
      revision,
    }),
  ),
});

export const explainLine = defineRoute({
  method: 'POST',
  path: '/loan-statement-lines/:county/:id/explain',
  act: 'loan.statement',
  summary: 'say what became of a line that differs',
  params: recordKey,
  body: z.object({ revision, note: z.string().trim().min(2).max(300) }),
  reply: done,
});

const upload = z.object({ county: z.coerce.number().int(), bankId: z.uuid() });

const report = z.object({
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  errors: z.array(z.object({ row: z.int(), column: z.string().optional(), message: z.string() })),
});

export const statementTemplate = defineRoute({
  method: 'GET',
  path: '/loan-statements/template',
  act: 'loan.statement',
  summary: 'the workbook that a bank fills in',
  reply: z.any(),
  download: true,
});

export const checkStatement = defineRoute({
  method: 'POST',
  path: '/loan-statements/check',
  act: 'loan.statement',
  summary: 'compare a bank’s workbook line by line without writing anything',
  query: upload,
  upload: true,
  reply: report,
});

export const takeStatement = defineRoute({
  method: 'POST',
  path: '/loan-statements',
  act: 'loan.statement',
  summary: 'keep the comparison; payments that stand in the bank’s workbook alone are recorded where the plan has room',
  query: upload.extend({ id: z.uuid() }),
  upload: true,
  reply: report,
});
