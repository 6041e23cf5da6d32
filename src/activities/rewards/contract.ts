import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { rewardStates, schemeKinds, unitKinds } from './rules.ts';

export const recordKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const placeField = z.coerce.number().int().refine(isPlace, 'place_invalid');
export const done = z.object({ county: z.int(), id: z.uuid() });
export const reason = z.string().trim().min(2).max(500);
const lights = ['met', 'near', 'late', 'none'] as const;
const quantity = z
  .number()
  .positive()
  .max(99_999_999)
  .refine((units) => Math.abs(units * 100 - Math.round(units * 100)) < 1e-6, 'units_two_decimals');

export const rewardRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  schemeId: z.uuid(),
  schemeTitle: z.string(),
  kind: z.enum(schemeKinds),
  name: z.string(),
  producedOn: z.string(),
  units: z.number(),
  output: z.string(),
  amountFen: fenShape,
  state: z.enum(rewardStates),
  appliedOn: z.string(),
  checkBy: z.string(),
  light: z.enum(lights),
  paidOn: z.string().nullable(),
});

export const rewardView = rewardRow.extend({
  unitKind: z.enum(unitKinds),
  applicantKind: z.enum(['household', 'cooperative']),
  householdId: z.uuid().nullable(),
  cooperativeId: z.uuid().nullable(),
  poor: z.enum(['yes', 'no', 'unknown']),
  rateFen: fenShape,
  checkedOn: z.string().nullable(),
  finding: z.string().nullable(),
  closedFor: z.string().nullable(),
  batchId: z.uuid().nullable(),
  paymentId: z.uuid().nullable(),
  unitLines: z.array(z.object({ key: z.string(), quantity: z.number(), released: z.boolean() })),
  notice: z
    .object({
      noticeId: z.uuid(),
      state: z.enum(['running', 'objected', 'cleared', 'withdrawn']),
      endsOn: z.string(),
    })
    .nullable(),
  transfers: z.array(
    z.object({
      batchId: z.uuid(),
      result: z.enum(['sent', 'paid', 'returned']),
      returnedFor: z.string().nullable(),
    }),
  ),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listRewards = defineRoute({
  method: 'GET',
  path: '/rewards',
  act: 'reward.read',
  summary: 'applications for rewards inside the range; a cooperative sees its own',
  query: pageQuery.extend({
    state: z.enum(rewardStates).optional(),
    kind: z.enum(schemeKinds).optional(),
    schemeId: z.uuid().optional(),
    place: placeField.optional(),
    light: z.enum(lights).optional(),
    sort: z.enum(['appliedOn', 'amountFen', 'name']).optional(),
  }),
  reply: pageReply(rewardRow),
});

export const exportRewards = defineRoute({
  method: 'POST',
  path: '/rewards/export',
  act: 'reward.export',
  summary: 'the same list as a workbook',
  query: listRewards.query.omit({ limit: true, offset: true }),
  reply: z.unknown(),
  download: true,
});

export const getReward = defineRoute({
  method: 'GET',
  path: '/rewards/:county/:id',
  act: 'reward.read',
  summary: 'one application with its units, its notice and what the bank said',
  params: recordKey,
  reply: rewardView,
});

export const applyReward = defineRoute({
  method: 'POST',
  path: '/rewards',
  act: 'reward.apply',
  summary: 'ask for a reward; each unit of output is used up by it and by no other',
  body: z.object({
    id: z.uuid(),
    place: placeField,
    schemeId: z.uuid(),
    householdId: z.uuid().nullish(),
    cooperativeId: z.uuid().nullish(),
    producedOn: z.iso.date(),
    units: z
      .array(
        z.object({
          /** an ear tag, the id of a parcel, or the number of a production record */
          key: z.string().trim().min(1).max(80),
          quantity,
          /** of a production record: how much it is about; the quantity where absent */
          total: quantity.optional(),
        }),
      )
      .min(1)
      .max(1000),
  }),
  reply: done.extend({ amountFen: fenShape, checkBy: z.string() }),
});

export const checkReward = defineRoute({
  method: 'POST',
  path: '/rewards/:county/:id/check',
  act: 'reward.check',
  summary: 'the township looked at it: accepted, or refused with the reason; not by who applied',
  params: recordKey,
  body: z.object({ revision: z.int(), accepted: z.boolean(), finding: reason }),
  reply: done,
});

export const withdrawReward = defineRoute({
  method: 'POST',
  path: '/rewards/:county/:id/withdraw',
  act: 'reward.apply',
  summary: 'give an application up; its units are free again',
  params: recordKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const postRewardNotice = defineRoute({
  method: 'POST',
  path: '/reward-lists',
  act: 'reward.post',
  summary: 'put all checked applications of a village under a scheme on notice together',
  body: z.object({
    id: z.uuid(),
    place: placeField,
    schemeId: z.uuid(),
    postedOn: z.iso.date(),
    contact: z.string().trim().min(2).max(200),
  }),
  reply: z.object({ noticeId: z.uuid(), endsOn: z.string(), rewards: z.int() }),
});

export const reopenRewardList = defineRoute({
  method: 'POST',
  path: '/reward-lists/:county/:listId/reopen',
  act: 'reward.post',
  summary: 'take a list down, for a reason: its applications are checked ones again',
  params: z.object({ county: z.coerce.number().int(), listId: z.uuid() }),
  body: z.object({ reason }),
  reply: done,
});
