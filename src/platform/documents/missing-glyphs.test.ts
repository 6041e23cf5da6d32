import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { codePointsOf, printableCodePoints, readPrintFonts } from './fonts.ts';
import { GETA, missingGlyphs, missingGlyphsIn, nameCodePoint, toPlain, toPrintable } from './missing-glyphs.ts';

async function readData(path: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));
}

/** GB 2312 by its rows: marks (1), full-width letters (3) and the Han characters (16–87). */
function gb2312(): string {
  const codes: number[] = [];
  for (const row of [0xa1, 0xa3, ...Array.from({ length: 72 }, (_, index) => 0xb0 + index)]) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) codes.push(row, cell);
  }
  return new TextDecoder('gbk').decode(new Uint8Array(codes));
}

describe('print fonts', () => {
  it('cover every name of a division and of a made-up person', async () => {
    expect(missingGlyphsIn(await readData('divisions/1506.json'))).toEqual([]);
    expect(missingGlyphsIn(await readData('names.json'))).toEqual([]);
  });

  it('cover the Han characters and marks of GB 2312, and rare ones', () => {
    expect(gb2312()).toHaveLength(6763 + 2 * 94);
    expect(missingGlyphs(gb2312())).toEqual([]);
    expect(missingGlyphs('撖墕圐圙㼆䶮𬱖〇·●▲■–○①〔〕—…¥％㎡')).toEqual([]);
  });

  it('have the titles and heads of every division in one face', async () => {
    const [, title, hei] = readPrintFonts().map((font) => new Set(codePointsOf(font)));
    const names = JSON.stringify(await readData('divisions/1506.json')).replace(/[^\p{Script=Han}]/gu, '');
    for (const face of [title, hei]) {
      expect([...names].filter((character) => !face?.has(character.codePointAt(0) ?? 0))).toEqual([]);
    }
  });

  it('have the mark printed for a missing character', () => {
    expect(printableCodePoints()).toContain(GETA.codePointAt(0));
  });
});

describe('missing characters', () => {
  it('are named once each, in order', () => {
    expect(missingGlyphs('巴特尔😀ᠮ😀')).toEqual(['😀', 'ᠮ']);
    expect(missingGlyphsIn({ title: '表', rows: [['ᠮ'], ['甲', '😀']], at: new Date(0) })).toEqual(['ᠮ', '😀']);
    expect(nameCodePoint('😀')).toBe('U+1F600');
    expect(nameCodePoint('䶮')).toBe('U+4DAE');
  });

  it('become a visible mark, never nothing', () => {
    expect(toPrintable({ name: '苏和😀', at: 3 })).toEqual({ name: `苏和${GETA}`, at: 3 });
    expect(toPrintable('半个\ud83d')).toBe(`半个${missingGlyphs('\ufffd').length > 0 ? GETA : '\ufffd'}`);
  });

  it('are not the marks that print nothing', () => {
    const text = '甲\u200b乙\ufeff丙\u0000丁\ufe0f戊\t己\r\n庚';
    expect(missingGlyphs(text)).toEqual([]);
    expect(toPlain(text)).toBe('甲乙丙丁戊 己\n庚');
  });
});

it('refuses a file that is no font', () => {
  expect(() => codePointsOf(Buffer.alloc(64))).toThrow(RangeError);
});
