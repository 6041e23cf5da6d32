import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Field, FormValues } from './form-fields.ts';
import { bodyOf, valuesOf } from './form-values.ts';

const schema = z.object({
  name: z.string().min(1).max(5),
  paidOn: z.iso.date(),
  people: z.int().min(1).max(30),
  areaMu: z.string().optional(),
  amountFen: z.int().min(0),
  total: z.string().optional(),
  cause: z.enum(['illness']).nullable().optional(),
  dangerous: z.boolean().nullable().optional(),
  idNumber: z.string().optional(),
  agreed: z.boolean(),
  version: z.int(),
});

const fields: readonly Field[] = [
  { key: 'name', kind: 'text', label: 'name' },
  { key: 'paidOn', kind: 'date', label: 'day' },
  { key: 'people', kind: 'integer', label: 'people' },
  { key: 'areaMu', kind: 'decimal', label: 'area' },
  { key: 'amountFen', kind: 'yuan', label: 'amount' },
  { key: 'total', kind: 'yuan', label: 'total' },
  { key: 'cause', kind: 'code', label: 'cause', codes: [], shown: (values) => values.name !== 'hidden' },
  { key: 'dangerous', kind: 'code', label: 'dangerous', codes: [] },
  { key: 'idNumber', kind: 'id-number', label: 'id' },
  { key: 'agreed', kind: 'switch', label: 'agreed' },
];

const good: FormValues = { name: '乌兰', paidOn: '2019.9.5', people: '１２', amountFen: '1,234.5', agreed: true };

function body(values: FormValues) {
  return bodyOf({ schema, fields, values, fixed: { version: 3 } });
}

describe('what is typed becomes what the route takes', () => {
  test('dates, full-width digits and yuan in their stored forms', () => {
    expect(body(good)).toEqual({
      errors: [],
      value: {
        name: '乌兰',
        paidOn: '2019-09-05',
        people: 12,
        areaMu: undefined,
        amountFen: 123450,
        total: undefined,
        cause: null,
        dangerous: null,
        idNumber: undefined,
        agreed: true,
        version: 3,
      },
    });
  });

  test('numbers go as text where the contract wants text', () => {
    const { value } = body({ ...good, areaMu: '1 320.25', total: '0.01' });
    expect(value).toMatchObject({ areaMu: '1320.25', total: '1' });
  });

  test('a hidden field is not sent', () => {
    expect('cause' in body({ ...good, name: 'hidden' }).value).toBe(false);
  });
});

describe('refusals stand at their fields, in the order of the form', () => {
  test('nothing typed', () => {
    const { errors } = body({});
    expect(errors.map((error) => [error.field, error.key])).toEqual([
      ['name', 'error.required'],
      ['paidOn', 'error.required'],
      ['people', 'error.required'],
      ['amountFen', 'error.required'],
    ]);
  });

  test('unreadable, too much, impossible', () => {
    const { errors } = body({
      ...good,
      name: '一二三四五六',
      paidOn: '2019-02-30',
      people: '31',
      amountFen: '1.005',
      idNumber: '150622198001010012',
    });
    expect(errors.map((error) => [error.field, error.key])).toEqual([
      ['name', 'error.tooLong'],
      ['paidOn', 'refusal.date_not_in_calendar'],
      ['people', 'error.tooBig'],
      ['amountFen', 'refusal.money_too_precise'],
      ['idNumber', 'refusal.id_check_digit'],
    ]);
  });
});

test('a record shown in the form and sent back unchanged is the same', () => {
  const record = {
    name: '乌兰',
    paidOn: '2019-09-05',
    people: 4,
    areaMu: '320.5',
    amountFen: 123456789,
    total: '9007199254740993',
    cause: null,
    dangerous: false,
    agreed: false,
  };
  expect(body(valuesOf(fields, record)).value).toEqual({ ...record, idNumber: undefined, version: 3 });
});
