import { expect, test } from 'vitest';
import { ok, type Refusal, type Result, refusal, refuse, unreachable } from './result.ts';

test('a result is either a value or a refusal', () => {
  const results: Result<number, Refusal<'too_late'>>[] = [ok(3), refuse(refusal('too_late', 'paidOn', { days: 4 }))];
  expect(results).toStrictEqual([
    { ok: true, value: 3 },
    { ok: false, refusal: { code: 'too_late', field: 'paidOn', values: { days: 4 } } },
  ]);
});

test('a refusal has no empty members, so that it is written the same everywhere', () => {
  expect(Object.keys(refusal('too_late'))).toEqual(['code']);
});

test('a case that cannot occur is a bug', () => {
  expect(() => unreachable('x' as never)).toThrow('cannot occur: x');
});
