import { describe, expect, it } from 'vitest';
import { checkResidentId } from '../pure/resident-id.ts';
import { ok, refusal, refuse } from '../pure/result.ts';
import { checkRows, rowChecker } from './check.ts';
import { digestOfFile, planImport } from './import.ts';
import { defineSheet, type SheetRow } from './model.ts';
import { listAll } from './testing.data.ts';

const spec = defineSheet({
  name: 'check',
  title: ['检查', 'Check'],
  guide: [],
  columns: [
    { key: 'name', title: ['姓名', 'Name'], kind: 'text', required: true, example: '甲', maxLength: 4, personal: true },
    { key: 'idNumber', title: ['证号', 'Id'], kind: 'id', example: '1' },
    { key: 'area', title: ['面积', 'Area'], kind: 'decimal', example: '1' },
    { key: 'heads', title: ['头数', 'Heads'], kind: 'integer', example: '1' },
    { key: 'paid', title: ['金额', 'Paid'], kind: 'yuan', example: '1' },
    { key: 'paidOn', title: ['日期', 'Day'], kind: 'date', example: '2018-01-01' },
    { key: 'month', title: ['月份', 'Month'], kind: 'month', example: '2018-01' },
    {
      key: 'cause',
      title: ['原因', 'Cause'],
      kind: 'code',
      example: '因病',
      codes: [
        { code: 'illness', words: ['因病', 'Illness'] },
        { code: 'funds', words: ['缺资金', 'Lack of funds'] },
      ],
    },
    { key: 'village', title: ['嘎查', 'Village'], kind: 'place', example: '150625100201' },
  ],
  unique: ['idNumber', 'month'],
});

const good = {
  name: '甲',
  idNumber: '1',
  area: '+007.50',
  heads: '１２',
  paid: '1,234.5',
  paidOn: '2018-06-27',
  month: '2018-06',
  cause: 'lack of FUNDS',
  village: '150625100201',
};

function row(values: Record<string, string>, rowNumber = 2): SheetRow {
  return { rowNumber, values, cellErrors: [] };
}

describe('checking rows', () => {
  it('gives typed values', () => {
    expect(rowChecker(spec)(row(good))).toEqual({
      rowNumber: 2,
      values: { ...good, area: '7.5', heads: 12, paid: 123_450n, cause: 'funds' },
      errors: [],
    });
  });

  it.each([
    ['name', '', 'required'],
    ['name', '一二三四五', 'too_long'],
    ['name', '王*', 'masked'],
    ['name', 'a\u0007', 'forbidden_character'],
    ['area', '1.2.3', 'decimal_format'],
    ['area', '123456789012345678901', 'number_too_large'],
    ['heads', '1.5', 'integer_format'],
    ['heads', '9007199254740993', 'number_too_large'],
    ['paid', '-1', 'money_negative'],
    ['paid', '1.234', 'money_too_precise'],
    ['paidOn', '2018-02-30', 'date_not_in_calendar'],
    ['month', '2018-13', 'month_not_in_calendar'],
    ['cause', '别的', 'code_unknown'],
    ['village', '杭锦旗', 'place_unknown'],
  ])('refuses %s %s as %s', (key, text, code) => {
    const { values, errors } = rowChecker(spec)(row({ ...good, [key]: text }));
    expect(values).toBeUndefined();
    expect(errors.map((error) => `${error.key} ${error.code}`)).toEqual([`${key} ${code}`]);
  });

  it('asks the feature about ids and places, and names the row that already has the same key', async () => {
    const convert = {
      id: (text: string) => {
        const checked = checkResidentId(text);
        return checked.ok ? ok(checked.value.normalized) : checked;
      },
      place: (text: string) => (text === '赛台嘎查' ? ok('150625100201') : refuse(refusal('place_unknown'))),
    };
    const rows = [
      row({ ...good, idNumber: '11010519491231002x', village: '赛台嘎查' }, 2),
      row({ ...good, idNumber: '11010519491231002X', village: '赛台嘎查' }, 3),
      row({ ...good, idNumber: '110105194912310021', village: '赛台嘎查' }, 4),
    ];
    const [first, second, third] = await listAll(checkRows(rows, spec, convert));
    expect(first?.values).toMatchObject({ idNumber: '11010519491231002X', village: '150625100201' });
    expect(second?.errors).toEqual([{ rowNumber: 3, key: 'idNumber', code: 'duplicate_row', values: { other: 2 } }]);
    expect(third?.errors).toEqual([{ rowNumber: 4, key: 'idNumber', code: 'id_check_digit' }]);
  });
});

describe('an import run', () => {
  const rows = ['new', 'old', 'same', 'bad', ''].map((name, index) =>
    row({ ...good, name, idNumber: String(index) }, index + 2),
  );
  const decide = ({ values }: { values: { name: string } }) => {
    if (values.name === 'bad') return { action: 'reject', errors: [{ key: 'name', code: 'not_here' }] } as const;
    if (values.name === 'new') return { action: 'insert' } as const;
    return values.name === 'old' ? ({ action: 'update' } as const) : ({ action: 'unchanged' } as const);
  };

  it('counts every row once, prepares and applies by batches, and keeps the errors', async () => {
    const prepared: number[] = [];
    const applied: string[] = [];
    const plan = await planImport({
      spec,
      rows: checkRows(rows, spec),
      decide,
      prepare: (batch) => void prepared.push(batch.length),
      apply: (batch) => void applied.push(...batch.map(({ action, values }) => `${action} ${values.name}`)),
      batchRows: 2,
    });
    expect(plan).toEqual({
      inserted: 1,
      updated: 1,
      unchanged: 1,
      rejected: 2,
      errorCount: 2,
      errors: [
        { rowNumber: 5, key: 'name', code: 'not_here' },
        { rowNumber: 6, key: 'name', code: 'required' },
      ],
    });
    expect(prepared).toEqual([2, 2, 0]);
    expect(applied).toEqual(['insert new', 'update old']);
  });

  it('recognises the same file by its content', () => {
    expect(digestOfFile(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
