import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import {
  educations,
  employments,
  ethnicities,
  healths,
  labours,
  politicalStatuses,
  relations,
  residentJoins,
  residentLeaves,
  schoolings,
  sexes,
} from './rules.ts';

const county = z.coerce.number().int().min(110_000).max(999_999);
const flag = z.boolean().nullable().optional();
const revision = z.int().min(1);
const reason = z.string().trim().min(1).max(200);
const params = z.object({ county, id: z.uuid() });

/** What may be entered and corrected about a person; sex and birth date come from the number. */
export const residentFields = z.object({
  name: z.string().min(1).max(200),
  idNumber: z.string().min(1).max(40),
  relation: z.enum(relations),
  externalNumber: text(30),
  ethnicity: z
    .enum(ethnicities as [string, ...string[]])
    .nullable()
    .optional(),
  education: code(educations),
  schooling: code(schoolings),
  health: code(healths),
  labour: code(labours),
  employment: code(employments),
  employmentMonths: z.int().min(0).max(12).nullable().optional(),
  politicalStatus: code(politicalStatuses),
  military: flag,
  medicalInsured: flag,
  pensionInsured: flag,
  illnessInsured: flag,
  lowIncomeSupport: flag,
});
export type ResidentFields = z.output<typeof residentFields>;

export const newResident = residentFields.extend({ id: z.uuid() });

export const residentView = residentFields.omit({ idNumber: true }).extend({
  id: z.uuid(),
  revision,
  idNumberMasked: z.string(),
  sex: z.enum(sexes),
  birthOn: z.iso.date(),
  joinedOn: z.iso.date(),
  joinedKind: z.enum(residentJoins),
  leftOn: z.iso.date().nullable(),
  leftReason: z.enum([...residentLeaves, 'split', 'merged']).nullable(),
  leftTo: z.string().nullable(),
  /** nothing personal is left: name and number are starred, of the birth date the year alone is true */
  erased: z.boolean(),
});
export type ResidentView = z.output<typeof residentView>;

export const searchResidents = defineRoute({
  method: 'GET',
  path: '/residents',
  act: 'household.read',
  summary: 'people in range by name, pinyin, initials or the end of their number',
  query: pageQuery,
  reply: pageReply(
    z.object({
      county: z.int(),
      id: z.uuid(),
      householdId: z.uuid(),
      place: z.int(),
      placeName: z.string().nullable(),
      name: z.string(),
      idNumberMasked: z.string(),
      birthOn: z.iso.date(),
    }),
  ),
});

export const addResident = defineRoute({
  method: 'POST',
  path: '/households/:county/:id/residents',
  act: 'household.record',
  summary: 'a person joins a household: born, married in, moved in or forgotten before',
  params,
  body: newResident.extend({
    joinedOn: z.iso.date(),
    joinedKind: z.enum(['registered', 'born', 'married_in', 'moved_in']),
  }),
  reply: z.object({ id: z.uuid(), revision }),
});

export const correctResident = defineRoute({
  method: 'PUT',
  path: '/residents/:county/:id',
  act: 'household.correct',
  summary: 'correct fields of a person; fields left out stay as they are',
  params,
  body: residentFields.partial().extend({ joinedOn: z.iso.date().optional(), revision, reason }),
  reply: z.object({ revision }),
});

export const leaveResident = defineRoute({
  method: 'POST',
  path: '/residents/:county/:id/leave',
  act: 'household.record',
  summary: 'a person leaves the household: died, married out, moved away; a head names the next one',
  params,
  body: z.object({
    revision,
    happenedOn: z.iso.date(),
    kind: z.enum(residentLeaves),
    to: text(120),
    newHeadId: z.uuid().nullable().optional(),
  }),
  reply: z.object({ householdEnded: z.boolean() }),
});

/** A person already known: with name and link inside the viewer's range, else only the banner. */
export const knownResident = z.object({
  known: z.enum(['none', 'here', 'elsewhere', 'released', 'died']),
  banner: z.string().nullable(),
  resident: z
    .object({
      county: z.int(),
      householdId: z.uuid(),
      residentId: z.uuid(),
      place: z.int(),
      placeName: z.string().nullable(),
      name: z.string(),
    })
    .nullable(),
});
export type KnownResident = z.output<typeof knownResident>;

export const checkResident = defineRoute({
  method: 'POST',
  path: '/residents/check',
  act: 'resident.check',
  summary: 'whether a number is already registered; asked while it is typed, so often and no more',
  body: z.object({ idNumber: z.string().min(1).max(40) }),
  reply: knownResident,
});

export const revealNumber = defineRoute({
  method: 'POST',
  path: '/residents/:county/:id/reveal',
  act: 'household.reveal',
  summary: 'open a person’s number; the reason stands in the audit trail',
  params,
  body: z.object({ reason }),
  reply: z.object({ idNumber: z.string() }),
});

export const eraseResident = defineRoute({
  method: 'POST',
  path: '/residents/:county/:id/erase',
  act: 'resident.erase',
  summary: 'take out what is personal about somebody who is on no register any more (PIPL 47); nothing brings it back',
  params,
  body: z.object({ reason }),
  reply: z.object({ stays: z.int(), households: z.int() }),
});

function text(longest: number) {
  return z.string().trim().max(longest).nullable().optional();
}

function code<const C extends readonly [string, ...string[]]>(codes: C) {
  return z.enum(codes).nullable().optional();
}
