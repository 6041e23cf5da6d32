import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { amountShape, fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { revisionAndReason, shareKey } from './contract.ts';
import { upliftMechanisms } from './uplift-rules.ts';

const day = z.iso.date();

const terms = z.object({
  mechanism: z.enum(upliftMechanisms),
  grantFen: amountShape.default(0n),
  upliftBp: z.int().min(0).max(100_000).default(0),
  floorFen: amountShape.default(0n),
});

const fields = terms.extend({
  name: z.string().trim().min(2).max(100),
  classId: z
    .uuid()
    .nullish()
    .transform((value) => value || null),
  resolutionNumber: z.string().trim().min(2).max(100),
  recordOn: day,
  startsOn: day,
  endsOn: day.nullish().transform((value) => value || null),
  includeLifted: z.boolean().default(false),
  endsWithPoverty: z.boolean().default(false),
});

export const policyRow = fields.extend({
  county: z.int(),
  id: z.uuid(),
  cooperativeId: z.uuid(),
  grantFen: fenShape,
  floorFen: fenShape,
  upliftBp: z.int(),
  frozenOn: z.string().nullable(),
  issuedOn: z.string().nullable(),
  members: z.int(),
  revision: z.int(),
});

export const listPolicies = defineRoute({
  method: 'GET',
  path: '/share-registers/:county/:id/uplifts',
  act: 'share.read',
  summary: 'uplift policies for registered-poor members, the latest first',
  params: shareKey,
  reply: z.object({ rows: z.array(policyRow), allowed: z.array(z.string()) }),
});

export const getPolicy = defineRoute({
  method: 'GET',
  path: '/uplift-policies/:county/:id',
  act: 'share.read',
  summary: 'one policy with the members on its list',
  params: shareKey,
  reply: policyRow.extend({
    cooperativeName: z.string().nullable(),
    list: z.array(
      z.object({
        membershipId: z.uuid(),
        number: z.string().nullable(),
        name: z.string().nullable(),
        baseShares: z.int(),
        upliftShares: z.int(),
        upliftFen: fenShape,
        startsOn: z.string(),
        endsOn: z.string().nullable(),
        issued: z.boolean(),
      }),
    ),
    allowed: z.array(z.string()),
  }),
});

export const recordPolicy = defineRoute({
  method: 'POST',
  path: '/share-registers/:county/:id/uplifts',
  act: 'uplift.record',
  summary: 'enter an uplift policy by one of the four lawful mechanisms',
  params: shareKey,
  body: fields.extend({ id: z.uuid() }),
  reply: z.object({ id: z.uuid() }),
});

export const correctPolicy = defineRoute({
  method: 'PUT',
  path: '/uplift-policies/:county/:id',
  act: 'uplift.record',
  summary: 'correct a policy before its list is drawn',
  params: shareKey,
  body: fields.extend(revisionAndReason.shape),
  reply: z.object({ id: z.uuid() }),
});

export const freezePolicy = defineRoute({
  method: 'POST',
  path: '/uplift-policies/:county/:id/list',
  act: 'uplift.freeze',
  summary: 'draw the list of members registered as poor on the record date; from then on it stays',
  params: shareKey,
  reply: z.object({ members: z.int() }),
});

export const endPolicy = defineRoute({
  method: 'POST',
  path: '/uplift-policies/:county/:id/end',
  act: 'uplift.record',
  summary: 'end a policy from a day on',
  params: shareKey,
  body: revisionAndReason.extend({ endsOn: day }),
  reply: z.object({ id: z.uuid() }),
});

export const withdrawPolicy = defineRoute({
  method: 'POST',
  path: '/uplift-policies/:county/:id/withdrawal',
  act: 'uplift.record',
  summary: 'take out a policy whose list was never drawn',
  params: shareKey,
  body: revisionAndReason,
  reply: z.object({ id: z.uuid() }),
});

const quotient = z.object({ numerator: fenShape, denominator: fenShape }).nullable();

export const simulatePolicy = defineRoute({
  method: 'GET',
  path: '/share-registers/:county/:id/uplift-simulation',
  act: 'share.read',
  summary: 'what a policy would change when an amount is divided by shares: who gains, who pays, how unequal it is',
  params: shareKey,
  query: z.object({
    mechanism: z.enum(upliftMechanisms),
    grantFen: amountShape.default(0n),
    upliftBp: z.coerce.number().int().min(0).max(100_000).default(0),
    floorFen: amountShape.default(0n),
    recordOn: day,
    includeLifted: z.enum(['true', 'false']).default('false'),
    potFen: positiveFenShape,
  }),
  reply: z.object({
    members: z.int(),
    poor: z.int(),
    unknown: z.int(),
    unlinked: z.int(),
    gain: z.int(),
    lose: z.int(),
    gainFen: fenShape,
    loseFen: fenShape,
    outsideFen: fenShape,
    minimumBeforeFen: fenShape,
    minimumAfterFen: fenShape,
    poorMedianBefore: quotient,
    poorMedianAfter: quotient,
    giniBeforeBp: z.int(),
    giniAfterBp: z.int(),
    lines: z.array(
      z.object({
        membershipId: z.uuid(),
        number: z.string(),
        name: z.string(),
        poor: z.boolean(),
        beforeFen: fenShape,
        afterFen: fenShape,
      }),
    ),
  }),
});
