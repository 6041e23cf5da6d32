import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';

export const monthField = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const placeField = z.coerce.number().int().min(110_000_000_000).max(999_999_999_999);
const placeCode = z.int().min(110_000_000_000).max(999_999_999_999);
const dateField = z.iso.date();
const reason = z.string().trim().min(2).max(500);

export const submissionLevel = z.enum(['village', 'township', 'banner', 'city']);
export const submissionState = z.enum(['open', 'confirmed', 'returned', 'approved']);
export const lightState = z.enum(['met', 'near', 'late', 'none', 'exempt']);

/** A report of a place and month, sent or not. */
export const submissionView = z.object({
  county: z.int(),
  id: z.uuid().nullable(),
  place: z.int(),
  placeName: z.string(),
  level: submissionLevel,
  month: monthField,
  /** false where no report is due: an urban community, a month before the measure */
  owed: z.boolean(),
  state: submissionState,
  /** how often it was confirmed */
  snapshot: z.int(),
  cutoff: z.string().nullable(),
  /** SHA-256 over the figures, their rows and the reports below */
  digest: z.string().nullable(),
  remark: z.string().nullable(),
  dueOn: dateField,
  /** day of the first confirmation: decides on timeliness */
  sentOn: dateField.nullable(),
  confirmedOn: dateField.nullable(),
  confirmedBy: z.string().nullable(),
  approvedOn: dateField.nullable(),
  answerBy: dateField.nullable(),
  light: lightState,
  returns: z.array(
    z.object({
      indicator: z.string().nullable(),
      reason: z.string(),
      answerBy: dateField,
      returnedBy: z.string(),
      /** 2 and more: the level above the returning one sees it */
      times: z.int(),
    }),
  ),
  revision: z.int().nullable(),
});

export const listSubmissions = defineRoute({
  method: 'GET',
  path: '/submissions',
  act: 'submission.read',
  summary: 'the report of a place and those directly below it, for one month, with lights',
  query: z.object({ place: placeField, month: monthField }),
  reply: z.object({ own: submissionView, children: z.array(submissionView) }),
});

export const lightRow = z.object({ place: z.int(), placeName: z.string(), lights: z.array(lightState) });

export const listLights = defineRoute({
  method: 'GET',
  path: '/submissions/lights',
  act: 'submission.read',
  summary: 'twelve months of lights for a place and the places directly below it',
  query: z.object({ place: placeField, through: monthField }),
  reply: z.object({ months: z.array(monthField), own: lightRow.nullable(), rows: z.array(lightRow) }),
});

export const approveSubmissions = defineRoute({
  method: 'POST',
  path: '/submissions/approve',
  act: 'submission.approve',
  summary: 'approve reports of the level directly below; each answered by itself',
  body: z.object({ month: monthField, places: z.array(placeCode).min(1).max(300) }),
  reply: z.object({
    results: z.array(z.object({ place: z.int(), approved: z.boolean(), code: z.string().nullable() })),
  }),
});

export const returnSubmission = defineRoute({
  method: 'POST',
  path: '/submissions/return',
  act: 'submission.return',
  summary: 'send one report back, with a reason for each figure concerned and a day to answer by',
  body: z.object({
    month: monthField,
    place: placeCode,
    answerBy: dateField,
    items: z
      .array(z.object({ indicator: z.string().max(80).nullable(), reason }))
      .min(1)
      .max(50),
  }),
  reply: z.object({ ok: z.literal(true) }),
});

export const unlockMonth = defineRoute({
  method: 'POST',
  path: '/submissions/unlock',
  act: 'submission.unlock',
  summary: 'open a closed month for one place until a day, for a reason',
  body: z.object({ month: monthField, place: placeCode, untilOn: dateField, reason }),
  reply: z.object({ ok: z.literal(true) }),
});
