import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';

export const monthField = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const placeField = z.coerce.number().int().min(110_000_000_000).max(999_999_999_999);
const dateField = z.iso.date();
const reason = z.string().trim().min(2).max(500);

export const submissionLevel = z.enum(['village', 'township', 'banner', 'city']);
export const submissionState = z.enum(['open', 'confirmed', 'returned', 'approved']);
export const lightState = z.enum(['on_time', 'due_soon', 'overdue', 'not_due', 'exempt']);

export const submissionView = z.object({
  county: z.int(),
  id: z.uuid().nullable(),
  place: z.int(),
  placeName: z.string(),
  level: submissionLevel,
  month: monthField,
  state: submissionState,
  snapshot: z.int(),
  cutoff: z.string().nullable(),
  digest: z.string().nullable(),
  remark: z.string().nullable(),
  dueOn: dateField,
  confirmedOn: dateField.nullable(),
  confirmedBy: z.string().nullable(),
  approvedOn: dateField.nullable(),
  light: lightState,
  returns: z.array(z.object({ indicator: z.string().nullable(), reason: z.string(), answerBy: dateField })),
  revision: z.int().nullable(),
});

const placeMonth = z.object({ place: placeField, month: monthField });

export const listSubmissions = defineRoute({
  method: 'GET',
  path: '/submissions',
  act: 'submission.read',
  summary: 'the reports of the places directly below one place, for one month, with lights',
  query: placeMonth,
  reply: z.object({ own: submissionView, children: z.array(submissionView) }),
});

export const listLights = defineRoute({
  method: 'GET',
  path: '/submissions/lights',
  act: 'submission.read',
  summary: 'twelve months of lights for a place and the places directly below it',
  query: z.object({ place: placeField, through: monthField }),
  reply: z.object({
    months: z.array(monthField),
    rows: z.array(z.object({ place: z.int(), placeName: z.string(), lights: z.array(lightState) })),
  }),
});

export const approveSubmissions = defineRoute({
  method: 'POST',
  path: '/submissions/approve',
  act: 'submission.approve',
  summary: 'approve reports of the level directly below; each answered by itself',
  body: z.object({ month: monthField, places: z.array(z.int()).min(1).max(300) }),
  reply: z.object({ results: z.array(z.object({ place: z.int(), approved: z.boolean(), code: z.string().nullable() })) }),
});

export const returnSubmission = defineRoute({
  method: 'POST',
  path: '/submissions/return',
  act: 'submission.return',
  summary: 'send one report back, with a reason for each figure concerned and a day to answer by',
  body: z.object({
    month: monthField,
    place: z.int(),
    answerBy: dateField,
    items: z.array(z.object({ indicator: z.string().max(80).nullable(), reason })).min(1).max(50),
  }),
  reply: z.object({ ok: z.literal(true) }),
});

export const unlockMonth = defineRoute({
  method: 'POST',
  path: '/submissions/unlock',
  act: 'submission.unlock',
  summary: 'open a closed month for one place until a day, for a reason',
  body: z.object({ month: monthField, place: z.int(), untilOn: dateField, reason }),
  reply: z.object({ ok: z.literal(true) }),
});
