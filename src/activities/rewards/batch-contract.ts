import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { done, placeField, recordKey } from './contract.ts';
import { batchStates } from './rules.ts';

export const batchRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  title: z.string(),
  schemeTitle: z.string(),
  lines: z.int(),
  totalFen: fenShape,
  state: z.enum(batchStates),
  sentOn: z.string().nullable(),
});

export const batchView = batchRow.omit({ lines: true }).extend({
  lines: z.array(
    z.object({
      rewardCounty: z.int(),
      rewardId: z.uuid(),
      ordinal: z.int(),
      name: z.string(),
      bankName: z.string().nullable(),
      cardMasked: z.string().nullable(),
      amountFen: fenShape,
      result: z.enum(['sent', 'paid', 'returned']),
      returnedFor: z.string().nullable(),
    }),
  ),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listBatches = defineRoute({
  method: 'GET',
  path: '/reward-batches',
  act: 'reward.oversee',
  summary: 'what went to the bank together',
  query: pageQuery.extend({
    state: z.enum(batchStates).optional(),
    place: placeField.optional(),
    sort: z.enum(['sentOn', 'totalFen']).optional(),
  }),
  reply: pageReply(batchRow),
});

export const getBatch = defineRoute({
  method: 'GET',
  path: '/reward-batches/:county/:id',
  act: 'reward.oversee',
  summary: 'one batch line by line',
  params: recordKey,
  reply: batchView,
});

export const orderBatch = defineRoute({
  method: 'POST',
  path: '/reward-batches',
  act: 'reward.order',
  summary: 'order payment of all applications of a scheme whose notice is cleared, and of those the bank returned',
  body: z.object({
    id: z.uuid(),
    place: placeField,
    schemeId: z.uuid(),
    title: z.string().trim().min(2).max(100),
    /** whose finance office pays */
    payerPlace: placeField,
  }),
  reply: done.extend({ lines: z.int(), totalFen: fenShape, withoutCard: z.int() }),
});

export const payBatch = defineRoute({
  method: 'POST',
  path: '/reward-batches/:county/:id/pay',
  act: 'reward.pay',
  summary: 'pay a batch out of the fund ledger, all or nothing; not by who ordered, checked or applied',
  params: recordKey,
  body: z.object({ revision: z.int() }),
  reply: done,
});

export const getBankFile = defineRoute({
  method: 'POST',
  path: '/reward-batches/:county/:id/bank-file',
  act: 'reward.pay',
  summary: 'the workbook for the bank, with accounts in full; taken out on record',
  params: recordKey,
  reply: z.unknown(),
  download: true,
});

export const settleBatch = defineRoute({
  method: 'POST',
  path: '/reward-batches/:county/:id/settle',
  act: 'reward.order',
  summary: 'what the bank returned, with its reasons; all other lines are paid',
  params: recordKey,
  body: z.object({
    revision: z.int(),
    returned: z.array(z.object({ rewardId: z.uuid(), reason: z.string().trim().min(2).max(200) })).max(5000),
  }),
  reply: done,
});
