import { createHash } from 'node:crypto';
import { z } from 'zod';
import { digestText, dueOn, lightOf, lockedAfter, submissionLevels } from '../../activities/submissions/rules.ts';
import { splitMeasure } from '../../measure/text-rules.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import {
  nextStates,
  povertyCauses,
  povertyChanges,
  povertyKinds,
  povertyStandards,
  povertyStates,
  proposePoverty,
} from '../../registers/households/poverty-rules.ts';
import { type ComputeRule, day, dayText, defineRule, month, refusalAnswer, wholeNumber } from './compute-rule.ts';
import { words } from './words.ts';

const povertyState = z.enum(povertyStates);
const povertyDraft = z.strictObject({
  state: povertyState,
  standard: z.enum(povertyStandards),
  kind: z.enum(povertyKinds),
  mainCause: z.enum(povertyCauses),
  startsOn: day,
});
const povertySpan = povertyDraft.extend({
  id: z.string().min(1).max(60),
  endsOn: day.nullable().describe('first day on which it no longer holds; null: still so'),
});

const povertyTransition = defineRule({
  name: 'poverty-transition',
  input: z.strictObject({
    spans: z.array(povertySpan).max(1000).describe('states the household had so far'),
    household: z.strictObject({ joinedOn: day, leftOn: day.nullable() }),
    today: day,
    draft: povertyDraft.describe('the state to be entered'),
  }),
  output: z.union([
    z.strictObject({
      allowed: z.literal(true),
      change: z.enum(povertyChanges),
      closes: z.string().nullable().describe('id of the state that ends on the day the new one begins'),
      nextStates: z.array(povertyState).describe('states that may follow the new one'),
    }),
    z.strictObject({ allowed: z.literal(false), refusal: refusalAnswer }),
  ]),
  example: {
    spans: [
      {
        id: 'first',
        state: 'registered',
        standard: 'national',
        kind: 'general',
        mainCause: 'illness',
        startsOn: '2018-03-01',
        endsOn: null,
      },
    ],
    household: { joinedOn: '2018-01-01', leftOn: null },
    today: '2020-01-15',
    draft: {
      state: 'lifted_out',
      standard: 'national',
      kind: 'general',
      mainCause: 'illness',
      startsOn: '2019-12-31',
    },
  },
  run({ spans, household, today, draft }) {
    const twice = spans.findIndex(({ id }, at) => spans.findIndex((span) => span.id === id) !== at);
    if (twice >= 0) return refuse({ code: 'key_twice', field: `spans.${twice}.id` });
    const proposed = proposePoverty({ spans, household, today }, draft);
    if (!proposed.ok) return ok({ allowed: false as const, refusal: proposed.refusal });
    const { change, closes } = proposed.value;
    return ok({ allowed: true as const, change, closes: closes?.id ?? null, nextStates: [...nextStates(draft.state)] });
  },
});

const reportDue = defineRule({
  name: 'report-due',
  input: z.strictObject({
    month,
    level: z.enum(submissionLevels).describe('who confirms'),
    dueDay: z.int().min(1).max(28).describe('day of the following month by which a village confirms'),
    graceDays: z.int().min(0).max(60).describe('days after the due day during which a late report is still taken'),
  }),
  output: z.strictObject({ dueOn: dayText, lockedAfter: dayText.describe('last day on which it is taken') }),
  example: { month: '2018-05', level: 'village', dueDay: 10, graceDays: 5 },
  run({ month: about, level, ...calendar }) {
    const due = dueOn(about, level, calendar);
    return ok({ dueOn: due, lockedAfter: lockedAfter(due, calendar) });
  },
});

const monthlyLight = defineRule({
  name: 'monthly-light',
  input: z.strictObject({
    state: z.enum(['open', 'confirmed', 'returned', 'approved']),
    month,
    due: day.describe('due day, as report-due answers it'),
    today: day,
    sentOn: day.optional().describe('day of the first confirmation'),
    answerBy: day.optional().describe('of a returned report: day by which to confirm again'),
  }),
  output: z.strictObject({ light: z.enum(['met', 'near', 'late', 'none', 'exempt']) }),
  example: { state: 'open', month: '2018-05', due: '2018-06-11', today: '2018-06-08' },
  run: (input) => ok({ light: lightOf(input) }),
});

const reportDigest = defineRule({
  name: 'report-digest',
  input: z.strictObject({
    figures: z.array(
      z.strictObject({
        indicator: z.string().min(1),
        value: z.int(),
        rowCount: wholeNumber,
        rowsDigest: z.string().describe('SHA-256 of the rows under the figure, in hex'),
      }),
    ),
    below: z
      .array(z.strictObject({ place: z.int(), digest: z.string() }))
      .describe('digests of the reports directly below; empty for a village'),
  }),
  output: z.strictObject({
    digest: z.string().describe('SHA-256 in hex'),
    text: z.string().describe('what is hashed'),
  }),
  example: { figures: [{ indicator: 'households', value: 120, rowCount: 120, rowsDigest: 'ab12' }], below: [] },
  run({ figures, below }) {
    const text = digestText(figures, below);
    return ok({ digest: createHash('sha256').update(text).digest('hex'), text });
  },
});

const splitText = defineRule({
  name: 'split-measure',
  input: z.strictObject({ text: z.string().min(1).max(1_000_000).describe('the official text') }),
  output: z.strictObject({
    preface: z.string(),
    articles: z.array(
      z.strictObject({
        number: z.int(),
        chapter: z.int().describe('0: a text without chapters'),
        chapterHeading: z.string().describe('where a chapter begins, its raw heading'),
        text: z.string(),
      }),
    ),
  }),
  example: { text: words['example.split-measure'][0] },
  run({ text }) {
    const split = splitMeasure(text);
    if (!split.ok) return refuse({ ...split.refusal, field: 'text' });
    return ok({ preface: split.value.preface, articles: [...split.value.articles] });
  },
});

/** Rules of the programme itself, each from the feature that works by it. */
export const programmeRules: readonly ComputeRule[] = [
  povertyTransition,
  reportDue,
  monthlyLight,
  reportDigest,
  splitText,
];
