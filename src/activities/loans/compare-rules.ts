/** One line of the bank's own workbook. */
export interface BankLine {
  readonly receipt: string;
  readonly paidOn: string;
  readonly principalFen: bigint;
  readonly interestFen: bigint;
  /** what the bank says is owed after it; undefined where its file has no such column */
  readonly balanceFen: bigint | undefined;
}

export interface KnownPayment {
  readonly receipt: string;
  readonly paidOn: string;
  readonly principalFen: bigint;
  readonly interestFen: bigint;
  readonly balanceFen: bigint;
}

export const differenceCodes = [
  'contract_unknown',
  'missing_here',
  'missing_there',
  'day',
  'principal',
  'interest',
  'balance',
  'schedule',
] as const;
export type DifferenceCode = (typeof differenceCodes)[number];

/** What differs between the bank's line and the payment that bears its receipt. */
export function compareLine(theirs: BankLine, ours: KnownPayment | undefined): readonly DifferenceCode[] {
  if (!ours) return ['missing_here'];
  return [
    ...(theirs.paidOn === ours.paidOn ? [] : ['day' as const]),
    ...(theirs.principalFen === ours.principalFen ? [] : ['principal' as const]),
    ...(theirs.interestFen === ours.interestFen ? [] : ['interest' as const]),
    ...(theirs.balanceFen === undefined || theirs.balanceFen === ours.balanceFen ? [] : ['balance' as const]),
  ];
}
