import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';

/** Paid of the money itself, or a dividend of a cooperative that worked with it. */
export const reachWays = ['paid', 'dividend'] as const;

const reached = z.object({
  way: z.enum(reachWays),
  householdCounty: z.int(),
  householdId: z.uuid(),
  headName: z.string(),
  placeName: z.string(),
  poor: z.boolean(),
  cooperativeCounty: z.int().nullable(),
  cooperativeId: z.uuid().nullable(),
  cooperativeName: z.string().nullable(),
  amountFen: fenShape,
  occurredOn: z.string(),
  /** the payment in the fund ledger, or the distribution, that the amount stands in */
  entryCounty: z.int(),
  entryId: z.uuid(),
});

export const listReached = defineRoute({
  method: 'GET',
  path: '/fund-reach',
  act: 'fund.oversee',
  summary:
    'the households that money of a document reached: paid of it, or by dividends of cooperatives that worked with it',
  query: pageQuery.pick({ limit: true, offset: true }).extend({
    document: z.uuid(),
    poor: z.enum(['true', 'false']).optional(),
  }),
  reply: pageReply(reached).extend({ households: z.int(), sumFen: fenShape }),
});

export const listOrigins = defineRoute({
  method: 'GET',
  path: '/fund-origins',
  act: 'fund.oversee',
  summary: 'what a household got by public money, each with the documents behind it and the entries of the fund ledger',
  query: z.object({ county: z.coerce.number().int(), household: z.uuid() }),
  reply: z.object({
    headName: z.string().nullable(),
    rows: z.array(
      reached.extend({
        origins: z.array(
          z.object({
            documentCounty: z.int(),
            documentId: z.uuid(),
            documentNumber: z.string(),
            /** of this document, paid to or for the cooperative by then, or to the household */
            amountFen: fenShape,
            movementCounty: z.int(),
            movementId: z.uuid(),
          }),
        ),
      }),
    ),
  }),
});
