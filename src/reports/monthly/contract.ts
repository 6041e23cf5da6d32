import { z } from 'zod';
import { lightRow, monthField, placeField, submissionView } from '../../activities/submissions/contract.ts';
import { rowsQuery, rowsReply } from '../../indicators/contract.ts';
import { defineRoute } from '../../platform/http/contract.ts';

const placeMonth = z.object({ place: placeField, month: monthField });
const placeCode = z.int().min(110_000_000_000).max(999_999_999_999);

/** Values in the indicator's unit, basis points for a ratio; null: nothing to divide by, or no figures then. */
export const reportCell = z.object({
  indicator: z.string(),
  value: z.number().nullable(),
  rowCount: z.int(),
  previous: z.number().nullable(),
  lastYear: z.number().nullable(),
  /** as counted now: differs from `value` when records changed after the confirmation */
  live: z.number().nullable(),
  exceptions: z.array(z.enum(['jump', 'changed_since', 'emptied'])),
});

/** A record that made a figure differ. */
export const cause = z.object({
  recordType: z.string(),
  county: z.int(),
  place: z.int(),
  recordId: z.uuid(),
  occurredOn: z.iso.date(),
  change: z.enum(['added', 'removed']),
  /** what people call the record; null where the reader may not know, or where it is gone */
  title: z.string().nullable(),
  address: z.string(),
});

export const restatementView = z.object({
  aboutMonth: monthField,
  indicator: z.string(),
  difference: z.number(),
  places: z.int(),
  causes: z.array(cause),
});

export const reportView = z.object({
  submission: submissionView,
  /** villages that owe a report, and how many of them have not confirmed */
  villages: z.int(),
  unconfirmed: z.int(),
  cells: z.array(reportCell),
  restatements: z.array(restatementView),
  /** acts open to the reader on this report, for example `submission.confirm` */
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
  summary: 'the records behind one cell of a report, as known when each place confirmed',
  query: rowsQuery,
  reply: rowsReply,
});

export const listReportChanges = defineRoute({
  method: 'GET',
  path: '/reports/monthly/changes',
  act: 'report.read',
  summary: 'the records that make a cell of a report differ from what is counted now',
  query: placeMonth.extend({ indicator: z.string().min(1).max(80) }),
  reply: z.object({ changes: z.array(cause.extend({ placeName: z.string() })) }),
});

export const confirmReport = defineRoute({
  method: 'POST',
  path: '/reports/monthly/confirm',
  act: 'submission.confirm',
  summary: 'confirm the month of one’s own place: a village freezes its figures, a higher place sends the sum up',
  body: z.object({ place: placeCode, month: monthField, remark: z.string().trim().max(2000).optional() }),
  reply: z.object({
    id: z.uuid(),
    snapshot: z.int(),
    digest: z.string(),
    cutoff: z.string(),
    restatements: z.int(),
  }),
});

export const listExceptions = defineRoute({
  method: 'GET',
  path: '/reports/monthly/exceptions',
  act: 'report.read',
  summary: 'the reports directly below with the figures that deserve a look before approval, and twelve lights',
  query: placeMonth,
  reply: z.object({
    /** the months of the lights */
    months: z.array(monthField),
    rows: z.array(
      z.object({
        submission: submissionView,
        unconfirmed: z.int(),
        exceptions: z.array(
          z.object({
            indicator: z.string(),
            kinds: z.array(z.string()),
            value: z.number(),
            previous: z.number().nullable(),
            live: z.number(),
          }),
        ),
        lights: lightRow.shape.lights,
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

export const exportRows = defineRoute({
  method: 'POST',
  path: '/figures/rows/export',
  act: 'figure.export',
  summary: 'the records behind a figure as Excel, live or as reported; names leave the system, so the trail says so',
  query: placeMonth.extend({ indicator: z.string().min(1).max(80), as: z.enum(['live', 'report']) }),
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
