import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';

const changeable = z.object({ name: z.string().trim().min(1).max(100), startsOn: z.iso.date() });

export const fundDraft = changeable.extend({ id: z.uuid(), place: z.int() });
export const fundChange = changeable.extend({ revision: z.int().min(1), reason: z.string().trim().min(1).max(500) });
export const fundKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const fundRow = fundDraft.extend({ county: z.int(), revision: z.int() });

export const listFunds = defineRoute({
  method: 'GET',
  path: '/funds',
  act: 'fund.read',
  summary: 'List funds',
  query: pageQuery.pick({ limit: true, offset: true }),
  reply: pageReply(fundRow),
});

export const recordFund = defineRoute({
  method: 'POST',
  path: '/funds',
  act: 'fund.record',
  summary: 'Record funds',
  body: fundDraft,
  reply: fundRow.pick({ county: true, id: true }),
});

export const correctFund = defineRoute({
  method: 'PUT',
  path: '/funds/:county/:id',
  act: 'fund.correct',
  summary: 'Correct funds',
  params: fundKey,
  body: fundChange,
  reply: fundRow.pick({ county: true, id: true }),
});
