import { printableCodePoints } from './fonts.ts';

/** Printed in place of a character that no print font has (U+3013, the printer's mark for a missing type). */
export const GETA = '\u3013';

/** Characters of a text that no print font covers, each once, in order of appearance. Marks that print nothing do not count. */
export function missingGlyphs(text: string): string[] {
  const printable = printableCodePoints();
  const missing = new Set<string>();
  for (const character of clean(text)) {
    if (character !== '\n' && !printable.has(character.codePointAt(0) ?? 0)) missing.add(character);
  }
  return [...missing];
}

/** Missing characters anywhere in a value: its strings, lists and fields. */
export function missingGlyphsIn(value: unknown): string[] {
  const missing = new Set<string>();
  mapStrings(value, (text) => {
    for (const character of missingGlyphs(text)) missing.add(character);
    return text;
  });
  return [...missing];
}

/** The same value with {@link GETA} for every character that cannot be printed and without marks that print nothing. */
export function toPrintable<T>(value: T): T {
  const printable = printableCodePoints();
  const mend = (character: string) =>
    character === '\n' || printable.has(character.codePointAt(0) ?? 0) ? character : GETA;
  return mapStrings(value, (text) => Array.from(clean(text), mend).join(''));
}

/** The same value without marks that print nothing, for outputs that bring no fonts along. */
export function toPlain<T>(value: T): T {
  return mapStrings(value, clean);
}

/** `U+4DAE`, for people and search. */
export function nameCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Control marks, joiners, variation selectors and byte-order marks go; a tab is a space; half characters become U+FFFD. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/gu, '');
}

function mapStrings<T>(value: T, change: (text: string) => string): T {
  return mapUnknown(value, change) as T;
}

function mapUnknown(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapUnknown(item, change));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapUnknown(item, change)]));
}
