import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { alertKinds, alertStates } from './alert-rules.ts';
import { done, placeField, reason, recordKey } from './contract.ts';

export const alertRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  kind: z.enum(alertKinds),
  name: z.string(),
  policyId: z.uuid().nullable(),
  claimId: z.uuid().nullable(),
  householdId: z.uuid().nullable(),
  foundOn: z.string(),
  /** units in hundredths, amounts in fen, or a count */
  found: z.int(),
  expected: z.int(),
  measuredIn: z.enum(['head', 'mu', 'fen', 'count']),
  state: z.enum(alertStates),
  result: z.string().nullable(),
  decidedOn: z.string().nullable(),
  revision: z.int(),
});

export const listAlerts = defineRoute({
  method: 'GET',
  path: '/insurance-alerts',
  act: 'insurance.oversee',
  summary: 'doubts about policies and claims, each a case with its result; the share that was confirmed',
  query: pageQuery.extend({
    kind: z.enum(alertKinds).optional(),
    state: z.enum(alertStates).optional(),
    place: placeField.optional(),
    sort: z.enum(['foundOn', 'name']).optional(),
  }),
  reply: pageReply(alertRow).extend({
    decided: z.int(),
    confirmed: z.int(),
    /** basis points of the decided cases that were confirmed */
    hitBp: z.int().nullable(),
    allowed: z.array(z.string()),
  }),
});

export const exportAlerts = defineRoute({
  method: 'POST',
  path: '/insurance-alerts/export',
  act: 'insurance.oversee_export',
  summary: 'the same list as a workbook',
  query: listAlerts.query.omit({ limit: true, offset: true }),
  reply: z.unknown(),
  download: true,
});

export const findDoubts = defineRoute({
  method: 'POST',
  path: '/insurance-alerts/find',
  act: 'insurance.review',
  summary: 'look through all policies and claims of a place; what is known already stays one case',
  body: z.object({ place: placeField }),
  reply: z.object({ found: z.int(), fresh: z.int() }),
});

export const decideAlert = defineRoute({
  method: 'POST',
  path: '/insurance-alerts/:county/:id/decide',
  act: 'insurance.review',
  summary: 'the result of looking into a case',
  params: recordKey,
  body: z.object({ revision: z.int(), state: z.enum(['confirmed', 'cleared']), reason }),
  reply: done,
});
