/**
 * By whom a household was paid: rent of its land, dividends of its cooperatives, relief of these, public money (rewards,
 * subsidies and the risk fund are paid through it), insurance. Wages, sales and what it grows itself are not on record.
 */
export const incomeKinds = ['land_rent', 'dividend', 'relief', 'public_money', 'insurance'] as const;

export type IncomeKind = (typeof incomeKinds)[number];

/** The facts that a kind is read from; their declared page is where an entry leads. */
export const factOfKind = {
  land_rent: 'land_rent',
  dividend: 'dividend_payment',
  relief: 'relief',
  public_money: 'disbursement',
  insurance: 'insurance_payout',
} as const satisfies Record<IncomeKind, string>;

/** Signed, in fen: what was taken back stands as an entry of its own. */
export interface Received {
  readonly kind: IncomeKind;
  readonly occurredOn: string;
  readonly amountFen: bigint;
}

export interface IncomeMonth {
  /** `YYYY-MM` */
  readonly month: string;
  readonly sumFen: bigint;
  readonly kinds: KindSum[];
}

export interface KindSum {
  readonly kind: IncomeKind;
  readonly sumFen: bigint;
}

export interface Income {
  readonly sumFen: bigint;
  /** kinds that have entries, in their fixed order */
  readonly kinds: KindSum[];
  /** months that have entries, the first one first */
  readonly months: IncomeMonth[];
}

/** Adds up the entries of a year; every sum is the sum of the entries of its kind and month. */
export function addUpIncome(entries: readonly Received[]): Income {
  const byMonth = Map.groupBy(entries, ({ occurredOn }) => occurredOn.slice(0, 7));
  const months = [...byMonth]
    .map(([month, ofMonth]) => ({ month, sumFen: sumOf(ofMonth), kinds: sumKinds(ofMonth) }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
  return { sumFen: sumOf(entries), kinds: sumKinds(entries), months };
}

/** The years in which something was received, and the year asked about, the latest first. */
export function yearsOf(entries: readonly Received[], asked: number): number[] {
  const years = new Set([asked, ...entries.map(({ occurredOn }) => Number(occurredOn.slice(0, 4)))]);
  return [...years].toSorted((a, b) => b - a);
}

/** Entries of one year, of one kind or one month of it where these are given. */
export function chooseEntries<E extends Received>(
  entries: readonly E[],
  {
    year,
    kind,
    month,
  }: { readonly year: number; readonly kind?: string | undefined; readonly month?: string | undefined },
): E[] {
  return entries.filter(
    (entry) =>
      entry.occurredOn.startsWith(`${year}-`) &&
      (kind === undefined || entry.kind === kind) &&
      (month === undefined || entry.occurredOn.startsWith(`${month}-`)),
  );
}

function sumKinds(entries: readonly Received[]): KindSum[] {
  return incomeKinds.flatMap((kind) => {
    const ofKind = entries.filter((entry) => entry.kind === kind);
    return ofKind.length === 0 ? [] : [{ kind, sumFen: sumOf(ofKind) }];
  });
}

function sumOf(entries: readonly Received[]): bigint {
  return entries.reduce((sum, { amountFen }) => sum + amountFen, 0n);
}
