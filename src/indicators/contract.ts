import { z } from 'zod';
import { defineRoute } from '../platform/http/contract.ts';

export const monthField = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const placeField = z.coerce.number().int().min(110_000_000_000).max(999_999_999_999);
export const indicatorCode = z.string().min(1).max(80);
export const wordPair = z.tuple([z.string(), z.string()]);

const direction = z.enum(['up', 'down', 'none']);

/** One entry of the dictionary. `unit` is `bp` for a ratio; `numerator` and `denominator` name counted indicators. */
export const indicatorView = z.object({
  code: z.string(),
  kind: z.enum(['counted', 'ratio']),
  article: z.int(),
  clause: z.string(),
  name: wordPair,
  formula: wordPair,
  unit: z.string(),
  direction,
  owner: z.string(),
  since: z.string(),
  /** fact kinds it reads; empty for a ratio */
  facts: z.array(z.string()),
  timing: z.enum(['month_end', 'in_month', 'in_year']).nullable(),
  additive: z.boolean(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
});

const catalogueChange = z.object({
  version: z.string(),
  on: z.iso.date(),
  codes: z.array(z.string()),
  what: wordPair,
});

export const listIndicators = defineRoute({
  method: 'GET',
  path: '/indicators',
  act: 'figure.read',
  summary: 'the dictionary of indicators, its changes, and the clauses without a figure',
  reply: z.object({
    version: z.string(),
    firstMonth: monthField,
    /** the server's day: what month is over is not for the reader's machine to say */
    today: z.iso.date(),
    /** totals are still short: a new city, month or catalogue is being counted */
    counting: z.boolean(),
    indicators: z.array(indicatorView),
    changes: z.array(catalogueChange),
    withoutIndicator: z.array(z.object({ clause: z.string(), reason: wordPair })),
  }),
});

export const explainIndicator = defineRoute({
  method: 'GET',
  path: '/indicators/:code',
  act: 'figure.read',
  summary: 'one indicator with the statements that count it, for a place and month',
  params: z.object({ code: indicatorCode }),
  query: z.object({ place: placeField, month: monthField }),
  reply: z.object({
    indicator: indicatorView,
    statements: z.array(z.object({ code: z.string(), sql: z.string() })),
    changes: z.array(catalogueChange),
  }),
});

/** `value` in the indicator's unit, basis points for a ratio; null: nothing to divide by. */
export const figureValue = z.object({
  indicator: z.string(),
  month: monthField,
  value: z.number().nullable(),
  rowCount: z.int(),
});

export const listPlaceFigures = defineRoute({
  method: 'GET',
  path: '/figures',
  act: 'figure.read',
  summary: 'all figures of a place for up to 24 months, from the cache',
  query: z.object({ place: placeField, from: monthField, to: monthField }),
  reply: z.object({ place: z.int(), placeName: z.string(), values: z.array(figureValue) }),
});

export const placeFigure = z.object({
  place: z.int(),
  name: z.string(),
  level: z.string(),
  value: z.number().nullable(),
  rowCount: z.int(),
  previous: z.number().nullable(),
});

export const listFiguresBelow = defineRoute({
  method: 'GET',
  path: '/figures/below',
  act: 'figure.read',
  summary: 'one indicator over the places directly below, and over every village for the tile map',
  query: z.object({ place: placeField, month: monthField, indicator: indicatorCode }),
  reply: z.object({
    own: placeFigure,
    rows: z.array(placeFigure),
    tiles: z.array(z.object({ place: z.int(), name: z.string(), value: z.number().nullable() })),
  }),
});

/** One fact under a figure; `address` is the page of the record that proves it. */
export const figureRow = z.object({
  county: z.int(),
  place: z.int(),
  placeName: z.string(),
  occurredOn: z.iso.date(),
  endedOn: z.iso.date().nullable(),
  quantity: z.number(),
  unit: z.string(),
  dims: z.record(z.string(), z.unknown()),
  recordType: z.string(),
  recordId: z.uuid(),
  /** what people call the record; null where the reader may not know, or where it is gone */
  title: z.string().nullable(),
  address: z.string(),
});

export const rowsQuery = z.object({
  place: placeField,
  month: monthField,
  indicator: indicatorCode,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});

/** `value` = the aggregate of all `total` rows; a ratio has `parts` instead of rows. */
export const rowsReply = z.object({
  indicator: z.string(),
  placeName: z.string(),
  value: z.number().nullable(),
  total: z.int(),
  rows: z.array(figureRow),
  parts: z.array(z.object({ indicator: z.string(), value: z.number(), total: z.int() })),
});

export const listFigureRows = defineRoute({
  method: 'GET',
  path: '/figures/rows',
  act: 'figure.rows',
  summary: 'the facts under a live figure, each with the page of its record',
  query: rowsQuery,
  reply: rowsReply,
});
