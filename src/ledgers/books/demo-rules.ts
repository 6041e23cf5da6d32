import type { EntryLine } from '../../platform/ledger/rules.ts';
import { addDays, firstDay, type LocalDate, type Month } from '../../platform/pure/period.ts';
import type { Chart } from './chart-rules.ts';
import { accountOf, type ChartRole } from './event-roles-rules.ts';

/** A posted voucher of the demo before it has a number; debit is positive. */
export interface DemoVoucher {
  readonly occurredOn: LocalDate;
  readonly memo: string;
  /** code of the business event that would have written it */
  readonly template: string;
  readonly series: 'opening' | 'usual';
  readonly lines: readonly EntryLine[];
  readonly trades: readonly DemoTrade[];
}

export interface DemoTrade {
  readonly membershipId: string;
  readonly direction: 'delivers' | 'takes';
  readonly product: string;
  readonly quantity: number;
  readonly unit: string;
  readonly amountFen: bigint;
}

/** What is traded: what it is called, its unit and fen a unit. */
export type Good = readonly [product: string, unit: string, priceFen: number];

/** A voucher of everyday business. */
export function usual(
  { on, ...head }: { readonly on: LocalDate; readonly memo: string; readonly template: string },
  lines: readonly EntryLine[],
  trades: readonly DemoTrade[] = [],
): DemoVoucher {
  return { ...head, occurredOn: on, series: 'usual', lines, trades };
}

export interface Deal {
  readonly membershipId: string;
  readonly good: Good;
  readonly direction: DemoTrade['direction'];
  readonly range: readonly [number, number];
}

/** Whole units at the price of the season. */
export function tradeOf(random: () => number, { membershipId, good, direction, range: [low, high] }: Deal): DemoTrade {
  const [product, unit, priceFen] = good;
  const quantity = Math.max(1, Math.round((low + random() * (high - low)) / priceFen));
  return { membershipId, direction, product, quantity, unit, amountFen: BigInt(quantity * priceFen) };
}

const batchSize = 10;

/** Members as they come on a day. */
export function batches<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, at) =>
    all.slice(at * batchSize, (at + 1) * batchSize),
  );
}

/** Fen of all of them. */
export function sumTrades(trades: readonly DemoTrade[]): bigint {
  return trades.reduce((total, { amountFen }) => total + amountFen, 0n);
}

/** The account that plays a role in a chart; throws where the chart has none. */
export function account(chart: Chart): (role: ChartRole) => string {
  return (role) => {
    const code = accountOf(chart, role);
    if (code === undefined) throw new Error(`${chart} has no account for ${role}`);
    return code;
  };
}

/** One line, debit positive. */
export function line(code: string, amount: bigint, sub = ''): EntryLine {
  return sub === '' ? { code, amount } : { code, sub, amount };
}

/** A day of a month, the first is 1. */
export function dayOf(month: Month, day: number): LocalDate {
  return addDays(firstDay(month), day - 1);
}

/** Between `low` and `low + spread` fen, in whole yuan. */
export function fen(random: () => number, low: number, spread: number): bigint {
  return BigInt(Math.round((low + random() * spread) / 100)) * 100n;
}
