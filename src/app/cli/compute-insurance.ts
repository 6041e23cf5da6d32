import { z } from 'zod';
import { amountsOf, payers } from '../../activities/insurance/rules.ts';
import { ok, refusal, refuse } from '../../platform/pure/result.ts';
import { amountFen, type ComputeRule, defineRule } from './compute-rule.ts';

const bp = z.int().min(0).max(10_000).default(0);
const parts = Object.fromEntries(payers.map((payer) => [payer, z.int()])) as Record<(typeof payers)[number], z.ZodInt>;
const amounts = { sumFen: z.int(), premiumFen: z.int(), ...parts };

const premiumSplit = defineRule({
  name: 'premium-split',
  input: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          hundredths: z.int().min(0).max(999_999_900).default(0).describe('heads or mu, in hundredths'),
        }),
      )
      .min(1)
      .max(100_000),
    unitSumFen: amountFen.default(0).describe('sum insured of one unit, in fen'),
    rateBp: bp.describe('premium in basis points of the sum insured'),
    shares: z
      .strictObject({ central: bp, region: bp, city: bp, banner: bp, holder: bp })
      .describe('who bears the premium, in basis points; together 10000'),
  }),
  output: z.strictObject({ lines: z.array(z.strictObject(amounts)), total: z.strictObject(amounts) }),
  example: {
    lines: [{ hundredths: 1_200 }, { hundredths: 350 }],
    unitSumFen: 600_000,
    rateBp: 600,
    shares: { central: 3_500, region: 2_500, city: 500, banner: 500, holder: 3_000 },
  },
  run({ lines, unitSumFen, rateBp, shares }) {
    const policy = { unitSumFen: BigInt(unitSumFen), rateBp, shares };
    const total: Record<string, bigint> = {};
    const weighed = [];
    for (const { hundredths } of lines) {
      const line = amountsOf(hundredths / 100, policy);
      if (!line.ok) return line;
      for (const [key, fen] of Object.entries(line.value)) total[key] = (total[key] ?? 0n) + fen;
      weighed.push(line.value);
    }
    if ((total.sumFen ?? 0n) > BigInt(Number.MAX_SAFE_INTEGER))
      return refuse(refusal('premium_too_large', 'unitSumFen'));
    return ok({ lines: weighed.map(toNumbers), total: toNumbers(total) });
  },
});

type Numbers = Record<keyof typeof amounts, number>;

function toNumbers(values: object): Numbers {
  return Object.fromEntries(Object.entries(values).map(([key, fen]) => [key, Number(fen)])) as Numbers;
}

/** Rules of insurance. */
export const insuranceRules: readonly ComputeRule[] = [premiumSplit];
