import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { done, line, placeField, recordKey } from './contract.ts';
import { insurableKinds, renewalLights } from './rules.ts';

const bp = z.int().nullable();

/** Units in hundredths of a head or mu. */
export const coverageRow = z.object({
  place: z.int(),
  name: z.string(),
  villages: z.int(),
  insuredVillages: z.int(),
  villagesBp: bp,
  households: z.int(),
  insuredHouseholds: z.int(),
  householdsBp: bp,
  headHeld: z.int(),
  headInsured: z.int(),
  headBp: bp,
  muHeld: z.int(),
  muInsured: z.int(),
  muBp: bp,
});

export const showCoverage = defineRoute({
  method: 'GET',
  path: '/insurance-coverage',
  act: 'insurance.oversee',
  summary: 'coverage on a day in three definitions: a place and the places below it, with the target of article 14',
  query: z.object({ place: placeField.optional(), on: z.iso.date().optional() }),
  reply: z.object({
    on: z.string(),
    targetBp: bp,
    /** villages that are still to be insured to reach the target */
    short: z.int(),
    total: coverageRow,
    rows: z.array(coverageRow),
    /** rows of workbooks that wait to be matched */
    waiting: z.int(),
  }),
});

export const listGapVillages = defineRoute({
  method: 'GET',
  path: '/insurance-coverage/villages',
  act: 'insurance.oversee',
  summary: 'villages in which nobody is insured on a day, with how many households each has',
  query: pageQuery.extend({ place: placeField.optional(), on: z.iso.date().optional() }),
  reply: pageReply(z.object({ place: z.int(), name: z.string(), township: z.string(), households: z.int() })),
});

export const listGapHouseholds = defineRoute({
  method: 'GET',
  path: '/insurance-coverage/households',
  act: 'insurance.oversee',
  summary: 'households of a village that are not insured on a day, with what they could insure',
  query: pageQuery.extend({ place: placeField, on: z.iso.date().optional() }),
  reply: pageReply(
    z.object({
      county: z.int(),
      id: z.uuid(),
      number: z.string(),
      name: z.string(),
      hasPhone: z.boolean(),
      units: z.array(z.object({ kind: z.enum(insurableKinds), held: z.number() })),
    }),
  ),
});

export const renewalRow = z.object({
  county: z.int(),
  id: z.uuid(),
  policyId: z.uuid(),
  policyNumber: z.string(),
  place: z.int(),
  placeName: z.string(),
  line,
  name: z.string(),
  householdId: z.uuid().nullable(),
  phoneMasked: z.string().nullable(),
  endsOn: z.string(),
  renewBy: z.string(),
  light: z.enum(renewalLights),
  toldOn: z.string().nullable(),
  channel: z.string().nullable(),
});

export const listRenewals = defineRoute({
  method: 'GET',
  path: '/insurance-renewals',
  act: 'insurance.oversee',
  summary: 'whose insurance ends soon or is over and not renewed; who has no phone is to be visited',
  query: pageQuery.extend({
    place: placeField.optional(),
    line: line.optional(),
    light: z.enum(renewalLights).optional(),
    told: z.enum(['yes', 'no']).optional(),
    sort: z.enum(['endsOn', 'name']).optional(),
  }),
  reply: pageReply(renewalRow),
});

export const exportRenewals = defineRoute({
  method: 'POST',
  path: '/insurance-renewals/export',
  act: 'insurance.export',
  summary: 'the same list as a workbook',
  query: listRenewals.query.omit({ limit: true, offset: true }),
  reply: z.unknown(),
  download: true,
});

export const remindInsured = defineRoute({
  method: 'POST',
  path: '/insured/:county/:id/remind',
  act: 'insurance.remind',
  summary: 'note that somebody was told; once a day',
  params: recordKey,
  body: z.object({
    id: z.uuid(),
    channel: z.enum(['phone', 'message', 'visit']),
    note: z
      .string()
      .trim()
      .max(300)
      .nullish()
      .transform((text) => text || null),
  }),
  reply: done,
});
