import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 500 });

test.each([
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  [{ fen: 123n, big: -(10n ** 30n) }, '{"big":"-1000000000000000000000000000000","fen":"123"}'],
  [{ gone: undefined, kept: null }, '{"kept":null}'],
  [{ at: new Date('2018-06-27T00:00:00Z') }, '{"at":"2018-06-27T00:00:00.000Z"}'],
  [{ 中: 1, a: 2, B: 3, '10': 4, '9': 5 }, '{"10":4,"9":5,"B":3,"a":2,"中":1}'],
  [[-0, 1e21, 0.1], '[0,1e+21,0.1]'],
  ['\uD800"\n', '"\\ud800\\"\\n"'],
  [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
])('%o', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

/** The order of RFC 8785 section 3.2.3: by UTF-16 code units, so an emoji comes before U+FB33. */
test('keys are in code-unit order', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
  const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
  expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
});

describe('laws', () => {
  test('it is JSON for the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('the order in which members were set does not matter', () => {
    const members = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), { selector: ([key]) => key });
    fc.assert(
      fc.property(members, (list) => {
        const forward = Object.fromEntries(list);
        const backward = Object.fromEntries(list.toReversed());
        expect(canonicalJson(forward)).toBe(canonicalJson(backward));
      }),
    );
  });

  test('different values have different texts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = JSON.stringify(JSON.parse(canonicalJson(a))) === JSON.stringify(JSON.parse(canonicalJson(b)));
        expect(canonicalJson(a) === canonicalJson(b)).toBe(same);
      }),
    );
  });
});

describe('what has no canonical form', () => {
  const loop: Record<string, unknown> = {};
  loop.self = [loop];
  test.each([
    ['undefined', undefined],
    ['undefined in a list', [undefined]],
    ['a hole', new Array(1)],
    ['NaN', { a: Number.NaN }],
    ['infinity', Number.NEGATIVE_INFINITY],
    ['a function', { a: () => 1 }],
    ['a symbol', Symbol('a')],
    ['a map', new Map()],
    ['bytes', new Uint8Array(1)],
    ['a cycle', loop],
  ])('%s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test('an invalid date', () => {
    expect(() => canonicalJson(new Date(Number.NaN))).toThrow(RangeError);
  });

  test('the same object twice, side by side, is no cycle', () => {
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });
});
