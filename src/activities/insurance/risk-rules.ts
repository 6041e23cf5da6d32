import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const riskStates = ['asked', 'checked', 'paid', 'refused', 'withdrawn'] as const;
export type RiskState = (typeof riskStates)[number];

/** A line of a claim, as far as the risk fund asks about it. */
export interface ClaimedLoss {
  /** the insured agreed to the survey, so that the insurer's part is known */
  readonly isAgreed: boolean;
  readonly householdId: string | null;
  readonly insuredFen: bigint;
}

export type RiskRequestRefusal = Refusal<
  'insurance_claim_not_agreed' | 'risk_no_household' | 'risk_loss_insured' | 'risk_loss_beyond_value'
>;

/** Checks what is asked of the risk fund: a household's loss, at least what the insurer bears, at most what was at risk. */
export function proposeRiskRequest(
  line: ClaimedLoss,
  asked: { readonly lossFen: bigint; readonly valueFen: bigint },
): Result<true, RiskRequestRefusal> {
  if (!line.isAgreed) return refuse(refusal('insurance_claim_not_agreed', 'lineId'));
  if (line.householdId === null) return refuse(refusal('risk_no_household', 'lineId'));
  if (asked.lossFen < line.insuredFen) return refuse(refusal('risk_loss_insured', 'lossFen'));
  return asked.valueFen < asked.lossFen ? refuse(refusal('risk_loss_beyond_value', 'valueFen')) : ok(true);
}
