import type { EntrySum } from '../entry-rules.ts';

interface EntryQuery {
  readonly sum: EntrySum;
  readonly document?: string;
  readonly fund?: string;
  readonly level?: string;
  readonly pool?: string;
  readonly place?: number | undefined;
  readonly until?: string | undefined;
}

/** Address of the lines that a sum is the sum of. */
export function entriesAddress(query: EntryQuery): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return `/fund-entries?${new URLSearchParams(given).toString()}`;
}

interface AccountQuery {
  readonly fund: string;
  readonly level: string;
  readonly place: number | undefined;
}

/** Address of the accounts of one level that ever held money of a fund. */
export function accountsAddress({ place, ...query }: AccountQuery): string {
  const given = { ...query, ...(place === undefined ? {} : { place: String(place) }) };
  return `/fund-accounts?${new URLSearchParams(given).toString()}`;
}
