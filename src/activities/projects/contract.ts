import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';

const changeable = z.object({ name: z.string().trim().min(1).max(100), startsOn: z.iso.date() });

export const projectDraft = changeable.extend({ id: z.uuid(), place: z.int() });
export const projectChange = changeable.extend({ revision: z.int().min(1), reason: z.string().trim().min(1).max(500) });
export const projectKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const projectRow = projectDraft.extend({ county: z.int(), revision: z.int() });

export const listProjects = defineRoute({
  method: 'GET',
  path: '/projects',
  act: 'project.read',
  summary: 'List projects',
  query: pageQuery.pick({ limit: true, offset: true }),
  reply: pageReply(projectRow),
});

export const recordProject = defineRoute({
  method: 'POST',
  path: '/projects',
  act: 'project.record',
  summary: 'Record projects',
  body: projectDraft,
  reply: projectRow.pick({ county: true, id: true }),
});

export const correctProject = defineRoute({
  method: 'PUT',
  path: '/projects/:county/:id',
  act: 'project.correct',
  summary: 'Correct projects',
  params: projectKey,
  body: projectChange,
  reply: projectRow.pick({ county: true, id: true }),
});
