import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinMeasure, parseChineseNumber, splitMeasure } from './text-rules.ts';

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function chinese(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = numerals[number % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : numerals[tens]}十${ones}`;
}

const sample = `某某市示范办法
第一章 总则
第一条　为了做示范，定这个办法。
第二条 依照本办法第九条的精神办理。
第 二 章　附则
第三条今天起施行。第四条由办公室解答。
`;

function split(text: string) {
  const result = splitMeasure(text);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

function refusalOf(text: string) {
  const result = splitMeasure(text);
  return result.ok ? undefined : result.refusal;
}

describe('splitMeasure', () => {
  it('finds chapters and articles through spaces, and leaves references alone', () => {
    const { preface, articles } = split(sample);
    expect(preface).toBe('某某市示范办法\n');
    expect(articles.map(({ number, chapter }) => [number, chapter])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 2],
    ]);
    expect(articles.map((article) => article.chapterHeading.trim())).toEqual(['第一章 总则', '', '第 二 章　附则', '']);
    expect(articles[1]?.text).toContain('第九条');
    expect(articles[3]?.text).toBe('第四条由办公室解答。\n');
  });

  it('reads a text that lost its line breaks', () => {
    const flat = sample.replaceAll('\n', '');
    expect(split(flat).articles.map((article) => article.number)).toEqual([1, 2, 3, 4]);
  });

  it('gives the text back to the letter, whatever the spaces, breaks and bodies', () => {
    const gap = fc.constantFrom('', ' ', '\u3000', '\n', '\r\n', ' \n');
    const body = fc.constantFrom('为了发展。', '按第一条办理，', '分两项：\n（一）甲；\n（二）乙。', '见上文', '好！');
    const articlesOf = fc.array(fc.tuple(gap, body, fc.boolean()), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom('', '通知\n', '甲：\n乙\n'), articlesOf, (preface, parts) => {
        let chapter = 0;
        const lines = parts.map(([space, text, opens], index) => {
          const isFirst = index === 0;
          if (opens || isFirst) chapter += 1;
          const heading = opens || isFirst ? `第${space.trim()}${chinese(chapter)}章 名称\n` : '';
          return `${heading}第${chinese(index + 1)}条${space}${text}\n`;
        });
        const text = preface + lines.join('');
        const result = split(text);
        expect(joinMeasure(result)).toBe(text);
        expect(result.articles).toHaveLength(parts.length);
        expect(result.articles.at(-1)?.chapter).toBe(chapter);
      }),
    );
  });

  it('never loses a letter of any text it accepts', () => {
    const pieces = fc.constantFrom('第一条', '第二条', '第三条', '第一章', '第二章', '。', '\n', ' ', '文字', '第');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const result = splitMeasure(text);
        if (result.ok) expect(joinMeasure(result.value)).toBe(text);
      }),
    );
  });

  it('refuses gaps, repetitions, empty chapters and texts without articles, naming the number', () => {
    expect(refusalOf('第一条甲。\n第三条乙。')).toMatchObject({
      code: 'article_gap',
      values: { expected: 2, found: 3 },
    });
    expect(refusalOf('第二条乙。')).toMatchObject({ code: 'article_gap', values: { expected: 1, found: 2 } });
    expect(refusalOf('第一条甲。\n第二条乙。\n第一条甲。')).toMatchObject({
      code: 'article_twice',
      values: { found: 1 },
    });
    expect(refusalOf('第一章 甲\n第一条甲。\n第三章 乙\n第二条乙。')).toMatchObject({ code: 'chapter_gap' });
    expect(refusalOf('第一章 甲\n第二章 乙\n第一条乙。')).toMatchObject({
      code: 'chapter_empty',
      values: { number: 1 },
    });
    expect(refusalOf('第一条甲。\n第二章')).toMatchObject({ code: 'chapter_gap' });
    expect(refusalOf('没有条文')).toMatchObject({ code: 'text_without_articles' });
    expect(refusalOf('')).toMatchObject({ code: 'text_without_articles' });
  });
});

describe('parseChineseNumber', () => {
  it('reads what it writes, and full-width digits', () => {
    for (let number = 1; number <= 99; number += 1) expect(parseChineseNumber(chinese(number))).toBe(number);
    expect(['一百零三', '一百二十', '二 十 二', '１２', '7'].map(parseChineseNumber)).toEqual([103, 120, 22, 12, 7]);
    expect(['', '十十', '二三', '第'].map(parseChineseNumber)).toEqual(Array(4).fill(undefined));
  });
});
