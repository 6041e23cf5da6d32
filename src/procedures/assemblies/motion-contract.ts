import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { assemblyKey, done, optionalText, reason } from './contract.ts';
import { matters } from './motion-rules.ts';

const motionKey = assemblyKey.extend({ motionId: z.uuid() });
const title = z.string().trim().min(2).max(200);
const body = optionalText(5000);
const matter = z.enum(matters);

export const listOffered = defineRoute({
  method: 'GET',
  path: '/motions',
  act: 'assembly.read',
  summary: 'what waits to be put to a meeting',
  query: pageQuery.extend({ cooperativeId: z.uuid().optional(), sort: z.enum(['title', 'place']).optional() }),
  reply: pageReply(
    z.object({
      county: z.int(),
      id: z.uuid(),
      place: z.int(),
      placeName: z.string(),
      cooperativeId: z.uuid().nullable(),
      cooperativeName: z.string().nullable(),
      matter,
      title: z.string(),
      page: z.string().nullable(),
      offeredOn: z.string(),
      revision: z.int(),
    }),
  ),
});

export const addMotion = defineRoute({
  method: 'POST',
  path: '/assemblies/:county/:id/motions',
  act: 'assembly.call',
  summary: 'put a motion on the agenda',
  params: assemblyKey,
  body: z.object({ id: z.uuid(), matter, title, body }),
  reply: done,
});

export const takeMotion = defineRoute({
  method: 'POST',
  path: '/assemblies/:county/:id/motions/take',
  act: 'assembly.call',
  summary: 'put an offered motion on the agenda',
  params: assemblyKey,
  body: z.object({ motionId: z.uuid(), revision: z.int() }),
  reply: done,
});

export const correctMotion = defineRoute({
  method: 'PUT',
  path: '/assemblies/:county/:id/motions/:motionId',
  act: 'assembly.call',
  summary: 'change a motion that is not decided; one about a subject keeps its matter',
  params: motionKey,
  body: z.object({ revision: z.int(), matter, title, body, reason }),
  reply: done,
});

export const dropMotion = defineRoute({
  method: 'POST',
  path: '/assemblies/:county/:id/motions/:motionId/drop',
  act: 'assembly.call',
  summary: 'take a motion off the agenda; an offered one waits for another meeting',
  params: motionKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

const votes = z.int().min(0).max(10_000_000);

export const countVotes = defineRoute({
  method: 'PUT',
  path: '/assemblies/:county/:id/motions/:motionId/votes',
  act: 'assembly.call',
  summary: 'the votes for, against and abstained, additional votes included',
  params: motionKey,
  body: z.object({ revision: z.int(), votesFor: votes, votesAgainst: votes, votesAbstained: votes }),
  reply: done,
});
