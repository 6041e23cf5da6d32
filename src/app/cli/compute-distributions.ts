import { z } from 'zod';
import { divideSurplus, type MemberColumns } from '../../activities/distributions/division-rules.ts';
import { compareOptions, type Fairness, maxOptions } from '../../activities/distributions/fairness-rules.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { Quotient } from '../../platform/pure/spread.ts';
import { amountFen, type ComputeRule, defineRule, lawRefusal, wholeNumber } from './compute-rule.ts';
import {
  memberShape,
  statementShape,
  surplusCharter,
  surplusInput,
  surplusYear,
  toQuestion,
  toStatement,
  zeroFen,
} from './compute-surplus-shape.ts';

const surplusDistribution = defineRule({
  name: 'surplus-distribution',
  input: surplusInput,
  output: z.strictObject({
    statement: statementShape.describe(
      'rows of the statement of surplus and its distribution (Caikuai [2021] no. 37, statement 02)',
    ),
    steps: z
      .array(z.strictObject({ code: z.string(), clause: z.string(), amountFen: z.int() }))
      .describe(
        'each step with its clause: COOP, RCEO the two laws with the article, A37 the statement with its row, M the measure',
      ),
    lines: z
      .array(
        z.strictObject({
          id: z.string(),
          patronageRefundFen: amountFen,
          remainderFen: amountFen,
          reserveQuantifiedFen: amountFen.describe('part of this year’s surplus reserve; not paid'),
          totalFen: amountFen.describe('what is paid: refund and remainder; all add up to rows 17 + 18'),
        }),
      )
      .describe('in the order of ids (UTF-16 code units); empty when the distribution as a whole is refused'),
    refusals: z.array(lawRefusal).describe('what the law does not allow'),
  }),
  example: {
    legalForm: 'farmers_professional',
    surplusFen: 10_000_000,
    openingUndistributedFen: -1_000_000,
    reserveUsedForLossesFen: 400_000,
    charter: {
      surplusReserveBp: 1_000,
      reserveQuantifiedBy: 'patronage',
      expansionBp: 500,
      reliefBp: 300,
      patronageBp: 6_000,
    },
    grantEquityFen: 3_000_000,
    members: [
      { id: '001', patronageFen: 5_000_000, contributionFen: 1_000_000, reserveShareFen: 20_000 },
      { id: '002', patronageFen: 3_000_001, contributionFen: 200_000 },
      { id: '003', contributionFen: 100_000 },
    ],
  },
  run(input) {
    const question = toQuestion(input);
    if (!question.ok) return question;
    const divided = divideSurplus(question.value);
    if (!divided.ok) return divided;
    const { statement: rows, steps, columns, refusals } = divided.value;
    return ok({
      statement: toStatement(rows),
      steps: steps.map(({ code, clause, amountFen: fen }) => ({ code, clause, amountFen: Number(fen) })),
      lines: toLines(columns),
      refusals: [...refusals],
    });
  },
});

function toLines({ ids, ...columns }: MemberColumns) {
  return ids.map((id, at) => {
    const patronageRefundFen = Number(columns.patronageRefundFen[at]);
    const remainderFen = Number(columns.remainderFen[at]);
    const reserveQuantifiedFen = Number(columns.reserveQuantifiedFen[at]);
    return { id, patronageRefundFen, remainderFen, reserveQuantifiedFen, totalFen: patronageRefundFen + remainderFen };
  });
}

const option = z.strictObject({ name: z.string().min(1).max(60), charter: surplusCharter });
const quotient = z
  .strictObject({ numerator: z.string(), denominator: z.string() })
  .describe('an exact quotient in lowest terms, both as digits');

const fairness = defineRule({
  name: 'fairness',
  input: z.strictObject({
    ...surplusYear,
    grantEquityFen: zeroFen,
    options: z.array(option).min(1).max(maxOptions).describe('the rule sets to compare'),
    members: z
      .array(
        memberShape.extend({
          poor: z.boolean().default(false).describe('of a registered-poor household'),
          upliftFen: amountFen.optional().describe('cooperative: the part of contributionFen that is uplift'),
          upliftShares: amountFen.optional().describe('collective: the part of shares that is uplift'),
        }),
      )
      .max(2_000_000),
  }),
  output: z.strictObject({
    options: z.array(
      z.strictObject({
        name: z.string(),
        statement: statementShape,
        minimumFen: amountFen,
        median: quotient,
        poorMedian: quotient.nullable().describe('of registered-poor members; null where there are none'),
        poorFen: amountFen.describe('all that registered-poor members get'),
        gini: quotient.describe('0: all get the same; towards 1: one gets all'),
        giniBp: wholeNumber.describe('the same in basis points, rounded half up'),
        cashNeedFen: amountFen,
        upliftSwallowed: wholeNumber.describe('members who get not one fen more for their uplift'),
        refusals: z.array(lawRefusal).describe('what the law does not allow; such an option pays nothing'),
      }),
    ),
    shifts: z
      .array(
        z.strictObject({
          from: z.string(),
          to: z.string(),
          gain: wholeNumber.describe('members who get more'),
          lose: wholeNumber,
          same: wholeNumber,
          poorGain: wholeNumber,
          poorLose: wholeNumber,
          gainFen: amountFen,
          loseFen: amountFen,
        }),
      )
      .describe('each option against each later one'),
    lines: z.array(z.strictObject({ id: z.string(), poor: z.boolean(), totalFen: z.array(amountFen) })),
  }),
  example: {
    legalForm: 'collective_economic',
    surplusFen: 1_000_000,
    options: [
      { name: 'A', charter: { surplusReserveBp: 2_000 } },
      { name: 'B', charter: { surplusReserveBp: 2_000, reliefBp: 1_000 } },
    ],
    members: [
      { id: '001', shares: 30, poor: true, upliftShares: 5 },
      { id: '002', shares: 25 },
    ],
  },
  run(input) {
    const question = toQuestion({ ...input, charter: input.options[0]?.charter ?? surplusCharter.parse({}) });
    if (!question.ok) return question;
    const base = input.legalForm === 'farmers_professional' ? 'contributionFen' : 'shares';
    const uplift = input.legalForm === 'farmers_professional' ? 'upliftFen' : 'upliftShares';
    const tooLarge = input.members.findIndex((member) => (member[uplift] ?? 0) > (member[base] ?? 0));
    if (tooLarge >= 0) return refuse({ code: 'fairness_uplift_beyond', field: `members.${tooLarge}.${uplift}` });
    const members = question.value.members.map((member, at) => ({
      ...member,
      poor: input.members[at]?.poor ?? false,
      uplift: BigInt(input.members[at]?.[uplift] ?? 0),
    }));
    const compared = compareOptions({ ...question.value, members, options: input.options });
    return compared.ok ? ok(toNumbers(compared.value)) : compared;
  },
});

function toNumbers({ options, shifts, lines }: Fairness) {
  const digits = ({ numerator, denominator }: Quotient) => ({
    numerator: `${numerator}`,
    denominator: `${denominator}`,
  });
  return {
    options: options.map((view) => ({
      ...view,
      statement: toStatement(view.statement),
      minimumFen: Number(view.minimumFen),
      median: digits(view.median),
      poorMedian: view.poorMedian ? digits(view.poorMedian) : null,
      poorFen: Number(view.poorFen),
      gini: digits(view.gini),
      cashNeedFen: Number(view.cashNeedFen),
      refusals: [...view.refusals],
    })),
    shifts: shifts.map((shift) => ({ ...shift, gainFen: Number(shift.gainFen), loseFen: Number(shift.loseFen) })),
    lines: lines.map((line) => ({ ...line, totalFen: line.totalFen.map(Number) })),
  };
}

/** Rules of distribution (`activities/distributions`). */
export const distributionsRules: readonly ComputeRule[] = [surplusDistribution, fairness];
