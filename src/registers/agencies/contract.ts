import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { agencyKinds } from './rules.ts';

const place = z.coerce.number().int().refine(isPlace, 'place_invalid');
const day = z.iso.date();
const reason = z.string().trim().min(2).max(500);

export const agencyFields = z.object({
  name: z.string().trim().min(2).max(100),
  kind: z.enum(agencyKinds),
  creditCode: optionalText(40),
  contactName: optionalText(50),
  contactPhone: optionalText(30),
  startsOn: day,
  endsOn: day.nullish().transform((text) => text || null),
});

export const agencyView = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  kind: z.enum(agencyKinds),
  name: z.string(),
  creditCode: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  revision: z.int(),
  allowed: z.array(z.string()),
});

const key = z.object({ county: z.coerce.number().int(), id: z.uuid() });

export const listAgencies = defineRoute({
  method: 'GET',
  path: '/agencies',
  act: 'agency.read',
  summary: 'agencies inside the range, by name, pinyin or kind',
  query: pageQuery.extend({ kind: z.enum(agencyKinds).optional(), sort: z.enum(['name', 'startsOn']).optional() }),
  reply: pageReply(agencyView),
});

export const getAgency = defineRoute({
  method: 'GET',
  path: '/agencies/:county/:id',
  act: 'agency.read',
  summary: 'one agency',
  params: key,
  reply: agencyView,
});

export const recordAgency = defineRoute({
  method: 'POST',
  path: '/agencies',
  act: 'agency.record',
  summary: 'register an agency',
  body: agencyFields.extend({ id: z.uuid(), place }),
  reply: z.object({ county: z.int(), id: z.uuid() }),
});

export const correctAgency = defineRoute({
  method: 'PUT',
  path: '/agencies/:county/:id',
  act: 'agency.record',
  summary: 'correct an agency; the old state stays in its history',
  params: key,
  body: agencyFields.extend({ revision: z.int(), reason }),
  reply: z.object({ county: z.int(), id: z.uuid() }),
});

export const withdrawAgency = defineRoute({
  method: 'POST',
  path: '/agencies/:county/:id/withdraw',
  act: 'agency.withdraw',
  summary: 'take a wrongly registered agency out',
  params: key,
  body: z.object({ revision: z.int(), reason }),
  reply: z.object({ id: z.uuid() }),
});

function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);
}
