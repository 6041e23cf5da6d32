import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { holderKinds, insuranceLines, policyStates } from './rules.ts';

export const recordKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const placeField = z.coerce.number().int().refine(isPlace, 'place_invalid');
export const done = z.object({ county: z.int(), id: z.uuid() });
export const reason = z.string().trim().min(2).max(500);
export const line = z.enum(insuranceLines);
export const unitsShape = z
  .number()
  .positive()
  .max(99_999_999)
  .refine((units) => Math.abs(units * 100 - Math.round(units * 100)) < 1e-6, 'units_two_decimals');

const policyFields = {
  number: z.string().trim().min(2).max(60),
  line,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  unitSumFen: positiveFenShape,
  rateBp: z.int().min(1).max(10_000),
  deductibleBp: z.int().min(0).max(9_999).default(0),
};

export const policyRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  insurerId: z.uuid(),
  insurerName: z.string(),
  number: z.string(),
  line,
  holderKind: z.enum(holderKinds),
  startsOn: z.string(),
  endsOn: z.string(),
  state: z.enum(policyStates),
  lines: z.int(),
  units: z.number(),
  unit: z.enum(['head', 'mu']),
  sumFen: fenShape,
  premiumFen: fenShape,
  holderFen: fenShape,
});

export const noticeView = z
  .object({
    noticeId: z.uuid(),
    state: z.enum(['running', 'objected', 'cleared', 'withdrawn']),
    endsOn: z.string(),
    isCurrent: z.boolean(),
  })
  .nullable();

export const insuredView = z.object({
  id: z.uuid(),
  householdCounty: z.int().nullable(),
  householdId: z.uuid().nullable(),
  cooperativeId: z.uuid().nullable(),
  name: z.string(),
  insuredPlace: z.int(),
  insuredPlaceName: z.string(),
  units: z.number(),
  sumFen: fenShape,
  premiumFen: fenShape,
  holderFen: fenShape,
  claimedFen: fenShape,
  signedOn: z.string().nullable(),
  matched: z.enum(['register', 'number', 'name', 'near', 'hand']),
  revision: z.int(),
});

export const policyView = policyRow.omit({ lines: true }).extend({
  cooperativeId: z.uuid().nullable(),
  unitSumFen: fenShape,
  rateBp: z.int(),
  deductibleBp: z.int(),
  /** who bears the premium: basis points and fen by payer */
  shares: z.array(z.object({ payer: z.string(), bp: z.int(), fen: fenShape })),
  source: z.enum(['hand', 'import']),
  issuedOn: z.string().nullable(),
  previousId: z.uuid().nullable(),
  insured: z.array(insuredView),
  notice: noticeView,
  digest: z.string().nullable(),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listPolicies = defineRoute({
  method: 'GET',
  path: '/insurance-policies',
  act: 'insurance.read',
  summary: 'policies inside the range; an insurer sees its own',
  query: pageQuery.extend({
    state: z.enum(policyStates).optional(),
    line: line.optional(),
    holderKind: z.enum(holderKinds).optional(),
    place: placeField.optional(),
    householdId: z.uuid().optional(),
    sort: z.enum(['number', 'startsOn', 'endsOn', 'premiumFen']).optional(),
  }),
  reply: pageReply(policyRow),
});

export const exportPolicies = defineRoute({
  method: 'POST',
  path: '/insurance-policies/export',
  act: 'insurance.export',
  summary: 'the same list as a workbook',
  query: listPolicies.query.omit({ limit: true, offset: true }),
  reply: z.unknown(),
  download: true,
});

export const getPolicy = defineRoute({
  method: 'GET',
  path: '/insurance-policies/:county/:id',
  act: 'insurance.read',
  summary: 'one policy with its insured, its premium by payer and its notice',
  params: recordKey,
  reply: policyView,
});

export const recordPolicy = defineRoute({
  method: 'POST',
  path: '/insurance-policies',
  act: 'insurance.record',
  summary: 'begin a policy; the terms of its line in force on its first day are kept with it',
  body: z.object({
    id: z.uuid(),
    place: placeField,
    insurerId: z.uuid(),
    holderKind: z.enum(holderKinds),
    cooperativeId: z.uuid().nullish(),
    previousId: z.uuid().nullish(),
    ...policyFields,
  }),
  reply: done,
});

export const correctPolicy = defineRoute({
  method: 'PUT',
  path: '/insurance-policies/:county/:id',
  act: 'insurance.record',
  summary: 'correct the head of a draft; its lines are computed anew',
  params: recordKey,
  body: z.object({ revision: z.int(), ...policyFields, reason: reason.default('corrected') }),
  reply: done,
});

export const addInsured = defineRoute({
  method: 'POST',
  path: '/insurance-policies/:county/:id/insured',
  act: 'insurance.record',
  summary: 'put a household, or the cooperative itself, on the list; once',
  params: recordKey,
  body: z.object({
    id: z.uuid(),
    householdId: z.uuid().nullish(),
    units: unitsShape,
    signedOn: z.iso.date().nullish(),
  }),
  reply: done,
});

export const correctInsured = defineRoute({
  method: 'PUT',
  path: '/insurance-policies/:county/:id/insured/:insuredId',
  act: 'insurance.record',
  summary: 'correct units, or the day on which he signed',
  params: recordKey.extend({ insuredId: z.uuid() }),
  body: z.object({
    revision: z.int(),
    units: unitsShape,
    signedOn: z.iso.date().nullish(),
    reason: reason.default('corrected'),
  }),
  reply: done,
});

export const removeInsured = defineRoute({
  method: 'POST',
  path: '/insurance-policies/:county/:id/insured/:insuredId/remove',
  act: 'insurance.record',
  summary: 'take somebody off a draft',
  params: recordKey.extend({ insuredId: z.uuid() }),
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const postPolicyNotice = defineRoute({
  method: 'POST',
  path: '/insurance-policies/:county/:id/notice',
  act: 'insurance.record',
  summary: 'fix the signed list and put it on notice; of an imported policy, publicise what is in force',
  params: recordKey,
  body: z.object({ revision: z.int(), postedOn: z.iso.date(), contact: z.string().trim().min(2).max(200) }),
  reply: z.object({ noticeId: z.uuid(), endsOn: z.string() }),
});

export const reopenPolicy = defineRoute({
  method: 'POST',
  path: '/insurance-policies/:county/:id/reopen',
  act: 'insurance.record',
  summary: 'back to the draft, for a reason; the notice is taken down',
  params: recordKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const issuePolicy = defineRoute({
  method: 'POST',
  path: '/insurance-policies/:county/:id/issue',
  act: 'insurance.issue',
  summary: 'the insurer has issued the policy: in force; a list together only after its notice, not by who made it',
  params: recordKey,
  body: z.object({ revision: z.int() }),
  reply: done,
});

export const withdrawPolicy = defineRoute({
  method: 'POST',
  path: '/insurance-policies/:county/:id/withdraw',
  act: 'insurance.record',
  summary: 'give up a policy on which nothing was claimed',
  params: recordKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const printPolicy = defineRoute({
  method: 'POST',
  path: '/insurance-policies/:county/:id/print',
  act: 'insurance.export',
  summary: 'the list of the insured to be signed',
  params: recordKey,
  reply: z.unknown(),
  download: true,
});
