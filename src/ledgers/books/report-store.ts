import type { Tx } from '../../platform/db/transact.ts';
import {
  findEntry,
  type LedgerBalance,
  listBalances,
  listEntries,
  listEntrySums,
  listLines,
  listMonths,
} from '../../platform/ledger/ledger-store.ts';
import { sideOf } from '../../platform/ledger/rules.ts';
import { addDays, localDate } from '../../platform/pure/period.ts';
import { type Chart, isResult } from './chart-rules.ts';
import { flowsOf } from './flow-rules.ts';
import { type Figures, isBelow } from './statement-rules.ts';
import type { BookRow } from './store.ts';

/** Accounts whose sub-ledgers stand on either side and are shown gross (114 of 37号, 113 of the collective’s charts). */
const twoWay: Readonly<Record<Chart, readonly string[]>> = {
  coop37: ['114'],
  collective14: ['113'],
  collective04: ['113'],
};

/** Accounts whose entries tell who received what of the surplus and of the reserves. */
const explained: Readonly<Record<Chart, readonly string[]>> = {
  coop37: ['301', '311', '321', '322', '332'],
  collective14: ['301', '311', '322'],
  collective04: ['301', '311', '322'],
};

/** What statements are made from: balances and movements from the first day of the fiscal year through a day. */
export async function readFigures(
  tx: Tx,
  book: BookRow,
  span: { readonly from: string; readonly to: string },
): Promise<Figures> {
  const totals = await listBalances(tx, book, { ...span, totals: true });
  const codes = totals.map(({ code }) => code);
  const gross = codes.filter((code) => isBelow(code, twoWay[book.chart]));
  const subs = gross.length === 0 ? [] : await listBalances(tx, book, { ...span, codes: gross });
  const standing = [...totals.filter(({ code }) => !gross.includes(code)), ...subs];
  const carried = await readCarried(tx, book, span);
  return {
    chart: book.chart,
    closing: standing.map(({ code, sub, closing }) => ({ code, sub, amount: closing })),
    opening: standing.map(({ code, sub, opening }) => ({ code, sub, amount: opening })),
    results: totals
      .filter(({ code }) => isResult(book.chart, code))
      .map(({ code, debit, credit }) => ({ code, amount: debit - credit - (carried.get(code) ?? 0n) })),
    flows: await readFlows(tx, book, { ...span, codes: codes.filter((code) => isBelow(code, explained[book.chart])) }),
  };
}

/** What the entries at the year’s end carried away from each account, debit positive. */
async function readCarried(
  tx: Tx,
  book: BookRow,
  span: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await listEntries(tx, book, { ...span, series: 'closing', limit: 200, offset: 0 });
  const carried = new Map<string, bigint>();
  for (const { county, id } of rows) {
    const entry = await findEntry(tx, { county, id });
    for (const { code, amount } of entry?.lines ?? []) carried.set(code, (carried.get(code) ?? 0n) + amount);
  }
  return carried;
}

async function readFlows(
  tx: Tx,
  book: BookRow,
  query: { readonly codes: readonly string[]; readonly from: string; readonly to: string },
): Promise<Figures['flows']> {
  if (query.codes.length === 0) return [];
  const sums = await listEntrySums(tx, book, query);
  return [...Map.groupBy(sums, ({ entryId }) => entryId).values()].flatMap(flowsOf);
}

/** One row of a trial balance; a parent counts the accounts below it. */
export interface TrialRow extends LedgerBalance {
  /** number of codes above it: 0 for an account of the chart */
  readonly level: number;
  readonly hasBelow: boolean;
}

/** The trial balance of a span: every account that moved, with the accounts above it. */
export async function readTrialBalance(
  tx: Tx,
  book: BookRow,
  span: { readonly from: string; readonly to: string },
): Promise<readonly TrialRow[]> {
  const balances = await listBalances(tx, book, { ...span, totals: true });
  const rows = new Map<string, LedgerBalance & { hasBelow: boolean }>();
  for (const balance of balances) {
    for (let { code } = balance; code.length >= 3; code = code.slice(0, -2)) {
      const known = rows.get(code);
      const isBelowIt = code !== balance.code;
      rows.set(code, {
        code,
        sub: '',
        opening: (known?.opening ?? 0n) + balance.opening,
        debit: (known?.debit ?? 0n) + balance.debit,
        credit: (known?.credit ?? 0n) + balance.credit,
        closing: (known?.closing ?? 0n) + balance.closing,
        hasBelow: (known?.hasBelow ?? false) || isBelowIt,
      });
    }
  }
  return [...rows.values()]
    .map((row) => ({ ...row, level: (row.code.length - 3) / 2 }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Sub-ledgers of an account and those below it, as a balance table. */
export function readSubBalances(
  tx: Tx,
  book: BookRow,
  query: { readonly codes: readonly string[]; readonly from: string; readonly to: string },
): Promise<readonly LedgerBalance[]> {
  return listBalances(tx, book, query);
}

export interface DetailRow {
  readonly entryId: string;
  readonly series: string;
  readonly number: number;
  readonly occurredOn: string;
  readonly memo: string;
  readonly code: string;
  readonly sub: string;
  readonly debitFen: bigint;
  readonly creditFen: bigint;
  /** balance after the line, debit positive */
  readonly balanceFen: bigint;
  readonly quantity: number | null;
  readonly sourceType: string;
  readonly sourceId: string;
}

export interface DetailQuery {
  readonly codes: readonly string[];
  readonly sub?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  readonly offset: number;
}

export interface DetailLedger {
  readonly openingFen: bigint;
  readonly debitFen: bigint;
  readonly creditFen: bigint;
  readonly closingFen: bigint;
  readonly rows: readonly DetailRow[];
  readonly total: number;
}

/** The detail ledger of accounts, or of one sub-ledger, with the running balance of each line. */
export async function readDetailLedger(tx: Tx, book: BookRow, query: DetailQuery): Promise<DetailLedger> {
  const { codes, from, to } = query;
  const sub = query.sub === undefined ? {} : { sub: query.sub };
  const balances = await listBalances(tx, book, { codes, from, to, ...sub, ...(query.sub ? {} : { totals: true }) });
  const sum = (part: 'opening' | 'debit' | 'credit' | 'closing') =>
    balances.reduce((total, balance) => total + balance[part], 0n);
  const { limit, offset } = query;
  const { rows, total, before } = await listLines(tx, book, { codes, from, to, limit, offset, ...sub });
  let balanceFen = sum('opening') + before;
  const detailed = rows.map(({ amount, red, quantity = null, memo, entryMemo, ...row }): DetailRow => {
    balanceFen += amount;
    const written = sideOf({ amount, ...(red === undefined ? {} : { red }) });
    return {
      ...{ entryId: row.entryId, series: row.series, number: row.number, occurredOn: row.occurredOn },
      ...{ memo: memo ?? entryMemo, code: row.code, sub: row.sub ?? '' },
      debitFen: written.side === 'debit' ? written.amount : 0n,
      creditFen: written.side === 'credit' ? written.amount : 0n,
      ...{ balanceFen, quantity, sourceType: row.sourceType, sourceId: row.sourceId },
    };
  });
  const openingFen = sum('opening');
  return {
    openingFen,
    debitFen: sum('debit'),
    creditFen: sum('credit'),
    closingFen: sum('closing'),
    rows: detailed,
    total,
  };
}

export interface GeneralRow {
  readonly month: string;
  readonly debitFen: bigint;
  readonly creditFen: bigint;
  /** from the first month of the year */
  readonly yearDebitFen: bigint;
  readonly yearCreditFen: bigint;
  readonly balanceFen: bigint;
}

/** The general ledger of accounts: a line for each month that moved, with the sums of the year and the balance. */
export async function readGeneralLedger(
  tx: Tx,
  book: BookRow,
  query: { readonly codes: readonly string[]; readonly from: string; readonly to: string },
): Promise<{ readonly openingFen: bigint; readonly rows: readonly GeneralRow[] }> {
  const { codes, from, to } = query;
  const eve = addDays(localDate(from), -1);
  const balances = await listBalances(tx, book, { codes, from: eve, to: eve, totals: true });
  const openingFen = balances.reduce((sum, { closing }) => sum + closing, 0n);
  const months = await listMonths(tx, book, { codes, from: from.slice(0, 7), to: to.slice(0, 7) });
  const rows: GeneralRow[] = [];
  let [yearDebitFen, yearCreditFen, balanceFen] = [0n, 0n, openingFen];
  const byMonth = Map.groupBy(months, ({ month }) => month);
  for (const month of [...byMonth.keys()].sort()) {
    const moved = byMonth.get(month) ?? [];
    const debitFen = moved.reduce((sum, { debit }) => sum + debit, 0n);
    const creditFen = moved.reduce((sum, { credit }) => sum + credit, 0n);
    yearDebitFen += debitFen;
    yearCreditFen += creditFen;
    balanceFen += debitFen - creditFen;
    rows.push({ month, debitFen, creditFen, yearDebitFen, yearCreditFen, balanceFen });
  }
  return { openingFen, rows };
}
