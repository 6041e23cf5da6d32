import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber, dayNumber } from '../pure/period.ts';
import { cellText } from './cell-text.ts';
import { chineseDate } from './chinese-date.ts';
import { dateOfSerial, isDateFormat, serialOfDay } from './date-serial.ts';
import type { GridCell } from './grid.ts';
import { plainNumber } from './sheet-cells.ts';

function typed(text: string): GridCell {
  return { column: 1, kind: 'text', text };
}

describe('dates', () => {
  it.each([
    ['2018/3/1', '2018-03-01'],
    ['2018年3月1日', '2018-03-01'],
    ['2018年3月1号', '2018-03-01'],
    ['二〇二四年三月一日', '2024-03-01'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['二零一九年十月二十日', '2019-10-20'],
    ['２０１８．６．２７', '2018-06-27'],
    ['2018-6-27 00:00:00', '2018-06-27'],
    ['20180627', '2018-06-27'],
  ])('%s is %s', (text, day) => {
    expect(cellText(typed(text), 'date')).toEqual({ text: day });
  });

  it('leaves what is no date for the check, and refuses bare numbers whose meaning nobody knows', () => {
    expect(cellText(typed('去年'), 'date')).toEqual({ text: '去年' });
    expect(cellText({ column: 1, kind: 'number', text: '43160' }, 'date')).toEqual({
      error: 'date_format',
      text: '43160',
    });
    expect(cellText({ column: 1, kind: 'number', text: '2018.1' }, 'month')).toEqual({
      error: 'month_format',
      text: '2018.1',
    });
    expect(cellText({ column: 1, kind: 'number', text: '20180627' }, 'date')).toEqual({ text: '2018-06-27' });
  });

  it('reads months', () => {
    expect(cellText(typed('二〇一八年六月'), 'month')).toEqual({ text: '2018-06' });
    expect(cellText({ column: 1, kind: 'date', text: '2018-06-01' }, 'month')).toEqual({ text: '2018-06' });
    expect(chineseDate('三月一日')).toBe('三月一日');
  });

  it('knows both calendars and the day that never was', () => {
    expect(dateOfSerial(1, false)).toBe('1900-01-01');
    expect(dateOfSerial(59, false)).toBe('1900-02-28');
    expect(dateOfSerial(60, false)).toBeUndefined();
    expect(dateOfSerial(61, false)).toBe('1900-03-01');
    expect(dateOfSerial(43_160, false)).toBe('2018-03-01');
    expect(dateOfSerial(43_160.5, false)).toBe('2018-03-01 12:00:00');
    expect(dateOfSerial(43_159.999999999, false)).toBe('2018-03-01');
    expect(dateOfSerial(41_698, true)).toBe('2018-03-01');
    expect(dateOfSerial(2_958_466, false)).toBeUndefined();
    expect(dateOfSerial(0.25, false)).toBeUndefined();
  });

  it('is undone by its own serial numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_508, max: 2_932_896 }), (day) => {
        const serial = serialOfDay(day) ?? 0;
        expect(dateOfSerial(serial, false)).toBe(dateOfDayNumber(day));
        expect(dayNumber(dateOfDayNumber(day))).toBe(day);
      }),
    );
  });

  it('tells formats of days from others', () => {
    const dates = ['yyyy"年"m"月"d"日"', 'yyyy/m/d;@', '[$-804]yyyy\\-mm\\-dd', 'mmm-yy', 'm"月"'];
    const others = [
      '#,##0.00_);[Red]\\(#,##0.00\\)',
      'h:mm:ss',
      '0.00"day"',
      '@',
      'General',
      '[DBNum1]General',
      'mm:ss',
    ];
    expect(dates.map((code) => isDateFormat(164, code))).toEqual(dates.map(() => true));
    expect(others.map((code) => isDateFormat(164, code))).toEqual(others.map(() => false));
    expect([14, 31, 57, 2, 20].map((id) => isDateFormat(id, undefined))).toEqual([true, true, true, false, false]);
  });
});

describe('numbers and ids', () => {
  it('reads full width digits, grouping, apostrophes and spaces', () => {
    expect(cellText(typed('１２３，４５６．７'), 'yuan')).toEqual({ text: '123456.7' });
    expect(cellText(typed('1,234'), 'integer')).toEqual({ text: '1234' });
    expect(cellText(typed('12,34'), 'integer')).toEqual({ text: '12,34' });
    expect(cellText(typed("'152727 19900101 001x"), 'id')).toEqual({ text: '15272719900101001X' });
    expect(cellText(typed('1.52727E+17'), 'id')).toEqual({ error: 'id_truncated', text: '1.52727E+17' });
    expect(cellText({ column: 1, kind: 'number', text: '13800000000' }, 'id')).toEqual({ text: '13800000000' });
  });

  it('writes numbers as people type them', () => {
    const shown = [
      '0.1',
      '3.0000000000000004E-2',
      '1E+3',
      '0.30000000000000004',
      '1.52722198001011E+17',
      '-0',
      ' ',
      'x',
    ];
    expect(shown.map((value) => plainNumber(value))).toEqual([
      '0.1',
      '0.03',
      '1000',
      '0.3',
      '152722198001011000',
      '0',
      undefined,
      undefined,
    ]);
  });
});
