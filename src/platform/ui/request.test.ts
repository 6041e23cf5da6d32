import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineRoute } from '../http/contract.ts';
import { addressOf, cookieValue, fileNameOf, toJson } from './request.ts';

const contract = defineRoute({
  method: 'GET',
  path: '/households/:county/:id',
  act: 'households.read',
  summary: 'one household',
  reply: z.object({}),
});

describe('addresses', () => {
  test('places are filled and escaped', () => {
    expect(addressOf(contract, { county: 150622, id: 'a/b' })).toBe('/api/households/150622/a%2Fb');
  });

  test('empty values are left out, lists repeated', () => {
    const query = { q: '', state: undefined, place: null, month: ['2019-01', '2019-02'], late: false };
    expect(addressOf(contract, { county: 1, id: 'x' }, query)).toBe(
      '/api/households/1/x?month=2019-01&month=2019-02&late=false',
    );
  });

  test('a place left empty is a bug, not another address', () => {
    expect(() => addressOf(contract, { county: 1 })).toThrow(RangeError);
  });
});

test('amounts beyond what JSON numbers hold go as text', () => {
  expect(toJson({ a: 5n, b: 9007199254740993n })).toBe('{"a":5,"b":"9007199254740993"}');
});

test('the CSRF token is found among other cookies', () => {
  expect(cookieValue('a=1; silian_csrf=x%3Dy; b=2', 'silian_csrf')).toBe('x=y');
  expect(cookieValue('xsilian_csrf=1', 'silian_csrf')).toBeUndefined();
});

test('a file keeps its Chinese name', () => {
  const encoded = encodeURIComponent('农牧户 2019.xlsx');
  expect(fileNameOf(`attachment; filename="x.xlsx"; filename*=UTF-8''${encoded}`)).toBe('农牧户 2019.xlsx');
  expect(fileNameOf('attachment; filename="list.xlsx"')).toBe('list.xlsx');
  expect(fileNameOf(null)).toBe('download');
});
