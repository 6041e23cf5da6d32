import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';

const changeable = z.object({ name: z.string().trim().min(1).max(100), startsOn: z.iso.date() });

export const landDraft = changeable.extend({ id: z.uuid(), place: z.int() });
export const landChange = changeable.extend({ revision: z.int().min(1), reason: z.string().trim().min(1).max(500) });
export const landKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const landRow = landDraft.extend({ county: z.int(), revision: z.int() });

export const listLand = defineRoute({
  method: 'GET',
  path: '/land',
  act: 'land.read',
  summary: 'List land',
  query: pageQuery.pick({ limit: true, offset: true }),
  reply: pageReply(landRow),
});

export const recordLand = defineRoute({
  method: 'POST',
  path: '/land',
  act: 'land.record',
  summary: 'Record land',
  body: landDraft,
  reply: landRow.pick({ county: true, id: true }),
});

export const correctLand = defineRoute({
  method: 'PUT',
  path: '/land/:county/:id',
  act: 'land.correct',
  summary: 'Correct land',
  params: landKey,
  body: landChange,
  reply: landRow.pick({ county: true, id: true }),
});
