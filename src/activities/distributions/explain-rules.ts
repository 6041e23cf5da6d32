import { formatYuan } from '../../platform/pure/money.ts';

/** One part of a line, in words of `explain.<key>`, with figures that anybody can recompute. */
export interface Explanation {
  readonly key:
    | 'patronage'
    | 'remainder'
    | 'remainder_days'
    | 'base'
    | 'shares'
    | 'shares_days'
    | 'equal'
    | 'received'
    | 'given'
    | 'reserve'
    | 'changed'
    | 'total';
  readonly values: Readonly<Record<string, string | number>>;
}

export interface ExplainedMember {
  readonly patronageFen: bigint;
  readonly contributionFen: bigint;
  readonly contributionWeightFen: bigint;
  readonly reserveShareFen: bigint;
  readonly sharesWeightFen: bigint;
  readonly patronageRefundFen: bigint;
  readonly remainderFen: bigint;
  readonly givenOnFen: bigint;
  readonly reserveQuantifiedFen: bigint;
  readonly totalFen: bigint;
  readonly changedFen: bigint;
}

/** Sums over all members, as digits. */
export interface ExplainedSums {
  readonly members: number;
  readonly days: number;
  readonly ruleSet: string;
  readonly grantEquityFen: string;
  readonly refundFen: string;
  readonly remainderFen: string;
  readonly reserveFen: string | null;
  readonly patronage: string;
  readonly contribution: string;
  readonly reserveShares: string;
  readonly shares: string;
}

/** The sum of one member, step by step: what was divided, by what, and what that makes. */
export function explain(line: ExplainedMember, sums: ExplainedSums): readonly Explanation[] {
  const parts: Explanation[] =
    sums.ruleSet === 'farmers_professional' ? byCooperative(line, sums) : byShares(line, sums);
  if (line.givenOnFen > 0n) parts.push({ key: 'received', values: { amount: formatYuan(line.givenOnFen) } });
  if (line.givenOnFen < 0n) parts.push({ key: 'given', values: { amount: formatYuan(-line.givenOnFen) } });
  if (line.changedFen !== 0n) parts.push({ key: 'changed', values: { amount: formatYuan(line.changedFen) } });
  parts.push({ key: 'total', values: { amount: formatYuan(line.totalFen + line.changedFen) } });
  return parts;
}

function byCooperative(line: ExplainedMember, sums: ExplainedSums): Explanation[] {
  const days = BigInt(sums.days);
  const reserveFen = BigInt(sums.reserveFen ?? '0');
  const grantFen = BigInt(sums.grantEquityFen);
  const own = line.contributionWeightFen + (line.reserveShareFen + line.reserveQuantifiedFen) * days;
  const all = BigInt(sums.contribution) + (BigInt(sums.reserveShares) + reserveFen + grantFen) * days;
  const parts: Explanation[] = [];
  if (line.patronageRefundFen > 0n) {
    const values = { whole: yuan(sums.refundFen), own: formatYuan(line.patronageFen), all: yuan(sums.patronage) };
    parts.push({ key: 'patronage', values: { ...values, amount: formatYuan(line.patronageRefundFen) } });
  }
  parts.push({
    key: 'base',
    values: {
      contribution: formatYuan(line.contributionFen),
      reserve: formatYuan(line.reserveShareFen + line.reserveQuantifiedFen),
      grant: yuan(sums.grantEquityFen),
      members: sums.members,
    },
  });
  const base = formatYuan((own * BigInt(sums.members) + grantFen * days) / (BigInt(sums.members) * days));
  const values = { whole: yuan(sums.remainderFen), own: base, all: formatYuan(all / days), days: sums.days };
  parts.push({
    key: sums.days > 1 ? 'remainder_days' : 'remainder',
    values: { ...values, amount: formatYuan(line.remainderFen) },
  });
  if (line.reserveQuantifiedFen > 0n)
    parts.push({ key: 'reserve', values: { amount: formatYuan(line.reserveQuantifiedFen) } });
  return parts;
}

function byShares(line: ExplainedMember, sums: ExplainedSums): Explanation[] {
  const all = BigInt(sums.shares);
  const amount = formatYuan(line.remainderFen);
  if (all === 0n) return [{ key: 'equal', values: { whole: yuan(sums.remainderFen), members: sums.members, amount } }];
  const values = {
    whole: yuan(sums.remainderFen),
    own: String(line.sharesWeightFen),
    all: sums.shares,
    days: sums.days,
  };
  return [{ key: sums.days > 1 ? 'shares_days' : 'shares', values: { ...values, amount } }];
}

function yuan(digits: string): string {
  return formatYuan(BigInt(digits));
}
