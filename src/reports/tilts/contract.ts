import { z } from 'zod';
import { indicatorCode, monthField, placeField } from '../../indicators/contract.ts';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { tiltDirections } from './rules.ts';

/** So many indicators a formula has at most. */
export const mostEntries = 10;

const weight = z.int().min(0).max(100);
const direction = z.enum(tiltDirections);

/** The direction is for an indicator that has none of its own. */
const ask = z.object({ indicator: indicatorCode, weight, direction: direction.optional() });
const asks = z.array(ask).min(1).max(mostEntries);

/** A formula in an address: `members:40,assets:20:down`. */
const formulaText = z
  .string()
  .max(1_000)
  .regex(/^\w+:\d{1,3}(:(up|down))?(,\w+:\d{1,3}(:(up|down))?)*$/)
  .transform((text) =>
    text.split(',').map((one) => {
      const [indicator = '', weighs, end] = one.split(':');
      const towards = tiltDirections.find((known) => known === end);
      return { indicator, weight: Number(weighs), ...(towards ? { direction: towards } : {}) };
    }),
  )
  .pipe(asks);

const formula = z.array(z.object({ indicator: z.string(), weight: z.int(), direction }));

const result = z.object({
  place: z.int(),
  placeName: z.string(),
  /** villages of equal score have the same */
  rank: z.int(),
  /** millionths of the strongest possible village */
  score: z.int(),
  amountFen: fenShape,
  /** in the order of the formula and the units of its indicators, a ratio in basis points; null: no value */
  values: z.array(z.number().nullable()),
});

export const tryTilt = defineRoute({
  method: 'GET',
  path: '/fund-tilts/try',
  act: 'fund.tilt',
  summary:
    'tries a formula live: villages ranked by what indicators say of them, and the money each would get; keeps nothing',
  query: z.object({
    formula: formulaText,
    place: placeField.optional(),
    month: monthField.optional(),
    totalFen: positiveFenShape,
    /** only villages that are key poor on the last day of the month */
    keyPoor: z.enum(['true', 'false']).optional(),
  }),
  reply: z.object({ month: z.string(), totalFen: fenShape, formula, results: z.array(result) }),
});

const key = z.object({ county: z.coerce.number().int(), id: z.uuid() });

export const keepTilt = defineRoute({
  method: 'POST',
  path: '/fund-tilts',
  act: 'fund.tilt',
  summary: 'keeps a ranking as a decision: formula, month, every value and what came out, counted anew from the facts',
  body: z.object({
    id: z.uuid(),
    place: placeField,
    name: z.string().trim().min(2).max(100),
    formula: asks,
    month: monthField,
    totalFen: positiveFenShape,
    keyPoor: z.boolean().default(false),
  }),
  reply: z.object({ county: z.int(), id: z.uuid() }),
});

const tiltRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  name: z.string(),
  month: z.string(),
  totalFen: fenShape,
  villages: z.int(),
  keeperName: z.string(),
});

export const listTilts = defineRoute({
  method: 'GET',
  path: '/fund-tilts',
  act: 'fund.oversee',
  summary: 'rankings that were kept, newest first',
  query: pageQuery.pick({ q: true, order: true, limit: true, offset: true }).extend({
    sort: z.enum(['month', 'totalFen']).optional(),
  }),
  reply: pageReply(tiltRow),
});

export const getTilt = defineRoute({
  method: 'GET',
  path: '/fund-tilts/:county/:id',
  act: 'fund.oversee',
  summary: 'one kept ranking with the orders that follow it',
  params: key,
  reply: tiltRow.omit({ villages: true }).extend({
    keyPoor: z.boolean(),
    formula,
    /** the catalogue whose definitions were counted by */
    catalogue: z.string(),
    results: z.array(result),
    digest: z.string(),
    orders: z.array(z.object({ county: z.int(), id: z.uuid(), number: z.string(), title: z.string() })),
    allowed: z.array(z.string()),
  }),
});

export const exportTilt = defineRoute({
  method: 'POST',
  path: '/fund-tilts/:county/:id/export',
  act: 'fund.oversee_export',
  summary: 'the ranking as a workbook, to be published',
  params: key,
  reply: z.unknown(),
  download: true,
});
