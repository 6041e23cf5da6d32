import { z } from 'zod';
import { defineRoute } from '../http/contract.ts';
import { pageQuery, pageReply } from '../http/paging.ts';

/** What is wrong; its words stand under `problem.<kind>`. */
export const problemKinds = [
  'event_changed',
  'event_missing',
  'event_inserted',
  'event_reordered',
  'seal_changed',
  'seal_missing',
  'seal_incomplete',
  'chain_broken',
  'commitment_changed',
  'commitment_missing',
  'head_not_found',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

const county = z.coerce.number().int().min(0).max(999_999);
const day = z.iso.date();
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();

export const eventView = z.object({
  county: z.int(),
  id: z.uuid(),
  /** 0: the system itself */
  place: z.int(),
  placeName: z.string().nullable(),
  at: instant,
  accountId: z.uuid(),
  by: z.string(),
  role: z.string(),
  act: z.string(),
  /** the act in the reader's language */
  actName: z.string(),
  recordType: z.string().nullable(),
  recordId: z.uuid().nullable(),
  reason: z.string().nullable(),
  address: z.string(),
  requestId: z.string(),
  /** records it wrote one by one, and rows it wrote in bulk */
  records: z.int(),
  bulkRows: z.int(),
  /** null: not sealed yet */
  sealNumber: z.int().nullable(),
});

export const listEvents = defineRoute({
  method: 'GET',
  path: '/audit/events',
  act: 'audit.read',
  summary: 'what was done in one’s range, newest first; totals beyond 10,000 are cut',
  query: pageQuery.omit({ sort: true, order: true }).extend({
    act: z.string().max(60).optional(),
    accountId: z.uuid().optional(),
    recordType: z.string().max(60).optional(),
    recordId: z.uuid().optional(),
    county: county.optional(),
    place: z.coerce.number().int().optional(),
    from: day.optional(),
    to: day.optional(),
  }),
  reply: pageReply(eventView),
});

/** One change of a record, as `RecordHistory` shows it; personal values stand as `***`. */
export const versionView = z.object({
  at: instant,
  by: z.string(),
  role: z.string().optional(),
  act: z.string(),
  reason: z.string().optional(),
  address: z.string().optional(),
  event: z.object({ county: z.int(), id: z.uuid() }).optional(),
  changes: z.array(
    z.object({ field: z.string(), label: z.string(), from: z.unknown(), to: z.unknown(), personal: z.boolean() }),
  ),
});

export const getRecordHistory = defineRoute({
  method: 'GET',
  path: '/audit/records/:table/:county/:id',
  act: 'audit.read',
  summary: 'everything that was done to one record, newest first',
  params: z.object({ table: z.string().max(60), county, id: z.uuid() }),
  reply: z.object({ versions: z.array(versionView) }),
});

export const sealView = z.object({
  number: z.int(),
  sealedAt: instant,
  leafCount: z.int(),
  algorithm: z.enum(['sha256', 'sm3']),
  head: hex,
});

export const listSealHeads = defineRoute({
  method: 'GET',
  path: '/audit/seals',
  act: 'audit.verify',
  summary: 'heads of the chain of seals, newest first',
  query: pageQuery.pick({ limit: true, offset: true }),
  reply: pageReply(sealView),
});

export const getProof = defineRoute({
  method: 'GET',
  path: '/audit/events/:county/:id/proof',
  act: 'audit.verify',
  summary: 'proof that an event stands in a seal: its leaf, the audit path to the root (RFC 6962) and the head',
  params: z.object({ county, id: z.uuid() }),
  reply: z.object({
    leafHash: hex,
    ordinal: z.int(),
    path: z.array(hex),
    root: hex,
    previous: hex,
    seal: sealView,
  }),
});

export const verify = defineRoute({
  method: 'GET',
  path: '/audit/verification',
  act: 'audit.verify',
  summary: 'recompute the whole trail and compare it with a head kept outside',
  query: z.object({ head: z.string().max(100).optional() }),
  reply: z.object({
    events: z.int(),
    seals: z.int(),
    unsealed: z.int(),
    unsealedSince: instant.nullable(),
    commitments: z.int(),
    head: z.string().nullable(),
    problemCount: z.int(),
    problems: z.array(
      z.object({
        kind: z.enum(problemKinds),
        event: z.object({ county: z.int(), id: z.uuid() }).nullable(),
        seal: z.int().nullable(),
        detail: z.string().nullable(),
      }),
    ),
  }),
});
