import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { assemblyForms, lawClauses, motionClasses, organs } from './law-rules.ts';
import { matters } from './motion-rules.ts';
import { assemblyStates, motionResults, rollKinds } from './rules.ts';

export const day = z.iso.date();
export const assemblyKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const done = z.object({ county: z.int(), id: z.uuid() });
export const reason = z.string().trim().min(2).max(500);
const place = z.coerce.number().int().refine(isPlace, 'place_invalid');
const count = z.int().min(0).max(1_000_000);
const clause = z.enum(lawClauses);

export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);
}

const optionalDay = day.nullish().transform((text) => text || null);
const optionalCount = count.nullish().transform((value) => value ?? null);

/** Members a clerk types when a meeting is called or corrected. */
export const meetingFields = z.object({
  title: z.string().trim().min(2).max(200),
  heldOn: day,
  startsAt: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .nullish()
    .transform((text) => text || null),
  venue: optionalText(200),
  noticedOn: day,
  documentsOn: optionalDay,
  rollKind: z.enum(rollKinds),
  proxyLimit: z.int().min(0).max(20).default(0),
  /** of a roll that is counted: who may vote; left out: taken from the registers */
  entitled: optionalCount,
  households: optionalCount,
  women: optionalCount,
});

const motionFields = z.object({
  id: z.uuid(),
  matter: z.enum(matters),
  title: z.string().trim().min(2).max(200),
  body: optionalText(5000),
});

export const motionView = motionFields.extend({
  county: z.int(),
  ordinal: z.int().nullable(),
  motionClass: z.enum(motionClasses),
  subjectType: z.string().nullable(),
  subjectId: z.string().nullable(),
  digest: z.string().nullable(),
  page: z.string().nullable(),
  votesFor: z.int().nullable(),
  votesAgainst: z.int().nullable(),
  votesAbstained: z.int().nullable(),
  /** what it needs with the people who are there now, or needed when it was decided */
  required: z.int().nullable(),
  whole: z.int().nullable(),
  clause,
  /** how it stands now, or was decided */
  result: z.enum(motionResults).nullable(),
  decided: z.boolean(),
  /** `2019-3`: third resolution of that year */
  number: z.string().nullable(),
  revision: z.int(),
});

const attendanceCounts = z.object({
  entitled: z.int(),
  households: z.int(),
  present: z.int(),
  proxies: z.int(),
  presentHouseholds: z.int(),
  additionalVotes: z.int(),
  additionalVotesPresent: z.int(),
});

const clockView = z.object({
  kind: z.enum(['notice', 'documents']),
  days: z.int(),
  latestOn: z.string(),
  givenOn: z.string().nullable(),
  met: z.boolean(),
  clause,
});

/** What the law has against the meeting: additional votes, representatives, proxies. */
const flagView = z.object({ code: z.string(), clause, values: z.record(z.string(), z.number()) });

export const assemblyRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  cooperativeId: z.uuid().nullable(),
  cooperativeName: z.string().nullable(),
  form: z.enum(assemblyForms),
  organ: z.enum(organs),
  title: z.string(),
  heldOn: z.string(),
  state: z.enum(assemblyStates),
  quorumMet: z.boolean().nullable(),
  motions: z.int(),
  passed: z.int(),
  revision: z.int(),
});

export const assemblyView = assemblyRow.omit({ motions: true, passed: true }).extend({
  startsAt: z.string().nullable(),
  venue: z.string().nullable(),
  noticedOn: z.string(),
  documentsOn: z.string().nullable(),
  rollKind: z.enum(rollKinds),
  proxyLimit: z.int(),
  proxyRule: z.enum(['charter', 'household', 'none']),
  women: z.int().nullable(),
  counts: attendanceCounts,
  /** absent until anybody is entitled, or where no law is known */
  quorum: z
    .object({
      ways: z.array(
        z.object({
          population: z.enum(['members', 'households']),
          whole: z.int(),
          required: z.int(),
          present: z.int(),
          met: z.boolean(),
        }),
      ),
      met: z.boolean(),
      clause,
    })
    .nullable(),
  votesPresent: z.int(),
  charter: z.object({
    quorumBp: z.int().nullable(),
    ordinaryBp: z.int().nullable(),
    specialBp: z.int().nullable(),
    additionalVotesBp: z.int().nullable(),
  }),
  clocks: z.array(clockView),
  flags: z.array(flagView),
  additional: z.array(z.object({ number: z.string(), name: z.string(), votes: z.int() })),
  motions: z.array(motionView),
  chairName: z.string().nullable(),
  recorderName: z.string().nullable(),
  counterNames: z.string().nullable(),
  minutes: z.string().nullable(),
  closedOn: z.string().nullable(),
  files: z.int(),
  allowed: z.array(z.string()),
});

export const listAssemblies = defineRoute({
  method: 'GET',
  path: '/assemblies',
  act: 'assembly.read',
  summary: 'meetings inside the range, the latest first',
  query: pageQuery.extend({
    place: place.optional(),
    cooperativeId: z.uuid().optional(),
    form: z.enum(assemblyForms).optional(),
    organ: z.enum(organs).optional(),
    state: z.enum(assemblyStates).optional(),
    sort: z.enum(['heldOn', 'title', 'place']).optional(),
  }),
  reply: pageReply(assemblyRow),
});

export const exportAssemblies = defineRoute({
  method: 'GET',
  path: '/assemblies/export',
  act: 'assembly.read',
  summary: 'the same list as a workbook',
  query: listAssemblies.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getAssembly = defineRoute({
  method: 'GET',
  path: '/assemblies/:county/:id',
  act: 'assembly.read',
  summary: 'one meeting with clocks, attendance, quorum and motions as they stand',
  params: assemblyKey,
  reply: assemblyView,
});

export const callAssembly = defineRoute({
  method: 'POST',
  path: '/assemblies',
  act: 'assembly.call',
  summary: 'call a meeting of a cooperative or a village; a roll by name is filled from the register of members',
  body: meetingFields.extend({
    id: z.uuid(),
    place,
    cooperativeId: z
      .uuid()
      .nullish()
      .transform((id) => id || null),
    /** of a cooperative it follows from its kind */
    form: z.enum(assemblyForms),
    organ: z.enum(organs),
  }),
  reply: done,
});

export const correctAssembly = defineRoute({
  method: 'PUT',
  path: '/assemblies/:county/:id',
  act: 'assembly.call',
  summary: 'change a meeting that is not closed',
  params: assemblyKey,
  body: meetingFields.extend({ revision: z.int(), reason }),
  reply: done,
});

export const cancelAssembly = defineRoute({
  method: 'POST',
  path: '/assemblies/:county/:id/cancel',
  act: 'assembly.call',
  summary: 'call a meeting off; its motions wait for another',
  params: assemblyKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const closeAssembly = defineRoute({
  method: 'POST',
  path: '/assemblies/:county/:id/close',
  act: 'assembly.close',
  summary: 'close a meeting: count, decide every motion, number the resolutions',
  params: assemblyKey,
  body: z.object({
    revision: z.int(),
    chairName: z.string().trim().min(1).max(50),
    recorderName: z.string().trim().min(1).max(50),
    counterNames: optionalText(200),
    minutes: optionalText(20_000),
  }),
  reply: done,
});

export const reopenAssembly = defineRoute({
  method: 'POST',
  path: '/assemblies/:county/:id/reopen',
  act: 'assembly.reopen',
  summary:
    'open a closed meeting again to put its record right; its resolutions no longer hold until it is closed anew',
  params: assemblyKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const printMinutes = defineRoute({
  method: 'GET',
  path: '/assemblies/:county/:id/minutes',
  act: 'assembly.read',
  summary: 'the minutes, as Word or PDF',
  params: assemblyKey,
  query: z.object({ format: z.enum(['docx', 'pdf']).default('docx') }),
  reply: z.any(),
  download: true,
});

export const printSheet = defineRoute({
  method: 'GET',
  path: '/assemblies/:county/:id/sheet',
  act: 'assembly.read',
  summary: 'the sheet for signatures with the roll, or with empty lines where there is none',
  params: assemblyKey,
  reply: z.any(),
  download: true,
});
