/** What stands to the credit and debit of one who leaves, in fen; none is negative. */
export interface SettlementBases {
  /** contribution on the member’s account (301) */
  readonly contributionFen: bigint;
  /** reserve quantified to the member (322) */
  readonly reserveShareFen: bigint;
  /** patronage refund declared and not paid yet (221) */
  readonly unpaidPatronageFen: bigint;
  /** distribution of the remainder declared and not paid yet (222) */
  readonly unpaidDividendFen: bigint;
  /** the member’s part in losses and debts from before the exit, by the charter */
  readonly lossShareFen: bigint;
  readonly debtShareFen: bigint;
  /** what the member owes the organisation (114) */
  readonly owedFen: bigint;
}

export interface Settlement {
  /** contribution and reserve share, before losses */
  readonly refundFen: bigint;
  /** surplus of earlier years */
  readonly surplusFen: bigint;
  /** losses and debts taken off; never more than contribution and reserve share (Cooperatives Law art. 6) */
  readonly deductedFen: bigint;
  /** losses and debts beyond that limit: nobody owes them */
  readonly beyondLimitFen: bigint;
  readonly setOffFen: bigint;
  readonly payableFen: bigint;
  /** what the member still owes */
  readonly stillOwedFen: bigint;
}

/**
 * What one who leaves gets (Cooperatives Law art. 28): contribution and reserve share, and the surplus from before the
 * exit, less the part in losses and debts. State grants and gifts stay (art. 28, 53).
 */
export function settleMember(bases: SettlementBases): Settlement {
  const refundFen = bases.contributionFen + bases.reserveShareFen;
  const surplusFen = bases.unpaidPatronageFen + bases.unpaidDividendFen;
  const chargedFen = bases.lossShareFen + bases.debtShareFen;
  const deductedFen = smaller(chargedFen, refundFen);
  const dueFen = refundFen - deductedFen + surplusFen;
  const setOffFen = smaller(bases.owedFen, dueFen);
  return {
    refundFen,
    surplusFen,
    deductedFen,
    beyondLimitFen: chargedFen - deductedFen,
    setOffFen,
    payableFen: dueFen - setOffFen,
    stillOwedFen: bases.owedFen - setOffFen,
  };
}

/** A member’s part in a loss, by contribution, rounded down: nobody pays more than his part. */
export function lossShare(lossFen: bigint, ownFen: bigint, allFen: bigint): bigint {
  return allFen === 0n ? 0n : (lossFen * ownFen) / allFen;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
