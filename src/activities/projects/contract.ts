import { z } from 'zod';
import { purposes } from '../../ledgers/funds/rules.ts';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { projectSteps, stepLights, stepStates } from './chain-rules.ts';
import { awardMethods, partyKinds, projectKinds, projectStates } from './rules.ts';

export const projectKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const done = z.object({ county: z.int(), id: z.uuid() });
export const day = z.iso.date();
export const reason = z.string().trim().min(2).max(500);
export const place = z.coerce.number().int().refine(isPlace, 'place_invalid');

export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);
}

export const optionalId = z
  .uuid()
  .nullish()
  .transform((id) => id ?? null);

export const optionalCounty = z.coerce
  .number()
  .int()
  .nullish()
  .transform((county) => county ?? null);

/** Who is chosen or paid: a household or cooperative by its key, anybody else by name. */
export const partyFields = {
  partyKind: z.enum(partyKinds),
  partyCounty: optionalCounty,
  partyId: optionalId,
  partyName: optionalText(100),
};

const planFields = {
  cooperativeId: optionalId,
  number: z.string().trim().min(1).max(40),
  name: z.string().trim().min(2).max(100),
  kind: z.enum(projectKinds),
  purpose: z.enum(purposes),
  content: z.string().trim().min(2).max(2000),
  scale: optionalText(500),
  benefit: z.string().trim().min(2).max(1000),
  households: z.coerce.number().int().min(0).max(100_000).default(0),
  poorHouseholds: z.coerce.number().int().min(0).max(100_000).default(0),
  budgetFen: positiveFenShape,
  plannedFrom: day,
  plannedThrough: day,
  awardMethod: z.enum(awardMethods),
  personInCharge: z.string().trim().min(2).max(50),
  contact: optionalText(100),
};

export const projectRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  cooperativeId: z.uuid().nullable(),
  cooperativeName: z.string().nullable(),
  number: z.string(),
  name: z.string(),
  kind: z.enum(projectKinds),
  purpose: z.string(),
  budgetFen: fenShape,
  contractedFen: fenShape,
  paidFen: fenShape,
  assetPaidFen: fenShape,
  assetBookedFen: fenShape,
  plannedThrough: z.string(),
  proposedOn: z.string(),
  state: z.enum(projectStates),
  step: z.enum(projectSteps).nullable(),
});

const note = z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });

export const chainStep = z.object({
  step: z.enum(projectSteps),
  state: z.enum(stepStates),
  holder: z.enum(['township', 'banner', 'village']),
  dueOn: z.string().nullable(),
  light: z.enum(stepLights),
  page: z.string().nullable(),
  note: note.nullable(),
});

const party = {
  partyKind: z.enum(partyKinds),
  partyCounty: z.int().nullable(),
  partyId: z.uuid().nullable(),
  partyName: z.string(),
};

export const projectView = projectRow.omit({ step: true }).extend({
  content: z.string(),
  scale: z.string().nullable(),
  benefit: z.string(),
  households: z.int(),
  poorHouseholds: z.int(),
  plannedFrom: z.string(),
  awardMethod: z.enum(awardMethods),
  personInCharge: z.string(),
  contact: z.string().nullable(),
  endedOn: z.string().nullable(),
  endedReason: z.string().nullable(),
  digest: z.string(),
  chain: z.array(chainStep),
  goals: z.array(
    z.object({
      id: z.uuid(),
      indicator: z.string(),
      unit: z.string(),
      baseline: z.int(),
      target: z.int(),
      weightBp: z.int(),
      dueOn: z.string(),
      value: z.int().nullable(),
      scoreBp: z.int().nullable(),
    }),
  ),
  awards: z.array(
    z.object({
      ...party,
      id: z.uuid(),
      method: z.enum(awardMethods),
      subject: z.string(),
      bidders: z.int().nullable(),
      amountFen: fenShape,
      contractedFen: fenShape,
      decidedOn: z.string(),
      documentNumber: z.string().nullable(),
      files: z.int(),
      isCurrent: z.boolean(),
      revision: z.int(),
    }),
  ),
  contracts: z.array(
    z.object({
      ...party,
      id: z.uuid(),
      number: z.string(),
      amountFen: fenShape,
      paidFen: fenShape,
      signedOn: z.string(),
      startsOn: z.string(),
      throughOn: z.string(),
      accountCounty: z.int(),
      accountId: z.uuid(),
      endedOn: z.string().nullable(),
      endedReason: z.string().nullable(),
      revision: z.int(),
    }),
  ),
  progress: z.array(
    z.object({
      id: z.uuid(),
      reportedOn: z.string(),
      doneBp: z.int(),
      note: z.string(),
      files: z.int(),
      by: z.string().nullable(),
      revision: z.int(),
    }),
  ),
  acceptances: z.array(
    z.object({
      id: z.uuid(),
      verdict: z.enum(['passed', 'failed']),
      acceptedOn: z.string(),
      members: z.string(),
      opinion: z.string(),
      by: z.string().nullable(),
    }),
  ),
  assets: z.array(
    z.object({
      id: z.uuid(),
      assetId: z.uuid(),
      assetName: z.string(),
      amountFen: fenShape,
      handedOn: z.string(),
      keeper: z.string(),
      revision: z.int(),
    }),
  ),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listProjects = defineRoute({
  method: 'GET',
  path: '/projects',
  act: 'project.read',
  summary: 'projects inside the range, each with the step it has reached',
  query: pageQuery.extend({
    kind: z.enum(projectKinds).optional(),
    state: z.enum(projectStates).optional(),
    step: z.enum(projectSteps).optional(),
    place: place.optional(),
    sort: z.enum(['name', 'number', 'budgetFen', 'paidFen', 'proposedOn']).optional(),
  }),
  reply: pageReply(projectRow),
});

export const exportProjects = defineRoute({
  method: 'POST',
  path: '/projects/export',
  act: 'project.export',
  summary: 'the same list as a workbook',
  query: listProjects.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getProject = defineRoute({
  method: 'GET',
  path: '/projects/:county/:id',
  act: 'project.read',
  summary: 'one project: its steps with their proofs and clocks, its goals, contracts, progress and assets',
  params: projectKey,
  reply: projectView,
});

export const recordProject = defineRoute({
  method: 'POST',
  path: '/projects',
  act: 'project.record',
  summary: 'propose a project',
  body: z.object({ id: z.uuid(), place, ...planFields }),
  reply: done,
});

export const correctProject = defineRoute({
  method: 'PUT',
  path: '/projects/:county/:id',
  act: 'project.record',
  summary: 'change a proposal nothing was contracted under; what proved the old content no longer stands',
  params: projectKey,
  body: z.object({ revision: z.int(), ...planFields, reason: reason.default('corrected') }),
  reply: done,
});

export const refuseProject = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/refuse',
  act: 'project.refuse',
  summary: 'turn a proposal down, for a reason; it is kept',
  params: projectKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const withdrawProject = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/withdraw',
  act: 'project.record',
  summary: 'take a proposal back, for a reason; it is kept',
  params: projectKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const closeProject = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/close',
  act: 'project.close',
  summary: 'close an accepted project; refused while something that was bought is not in the asset register',
  params: projectKey,
  body: z.object({ revision: z.int() }),
  reply: done,
});
