import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { incomeKinds } from './rules.ts';

const params = z.object({ county: z.coerce.number().int(), id: z.uuid() });
const year = z.coerce.number().int().min(1949).max(2999).optional();
const kind = z.enum(incomeKinds);
const kindSum = z.object({ kind, sumFen: fenShape });

const entry = z.object({
  kind,
  occurredOn: z.string(),
  /** below zero where it was taken back on that day */
  amountFen: fenShape,
  recordType: z.string(),
  recordId: z.uuid(),
  /** what the record is called; null where the reader may not know */
  title: z.string().nullable(),
  /** the page of the record that the amount stands in */
  address: z.string(),
});

export const getIncome = defineRoute({
  method: 'GET',
  path: '/household-income/:county/:id',
  act: 'household_income.read',
  summary:
    'what a household received in a year, by kind, by month and entry by entry: rent of land, dividends, relief, public money, insurance',
  params,
  query: z.object({ year }),
  reply: z.object({
    county: z.int(),
    id: z.uuid(),
    name: z.string(),
    number: z.string(),
    place: z.int(),
    placeName: z.string(),
    year: z.int(),
    /** years in which something was received, and the one asked about, the latest first */
    years: z.array(z.int()),
    sumFen: fenShape,
    kinds: z.array(kindSum),
    months: z.array(z.object({ month: z.string(), sumFen: fenShape, kinds: z.array(kindSum) })),
    entries: z.array(entry),
    allowed: z.array(z.string()),
  }),
});

export type IncomeView = z.output<typeof getIncome.reply>;

export const exportIncome = defineRoute({
  method: 'POST',
  path: '/household-income/:county/:id/export',
  act: 'household_income.export',
  summary: 'the entries of a year, or of one kind or month of it, as a workbook',
  params,
  query: z.object({
    year,
    kind: kind.optional(),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
  }),
  reply: z.unknown(),
  download: true,
});
