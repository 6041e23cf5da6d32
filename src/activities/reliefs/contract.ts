import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { reliefChannels, reliefStates } from './rules.ts';

const reliefKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
const done = z.object({ county: z.int(), id: z.uuid() });
const reason = z.string().trim().min(2).max(500);

const reliefFields = {
  title: z.string().trim().min(2).max(100),
  documentNumber: z.string().trim().min(2).max(60),
  channel: z.enum(reliefChannels),
};

const lineFields = {
  amountFen: positiveFenShape,
  cause: z.string().trim().min(2).max(300),
};

export const reliefRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  cooperativeId: z.uuid(),
  cooperativeName: z.string(),
  title: z.string(),
  documentNumber: z.string(),
  channel: z.enum(reliefChannels),
  state: z.enum(reliefStates),
  lines: z.int(),
  totalFen: fenShape,
  paidOn: z.string().nullable(),
});

export const reliefView = reliefRow.omit({ lines: true }).extend({
  /** left of what was set aside, as the books say today; null without books */
  availableFen: fenShape.nullable(),
  lines: z.array(
    z.object({
      id: z.uuid(),
      householdCounty: z.int(),
      householdId: z.uuid(),
      name: z.string(),
      memberPlace: z.int(),
      memberPlaceName: z.string().nullable(),
      poor: z.enum(['yes', 'no', 'unknown']),
      amountFen: fenShape,
      cause: z.string(),
      revision: z.int(),
    }),
  ),
  notice: z
    .object({
      noticeId: z.uuid(),
      state: z.enum(['running', 'objected', 'cleared', 'withdrawn']),
      endsOn: z.string(),
      isCurrent: z.boolean(),
    })
    .nullable(),
  digest: z.string().nullable(),
  voucherId: z.uuid().nullable(),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listReliefs = defineRoute({
  method: 'GET',
  path: '/reliefs',
  act: 'relief.read',
  summary: 'relief lists inside the range',
  query: pageQuery.extend({
    state: z.enum(reliefStates).optional(),
    place: z.coerce.number().int().refine(isPlace, 'place_invalid').optional(),
    sort: z.enum(['title', 'totalFen', 'paidOn']).optional(),
  }),
  reply: pageReply(reliefRow),
});

export const exportReliefs = defineRoute({
  method: 'GET',
  path: '/reliefs/export',
  act: 'relief.read',
  summary: 'the same list as a workbook',
  query: listReliefs.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getRelief = defineRoute({
  method: 'GET',
  path: '/reliefs/:county/:id',
  act: 'relief.read',
  summary: 'one list with its households, its notice and what is left of the set-aside',
  params: reliefKey,
  reply: reliefView,
});

export const recordRelief = defineRoute({
  method: 'POST',
  path: '/reliefs',
  act: 'relief.make',
  summary: 'begin a list of households in need',
  body: z.object({ id: z.uuid(), county: z.coerce.number().int(), cooperativeId: z.uuid(), ...reliefFields }),
  reply: done,
});

export const correctRelief = defineRoute({
  method: 'PUT',
  path: '/reliefs/:county/:id',
  act: 'relief.make',
  summary: 'correct the head of a draft',
  params: reliefKey,
  body: z.object({ revision: z.int(), ...reliefFields, reason: reason.default('corrected') }),
  reply: done,
});

export const addReliefLine = defineRoute({
  method: 'POST',
  path: '/reliefs/:county/:id/lines',
  act: 'relief.make',
  summary: 'put a household on the list; once',
  params: reliefKey,
  body: z.object({
    id: z.uuid(),
    householdId: z.uuid(),
    /** where the household is; the county of the list by default */
    householdCounty: z.coerce.number().int().optional(),
    ...lineFields,
  }),
  reply: done,
});

export const correctReliefLine = defineRoute({
  method: 'PUT',
  path: '/reliefs/:county/:id/lines/:lineId',
  act: 'relief.make',
  summary: 'correct amount or cause',
  params: reliefKey.extend({ lineId: z.uuid() }),
  body: z.object({ revision: z.int(), ...lineFields, reason: reason.default('corrected') }),
  reply: done,
});

export const removeReliefLine = defineRoute({
  method: 'POST',
  path: '/reliefs/:county/:id/lines/:lineId/remove',
  act: 'relief.make',
  summary: 'take a household off a draft',
  params: reliefKey.extend({ lineId: z.uuid() }),
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const postReliefNotice = defineRoute({
  method: 'POST',
  path: '/reliefs/:county/:id/notice',
  act: 'relief.make',
  summary: 'fix the list and put it on notice; refused when it comes to more than is left of the set-aside',
  params: reliefKey,
  body: z.object({ revision: z.int(), postedOn: z.iso.date(), contact: z.string().trim().min(2).max(200) }),
  reply: z.object({ noticeId: z.uuid(), endsOn: z.string() }),
});

export const reopenRelief = defineRoute({
  method: 'POST',
  path: '/reliefs/:county/:id/reopen',
  act: 'relief.make',
  summary: 'back to the draft, for a reason; the notice is taken down',
  params: reliefKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const withdrawRelief = defineRoute({
  method: 'POST',
  path: '/reliefs/:county/:id/withdraw',
  act: 'relief.make',
  summary: 'give a list up that was not paid; the notice is taken down',
  params: reliefKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const payRelief = defineRoute({
  method: 'POST',
  path: '/reliefs/:county/:id/pay',
  act: 'relief.pay',
  summary: 'pay a list whose notice is cleared, out of the set-aside alone; not by who made it',
  params: reliefKey,
  body: z.object({ revision: z.int() }),
  reply: done.extend({ voucherId: z.uuid() }),
});

export const printRelief = defineRoute({
  method: 'GET',
  path: '/reliefs/:county/:id/print',
  act: 'relief.read',
  summary: 'the list to be signed for',
  params: reliefKey,
  reply: z.any(),
  download: true,
});
