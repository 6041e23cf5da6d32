import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { approvalStates, deciderRoles, verdicts } from './rules.ts';

export const approvalKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });

/** What a list looks at: what waits for the reader, what he asked, what he decided, or everything in his range. */
export const approvalBoxes = ['waiting', 'asked', 'decided', 'all'] as const;

export const approvalView = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  organisationId: z.uuid().nullable(),
  subjectType: z.string(),
  subjectId: z.string(),
  step: z.string(),
  digest: z.string(),
  title: z.string(),
  page: z.string().nullable(),
  deciderRole: z.enum(deciderRoles),
  makerName: z.string(),
  askedOn: z.string(),
  dueOn: z.string(),
  /** working days since it was asked, until the decision where there is one */
  workdays: z.int(),
  light: z.enum(['met', 'near', 'late', 'none']),
  state: z.enum(approvalStates),
  decidedOn: z.string().nullable(),
  deciderName: z.string().nullable(),
  opinion: z.string().nullable(),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listApprovals = defineRoute({
  method: 'GET',
  path: '/approvals',
  act: 'approval.read',
  summary: 'questions for approval: waiting for me, asked by me, decided by me, or all, by the day they are due',
  query: pageQuery.extend({
    box: z.enum(approvalBoxes).optional(),
    state: z.enum(approvalStates).optional(),
    place: z.coerce.number().int().refine(isPlace, 'place_invalid').optional(),
    sort: z.enum(['dueOn', 'askedOn', 'title']).optional(),
  }),
  reply: pageReply(approvalView),
});

export const exportApprovals = defineRoute({
  method: 'GET',
  path: '/approvals/export',
  act: 'approval.read',
  summary: 'the same list as a workbook',
  query: listApprovals.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getApproval = defineRoute({
  method: 'GET',
  path: '/approvals/:county/:id',
  act: 'approval.read',
  summary: 'one question with what was decided, and the next that waits for the reader',
  params: approvalKey,
  reply: approvalView.extend({ next: z.object({ county: z.int(), id: z.uuid() }).nullable() }),
});

const opinion = z
  .string()
  .trim()
  .max(500)
  .nullish()
  .transform((text) => text || null);

export const decideApproval = defineRoute({
  method: 'POST',
  path: '/approvals/:county/:id/decide',
  act: 'approval.decide',
  summary: 'approve, or refuse with a reason; `digest` is that of the content the decider read',
  params: approvalKey,
  body: z.object({
    revision: z.int(),
    digest: z.string().min(1).max(128),
    verdict: z.enum(verdicts),
    opinion,
  }),
  reply: z.object({ county: z.int(), id: z.uuid() }),
});

export const withdrawApproval = defineRoute({
  method: 'POST',
  path: '/approvals/:county/:id/withdraw',
  act: 'approval.withdraw',
  summary: 'take an open question back, for a reason; it stays in the list',
  params: approvalKey,
  body: z.object({ revision: z.int(), reason: z.string().trim().min(2).max(500) }),
  reply: z.object({ county: z.int(), id: z.uuid() }),
});
