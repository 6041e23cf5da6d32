import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { bindWorkbook, cellsOfPlaceholders, readPlaceholders } from './bind.ts';
import { columnsOf, DaySerials, rowXml } from './cells-out.ts';
import { checkRows } from './check.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { markRejected } from './mark.ts';
import { type CellError, parseCellName } from './model.ts';
import { cellName } from './rewrite.ts';
import { writeTemplate } from './template.ts';
import { broadRow, broadSheet, listAll, rawRow, rawWorkbook, readAll, SMALL_HEAD, smallSheet } from './testing.data.ts';
import { readZip, unpack } from './zip-read.ts';

/** Made by LibreOffice from `libreoffice.fods`: merged heads in two lines, a hidden row, a formula, a Chinese date. */
function fixture(extension: 'xlsx' | 'xls'): Buffer {
  return readFileSync(join(import.meta.dirname, `fixtures/libreoffice.${extension}`));
}

/** Read by another program: what it sees in one sheet, by cell name. */
async function seen(bytes: Uint8Array, sheetName: string) {
  const book = await readXlsx(bytes, { readStyles: true });
  const sheet = book.sheets.find(({ name }) => name === sheetName);
  if (sheet === undefined) throw new Error(`no sheet ${sheetName} among ${book.sheets.map(({ name }) => name)}`);
  const cellAt = (name: string) => {
    const { row, column } = parseCellName(name) ?? { row: 1, column: 1 };
    return sheet.cells?.get(`${row - 1},${column - 1}`);
  };
  const fillOf = (name: string): string | undefined => {
    const fill = cellAt(name)?.style?.fill;
    return fill?.type === 'pattern' ? fill.fgColor?.rgb : undefined;
  };
  const shown = (name: string) => {
    const { row, column } = parseCellName(name) ?? { row: 1, column: 1 };
    return sheet.rows[row - 1]?.[column - 1] ?? null;
  };
  return { sheet, book, cellAt, fillOf, shown };
}

function partOf(bytes: Buffer, path: string): string {
  const zip = readZip(bytes, DEFAULT_LIMITS);
  const entry = zip.ok ? zip.value.entries.get(path) : undefined;
  const part = zip.ok && entry !== undefined ? unpack(zip.value, entry, DEFAULT_LIMITS.partBytes) : undefined;
  return part?.ok === true ? part.value.toString('utf8') : '';
}

async function errorsOf(bytes: Uint8Array): Promise<CellError[]> {
  const checked = await listAll(checkRows(await readAll(bytes), smallSheet));
  return checked.flatMap(({ errors }) => errors);
}

describe('files of other programs', () => {
  it.each(['xlsx', 'xls'] as const)('reads what LibreOffice wrote as .%s', async (extension) => {
    const rows = await readAll(fixture(extension));
    expect(rows.map(({ rowNumber, values }) => ({ rowNumber, ...values }))).toEqual([
      { rowNumber: 4, name: '巴特尔', idNumber: '152727199001010012', bornOn: '1990-01-01', income: '1234.5' },
      { rowNumber: 5, name: '隐藏' },
      { rowNumber: 6, name: '娜仁', idNumber: '152727199102020000', bornOn: '2018-03-01' },
      { rowNumber: 7, name: '㼆䶮𠮷', bornOn: '昨天', income: '1200.5' },
    ]);
    const codes = (await errorsOf(fixture(extension))).map(({ rowNumber, key, code }) => `${rowNumber} ${key} ${code}`);
    expect(codes).toEqual([
      '5  hidden_row',
      '6 idNumber id_truncated',
      '6 income formula_cell',
      '7 bornOn date_format',
    ]);
  });
});

describe('marking rejected cells', () => {
  it('reddens and comments the cells, names all errors in a last column, and keeps the rest', async () => {
    const bytes = fixture('xlsx');
    const marked = await markRejected({ bytes, spec: smallSheet, errors: await errorsOf(bytes), language: 'zh' });
    if (!marked.ok) throw new Error(marked.refusal.code);
    const { fillOf, shown, cellAt, sheet, book } = await seen(marked.value.content, '名册');
    expect(['B6', 'D6', 'C7'].map(fillOf)).toEqual(['FFB3B3', 'FFB3B3', 'FFB3B3']);
    expect(fillOf('D4')).toBe('FFFF00');
    expect(cellAt('C7')?.comment?.text).toContain('不是日期');
    expect(cellAt('D4')?.comment?.text).toContain('请核对');
    expect(shown('E3')).toBe('错误说明');
    expect(shown('E6')).toMatch(/^身份证号：.*；收入：.*公式/);
    expect(shown('E5')).toMatch(/隐藏/);
    expect(shown('A7')).toBe('㼆䶮𠮷');
    expect(sheet.merges).toHaveLength(4);
    expect(book.sheets.map(({ name }) => name)).toEqual(['封面', '名册', '表二']);
  });

  it('takes its own marks away when the errors are gone, and reads the marked file like the first', async () => {
    const bytes = fixture('xlsx');
    const errors = await errorsOf(bytes);
    const first = await markRejected({ bytes, spec: smallSheet, errors, language: 'zh' });
    if (!first.ok) throw new Error(first.refusal.code);
    expect(await errorsOf(first.value.content)).toEqual(errors);
    const left = errors.filter(({ rowNumber }) => rowNumber === 7);
    const again = await markRejected({ bytes: first.value.content, spec: smallSheet, errors: left, language: 'zh' });
    if (!again.ok) throw new Error(again.refusal.code);
    const { fillOf, shown, cellAt, sheet } = await seen(again.value.content, '名册');
    expect(['B6', 'D6', 'C7', 'D4'].map(fillOf)).toEqual([undefined, undefined, 'FFB3B3', 'FFFF00']);
    expect([shown('E3'), shown('E6'), shown('F3')]).toEqual(['错误说明', null, null]);
    expect(cellAt('B6')?.comment).toBeUndefined();
    expect([...(sheet.cells ?? [])].filter(([, { comment }]) => comment !== undefined)).toHaveLength(2);
  });

  it('adds cells and rows that the file lacks, also to a bare file, and returns .xls as .xlsx', async () => {
    const xml = `<sheetData>${rawRow(1, SMALL_HEAD)}<row r="2" spans="1:1"><c r="B2"><v>1</v></c></row><row r="9"/></sheetData>`;
    const bytes = await rawWorkbook({ sheets: [{ name: 'S', xml }] });
    const errors = [2, 5, 9].map((rowNumber) => ({ rowNumber, key: 'name', code: 'required' }));
    const marked = await markRejected({ bytes, spec: smallSheet, errors, language: 'en' });
    if (!marked.ok) throw new Error(marked.refusal.code);
    const { shown } = await seen(marked.value.content, 'S');
    const written = partOf(marked.value.content, 'xl/worksheets/sheet1.xml');
    expect(['A2', 'A5', 'A9'].map((name) => written.includes(`<c r="${name}" s="1"/>`))).toEqual([true, true, true]);
    expect(partOf(marked.value.content, 'xl/styles.xml')).toContain('fillId="2" applyFill="1"');
    expect([shown('B2'), shown('E5')]).toEqual([1, 'Name: Must be filled in']);
    const old = await markRejected({ bytes: fixture('xls'), spec: smallSheet, errors, language: 'zh' });
    expect(old).toMatchObject({ ok: true, value: { extension: 'xlsx' } });
    if (old.ok) expect((await readAll(old.value.content)).map(({ rowNumber }) => rowNumber)).toEqual([4, 5, 6, 7]);
  });

  it('adds the column to .csv and replaces it the next time', async () => {
    const bytes = Buffer.from('姓名;收入\r\n"a;b";x\r\n', 'utf8');
    const errors = [{ rowNumber: 2, key: 'income', code: 'money_not_a_number' }];
    const marked = await markRejected({ bytes, spec: smallSheet, errors, language: 'zh' });
    if (!marked.ok) throw new Error(marked.refusal.code);
    const text = '\uFEFF姓名;收入;错误说明\r\n"a;b";x;收入：不是金额，请写成 1234.50\r\n';
    expect(marked.value.content.toString()).toBe(text);
    const again = await markRejected({ bytes: marked.value.content, spec: smallSheet, errors, language: 'zh' });
    expect(again.ok && again.value.content.toString()).toBe(text);
  });
});

describe('binding an office’s own workbook', () => {
  it('fills placeholders, keeps styles and formulas, and drops results that would be stale', async () => {
    const placeholders = await readPlaceholders(fixture('xlsx'));
    if (!placeholders.ok) throw new Error(placeholders.refusal.code);
    expect(placeholders.value.map(({ name, sheet, cell }) => `${name} ${sheet}!${cell}`)).toEqual([
      'place 表二!A1',
      'month 表二!A1',
      'households 表二!B2',
    ]);
    const values = new Map<string, string | number>([
      ['place', '杭锦旗'],
      ['month', '2018-06'],
      ['households', 7],
    ]);
    const bound = await bindWorkbook(fixture('xlsx'), cellsOfPlaceholders(placeholders.value, values));
    if (!bound.ok) throw new Error(bound.refusal.code);
    const { shown, fillOf, cellAt, book } = await seen(bound.value, '表二');
    expect([shown('A1'), shown('B2'), fillOf('B2')]).toEqual(['杭锦旗 2018-06', 7, 'FFFF00']);
    expect([cellAt('B3')?.formula, cellAt('B3')?.formulaResult ?? null]).toEqual(['B2*10', null]);
    expect(book.sheets).toHaveLength(3);
    expect(await errorsOf(bound.value)).toEqual(await errorsOf(fixture('xlsx')));
  });

  it.each([
    ['名册', 'D6', 'bound_cell_formula'],
    ['名册', 'B1', 'bound_cell_merged'],
    ['名册', 'Z', 'bound_cell_unknown'],
    ['没有', 'A1', 'bound_sheet_unknown'],
  ])('refuses %s!%s as %s', async (sheet, cell, code) => {
    expect(await bindWorkbook(fixture('xlsx'), [{ sheet, cell, value: 1 }])).toMatchObject({ refusal: { code } });
  });

  it('adds rows that the sheet lacks, even to an empty one', async () => {
    const bytes = await rawWorkbook({ sheets: [{ name: 'S', xml: '<sheetData />' }] });
    const bound = await bindWorkbook(bytes, [
      { sheet: 'S', cell: 'B7', value: 12 },
      { sheet: 'S', cell: 'A2', value: '=1+1' },
    ]);
    if (!bound.ok) throw new Error(bound.refusal.code);
    const { shown, cellAt } = await seen(bound.value, 'S');
    expect([shown('B7'), shown('A2'), cellAt('A2')?.formula]).toEqual([12, '=1+1', undefined]);
  });
});

describe('rewriting a sheet', () => {
  const place = fc.record({ row: fc.integer({ min: 1, max: 12 }), column: fc.integer({ min: 1, max: 6 }) });
  const filled = fc.record({ place, value: fc.oneof(fc.integer(), fc.stringMatching(/^[a-z]{1,5}$/)) });

  it('changes the cells bound and no others, wherever rows and cells are missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(filled, { maxLength: 20 }),
        fc.array(filled, { minLength: 1, maxLength: 8 }),
        async (before, bound) => {
          const expected = new Map(before.map(({ place: { row, column }, value }) => [`${row}:${column}`, value]));
          const rows = Array.from({ length: 12 }, (_, index) => {
            const cells = Array.from({ length: 6 }, (__, at) => expected.get(`${index + 1}:${at + 1}`));
            return cells.some((cell) => cell !== undefined) ? rawRow(index + 1, cells) : '';
          });
          const bytes = await rawWorkbook({ sheets: [{ name: 'S', xml: `<sheetData>${rows.join('')}</sheetData>` }] });
          const cells = bound.map(({ place: { row, column }, value }) => ({
            sheet: 'S',
            cell: cellName(column, row),
            value,
          }));
          for (const {
            place: { row, column },
            value,
          } of bound)
            expected.set(`${row}:${column}`, value);
          const result = await bindWorkbook(bytes, cells);
          if (!result.ok) throw new Error(result.refusal.code);
          const { sheet } = await seen(result.value, 'S');
          const found = sheet.rows.flatMap((row, index) =>
            row.flatMap((value, at) => (value === null ? [] : [[`${index + 1}:${at + 1}`, value] as const])),
          );
          expect(new Map(found)).toEqual(expected);
        },
      ),
      { numRuns: 60, seed: 2018 },
    );
  });
});

describe('a template', () => {
  it.each(['zh', 'en'] as const)(
    'holds heads, drop-downs, notes and known rows, and is imported back (%s)',
    async (language) => {
      const revealed = broadSheet.columns.map(({ key }) => key);
      const knownRows = [broadRow(1), broadRow(2)];
      const bytes = await writeTemplate(broadSheet, { language, knownRows, revealed, placeLabel: '赛台嘎查' });
      const checked = await listAll(checkRows(await readAll(bytes, broadSheet), broadSheet));
      expect(checked.map(({ rowNumber, errors }) => [rowNumber, errors.length])).toEqual([
        [4, 0],
        [5, 0],
      ]);
      expect(checked[0]?.values).toMatchObject({ residentId: broadRow(1).residentId, income: broadRow(1).income });
      const { sheet, book, cellAt } = await seen(bytes, broadSheet.title[language === 'zh' ? 0 : 1]);
      expect(sheet.dataValidations?.map(({ range, formula1 }) => [range, formula1])).toEqual([
        ['E4:E200000', 'codes!$E$1:$E$2'],
      ]);
      expect(cellAt('C2')?.comment?.text).toContain(language === 'zh' ? '必填' : 'required');
      expect(book.sheets.map(({ hidden }) => hidden === true)).toEqual([false, false, true]);
    },
  );

  it('writes fen as yuan with its format, also where each row has a unit of its own', async () => {
    const spec = {
      ...smallSheet,
      columns: [{ key: 'value', title: ['数', 'Value'], kind: 'decimal', example: '' }],
    } as const;
    const shown = columnsOf({ spec, language: 'zh' });
    const row = (value: bigint | string) =>
      rowXml({ rowNumber: 1, values: { value }, serials: new DaySerials() }, shown);
    expect(row(123_456n)).toBe('<row r="1"><c r="A1" s="8"><v>1234.56</v></c></row>');
    expect(row('1234.5')).toBe('<row r="1"><c r="A1" s="6"><v>1234.5</v></c></row>');
  });

  it('masks personal columns of known rows unless they are revealed, and refuses the masked ones on import', async () => {
    const bytes = await writeTemplate(broadSheet, { language: 'zh', knownRows: [broadRow(1)] });
    const [row] = await listAll(checkRows(await readAll(bytes, broadSheet), broadSheet));
    expect(row?.errors.map(({ key, code }) => `${key} ${code}`)).toEqual([
      'name masked',
      'residentId masked',
      'phone masked',
      'account masked',
      'cardNumber masked',
    ]);
  });
});
