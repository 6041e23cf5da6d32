import { z } from 'zod';
import { attachmentView } from '../../platform/files/contract.ts';
import { defineRoute } from '../../platform/http/contract.ts';
import { povertyCauses, povertyChanges, povertyKinds, povertyStandards, povertyStates } from './poverty-rules.ts';
import { relations } from './rules.ts';

const county = z.coerce.number().int().min(110_000).max(999_999);
const params = z.object({ county, id: z.uuid() });
const revision = z.int().min(1);
const reason = z.string().trim().min(1).max(200);
const place = z.int().min(110_000_000_000).max(999_999_999_999);

export const povertyFields = z.object({
  standard: z.enum(povertyStandards),
  kind: z.enum(povertyKinds),
  mainCause: z.enum(povertyCauses),
  otherCauses: z.array(z.enum(povertyCauses)).max(6).default([]),
  startsOn: z.iso.date(),
  /** the decision that says so */
  documentNumber: z.string().trim().min(1).max(60),
  decidedOn: z.iso.date(),
  note: z.string().trim().max(500).nullable().optional(),
});
export type PovertyFields = z.output<typeof povertyFields>;

export const povertyView = povertyFields.extend({
  id: z.uuid(),
  revision,
  state: z.enum(povertyStates),
  change: z.enum(povertyChanges),
  endsOn: z.iso.date().nullable(),
});
export type PovertyView = z.output<typeof povertyView>;

/** A state with the decision's own papers: attachments of its registration. */
export const decisionView = povertyView.extend({ files: z.array(attachmentView) });
export type DecisionView = z.output<typeof decisionView>;

export const lineageView = z.object({
  kind: z.enum(['split', 'merge', 'move']),
  direction: z.enum(['from', 'to']),
  happenedOn: z.iso.date(),
  documentNumber: z.string().nullable(),
  /** the other household, while the reader may see it */
  other: z
    .object({
      county: z.int(),
      id: z.uuid(),
      number: z.string(),
      place: z.int(),
      placeName: z.string().nullable(),
      headName: z.string().nullable(),
    })
    .nullable(),
  otherText: z.string().nullable(),
});
export type LineageView = z.output<typeof lineageView>;

export const registerPoverty = defineRoute({
  method: 'POST',
  path: '/households/:county/:id/poverty',
  act: 'poverty.register',
  summary: 'a household enters a poverty state by a decision; the state before ends on that day',
  params,
  body: povertyFields.extend({ id: z.uuid(), state: z.enum(povertyStates) }),
  reply: z.object({ id: z.uuid(), change: z.enum(povertyChanges) }),
});

export const correctPoverty = defineRoute({
  method: 'PUT',
  path: '/poverty-registrations/:county/:id',
  act: 'poverty.register',
  summary: 'correct a registration; a corrected first day moves the end of the state before with it',
  params,
  body: povertyFields.partial().extend({ revision, reason }),
  reply: z.object({ revision }),
});

export const withdrawPoverty = defineRoute({
  method: 'POST',
  path: '/poverty-registrations/:county/:id/withdraw',
  act: 'poverty.register',
  summary: 'declare the latest registration void; the state before holds again',
  params,
  body: z.object({ revision, reason }),
  reply: z.object({ withdrawn: z.literal(true) }),
});

export const getPovertyOn = defineRoute({
  method: 'GET',
  path: '/households/:county/:id/poverty-on',
  act: 'household.read',
  summary: 'the poverty state of a household on a day, as known now or at an instant',
  params,
  query: z.object({ day: z.iso.date(), asOf: z.iso.datetime({ offset: true }).optional() }),
  reply: z.object({ registration: povertyView.nullable() }),
});

const member = z.object({ id: z.uuid(), relation: z.enum(relations) });
const documentNumber = z.string().trim().max(60).nullable().optional();

export const moveHousehold = defineRoute({
  method: 'POST',
  path: '/households/:county/:id/move',
  act: 'household.move',
  summary: 'move a household to another village of the range: closed here, opened there, linked',
  params,
  body: z.object({
    revision,
    toPlace: place,
    newId: z.uuid(),
    number: z.string().trim().min(1).max(30),
    happenedOn: z.iso.date(),
    documentNumber,
  }),
  reply: z.object({ county: z.int(), id: z.uuid() }),
});

export const leaveHousehold = defineRoute({
  method: 'POST',
  path: '/households/:county/:id/leave',
  act: 'household.move',
  summary: 'a household moves out of the range, or ends; its people may then be taken in elsewhere',
  params,
  body: z.object({
    revision,
    kind: z.enum(['moved_out', 'ended']),
    to: z.string().trim().max(120).nullable().optional(),
    happenedOn: z.iso.date(),
    documentNumber,
  }),
  reply: z.object({ leftOn: z.iso.date() }),
});

export const takeInHousehold = defineRoute({
  method: 'POST',
  path: '/households/take-in',
  act: 'household.move',
  summary: 'take in a household that moved away elsewhere, by the number of one of its members',
  body: z.object({
    idNumber: z.string().min(1).max(40),
    place,
    newId: z.uuid(),
    number: z.string().trim().min(1).max(30),
    happenedOn: z.iso.date(),
    documentNumber,
  }),
  reply: z.object({ county: z.int(), id: z.uuid(), residents: z.int() }),
});

export const splitHousehold = defineRoute({
  method: 'POST',
  path: '/households/:county/:id/split',
  act: 'household.move',
  summary: 'some members found a household of their own in the same village',
  params,
  body: z.object({
    revision,
    newId: z.uuid(),
    number: z.string().trim().min(1).max(30),
    happenedOn: z.iso.date(),
    documentNumber,
    leaving: z.array(member).min(1).max(40),
    /** new relations of those who stay, where the head leaves */
    staying: z.array(member).max(40).default([]),
  }),
  reply: z.object({ county: z.int(), id: z.uuid() }),
});

export const mergeHousehold = defineRoute({
  method: 'POST',
  path: '/households/:county/:id/merge',
  act: 'household.move',
  summary: 'this household is dissolved into another of the same village',
  params,
  body: z.object({
    revision,
    intoId: z.uuid(),
    happenedOn: z.iso.date(),
    documentNumber,
    residents: z.array(member).min(1).max(40),
  }),
  reply: z.object({ county: z.int(), id: z.uuid() }),
});
