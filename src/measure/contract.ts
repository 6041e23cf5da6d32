import { z } from 'zod';
import { roles } from '../platform/access/roles.ts';
import { defineRoute } from '../platform/http/contract.ts';
import { pageQuery, pageReply } from '../platform/http/paging.ts';
import { isLocalDate } from '../platform/pure/period.ts';
import { articleOf } from './rules.ts';

/** Chinese and English: pages choose, so that changing the language asks nothing of the server. */
export const pair = z.tuple([z.string(), z.string()]).readonly();

const day = z.string().refine(isLocalDate, 'date_invalid');
const reason = z.string().trim().min(1).max(500);
const documentNumber = z.string().trim().min(1).max(60);

export const clauseView = z.object({
  id: z.string(),
  article: z.int(),
  kind: z.enum(['declaratory', 'obligation', 'goal', 'competence']),
  roles: z.array(z.enum(roles)),
  text: pair,
  /** fact kinds that would prove it; empty where `reason` says why there are none */
  facts: z.array(z.object({ kind: z.string(), name: pair })),
  reason: pair.nullable(),
});

export const articleView = z.object({
  number: z.int(),
  chapter: z.int(),
  title: pair,
  summary: pair,
  clauses: z.array(clauseView),
  interpretations: z.int(),
});

export const stageView = z.object({
  year: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
  title: pair,
  targets: z.array(
    z.object({
      code: z.string(),
      clause: z.string(),
      name: pair,
      dueOn: z.string(),
      /** in basis points; null where the measure sets no number */
      targetBp: z.int().nullable(),
      villages: z.enum(['key_poor_village', 'rural']),
      basis: z.enum(['stated', 'implied', 'open']),
    }),
  ),
});

export const textImportView = z.object({
  importId: z.uuid(),
  sourceName: z.string(),
  importedAt: z.iso.datetime({ offset: true }),
  articles: z.int(),
});

export const getMeasure = defineRoute({
  method: 'GET',
  path: '/measure/articles',
  act: 'measure.read',
  summary: 'the measure: chapters, articles with their clauses, stages with targets',
  reply: z.object({
    name: pair,
    inForceFrom: z.string(),
    chapters: z.array(z.object({ number: z.int(), title: pair })),
    articles: z.array(articleView),
    stages: z.array(stageView),
    officialText: textImportView.nullable(),
    allowed: z.array(z.string()),
  }),
});

const parameterUnit = z.enum(['fen', 'bp', 'day', 'workday', 'count', 'year']);

export const parameterValueView = z.object({
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  /** in the parameter's unit; null: taken back */
  value: z.int().nullable(),
  source: pair,
  recordedAt: z.iso.datetime({ offset: true }),
});

export const parameterView = z.object({
  code: z.string(),
  clause: z.string(),
  unit: parameterUnit,
  name: pair,
  /** on the day asked for */
  inForce: parameterValueView.nullable(),
  /** every value ever set, latest start first */
  history: z.array(parameterValueView),
});

export const interpretationView = z.object({
  id: z.uuid(),
  revision: z.int(),
  clause: z.string(),
  question: z.string(),
  answer: z.string().nullable(),
  askedOn: z.string(),
  answeredOn: z.string().nullable(),
  documentNumber: z.string().nullable(),
  recordedAt: z.iso.datetime({ offset: true }),
});

export const getArticle = defineRoute({
  method: 'GET',
  path: '/measure/articles/:number',
  act: 'measure.read',
  summary: 'one article: our words, the official text, its parameters and interpretations',
  params: z.object({ number: z.coerce.number().int().min(1).max(99) }),
  reply: z.object({
    chapter: z.object({ number: z.int(), title: pair }),
    article: articleView,
    official: z.object({ text: z.string(), sourceName: z.string(), importedAt: z.string() }).nullable(),
    parameters: z.array(parameterView),
    interpretations: z.array(interpretationView),
    previous: z.int().nullable(),
    next: z.int().nullable(),
  }),
});

export const importText = defineRoute({
  method: 'POST',
  path: '/measure/text',
  act: 'measure.import_text',
  summary: 'import the official text from a .txt file; it is split into chapters and articles',
  upload: true,
  reply: z.object({ importId: z.uuid(), chapters: z.int(), articles: z.int(), sourceName: z.string() }),
});

export const listTextImports = defineRoute({
  method: 'GET',
  path: '/measure/text',
  act: 'measure.read',
  summary: 'imports of the official text, newest first; the first is shown',
  query: pageQuery,
  reply: pageReply(textImportView),
});

export const listParameters = defineRoute({
  method: 'GET',
  path: '/measure/parameters',
  act: 'measure.read',
  summary: 'every dated parameter with the value in force on a day and its history',
  query: z.object({ day: day.optional() }),
  reply: z.object({ day: z.string(), rows: z.array(parameterView), total: z.int(), allowed: z.array(z.string()) }),
});

const parameterParams = z.object({ code: z.string().regex(/^[a-z][a-z0-9_]{2,60}$/) });

export const setParameter = defineRoute({
  method: 'POST',
  path: '/measure/parameters/:code/values',
  act: 'measure.set_parameter',
  summary: 'a new value from a day on; one for the same day takes the place of the earlier',
  params: parameterParams,
  body: z.object({
    startsOn: day,
    /** first day on which it no longer holds; absent: until the next value */
    endsOn: day.optional(),
    value: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    source: z.string().trim().min(1).max(200),
    reason,
  }),
  reply: z.object({ code: z.string(), startsOn: z.string() }),
});

export const takeBackParameter = defineRoute({
  method: 'POST',
  path: '/measure/parameters/:code/take-back',
  act: 'measure.set_parameter',
  summary: 'takes back the value set for a day; the one before holds again',
  params: parameterParams,
  body: z.object({ startsOn: day, reason }),
  reply: z.object({ code: z.string(), startsOn: z.string() }),
});

const clauseCode = z.string().refine((text) => articleOf(text) !== undefined, 'clause_unknown');

export const listInterpretations = defineRoute({
  method: 'GET',
  path: '/measure/interpretations',
  act: 'measure.read',
  summary: 'questions and answers on the measure',
  query: pageQuery.extend({
    sort: z.enum(['askedOn', 'answeredOn']).optional(),
    article: z.coerce.number().int().min(1).max(99).optional(),
    state: z.enum(['open', 'answered']).optional(),
  }),
  reply: pageReply(interpretationView).extend({ allowed: z.array(z.string()) }),
});

const interpretationBody = z.object({
  clause: clauseCode,
  question: z.string().trim().min(1).max(2000),
  askedOn: day,
  answer: z.string().trim().min(1).max(5000).optional(),
  answeredOn: day.optional(),
  documentNumber: documentNumber.optional(),
});

export const recordInterpretation = defineRoute({
  method: 'POST',
  path: '/measure/interpretations',
  act: 'measure.interpret',
  summary: 'a question on the measure, with or without its answer',
  body: interpretationBody.extend({ id: z.uuid() }),
  reply: z.object({ id: z.uuid(), revision: z.int() }),
});

export const correctInterpretation = defineRoute({
  method: 'PUT',
  path: '/measure/interpretations/:id',
  act: 'measure.interpret',
  summary: 'answers a question, corrects or withdraws it; earlier revisions are kept',
  params: z.object({ id: z.uuid() }),
  body: interpretationBody.extend({ revision: z.int().min(1), withdrawn: z.boolean().default(false), reason }),
  reply: z.object({ id: z.uuid(), revision: z.int() }),
});
