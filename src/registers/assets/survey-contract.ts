import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape } from '../../platform/pure/fen-shape.ts';
import { checkFindings, surveyStates } from './check-rules.ts';
import { assetKey, day, lightState, optionalText, place, reason } from './contract.ts';
import { assetClasses, assetKinds, confirmationStates } from './rules.ts';

const year = z.coerce.number().int().min(2000).max(2100);
const mu = z.number().min(0).max(9_999_999).multipleOf(0.01);

/** A village and year: how far its survey is. */
export const surveyRow = z.object({
  place: z.int(),
  placeName: z.string(),
  year: z.int(),
  known: z.int(),
  confirmed: z.int(),
  checked: z.int(),
  coverageBp: z.int().nullable(),
  state: z.enum(surveyStates),
  dueOn: z.string(),
  light: lightState,
});

export const listSurveys = defineRoute({
  method: 'GET',
  path: '/asset-surveys',
  act: 'asset.read',
  summary: 'the surveys of a year, village by village, also those not begun',
  query: pageQuery.extend({
    year: year.optional(),
    place: place.optional(),
    state: z.enum(surveyStates).optional(),
    sort: z.enum(['place', 'coverage']).optional(),
  }),
  reply: pageReply(surveyRow).extend({ year: z.int(), accepted: z.int() }),
});

const amounts = z.object({
  openingFen: fenShape,
  increaseFen: fenShape,
  decreaseFen: fenShape,
  closingFen: fenShape,
  openingMu: z.number(),
  increaseMu: z.number(),
  decreaseMu: z.number(),
  closingMu: z.number(),
});

export const surveyView = surveyRow.extend({
  county: z.int(),
  id: z.uuid().nullable(),
  revision: z.int().nullable(),
  reportedOn: z.string().nullable(),
  reportedBy: z.string().nullable(),
  acceptedOn: z.string().nullable(),
  acceptedBy: z.string().nullable(),
  digest: z.string().nullable(),
  note: z.string().nullable(),
  classes: z.array(amounts.extend({ class: z.enum(assetClasses), lines: z.int() })),
  allowed: z.array(z.string()),
});

export const getSurvey = defineRoute({
  method: 'GET',
  path: '/asset-surveys/village',
  act: 'asset.read',
  summary: 'the survey of one village and year, with its sums by class',
  query: z.object({ place, year }),
  reply: surveyView,
});

export const checkRow = amounts.extend({
  county: z.int(),
  /** of the asset */
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  class: z.enum(assetClasses),
  kind: z.enum(assetKinds),
  confirmation: z.enum(confirmationStates),
  /** false: no line yet; the amounts are what a line would say */
  isChecked: z.boolean(),
  finding: z.enum(checkFindings),
  cause: z.string().nullable(),
  checkedOn: z.string().nullable(),
  checkId: z.uuid().nullable(),
  checkRevision: z.int().nullable(),
});

export type CheckRow = z.output<typeof checkRow>;

export const listChecks = defineRoute({
  method: 'GET',
  path: '/asset-checks',
  act: 'asset.read',
  summary: 'the lines of a village and year: one for each asset, checked or proposed',
  query: pageQuery.extend({
    place,
    year,
    class: z.enum(assetClasses).optional(),
    checked: z.stringbool().optional(),
    sort: z.enum(['number', 'name']).optional(),
  }),
  reply: pageReply(checkRow),
});

export const recordChecks = defineRoute({
  method: 'POST',
  path: '/asset-checks',
  act: 'asset.check',
  summary: 'check many assets as they are proposed; those that changed need a cause',
  body: z.object({
    place,
    year,
    assets: z.array(z.uuid()).min(1).max(500),
    checkedOn: day,
    cause: optionalText(500),
  }),
  reply: z.object({ recorded: z.int(), skipped: z.int() }),
});

export const recordCheck = defineRoute({
  method: 'POST',
  path: '/assets/:county/:id/checks',
  act: 'asset.check',
  summary: 'check one asset for a year, or check it again',
  params: assetKey,
  body: z.object({
    year,
    checkedOn: day,
    finding: z.enum(checkFindings),
    increaseFen: amountShape,
    decreaseFen: amountShape,
    increaseMu: mu,
    decreaseMu: mu,
    cause: optionalText(500),
  }),
  reply: assetKey,
});

export const reportSurvey = defineRoute({
  method: 'POST',
  path: '/asset-surveys/report',
  act: 'asset.check',
  summary: 'the village reports its survey of a year: every asset has its line',
  body: z.object({ id: z.uuid(), place, year, note: optionalText(500) }),
  reply: assetKey,
});

export const acceptSurvey = defineRoute({
  method: 'POST',
  path: '/asset-surveys/:county/:id/accept',
  act: 'asset.accept',
  summary: 'the township accepts the lines that were reported, and no others',
  params: assetKey,
  body: z.object({ revision: z.int() }),
  reply: assetKey,
});

export const returnSurvey = defineRoute({
  method: 'POST',
  path: '/asset-surveys/:county/:id/return',
  act: 'asset.accept',
  summary: 'send a survey back, also an accepted one',
  params: assetKey,
  body: z.object({ revision: z.int(), reason }),
  reply: assetKey,
});

const totals = z.object({
  assets: z.int(),
  confirmed: z.int(),
  poverty: z.int(),
  bookValueFen: fenShape,
  valueFen: fenShape,
  bookAreaMu: z.number(),
  areaMu: z.number(),
});

export const classTotals = totals.extend({ class: z.enum(assetClasses) });

export const totalsRow = totals.extend({
  place: z.int(),
  placeName: z.string(),
  classes: z.array(classTotals),
});

export const getTotals = defineRoute({
  method: 'GET',
  path: '/assets/totals',
  act: 'asset.read',
  summary:
    'sums of a place by class and kind, and of the places directly below it; computed from the assets, never typed',
  query: z.object({ place: place.optional(), year: year.optional() }),
  reply: z.object({
    place: z.int(),
    placeName: z.string(),
    level: z.enum(['province', 'city', 'banner', 'township', 'village']),
    parents: z.array(z.object({ place: z.int(), placeName: z.string() })),
    own: totals.extend({ classes: z.array(classTotals) }),
    kinds: z.array(totals.extend({ class: z.enum(assetClasses), kind: z.enum(assetKinds) })),
    below: z.array(totalsRow),
    /** opening + increase − decrease = closing, by class, from the lines of the year */
    year: z.int(),
    checks: z.array(amounts.extend({ class: z.enum(assetClasses), lines: z.int() })),
    belowChecks: z.array(amounts.extend({ place: z.int(), placeName: z.string(), lines: z.int() })),
  }),
});

export type Totals = z.output<typeof getTotals.reply>;
