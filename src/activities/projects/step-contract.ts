import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { fundingSources, thingKinds } from '../../registers/assets/rules.ts';
import { day, done, optionalId, optionalText, partyFields, projectKey, reason } from './contract.ts';
import { awardMethods } from './rules.ts';

export const askStep = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/ask',
  act: 'project.record',
  summary: 'send the project to the office whose turn it is: the township for the library, the banner for the review',
  params: projectKey,
  body: z.object({ step: z.enum(['library', 'review']), digest: z.string().min(1).max(128) }),
  reply: done.extend({ approvalId: z.uuid() }),
});

export const postProjectNotice = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/notice',
  act: 'project.record',
  summary: 'put the reviewed project on the notice board',
  params: projectKey,
  body: z.object({ postedOn: day }),
  reply: done.extend({ noticeId: z.uuid(), endsOn: z.string() }),
});

export const offerDiscussion = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/discussion',
  act: 'project.record',
  summary: 'put the project before the villagers: it waits for their next meeting',
  params: projectKey,
  body: z.object({}),
  reply: done.extend({ motionId: z.uuid() }),
});

export const recordAward = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/awards',
  act: 'project.record',
  summary: 'write down who was chosen, by the tender or by the villagers; the paper is attached to it',
  params: projectKey,
  body: z.object({
    id: z.uuid(),
    method: z.enum(awardMethods),
    subject: z.string().trim().min(2).max(200),
    bidders: z.coerce
      .number()
      .int()
      .min(0)
      .max(999)
      .nullish()
      .transform((count) => count ?? null),
    ...partyFields,
    amountFen: positiveFenShape,
    decidedOn: day,
    documentNumber: optionalText(60),
  }),
  reply: done,
});

export const withdrawAward = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/awards/:awardId/withdraw',
  act: 'project.record',
  summary: 'take an award out that nothing was contracted under',
  params: projectKey.extend({ awardId: z.uuid() }),
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const signContract = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/contracts',
  act: 'project.record',
  summary: 'sign with the party chosen; the amount is reserved in the account it will be paid from',
  params: projectKey,
  body: z.object({
    id: z.uuid(),
    awardId: z.uuid(),
    number: z.string().trim().min(1).max(60),
    amountFen: positiveFenShape,
    signedOn: day,
    startsOn: day,
    throughOn: day,
    accountCounty: z.coerce.number().int(),
    accountId: z.uuid(),
    documentId: optionalId,
  }),
  reply: done,
});

export const endContract = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/contracts/:contractId/end',
  act: 'project.record',
  summary: 'end a contract; what is reserved for it and not paid is free again',
  params: projectKey.extend({ contractId: z.uuid() }),
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const reportProgress = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/progress',
  act: 'project.record',
  summary: 'how far the work is; photographs are attached to it',
  params: projectKey,
  body: z.object({
    id: z.uuid(),
    reportedOn: day,
    doneBp: z.coerce.number().int().min(0).max(10_000),
    note: z.string().trim().min(2).max(1000),
  }),
  reply: done,
});

export const acceptWork = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/acceptance',
  act: 'project.accept',
  summary: 'accept the finished work, or send it back; not by who proposed it',
  params: projectKey,
  body: z.object({
    id: z.uuid(),
    verdict: z.enum(['passed', 'failed']),
    acceptedOn: day,
    members: z.string().trim().min(2).max(300),
    opinion: z.string().trim().min(2).max(1000),
  }),
  reply: done,
});

export const bookAsset = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/assets',
  act: 'project.record',
  summary: 'hand over what was bought: it is written into the asset register and linked to the project',
  params: projectKey,
  body: z.object({
    id: z.uuid(),
    assetId: z.uuid(),
    name: z.string().trim().min(1).max(100),
    kind: z.enum(thingKinds),
    quantity: z.coerce.number().min(0.01).max(9_999_999).multipleOf(0.01),
    unit: z.string().trim().min(1).max(10),
    amountFen: positiveFenShape,
    location: optionalText(200),
    fundingSource: z.enum(fundingSources),
    fundingDocument: z.string().trim().min(1).max(60),
    handedOn: day,
    keeper: z.string().trim().min(2).max(100),
  }),
  reply: done,
});

export const linkAsset = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/assets/link',
  act: 'project.record',
  summary: 'link something that stands in the asset register already',
  params: projectKey,
  body: z.object({
    id: z.uuid(),
    assetId: z.uuid(),
    amountFen: positiveFenShape,
    handedOn: day,
    keeper: z.string().trim().min(2).max(100),
  }),
  reply: done,
});

export const unlinkAsset = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/assets/:linkId/unlink',
  act: 'project.record',
  summary: 'take something off the project again; it stays in the asset register',
  params: projectKey.extend({ linkId: z.uuid() }),
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const recordProjectProofs = defineRoute({
  method: 'POST',
  path: '/projects/:county/:id/proofs',
  act: 'project.record',
  summary: 'write down which steps are proven by now',
  params: projectKey,
  body: z.object({}),
  reply: z.object({ written: z.int() }),
});
