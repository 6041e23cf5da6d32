/** What no law refuses but members should know before they vote. */
export const cautionCodes = ['cash_short'] as const;

export interface Caution {
  readonly code: (typeof cautionCodes)[number];
  readonly values: Readonly<Record<string, string>>;
}

export interface Prudence {
  /** to be paid in money and not paid yet */
  readonly owedFen: bigint;
  readonly moneyFen: bigint;
}

/** More is owed than there is money: a cooperative may do so, and should know what it does. */
export function cautionsOf({ owedFen, moneyFen }: Prudence, format: (fen: bigint) => string): readonly Caution[] {
  if (owedFen <= moneyFen) return [];
  return [{ code: 'cash_short', values: { owed: format(owedFen), money: format(moneyFen) } }];
}
