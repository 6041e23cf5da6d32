import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { reserveBases } from '../../registers/cooperatives/charter-rules.ts';
import { memberKinds, unitKinds } from '../../registers/cooperatives/composition-rules.ts';
import { cooperativeKinds } from '../../registers/cooperatives/rules.ts';
import { stepHolders, stepStates } from './chain-rules.ts';
import { planCheckCodes } from './plan-rules.ts';
import { formationStates, formationSteps, upliftMechanisms } from './rules.ts';

export const formationKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
const done = z.object({ county: z.int(), id: z.uuid() });
const day = z.iso.date();
const reason = z.string().trim().min(2).max(500);
const place = z.coerce.number().int().refine(isPlace, 'place_invalid');
const bp = z.int().min(0).max(10_000);
const override = z
  .int()
  .min(1)
  .max(10_000)
  .nullish()
  .transform((value) => value ?? null);

function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);
}

const optionalId = z
  .uuid()
  .nullish()
  .transform((id) => id || null);

export const planFields = z.object({
  name: z.string().trim().min(2).max(100),
  address: optionalText(200),
  business: optionalText(500),
  branchId: optionalId,
  draftedOn: day,
  sharesMethod: optionalText(2000),
  surplusMethod: optionalText(2000),
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
  upliftMechanism: z.enum(upliftMechanisms),
  upliftBp: z
    .int()
    .min(1)
    .max(100_000)
    .nullish()
    .transform((value) => value ?? null),
  upliftNote: optionalText(1000),
  contact: optionalText(100),
  note: optionalText(1000),
});

const zeroFen = amountShape.prefault(0);

export const founderFields = z.object({
  number: z.string().trim().min(1).max(30),
  kind: z.enum(memberKinds),
  unitKind: z
    .enum(unitKinds)
    .nullish()
    .transform((value) => value ?? null),
  name: z.string().trim().min(1).max(100),
  creditCode: optionalText(40),
  householdId: optionalId,
  memberPlace: place,
  cashFen: zeroFen,
  householdGrantFen: zeroFen,
  croplandFen: zeroFen,
  forestFen: zeroFen,
  grasslandFen: zeroFen,
  goodsFen: zeroFen,
  areaMu: z
    .number()
    .min(0)
    .max(9_999_999)
    .nullish()
    .transform((value) => value ?? null),
  inKindNote: optionalText(500),
});

const capital = z.object({
  cashFen: amountShape,
  householdGrantFen: amountShape,
  croplandFen: amountShape,
  forestFen: amountShape,
  grasslandFen: amountShape,
  goodsFen: amountShape,
  totalFen: amountShape,
});

export const founderView = founderFields.extend({
  memberPlace: z.int(),
  id: z.uuid(),
  householdCounty: z.int().nullable(),
  memberPlaceName: z.string().nullable(),
  poor: z.boolean(),
  totalFen: amountShape,
  revision: z.int(),
});

const stepView = z.object({
  step: z.enum(formationSteps),
  state: z.enum(stepStates),
  holder: z.enum([...new Set(Object.values(stepHolders))]),
  on: z.string().nullable(),
  page: z.string().nullable(),
  note: z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});

const checkView = z.object({
  code: z.enum(planCheckCodes),
  clause: z.string(),
  must: z.boolean(),
  ok: z.boolean(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

const head = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  kind: z.enum(cooperativeKinds),
  name: z.string(),
  draftedOn: z.string(),
  state: z.enum(formationStates),
  revision: z.int(),
});

export const formationRow = head.extend({
  founders: z.int(),
  capitalFen: amountShape,
  reached: z.array(z.enum(formationSteps)),
  next: z.enum(formationSteps).nullable(),
});

export const formationView = head.extend(planFields.shape).extend({
  branchName: z.string().nullable(),
  cooperativeId: z.uuid().nullable(),
  registeredOn: z.string().nullable(),
  abandonedOn: z.string().nullable(),
  abandonedReason: z.string().nullable(),
  founders: z.array(founderView),
  capital,
  digest: z.string(),
  ready: z.boolean(),
  checks: z.array(checkView),
  chain: z.array(stepView),
  allowed: z.array(z.string()),
});

export const listFormations = defineRoute({
  method: 'GET',
  path: '/formations',
  act: 'formation.read',
  summary: 'plans inside the range with the steps they reached, the latest first',
  query: pageQuery.extend({
    kind: z.enum(cooperativeKinds).optional(),
    state: z.enum(formationStates).optional(),
    step: z.enum(formationSteps).optional(),
    place: place.optional(),
    sort: z.enum(['name', 'draftedOn', 'place']).optional(),
  }),
  reply: pageReply(formationRow),
});

export const exportFormations = defineRoute({
  method: 'GET',
  path: '/formations/export',
  act: 'formation.read',
  summary: 'the same list as a workbook',
  query: listFormations.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getFormation = defineRoute({
  method: 'GET',
  path: '/formations/:county/:id',
  act: 'formation.read',
  summary: 'one plan with founders, clause checks and the chain of proofs as they stand',
  params: formationKey,
  reply: formationView,
});

export const recordFormation = defineRoute({
  method: 'POST',
  path: '/formations',
  act: 'formation.record',
  summary: 'draft a plan',
  body: planFields.extend({ id: z.uuid(), place, kind: z.enum(cooperativeKinds) }),
  reply: done,
});

export const correctFormation = defineRoute({
  method: 'PUT',
  path: '/formations/:county/:id',
  act: 'formation.record',
  summary: 'change a plan; proofs of another content no longer stand',
  params: formationKey,
  body: planFields.extend({ revision: z.int(), reason }),
  reply: done,
});

export const abandonFormation = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/abandon',
  act: 'formation.record',
  summary: 'give a plan up, for a reason; it is kept',
  params: formationKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const printPlan = defineRoute({
  method: 'GET',
  path: '/formations/:county/:id/plan',
  act: 'formation.read',
  summary: 'the plan for paper: what it says, its founders, the clauses and the proofs',
  params: formationKey,
  query: z.object({ format: z.enum(['docx', 'pdf']).default('docx') }),
  reply: z.any(),
  download: true,
});
