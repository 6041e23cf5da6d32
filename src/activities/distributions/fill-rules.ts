import type { RunBase } from './run-rules.ts';
import type { SurplusSplit } from './surplus-rules.ts';

/** Sums and largest values over the members of a snapshot: enough to prepare the division for the database. */
export interface BasisSums {
  readonly members: bigint;
  readonly patronage: bigint;
  readonly mostPatronage: bigint;
  readonly contribution: bigint;
  readonly mostContribution: bigint;
  readonly reserveShares: bigint;
  readonly mostReserveShare: bigint;
  readonly shares: bigint;
  readonly mostShares: bigint;
  /** members who give on part of what they earn */
  readonly givers: bigint;
}

/**
 * One amount divided by weights in whole numbers of 64 bits: member i gets ⌊(total × wᵢ) ÷ sum⌋ + floor of what all get
 * equally, one fen more where the remainders carry over. `equalQuotient` and `carryFrom` stand for the equal part, so that
 * no weight has to be multiplied by the number of members.
 */
export interface Allotment {
  readonly total: bigint;
  readonly sum: bigint;
  readonly equalQuotient: bigint;
  /** remainders from here on, together with that of the equal part, make one more fen */
  readonly carryFrom: bigint;
}

/** What the database needs to fill in the lines of a declared distribution. */
export interface FillPlan {
  /** which column of the basis the reserve goes by; `equal`: one for each */
  readonly reserveBy: 'patronage' | 'contribution' | 'equal';
  readonly reserve: Allotment;
  readonly refunds: Allotment;
  readonly remainder: Allotment;
  readonly remainderBy: 'contribution' | 'shares' | 'equal';
  readonly daysWeighed: bigint;
  /** whether anybody gives on part of what he earns */
  readonly isGivenOn: boolean;
  /** every product stays below 2^63; beyond it the database reckons with numbers of any length, slower */
  readonly fits64: boolean;
}

const limit64 = 2n ** 63n;

/** Prepares the three allotments: reserve, refunds, remainder. */
export function planFill(
  base: RunBase,
  split: Pick<SurplusSplit, 'surplusReserveFen' | 'patronageFen' | 'remainderFen'>,
  { sums, reserveBy }: { readonly sums: BasisSums; readonly reserveBy: FillPlan['reserveBy'] },
): FillPlan {
  const daysWeighed = BigInt(base.daysWeighed);
  const isCooperative = base.ruleSet === 'farmers_professional';
  const reserveFen = isCooperative ? split.surplusReserveFen : 0n;
  const reserveSum = { patronage: sums.patronage, contribution: sums.contribution, equal: sums.members }[reserveBy];
  const remainderBy = isCooperative
    ? 'contribution'
    : sums.shares > 0n || base.ruleSet !== 'contract'
      ? 'shares'
      : 'equal';
  const ownSum = {
    contribution: sums.contribution + (sums.reserveShares + reserveFen) * daysWeighed,
    shares: sums.shares,
    equal: sums.members,
  };
  const grant = isCooperative ? base.grantEquityFen * daysWeighed : 0n;
  const mostOwn = sums.mostContribution + (sums.mostReserveShare + reserveFen) * daysWeighed;
  const largest = [
    reserveFen * larger(sums.mostPatronage, larger(sums.mostContribution, 1n)),
    split.patronageFen * sums.mostPatronage,
    split.remainderFen * larger(mostOwn, sums.mostShares),
    ownSum.contribution + grant,
    sums.patronage,
    sums.shares,
  ];
  return {
    reserveBy,
    reserve: plain(reserveFen, reserveSum),
    refunds: plain(split.patronageFen, sums.patronage),
    remainder: withEqual(split.remainderFen, { own: ownSum[remainderBy], equal: grant, members: sums.members }),
    remainderBy,
    daysWeighed,
    isGivenOn: sums.givers > 0n,
    fits64: largest.every((product) => product < limit64),
  };
}

function plain(total: bigint, sum: bigint): Allotment {
  return { total, sum: sum === 0n ? 1n : sum, equalQuotient: 0n, carryFrom: sum === 0n ? 1n : sum };
}

/** Weights own + equal ÷ members: the equal part is the same quotient and remainder for everybody. */
function withEqual(
  total: bigint,
  { own, equal, members }: { readonly own: bigint; readonly equal: bigint; readonly members: bigint },
): Allotment {
  const sum = own + equal;
  if (equal === 0n || members === 0n || sum === 0n) return plain(total, sum);
  const whole = members * sum;
  const equalQuotient = (total * equal) / whole;
  const rest = (total * equal) % whole;
  // r × members + rest ≥ members × sum exactly when r ≥ sum − ⌊rest ÷ members⌋
  return { total, sum, equalQuotient, carryFrom: sum - rest / members };
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
