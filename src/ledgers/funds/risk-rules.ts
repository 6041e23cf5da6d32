import { applyBp, ratioBp } from '../../platform/pure/ratio.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

/** A loss as its claim tells it. */
export interface RiskLoss {
  readonly lossFen: bigint;
  /** what the insurer paid of it */
  readonly insuredFen: bigint;
  /** what stood at risk before the loss */
  readonly valueFen: bigint;
}

export interface RiskTerms {
  /** loss of the value at risk, from which the fund pays */
  readonly triggerBp: number;
  /** of what the insurer left, what the fund bears */
  readonly shareBp: number;
}

export type RiskRefusal = Refusal<'fund_risk_below_trigger' | 'fund_risk_nothing'>;

/** What the risk fund pays on a loss (article 14): nothing below the trigger, then a share of what the insurer left. */
export function riskPayout(loss: RiskLoss, { triggerBp, shareBp }: RiskTerms): Result<bigint, RiskRefusal> {
  // compared exactly: a rounded ratio would pay a fen too early
  if (loss.lossFen * 10_000n < loss.valueFen * BigInt(triggerBp)) {
    const ratio = ratioBp(loss.lossFen, loss.valueFen) ?? 0;
    return refuse(refusal('fund_risk_below_trigger', 'lossFen', { percent: ratio / 100, least: triggerBp / 100 }));
  }
  const amountFen = applyBp(loss.lossFen - loss.insuredFen, shareBp);
  return amountFen > 0n ? ok(amountFen) : refuse(refusal('fund_risk_nothing', 'insuredFen'));
}
