import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';

const changeable = z.object({ name: z.string().trim().min(1).max(100), startsOn: z.iso.date() });

export const rewardDraft = changeable.extend({ id: z.uuid(), place: z.int() });
export const rewardChange = changeable.extend({ revision: z.int().min(1), reason: z.string().trim().min(1).max(500) });
export const rewardKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const rewardRow = rewardDraft.extend({ county: z.int(), revision: z.int() });

export const listRewards = defineRoute({
  method: 'GET',
  path: '/rewards',
  act: 'reward.read',
  summary: 'List rewards',
  query: pageQuery.pick({ limit: true, offset: true }),
  reply: pageReply(rewardRow),
});

export const recordReward = defineRoute({
  method: 'POST',
  path: '/rewards',
  act: 'reward.record',
  summary: 'Record rewards',
  body: rewardDraft,
  reply: rewardRow.pick({ county: true, id: true }),
});

export const correctReward = defineRoute({
  method: 'PUT',
  path: '/rewards/:county/:id',
  act: 'reward.correct',
  summary: 'Correct rewards',
  params: rewardKey,
  body: rewardChange,
  reply: rewardRow.pick({ county: true, id: true }),
});
