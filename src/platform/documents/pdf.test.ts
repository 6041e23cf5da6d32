import { describe, expect, it } from 'vitest';
import { toLayoutData } from './layout-data.ts';
import type { Card, CardsDocument, Footer, ListDocument, RedHeaderDocument } from './model.ts';
import { closePress, renderPdf } from './pdf.ts';

const footer: Footer = {
  printedBy: '乌云其木格',
  printedAt: new Date('2019-10-08T02:05:00Z'),
  verification: { code: '7K3M-9QXA', url: 'https://silian.example/v/7K3M9QXA' },
};

function listOf(rowCount: number, change: Partial<ListDocument> = {}): ListDocument {
  return {
    kind: 'list',
    title: '嘎查村一览表',
    locale: 'zh',
    footer,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: '序号', align: 'center' },
          { title: '嘎查村', align: 'left' },
          { title: '统计代码', align: 'center' },
          { title: '分红（元）', align: 'right' },
        ],
        rows: Array.from({ length: rowCount }, (_, index) => [
          `${index + 1}`,
          index % 2 ? '大圐圙梁村' : '亭子墕村',
          `${150622104200 + index}`,
          `${index},000.00`,
        ]),
        totals: ['合计', '', '', '1.00'],
      },
    ],
    ...change,
  };
}

const notice: RedHeaderDocument = {
  kind: 'red-header',
  title: '关于九月份产业发展情况的通报',
  issuer: '鄂尔多斯市农牧局文件',
  number: '鄂农牧发〔2019〕27号',
  addressee: '各旗区人民政府',
  locale: 'zh',
  footer,
  signature: { by: '鄂尔多斯市农牧局', on: '2019-10-08' },
  copiesTo: '市政府办公室',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体进展' },
    { kind: 'paragraph', text: '截至9月底，全市组建合作组织的嘎查村612个。' },
    { kind: 'keyValues', pairs: [['截至', '9月30日']] },
  ],
};

function cardOf(index: number): Card {
  return {
    title: '孛儿只斤·苏和',
    mark: `户编号 ${index}`,
    pairs: [
      ['家庭人口', '4 人'],
      ['户类别', '建档立卡贫困户'],
    ],
    table: { columns: [{ title: '姓名', align: 'left' }], rows: [['乌云'], ['刘䶮']] },
    qr: `https://silian.example/households/150622/${index}`,
  };
}

function cardsOf(count: number, perPage: 1 | 2): CardsDocument {
  const cards = Array.from({ length: count }, (_, index) => cardOf(index));
  return { kind: 'cards', title: '农牧户明白卡', locale: 'zh', footer, perPage, cards };
}

/** Page boxes in points, one a page; page objects stand uncompressed in the file. */
function pagesOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/\/Type \/Page\b.*?\/MediaBox \[([^\]]*)\]/gs)].map((match) => match[1] ?? '');
}

const PORTRAIT = /^0 0 595\.27\d* 841\.8\d*$/;
const LANDSCAPE = /^0 0 841\.8\d* 595\.27\d*$/;

describe('a list', () => {
  it('is A4 with embedded fonts of our own only', async () => {
    const pdf = await renderPdf(listOf(3));
    expect(pagesOf(pdf)).toEqual([expect.stringMatching(PORTRAIT)]);
    const fonts = new Set(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/(?<=\/BaseFont \/[A-Z]{6}\+)\w+/g),
    );
    expect([...fonts].filter((font) => !font.startsWith('Silian'))).toEqual([]);
    expect(fonts.size).toBeGreaterThanOrEqual(2);
  });

  it('runs over pages, and lies down when asked', async () => {
    const pages = pagesOf(await renderPdf(listOf(600, { orientation: 'landscape' })));
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) expect(page).toMatch(LANDSCAPE);
  });

  it('is the same file for the same document', async () => {
    expect(await renderPdf(listOf(5))).toEqual(await renderPdf(listOf(5)));
  });

  it('prints an empty table, and every kind of block, in English too', async () => {
    const blocks: ListDocument['blocks'] = [...listOf(0).blocks, ...notice.blocks];
    expect(pagesOf(await renderPdf(listOf(0, { locale: 'en', subtitle: 'September\n2019', blocks })))).toHaveLength(1);
  });

  it('refuses a row that has not one cell a column', async () => {
    const blocks: ListDocument['blocks'] = [{ kind: 'table', columns: [{ title: '甲', align: 'left' }], rows: [[]] }];
    await expect(renderPdf(listOf(1, { blocks }))).rejects.toThrow(RangeError);
  });
});

describe('texts are data', () => {
  const attacks = [
    '#panic("x")',
    '#pagebreak()',
    '#set page(width: 10pt)',
    '#read("/etc/passwd")',
    '#include "pdf.ts"',
    '= 标题 *粗* _斜_ `raw` $x^2$ @ref <label> // 注释 /* */ \\u{41} ~ ---',
    ']#panic()[',
    '"+sys.inputs.data+"',
    '{page} {pages} {name}',
  ];

  it.each(attacks)('%s', async (attack) => {
    const table = { columns: [{ title: attack, align: 'left' as const }], rows: [[attack]], totals: [attack] };
    const attacked: Footer = { ...footer, printedBy: attack, verification: { code: attack, url: attack } };
    const blocks: ListDocument['blocks'] = [
      { kind: 'paragraph', text: attack },
      { kind: 'heading', level: 2, text: attack },
      { kind: 'keyValues', pairs: [[attack, attack]] },
      { kind: 'table', ...table },
    ];
    const texts = { title: attack, subtitle: attack, footer: attacked, locale: 'zh' as const };
    const signature = { by: attack, on: '2019-10-08' };
    const card: Card = { title: attack, mark: attack, pairs: [[attack, attack]], table, note: attack, qr: attack };
    const list = await renderPdf({ kind: 'list', ...texts, blocks });
    const red = { number: attack, addressee: attack, copiesTo: attack, signature };
    const official = await renderPdf({ kind: 'red-header', issuer: attack, ...red, ...texts, blocks });
    const cards = await renderPdf({ kind: 'cards', ...texts, cards: [card] });
    expect(pagesOf(list)).toEqual([expect.stringMatching(PORTRAIT)]);
    for (const page of pagesOf(official)) expect(page).toMatch(PORTRAIT);
    expect(pagesOf(cards)).toEqual([expect.stringMatching(PORTRAIT)]);
  });
});

it('prints an official document on one page, with its texts worded', async () => {
  expect(pagesOf(await renderPdf(notice))).toHaveLength(1);
  expect(await toLayoutData(notice)).toMatchObject({
    addressee: '各旗区人民政府：',
    signature: { by: '鄂尔多斯市农牧局', on: '2019年10月8日' },
    copiesTo: '抄送：市政府办公室。',
    issued: { by: '鄂尔多斯市农牧局', on: '2019年10月8日印发' },
    words: { printed: '打印人 乌云其木格 · 打印时间 2019-10-08 10:05 · 核验码 7K3M-9QXA', glyphsMissing: '' },
  });
});

it('prints the cards of a village of 200 households, two a page, in under ten seconds', async () => {
  const start = performance.now();
  expect(pagesOf(await renderPdf(cardsOf(200, 2)))).toHaveLength(100);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(pagesOf(await renderPdf(cardsOf(3, 1)))).toHaveLength(3);
});

it('says on the paper which characters could not be printed', async () => {
  const data = await toLayoutData(listOf(1, { title: '苏和😀ᠮ' }));
  expect(data).toMatchObject({
    title: '苏和〓〓',
    words: { glyphsMissing: expect.stringContaining('U+1F600, U+182E') },
  });
  expect(pagesOf(await renderPdf(listOf(1, { title: '苏和😀ᠮ' })))).toHaveLength(1);
});

it('goes on after a document that cannot be typeset', async () => {
  const tooMuch = cardsOf(1, 2);
  const cards = tooMuch.cards.map((card) => ({ ...card, qr: '长'.repeat(3000) }));
  await expect(renderPdf({ ...tooMuch, cards })).rejects.toThrow();
  const together = await Promise.all([renderPdf(listOf(1)), renderPdf(notice), renderPdf(cardsOf(1, 1))]);
  expect(together.map((pdf) => pagesOf(pdf).length)).toEqual([1, 1, 1]);
});

it('fails what was under way when the press ends, and starts another', async () => {
  const plain: Footer = { ...footer, verification: undefined };
  await renderPdf(listOf(1, { footer: plain }));
  const lost = expect(renderPdf(listOf(600, { footer: plain }))).rejects.toThrow('closed');
  await new Promise(setImmediate);
  closePress();
  await lost;
  expect(pagesOf(await renderPdf(listOf(1)))).toHaveLength(1);
});
