import { formatYuan } from '../../platform/pure/money.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { valueOfArea } from './quantification-rules.ts';

export const valuationMethods = ['voucher', 'members', 'third_party'] as const;
export const valuedSources = ['land', 'forest', 'grassland', 'goods'] as const;

export interface ValuationDraft {
  readonly source: (typeof valuedSources)[number];
  /** mu with two decimals, and the value of one mu; null for goods */
  readonly areaMu: number | null;
  readonly unitValueFen: bigint | null;
  readonly valueFen: bigint;
  readonly method: (typeof valuationMethods)[number];
  readonly valuedOn: string;
  readonly termFrom: string;
  /** first day on which it goes back; null for goods */
  readonly termUntil: string | null;
}

export type ValuationRefusal = Refusal<
  'valuation_area' | 'valuation_value' | 'valuation_term' | 'valuation_term_missing' | 'valuation_in_future'
>;

/**
 * Land is valued by area and price of a mu and given for a term; goods by voucher, all members, or a third party with a
 * vote (A37 art. 17, 22, 25, 30). `today` is the day in Shanghai.
 */
export function checkValuation(draft: ValuationDraft, today: string): Result<true, ValuationRefusal> {
  const { source, areaMu, unitValueFen, valueFen, termFrom, termUntil } = draft;
  if (draft.valuedOn > today) return refuse(refusal('valuation_in_future', 'valuedOn'));
  if (termUntil !== null && termUntil <= termFrom) return refuse(refusal('valuation_term', 'termUntil'));
  if (source === 'goods') return ok(true);
  if (termUntil === null) return refuse(refusal('valuation_term_missing', 'termUntil'));
  if (areaMu === null || unitValueFen === null) return refuse(refusal('valuation_area', 'areaMu'));
  const expected = valueOfArea(BigInt(Math.round(areaMu * 100)), unitValueFen);
  return expected === valueFen
    ? ok(true)
    : refuse(refusal('valuation_value', 'valueFen', { expected: formatYuan(expected) }));
}
