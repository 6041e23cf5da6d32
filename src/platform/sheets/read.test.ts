import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRows } from './check.ts';
import { writeCsv, writeList } from './export.ts';
import { defineSheet } from './model.ts';
import { readRows } from './read.ts';
import {
  broadRow,
  broadSheet,
  collect,
  listAll,
  rawRow,
  rawWorkbook,
  readAll,
  SMALL_HEAD,
  smallSheet,
} from './testing.data.ts';

const revealed = broadSheet.columns.map(({ key }) => key);
const about = { language: 'zh', exportedBy: '王明', exportedAt: new Date('2018-06-27T02:00:00Z'), revealed } as const;

describe('an export read again', () => {
  it('gives the same typed values, in both languages', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => broadRow(index));
    for (const language of ['zh', 'en'] as const) {
      const bytes = await collect(writeList({ ...about, language, spec: broadSheet, rows }));
      const reading = await readRows(bytes, broadSheet);
      if (!reading.ok) throw new Error(reading.refusal.code);
      const checked = await listAll(checkRows(reading.value.rows(), broadSheet));
      expect(checked.flatMap(({ errors }) => errors)).toEqual([]);
      expect(checked.map(({ values }) => ({ ...values }))).toEqual(
        rows.map(({ note, leftOn, ...row }) => ({
          ...row,
          ...{ note: note === '' ? undefined : note, leftOn },
        })),
      );
      expect(reading.value.extraTitles).toEqual([]);
    }
  });

  const spec = defineSheet({
    name: 'property',
    title: ['性质', 'Property'],
    guide: [],
    columns: [
      { key: 'text', title: ['文字', 'Text'], kind: 'text', example: 'a' },
      { key: 'id', title: ['号码', 'Number'], kind: 'id', example: '1' },
      { key: 'day', title: ['日期', 'Day'], kind: 'date', example: '2018-01-01' },
      { key: 'fen', title: ['金额', 'Amount'], kind: 'yuan', example: '1' },
      { key: 'count', title: ['数量', 'Count'], kind: 'integer', example: '1' },
    ],
  });
  const text = fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.stringMatching(/^[=+\-@][A-Z0-9()!|' ]{0,12}$/),
      fc.constantFrom('_x0041_', 'a\nb', '<b>&amp;"\'</b>', '㼆䶮𠮷', 'ᠮᠣᠩᠭᠣᠯ', '="1"', "'=1"),
    )
    .map((value) => value.replace(/[^\P{Cc}\n]|[\p{Cs}\uFFFD-\uFFFF\uFEFF]/gu, '').trim())
    .filter((value) => !/^(示例：|Example:)/.test(value));
  const row = fc.record({
    text,
    id: fc.stringMatching(/^[0-9A-D]{1,25}$/),
    day: fc.integer({ min: -25_000, max: 60_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    fen: fc.bigInt({ min: 0n, max: 2n ** 62n }),
    count: fc.integer(),
  });

  it('keeps every text, id, day and amount in .xlsx and .csv', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        for (const write of [writeList, writeCsv]) {
          const bytes = await collect(write({ ...about, spec, rows }));
          const checked = await listAll(checkRows(await readAll(bytes, spec), spec));
          const expected = rows.map((it) => ({ ...it, text: it.text === '' ? undefined : it.text }));
          expect(checked.map(({ values }) => values)).toEqual(expected);
        }
      }),
      { numRuns: 40, seed: 2018 },
    );
  });
});

describe('finding the list in a sheet', () => {
  const sheetData = (...rows: string[]): string => `<sheetData>${rows.join('')}</sheetData>`;

  it('takes any order of columns, either language, units, stars and spaces, and names what it does not know', async () => {
    const heads = ['备注栏', 'income (yuan)', ' 身 份 证 号 ', '姓名*', 'Born on'];
    const xml = sheetData(rawRow(1, ['标题']), rawRow(3, heads), rawRow(4, ['x', 12.5, '15', '巴', '2018/3/1']));
    const reading = await readRows(await rawWorkbook({ sheets: [{ name: 'S', xml }] }), smallSheet);
    if (!reading.ok) throw new Error(reading.refusal.code);
    expect(reading.value.extraTitles).toEqual(['备注栏']);
    expect(await listAll(reading.value.rows())).toEqual([
      { rowNumber: 4, values: { income: '12.5', idNumber: '15', name: '巴', bornOn: '2018-03-01' }, cellErrors: [] },
    ]);
  });

  it('reads heads in two lines with merged cells, in the second sheet', async () => {
    const xml = `${sheetData(
      rawRow(1, ['姓名', '基本情况', undefined, '收入']),
      rawRow(2, [undefined, '身份证号', '出生日期']),
      rawRow(3, ['甲', '15', '2018-01-02', 3]),
    )}<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:D2"/></mergeCells>`;
    const book = await rawWorkbook({
      sheets: [
        { name: 'cover', xml: sheetData(rawRow(1, ['封面'])) },
        { name: 'S', xml },
      ],
    });
    expect(await readAll(book)).toEqual([
      { rowNumber: 3, values: { name: '甲', idNumber: '15', bornOn: '2018-01-02', income: '3' }, cellErrors: [] },
    ]);
  });

  it('refuses a wrong sheet by naming what is missing, a doubled and a hidden column', async () => {
    const wrong = await rawWorkbook({ sheets: [{ name: 'S', xml: sheetData(rawRow(1, ['身份证号', '别的'])) }] });
    expect(await readRows(wrong, smallSheet)).toMatchObject({
      refusal: { code: 'wrong_sheet', values: { title: '小表', missing: '姓名' } },
    });
    const doubled = sheetData(rawRow(1, ['姓名', '姓名', '收入']));
    expect(await readRows(await rawWorkbook({ sheets: [{ name: 'S', xml: doubled }] }), smallSheet)).toMatchObject({
      refusal: { code: 'duplicate_column', values: { cells: 'A1, B1' } },
    });
    const hidden = `<cols><col min="2" max="3" hidden="1"/></cols>${sheetData(rawRow(1, SMALL_HEAD), rawRow(2, ['a']))}`;
    expect(await readRows(await rawWorkbook({ sheets: [{ name: 'S', xml: hidden }] }), smallSheet)).toMatchObject({
      refusal: { code: 'hidden_column', values: { columns: 'B 身份证号, C 出生日期' } },
    });
  });

  it('does not look into hidden sheets and refuses the template of another list', async () => {
    const xml = sheetData(rawRow(1, SMALL_HEAD), rawRow(2, ['a']));
    const visible = { name: 'V', xml: sheetData(rawRow(1, ['空'])) };
    const book = await rawWorkbook({ sheets: [visible, { name: 'H', xml, state: 'veryHidden' }] });
    expect(await readRows(book, smallSheet)).toMatchObject({ refusal: { code: 'wrong_sheet' } });
    const exported = await collect(writeList({ ...about, spec: broadSheet, rows: [] }));
    expect(await readRows(exported, smallSheet)).toMatchObject({
      refusal: { code: 'wrong_template', values: { found: 'test-households' } },
    });
  });
});

describe('cells that hide something', () => {
  it('names formulas, error values, hidden rows, covered cells and doubled cells', async () => {
    const xml = `<sheetData>${rawRow(1, SMALL_HEAD)}
      <row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="D2"><f>1+1</f><v>99</v></c></row>
      <row r="3"><c r="A3" t="e"><v>#N/A</v></c></row>${rawRow(4, ['乙'], ' hidden="1"')}${rawRow(5, ['丙', '1'])}
      ${rawRow(6, ['丁', '2'])}<row r="7"><c r="A7"><v>1</v></c><c r="A7"><v>2</v></c></row></sheetData>
      <mergeCells><mergeCell ref="B5:B6"/></mergeCells>`;
    const rows = await readAll(await rawWorkbook({ sheets: [{ name: 'S', xml }] }));
    expect(
      rows.map(({ rowNumber, cellErrors }) => [rowNumber, ...cellErrors.map(({ code, key }) => `${code} ${key}`)]),
    ).toEqual([
      [2, 'formula_cell income'],
      [3, 'error_value name'],
      [4, 'hidden_row '],
      [5],
      [6, 'merged_cell idNumber'],
      [7, 'damaged_row '],
    ]);
    expect(rows[0]?.cellErrors[0]?.values).toMatchObject({ cell: 'D2' });
  });

  it('keeps the 1904 calendar, shared and rich texts, and refuses ids that became numbers', async () => {
    const xml = `<sheetData>${rawRow(1, SMALL_HEAD)}
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>1.52722198001011E+17</v></c><c r="C2" s="1"><v>0</v></c></row></sheetData>`;
    const book = await rawWorkbook({
      sheets: [{ name: 'S', xml }],
      formats: '<xf numFmtId="14" fontId="0" fillId="0" borderId="0"/>',
      workbookProperties: '<workbookPr date1904="1"/>',
      strings: '<si><r><t>巴</t></r><rPh><t>phonetic</t></rPh><r><t xml:space="preserve">特尔</t></r></si>',
    });
    expect(await readAll(book)).toEqual([
      {
        rowNumber: 2,
        values: { name: '巴特尔', idNumber: '152722198001011000', bornOn: '1904-01-01' },
        cellErrors: [expect.objectContaining({ key: 'idNumber', code: 'id_truncated' })],
      },
    ]);
  });
});
