import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCodeText, toHalfWidth } from './text.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 300 });

test('full-width letters, digits, punctuation and space become ASCII', () => {
  expect(toHalfWidth('Ａｚ０９，．（）　')).toBe('Az09,.() ');
});

test('superscripts and circled digits do not turn into digits', () => {
  expect(toHalfWidth('1²③')).toBe('1²③');
});

test('every printable ASCII text comes back from its full-width form', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const wide = text.replace(/[!-~]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0));
      expect(toHalfWidth(wide)).toBe(text);
    }),
  );
});

test('codes lose spaces, zero-width marks and case', () => {
  expect(toCodeText(' 9135\u200B0100 ｍ0\t')).toBe('91350100M0');
});
