import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { memberKinds, unitKinds } from './composition-rules.ts';
import { cooperativeKey, revisionAndReason } from './contract.ts';
import { joinKinds, leaveReasons } from './member-rules.ts';
import { cooperativeKinds } from './rules.ts';

const day = z.iso.date();

function optional<T extends z.ZodType>(shape: T) {
  return shape.nullish().transform((value) => value || null);
}

/** What is known of a member; `memberPlace` is his own village, the cooperative’s where he lives there. */
export const memberFields = z.object({
  number: z.string().trim().min(1).max(30),
  kind: z.enum(memberKinds),
  unitKind: optional(z.enum(unitKinds)),
  name: z.string().trim().min(1).max(100),
  idNumber: optional(z.string().trim().max(30)),
  creditCode: optional(z.string().trim().max(30)),
  phone: optional(z.string().trim().max(30)),
  memberPlace: z.coerce.number().int().refine(isPlace, 'place_invalid'),
  joinedOn: day,
});

/** Where a member’s household stands in the register of households. */
export const householdLink = z.object({
  householdCounty: optional(z.int()),
  householdId: optional(z.uuid()),
  residentId: optional(z.uuid()),
});

export const memberRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  cooperativeId: z.uuid(),
  number: z.string(),
  kind: z.enum(memberKinds),
  unitKind: z.enum(unitKinds).nullable(),
  name: z.string(),
  idNumberMasked: z.string().nullable(),
  creditCode: z.string().nullable(),
  memberPlace: z.int(),
  memberPlaceName: z.string().nullable(),
  joinedOn: z.string(),
  joinedBy: z.enum(joinKinds),
  leftOn: z.string().nullable(),
  leftReason: z.enum(leaveReasons).nullable(),
  revision: z.int(),
});

export type MemberRowView = z.output<typeof memberRow>;

export const memberView = memberRow.extend({
  form: z.enum(cooperativeKinds),
  cooperativeName: z.string().nullable(),
  placeName: z.string().nullable(),
  phone: z.string().nullable(),
  householdCounty: z.int().nullable(),
  householdId: z.uuid().nullable(),
  residentId: z.uuid().nullable(),
  allowed: z.array(z.string()),
});

export const memberFilters = z.object({
  kind: z.enum(memberKinds).optional(),
  /** members on this day; today where not given */
  on: day.optional(),
  left: z.enum(['left', 'all']).optional(),
});

export const listMembers = defineRoute({
  method: 'GET',
  path: '/cooperatives/:county/:id/members',
  act: 'membership.read',
  summary: 'members of one organisation on a day, by number, name or pinyin',
  params: cooperativeKey,
  query: pageQuery
    .extend(memberFilters.shape)
    .extend({ sort: z.enum(['number', 'name', 'joinedOn', 'memberPlaceName']).optional() }),
  reply: pageReply(memberRow),
});

export const nextMemberNumber = defineRoute({
  method: 'GET',
  path: '/cooperatives/:county/:id/members/next-number',
  act: 'membership.record',
  summary: 'the number a new member would get',
  params: cooperativeKey,
  reply: z.object({ number: z.string() }),
});

export const getMember = defineRoute({
  method: 'GET',
  path: '/memberships/:county/:id',
  act: 'membership.read',
  summary: 'one membership',
  params: cooperativeKey,
  reply: memberView,
});

export const recordMember = defineRoute({
  method: 'POST',
  path: '/cooperatives/:county/:id/members',
  act: 'membership.record',
  summary: 'enter a member whom the organisation has already: a founder, or one from before this register',
  params: cooperativeKey,
  body: memberFields.extend(householdLink.shape).extend({ id: z.uuid(), joinedBy: z.enum(['founding', 'opening']) }),
  reply: cooperativeKey,
});

export const correctMember = defineRoute({
  method: 'PUT',
  path: '/memberships/:county/:id',
  act: 'membership.correct',
  summary: 'correct a member; a number shown masked stays as it is when sent back masked or empty',
  params: cooperativeKey,
  body: memberFields.extend(revisionAndReason.shape),
  reply: cooperativeKey,
});

export const withdrawMember = defineRoute({
  method: 'POST',
  path: '/memberships/:county/:id/withdrawal',
  act: 'membership.correct',
  summary: 'take out a membership that was entered by mistake and that holds nothing',
  params: cooperativeKey,
  body: revisionAndReason,
  reply: cooperativeKey,
});

export const revealMember = defineRoute({
  method: 'POST',
  path: '/memberships/:county/:id/reveal',
  act: 'membership.reveal',
  summary: 'the resident id in clear, for a reason that stands in the trail',
  params: cooperativeKey,
  body: z.object({ reason: revisionAndReason.shape.reason }),
  reply: z.object({ idNumber: z.string().nullable() }),
  secret: true,
});

export const ownMemberships = defineRoute({
  method: 'GET',
  path: '/my-memberships',
  act: 'membership.read_own',
  summary: 'memberships of the household that is signed in',
  reply: z.object({ rows: z.array(memberRow) }),
});

export const importReport = z.object({
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  errors: z.array(z.object({ row: z.int(), column: z.string().optional(), message: z.string() })),
});

export const checkMemberImport = defineRoute({
  method: 'POST',
  path: '/cooperatives/:county/:id/members/import/check',
  act: 'membership.import',
  summary: 'dry run of a list of members: what would be new, updated, unchanged and rejected',
  params: cooperativeKey,
  upload: true,
  reply: importReport,
});

export const markMemberImport = defineRoute({
  method: 'POST',
  path: '/cooperatives/:county/:id/members/import/marked',
  act: 'membership.import',
  summary: 'the same workbook with rejected cells red and commented',
  params: cooperativeKey,
  upload: true,
  reply: z.unknown(),
  download: true,
});

export const takeMemberImport = defineRoute({
  method: 'POST',
  path: '/cooperatives/:county/:id/members/import',
  act: 'membership.import',
  summary: 'import a list of members: all or nothing, or the good rows alone; the same file again changes nothing',
  params: cooperativeKey,
  upload: true,
  query: z.object({ keepGood: z.enum(['true', 'false']).optional() }),
  reply: importReport,
});

export const memberTemplate = defineRoute({
  method: 'POST',
  path: '/cooperatives/:county/:id/members/template',
  act: 'membership.import',
  summary: 'the workbook to fill in, with the members known already',
  params: cooperativeKey,
  reply: z.unknown(),
  download: true,
});

export const exportMembers = defineRoute({
  method: 'POST',
  path: '/cooperatives/:county/:id/members/export',
  act: 'membership.export',
  summary: 'the members under the list’s filters as a workbook, numbers masked',
  params: cooperativeKey,
  query: memberFilters.extend({ q: z.string().trim().max(100).optional() }),
  reply: z.unknown(),
  download: true,
});
