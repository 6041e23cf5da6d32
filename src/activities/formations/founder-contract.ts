import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { formationKey, founderFields } from './contract.ts';

const founderKey = formationKey.extend({ founderId: z.uuid() });
const done = z.object({ county: z.int(), id: z.uuid() });
const reason = z.string().trim().min(2).max(500);

export const addFounder = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/founders',
  act: 'formation.record',
  summary: 'name a founder with what he brings',
  params: formationKey,
  body: founderFields.extend({ id: z.uuid() }),
  reply: done,
});

export const correctFounder = defineRoute({
  method: 'PUT',
  path: '/formations/:county/:id/founders/:founderId',
  act: 'formation.record',
  summary: 'change a founder',
  params: founderKey,
  body: founderFields.extend({ revision: z.int(), reason }),
  reply: done,
});

export const removeFounder = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/founders/:founderId/remove',
  act: 'formation.record',
  summary: 'take a founder out of the plan',
  params: founderKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

const fault = z.object({ row: z.int(), column: z.string().optional(), message: z.string() });
const report = z.object({
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  errors: z.array(fault),
});

export const founderTemplate = defineRoute({
  method: 'GET',
  path: '/formations/:county/:id/founders/template',
  act: 'formation.read',
  summary: 'the list of founders as a workbook, filled with those that are known',
  params: formationKey,
  reply: z.any(),
  download: true,
});

export const checkFounders = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/founders/check',
  act: 'formation.record',
  summary: 'look through a list of founders without writing anything',
  params: formationKey,
  upload: true,
  reply: report,
});

export const takeFounders = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/founders/import',
  act: 'formation.record',
  summary: 'take a list of founders in: all of it, or the good rows',
  params: formationKey,
  query: z.object({ keepGood: z.enum(['true', 'false']).default('false') }),
  upload: true,
  reply: report,
});

export const markFounders = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/founders/mark',
  act: 'formation.record',
  summary: 'the list back with its faults marked',
  params: formationKey,
  upload: true,
  download: true,
  reply: z.any(),
});
