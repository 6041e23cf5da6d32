import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { done, line, placeField, reason, recordKey } from './contract.ts';
import { queueCauses } from './match-rules.ts';

const insurer = z.object({ insurerId: z.uuid() });

/** `inserted`: matched and insured; `updated`: queued to be matched by hand; `unchanged`: known before. */
export const importReport = z.object({
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  /** basis points of the rows that can be read */
  matchedBp: z.int().nullable(),
  errors: z.array(z.object({ row: z.int(), column: z.string().optional(), message: z.string() })),
});

export const checkPolicyImport = defineRoute({
  method: 'POST',
  path: '/insurance-policies/import/check',
  act: 'insurance.import',
  summary: 'dry run of an insurer’s workbook: matched, to be matched by hand, known, rejected',
  upload: true,
  query: insurer,
  reply: importReport,
});

export const markPolicyImport = defineRoute({
  method: 'POST',
  path: '/insurance-policies/import/marked',
  act: 'insurance.import',
  summary: 'the same workbook with rejected cells red and commented',
  upload: true,
  query: insurer,
  reply: z.unknown(),
  download: true,
});

export const takePolicyImport = defineRoute({
  method: 'POST',
  path: '/insurance-policies/import',
  act: 'insurance.import',
  summary: 'take an insurer’s workbook in; the same file again changes nothing',
  upload: true,
  query: insurer.extend({ keepGood: z.enum(['true', 'false']).optional() }),
  reply: importReport,
});

export const getPolicyTemplate = defineRoute({
  method: 'GET',
  path: '/insurance-policies/template',
  act: 'insurance.import',
  summary: 'the workbook as an insurer may fill it in',
  reply: z.unknown(),
  download: true,
});

export const intakeStates = ['open', 'matched', 'dismissed'] as const;

export const intakeRow = z.object({
  county: z.int(),
  id: z.uuid(),
  insurerName: z.string(),
  rowNumber: z.int(),
  number: z.string(),
  line,
  name: z.string(),
  idNumberMasked: z.string().nullable(),
  village: z.string(),
  villagePlace: z.int().nullable(),
  units: z.number(),
  unit: z.enum(['head', 'mu']),
  premiumFen: fenShape,
  startsOn: z.string(),
  endsOn: z.string(),
  cause: z.enum(queueCauses),
  state: z.enum(intakeStates),
  note: z.string().nullable(),
  revision: z.int(),
});

export const listIntake = defineRoute({
  method: 'GET',
  path: '/insurance-intake',
  act: 'insurance.match',
  summary: 'rows of workbooks that fitted nobody for certain: those that wait and those that were matched by hand',
  query: pageQuery.extend({
    state: z.enum(intakeStates).optional(),
    cause: z.enum(queueCauses).optional(),
    place: placeField.optional(),
    sort: z.enum(['number', 'name']).optional(),
  }),
  reply: pageReply(intakeRow),
});

export const matchIntake = defineRoute({
  method: 'POST',
  path: '/insurance-intake/:county/:id/match',
  act: 'insurance.match',
  summary: 'say which household a row means; it goes onto its policy',
  params: recordKey,
  body: z.object({ revision: z.int(), householdCounty: z.int(), householdId: z.uuid() }),
  reply: done,
});

export const dismissIntake = defineRoute({
  method: 'POST',
  path: '/insurance-intake/:county/:id/dismiss',
  act: 'insurance.match',
  summary: 'nobody of the registry: the row stays out, with the reason',
  params: recordKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});
