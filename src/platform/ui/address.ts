/** A list's state in the address of the page, so that a filtered list can be sent to a colleague. Pure. */
export interface ListAddress {
  readonly q: string;
  readonly sort: string | undefined;
  readonly order: 'asc' | 'desc';
  /** counted from 1 */
  readonly page: number;
  readonly limit: number;
  /** only filters that are set */
  readonly filters: Readonly<Record<string, string>>;
}

export const DEFAULT_LIMIT = 50;
export const limits: readonly number[] = [20, 50, 100, 200];
const MAX_OFFSET = 100_000;

/** Reads the address; whatever is not understood counts as not given. */
export function readListAddress(search: URLSearchParams, filterKeys: readonly string[]): ListAddress {
  const limit = Number(search.get('limit'));
  const known = limits.includes(limit) ? limit : DEFAULT_LIMIT;
  const page = Number(search.get('page'));
  const last = Math.floor(MAX_OFFSET / known) + 1;
  const filters: Record<string, string> = {};
  for (const key of filterKeys) {
    const value = search.get(key);
    if (value !== null && value !== '') filters[key] = value;
  }
  return {
    q: search.get('q') ?? '',
    sort: search.get('sort') ?? undefined,
    order: search.get('order') === 'desc' ? 'desc' : 'asc',
    page: Number.isInteger(page) && page > 0 ? Math.min(page, last) : 1,
    limit: known,
    filters,
  };
}

/**
 * Writes the state; defaults are left out, parameters of others stay. Any change but turning the page returns to page 1.
 */
export function writeListAddress(
  search: URLSearchParams,
  change: Partial<ListAddress>,
  filterKeys: readonly string[],
): URLSearchParams {
  const next = { ...readListAddress(search, filterKeys), page: 1, ...change };
  const written = new URLSearchParams(search);
  for (const key of [...listKeys, ...filterKeys]) written.delete(key);
  if (next.q !== '') written.set('q', next.q);
  for (const [key, value] of Object.entries(next.filters)) if (value !== '') written.set(key, value);
  if (next.sort !== undefined) {
    written.set('sort', next.sort);
    if (next.order === 'desc') written.set('order', 'desc');
  }
  if (next.limit !== DEFAULT_LIMIT) written.set('limit', String(next.limit));
  if (next.page > 1) written.set('page', String(next.page));
  return written;
}

/** The same state as the query of a list route (`platform/http/paging.ts`). */
export function toPageQuery(address: ListAddress): Readonly<Record<string, string | number>> {
  return { ...toFilterQuery(address), limit: address.limit, offset: (address.page - 1) * address.limit };
}

/** Without the page: what an export of the whole list sends. */
export function toFilterQuery({ q, sort, order, filters }: ListAddress): Readonly<Record<string, string>> {
  return { ...filters, ...(q === '' ? {} : { q }), ...(sort === undefined ? {} : { sort, order }) };
}

/** Ascending, then descending, then the list's own order. */
export function nextSort(address: ListAddress, key: string): Pick<ListAddress, 'sort' | 'order'> {
  if (address.sort !== key) return { sort: key, order: 'asc' };
  return address.order === 'asc' ? { sort: key, order: 'desc' } : { sort: undefined, order: 'asc' };
}

const listKeys = ['q', 'sort', 'order', 'limit', 'page'];
