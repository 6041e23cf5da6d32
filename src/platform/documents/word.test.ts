import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Footer, ListDocument, RedHeaderDocument } from './model.ts';
import { renderWord } from './word.ts';

const footer: Footer = {
  printedBy: '乌云其木格',
  printedAt: new Date('2019-10-08T02:05:00Z'),
  verification: { code: '7K3M-9QXA' },
};

const list: ListDocument = {
  kind: 'list',
  title: '嘎查村一览表',
  subtitle: '2019年9月',
  locale: 'zh',
  orientation: 'landscape',
  footer,
  blocks: [
    {
      kind: 'table',
      columns: [
        { title: '嘎查村', align: 'left' },
        { title: '户数', align: 'right' },
      ],
      rows: [['大圐圙梁村', '20']],
      totals: ['合计', '20'],
    },
  ],
};

const official: RedHeaderDocument = {
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
    { kind: 'paragraph', text: '<w:p>&amp; 第一段\n第二段\u0000' },
    { kind: 'keyValues', pairs: [['截至', '9月30日']] },
    { kind: 'table', columns: [{ title: '旗区', align: 'left' }], rows: [] },
  ],
};

/** Text of one part of a .docx, found through the central directory of the archive. */
function readPart(bytes: Uint8Array, path: string): string {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    if (file.toString('utf8', at + 46, at + 46 + (name ?? 0)) === path) {
      const local = file.readUInt32LE(at + 42);
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const content = file.subarray(start, start + file.readUInt32LE(at + 20));
      return (file.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8');
    }
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  throw new RangeError(`no part ${path}`);
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map((match) => match[1]).join('|');
}

describe('a list in Word', () => {
  it('repeats the head of its table and keeps rows whole', async () => {
    const xml = readPart(await renderWord(list), 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    expect(textOf(xml)).toContain('大圐圙梁村|20|合计|20');
    expect(xml).toContain('w:orient="landscape"');
  });

  it('says page of pages, who printed it, when, and the code', async () => {
    const xml = readPart(await renderWord(list), 'word/footer1.xml');
    expect(xml).toContain('打印人 乌云其木格 · 打印时间 2019-10-08 10:05 · 核验码 7K3M-9QXA');
    expect(xml).toMatch(/PAGE<.*NUMPAGES</s);
  });
});

describe('an official document in Word', () => {
  it('has the margins and type of GB/T 9704', async () => {
    const xml = readPart(await renderWord(official), 'word/document.xml');
    expect(xml).toContain('w:w="11906" w:h="16838"');
    for (const margin of ['w:top="2098"', 'w:right="1474"', 'w:bottom="1984"', 'w:left="1587"'])
      expect(xml).toContain(margin);
    expect(xml).toContain('w:line="580"');
    expect(xml).toContain('w:lineRule="exact"');
    expect(xml).toContain('w:color="C8102E"');
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"');
    expect(xml).toContain('w:firstLineChars="200"');
  });

  it('holds the texts as they are, markup and all, without marks XML forbids', async () => {
    const xml = readPart(await renderWord(official), 'word/document.xml');
    expect(textOf(xml)).toContain('|&lt;w:p&gt;&amp;amp; 第一段|第二段|');
    expect(textOf(xml)).toMatch(/鄂尔多斯市农牧局文件\|鄂农牧发〔2019〕27号\|.*各旗区人民政府：\|/);
    expect(textOf(xml)).toMatch(/鄂尔多斯市农牧局\|2019年10月8日\|.*抄送：市政府办公室。/);
    expect(textOf(xml)).toContain('旗区|没有记录');
    expect(xml).not.toContain('\u0000');
  });

  it('names what stands in for fonts that are not installed', async () => {
    const xml = readPart(await renderWord(official), 'word/fontTable.xml');
    expect(xml).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
  });
});
