import type { Brand } from './brand.ts';
import { ok, type Refusal, type Result, refusal, refuse } from './result.ts';
import { toCodeText } from './text.ts';

/** A 12-digit statistical division code: province 2, city 2, banner 2, township 3, village 3 digits; zeros mean "whole". */
export type Place = Brand<number, 'Place'>;

export type PlaceLevel = 'province' | 'city' | 'banner' | 'township' | 'village';

/** All places from `lo` to `hi`, both included. */
export interface PlaceRange {
  readonly lo: number;
  readonly hi: number;
}

type LevelAndSpan = readonly [level: PlaceLevel, span: number];

/** From the smallest to the largest: how many codes a place of the level covers. */
const SPANS: readonly LevelAndSpan[] = [
  ['village', 1],
  ['township', 1_000],
  ['banner', 1_000_000],
  ['city', 100_000_000],
  ['province', 10_000_000_000],
];
const BANNER_SPAN = 1_000_000;
const CODE_DIGITS = 12;

/** Reads a code of 2, 4, 6, 9 or 12 digits, the shorter ones as published for higher places (150622 is a whole banner). */
export function parsePlace(text: string): Result<Place, Refusal<'place_format'>> {
  const digits = toCodeText(text);
  if (!/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(digits)) return refuse(refusal('place_format'));
  const code = Number(digits.padEnd(CODE_DIGITS, '0'));
  return isPlace(code) ? ok(code) : refuse(refusal('place_format'));
}

/**
 * Whether the number has the form of a code: 12 digits, and no zero segment above a non-zero one. One exception is real:
 * cities without banners or districts (Dongguan, Zhongshan, Danzhou, Jiayuguan) have townships like 441900003000.
 */
export function isPlace(code: number): code is Place {
  if (!Number.isSafeInteger(code) || code < 110_000_000_000 || code > 999_999_999_999) return false;
  const city = Math.floor(code / 100_000_000) % 100;
  const township = Math.floor(code / 1_000) % 1_000;
  if (city === 0) return code % 10_000_000_000 === 0;
  return township !== 0 || code % 1_000 === 0;
}

/** For values that must be right already (literals, database columns): throws a RangeError otherwise. */
export function placeOf(code: number): Place {
  if (!isPlace(code)) throw new RangeError(`not a place: ${code}`);
  return code;
}

export function placeLevel(place: Place): PlaceLevel {
  return levelAndSpan(place)[0];
}

/** The place with everything in it; a village is its own range. */
export function placeRange(place: Place): PlaceRange {
  return { lo: place, hi: place + levelAndSpan(place)[1] - 1 };
}

/** The next higher place; `undefined` for a province. */
export function parentPlace(place: Place): Place | undefined {
  for (const [, wider] of SPANS) {
    const parent = (place - (place % wider)) as Place;
    if (parent !== place) return parent;
  }
  return undefined;
}

/** The higher places from the nearest to the province. */
export function ancestors(place: Place): readonly Place[] {
  const parent = parentPlace(place);
  return parent === undefined ? [] : [parent, ...ancestors(parent)];
}

/** The first six digits, the column `county` of every record: 150622 for all of Jungar Banner. */
export function countyOf(place: Place): number {
  return Math.floor(place / BANNER_SPAN);
}

export function contains(range: PlaceRange, place: Place): boolean {
  return range.lo <= place && place <= range.hi;
}

/** The full 12 digits. */
export function formatPlace(place: Place): string {
  return String(place);
}

function levelAndSpan(place: Place): LevelAndSpan {
  return SPANS.findLast(([, span]) => place % span === 0) ?? ['village', 1];
}
