import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { distributionKey, done, lawRefusalView, statementView } from './contract.ts';
import { poorMarks } from './rules.ts';
import { choiceChanges } from './run-rules.ts';

const quotient = z.object({ numerator: z.string(), denominator: z.string() });

export const fairnessView = z.object({
  options: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      statement: statementView,
      minimumFen: fenShape,
      median: quotient,
      poorMedian: quotient.nullable(),
      poorFen: fenShape,
      giniBp: z.int(),
      cashNeedFen: fenShape,
      upliftSwallowed: z.int(),
      refusals: z.array(lawRefusalView),
    }),
  ),
  shifts: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      gain: z.int(),
      lose: z.int(),
      same: z.int(),
      poorGain: z.int(),
      poorLose: z.int(),
      gainFen: fenShape,
      loseFen: fenShape,
    }),
  ),
});

export const compareOptions = defineRoute({
  method: 'GET',
  path: '/distributions/:county/:id/fairness',
  act: 'distribution.read',
  summary: 'the options side by side: who gains and loses, minimum, medians, Gini coefficient, money needed',
  params: distributionKey,
  reply: fairnessView,
});

/** One member under each option. */
export const memberChoice = z.object({
  membershipId: z.uuid(),
  number: z.string(),
  name: z.string(),
  memberPlaceName: z.string().nullable(),
  poor: z.enum(poorMarks),
  /** one amount for each option, in their order */
  totalFen: z.array(fenShape),
  /** the option compared, less the first */
  changeFen: fenShape,
});

export const compareMembers = defineRoute({
  method: 'GET',
  path: '/distributions/:county/:id/fairness/members',
  act: 'distribution.read',
  summary: 'what each member would get by each option: who gains and who loses against the first',
  params: distributionKey,
  query: pageQuery.extend({
    /** compared with the first option; the last one by default */
    against: z.uuid().optional(),
    change: z.enum(choiceChanges).optional(),
    poor: z.enum(poorMarks).optional(),
    sort: z.enum(['number', 'changeFen']).optional(),
  }),
  reply: pageReply(memberChoice),
});

/** One member’s line: a preview by the chosen or first option before it is declared, what was declared afterwards. */
export const memberLine = z.object({
  membershipId: z.uuid(),
  number: z.string(),
  name: z.string(),
  memberPlace: z.int(),
  memberPlaceName: z.string().nullable(),
  poor: z.enum(poorMarks),
  patronageFen: fenShape,
  contributionFen: fenShape,
  reserveShareFen: fenShape,
  shares: fenShape,
  patronageRefundFen: fenShape,
  remainderFen: fenShape,
  givenOnFen: fenShape,
  reserveQuantifiedFen: fenShape,
  totalFen: fenShape,
  /** by how much corrections changed it, and how much of that is the refund */
  changedFen: fenShape,
  changedRefundFen: fenShape,
  paidFen: fenShape,
  inFlightFen: fenShape,
});

export const listLines = defineRoute({
  method: 'GET',
  path: '/distributions/:county/:id/lines',
  act: 'distribution.read',
  summary: 'what each member brings and gets, by member number',
  params: distributionKey,
  query: pageQuery.extend({
    poor: z.enum(poorMarks).optional(),
    place: z.coerce.number().int().refine(isPlace, 'place_invalid').optional(),
    sort: z.enum(['number', 'totalFen']).optional(),
  }),
  reply: pageReply(memberLine),
});

export const exportLines = defineRoute({
  method: 'GET',
  path: '/distributions/:county/:id/lines/export',
  act: 'distribution.export',
  summary: 'the same list as a workbook',
  params: distributionKey,
  query: listLines.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const listPlaces = defineRoute({
  method: 'GET',
  path: '/distributions/:county/:id/places',
  act: 'distribution.read',
  summary: 'the same amounts by the members’ own villages; they add up to the whole',
  params: distributionKey,
  reply: z.object({
    rows: z.array(
      z.object({
        place: z.int(),
        placeName: z.string().nullable(),
        members: z.int(),
        poor: z.int(),
        refundFen: fenShape,
        remainderFen: fenShape,
        totalFen: fenShape,
        poorFen: fenShape,
      }),
    ),
  }),
});

export const printSlips = defineRoute({
  method: 'GET',
  path: '/distributions/:county/:id/slips',
  act: 'distribution.export',
  summary: 'a slip for each member with the sum in plain words and the figures to recompute it',
  params: distributionKey,
  query: z.object({ membershipId: z.uuid().optional(), origin: z.url().max(200).optional() }),
  reply: z.any(),
  download: true,
});

/** What a household reads of its own. */
export const ownDividend = z.object({
  county: z.int(),
  distributionId: z.uuid(),
  cooperativeName: z.string(),
  year: z.int(),
  declaredOn: z.string(),
  name: z.string(),
  totalFen: fenShape,
  paidFen: fenShape,
  inFlightFen: fenShape,
  /** the sum in plain words, line by line */
  explanation: z.array(z.string()),
});

export const listOwnDividends = defineRoute({
  method: 'GET',
  path: '/my-dividends',
  act: 'dividend.read_own',
  summary: 'what the own household got, year by year, with the figures to recompute it',
  reply: z.object({ rows: z.array(ownDividend) }),
});

export const correctionView = z.object({
  county: z.int(),
  id: z.uuid(),
  cause: z.string(),
  state: z.enum(['proposed', 'posted']),
  makerName: z.string(),
  postedOn: z.string().nullable(),
  voucherId: z.uuid().nullable(),
  changes: z.array(
    z.object({
      membershipId: z.uuid(),
      number: z.string().nullable(),
      name: z.string().nullable(),
      oldFen: fenShape,
      newFen: fenShape,
      differenceFen: fenShape,
    }),
  ),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listCorrections = defineRoute({
  method: 'GET',
  path: '/distributions/:county/:id/corrections',
  act: 'distribution.read',
  summary: 'corrections of a declared distribution, proposed and posted',
  params: distributionKey,
  reply: z.object({ rows: z.array(correctionView), allowed: z.array(z.string()) }),
});

export const proposeCorrection = defineRoute({
  method: 'POST',
  path: '/distributions/:county/:id/corrections',
  act: 'dividend.correct',
  summary: 'propose what members should have got; nothing changes until somebody else posts it',
  params: distributionKey,
  body: z.object({
    id: z.uuid(),
    cause: z.string().trim().min(2).max(500),
    lines: z
      .array(z.object({ membershipId: z.uuid(), refundFen: amountShape, remainderFen: amountShape }))
      .min(1)
      .max(2_000),
  }),
  reply: done,
});

export const postCorrection = defineRoute({
  method: 'POST',
  path: '/distributions/:county/:id/corrections/:correctionId/post',
  act: 'dividend.check',
  summary: 'post a correction by counter entries; not by who proposed it',
  params: distributionKey.extend({ correctionId: z.uuid() }),
  body: z.object({ revision: z.int() }),
  reply: done.extend({ voucherId: z.uuid().nullable() }),
});

export const printCorrection = defineRoute({
  method: 'GET',
  path: '/distributions/:county/:id/corrections/:correctionId/print',
  act: 'distribution.export',
  summary: 'the notice of a correction: old, new and difference for each member',
  params: distributionKey.extend({ correctionId: z.uuid() }),
  reply: z.any(),
  download: true,
});
