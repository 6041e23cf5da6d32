import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { assemblyKey, done, optionalText } from './contract.ts';
import { attendanceModes } from './rules.ts';

export const rollRow = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  memberPlaceName: z.string().nullable(),
  additionalVotes: z.int(),
  mode: z.enum(attendanceModes),
  proxyName: z.string().nullable(),
  revision: z.int(),
});

export const listRoll = defineRoute({
  method: 'GET',
  path: '/assemblies/:county/:id/roll',
  act: 'assembly.read',
  summary: 'everybody on the roll, by number',
  params: assemblyKey,
  reply: z.object({ rows: z.array(rollRow), allowed: z.array(z.string()) }),
});

export const fillRoll = defineRoute({
  method: 'POST',
  path: '/assemblies/:county/:id/roll/members',
  act: 'assembly.call',
  summary: 'put everybody on the roll who is a member on the day of the meeting and not on it yet',
  params: assemblyKey,
  body: z.object({}),
  reply: z.object({ added: z.int() }),
});

export const addToRoll = defineRoute({
  method: 'POST',
  path: '/assemblies/:county/:id/roll',
  act: 'assembly.call',
  summary: 'put persons on the roll by name: representatives, directors, Party members',
  params: assemblyKey,
  body: z.object({
    people: z
      .array(z.object({ id: z.uuid(), name: z.string().trim().min(1).max(100) }))
      .min(1)
      .max(500),
  }),
  reply: z.object({ added: z.int() }),
});

export const strikeFromRoll = defineRoute({
  method: 'POST',
  path: '/assemblies/:county/:id/roll/strike',
  act: 'assembly.call',
  summary: 'take somebody off the roll who is not entitled to vote',
  params: assemblyKey,
  body: z.object({ attendanceId: z.uuid(), reason: z.string().trim().min(2).max(500) }),
  reply: done,
});

export const markRoll = defineRoute({
  method: 'PUT',
  path: '/assemblies/:county/:id/roll',
  act: 'assembly.call',
  summary: 'who came, who is represented by whom, and the additional votes',
  params: assemblyKey,
  body: z.object({
    marks: z
      .array(
        z.object({
          id: z.uuid(),
          revision: z.int(),
          mode: z.enum(attendanceModes),
          proxyName: optionalText(50),
          additionalVotes: z.int().min(0).max(10_000).default(0),
        }),
      )
      .min(1)
      .max(1000),
  }),
  reply: z.object({ marked: z.int() }),
});

const count = z.int().min(0).max(1_000_000);

export const countAttendance = defineRoute({
  method: 'PUT',
  path: '/assemblies/:county/:id/counts',
  act: 'assembly.call',
  summary: 'the counts of a meeting taken on paper',
  params: assemblyKey,
  body: z.object({
    revision: z.int(),
    entitled: count,
    households: count.default(0),
    present: count,
    proxies: count.default(0),
    presentHouseholds: count.default(0),
    additionalVotes: count.default(0),
    additionalVotesPresent: count.default(0),
  }),
  reply: done,
});
