import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageQuery } from '../http/paging.ts';
import {
  type ListAddress,
  limits,
  nextSort,
  readListAddress,
  toFilterQuery,
  toPageQuery,
  writeListAddress,
} from './address.ts';

const keys = ['state', 'place'];

function read(search: string): ListAddress {
  return readListAddress(new URLSearchParams(search), keys);
}

describe('the address of a list', () => {
  test('keeps search, filters, sort and page, and what belongs to others', () => {
    const before = new URLSearchParams('tab=history&state=poor&page=7');
    const after = writeListAddress(before, { q: 'klgc', sort: 'name', order: 'desc' }, keys);
    expect(after.get('tab')).toBe('history');
    expect(readListAddress(after, keys)).toMatchObject({
      q: 'klgc',
      sort: 'name',
      order: 'desc',
      filters: { state: 'poor' },
    });
  });

  test('begins at the first page again when the rows become others', () => {
    expect(writeListAddress(new URLSearchParams('page=7'), { q: 'a' }, keys).get('page')).toBeNull();
    expect(writeListAddress(new URLSearchParams('page=7&q=a'), { page: 8 }, keys).get('page')).toBe('8');
  });

  test('whatever is typed into it, the server accepts the query made from it', () => {
    const anything = fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String));
    fc.assert(
      fc.property(anything, anything, anything, (page, limit, order) => {
        const query = toPageQuery(readListAddress(new URLSearchParams({ page, limit, order }), keys));
        expect(pageQuery.safeParse(query).success).toBe(true);
      }),
      { seed: 4103 },
    );
  });

  test('reading what was written gives the same state', () => {
    const states = fc.record({
      q: fc.string({ maxLength: 20 }),
      sort: fc.option(fc.constantFrom('name', 'recordedAt'), { nil: undefined }),
      page: fc.integer({ min: 1, max: 500 }),
      limit: fc.constantFrom(...limits),
      filters: fc.dictionary(fc.constantFrom(...keys), fc.string({ minLength: 1, maxLength: 9 })),
    });
    fc.assert(
      fc.property(states, fc.constantFrom('asc' as const, 'desc' as const), (state, order) => {
        const full: ListAddress = {
          ...state,
          filters: { ...state.filters },
          order: state.sort === undefined ? 'asc' : order,
        };
        expect(readListAddress(writeListAddress(new URLSearchParams(), full, keys), keys)).toEqual(full);
      }),
      { seed: 4104 },
    );
  });

  test('an export has the filters but not the page', () => {
    expect(toFilterQuery(read('q=a&state=poor&page=3&sort=name'))).toEqual({
      q: 'a',
      state: 'poor',
      sort: 'name',
      order: 'asc',
    });
  });
});

test('a head pressed three times returns to the order of the list', () => {
  const first = { ...read(''), ...nextSort(read(''), 'name') };
  const second = { ...first, ...nextSort(first, 'name') };
  expect([first.order, second.order]).toEqual(['asc', 'desc']);
  expect(nextSort(second, 'name').sort).toBeUndefined();
});
