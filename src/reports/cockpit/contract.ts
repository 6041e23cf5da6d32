import { z } from 'zod';
import {
  lightRow,
  lightState,
  submissionLevel,
  submissionState,
  submissionView,
} from '../../activities/submissions/contract.ts';
import { indicatorCode, monthField, placeField } from '../../indicators/contract.ts';
import { defineRoute } from '../../platform/http/contract.ts';

/** Values in the indicator's unit, basis points for a ratio; null: nothing to divide by. */
const value = z.number().nullable();

export const headlineView = z.object({
  indicator: z.string(),
  value,
  rowCount: z.int(),
  previous: value,
  lastYear: value,
  target: value,
  light: lightState.nullable(),
});

export const heldView = z.object({
  place: z.int(),
  placeName: z.string(),
  level: submissionLevel,
  state: submissionState,
  dueOn: z.iso.date(),
  /** who has to act: the place itself, or the one above that has to approve */
  by: z.enum(['self', 'above']),
  lateDays: z.int(),
  holder: z.int(),
  holderName: z.string(),
  /** who is in post there today */
  holderPeople: z.string(),
});

export const getCockpit = defineRoute({
  method: 'GET',
  path: '/cockpit',
  act: 'cockpit.read',
  summary: 'a month of a place on one page: headline figures, what is late and who holds it, what changed, lights, map',
  /** without a place the reader's own, without a month the last one that is over by the server's clock */
  query: z.object({
    place: placeField.optional(),
    month: monthField.optional(),
    indicator: indicatorCode.optional(),
  }),
  reply: z.object({
    place: z.int(),
    placeName: z.string(),
    level: submissionLevel,
    /** the places above inside the reader's own range, from the top down */
    parents: z.array(z.object({ place: z.int(), name: z.string() })),
    month: monthField,
    /** the first month with figures, and the month under way */
    firstMonth: monthField,
    currentMonth: monthField,
    report: submissionView,
    /** acts open to the reader on this place's report: `submission.confirm`, `submission.approve` */
    allowed: z.array(z.string()),
    /** villages that owe a report, and how many of them have not confirmed */
    villages: z.int(),
    unconfirmed: z.int(),
    headlines: z.array(headlineView),
    counts: z.array(
      z.object({
        level: submissionLevel,
        owed: z.int(),
        sent: z.int(),
        approved: z.int(),
        returned: z.int(),
        late: z.int(),
      }),
    ),
    held: z.array(heldView),
    heldTotal: z.int(),
    movements: z.array(
      z.object({
        place: z.int(),
        placeName: z.string(),
        indicator: z.string(),
        value: z.number(),
        previous: z.number(),
      }),
    ),
    restatements: z.array(
      z.object({ aboutMonth: monthField, indicator: z.string(), difference: z.number(), places: z.int() }),
    ),
    /** the months of the lights */
    months: z.array(monthField),
    ownLights: z.array(lightState),
    /** indicators that are the columns of `below`, in this order */
    columns: z.array(z.string()),
    below: z.array(
      z.object({
        place: z.int(),
        name: z.string(),
        level: z.string(),
        villages: z.int(),
        values: z.array(value),
        mapValue: value,
        late: z.int(),
        lights: lightRow.shape.lights,
      }),
    ),
    mapIndicator: z.string(),
    /** the figure of map and tiles at the place itself; a ratio with its parts */
    mapFigure: z.object({
      value,
      rowCount: z.int(),
      parts: z.array(z.object({ indicator: z.string(), value: z.number() })),
    }),
    tiles: z.array(z.object({ place: z.int(), parent: z.int(), name: z.string(), value })),
  }),
});
