import type { Chart } from '../../ledgers/books/chart-rules.ts';

/** What no law refuses but members should know before they vote. */
export const cautionCodes = ['cash_short', 'subsidy_kept_short'] as const;

export interface Caution {
  readonly code: (typeof cautionCodes)[number];
  readonly values: Readonly<Record<string, string>>;
}

/** Cash and bank; and, of a collective, where public money is booked as income (补助收入). */
const accounts: Readonly<Record<Chart, { readonly money: readonly string[]; readonly subsidies: readonly string[] }>> =
  {
    coop37: { money: ['101', '102'], subsidies: [] },
    collective14: { money: ['101', '102'], subsidies: ['503'] },
    collective04: { money: ['101', '102'], subsidies: ['522'] },
  };

export function moneyAccounts(chart: Chart): readonly string[] {
  return accounts[chart].money;
}

export function subsidyAccounts(chart: Chart): readonly string[] {
  return accounts[chart].subsidies;
}

/** Whether a code is one of the accounts, or one that the organisation added below them. */
export function isBelow(code: string, above: readonly string[]): boolean {
  return above.some((account) => code.startsWith(account));
}

export interface Prudence {
  /** to be paid in money and not paid yet */
  readonly owedFen: bigint;
  readonly moneyFen: bigint;
  /** public money in the year’s income */
  readonly subsidyFen: bigint;
  /** all set-asides together */
  readonly drawnFen: bigint;
}

/**
 * Local rules forbid to borrow for a distribution, and to distribute public money (model rules of share cooperatives;
 * parameters, not law): more is owed than there is money, or the set-asides do not hold back the year’s subsidies.
 */
export function cautionsOf(
  { owedFen, moneyFen, subsidyFen, drawnFen }: Prudence,
  format: (fen: bigint) => string,
): readonly Caution[] {
  const cautions: Caution[] = [];
  if (owedFen > moneyFen) {
    cautions.push({ code: 'cash_short', values: { owed: format(owedFen), money: format(moneyFen) } });
  }
  if (subsidyFen > drawnFen) {
    const values = { subsidy: format(subsidyFen), drawn: format(drawnFen) };
    cautions.push({ code: 'subsidy_kept_short', values });
  }
  return cautions;
}
