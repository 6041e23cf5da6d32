import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { branchKinds, branchPosts, branchRatings } from './rules.ts';

const day = z.iso.date();
const text = z.string().trim().min(2).max(1000);
const reason = z.string().trim().min(2).max(500);
const key = z.object({ county: z.coerce.number().int(), id: z.uuid() });
const done = z.object({ id: z.uuid() });

export const branchRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  name: z.string(),
  kind: z.enum(branchKinds),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  secretary: z.string().nullable(),
  members: z.int().nullable(),
  rating: z.enum(branchRatings).nullable(),
  rectifying: z.boolean(),
  revision: z.int(),
});

export const branchView = branchRow.extend({
  posts: z.array(
    z.object({
      id: z.uuid(),
      post: z.enum(branchPosts),
      personName: z.string(),
      startsOn: z.string(),
      endsOn: z.string().nullable(),
      revision: z.int(),
    }),
  ),
  years: z.array(
    z.object({
      id: z.uuid(),
      year: z.int(),
      members: z.int(),
      rating: z.enum(branchRatings).nullable(),
      revision: z.int(),
    }),
  ),
  rectifications: z.array(
    z.object({
      id: z.uuid(),
      problem: z.string(),
      measures: z.string(),
      foundOn: z.string(),
      dueOn: z.string(),
      closedOn: z.string().nullable(),
      evidence: z.string().nullable(),
      revision: z.int(),
    }),
  ),
  allowed: z.array(z.string()),
});

export const listBranches = defineRoute({
  method: 'GET',
  path: '/branches',
  act: 'branch.read',
  summary: 'Party branches inside the range, with secretary, members, rating and rectification',
  query: pageQuery.extend({ state: z.enum(['vacant', 'weak']).optional(), sort: z.enum(['place', 'name']).optional() }),
  reply: pageReply(branchRow),
});

export const getBranch = defineRoute({
  method: 'GET',
  path: '/branches/:county/:id',
  act: 'branch.read',
  summary: 'one branch with posts, years and rectifications',
  params: key,
  reply: branchView,
});

export const recordBranch = defineRoute({
  method: 'POST',
  path: '/branches',
  act: 'branch.record',
  summary: 'register the branch of a village',
  body: z.object({
    id: z.uuid(),
    place: z.coerce.number().int().refine(isPlace, 'place_invalid'),
    name: z.string().trim().min(2).max(100),
    kind: z.enum(branchKinds),
    startsOn: day,
  }),
  reply: z.object({ county: z.int(), id: z.uuid() }),
});

export const recordPost = defineRoute({
  method: 'POST',
  path: '/branches/:county/:id/posts',
  act: 'branch.record',
  summary: 'record who holds a post from a day on',
  params: key,
  body: z.object({
    id: z.uuid(),
    post: z.enum(branchPosts),
    personName: z.string().trim().min(1).max(50),
    startsOn: day,
    endsOn: day.nullish().transform((value) => value || null),
  }),
  reply: done,
});

export const endPost = defineRoute({
  method: 'POST',
  path: '/branches/:county/:id/posts/:postId/end',
  act: 'branch.record',
  summary: 'end a post on a day, for a reason',
  params: key.extend({ postId: z.uuid() }),
  body: z.object({ revision: z.int(), endsOn: day, reason }),
  reply: done,
});

export const recordYear = defineRoute({
  method: 'POST',
  path: '/branches/:county/:id/years',
  act: 'branch.rate',
  summary: 'members and rating of a year',
  params: key,
  body: z.object({
    id: z.uuid(),
    year: z.int().min(2000).max(2100),
    members: z.int().min(0).max(10_000),
    rating: z
      .enum(branchRatings)
      .nullish()
      .transform((value) => value ?? null),
  }),
  reply: done,
});

export const openRectification = defineRoute({
  method: 'POST',
  path: '/branches/:county/:id/rectifications',
  act: 'branch.rate',
  summary: 'list a weak branch for rectification, with measures and a due day',
  params: key,
  body: z.object({ id: z.uuid(), problem: text, measures: text, foundOn: day, dueOn: day }),
  reply: done,
});

export const closeRectification = defineRoute({
  method: 'POST',
  path: '/branches/:county/:id/rectifications/:rectificationId/close',
  act: 'branch.rate',
  summary: 'close a rectification with what proves it',
  params: key.extend({ rectificationId: z.uuid() }),
  body: z.object({ revision: z.int(), closedOn: day, evidence: text }),
  reply: done,
});
