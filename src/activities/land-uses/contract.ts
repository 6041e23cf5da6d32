import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { isArea } from '../../registers/land/rules.ts';
import { applicantKinds, guaranteeStates, landClasses, purposes, useStates } from './rules.ts';

const place = z.coerce.number().int().refine(isPlace, 'place_invalid');
const day = z.iso.date();
const mu = z.number().refine(isArea, 'land_area');
const reason = z.string().trim().min(2).max(500);
const light = z.enum(['met', 'near', 'late', 'none', 'exempt']);
export const useKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });

function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);
}

export const useFields = z.object({
  number: z.string().trim().min(1).max(40),
  applicantKind: z.enum(applicantKinds),
  applicantName: z.string().trim().min(1).max(100),
  projectName: z.string().trim().min(1).max(100),
  /** the project on its own register */
  projectId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
  purpose: z.enum(purposes),
  landClass: z.enum(landClasses),
  areaMu: mu,
  requestedOn: day,
  /** that has to answer */
  department: z.string().trim().min(1).max(100),
});

export type UseFields = z.output<typeof useFields>;

export const useRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  number: z.string(),
  applicantKind: z.enum(applicantKinds),
  applicantName: z.string(),
  projectName: z.string(),
  purpose: z.enum(purposes),
  landClass: z.enum(landClasses),
  areaMu: z.number(),
  requestedOn: z.string(),
  department: z.string(),
  dueOn: z.string(),
  state: z.enum(useStates),
  guarantee: z.enum(guaranteeStates),
  light,
  waitingDays: z.int(),
  grantedMu: z.number().nullable(),
  answeredOn: z.string().nullable(),
  securedOn: z.string().nullable(),
  revision: z.int(),
});

export type UseRow = z.output<typeof useRow>;

export const useView = useRow.extend({
  projectId: z.uuid().nullable(),
  answerDays: z.int(),
  extendedOn: z.string().nullable(),
  extendedReason: z.string().nullable(),
  askedBy: z.string(),
  answeredBy: z.string().nullable(),
  answerDocument: z.string().nullable(),
  answerReason: z.string().nullable(),
  securedDocument: z.string().nullable(),
  /** the latest ecological check of the request (art. 6) */
  ecology: z
    .object({ result: z.string(), checkedOn: z.string(), documentNumber: z.string(), passes: z.boolean() })
    .nullable(),
  allowed: z.array(z.string()),
});

export type UseView = z.output<typeof useView>;

export const useFilters = z.object({
  place: place.optional(),
  guarantee: z.enum(guaranteeStates).optional(),
  applicantKind: z.enum(applicantKinds).optional(),
  purpose: z.enum(purposes).optional(),
  /** of one project */
  project: z.uuid().optional(),
});

export const listUses = defineRoute({
  method: 'GET',
  path: '/land-uses',
  act: 'land_use.read',
  summary: 'requests for industrial land with the clock of their answer and how long they have waited',
  query: pageQuery.extend({ ...useFilters.shape, sort: z.enum(['dueOn', 'requestedOn', 'area', 'number']).optional() }),
  reply: pageReply(useRow).extend({ areaMu: z.number(), grantedMu: z.number() }),
});

export const getUse = defineRoute({
  method: 'GET',
  path: '/land-uses/:county/:id',
  act: 'land_use.read',
  summary: 'one request for land with its answer, its guarantee and its ecological check',
  params: useKey,
  reply: useView,
});

export const askUse = defineRoute({
  method: 'POST',
  path: '/land-uses',
  act: 'land_use.ask',
  summary: 'ask for land for an industry project; the department answers within its working days',
  body: useFields.extend({ id: z.uuid(), place }),
  reply: useKey.extend({ dueOn: z.string() }),
});

export const correctUse = defineRoute({
  method: 'PUT',
  path: '/land-uses/:county/:id',
  act: 'land_use.ask',
  summary: 'correct a request that was not answered yet',
  params: useKey,
  body: useFields.extend({ revision: z.int(), reason }),
  reply: useKey,
});

export const withdrawUse = defineRoute({
  method: 'POST',
  path: '/land-uses/:county/:id/withdraw',
  act: 'land_use.ask',
  summary: 'take a request back before it is answered; it stays on record',
  params: useKey,
  body: z.object({ revision: z.int(), reason }),
  reply: useKey,
});

export const extendUse = defineRoute({
  method: 'POST',
  path: '/land-uses/:county/:id/extend',
  act: 'land_use.answer',
  summary: 'put the answer off once, with its reason, before the last day is over',
  params: useKey,
  body: z.object({ revision: z.int(), reason }),
  reply: useKey.extend({ dueOn: z.string() }),
});

export const answerUse = defineRoute({
  method: 'POST',
  path: '/land-uses/:county/:id/answer',
  act: 'land_use.answer',
  summary: 'grant the land, or a part of it, by a document, or refuse it with a reason; not one’s own request',
  params: useKey,
  body: z.object({
    revision: z.int(),
    answeredOn: day,
    granted: z.boolean(),
    grantedMu: mu.nullish().transform((value) => value ?? null),
    answerDocument: optionalText(60),
    answerReason: optionalText(500),
  }),
  reply: useKey,
});

export const secureUse = defineRoute({
  method: 'POST',
  path: '/land-uses/:county/:id/secure',
  act: 'land_use.answer',
  summary: 'record that the land was handed over, by its document, once',
  params: useKey,
  body: z.object({ revision: z.int(), securedOn: day, securedDocument: z.string().trim().min(1).max(60) }),
  reply: useKey,
});

export const exportUses = defineRoute({
  method: 'POST',
  path: '/land-uses/export',
  act: 'land_use.export',
  summary: 'the requests under their filters as a workbook',
  query: useFilters.extend({
    q: z.string().trim().max(100).optional(),
    sort: z.string().max(60).optional(),
    order: z.enum(['asc', 'desc']).optional(),
  }),
  reply: z.unknown(),
  download: true,
});
