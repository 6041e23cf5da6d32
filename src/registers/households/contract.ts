import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { decisionView, lineageView } from './poverty-contract.ts';
import { povertyCauses, povertyKinds, povertyStandards, povertyStates } from './poverty-rules.ts';
import { newResident, residentView } from './resident-contract.ts';
import {
  electricities,
  fuels,
  householdJoins,
  householdLeaves,
  relations,
  roads,
  structures,
  waters,
} from './rules.ts';

const place = z.int().min(110_000_000_000).max(999_999_999_999);
const county = z.coerce.number().int().min(110_000).max(999_999);
const flag = z.boolean().nullable().optional();
const areaMu = amount(9_999_999);
const revision = z.int().min(1);
const reason = z.string().trim().min(1).max(200);

export const recordParams = z.object({ county, id: z.uuid() });

/** What may be entered and corrected about a household. Areas in mu, housing in m², distance in km. */
export const householdFields = z.object({
  number: z.string().trim().min(1).max(30),
  externalNumber: text(30),
  collectiveNumber: text(30),
  address: text(120),
  phone: text(20),
  bankName: text(60),
  bankCard: text(40),
  croplandMu: areaMu,
  irrigatedMu: areaMu,
  forestMu: areaMu,
  convertedForestMu: areaMu,
  orchardMu: areaMu,
  grasslandMu: areaMu,
  waterMu: areaMu,
  housingM2: amount(99_999),
  housingStructure: code(structures),
  housingDangerous: flag,
  electricity: code(electricities),
  water: code(waters),
  fuel: code(fuels),
  road: code(roads),
  roadDistanceKm: amount(9_999),
  joinedOn: z.iso.date(),
});
export type HouseholdFields = z.output<typeof householdFields>;

export const householdView = householdFields.omit({ phone: true, bankCard: true }).extend({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string().nullable(),
  townshipName: z.string().nullable(),
  revision,
  phoneMasked: z.string().nullable(),
  bankCardMasked: z.string().nullable(),
  joinedKind: z.enum(householdJoins),
  leftOn: z.iso.date().nullable(),
  leftKind: z.enum(householdLeaves).nullable(),
  leftTo: z.string().nullable(),
  residents: z.array(residentView),
  poverty: z.array(decisionView),
  lineage: z.array(lineageView),
  allowed: z.array(z.string()),
});
export type HouseholdView = z.output<typeof householdView>;

export const householdFilters = z.object({
  place: z.coerce.number().pipe(place).optional(),
  state: z.enum([...povertyStates, 'none']).optional(),
  kind: z.enum(povertyKinds).optional(),
  standard: z.enum(povertyStandards).optional(),
  cause: z.enum(povertyCauses).optional(),
  closed: z.enum(['open', 'closed', 'all']).optional(),
});

const listFilters = householdFilters.extend({
  q: pageQuery.shape.q,
  sort: z.enum(['number', 'headName', 'joinedOn']).optional(),
  order: pageQuery.shape.order,
});
export type HouseholdFilters = z.output<typeof listFilters>;

const householdRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string().nullable(),
  number: z.string(),
  headName: z.string().nullable(),
  residents: z.int(),
  phoneMasked: z.string().nullable(),
  state: z.enum(povertyStates).nullable(),
  kind: z.enum(povertyKinds).nullable(),
  mainCause: z.enum(povertyCauses).nullable(),
  stateSince: z.iso.date().nullable(),
  joinedOn: z.iso.date(),
  leftOn: z.iso.date().nullable(),
});
export type HouseholdRow = z.output<typeof householdRow>;

export const listHouseholds = defineRoute({
  method: 'GET',
  path: '/households',
  act: 'household.read',
  summary:
    'households in range, filtered by village, poverty state, kind and cause, searched by name, pinyin or number',
  query: pageQuery.extend(listFilters.shape),
  reply: pageReply(householdRow),
});

export const exportHouseholds = defineRoute({
  method: 'POST',
  path: '/households/export',
  act: 'household.export',
  summary: 'the list with its filters as a workbook, one row a resident, numbers masked',
  query: listFilters,
  reply: z.unknown(),
  download: true,
});

export const getHousehold = defineRoute({
  method: 'GET',
  path: '/households/:county/:id',
  act: 'household.read',
  summary: 'one household: fields, residents, poverty history, lineage',
  params: recordParams,
  reply: householdView,
});

export const getOwnHousehold = defineRoute({
  method: 'GET',
  path: '/my-household',
  act: 'household.read_own',
  summary: 'the household of the account itself',
  reply: householdView,
});

export const recordHousehold = defineRoute({
  method: 'POST',
  path: '/households',
  act: 'household.record',
  summary: 'enter a household with its residents',
  body: householdFields.extend({ id: z.uuid(), place, residents: z.array(newResident).min(1).max(40) }),
  reply: z.object({ county: z.int(), id: z.uuid(), revision }),
});

export const correctHousehold = defineRoute({
  method: 'PUT',
  path: '/households/:county/:id',
  act: 'household.correct',
  summary: 'correct fields of a household; fields left out stay as they are',
  params: recordParams,
  body: householdFields.partial().extend({ revision, reason }),
  reply: z.object({ revision }),
});

export const nextNumber = defineRoute({
  method: 'GET',
  path: '/households/next-number',
  act: 'household.record',
  summary: 'the next free household number of a village',
  query: z.object({ place: z.coerce.number().pipe(place) }),
  reply: z.object({ number: z.string() }),
});

export const revealContact = defineRoute({
  method: 'POST',
  path: '/households/:county/:id/reveal',
  act: 'household.reveal',
  summary: 'open a household’s telephone and bank card; the reason stands in the audit trail',
  params: recordParams,
  body: z.object({ reason }),
  reply: z.object({ phone: z.string().nullable(), bankCard: z.string().nullable() }),
});

export const assignRelations = defineRoute({
  method: 'PUT',
  path: '/households/:county/:id/relations',
  act: 'household.correct',
  summary: 'say who is head and how the others are related to the head',
  params: recordParams,
  body: z.object({
    members: z
      .array(z.object({ id: z.uuid(), relation: z.enum(relations) }))
      .min(1)
      .max(40),
    reason,
  }),
  reply: z.object({ changed: z.int() }),
});

const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const historyView = z.object({
  recordType: z.enum(['household', 'resident', 'poverty_registration']),
  recordId: z.uuid(),
  /** name of the person the record is about; absent for the household itself and for somebody erased */
  subject: z.string().nullable(),
  kind: z.enum(['recorded', 'changed', 'withdrawn']),
  at: z.iso.datetime(),
  by: z.string(),
  reason: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), before: plainValue, after: plainValue })),
});
export type HistoryView = z.output<typeof historyView>;

export const getHistory = defineRoute({
  method: 'GET',
  path: '/households/:county/:id/history',
  act: 'household.read',
  summary: 'who changed what about this household, from what to what, why',
  params: recordParams,
  reply: z.object({ events: z.array(historyView) }),
});

function text(longest: number) {
  return z.string().trim().max(longest).nullable().optional();
}

function code<const C extends readonly [string, ...string[]]>(codes: C) {
  return z.enum(codes).nullable().optional();
}

function amount(most: number) {
  return z.number().min(0).max(most).multipleOf(0.01).nullable().optional();
}
