import type { IncomeKind } from '../rules.ts';

/** What is shown of a year: all of it, or one kind, one month, or one kind of one month. */
export interface Shown {
  readonly year: number;
  readonly kind?: IncomeKind;
  readonly month?: string;
}

/** The same page with these entries (`?year=&kind=&month=`). */
export function addressOf({ year, kind, month }: Shown): string {
  const search = new URLSearchParams({ year: String(year), ...(kind ? { kind } : {}), ...(month ? { month } : {}) });
  return `?${search}`;
}
