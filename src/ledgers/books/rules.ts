import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';
import { type Chart, type ChartAccount, chartAccounts, chartFor } from './chart-rules.ts';

export interface BookOpening {
  readonly kind: CooperativeKind;
  /** first day of business that is booked; opening balances stand on the day before */
  readonly startsOn: string;
  readonly today: string;
  /** books that the organisation keeps already */
  readonly known: readonly { readonly chart: Chart; readonly startsOn: string }[];
}

export type BookRefusal = Refusal<'book_kind' | 'book_in_future' | 'book_first_of_month' | 'book_known'>;

/**
 * Checks that books may be opened, and with which chart. A second set is for the day on which another chart comes into
 * force; it begins after the one before.
 */
export function proposeBook({ kind, startsOn, today, known }: BookOpening): Result<Chart, BookRefusal> {
  const chart = chartFor(kind, startsOn);
  if (chart === undefined) return refuse({ code: 'book_kind' });
  if (startsOn > today) return refuse({ code: 'book_in_future', field: 'startsOn' });
  if (!startsOn.endsWith('-01')) return refuse({ code: 'book_first_of_month', field: 'startsOn' });
  const stands = known.some((book) => book.chart === chart || book.startsOn >= startsOn);
  return stands ? refuse({ code: 'book_known', field: 'startsOn' }) : ok(chart);
}

/** An account as the ledger opens it: its sub-ledger and the side on which it may never stand. */
export function toAccountSpec({ code, subKind, bounded, side }: ChartAccount) {
  return {
    code,
    subKind,
    least: bounded && side === 'debit' ? 0n : null,
    most: bounded && side === 'credit' ? 0n : null,
  };
}

/** What a new set of books opens with. */
export function openingAccounts(chart: Chart) {
  return chartAccounts(chart).map(toAccountSpec);
}
