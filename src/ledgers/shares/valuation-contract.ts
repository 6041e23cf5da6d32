import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { revisionAndReason, shareKey } from './contract.ts';
import { valuationMethods, valuedSources } from './valuation-rules.ts';

const day = z.iso.date();

function optional<T extends z.ZodType>(shape: T) {
  return shape.nullish().transform((value) => value ?? null);
}

const fields = z.object({
  source: z.enum(valuedSources),
  description: z.string().trim().min(2).max(500),
  parcel: optional(z.string().trim().max(500)),
  areaMu: optional(z.number().positive().max(9_999_999).multipleOf(0.01)),
  unitValueFen: optional(positiveFenShape),
  valueFen: positiveFenShape,
  method: z.enum(valuationMethods),
  valuedOn: day,
  valuedBy: z.string().trim().min(2).max(100),
  documentNumber: z.string().trim().min(2).max(100),
  termFrom: day,
  termUntil: optional(day),
});

export const valuationRow = fields.extend({
  county: z.int(),
  id: z.uuid(),
  membershipId: z.uuid(),
  number: z.string().nullable(),
  name: z.string().nullable(),
  unitValueFen: fenShape.nullable(),
  valueFen: fenShape,
  shares: z.int(),
  revision: z.int(),
});

export const listValuations = defineRoute({
  method: 'GET',
  path: '/share-registers/:county/:id/valuations',
  act: 'share.read',
  summary: 'valuations of contributions in kind, the latest first',
  params: shareKey,
  query: pageQuery.pick({ q: true, limit: true, offset: true }),
  reply: pageReply(valuationRow),
});

export const getValuation = defineRoute({
  method: 'GET',
  path: '/share-valuations/:county/:id',
  act: 'share.read',
  summary: 'one valuation',
  params: shareKey,
  reply: valuationRow.extend({ allowed: z.array(z.string()) }),
});

export const recordValuation = defineRoute({
  method: 'POST',
  path: '/share-registers/:county/:id/valuations',
  act: 'share.value',
  summary: 'write down what a contribution in kind was found to be worth',
  params: shareKey,
  body: fields.extend({ id: z.uuid(), membershipId: z.uuid() }),
  reply: z.object({ id: z.uuid() }),
});

export const correctValuation = defineRoute({
  method: 'PUT',
  path: '/share-valuations/:county/:id',
  act: 'share.value',
  summary: 'correct a valuation on which no shares stand yet',
  params: shareKey,
  body: fields.extend(revisionAndReason.shape),
  reply: z.object({ id: z.uuid() }),
});

export const withdrawValuation = defineRoute({
  method: 'POST',
  path: '/share-valuations/:county/:id/withdrawal',
  act: 'share.value',
  summary: 'take out a valuation that no shares stand on',
  params: shareKey,
  body: revisionAndReason,
  reply: z.object({ id: z.uuid() }),
});
