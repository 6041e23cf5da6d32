import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { bookKey, day } from './contract.ts';

export const bookFormats = ['hledger', 'csv', 'xlsx', 'gbt24589'] as const;

export type BookFormat = (typeof bookFormats)[number];

export const exportBooks = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/export',
  act: 'book.export',
  summary: 'all vouchers of a book through a day: hledger journal, CSV, workbook, or the text files of GB/T 24589',
  params: bookKey,
  query: z.object({ format: z.enum(bookFormats), to: day.optional() }),
  reply: z.unknown(),
  download: true,
});
