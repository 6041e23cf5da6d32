import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ancestors,
  contains,
  countyOf,
  formatPlace,
  isPlace,
  type Place,
  parentPlace,
  parsePlace,
  placeLevel,
  placeOf,
  placeRange,
} from './place.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 1000 });

function segment(max: number) {
  return fc.oneof(fc.constant(0), fc.integer({ min: 1, max }));
}

const anyPlace = fc
  .tuple(fc.integer({ min: 11, max: 99 }), segment(99), segment(99), segment(999), segment(999))
  .map(([province, city, banner, township, village]) => {
    const bannerCode = city === 0 ? 0 : banner;
    const townshipCode = city === 0 ? 0 : township;
    const villageCode = townshipCode === 0 ? 0 : village;
    return placeOf((((province * 100 + city) * 100 + bannerCode) * 1000 + townshipCode) * 1000 + villageCode);
  });

describe('levels and ranges', () => {
  test.each([
    [150000000000, 'province', 150000000000, 159999999999, undefined],
    [150600000000, 'city', 150600000000, 150699999999, 150000000000],
    [150622000000, 'banner', 150622000000, 150622999999, 150600000000],
    [150622100000, 'township', 150622100000, 150622100999, 150622000000],
    [150622100201, 'village', 150622100201, 150622100201, 150622100000],
    [110100000000, 'city', 110100000000, 110199999999, 110000000000],
    [429004000000, 'banner', 429004000000, 429004999999, 429000000000],
    [441900003000, 'township', 441900003000, 441900003999, 441900000000],
  ])('%i is a %s', (code, level, lo, hi, parent) => {
    const place = placeOf(code);
    expect(placeLevel(place)).toBe(level);
    expect(placeRange(place)).toEqual({ lo, hi });
    expect(parentPlace(place)).toBe(parent);
  });

  test('the way up', () => {
    expect(ancestors(placeOf(150622100201))).toEqual([150622100000, 150622000000, 150600000000, 150000000000]);
    expect(ancestors(placeOf(441900003001))).toEqual([441900003000, 441900000000, 440000000000]);
    expect(ancestors(placeOf(150000000000))).toEqual([]);
  });

  test('the county column', () => {
    expect([150622100201, 150622000000, 150600000000].map((code) => countyOf(placeOf(code)))).toEqual([
      150622, 150622, 150600,
    ]);
  });
});

describe('laws', () => {
  test('a place lies in itself, and its range in its parent’s', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const range = placeRange(place);
        expect(contains(range, place)).toBe(true);
        const parent = parentPlace(place);
        if (parent === undefined) expect(placeLevel(place)).toBe('province');
        else {
          const wider = placeRange(parent);
          expect(isPlace(parent) && wider.lo < range.lo && range.hi <= wider.hi).toBe(true);
        }
      }),
    );
  });

  test('two places are one within the other exactly when one is the other’s ancestor; else they are disjoint', () => {
    const near = fc.tuple(anyPlace, anyPlace).map(([a, b]): [Place, Place] => {
      const mixed = Math.floor(a / 1_000_000) * 1_000_000 + (b % 1_000_000);
      return [a, isPlace(mixed) ? mixed : b];
    });
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(anyPlace, anyPlace)), ([a, b]) => {
        const [outer, inner] = [placeRange(a), placeRange(b)];
        expect(contains(outer, b)).toBe(a === b || ancestors(b).includes(a));
        if (!contains(outer, b) && !contains(inner, a)) expect(outer.hi < inner.lo || inner.hi < outer.lo).toBe(true);
      }),
    );
  });

  test('siblings are disjoint', () => {
    fc.assert(
      fc.property(anyPlace, fc.integer({ min: -9, max: 9 }), (place, steps) => {
        const range = placeRange(place);
        const sibling = place + steps * (range.hi - range.lo + 1);
        fc.pre(steps !== 0 && isPlace(sibling) && placeLevel(sibling) === placeLevel(place));
        expect(contains(range, sibling) || contains(placeRange(sibling as Place), place)).toBe(false);
      }),
    );
  });

  test('what is shown can be read back', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        expect(parsePlace(formatPlace(place))).toEqual({ ok: true, value: place });
      }),
    );
  });
});

describe('reading', () => {
  test.each([
    ['15', 150000000000],
    ['1506', 150600000000],
    [' 150622 ', 150622000000],
    ['１５０６２２１００', 150622100000],
    ['150622 100 201', 150622100201],
  ])('%s', (text, code) => {
    expect(parsePlace(text)).toEqual({ ok: true, value: code });
  });

  test.each([
    '',
    '1',
    '150',
    '15062',
    '0506',
    '01',
    '150022000000',
    '150622000201',
    '150000100000',
    '15062210020x',
    '-15',
  ])('%j is no place', (text) => {
    expect(parsePlace(text)).toEqual({ ok: false, refusal: { code: 'place_format' } });
  });

  test('a number of another size is no place', () => {
    expect([0, 150622, 1506221002011, 150622100201.5, Number.NaN].some(isPlace)).toBe(false);
    expect(() => placeOf(150622)).toThrow(RangeError);
  });
});
