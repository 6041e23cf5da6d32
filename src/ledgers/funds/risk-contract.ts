import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { place, wholeList } from './contract.ts';

export const listPayouts = defineRoute({
  method: 'GET',
  path: '/fund-risk',
  act: 'fund.oversee',
  summary: 'the risk fund: what came in, is held and still has to be made good, and each compensation with its loss',
  query: pageQuery.extend({
    place: place.optional(),
    /** not made good yet */
    open: z.literal('true').optional(),
    sort: z.enum(['occurredOn', 'amountFen']).optional(),
  }),
  reply: pageReply(
    z.object({
      county: z.int(),
      id: z.uuid(),
      place: z.int(),
      placeName: z.string(),
      movementId: z.uuid(),
      payeeName: z.string().nullable(),
      lossFen: fenShape,
      insuredFen: fenShape,
      triggerBp: z.int(),
      shareBp: z.int(),
      amountFen: fenShape,
      occurredOn: z.string(),
      replenishedFen: fenShape,
      openFen: fenShape,
    }),
  ).extend({
    /** of the rows that the filters leave, on all pages */
    filtered: z.object({ amountFen: fenShape, replenishedFen: fenShape, openFen: fenShape }),
    sums: z.object({ contributedFen: fenShape, paidFen: fenShape, heldFen: fenShape, openFen: fenShape }),
  }),
});

export const exportPayouts = defineRoute({
  method: 'POST',
  path: '/fund-risk/export',
  act: 'fund.oversee_export',
  summary: 'the compensations as a workbook',
  query: listPayouts.query.omit(wholeList),
  reply: z.unknown(),
  download: true,
});
