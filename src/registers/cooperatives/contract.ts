import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { breachCodes } from './composition-rules.ts';
import { cooperativeKinds } from './rules.ts';

const day = z.iso.date();
const reason = z.string().trim().min(2).max(500);
export const cooperativeKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const revisionAndReason = z.object({ revision: z.int().min(1), reason });

function optionalText(most: number) {
  return z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((value) => value || null);
}

const changeable = z.object({
  name: z.string().trim().min(2).max(100),
  creditCode: optionalText(30),
  address: optionalText(200),
  chairperson: optionalText(50),
  phone: optionalText(30),
  business: optionalText(500),
  branchLed: z.boolean().default(false),
  registeredOn: day,
});

export const cooperativeDraft = changeable.extend({
  id: z.uuid(),
  place: z.coerce.number().int().refine(isPlace, 'place_invalid'),
  kind: z.enum(cooperativeKinds),
});

export const cooperativeRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string().nullable(),
  kind: z.enum(cooperativeKinds),
  name: z.string(),
  creditCode: z.string().nullable(),
  chairperson: z.string().nullable(),
  branchLed: z.boolean(),
  registeredOn: z.string(),
  dissolvedOn: z.string().nullable(),
  /** on the day of the request */
  members: z.int(),
  openBreaches: z.int(),
  revision: z.int(),
});

export const breachRow = z.object({
  id: z.uuid(),
  code: z.enum(breachCodes),
  foundOn: z.string(),
  cureBy: z.string(),
  curedOn: z.string().nullable(),
  actual: z.int(),
  bound: z.int(),
  members: z.int(),
});

export const cooperativeView = cooperativeRow.extend({
  address: z.string().nullable(),
  phone: z.string().nullable(),
  business: z.string().nullable(),
  fiscalYearStart: z.string(),
  dissolvedReason: z.string().nullable(),
  breaches: z.array(breachRow),
  composition: z.object({
    members: z.int(),
    farmers: z.int(),
    units: z.int(),
    collectives: z.int(),
    cooperatives: z.int(),
  }),
  allowed: z.array(z.string()),
});

export type CooperativeView = z.output<typeof cooperativeView>;

export const cooperativeFilters = z.object({
  kind: z.enum(cooperativeKinds).optional(),
  state: z.enum(['open', 'dissolved', 'breach']).optional(),
  place: z.coerce.number().int().refine(isPlace, 'place_invalid').optional(),
});

export const listCooperatives = defineRoute({
  method: 'GET',
  path: '/cooperatives',
  act: 'cooperative.read',
  summary: 'cooperative organisations inside the range, with members and open breaches of composition',
  query: pageQuery
    .extend(cooperativeFilters.shape)
    .extend({ sort: z.enum(['name', 'place', 'registeredOn', 'members']).optional() }),
  reply: pageReply(cooperativeRow),
});

export const exportCooperatives = defineRoute({
  method: 'POST',
  path: '/cooperatives/export',
  act: 'cooperative.export',
  summary: 'the list under its filters as a workbook',
  query: cooperativeFilters.extend({ q: z.string().trim().max(100).optional() }),
  reply: z.unknown(),
  download: true,
});

export const getCooperative = defineRoute({
  method: 'GET',
  path: '/cooperatives/:county/:id',
  act: 'cooperative.read',
  summary: 'one organisation with the composition of its members and what is to be cured',
  params: cooperativeKey,
  reply: cooperativeView,
});

export const recordCooperative = defineRoute({
  method: 'POST',
  path: '/cooperatives',
  act: 'cooperative.register',
  summary: 'register an organisation at the village of its seat',
  body: cooperativeDraft,
  reply: cooperativeKey,
});

export const correctCooperative = defineRoute({
  method: 'PUT',
  path: '/cooperatives/:county/:id',
  act: 'cooperative.correct',
  summary: 'correct what was registered; the kind stays, another kind is another organisation',
  params: cooperativeKey,
  body: changeable.extend(revisionAndReason.shape),
  reply: cooperativeKey,
});

export const dissolveCooperative = defineRoute({
  method: 'POST',
  path: '/cooperatives/:county/:id/dissolution',
  act: 'cooperative.dissolve',
  summary: 'note the day on which the organisation was dissolved; its memberships end with it',
  params: cooperativeKey,
  body: revisionAndReason.extend({ dissolvedOn: day }),
  reply: cooperativeKey,
});

export const withdrawCooperative = defineRoute({
  method: 'POST',
  path: '/cooperatives/:county/:id/withdrawal',
  act: 'cooperative.dissolve',
  summary: 'take out an organisation that was registered by mistake and that nothing hangs on',
  params: cooperativeKey,
  body: revisionAndReason,
  reply: cooperativeKey,
});
