import { allocate } from '../../platform/pure/allocate.ts';

/** The money columns of the statutory member account (37号, 成员账户), in the order of the form. */
export const memberColumns = [
  'povertyContributionFen',
  'otherContributionFen',
  'reserveFen',
  'grantShareFen',
  'donationShareFen',
  'refundFen',
  'dividendFen',
] as const;

export type MemberColumn = (typeof memberColumns)[number];

export type MemberAmounts = Readonly<Record<MemberColumn, bigint>>;

export interface MemberTrade {
  readonly product: string;
  readonly unit: string;
  readonly quantity: number;
  readonly amountFen: bigint;
}

/** One line of the account: a posting, or a trade with the cooperative. */
export interface MemberLine {
  readonly occurredOn: string;
  readonly memo: string;
  readonly amounts: Partial<MemberAmounts>;
  readonly trade?: MemberTrade;
  /** where it comes from: a voucher, or a trade */
  readonly recordType: 'voucher' | 'member_trade';
  readonly recordId: string;
}

/** What the columns mean in the chart: the codes whose credits they show. */
const columnCodes: readonly (readonly [MemberColumn, (code: string) => boolean])[] = [
  ['povertyContributionFen', (code) => code.startsWith('30101')],
  ['otherContributionFen', (code) => code.startsWith('301') && !code.startsWith('30101')],
  ['reserveFen', (code) => code.startsWith('32201')],
  ['refundFen', (code) => code.startsWith('221')],
  ['dividendFen', (code) => code.startsWith('222')],
];

/** The column that a posting on a member’s sub-ledger shows in; trades and dues stand elsewhere. */
export function columnOf(code: string): MemberColumn | undefined {
  return columnCodes.find(([, matches]) => matches(code))?.[0];
}

/** Columns that say what was paid out in the year, not what stands. */
export function isYearly(column: MemberColumn): boolean {
  return column === 'refundFen' || column === 'dividendFen';
}

/**
 * The part of grant- or donation-formed property that is shown for each member: equal for all, in whole fen that add up
 * to the whole; it only weighs in the remainder and is never owed (Cooperatives Law art. 44, 53).
 */
export function equalShares(totalFen: bigint, memberIds: readonly string[]): ReadonlyMap<string, bigint> {
  if (totalFen <= 0n || memberIds.length === 0) return new Map();
  const shares = allocate(
    totalFen,
    memberIds.map((key) => ({ key, weight: 1n })),
  );
  return new Map(shares.ok ? shares.value.map(({ key, amountFen }) => [key, amountFen]) : []);
}

export function noAmounts(): Record<MemberColumn, bigint> {
  return {
    povertyContributionFen: 0n,
    otherContributionFen: 0n,
    reserveFen: 0n,
    grantShareFen: 0n,
    donationShareFen: 0n,
    refundFen: 0n,
    dividendFen: 0n,
  };
}

/** Sums of a year’s trades by product and unit. */
export function sumTrades(trades: readonly MemberTrade[]): readonly MemberTrade[] {
  const sums = new Map<string, MemberTrade>();
  for (const trade of trades) {
    const key = `${trade.product}\n${trade.unit}`;
    const known = sums.get(key);
    // thousandths, so that sums of weights stay exact
    const quantity = Math.round((known?.quantity ?? 0) * 1000) + Math.round(trade.quantity * 1000);
    sums.set(key, { ...trade, quantity: quantity / 1000, amountFen: (known?.amountFen ?? 0n) + trade.amountFen });
  }
  return [...sums.values()];
}
