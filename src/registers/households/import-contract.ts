import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { householdFilters } from './contract.ts';

/** where the desk was opened, for the code on paper */
const origin = z
  .string()
  .max(200)
  .regex(/^https?:\/\/[\w.:-]+$/)
  .optional();

const importQuery = z.object({
  /** registration date of new rows that state none; today where absent */
  joinedOn: z.iso.date().optional(),
});

export const importReport = z.object({
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  /** the first of them, in words; the marked workbook names all */
  errors: z.array(z.object({ row: z.int(), column: z.string().optional(), message: z.string() })),
});

export const checkImport = defineRoute({
  method: 'POST',
  path: '/households/import/check',
  act: 'household.import',
  summary: 'dry run of a workbook: what would be inserted, updated, unchanged and rejected',
  upload: true,
  query: importQuery,
  reply: importReport,
});

export const markImport = defineRoute({
  method: 'POST',
  path: '/households/import/marked',
  act: 'household.import',
  summary: 'the same workbook with rejected cells red and commented',
  upload: true,
  query: importQuery,
  reply: z.unknown(),
  download: true,
});

export const takeImport = defineRoute({
  method: 'POST',
  path: '/households/import',
  act: 'household.import',
  summary: 'import a workbook: all or nothing, or the good rows alone; the same file again changes nothing',
  upload: true,
  query: importQuery.extend({ keepGood: z.enum(['true', 'false']).optional() }),
  reply: importReport,
});

export const getTemplate = defineRoute({
  method: 'POST',
  path: '/households/template',
  act: 'household.import',
  summary: 'the workbook to fill in, with the rows that are known already',
  query: z.object({ place: householdFilters.shape.place }),
  reply: z.unknown(),
  download: true,
});

export const printCards = defineRoute({
  method: 'POST',
  path: '/households/cards',
  act: 'household.export',
  summary: 'one card a household as one PDF, for a whole village or under the list’s filters',
  query: householdFilters.extend({ q: z.string().trim().max(100).optional(), origin }),
  reply: z.unknown(),
  download: true,
});

export const printCard = defineRoute({
  method: 'POST',
  path: '/households/:county/:id/card',
  act: 'household.export',
  summary: 'the card of one household as PDF',
  params: z.object({ county: z.coerce.number().int(), id: z.uuid() }),
  query: z.object({ origin }),
  reply: z.unknown(),
  download: true,
});
