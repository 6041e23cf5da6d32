import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';

const changeable = z.object({ name: z.string().trim().min(1).max(100), startsOn: z.iso.date() });

export const landUseDraft = changeable.extend({ id: z.uuid(), place: z.int() });
export const landUseChange = changeable.extend({ revision: z.int().min(1), reason: z.string().trim().min(1).max(500) });
export const landUseKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const landUseRow = landUseDraft.extend({ county: z.int(), revision: z.int() });

export const listLandUses = defineRoute({
  method: 'GET',
  path: '/land-uses',
  act: 'landUse.read',
  summary: 'List land uses',
  query: pageQuery.pick({ limit: true, offset: true }),
  reply: pageReply(landUseRow),
});

export const recordLandUse = defineRoute({
  method: 'POST',
  path: '/land-uses',
  act: 'landUse.record',
  summary: 'Record land uses',
  body: landUseDraft,
  reply: landUseRow.pick({ county: true, id: true }),
});

export const correctLandUse = defineRoute({
  method: 'PUT',
  path: '/land-uses/:county/:id',
  act: 'landUse.correct',
  summary: 'Correct land uses',
  params: landUseKey,
  body: landUseChange,
  reply: landUseRow.pick({ county: true, id: true }),
});
