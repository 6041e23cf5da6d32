import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { done, placeField, reason, recordKey } from './contract.ts';
import { riskStates } from './risk-rules.ts';

const riskRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  claimId: z.uuid(),
  householdCounty: z.int(),
  householdId: z.uuid(),
  name: z.string(),
  lossFen: fenShape,
  insuredFen: fenShape,
  valueFen: fenShape,
  state: z.enum(riskStates),
  askedOn: z.string(),
  paidOn: z.string().nullable(),
  /** paid, or what would be paid today; null where the terms of today pay nothing */
  amountFen: fenShape.nullable(),
});

export const listRiskRequests = defineRoute({
  method: 'GET',
  path: '/risk-requests',
  act: 'insurance.oversee',
  summary: 'what was asked of the risk fund on losses, newest first',
  query: pageQuery.extend({
    state: z.enum(riskStates).optional(),
    place: placeField.optional(),
    claim: z.uuid().optional(),
    sort: z.enum(['askedOn', 'lossFen']).optional(),
  }),
  reply: pageReply(riskRow),
});

export const exportRiskRequests = defineRoute({
  method: 'POST',
  path: '/risk-requests/export',
  act: 'insurance.oversee_export',
  summary: 'the same list as a workbook',
  query: listRiskRequests.query.omit({ limit: true, offset: true }),
  reply: z.unknown(),
  download: true,
});

export const getRiskRequest = defineRoute({
  method: 'GET',
  path: '/risk-requests/:county/:id',
  act: 'insurance.oversee',
  summary: 'one request with the terms of the day and what they come to',
  params: recordKey,
  reply: riskRow.extend({
    basis: z.string(),
    /** terms of the day of payment, or of today */
    triggerBp: z.int(),
    shareBp: z.int(),
    makerName: z.string(),
    checkerName: z.string().nullable(),
    payerName: z.string().nullable(),
    checkedOn: z.string().nullable(),
    opinion: z.string().nullable(),
    movementId: z.uuid().nullable(),
    revision: z.int(),
    allowed: z.array(z.string()),
  }),
});

export const askRiskFund = defineRoute({
  method: 'POST',
  path: '/risk-requests',
  act: 'risk.ask',
  summary: 'ask the risk fund for its share of a loss whose survey is agreed; refused below the trigger',
  body: z.object({
    id: z.uuid(),
    county: z.coerce.number().int(),
    lineId: z.uuid(),
    lossFen: positiveFenShape,
    /** what stood at risk before the loss */
    valueFen: positiveFenShape,
    basis: z.string().trim().min(2).max(1000),
  }),
  reply: done,
});

const step = z.object({ revision: z.int() });

export const checkRiskRequest = defineRoute({
  method: 'POST',
  path: '/risk-requests/:county/:id/check',
  act: 'risk.check',
  summary: 'agree to a request somebody else made',
  params: recordKey,
  body: step,
  reply: done,
});

export const refuseRiskRequest = defineRoute({
  method: 'POST',
  path: '/risk-requests/:county/:id/refuse',
  act: 'risk.check',
  summary: 'refuse a request, for a reason; it is kept',
  params: recordKey,
  body: step.extend({ reason }),
  reply: done,
});

export const withdrawRiskRequest = defineRoute({
  method: 'POST',
  path: '/risk-requests/:county/:id/withdraw',
  act: 'risk.ask',
  summary: 'take back a request that was not paid, for a reason; it is kept',
  params: recordKey,
  body: step.extend({ reason }),
  reply: done,
});

export const payRiskRequest = defineRoute({
  method: 'POST',
  path: '/risk-requests/:county/:id/pay',
  act: 'risk.pay',
  summary: 'pay a checked request out of the banner’s risk fund; not by who made or checked it',
  params: recordKey,
  body: step,
  reply: done.extend({ amountFen: fenShape }),
});
