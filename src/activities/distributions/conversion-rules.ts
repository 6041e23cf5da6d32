import { applyBp } from '../../platform/pure/ratio.ts';

export interface ConvertedPart {
  readonly shares: number;
  readonly refundFen: bigint;
  readonly dividendFen: bigint;
}

/**
 * What of one member’s due becomes contributions (Cooperatives Law art. 44): the voted part, rounded down to whole shares
 * at par; the rest is paid. It is taken from the remainder first, then from the refund.
 */
export function convertedPart(
  due: { readonly refundFen: bigint; readonly dividendFen: bigint },
  { convertedBp, parFen }: { readonly convertedBp: number; readonly parFen: bigint },
): ConvertedPart {
  const shares = applyBp(due.refundFen + due.dividendFen, convertedBp) / parFen;
  const amount = shares * parFen;
  const beyond = amount - due.dividendFen;
  const refundFen = beyond > 0n ? beyond : 0n;
  return { shares: Number(shares), refundFen, dividendFen: amount - refundFen };
}
