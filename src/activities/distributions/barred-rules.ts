import type { Chart } from '../../ledgers/books/chart-rules.ts';
import { formatYuan, sumFen } from '../../platform/pure/money.ts';

/**
 * What the year’s surplus of a collective holds that is not given to members, in fen, 0 or more. Collective property is not
 * divided among persons, only what it yields (Law on Rural Collective Economic Organisations art. 36, 40, 42); model rules of
 * share cooperatives name these kinds.
 */
export interface BarredMoney {
  /** public money of the year beyond what running the organisation and public welfare cost it */
  readonly subsidyFen: bigint;
  /** gains from fixed assets, rights and investments that were given up */
  readonly disposalFen: bigint;
  /** compensation for land that was booked as income */
  readonly compensationFen: bigint;
}

/** What a distribution of a collective can be paid from, in fen, 0 or more. */
export interface Purse {
  readonly moneyFen: bigint;
  /** special funds and levies not spent yet: they lie in the same bank but have their purpose */
  readonly earmarkedFen: bigint;
  /** loans taken since the end of the year that is distributed */
  readonly borrowedFen: bigint;
  /** declared in other distributions and not paid yet */
  readonly promisedFen: bigint;
}

/** What a surplus and the money behind it say against giving so much to members; absent where it is not asked. */
export interface Bars {
  readonly barred?: BarredMoney | undefined;
  readonly purse?: Purse | undefined;
}

export interface Giving {
  /** what members would get */
  readonly givenFen: bigint;
  /** what covers losses and goes to reserves, and so stays */
  readonly keptFen: bigint;
}

export interface BarRefusal {
  readonly code: 'surplus_barred_money' | 'surplus_borrowed_money';
  readonly clause: 'RCEO 36' | 'RCEO 42';
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Refuses to give away what has to stay, and to pay with money that is lent, earmarked or promised already: the year’s
 * surplus alone is distributed. Nothing is refused where nothing is given.
 */
export function refuseBarred({ givenFen, keptFen }: Giving, { barred, purse }: Bars): readonly BarRefusal[] {
  if (givenFen <= 0n) return [];
  const refusals: BarRefusal[] = [];
  const barredFen = barred ? barred.subsidyFen + barred.disposalFen + barred.compensationFen : 0n;
  if (barred && barredFen > keptFen) {
    const values = {
      ...{ barred: formatYuan(barredFen), kept: formatYuan(keptFen), subsidy: formatYuan(barred.subsidyFen) },
      ...{ disposal: formatYuan(barred.disposalFen), compensation: formatYuan(barred.compensationFen) },
    };
    refusals.push({ code: 'surplus_barred_money', clause: 'RCEO 36', values });
  }
  if (purse && givenFen > freeFen(purse)) {
    const values = {
      ...{ given: formatYuan(givenFen), money: formatYuan(purse.moneyFen), borrowed: formatYuan(purse.borrowedFen) },
      ...{ earmarked: formatYuan(purse.earmarkedFen), promised: formatYuan(purse.promisedFen) },
    };
    refusals.push({ code: 'surplus_borrowed_money', clause: 'RCEO 42', values });
  }
  return refusals;
}

function freeFen({ moneyFen, earmarkedFen, borrowedFen, promisedFen }: Purse): bigint {
  return moneyFen - earmarkedFen - borrowedFen - promisedFen;
}

/** Cash and bank, in every chart. */
export const moneyAccounts = ['101', '102'] as const;

/** Where the books of a collective show it, by codes of accounts; those that were added below them count with them. */
export interface BarAccounts {
  /** public money, and what it is granted for: running costs and public welfare (财农〔2021〕121号 art. 4, 25) */
  readonly subsidy: readonly string[];
  readonly subsidySpent: readonly string[];
  /** things of lasting value: a credit gives one up; in the clearing account every line does */
  readonly lasting: readonly string[];
  readonly clearing: readonly string[];
  /** where the gain of a disposal goes */
  readonly gain: readonly string[];
  /** other income than public money */
  readonly income: readonly string[];
  readonly earmarked: readonly string[];
  readonly loans: readonly string[];
}

const accounts: Readonly<Record<Exclude<Chart, 'coop37'>, BarAccounts>> = {
  collective14: {
    ...{ subsidy: ['503'], subsidySpent: ['513', '514'], loans: ['201', '221'] },
    ...{ lasting: ['111', '141', '151', '161'], clearing: ['154'], gain: ['502', '504'] },
    ...{ income: ['501', '502', '504'], earmarked: ['231', '241'] },
  },
  collective04: {
    ...{ subsidy: ['522'], subsidySpent: ['541', '551'], loans: ['201', '221'] },
    ...{ lasting: ['111', '141', '151'], clearing: ['153'], gain: ['531', '561'] },
    ...{ income: ['501', '511', '531', '561'], earmarked: ['231'] },
  },
};

/** Undefined for a cooperative, whose money is its members’ own (Cooperatives Law art. 44). */
export function barAccountsOf(chart: Chart): BarAccounts | undefined {
  return chart === 'coop37' ? undefined : accounts[chart];
}

/** Whether a code is one of the accounts, or one that the organisation added below them. */
export function isBelow(code: string, above: readonly string[]): boolean {
  return above.some((account) => code.startsWith(account));
}

/** Public money that is left after what it is granted for; what was spent is not in the surplus. */
export function unspentFen(receivedFen: bigint, spentFen: bigint): bigint {
  return receivedFen > spentFen ? receivedFen - spentFen : 0n;
}

/** What stands on accounts and below them, debit positive, in fen. */
export function standingOn(
  balances: readonly { readonly code: string; readonly closing: bigint }[],
  above: readonly string[],
): bigint {
  return sumFen(balances.filter(({ code }) => isBelow(code, above)).map(({ closing }) => closing));
}
