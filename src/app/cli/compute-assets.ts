import { z } from 'zod';
import { sumFen } from '../../platform/pure/money.ts';
import { dueTimes, rentSchedule } from '../../platform/pure/rent.ts';
import { ok, refusal, refuse } from '../../platform/pure/result.ts';
import { amountFen, type ComputeRule, day, dayText, defineRule } from './compute-rule.ts';

const rentScheduleRule = defineRule({
  name: 'rent-schedule',
  input: z.strictObject({
    startsOn: day.describe('first day of the term'),
    throughOn: day.describe('last day of the term'),
    rentFen: amountFen.default(0).describe('rent of one whole period, in fen'),
    periodMonths: z.int().min(1).max(1200).default(12),
    instalments: z.int().min(1).max(12).default(1).describe('equal parts of a period; must divide its months'),
    dueAt: z
      .enum(dueTimes)
      .default('start')
      .describe('due days count from the first or the last day of the instalment'),
    dueDays: z.int().min(0).max(365).default(0),
    escalation: z
      .strictObject({
        stepBp: z.int().min(1).max(100_000).describe('rise in basis points on the rent before it'),
        stepPeriods: z.int().min(1).max(100).describe('after every so many periods'),
      })
      .optional(),
  }),
  output: z.strictObject({
    lines: z.array(
      z.strictObject({ number: z.int(), startsOn: dayText, throughOn: dayText, dueOn: dayText, amountFen: z.int() }),
    ),
    totalFen: z.int(),
  }),
  example: {
    startsOn: '2018-01-01',
    throughOn: '2020-06-30',
    rentFen: 1_000_001,
    instalments: 2,
    dueDays: 10,
    escalation: { stepBp: 500, stepPeriods: 1 },
  },
  run({ escalation, rentFen, ...terms }) {
    const { stepBp = null, stepPeriods = null } = escalation ?? {};
    const lines = rentSchedule({ ...terms, rentFen: BigInt(rentFen), stepBp, stepPeriods });
    if (!lines.ok) return lines;
    const totalFen = sumFen(lines.value.map((line) => line.amountFen));
    if (totalFen > BigInt(Number.MAX_SAFE_INTEGER)) return refuse(refusal('rent_too_large', 'rentFen'));
    return ok({
      lines: lines.value.map((line) => ({ ...line, amountFen: Number(line.amountFen) })),
      totalFen: Number(totalFen),
    });
  },
});

/** Rules of collective assets and the contracts over them. */
export const assetsRules: readonly ComputeRule[] = [rentScheduleRule];
