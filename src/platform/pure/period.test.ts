import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  compare,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  firstDay,
  isLocalDate,
  isMonth,
  lastDay,
  localDate,
  localMonth,
  monthOf,
  monthsBetween,
  parseDate,
  parseMonth,
  shiftMonth,
  todayInShanghai,
  weekday,
} from './period.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 1000 });

const anyDate = fc
  .integer({ min: dayNumber(localDate('0001-01-01')), max: dayNumber(localDate('9999-12-31')) })
  .map(dateOfDayNumber);
const nearDate = fc
  .integer({ min: dayNumber(localDate('1900-01-01')), max: dayNumber(localDate('2199-12-31')) })
  .map(dateOfDayNumber);
const count = fc.integer({ min: -5000, max: 5000 });

describe('reading', () => {
  test.each([
    '2018-06-27',
    '2018-6-27',
    '2018/6/27',
    '2018.06.27',
    '2018年6月27日',
    '20180627',
    ' ２０１８－０６－２７ ',
  ])('%s', (text) => {
    expect(parseDate(text)).toEqual({ ok: true, value: '2018-06-27' });
  });

  test.each(['', '2018-06', '18-06-27', '2018-6/27', '2018-06-27T00:00', '27.06.2018', '2018年6月27', '43278'])(
    '%j has no form of a date',
    (text) => {
      expect(parseDate(text)).toEqual({ ok: false, refusal: { code: 'date_format' } });
    },
  );

  test.each(['2018-02-29', '1900-02-29', '2018-13-01', '2018-00-10', '2018-06-00', '2018-06-31', '0000-01-01'])(
    '%s is not in the calendar',
    (text) => {
      expect(parseDate(text)).toEqual({ ok: false, refusal: { code: 'date_not_in_calendar' } });
    },
  );

  test('leap days', () => {
    expect(['2000-02-29', '2024-02-29', '0004-02-29'].every(isLocalDate)).toBe(true);
  });

  test('months', () => {
    for (const text of ['2018-06', '2018/6', '2018.6', '2018年6月', '201806', '２０１８－６']) {
      expect(parseMonth(text)).toEqual({ ok: true, value: '2018-06' });
    }
    expect(parseMonth('2018-13')).toEqual({ ok: false, refusal: { code: 'month_not_in_calendar' } });
    expect(parseMonth('2018-06-01')).toEqual({ ok: false, refusal: { code: 'month_format' } });
  });

  test('only the stored form is the stored form', () => {
    expect([isLocalDate('2018-6-27'), isLocalDate('20180627'), isMonth('2018-6'), isMonth('2018-06')]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(() => localDate('2018-6-27')).toThrow(RangeError);
    expect(() => localMonth('2018-00')).toThrow(RangeError);
  });

  test('every day of the calendar is read as itself', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(isLocalDate(date) && isMonth(monthOf(date))).toBe(true);
      }),
    );
  });
});

describe('days', () => {
  test('adding is counting', () => {
    fc.assert(
      fc.property(nearDate, count, (date, days) => {
        const moved = addDays(date, days);
        expect(daysBetween(date, moved)).toBe(days);
        expect(addDays(moved, -days)).toBe(date);
        expect(compare(moved, date)).toBe(Math.sign(days));
      }),
    );
  });

  test('agrees with the calendar of the runtime', () => {
    fc.assert(
      fc.property(nearDate, (date) => {
        const instant = new Date(`${date}T00:00:00Z`);
        expect(weekday(date)).toBe(instant.getUTCDay() === 0 ? 7 : instant.getUTCDay());
        expect(dayNumber(date)).toBe(instant.getTime() / 86_400_000);
      }),
    );
  });

  test('a first-century year is not taken for a twentieth-century one', () => {
    expect(daysBetween(localDate('0099-12-31'), localDate('0100-01-01'))).toBe(1);
    expect([weekday(localDate('0001-01-01')), weekday(localDate('1969-12-28'))]).toEqual([1, 7]);
  });

  test('nothing lies outside the calendar', () => {
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(localDate('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(localDate('2018-06-27'), 0.5)).toThrow(RangeError);
    expect(() => addDays(localDate('2018-06-27'), 1e15)).toThrow(RangeError);
  });
});

describe('months', () => {
  test.each([
    ['2018-01-31', 1, '2018-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2018-05-31', 1, '2018-06-30'],
    ['2018-02-28', 1, '2018-03-28'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2018-11-30', 3, '2019-02-28'],
    ['2018-03-31', -1, '2018-02-28'],
    ['2018-01-15', -13, '2016-12-15'],
  ])('%s + %i months is %s', (date, months, expected) => {
    expect(addMonths(localDate(date), months)).toBe(expected);
  });

  test('the corresponding day, or the last of a shorter month', () => {
    fc.assert(
      fc.property(nearDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const moved = addMonths(date, months);
        expect(monthsBetween(monthOf(date), monthOf(moved))).toBe(months);
        expect(
          moved.slice(8) === date.slice(8) || (moved === lastDay(monthOf(moved)) && moved.slice(8) < date.slice(8)),
        ).toBe(true);
      }),
    );
  });

  test('a month runs from its first day to the day before the next', () => {
    fc.assert(
      fc.property(nearDate.map(monthOf), (month) => {
        expect(monthOf(firstDay(month))).toBe(month);
        expect(addDays(lastDay(month), 1)).toBe(firstDay(shiftMonth(month, 1)));
        expect(shiftMonth(shiftMonth(month, 7), -7)).toBe(month);
      }),
    );
  });

  test('nothing lies outside the calendar', () => {
    expect(() => shiftMonth(localMonth('9999-12'), 1)).toThrow(RangeError);
    expect(() => shiftMonth(localMonth('0001-01'), -1)).toThrow(RangeError);
    expect(() => shiftMonth(localMonth('2018-01'), 0.5)).toThrow(RangeError);
    expect(shiftMonth(localMonth('9999-12'), 0)).toBe('9999-12');
  });
});

test('the day in China begins at 16:00 UTC', () => {
  expect(todayInShanghai(new Date('2018-06-26T15:59:59.999Z'))).toBe('2018-06-26');
  expect(todayInShanghai(new Date('2018-06-26T16:00:00Z'))).toBe('2018-06-27');
  expect(todayInShanghai(new Date('1969-12-31T15:00:00Z'))).toBe('1969-12-31');
});
