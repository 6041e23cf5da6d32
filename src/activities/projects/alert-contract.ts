import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { alertRules, alertStates } from './alert-fact-rules.ts';
import { misuses } from './audit-rules.ts';
import { day, done, place, projectKey } from './contract.ts';

const alert = {
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  rule: z.enum(alertRules),
  payeeName: z.string().nullable(),
  amountFen: fenShape,
  occurredOn: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  foundOn: z.string(),
  state: z.enum(alertStates),
};

export const entryRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  kind: z.string(),
  occurredOn: z.string(),
  amountFen: fenShape,
  purpose: z.string().nullable(),
  payeeName: z.string().nullable(),
  memo: z.string(),
  orderId: z.uuid().nullable(),
  orderCounty: z.int().nullable(),
});

export const listAlerts = defineRoute({
  method: 'GET',
  path: '/misuse-alerts',
  act: 'misuse_alert.read',
  summary: 'payments and movements that a rule found, each a case with its result',
  query: pageQuery.extend({
    rule: z.enum(alertRules).optional(),
    state: z.enum(alertStates).optional(),
    place: place.optional(),
    sort: z.enum(['occurredOn', 'amountFen', 'foundOn']).optional(),
  }),
  reply: pageReply(z.object(alert)),
});

export const exportAlerts = defineRoute({
  method: 'POST',
  path: '/misuse-alerts/export',
  act: 'misuse_alert.export',
  summary: 'the same list as a workbook',
  query: listAlerts.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

const trialNumber = z.coerce.number().int().min(0).max(9_999_999_999).optional();

export const backTest = defineRoute({
  method: 'GET',
  path: '/misuse-alerts/back-test',
  act: 'misuse_alert.read',
  summary: 'what each rule finds in past payments, with numbers in force or others; nothing is written',
  query: z.object({
    place: place.optional(),
    from: day,
    through: day,
    twoOverFen: trialNumber,
    threeOverFen: trialNumber,
    splitDays: trialNumber,
    roundFen: trialNumber,
    againDays: trialNumber,
    yearEndDays: trialNumber,
    yearEndBp: trialNumber,
    jumpBp: trialNumber,
    listSameBp: trialNumber,
    idleDays: trialNumber,
  }),
  reply: z.object({
    payments: z.int(),
    limits: z.record(z.string(), z.number()),
    rules: z.array(
      z.object({
        rule: z.enum(alertRules),
        found: z.int(),
        foundFen: fenShape,
        /** found ones that are cases already, and what became of them */
        known: z.int(),
        confirmed: z.int(),
        cleared: z.int(),
        /** confirmed among the decided cases of all time, in basis points; null while none is decided */
        hitBp: z.int().nullable(),
      }),
    ),
  }),
});

export const findAlerts = defineRoute({
  method: 'POST',
  path: '/misuse-alerts/find',
  act: 'misuse_alert.find',
  summary: 'run the rules over the payments of these days and open a case for each new finding',
  body: z.object({ place: place.optional(), from: day, through: day }),
  reply: z.object({ payments: z.int(), found: z.int(), opened: z.int(), extended: z.int() }),
});

export const getAlert = defineRoute({
  method: 'GET',
  path: '/misuse-alerts/:county/:id',
  act: 'misuse_alert.read',
  summary: 'one case with its entries and its result',
  params: projectKey,
  reply: z.object({
    ...alert,
    entries: z.array(entryRow),
    result: z.string().nullable(),
    misuse: z.enum(misuses).nullable(),
    decidedOn: z.string().nullable(),
    decidedBy: z.string().nullable(),
    revision: z.int(),
    allowed: z.array(z.string()),
  }),
});

export const decideAlert = defineRoute({
  method: 'POST',
  path: '/misuse-alerts/:county/:id/decide',
  act: 'misuse_alert.decide',
  summary: 'say what became of a case: misuse and of which kind, or nothing amiss',
  params: projectKey,
  body: z.object({
    revision: z.int(),
    state: z.enum(['confirmed', 'cleared']),
    misuse: z
      .enum(misuses)
      .nullish()
      .transform((kind) => kind ?? null),
    result: z.string().trim().min(2).max(1000),
  }),
  reply: done,
});
