import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { done, fundKey, place, reason, wholeList } from './contract.ts';
import { liftableCodes, overrideStates, payeeKinds, purposes, recoveryCauses, recoveryStates } from './rules.ts';

export const overrideRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  accountId: z.uuid(),
  accountName: z.string(),
  documentCounty: z.int(),
  documentId: z.uuid(),
  documentNumber: z.string(),
  code: z.enum(liftableCodes),
  purpose: z.enum(purposes),
  payeeKind: z.enum(payeeKinds),
  payeeId: z.uuid(),
  payeeName: z.string(),
  amountFen: fenShape,
  justification: z.string(),
  askedOn: z.string(),
  askerName: z.string(),
  state: z.enum(overrideStates),
  deciderName: z.string().nullable(),
  decidedOn: z.string().nullable(),
  opinion: z.string().nullable(),
  /** the payment that used it */
  usedBy: z.uuid().nullable(),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listOverrides = defineRoute({
  method: 'GET',
  path: '/fund-overrides',
  act: 'fund.oversee',
  summary: 'leave to pay outside an earmark: asked, granted, refused, used; newest first',
  query: pageQuery.extend({
    state: z.enum(overrideStates).optional(),
    place: place.optional(),
    sort: z.enum(['askedOn', 'amountFen']).optional(),
  }),
  reply: pageReply(overrideRow),
});

export const exportOverrides = defineRoute({
  method: 'POST',
  path: '/fund-overrides/export',
  act: 'fund.oversee_export',
  summary: 'the same list as a workbook',
  query: listOverrides.query.omit(wholeList),
  reply: z.unknown(),
  download: true,
});

export const getOverride = defineRoute({
  method: 'GET',
  path: '/fund-overrides/:county/:id',
  act: 'fund.oversee',
  summary: 'one leave to pay outside an earmark',
  params: fundKey,
  reply: overrideRow,
});

export const askOverride = defineRoute({
  method: 'POST',
  path: '/fund-overrides',
  act: 'fund.override_ask',
  summary: 'ask for leave to pay once outside an earmark: which fault of which document, to whom, how much, and why',
  body: z.object({
    id: z.uuid(),
    county: z.coerce.number().int(),
    accountId: z.uuid(),
    documentId: z.uuid(),
    code: z.enum(liftableCodes),
    purpose: z.enum(purposes),
    payeeKind: z.enum(payeeKinds),
    payeeId: z.uuid(),
    payeeName: z.string().trim().min(1).max(100),
    amountFen: positiveFenShape,
    justification: z.string().trim().min(10).max(1000),
  }),
  reply: done,
});

export const grantOverride = defineRoute({
  method: 'POST',
  path: '/fund-overrides/:county/:id/grant',
  act: 'fund.override_grant',
  summary: 'grant it; not by who asked, and whoever granted does not pay',
  params: fundKey,
  body: z.object({ revision: z.int() }),
  reply: done,
});

export const refuseOverride = defineRoute({
  method: 'POST',
  path: '/fund-overrides/:county/:id/refuse',
  act: 'fund.override_grant',
  summary: 'refuse it, for a reason; it is kept',
  params: fundKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const refusalRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  act: z.string(),
  code: z.string(),
  /** the sentence that was answered, Chinese and English */
  sentence: z.tuple([z.string(), z.string()]),
  accountName: z.string().nullable(),
  purpose: z.enum(purposes).nullable(),
  payeeKind: z.enum(payeeKinds).nullable(),
  payeeName: z.string().nullable(),
  amountFen: fenShape.nullable(),
  occurredOn: z.string().nullable(),
  recordedAt: z.string(),
  triedBy: z.string(),
});

export const listRefusals = defineRoute({
  method: 'GET',
  path: '/fund-refusals',
  act: 'fund.audit',
  summary: 'what was tried with public money and refused, newest first',
  query: pageQuery.extend({
    code: z.string().max(60).optional(),
    place: place.optional(),
    since: z.iso.date().optional(),
    until: z.iso.date().optional(),
    sort: z.enum(['recordedAt', 'amountFen']).optional(),
  }),
  reply: pageReply(refusalRow).extend({
    /** what refused the tries that are asked for; `label` has gaps for what differs from case to case */
    codes: z.array(z.object({ code: z.string(), count: z.int(), label: z.tuple([z.string(), z.string()]) })),
  }),
});

export const exportRefusals = defineRoute({
  method: 'POST',
  path: '/fund-refusals/export',
  act: 'fund.audit',
  summary: 'the same list as a workbook',
  query: listRefusals.query.omit(wholeList),
  reply: z.unknown(),
  download: true,
});

export const recoveryRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  movementId: z.uuid(),
  payeeName: z.string().nullable(),
  paidOn: z.string(),
  cause: z.enum(recoveryCauses),
  grounds: z.string(),
  amountFen: fenShape,
  receivedFen: fenShape,
  orderedOn: z.string(),
  ordererName: z.string(),
  dueOn: z.string(),
  receivedOn: z.string().nullable(),
  state: z.enum(recoveryStates),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listRecoveries = defineRoute({
  method: 'GET',
  path: '/fund-recoveries',
  act: 'fund.oversee',
  summary: 'money to be got back: open, overdue, received; by the day it is due',
  query: pageQuery.extend({
    state: z.enum(recoveryStates).optional(),
    place: place.optional(),
    sort: z.enum(['dueOn', 'amountFen']).optional(),
  }),
  reply: pageReply(recoveryRow).extend({ openFen: fenShape }),
});

export const exportRecoveries = defineRoute({
  method: 'POST',
  path: '/fund-recoveries/export',
  act: 'fund.oversee_export',
  summary: 'the same list as a workbook',
  query: listRecoveries.query.omit(wholeList),
  reply: z.unknown(),
  download: true,
});

export const getRecovery = defineRoute({
  method: 'GET',
  path: '/fund-recoveries/:county/:id',
  act: 'fund.oversee',
  summary: 'one order to get money back',
  params: fundKey,
  reply: recoveryRow,
});

export const orderRecovery = defineRoute({
  method: 'POST',
  path: '/fund-recoveries',
  act: 'fund.recover',
  summary: 'order that money of a payment comes back by a day',
  body: z.object({
    id: z.uuid(),
    county: z.coerce.number().int(),
    movementId: z.uuid(),
    amountFen: positiveFenShape,
    cause: z.enum(recoveryCauses),
    grounds: reason,
    dueOn: z.iso.date(),
  }),
  reply: done,
});

export const receiveRecovery = defineRoute({
  method: 'POST',
  path: '/fund-recoveries/:county/:id/receive',
  act: 'fund.release',
  summary: 'book what came back: it returns to its documents; not by who ordered it',
  params: fundKey,
  body: z.object({ revision: z.int(), amountFen: positiveFenShape, occurredOn: z.iso.date() }),
  reply: done,
});
