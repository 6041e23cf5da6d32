import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_NAME_LENGTH, maskName, normalizeName, sameName } from './names.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 1000 });

function normal(text: string): string {
  const name = normalizeName(text);
  return name.ok ? name.value : name.refusal.code;
}

const typed = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'·•‧．・･ 　\t\u200B\u200D\u202B\u0301é王巴特尔ᠮ\u180B\u202Fab', '𠮷', '\u202E', '\0', '\uD800'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
});

describe('normalizeName', () => {
  test.each(['·', '•', '‧', '．', '・', '･', ' · ', '　•'])('one middle dot for %j', (dot) => {
    expect(normal(`阿拉坦${dot}图雅`)).toBe('阿拉坦·图雅');
  });

  test.each([
    [' 王　明 ', '王明'],
    ['王 小 明', '王小明'],
    ['\u202A王明\u202C', '王明'],
    ['王\u200B明\uFEFF', '王明'],
    ['John \t Smith', 'John Smith'],
    ['Jose\u0301', 'José'],
    ['e\u200B\u0301', 'é'],
    ['撖家圐圙', '撖家圐圙'],
    ['ᠮᠣᠩᠭᠣᠯ\u180E\u180B\u202Fᠤᠨ', 'ᠮᠣᠩᠭᠣᠯ\u180E\u180B\u202Fᠤᠨ'],
    ['𠮷田', '𠮷田'],
  ])('%j is %j', (text, name) => {
    expect(normal(text)).toBe(name);
  });

  test.each(['', ' 　', '\u200B\u2066'])('%j is empty', (text) => {
    expect(normal(text)).toBe('name_empty');
  });

  test.each(['王\0明', '王\u202E明', '王\u202D明', '王\uD800明', '\uDC00', '王\u0007明', '王\u0085明'])(
    '%j holds what no name holds',
    (text) => {
      expect(normal(text)).toBe('name_forbidden_character');
    },
  );

  test('50 characters, not 50 code units', () => {
    expect(normal('𠮷'.repeat(50))).toBe('𠮷'.repeat(50));
    expect(normalizeName('王'.repeat(51))).toEqual({
      ok: false,
      refusal: { code: 'name_too_long', values: { length: 51 } },
    });
  });

  test('a stored name is its own stored form, clean and bounded', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const name = normalizeName(text);
        if (!name.ok) return;
        expect(normal(name.value)).toBe(name.value);
        expect(name.value.normalize('NFC')).toBe(name.value);
        expect(name.value).not.toMatch(/^\s|\s$|[•‧．・･\u200B-\u200F\u202A-\u202E\u2066-\u2069\0]/);
        expect(Array.from(name.value).length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
      }),
    );
  });
});

describe('sameName', () => {
  test.each([
    ['阿拉坦•图雅', ' 阿拉坦·图雅'],
    ['王　明', '王明'],
    ['Ｊohn smith', 'JOHN  SMITH'],
    ['é', 'e\u0301'],
  ])('%j is %j', (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  test('other names are other names, and what is no name is nobody’s', () => {
    expect(sameName('王明', '王朋')).toBe(false);
    expect(sameName('', '')).toBe(false);
    expect(sameName('王\0明', '王\0明')).toBe(false);
  });

  test('is symmetric, and every name is the same as its stored form', () => {
    fc.assert(
      fc.property(typed, typed, (a, b) => {
        expect(sameName(a, b)).toBe(sameName(b, a));
        const name = normalizeName(a);
        if (name.ok) expect(sameName(a, name.value)).toBe(true);
      }),
    );
  });
});

describe('maskName', () => {
  test.each([
    ['巴特尔', '巴**'],
    ['王明', '王*'],
    ['王', '*'],
    ['', ''],
    ['𠮷田', '𠮷*'],
    ['阿拉坦·图雅', '阿*****'],
  ])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
