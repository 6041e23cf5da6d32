import { type Chart, statutoryAccount } from './chart-rules.ts';
import type { Flow } from './flow-rules.ts';

/** Where the amount of a row comes from. `codes` hold the accounts below them too. */
export type Term =
  /** balance, debit positive times `sign` */
  | { readonly take: 'balance'; readonly codes: readonly string[]; readonly sign: 1 | -1 }
  /** sub-ledgers that stand on this side, added up without setting them off against the others */
  | { readonly take: 'debitSubs' | 'creditSubs'; readonly codes: readonly string[] }
  /** what the year brought on accounts of profit and loss before they were carried away */
  | { readonly take: 'result'; readonly codes: readonly string[]; readonly sign: 1 | -1 }
  /** balance on the first day of the fiscal year */
  | { readonly take: 'yearOpening'; readonly codes: readonly string[]; readonly sign: 1 | -1 }
  /** what went from the one to the other within an entry: debit `from`, credit `to`; an absent end is any account */
  | ({ readonly take: 'flow' } & FlowEnds);

export interface FlowEnds {
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly notFrom?: readonly string[];
  readonly notTo?: readonly string[];
}

/** One row of a statement; its words stand under `row.<statement>.<row>`. */
export interface RowSpec {
  /** the number printed on the official form */
  readonly row: number;
  readonly terms?: readonly Term[];
  /** other rows with their sign, for totals */
  readonly of?: readonly (readonly [row: number, sign: 1 | -1])[];
}

export interface StatementSpec {
  readonly rows: readonly RowSpec[];
  /** rows that must be equal; the second may stand in the other statement of the chart */
  readonly equal: readonly { readonly row: number; readonly other: number; readonly in?: 'sheet' | 'surplus' }[];
  /** `official`: read in the text of the standard; `remembered`: to be compared with it before relying on it */
  readonly basis: 'official' | 'remembered';
}

/** The statement of surplus: rows that others ask for by what they are. */
export interface SurplusSpec extends StatementSpec {
  /** surplus of the year */
  readonly resultRow: number;
  /** undistributed at the year’s beginning */
  readonly openingRow: number;
  /** reserve used for losses */
  readonly transferRow: number;
  readonly distributableRow: number;
  /** undistributed at the year’s end */
  readonly lastRow: number;
}

/** The figures that statements are made from, all of one book. */
export interface Figures {
  readonly chart: Chart;
  /** balances at the end of the span, debit positive; sub-ledgers apart */
  readonly closing: readonly { readonly code: string; readonly sub: string; readonly amount: bigint }[];
  /** the same on the eve of the fiscal year */
  readonly opening: readonly { readonly code: string; readonly sub: string; readonly amount: bigint }[];
  /** turnover from the first day of the year without the closing entries, debit positive */
  readonly results: readonly { readonly code: string; readonly amount: bigint }[];
  readonly flows: readonly Flow[];
}

export type Amounts = ReadonlyMap<number, bigint>;

/** Fills the rows of a statement. `at` chooses the column of the balance sheet: the end of the span or the year’s opening. */
export function computeRows(spec: StatementSpec, figures: Figures, at: 'closing' | 'opening'): Amounts {
  const amounts = new Map<number, bigint>();
  for (const { row, terms = [], of = [] } of spec.rows) {
    let amount = 0n;
    for (const term of terms) amount += amountOf(term, figures, at);
    for (const [other, sign] of of) amount += BigInt(sign) * (amounts.get(other) ?? 0n);
    amounts.set(row, amount);
  }
  return amounts;
}

function amountOf(term: Term, figures: Figures, at: 'closing' | 'opening'): bigint {
  switch (term.take) {
    case 'balance':
      return BigInt(term.sign) * sumOf(figures[at], term.codes);
    case 'yearOpening':
      return BigInt(term.sign) * sumOf(figures.opening, term.codes);
    case 'result':
      return BigInt(term.sign) * sumOf(figures.results, term.codes);
    case 'debitSubs':
    case 'creditSubs': {
      const standing = figures[at].filter(({ code }) => isBelow(code, term.codes));
      const onSide = standing.filter(({ amount }) => (term.take === 'debitSubs' ? amount > 0n : amount < 0n));
      const total = sumOf(onSide, term.codes);
      return term.take === 'debitSubs' ? total : -total;
    }
    case 'flow':
      return sumFlows(figures.flows, term);
  }
}

/** What went along the ends given, over all entries. */
export function sumFlows(flows: readonly Flow[], { from, to, notFrom = [], notTo = [] }: FlowEnds): bigint {
  let sum = 0n;
  for (const flow of flows) {
    const leaves = (!from || isBelow(flow.from, from)) && !isBelow(flow.from, notFrom);
    const arrives = (!to || isBelow(flow.to, to)) && !isBelow(flow.to, notTo);
    if (leaves && arrives) sum += flow.amount;
  }
  return sum;
}

export function sumOf(
  rows: readonly { readonly code: string; readonly amount: bigint }[],
  codes: readonly string[],
): bigint {
  let sum = 0n;
  for (const { code, amount } of rows) if (isBelow(code, codes)) sum += amount;
  return sum;
}

/** Whether an account is one of these or stands below one of them. */
export function isBelow(code: string, codes: readonly string[]): boolean {
  return codes.some((above) => code.startsWith(above));
}

/** A check between two rows, with what stands on both sides. */
export interface CrossCheck {
  readonly statement: 'sheet' | 'surplus';
  readonly row: number;
  readonly other: number;
  readonly otherStatement: 'sheet' | 'surplus';
  readonly left: bigint;
  readonly right: bigint;
  readonly holds: boolean;
}

/** The cross-checks printed on the forms: assets equal claims, row 40 of the one equals row 20 of the other. */
export function crossCheck(
  specs: Readonly<Record<'sheet' | 'surplus', StatementSpec>>,
  rows: Readonly<Record<'sheet' | 'surplus', Amounts>>,
): readonly CrossCheck[] {
  return (['sheet', 'surplus'] as const).flatMap((statement) =>
    specs[statement].equal.map(({ row, other, in: elsewhere }): CrossCheck => {
      const otherStatement = elsewhere ?? statement;
      const left = rows[statement].get(row) ?? 0n;
      const right = rows[otherStatement].get(other) ?? 0n;
      return { statement, row, other, otherStatement, left, right, holds: left === right };
    }),
  );
}

/** Codes that no row of a sheet takes, though money stands on them, for example what is still to be cleared (181). */
export function leftOut(spec: StatementSpec, figures: Figures): readonly { code: string; amount: bigint }[] {
  const taken = spec.rows.flatMap(({ terms = [] }) => terms.flatMap((term) => ('codes' in term ? term.codes : [])));
  const totals = new Map<string, bigint>();
  for (const { code, amount } of figures.closing) {
    const kind = statutoryAccount(figures.chart, code)?.kind;
    if (kind === 'income' || kind === 'expense' || isBelow(code, taken)) continue;
    totals.set(code, (totals.get(code) ?? 0n) + amount);
  }
  return [...totals].filter(([, amount]) => amount !== 0n).map(([code, amount]) => ({ code, amount }));
}
