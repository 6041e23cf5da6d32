import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { line } from './contract.ts';

const bp = z.int().min(0).max(10_000);
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const termsFields = z.object({
  line,
  startsOn: z.iso.date(),
  centralBp: bp,
  regionBp: bp,
  cityBp: bp,
  bannerBp: bp,
  holderBp: bp,
  seasonFrom: monthDay.nullish().transform((text) => text || null),
  seasonTo: monthDay.nullish().transform((text) => text || null),
  source: z.string().trim().min(2).max(300),
});

export const listTerms = defineRoute({
  method: 'GET',
  path: '/insurance-terms',
  act: 'insurance.read',
  summary: 'who bears the premium of each line from which day on, and its season; newest first',
  reply: z.object({
    rows: z.array(termsFields.extend({ id: z.uuid() })),
    insurers: z.array(z.object({ id: z.uuid(), county: z.int(), name: z.string(), enrolledOn: z.string() })),
    allowed: z.array(z.string()),
  }),
});

export const setTerms = defineRoute({
  method: 'POST',
  path: '/insurance-terms',
  act: 'insurance.terms',
  summary: 'terms of a line from a day on; each day is said once',
  body: termsFields.extend({ id: z.uuid() }),
  reply: z.object({ id: z.uuid() }),
});

export const enrolInsurer = defineRoute({
  method: 'POST',
  path: '/insurers',
  act: 'insurance.terms',
  summary: 'an agency that insures in the city: from now on policies may name it',
  body: z.object({ county: z.int(), agencyId: z.uuid() }),
  reply: z.object({ id: z.uuid() }),
});
