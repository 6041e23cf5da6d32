import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape } from '../../platform/pure/fen-shape.ts';
import { day, landKey, mu, optionalDay, optionalText, place, reason } from './contract.ts';
import { checkResults, checkSubjects, itemAnswers, projectKinds, projectSteps, reformSteps } from './project-rules.ts';

export const projectFields = z.object({
  name: z.string().trim().min(2).max(100),
  kind: z.enum(projectKinds),
  /** what it serves (art. 12) */
  industry: optionalText(100),
  areaMu: mu,
  investFen: amountShape,
  documentNumber: z.string().trim().min(1).max(60),
  approvedOn: day,
  startedOn: optionalDay,
  finishedOn: optionalDay,
  acceptedOn: optionalDay,
  acceptedDocument: optionalText(60),
});

export type ProjectFields = z.output<typeof projectFields>;

export const projectRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  name: z.string(),
  kind: z.enum(projectKinds),
  industry: z.string().nullable(),
  areaMu: z.number(),
  investFen: fenShape,
  documentNumber: z.string(),
  approvedOn: z.string(),
  startedOn: z.string().nullable(),
  finishedOn: z.string().nullable(),
  acceptedOn: z.string().nullable(),
  acceptedDocument: z.string().nullable(),
  step: z.enum(projectSteps),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export type ProjectRow = z.output<typeof projectRow>;

const placed = { place: place.optional() };

export const listProjects = defineRoute({
  method: 'GET',
  path: '/land-projects',
  act: 'land.read',
  summary: 'land consolidation, basic farmland and comprehensive development by kind and step, with area and money',
  query: pageQuery.extend({
    ...placed,
    kind: z.enum(projectKinds).optional(),
    step: z.enum(projectSteps).optional(),
    sort: z.enum(['name', 'area', 'approvedOn']).optional(),
  }),
  reply: pageReply(projectRow).extend({ areaMu: z.number(), investFen: fenShape }),
});

export const recordProject = defineRoute({
  method: 'POST',
  path: '/land-projects',
  act: 'land.project',
  summary: 'record a land project with its approval',
  body: projectFields.extend({ id: z.uuid(), place }),
  reply: landKey,
});

export const correctProject = defineRoute({
  method: 'PUT',
  path: '/land-projects/:county/:id',
  act: 'land.project',
  summary: 'record the next step of a land project, or correct it',
  params: landKey,
  body: projectFields.extend({ revision: z.int(), reason }),
  reply: landKey,
});

export const reformFields = z.object({
  reachedOn: day,
  documentNumber: z.string().trim().min(1).max(60),
  areaMu: z
    .number()
    .min(0)
    .max(9_999_999)
    .multipleOf(0.01)
    .nullish()
    .transform((value) => value ?? null),
  certificates: z
    .int()
    .min(0)
    .nullish()
    .transform((value) => value ?? null),
  note: optionalText(500),
});

export type ReformFields = z.output<typeof reformFields>;

const reachedStep = z.object({
  id: z.uuid(),
  step: z.enum(reformSteps),
  reachedOn: z.string(),
  documentNumber: z.string(),
  areaMu: z.number().nullable(),
  certificates: z.int().nullable(),
  note: z.string().nullable(),
  revision: z.int(),
});

export type ReachedStep = z.output<typeof reachedStep>;

export const reformRow = z.object({
  county: z.int(),
  place: z.int(),
  placeName: z.string(),
  /** of the parcels on the register */
  forestMu: z.number(),
  reached: z.array(reachedStep),
  /** the first that was not reached */
  next: z.enum(reformSteps).nullable(),
  allowed: z.array(z.string()),
});

export type ReformRow = z.output<typeof reformRow>;

export const listReforms = defineRoute({
  method: 'GET',
  path: '/forest-reform',
  act: 'land.read',
  summary: 'steps of the reform of collective forest tenure, village by village, with their documents',
  query: pageQuery.extend({ ...placed, next: z.enum(reformSteps).optional() }),
  reply: pageReply(reformRow),
});

export const recordReform = defineRoute({
  method: 'POST',
  path: '/forest-reform',
  act: 'land.reform',
  summary: 'record that a village reached a step, once, by its document',
  body: reformFields.extend({ id: z.uuid(), place, step: z.enum(reformSteps) }),
  reply: landKey,
});

export const correctReform = defineRoute({
  method: 'PUT',
  path: '/forest-reform/:county/:id',
  act: 'land.reform',
  summary: 'correct a step',
  params: landKey,
  body: reformFields.extend({ revision: z.int(), reason }),
  reply: landKey,
});

export const checkFields = z.object({
  subjectName: z.string().trim().min(1).max(100),
  grazing: z.enum(itemAnswers),
  protectedArea: z.enum(itemAnswers),
  water: z.enum(itemAnswers),
  pollution: z.enum(itemAnswers),
  result: z.enum(checkResults),
  conditions: optionalText(500),
  documentNumber: z.string().trim().min(1).max(60),
  checkedOn: day,
  /** the first day on which it no longer holds */
  validUntil: optionalDay,
});

export type CheckFields = z.output<typeof checkFields>;

export const checkRow = checkFields.extend({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  subjectType: z.enum(checkSubjects),
  subjectId: z.uuid(),
  conditions: z.string().nullable(),
  validUntil: z.string().nullable(),
  by: z.string(),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export type CheckRow = z.output<typeof checkRow>;

export const listChecks = defineRoute({
  method: 'GET',
  path: '/ecological-checks',
  act: 'land.read',
  summary: 'ecological checks of industry projects (art. 6), by result, or of one subject',
  query: pageQuery.extend({
    ...placed,
    result: z.enum(checkResults).optional(),
    subject: z.uuid().optional(),
    sort: z.enum(['checkedOn', 'subjectName']).optional(),
  }),
  reply: pageReply(checkRow),
});

export const recordCheck = defineRoute({
  method: 'POST',
  path: '/ecological-checks',
  act: 'land.ecology',
  summary: 'record an ecological check of an industry project with its document; the latest on a subject decides',
  body: checkFields.extend({ id: z.uuid(), place, subjectType: z.enum(checkSubjects), subjectId: z.uuid() }),
  reply: landKey,
});

export const correctCheck = defineRoute({
  method: 'PUT',
  path: '/ecological-checks/:county/:id',
  act: 'land.ecology',
  summary: 'correct an ecological check that was written down wrongly',
  params: landKey,
  body: checkFields.extend({ revision: z.int(), reason }),
  reply: landKey,
});
