import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { actCodes } from './act-rules.ts';
import { cautionCodes } from './caution-rules.ts';
import { distributionStates, ruleSets, stepCodes } from './rules.ts';
import { reserveBases } from './surplus-rules.ts';

export const distributionKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const done = z.object({ county: z.int(), id: z.uuid() });
const day = z.iso.date();
const reason = z.string().trim().min(2).max(500);
const ratio = z.coerce.number().int().min(0).max(10_000);

export const distributionRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  cooperativeId: z.uuid(),
  cooperativeName: z.string(),
  ruleSet: z.enum(ruleSets),
  year: z.int(),
  state: z.enum(distributionStates),
  recordOn: z.string(),
  members: z.int(),
  surplusFen: fenShape,
  /** refunds and remainder with corrections; null before a choice */
  totalFen: fenShape.nullable(),
  paidFen: fenShape,
  inFlightFen: fenShape,
  /** declared and neither paid, converted nor on its way; null before it is declared */
  unclaimedFen: fenShape.nullable(),
  declaredOn: z.string().nullable(),
});

export const optionFields = {
  name: z.string().trim().min(1).max(60),
  surplusReserveBp: ratio,
  reserveQuantifiedBy: z
    .enum(reserveBases)
    .nullish()
    .transform((value) => value ?? undefined),
  expansionBp: ratio,
  reliefBp: ratio,
  welfareReserveBp: ratio,
  patronageBp: ratio,
  /** of what each member gets, turned into contributions by the same vote */
  convertedBp: ratio.default(0),
};

export const optionView = z.object({
  id: z.uuid(),
  ordinal: z.int(),
  name: z.string(),
  surplusReserveBp: z.int(),
  reserveQuantifiedBy: z.enum(reserveBases).optional(),
  expansionBp: z.int(),
  reliefBp: z.int(),
  welfareReserveBp: z.int(),
  patronageBp: z.int(),
  convertedBp: z.int(),
  revision: z.int(),
});

export const statementView = z.object({
  row12: fenShape,
  row13: fenShape,
  row14: fenShape,
  row15: fenShape,
  row16: fenShape,
  row17: fenShape,
  row18: fenShape,
  row19: fenShape,
  row20: fenShape,
});

export const lawRefusalView = z.object({
  code: z.string(),
  clause: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const distributionView = distributionRow.extend({
  openingFen: fenShape,
  reserveUsedFen: fenShape,
  grantEquityFen: fenShape,
  daysWeighed: z.int(),
  snapshot: z.int(),
  basisDigest: z.string(),
  digest: z.string().nullable(),
  optionId: z.uuid().nullable(),
  options: z.array(optionView),
  /** the way from the surplus to what is paid, by the chosen option or the first one */
  statement: statementView.nullable(),
  steps: z.array(z.object({ code: z.string(), clause: z.string(), amountFen: fenShape })),
  refusals: z.array(lawRefusalView),
  /** what no law refuses but members should know before they vote */
  cautions: z.array(z.object({ code: z.enum(cautionCodes), values: z.record(z.string(), z.string()) })),
  /** where it stands, and what is missing */
  chain: z.array(
    z.object({ code: z.enum(stepCodes), state: z.enum(['done', 'open', 'waiting']), reason: z.string().nullable() }),
  ),
  /** what may be done with a chosen one now, and why the rest may not */
  acts: z.array(
    z.object({ code: z.enum(actCodes), state: z.enum(['done', 'open', 'waiting']), reason: z.string().nullable() }),
  ),
  notice: z
    .object({
      noticeId: z.uuid(),
      state: z.enum(['running', 'objected', 'cleared', 'withdrawn']),
      postedOn: z.string(),
      endsOn: z.string(),
      isCurrent: z.boolean(),
    })
    .nullable(),
  resolution: z
    .object({
      assemblyId: z.uuid(),
      number: z.string(),
      heldOn: z.string(),
      passed: z.boolean(),
      isCurrent: z.boolean(),
    })
    .nullable(),
  /** a motion waits for a meeting, or stands on an agenda */
  motionAssemblyId: z.uuid().nullable(),
  motionWaits: z.boolean(),
  resolutionNumber: z.string().nullable(),
  voucherId: z.uuid().nullable(),
  /** the books that the base comes from; null under contracts */
  bookId: z.uuid().nullable(),
  changedFen: fenShape,
  returnedFen: fenShape,
  convertedFen: fenShape,
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listDistributions = defineRoute({
  method: 'GET',
  path: '/distributions',
  act: 'distribution.read',
  summary: 'distributions inside the range, the latest year first',
  query: pageQuery.extend({
    year: z.coerce.number().int().optional(),
    state: z.enum(distributionStates).optional(),
    place: z.coerce.number().int().refine(isPlace, 'place_invalid').optional(),
    cooperativeId: z.uuid().optional(),
    sort: z.enum(['year', 'cooperativeName', 'declaredOn']).optional(),
  }),
  reply: pageReply(distributionRow),
});

export const exportDistributions = defineRoute({
  method: 'GET',
  path: '/distributions/export',
  act: 'distribution.export',
  summary: 'the same list as a workbook',
  query: listDistributions.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getDistribution = defineRoute({
  method: 'GET',
  path: '/distributions/:county/:id',
  act: 'distribution.read',
  summary: 'one distribution: base, options, the steps with their clauses, proofs and what is missing',
  params: distributionKey,
  reply: distributionView,
});

export const recordDistribution = defineRoute({
  method: 'POST',
  path: '/distributions',
  act: 'distribution.make',
  summary: 'begin the distribution of a closed year: books and members are frozen, the charter is the first option',
  body: z.object({
    id: z.uuid(),
    county: z.coerce.number().int(),
    cooperativeId: z.uuid(),
    year: z.coerce.number().int().min(1990).max(2100),
    recordOn: day.nullish().transform((value) => value || null),
  }),
  reply: done,
});

export const refreezeDistribution = defineRoute({
  method: 'POST',
  path: '/distributions/:county/:id/freeze',
  act: 'distribution.make',
  summary: 'freeze books and members anew, for a reason; what was chosen is chosen no longer',
  params: distributionKey,
  body: z.object({ revision: z.int(), recordOn: day.nullish().transform((value) => value || null), reason }),
  reply: done,
});

export const withdrawDistribution = defineRoute({
  method: 'POST',
  path: '/distributions/:county/:id/withdraw',
  act: 'distribution.withdraw',
  summary: 'give a distribution up that was not declared; notice and motion are taken back with it',
  params: distributionKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const recordOption = defineRoute({
  method: 'POST',
  path: '/distributions/:county/:id/options',
  act: 'distribution.make',
  summary: 'a further way to divide, up to three',
  params: distributionKey,
  body: z.object({ id: z.uuid(), ...optionFields }),
  reply: done,
});

export const withdrawOption = defineRoute({
  method: 'POST',
  path: '/distributions/:county/:id/options/:optionId/withdraw',
  act: 'distribution.make',
  summary: 'take an option out that is not chosen',
  params: distributionKey.extend({ optionId: z.uuid() }),
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const chooseOption = defineRoute({
  method: 'POST',
  path: '/distributions/:county/:id/choose',
  act: 'distribution.make',
  summary: 'choose the option that goes on notice and to the vote; refused where the law does not allow it',
  params: distributionKey,
  body: z.object({ revision: z.int(), optionId: z.uuid() }),
  reply: done,
});

export const postDistributionNotice = defineRoute({
  method: 'POST',
  path: '/distributions/:county/:id/notice',
  act: 'distribution.make',
  summary: 'put the chosen distribution on notice, member by member',
  params: distributionKey,
  body: z.object({ postedOn: day, contact: z.string().trim().min(2).max(200) }),
  reply: z.object({ noticeId: z.uuid(), endsOn: z.string() }),
});

export const offerDistribution = defineRoute({
  method: 'POST',
  path: '/distributions/:county/:id/motion',
  act: 'distribution.make',
  summary: 'offer the chosen distribution to the next assembly',
  params: distributionKey,
  body: z.object({}),
  reply: z.object({ motionId: z.uuid() }),
});

export const declareDistribution = defineRoute({
  method: 'POST',
  path: '/distributions/:county/:id/declare',
  act: 'distribution.declare',
  summary: 'post what was resolved, once: a line for each member and the voucher, all or nothing; not by who chose it',
  params: distributionKey,
  body: z.object({ revision: z.int() }),
  reply: done.extend({ voucherId: z.uuid().nullable(), members: z.int(), totalFen: fenShape }),
});
