import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';

const changeable = z.object({ name: z.string().trim().min(1).max(100), startsOn: z.iso.date() });

export const insuranceDraft = changeable.extend({ id: z.uuid(), place: z.int() });
export const insuranceChange = changeable.extend({
  revision: z.int().min(1),
  reason: z.string().trim().min(1).max(500),
});
export const insuranceKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const insuranceRow = insuranceDraft.extend({ county: z.int(), revision: z.int() });

export const listInsurance = defineRoute({
  method: 'GET',
  path: '/insurance',
  act: 'insurance.read',
  summary: 'List insurance',
  query: pageQuery.pick({ limit: true, offset: true }),
  reply: pageReply(insuranceRow),
});

export const recordInsurance = defineRoute({
  method: 'POST',
  path: '/insurance',
  act: 'insurance.record',
  summary: 'Record insurance',
  body: insuranceDraft,
  reply: insuranceRow.pick({ county: true, id: true }),
});

export const correctInsurance = defineRoute({
  method: 'PUT',
  path: '/insurance/:county/:id',
  act: 'insurance.correct',
  summary: 'Correct insurance',
  params: insuranceKey,
  body: insuranceChange,
  reply: insuranceRow.pick({ county: true, id: true }),
});
