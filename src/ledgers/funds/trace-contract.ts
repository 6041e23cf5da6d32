import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { movementRow } from './account-contract.ts';
import { fundKey, place } from './contract.ts';
import { fundKinds, movementKinds, payeeKinds, purposes } from './rules.ts';

const step = z.object({
  depth: z.int(),
  kind: z.enum(movementKinds),
  occurredOn: z.string(),
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  amountFen: fenShape,
  movementCounty: z.int(),
  movementId: z.uuid(),
});

/** A part of what was paid: how much of which document, and the way it came. */
const piece = z.object({
  movementCounty: z.int(),
  movementId: z.uuid(),
  occurredOn: z.string(),
  purpose: z.enum(purposes).nullable(),
  payeeName: z.string().nullable(),
  amountFen: fenShape,
  documentCounty: z.int(),
  documentId: z.uuid(),
  documentNumber: z.string(),
  documentTitle: z.string(),
  fundName: z.string(),
  steps: z.array(step),
});

export const traceBack = defineRoute({
  method: 'GET',
  path: '/fund-trace/back',
  act: 'fund.read',
  summary: 'from what a household (or any payee) got, or from one payment, back to the documents it came from',
  query: z.object({ payeeId: z.uuid().optional(), movementId: z.uuid().optional() }),
  reply: z.object({ totalFen: fenShape, pieces: z.array(piece), more: z.int() }),
});

export const traceForward = defineRoute({
  method: 'GET',
  path: '/fund-trace/forward',
  act: 'fund.read',
  summary: 'from a document forward to all who were paid of it, the largest first',
  query: pageQuery.pick({ limit: true, offset: true, q: true }).extend({
    document: z.uuid(),
    payeeKind: z.enum(payeeKinds).optional(),
    place: place.optional(),
  }),
  reply: pageReply(
    z.object({
      payeeKind: z.enum(payeeKinds),
      payeeId: z.uuid(),
      payeeName: z.string(),
      placeName: z.string().nullable(),
      payments: z.int(),
      amountFen: fenShape,
      lastOn: z.string(),
    }),
  ).extend({ sumFen: fenShape }),
});

export const flowTiers = [
  'document',
  'city',
  'banner',
  'township',
  'village',
  'cooperative',
  'purpose',
  'payee',
  'held',
] as const;

const flowNode = z.object({
  id: z.string(),
  tier: z.enum(flowTiers),
  /** null where `code` is to be said in words */
  name: z.string().nullable(),
  code: z.string().nullable(),
  amountFen: fenShape,
  /** of how many accounts or documents, where small ones are taken together */
  members: z.int(),
});

export const flowLink = z.object({
  from: z.string(),
  to: z.string(),
  amountFen: fenShape,
  /** the movements behind it, as filters of their list; null for what lies */
  filters: z.record(z.string(), z.string()).nullable(),
});

export const getFlows = defineRoute({
  method: 'GET',
  path: '/fund-flows',
  act: 'fund.read',
  summary: 'the picture of money from documents through offices and villages to uses and payees; what is left lies',
  query: z.object({
    place: place.optional(),
    document: z.uuid().optional(),
    fundKind: z.enum(fundKinds).optional(),
    since: z.iso.date().optional(),
    until: z.iso.date().optional(),
  }),
  reply: z.object({ nodes: z.array(flowNode), links: z.array(flowLink) }),
});

export const getMovement = defineRoute({
  method: 'GET',
  path: '/fund-movements/:county/:id',
  act: 'fund.read',
  summary: 'one movement: who made, checked and carried it out, and how much of which document it moved',
  params: fundKey,
  reply: movementRow.extend({
    fromCounty: z.int().nullable(),
    fromAccount: z.uuid().nullable(),
    toCounty: z.int().nullable(),
    toAccount: z.uuid().nullable(),
    usedPlace: z.int().nullable(),
    payeeCounty: z.int().nullable(),
    payeeId: z.uuid().nullable(),
    bankTail: z.string().nullable(),
    projectCounty: z.int().nullable(),
    projectId: z.uuid().nullable(),
    makerName: z.string(),
    checkerName: z.string().nullable(),
    payerName: z.string(),
    overrideId: z.uuid().nullable(),
    recoversId: z.uuid().nullable(),
    sourceType: z.string(),
    sourceId: z.uuid(),
    parts: z.array(
      z.object({
        documentCounty: z.int(),
        documentId: z.uuid(),
        documentNumber: z.string(),
        amountFen: fenShape,
        backFen: fenShape,
      }),
    ),
    allowed: z.array(z.string()),
  }),
});
