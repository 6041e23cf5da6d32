import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Id, isUuid, parseId, timeOfUuid, uuidv7 } from './ids.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 500 });

const millis = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  fc.integer({ min: 1_790_000_000_000, max: 1_790_000_001_000 }),
);
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('the example of RFC 9562', () => {
  const id = uuidv7(0x017f22e279b0, Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f));
  expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  expect(new Date(timeOfUuid(id) ?? 0).toISOString()).toBe('2022-02-22T19:22:22.000Z');
});

test('is a UUID of version 7 that tells its time', () => {
  fc.assert(
    fc.property(millis, random, (at, bytes) => {
      const id = uuidv7<'household'>(at, bytes);
      expect(id).toMatch(/^.{14}7.{4}[89ab].{16}$/);
      expect(isUuid(id)).toBe(true);
      expect(timeOfUuid(id)).toBe(at);
    }),
  );
});

test('later ids sort after earlier ones, as texts', () => {
  fc.assert(
    fc.property(millis, random, millis, random, (a, bytesA, b, bytesB) => {
      fc.pre(a !== b);
      expect(uuidv7(a, bytesA) < uuidv7(b, bytesB)).toBe(a < b);
    }),
  );
});

test('74 of the 80 random bits are kept: different bits, different ids', () => {
  const bits = new Set<string>();
  for (let bit = 0; bit < 80; bit += 1) {
    const bytes = new Uint8Array(10);
    bytes[Math.floor(bit / 8)] = 1 << (bit % 8);
    bits.add(uuidv7(0, bytes));
  }
  expect(bits.size).toBe(74 + 1);
});

test('the caller’s random bytes stay as they were', () => {
  const bytes = new Uint8Array(10).fill(255);
  uuidv7(0, bytes);
  expect(bytes).toEqual(new Uint8Array(10).fill(255));
});

test('wrong material is a bug', () => {
  expect(() => uuidv7(-1, new Uint8Array(10))).toThrow(RangeError);
  expect(() => uuidv7(2 ** 48, new Uint8Array(10))).toThrow(RangeError);
  expect(() => uuidv7(1.5, new Uint8Array(10))).toThrow(RangeError);
  expect(() => uuidv7(0, new Uint8Array(9))).toThrow(RangeError);
});

test('one stored form: lower case with hyphens', () => {
  const id: Id<'household'> = uuidv7(0x019abc, new Uint8Array(10));
  expect(parseId(` ${id.toUpperCase()} `)).toEqual({ ok: true, value: id });
  expect(isUuid(id.toUpperCase())).toBe(false);
  for (const text of ['', id.replaceAll('-', ''), `${id}0`, `${id}\n0`, `{${id}}`, id.replace('0', 'g')]) {
    expect(parseId(text)).toEqual({ ok: false, refusal: { code: 'uuid_format' } });
  }
});

test('a random UUID is an id without a time', () => {
  const id = '2f1e0c3a-9f5b-4b7e-8a53-0d6e3c1f2b4a';
  expect([isUuid(id), timeOfUuid(id), timeOfUuid('')]).toEqual([true, undefined, undefined]);
});
