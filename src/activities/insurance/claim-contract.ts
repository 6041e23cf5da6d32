import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape } from '../../platform/pure/fen-shape.ts';
import { claimCauses, claimStates } from './claim-rules.ts';
import { done, line, noticeView, placeField, reason, recordKey, unitsShape } from './contract.ts';

const lights = ['met', 'near', 'late', 'none'] as const;

export const claimRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  insurerName: z.string(),
  policyId: z.uuid(),
  policyNumber: z.string(),
  line,
  cause: z.enum(claimCauses),
  occurredOn: z.string(),
  reportedOn: z.string(),
  state: z.enum(claimStates),
  lines: z.int(),
  agreedFen: fenShape,
  dueOn: z.string().nullable(),
  paidOn: z.string().nullable(),
  light: z.enum(lights),
  /** days from report to payment, or so far */
  days: z.int(),
});

export const claimView = claimRow.omit({ lines: true }).extend({
  unit: z.enum(['head', 'mu']),
  statement: z.string(),
  /** as the phone said */
  toldAt: z.string(),
  surveyedOn: z.string().nullable(),
  agreedOn: z.string().nullable(),
  voucher: z.string().nullable(),
  closedFor: z.string().nullable(),
  digest: z.string().nullable(),
  unitSumFen: fenShape,
  deductibleBp: z.int(),
  lines: z.array(
    z.object({
      id: z.uuid(),
      insuredId: z.uuid(),
      householdCounty: z.int(),
      householdId: z.uuid().nullable(),
      name: z.string(),
      insuredUnits: z.number(),
      reportedUnits: z.number(),
      surveyedUnits: z.number().nullable(),
      lossBp: z.int().nullable(),
      computedFen: fenShape.nullable(),
      agreedFen: fenShape.nullable(),
      paidOn: z.string().nullable(),
    }),
  ),
  notice: noticeView,
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listClaims = defineRoute({
  method: 'GET',
  path: '/insurance-claims',
  act: 'insurance.read',
  summary: 'losses inside the range; an insurer sees its own',
  query: pageQuery.extend({
    state: z.enum(claimStates).optional(),
    line: line.optional(),
    light: z.enum(lights).optional(),
    place: placeField.optional(),
    sort: z.enum(['reportedOn', 'dueOn', 'agreedFen']).optional(),
  }),
  reply: pageReply(claimRow),
});

export const exportClaims = defineRoute({
  method: 'POST',
  path: '/insurance-claims/export',
  act: 'insurance.export',
  summary: 'the same list as a workbook',
  query: listClaims.query.omit({ limit: true, offset: true }),
  reply: z.unknown(),
  download: true,
});

export const getClaim = defineRoute({
  method: 'GET',
  path: '/insurance-claims/:county/:id',
  act: 'insurance.read',
  summary: 'one loss with its lines, its notice and its clock',
  params: recordKey,
  reply: claimView,
});

export const reportLoss = defineRoute({
  method: 'POST',
  path: '/insurance-claims',
  act: 'insurance.report',
  summary: 'report a loss under a policy in force; photographs are attached to it',
  body: z.object({
    id: z.uuid(),
    county: z.coerce.number().int(),
    policyId: z.uuid(),
    cause: z.enum(claimCauses),
    occurredOn: z.iso.date(),
    /** when the phone took it down, also without a network */
    toldAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    statement: z.string().trim().min(2).max(2000),
    lines: z
      .array(z.object({ insuredId: z.uuid(), units: unitsShape }))
      .min(1)
      .max(2000),
  }),
  reply: done,
});

export const surveyClaim = defineRoute({
  method: 'POST',
  path: '/insurance-claims/:county/:id/survey',
  act: 'insurance.survey',
  summary: 'what was lost, line by line; amounts are computed unless another one is given, which is flagged',
  params: recordKey,
  body: z.object({
    revision: z.int(),
    lines: z
      .array(
        z.object({
          id: z.uuid(),
          units: z.number().min(0).max(99_999_999),
          lossBp: z.int().min(0).max(10_000),
          agreedFen: amountShape.optional(),
        }),
      )
      .min(1)
      .max(2000),
  }),
  reply: done,
});

export const postClaimNotice = defineRoute({
  method: 'POST',
  path: '/insurance-claims/:county/:id/notice',
  act: 'insurance.report',
  summary: 'put the survey on notice; refused before there is one',
  params: recordKey,
  body: z.object({ revision: z.int(), postedOn: z.iso.date(), contact: z.string().trim().min(2).max(200) }),
  reply: z.object({ noticeId: z.uuid(), endsOn: z.string() }),
});

export const resurveyClaim = defineRoute({
  method: 'POST',
  path: '/insurance-claims/:county/:id/reopen',
  act: 'insurance.survey',
  summary: 'back to the survey, for a reason; the notice is taken down',
  params: recordKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const agreeClaim = defineRoute({
  method: 'POST',
  path: '/insurance-claims/:county/:id/agree',
  act: 'insurance.survey',
  summary: 'the insured agree to the list whose notice is cleared; the clock to pay begins',
  params: recordKey,
  body: z.object({ revision: z.int() }),
  reply: done.extend({ dueOn: z.string() }),
});

export const payClaim = defineRoute({
  method: 'POST',
  path: '/insurance-claims/:county/:id/pay',
  act: 'insurance.pay',
  summary: 'the insurer has paid; not by who reported the loss',
  params: recordKey,
  body: z.object({ revision: z.int(), voucher: z.string().trim().min(2).max(60) }),
  reply: done,
});

export const closeClaim = defineRoute({
  method: 'POST',
  path: '/insurance-claims/:county/:id/close',
  act: 'insurance.report',
  summary: 'withdraw a report that was not agreed yet',
  params: recordKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const declineClaim = defineRoute({
  method: 'POST',
  path: '/insurance-claims/:county/:id/decline',
  act: 'insurance.survey',
  summary: 'the insurer declines, for a reason',
  params: recordKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});
