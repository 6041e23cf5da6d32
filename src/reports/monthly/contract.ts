import { z } from 'zod';
import { monthField, placeField, submissionView } from '../../activities/submissions/contract.ts';
import { defineRoute } from '../../platform/http/contract.ts';

const placeMonth = z.object({ place: placeField, month: monthField });

export const reportCell = z.object({
  indicator: z.string(),
  value: z.number(),
  rowCount: z.int(),
  previous: z.number().nullable(),
  lastYear: z.number().nullable(),
  live: z.number(),
  exceptions: z.array(z.enum(['jump', 'changed_since', 'emptied'])),
});

export const restatementView = z.object({
  aboutMonth: monthField,
  indicator: z.string(),
  difference: z.number(),
  villages: z.int(),
  causes: z.array(
    z.object({ recordType: z.string(), county: z.int(), recordId: z.uuid(), change: z.enum(['added', 'removed']) }),
  ),
});

export const reportView = z.object({
  submission: submissionView,
  /** villages of the range, and how many of them have not confirmed */
  villages: z.int(),
  unconfirmed: z.int(),
  cells: z.array(reportCell),
  restatements: z.array(restatementView),
  cutoff: z.string().nullable(),
  digest: z.string().nullable(),
  allowed: z.array(z.string()),
});

export const getReport = defineRoute({
  method: 'GET',
  path: '/reports/monthly',
  act: 'report.read',
  summary: 'the computed monthly report of a place: frozen where confirmed, live where not yet',
  query: placeMonth,
  reply: reportView,
});

export const listReportRows = defineRoute({
  method: 'GET',
  path: '/reports/monthly/rows',
  act: 'report.read',
  summary: 'the records behind one cell of a report, as known when the villages confirmed',
  query: placeMonth.extend({
    indicator: z.string().max(80),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    value: z.number(),
    total: z.int(),
    rows: z.array(
      z.object({
        county: z.int(),
        place: z.int(),
        placeName: z.string(),
        occurredOn: z.iso.date(),
        quantity: z.number(),
        unit: z.string(),
        dims: z.record(z.string(), z.unknown()),
        recordType: z.string(),
        recordId: z.uuid(),
      }),
    ),
  }),
});

export const confirmReport = defineRoute({
  method: 'POST',
  path: '/reports/monthly/confirm',
  act: 'submission.confirm',
  summary: 'confirm the month of one’s own place: a village freezes its figures, a higher place sends the sum up',
  body: z.object({ place: z.int(), month: monthField, remark: z.string().trim().max(2000).optional() }),
  reply: z.object({ id: z.uuid(), snapshot: z.int(), digest: z.string(), cutoff: z.string(), restatements: z.int() }),
});

export const listExceptions = defineRoute({
  method: 'GET',
  path: '/reports/monthly/exceptions',
  act: 'report.read',
  summary: 'the reports directly below with the figures that deserve a look before approval',
  query: placeMonth,
  reply: z.object({
    rows: z.array(
      z.object({
        submission: submissionView,
        exceptions: z.array(
          z.object({
            indicator: z.string(),
            kinds: z.array(z.string()),
            value: z.number(),
            previous: z.number().nullable(),
            live: z.number(),
          }),
        ),
      }),
    ),
  }),
});

export const exportReport = defineRoute({
  method: 'GET',
  path: '/reports/monthly/export',
  act: 'report.read',
  summary: 'the report as Excel, Word or PDF',
  query: placeMonth.extend({ format: z.enum(['xlsx', 'docx', 'pdf']) }),
  reply: z.unknown(),
  download: true,
});

export const bindReport = defineRoute({
  method: 'POST',
  path: '/reports/monthly/bind',
  act: 'report.read',
  summary: 'fill an office’s own workbook: cells that say {{indicator}} get the figure',
  query: placeMonth,
  reply: z.unknown(),
  upload: true,
  download: true,
});
