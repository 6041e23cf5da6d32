import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { reserveBases } from './charter-rules.ts';
import { cooperativeKey, revisionAndReason } from './contract.ts';

const bp = z.int().min(0).max(10_000);
const override = z
  .int()
  .min(1)
  .max(10_000)
  .nullish()
  .transform((value) => value ?? null);

const terms = z.object({
  resolutionNumber: z.string().trim().min(2).max(100),
  parValueFen: positiveFenShape,
  surplusReserveBp: bp,
  reserveQuantifiedBy: z.enum(reserveBases),
  expansionBp: bp,
  reliefBp: bp,
  welfareReserveBp: bp,
  patronageBp: bp,
  additionalVotesBp: bp,
  quorumBp: override,
  ordinaryBp: override,
  specialBp: override,
  exitNoticeMonths: z.int().min(0).max(24),
  unitExitNoticeMonths: z.int().min(0).max(24),
  timeWeighted: z.boolean().default(false),
  note: z
    .string()
    .trim()
    .max(1000)
    .nullish()
    .transform((value) => value || null),
});

export const charterDraft = terms.extend({ id: z.uuid(), startsOn: z.iso.date() });

export const charterRow = terms.extend({
  county: z.int(),
  id: z.uuid(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  revision: z.int(),
});

export const listCharters = defineRoute({
  method: 'GET',
  path: '/cooperatives/:county/:id/charters',
  act: 'cooperative.read',
  summary: 'the versions of the charter, the latest first',
  params: cooperativeKey,
  reply: z.object({ rows: z.array(charterRow), allowed: z.array(z.string()) }),
});

export const recordCharter = defineRoute({
  method: 'POST',
  path: '/cooperatives/:county/:id/charters',
  act: 'charter.record',
  summary: 'enter a charter from a day on, by a resolution; the version before ends on that day',
  params: cooperativeKey,
  body: charterDraft,
  reply: z.object({ id: z.uuid() }),
});

export const correctCharter = defineRoute({
  method: 'PUT',
  path: '/charters/:county/:id',
  act: 'charter.record',
  summary: 'put right what was copied wrongly from the charter',
  params: cooperativeKey,
  body: terms.extend(revisionAndReason.shape),
  reply: z.object({ id: z.uuid() }),
});

export const withdrawCharter = defineRoute({
  method: 'POST',
  path: '/charters/:county/:id/withdrawal',
  act: 'charter.record',
  summary: 'take out the latest version, entered by mistake; the one before holds again',
  params: cooperativeKey,
  body: revisionAndReason,
  reply: z.object({ id: z.uuid() }),
});
