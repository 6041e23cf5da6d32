import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { defineSheet, type SheetCode } from '../../platform/sheets/model.ts';
import type { WordPair } from '../../platform/words.ts';
import { words } from './words.ts';

const pairs: Readonly<Record<string, WordPair>> = words;

function codesOf(list: string, codes: readonly string[]): SheetCode[] {
  return codes.map((code) => ({ code, words: pairs[`code.${list}.${code}`] ?? [code, code] }));
}

/** Documents, as they come in and go out. Uses and places are lists in one cell. */
export const documentSheet = defineSheet({
  name: 'fund_documents',
  title: words['documents.title'],
  guide: [words['sheet.guide.lists'], words['sheet.guide.number']],
  unique: ['number'],
  columns: [
    {
      key: 'number',
      title: words['field.number'],
      kind: 'text',
      required: true,
      example: words['sheet.example.number'][0],
      width: 24,
      maxLength: 100,
    },
    {
      key: 'title',
      title: words['field.title'],
      kind: 'text',
      required: true,
      example: words['sheet.example.title'][0],
      width: 34,
      maxLength: 200,
    },
    {
      key: 'fundName',
      title: words['field.fund'],
      kind: 'text',
      required: true,
      example: words['sheet.example.fund'][0],
      width: 26,
      maxLength: 100,
    },
    { key: 'issuedOn', title: words['field.issuedOn'], kind: 'date', required: true, example: '2018-03-01', width: 12 },
    {
      key: 'amountFen',
      title: words['field.amount'],
      kind: 'yuan',
      unit: words['unit.yuan'],
      required: true,
      example: '12000000',
      width: 16,
    },
    {
      key: 'standard',
      title: words['field.standard'],
      kind: 'code',
      codes: codesOf('yes', ['true', 'false']),
      example: 'true',
      width: 12,
    },
    {
      key: 'purposes',
      title: words['field.purposes'],
      kind: 'text',
      required: true,
      note: words['sheet.note.list'],
      example: words['sheet.example.purposes'][0],
      width: 30,
    },
    {
      key: 'payeeKinds',
      title: words['field.payeeKinds'],
      kind: 'text',
      note: words['sheet.note.list'],
      example: '',
      width: 20,
    },
    {
      key: 'places',
      title: words['field.places'],
      kind: 'text',
      required: true,
      note: words['sheet.note.places'],
      example: '150622',
      width: 24,
    },
    { key: 'startsOn', title: words['field.startsOn'], kind: 'date', required: true, example: '2018-03-01', width: 12 },
    { key: 'endsOn', title: words['field.endsOn'], kind: 'date', example: '2019-12-31', width: 12 },
    { key: 'managementBp', title: words['field.managementBp'], kind: 'integer', example: '100', width: 12 },
  ],
});

/** The lines of an order. */
export const lineSheet = defineSheet({
  name: 'fund_order_lines',
  title: words['lines.title'],
  guide: [words['sheet.guide.lines']],
  unique: ['place'],
  columns: [
    {
      key: 'place',
      title: words['field.place'],
      kind: 'place',
      required: true,
      note: words['sheet.note.place'],
      example: '150622100201',
      width: 20,
    },
    {
      key: 'amountFen',
      title: words['field.amount'],
      kind: 'yuan',
      unit: words['unit.yuan'],
      required: true,
      example: '200000',
      width: 16,
    },
  ],
});

const importReport = z.object({
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  errors: z.array(z.object({ row: z.int(), column: z.string().optional(), message: z.string() })),
});

export const checkDocuments = defineRoute({
  method: 'POST',
  path: '/fund-documents/import/check',
  act: 'fund.record',
  summary: 'dry run of a workbook of documents',
  upload: true,
  reply: importReport,
});

export const takeDocuments = defineRoute({
  method: 'POST',
  path: '/fund-documents/import',
  act: 'fund.record',
  summary: 'record the documents of a workbook; good rows are taken, known numbers stay as they are',
  upload: true,
  reply: importReport,
});

export const documentTemplate = defineRoute({
  method: 'POST',
  path: '/fund-documents/template',
  act: 'fund.record',
  summary: 'the workbook to fill in',
  reply: z.unknown(),
  download: true,
});
