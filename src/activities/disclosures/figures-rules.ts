import { type Chart, chartAccounts, statutoryAccount } from '../../ledgers/books/chart-rules.ts';
import { sumFen } from '../../platform/pure/money.ts';
import type { AssetKind } from '../../registers/assets/rules.ts';
import {
  accountsOf,
  type DisclosureItem,
  disclosureItems,
  type LeaseFigure,
  type TakenAccount,
} from './items-rules.ts';

/** What moved in an account, or in one of its sub-ledgers, in a period; debit positive, in fen. */
export interface BookBalance {
  readonly code: string;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly closing: bigint;
}

export interface ListedKind {
  readonly kind: AssetKind;
  readonly valueFen: bigint;
  readonly areaMu: number;
}

/** Contracts over assets: how many run at the end of a period, and fen of it; arrears at its end. */
export interface LeaseFigures {
  readonly running: number;
  readonly dueFen: bigint;
  /** received under contracts to farm or graze, and under all others */
  readonly contractedFen: bigint;
  readonly rentedFen: bigint;
  readonly arrearsFen: bigint;
}

/** All that a disclosure is drawn up from. */
export interface Sources {
  /** absent where no books are kept */
  readonly books: { readonly chart: Chart; readonly balances: readonly BookBalance[] } | undefined;
  /** absent for a cooperative: the list of assets is the village’s */
  readonly kinds: readonly ListedKind[] | undefined;
  readonly leases: LeaseFigures | undefined;
}

export type FigureSource = 'books' | 'assets' | 'contracts';

export interface ItemFigure {
  readonly code: string;
  /** null where the item is not kept apart */
  readonly amountFen: bigint | null;
  readonly areaMu: number | null;
  readonly count: number | null;
  readonly source: FigureSource | null;
  /** the item in which this amount is contained */
  readonly within: string | null;
}

/** A figure with what was said about it. */
export interface DisclosedItem extends ItemFigure {
  readonly remark: string | null;
}

/** The figures of a period, item by item in the order of the document. */
export function writeFigures(sources: Sources): readonly ItemFigure[] {
  return disclosureItems.map((item) => ({ ...none, ...figureOf(item, sources), code: item.code }));
}

const none: Omit<ItemFigure, 'code'> = { amountFen: null, areaMu: null, count: null, source: null, within: null };

function figureOf(item: DisclosureItem, { books, kinds, leases }: Sources): Partial<ItemFigure> {
  const amountFen = books && amountOf(item, books.chart, books.balances);
  if (amountFen !== undefined) return { amountFen, source: 'books', within: item.within ?? null };
  if (item.land && kinds) return { areaMu: areaOf(item.land, kinds), source: 'assets' };
  if (item.things && kinds && !books) return { amountFen: worthOf(item.things, kinds), source: 'assets' };
  const lease = item.lease ?? (books ? undefined : item.leaseWithoutBooks);
  if (!lease || !leases) return {};
  const within = books && item.within ? item.within : null;
  return { ...leaseFigure(lease, leases), source: 'contracts', within };
}

/** The amount of an item in fen; undefined where the chart does not keep it apart. */
export function amountOf(item: DisclosureItem, chart: Chart, balances: readonly BookBalance[]): bigint | undefined {
  const accounts = accountsOf(item, chart);
  if (accounts === undefined) return undefined;
  if (accounts === 'result') return resultOf(chart, balances);
  return sumFen(accounts.flatMap((taken) => balances.filter(isOf(taken)).map((row) => take(taken, row))));
}

/** Whether a row belongs to an account, itself or as one of its sub-accounts. */
export function isOf({ code }: Pick<TakenAccount, 'code'>): (row: { readonly code: string }) => boolean {
  return (row) => row.code.startsWith(code);
}

function take({ take: taking }: TakenAccount, { debit, credit, closing }: BookBalance): bigint {
  switch (taking) {
    case 'c':
      return credit;
    case 'd':
      return debit;
    case 'n':
      return debit - credit;
    case 'b':
      return closing;
    case 'l':
      return -closing;
    case '+':
      return closing > 0n ? closing : 0n;
    case '-':
      return closing < 0n ? -closing : 0n;
  }
}

/** Income less expenses, each on its own side: what the year’s closing carries away stands on the other. */
function resultOf(chart: Chart, balances: readonly BookBalance[]): bigint {
  return sumFen(
    balances.map(({ code, debit, credit }) => {
      const kind = statutoryAccount(chart, code)?.kind;
      if (kind === 'income') return credit;
      return kind === 'expense' ? -debit : 0n;
    }),
  );
}

function areaOf(land: readonly AssetKind[], kinds: readonly ListedKind[]): number {
  const chosen = kinds.filter(({ kind }) => land.includes(kind));
  return chosen.reduce((sum, { areaMu }) => sum + Math.round(areaMu * 100), 0) / 100;
}

function worthOf(things: readonly AssetKind[], kinds: readonly ListedKind[]): bigint {
  return sumFen(kinds.filter(({ kind }) => things.includes(kind)).map(({ valueFen }) => valueFen));
}

function leaseFigure(lease: LeaseFigure, leases: LeaseFigures): Partial<ItemFigure> {
  switch (lease) {
    case 'running':
      return { count: leases.running };
    case 'due':
      return { amountFen: leases.dueFen };
    case 'contracted':
      return { amountFen: leases.contractedFen };
    case 'rented':
      return { amountFen: leases.rentedFen };
    case 'received':
      return { amountFen: leases.contractedFen + leases.rentedFen };
    case 'arrears':
      return { amountFen: leases.arrearsFen };
  }
}

/** The accounts behind an item, chart by chart; behind the result stand all of income and expense. */
export function takenOf(item: DisclosureItem): (chart: Chart) => readonly TakenAccount[] | undefined {
  return (chart) => {
    const accounts = accountsOf(item, chart);
    if (accounts !== 'result') return accounts;
    return chartAccounts(chart).flatMap(({ code, kind }): readonly TakenAccount[] => {
      if (kind === 'income') return [{ take: 'c', code }];
      return kind === 'expense' ? [{ take: 'd', code }] : [];
    });
  };
}
