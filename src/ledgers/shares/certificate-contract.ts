import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { revisionAndReason, shareKey } from './contract.ts';

export const certificateStates = ['valid', 'outdated', 'lost', 'replaced'] as const;

/** where the desk was opened, so that the code on paper leads to it */
const origin = z
  .string()
  .max(200)
  .regex(/^https?:\/\/[\w.:-]+$/)
  .optional();

export const certificateRow = z.object({
  county: z.int(),
  id: z.uuid(),
  number: z.int(),
  membershipId: z.uuid(),
  memberNumber: z.string().nullable(),
  memberName: z.string().nullable(),
  issuedOn: z.string(),
  shares: z.int(),
  paidFen: fenShape,
  state: z.enum(certificateStates),
  stateOn: z.string().nullable(),
  prints: z.int(),
  revision: z.int(),
});

export const listCertificates = defineRoute({
  method: 'GET',
  path: '/share-registers/:county/:id/certificates',
  act: 'share.read',
  summary: 'certificates by number, the latest first',
  params: shareKey,
  query: pageQuery.pick({ q: true, limit: true, offset: true }).extend({
    state: z.enum(certificateStates).optional(),
    membershipId: z.uuid().optional(),
  }),
  reply: pageReply(certificateRow),
});

export const issueCertificate = defineRoute({
  method: 'POST',
  path: '/share-registers/:county/:id/certificates',
  act: 'share.certificate',
  summary: 'issue a certificate over what a member holds today; the one before is replaced',
  params: shareKey,
  body: z.object({ id: z.uuid(), membershipId: z.uuid(), reason: z.string().trim().max(500).default('') }),
  reply: z.object({ id: z.uuid() }),
});

export const issueAllCertificates = defineRoute({
  method: 'POST',
  path: '/share-registers/:county/:id/certificates/all',
  act: 'share.certificate',
  summary: 'issue a certificate to every holder whose holdings changed since the last one',
  params: shareKey,
  reply: z.object({ issued: z.int() }),
});

export const loseCertificate = defineRoute({
  method: 'POST',
  path: '/share-certificates/:county/:id/loss',
  act: 'share.certificate',
  summary: 'report a certificate lost; another may then be issued',
  params: shareKey,
  body: revisionAndReason,
  reply: z.object({ id: z.uuid() }),
});

export const printCertificate = defineRoute({
  method: 'POST',
  path: '/share-certificates/:county/:id/print',
  act: 'share.certificate',
  summary: 'one certificate as PDF with its code; prints are counted',
  params: shareKey,
  query: z.object({ origin }),
  reply: z.unknown(),
  download: true,
});

export const printCertificates = defineRoute({
  method: 'POST',
  path: '/share-registers/:county/:id/certificates/print',
  act: 'share.certificate',
  summary: 'all valid certificates that were never printed, in one PDF',
  params: shareKey,
  query: z.object({ origin }),
  reply: z.unknown(),
  download: true,
});

export const getCertificateKey = defineRoute({
  method: 'GET',
  path: '/share-certificates/key',
  act: 'public',
  summary: 'the public Ed25519 key: with it anybody verifies a certificate offline',
  reply: z.object({ algorithm: z.literal('Ed25519'), publicKey: z.string() }),
});

export const verifyCertificate = defineRoute({
  method: 'POST',
  path: '/share-certificates/verification',
  act: 'public',
  summary: 'what a scanned code says, whether it was signed here, and whether the certificate still is valid',
  body: z.object({ code: z.string().trim().min(1).max(4000) }),
  reply: z.object({
    genuine: z.boolean(),
    state: z.enum(certificateStates).nullable(),
    stateOn: z.string().nullable(),
    claim: z.object({
      number: z.int(),
      cooperative: z.string(),
      memberNumber: z.string(),
      member: z.string(),
      issuedOn: z.string(),
      shares: z.int(),
      paidFen: fenShape,
    }),
  }),
});
