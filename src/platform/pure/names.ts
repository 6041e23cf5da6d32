import { ok, type Refusal, type Result, refusal, refuse } from './result.ts';
import { toHalfWidth } from './text.ts';

/** In characters (code points) after normalisation. */
export const MAX_NAME_LENGTH = 50;

export type NameRefusal = Refusal<'name_empty' | 'name_too_long' | 'name_forbidden_character'>;

/** • ‧ ． ・ ･ and the dot itself: as input methods, old registers and PDFs write the dot of a Mongolian name. */
const MIDDLE_DOTS = /\s*[\u00B7\u2022\u2027\uFF0E\u30FB\uFF65]\s*/g;
/** Zero-width marks and bidi marks, embeddings and isolates: invisible, pasted along, and they make equal names differ. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202C\u2060-\u2064\u2066-\u2069\uFEFF]/g;
/** Controls other than white space, bidi overrides (they make a name read as another), lone surrogates. */
const FORBIDDEN = /[^\P{Cc}\t\n\v\f\r]|[\u202D\u202E]|\p{Cs}/u;
/** As most names are written: nothing to put right, and in the form of NFC already. */
const PLAIN_HAN = /^[\u4E00-\u9FFF]{1,10}$/;
/** Rosters pad two-character names: 王　明. */
const SPACE_IN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/**
 * The stored form of a person's or place's name: NFC, one middle dot (U+00B7), no padding, no invisible marks; single
 * spaces stay between words of other scripts. Mongolian variation selectors (U+180B…180F) and the narrow space are
 * spelling and stay.
 */
export function normalizeName(text: string): Result<string, NameRefusal> {
  if (PLAIN_HAN.test(text)) return ok(text);
  if (FORBIDDEN.test(text)) return refuse(refusal('name_forbidden_character'));
  const name = text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(MIDDLE_DOTS, '\u00B7')
    .replace(SPACE_IN_HAN, '')
    .replace(/[^\S\u202F]+/g, ' ')
    .trim();
  if (name === '') return refuse(refusal('name_empty'));
  const length = Array.from(name).length;
  return length > MAX_NAME_LENGTH ? refuse(refusal('name_too_long', undefined, { length })) : ok(name);
}

/**
 * Whether two texts are the same name: equal after normalisation, width, letter case and spaces aside. A proposal for
 * matching rosters, never an identity. False when either is no name.
 */
export function sameName(a: string, b: string): boolean {
  const left = toComparable(a);
  return left !== undefined && left === toComparable(b);
}

/** First character, stars for the others: 巴特尔 → 巴**, 王明 → 王*. A name of one character is starred whole. */
export function maskName(name: string): string {
  const [first = '', ...others] = Array.from(name);
  return others.length === 0 ? '*'.repeat(first === '' ? 0 : 1) : first + '*'.repeat(others.length);
}

function toComparable(text: string): string | undefined {
  const name = normalizeName(text);
  return name.ok ? toHalfWidth(name.value).replace(/\s/g, '').toLowerCase() : undefined;
}
