import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { formationKey } from './contract.ts';

const done = z.object({ county: z.int(), id: z.uuid() });
const day = z.iso.date();

export const submitPlan = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/submit',
  act: 'formation.record',
  summary: 'fix the plan in this version, once every clause that must be kept is kept',
  params: formationKey,
  body: z.object({ digest: z.string().min(1).max(128) }),
  reply: done,
});

export const conveneOn = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/convene',
  act: 'formation.record',
  summary: 'call the meeting that decides the next step: the Party branch, the founders or the villagers',
  params: formationKey,
  body: z.object({
    step: z.enum(['party_study', 'resolution']),
    assemblyId: z.uuid(),
    heldOn: day,
    noticedOn: day,
    startsAt: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .nullish()
      .transform((text) => text || null),
    venue: z
      .string()
      .trim()
      .max(200)
      .nullish()
      .transform((text) => text || null),
    /** who decides where the law leaves it open: the founders of a collective, or the villagers */
    by: z.enum(['founders', 'villagers']).default('founders'),
    rollKind: z.enum(['named', 'counted']).default('named'),
  }),
  reply: z.object({ county: z.int(), id: z.uuid(), assemblyId: z.uuid() }),
});

export const postNotice = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/notice',
  act: 'formation.record',
  summary: 'put the plan on the notice board once it is resolved',
  params: formationKey,
  body: z.object({ postedOn: day }),
  reply: z.object({ county: z.int(), id: z.uuid(), noticeId: z.uuid(), endsOn: z.string() }),
});

export const askReview = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/review',
  act: 'formation.record',
  summary: 'send the plan to the township once the notice is over',
  params: formationKey,
  body: z.object({}),
  reply: z.object({ county: z.int(), id: z.uuid(), approvalId: z.uuid() }),
});

export const registerPlan = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/register',
  act: 'formation.register',
  summary: 'register the organisation: with its charter and founding members, in one act',
  params: formationKey,
  body: z.object({
    revision: z.int(),
    digest: z.string().min(1).max(128),
    cooperativeId: z.uuid(),
    registeredOn: day,
    creditCode: z
      .string()
      .trim()
      .max(40)
      .nullish()
      .transform((text) => text || null),
    chairperson: z
      .string()
      .trim()
      .max(50)
      .nullish()
      .transform((text) => text || null),
    phone: z
      .string()
      .trim()
      .max(30)
      .nullish()
      .transform((text) => text || null),
  }),
  reply: z.object({ county: z.int(), id: z.uuid(), cooperativeId: z.uuid() }),
});

export const recordProofs = defineRoute({
  method: 'POST',
  path: '/formations/:county/:id/proofs',
  act: 'formation.record',
  summary: 'write down which steps are proven by now',
  params: formationKey,
  body: z.object({}),
  reply: z.object({ written: z.int() }),
});
