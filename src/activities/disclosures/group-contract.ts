import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { day, disclosureKey, optionalText, place, reason } from './contract.ts';
import { groupPosts } from './rules.ts';

/** What is known of a member of a finance group. */
export const memberFields = z.object({
  name: z.string().trim().min(1).max(100),
  post: z.enum(groupPosts),
  phone: optionalText(30),
  decisionNumber: optionalText(60),
  startsOn: day,
  /** the first day on which no longer a member */
  endsOn: day.nullish().transform((on) => on ?? null),
});

export type MemberFields = z.output<typeof memberFields>;

export const memberRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  cooperativeId: z.uuid().nullable(),
  cooperativeName: z.string().nullable(),
  name: z.string(),
  post: z.enum(groupPosts),
  phone: z.string().nullable(),
  decisionNumber: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  revision: z.int(),
});

export type MemberRow = z.output<typeof memberRow>;

export const listMembers = defineRoute({
  method: 'GET',
  path: '/finance-groups',
  act: 'disclosure.read',
  summary: 'members of the finance groups of villages and cooperatives',
  query: pageQuery.extend({
    place: place.optional(),
    cooperativeId: z.uuid().optional(),
    /** also whose term is over */
    past: z.stringbool().default(false),
    sort: z.enum(['place', 'name', 'startsOn']).optional(),
  }),
  reply: pageReply(memberRow).extend({ allowed: z.array(z.string()) }),
});

export const recordMember = defineRoute({
  method: 'POST',
  path: '/finance-groups',
  act: 'finance_group.record',
  summary: 'record a member of a finance group',
  body: memberFields.extend({ id: z.uuid(), place, cooperativeId: z.uuid().optional() }),
  reply: disclosureKey,
});

export const correctMember = defineRoute({
  method: 'PUT',
  path: '/finance-groups/:county/:id',
  act: 'finance_group.record',
  summary: 'correct a member, or end the term',
  params: disclosureKey,
  body: memberFields.extend({ revision: z.int(), reason }),
  reply: disclosureKey,
});

export const withdrawMember = defineRoute({
  method: 'POST',
  path: '/finance-groups/:county/:id/withdraw',
  act: 'finance_group.record',
  summary: 'void a member who was recorded by mistake and never signed',
  params: disclosureKey,
  body: z.object({ revision: z.int(), reason }),
  reply: disclosureKey,
});
