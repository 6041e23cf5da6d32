import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { place } from './contract.ts';
import { entrySums, fundTiers } from './entry-rules.ts';
import { pools } from './rules.ts';

export const listEntries = defineRoute({
  method: 'GET',
  path: '/fund-entries',
  act: 'fund.read',
  summary: 'the lines of the books of public money that one sum is the sum of, each as the sum counts it, newest first',
  query: pageQuery.extend({
    sum: z.enum(entrySums),
    document: z.uuid().optional(),
    fund: z.uuid().optional(),
    level: z.enum(fundTiers).optional(),
    pool: z.enum(pools).optional(),
    place: place.optional(),
    until: z.iso.date().optional(),
    sort: z.enum(['occurredOn', 'amountFen']).optional(),
  }),
  reply: pageReply(
    z.object({
      county: z.int(),
      entryId: z.uuid(),
      ordinal: z.int(),
      occurredOn: z.string(),
      accountId: z.uuid(),
      accountName: z.string(),
      documentCounty: z.int(),
      documentId: z.uuid(),
      documentNumber: z.string(),
      memo: z.string(),
      /** below zero where the line takes away from the sum */
      amountFen: fenShape,
      /** the movement that wrote it; none where money was promised to a contract or the promise taken back */
      movementCounty: z.int().nullable(),
      movementId: z.uuid().nullable(),
    }),
  ).extend({ sumFen: fenShape }),
});
