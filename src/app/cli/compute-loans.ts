import { z } from 'zod';
import {
  collaterals,
  findIneligible,
  ineligibleCodes,
  loanPurposes,
} from '../../activities/loans/eligibility-rules.ts';
import { poolStanding, shareLoss } from '../../activities/loans/risk-rules.ts';
import { afterwardsCodes, dayCounts, loanMethods, planLoan } from '../../activities/loans/schedule-rules.ts';
import { subsidyOf } from '../../activities/loans/subsidy-rules.ts';
import { isCalendarKnown } from '../../platform/pure/calendar.ts';
import { ok, refusal, refuse } from '../../platform/pure/result.ts';
import { amountFen, type ComputeRule, day, dayText, defineRule, wholeNumber } from './compute-rule.ts';

const ratePpm = z.int().min(0).max(360_000).describe('yearly rate in millionths: 43500 is 4.35 %');
const mostExact = BigInt(Number.MAX_SAFE_INTEGER);

const loanSchedule = defineRule({
  name: 'loan-schedule',
  input: z.strictObject({
    principalFen: amountFen.default(0),
    ratePpm: ratePpm.default(0),
    method: z.enum(loanMethods),
    termMonths: z.int().min(1).max(360),
    everyMonths: z.int().min(1).max(12).default(1).describe('months from one due day to the next'),
    startsOn: day.describe('day of lending'),
    firstDueOn: day.nullable().default(null).describe('where the first due day is no whole period after the start'),
    dayCount: z.enum(dayCounts).default('actual_360'),
    shiftHolidays: z.boolean().default(true).describe('a due day of rest may be paid on the next working day'),
    prepayments: z
      .array(z.strictObject({ on: day, principalFen: amountFen, afterwards: z.enum(afterwardsCodes) }))
      .max(100)
      .default([]),
    extension: z.strictObject({ on: day, months: z.int().min(1).max(36) }).optional(),
  }),
  output: z.strictObject({
    lines: z.array(
      z.strictObject({
        number: z.int(),
        kind: z.enum(['instalment', 'prepayment']),
        dueOn: dayText,
        payBy: dayText.describe('last day on which it is in time'),
        principalFen: z.int(),
        interestFen: z.int(),
      }),
    ),
    principalFen: z.int().describe('sum of the lines: always the loan'),
    interestFen: z.int(),
    calendarKnown: z.boolean().describe('false: holidays of a year are not published; only weekends count as rest'),
  }),
  example: {
    principalFen: 5_000_000,
    ratePpm: 43_500,
    method: 'interest_only',
    termMonths: 12,
    everyMonths: 3,
    startsOn: '2018-05-10',
  },
  run({ principalFen, prepayments, extension, ...terms }) {
    const changes = [
      ...prepayments.map((one) => ({ ...one, kind: 'prepayment' as const, principalFen: BigInt(one.principalFen) })),
      ...(extension ? [{ ...extension, kind: 'extension' as const }] : []),
    ];
    const planned = planLoan({ ...terms, principalFen: BigInt(principalFen) }, changes);
    if (!planned.ok) return planned;
    const interest = planned.value.reduce((sum, line) => sum + line.interestFen, 0n);
    if (interest > mostExact) return refuse(refusal('loan_too_large', 'principalFen'));
    const last = planned.value.at(-1)?.payBy ?? terms.startsOn;
    return ok({
      lines: planned.value.map((line) => ({
        ...line,
        principalFen: Number(line.principalFen),
        interestFen: Number(line.interestFen),
      })),
      principalFen,
      interestFen: Number(interest),
      calendarKnown: isCalendarKnown(terms.startsOn, last),
    });
  },
});

const loanEligibility = defineRule({
  name: 'loan-eligibility',
  input: z.strictObject({
    on: day.describe('day of application'),
    amountFen: amountFen.default(0),
    termMonths: z.int().min(1).max(360),
    purpose: z.enum(loanPurposes),
    povertyState: z
      .enum(['registered', 'relapsed', 'lifted_out', 'deregistered'])
      .nullable()
      .default(null)
      .describe('of the household on that day; null: never registered'),
    births: z.array(day).max(50).default([]).describe('days of birth of those who live there'),
    hasOpenLoan: z.boolean().default(false),
    borrowedUnderRegime: z.boolean().default(false),
    collateral: z.enum(collaterals).default('none').describe('what the bank asks for'),
    regime: z
      .strictObject({
        ceilingFen: amountFen,
        mostMonths: z.int().min(1).max(360),
        leastAge: z.int().min(0).max(150),
        mostAge: z.int().min(0).max(150),
        once: z.boolean().default(false),
      })
      .optional()
      .describe('the rules in force on that day; absent: none'),
  }),
  output: z.strictObject({
    eligible: z.boolean(),
    against: z.array(z.enum([...ineligibleCodes, 'collateral_asked'])).describe('all that stands against it'),
  }),
  example: {
    on: '2018-06-01',
    amountFen: 5_000_000,
    termMonths: 36,
    purpose: 'breeding',
    povertyState: 'registered',
    births: ['1975-03-01'],
    regime: { ceilingFen: 5_000_000, mostMonths: 36, leastAge: 18, mostAge: 65, once: true },
  },
  run({ regime, collateral, amountFen: asked, ...applicant }) {
    const rules = regime && {
      ...{ name: '', ...regime, ceilingFen: BigInt(regime.ceilingFen) },
      ...{ shortRatePpm: 0, longRatePpm: 0 },
    };
    const found = findIneligible(rules, { ...applicant, amountFen: BigInt(asked) });
    const against = collateral === 'none' ? found : [...found, 'collateral_asked' as const];
    return ok({ eligible: against.length === 0, against: [...against] });
  },
});

const interestSubsidy = defineRule({
  name: 'interest-subsidy',
  input: z.strictObject({
    fromOn: day,
    throughOn: day.describe('last day, counted'),
    ratePpm: ratePpm.default(0).describe('the subsidised rate in millionths of a year'),
    ceilingFen: amountFen.describe('principal beyond it is not subsidised'),
    shareBp: z.int().min(0).max(10_000).default(10_000).describe('part of the interest that the public bears'),
    yearDays: z.union([z.literal(360), z.literal(365)]).default(360),
    balances: z
      .array(z.strictObject({ from: day, balanceFen: amountFen }))
      .max(1000)
      .default([])
      .describe('principal owed from each day on, in the order of days'),
    late: z
      .array(z.strictObject({ from: day, to: day.nullable().default(null) }))
      .max(1000)
      .default([])
      .describe('spans in which the borrower was late; `to` is the first day after'),
  }),
  output: z.strictObject({ days: z.int(), lateDays: z.int(), amountFen: z.int() }),
  example: {
    fromOn: '2018-07-01',
    throughOn: '2018-09-30',
    ratePpm: 43_500,
    ceilingFen: 5_000_000,
    balances: [{ from: '2018-05-10', balanceFen: 5_000_000 }],
  },
  run({ fromOn, throughOn, balances, late, ceilingFen, ...terms }) {
    if (throughOn < fromOn) return refuse(refusal('subsidy_span_backwards', 'throughOn'));
    const isSorted = balances.every(({ from }, at) => at === 0 || (balances[at - 1]?.from ?? '') <= from);
    if (!isSorted) return refuse(refusal('subsidy_balances_unsorted', 'balances'));
    const found = subsidyOf({
      terms: { ...terms, ceilingFen: BigInt(ceilingFen) },
      balances: balances.map(({ from, balanceFen }) => ({ from, balanceFen: BigInt(balanceFen) })),
      ...{ late, fromOn, throughOn },
    });
    if (found.amountFen > mostExact) return refuse(refusal('loan_too_large', 'ceilingFen'));
    return ok({ ...found, amountFen: Number(found.amountFen) });
  },
});

const riskCompensation = defineRule({
  name: 'risk-compensation',
  input: z.strictObject({
    principalFen: amountFen.default(0).describe('principal still owed'),
    daysLate: wholeNumber.default(0),
    fundBp: z.int().min(0).max(10_000).default(8_000),
    triggerDays: z.int().min(1).max(3650).default(90),
    lentFen: amountFen.default(0).describe('lent under the agreement so far'),
    compensatedFen: amountFen.default(0).describe('compensated under it so far, without this loan'),
    limitBp: z.int().min(1).max(10_000).default(500),
  }),
  output: z.strictObject({
    due: z.boolean(),
    fundFen: z.int(),
    bankFen: z.int(),
    ratioBp: z.int().nullable().describe('compensated of lent with this loan; null while nothing was lent'),
    suspendProposed: z.boolean(),
  }),
  example: { principalFen: 5_000_000, daysLate: 90, lentFen: 80_000_000 },
  run({ principalFen, daysLate, lentFen, compensatedFen, ...terms }) {
    const shared = shareLoss(terms, { principalFen: BigInt(principalFen), daysLate });
    const { fundFen, bankFen } = shared.ok ? shared.value : { fundFen: 0n, bankFen: 0n };
    const sums = { lentFen: BigInt(lentFen), compensatedFen: BigInt(compensatedFen) + fundFen + bankFen };
    const { ratioBp, suspendProposed } = poolStanding(terms, sums);
    return ok({
      ...{ due: shared.ok, fundFen: Number(fundFen), bankFen: Number(bankFen) },
      ...{ ratioBp: ratioBp ?? null, suspendProposed },
    });
  },
});

/** Rules of loans, their subsidy and the sharing of losses (article 13). */
export const loansRules: readonly ComputeRule[] = [loanSchedule, loanEligibility, interestSubsidy, riskCompensation];
