import { allocate } from '../../platform/pure/allocate.ts';
import { ratioBp } from '../../platform/pure/ratio.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export interface RiskTerms {
  /** of a loss, what the fund bears; the bank bears the rest */
  readonly fundBp: number;
  /** days late from which a loan is compensated */
  readonly triggerDays: number;
  /** compensated of what was lent, from which on the bank is to be suspended */
  readonly limitBp: number;
}

export type CompensationRefusal = Refusal<'compensation_too_early' | 'compensation_nothing'>;

export interface CompensationShare {
  readonly fundFen: bigint;
  readonly bankFen: bigint;
}

/**
 * What fund and bank each bear of the principal that a borrower owes (practice: 8 : 2 after 90 days). The parts add up;
 * of a fen that cannot be divided the larger remainder decides, and the bank before the fund.
 */
export function shareLoss(
  terms: Pick<RiskTerms, 'fundBp' | 'triggerDays'>,
  loss: { readonly principalFen: bigint; readonly daysLate: number },
): Result<CompensationShare, CompensationRefusal> {
  const { fundBp, triggerDays } = terms;
  if (loss.daysLate < triggerDays) {
    return refuse(refusal('compensation_too_early', 'daysLate', { days: loss.daysLate, least: triggerDays }));
  }
  if (loss.principalFen <= 0n) return refuse(refusal('compensation_nothing', 'principalFen'));
  const parts = allocate(loss.principalFen, [
    { key: 'bank', weight: BigInt(10_000 - fundBp) },
    { key: 'fund', weight: BigInt(fundBp) },
  ]);
  const [bank, fund] = parts.ok ? parts.value : [];
  return ok({ fundFen: fund?.amountFen ?? 0n, bankFen: bank?.amountFen ?? loss.principalFen });
}

export interface PoolStanding {
  /** undefined while nothing was lent */
  readonly ratioBp: number | undefined;
  /** a person decides; this only says that it is due */
  readonly suspendProposed: boolean;
}

export function poolStanding(
  { limitBp }: Pick<RiskTerms, 'limitBp'>,
  sums: { readonly lentFen: bigint; readonly compensatedFen: bigint },
): PoolStanding {
  const ratio = ratioBp(sums.compensatedFen, sums.lentFen);
  return { ratioBp: ratio, suspendProposed: ratio !== undefined && ratio >= limitBp };
}
