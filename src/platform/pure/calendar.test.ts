import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkdays, deadline, isCalendarKnown, isWorkday, workdaysBetween } from './calendar.ts';
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  type LocalDate,
  localDate,
  weekday,
} from './period.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 1000 });

const anyDate = fc
  .integer({ min: dayNumber(localDate('2004-01-01')), max: dayNumber(localDate('2031-12-31')) })
  .map(dateOfDayNumber);

describe('working days', () => {
  test.each([
    ['2018-06-27', true],
    ['2018-06-18', false],
    ['2018-06-23', false],
    ['2018-09-29', true],
    ['2018-10-01', false],
    ['2025-10-08', false],
    ['2025-10-11', true],
    ['2022-12-31', false],
    ['2045-10-02', true],
  ])('%s: %s', (date, expected) => {
    expect(isWorkday(localDate(date))).toBe(expected);
  });

  test('agrees with the library on every day it knows', () => {
    for (let day = localDate('2004-01-01'); day < '2027-01-01'; day = addDays(day, 1)) {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
      const localNoon = new Date(year, month - 1, date, 12);
      if (isWorkday(day) !== chineseDays.isWorkday(localNoon)) expect(day).toBe('agreed');
    }
  });

  test('adding and counting are each other’s inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -300, max: 300 }), (date, count) => {
        const moved = addWorkdays(date, count);
        expect(workdaysBetween(date, moved)).toBe(count);
        if (count !== 0) expect(isWorkday(moved)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('counting back is counting forward, from the other end', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        const [first, last] = from < to ? [from, to] : [to, from];
        const ends = Number(isWorkday(last)) - Number(isWorkday(first));
        expect(workdaysBetween(first, last) + workdaysBetween(last, first)).toBe(ends);
      }),
      { numRuns: 50 },
    );
  });

  test('half a working day is a bug', () => {
    expect(() => addWorkdays(localDate('2018-06-27'), 0.5)).toThrow(RangeError);
  });
});

describe('deadlines', () => {
  function dueOn(startOn: string, count: number, unit: 'day' | 'workday' | 'month'): LocalDate {
    return deadline({ startOn: localDate(startOn), count, unit }).dueOn;
  }

  test('the starting day is not counted (201)', () => {
    expect(dueOn('2018-06-20', 7, 'day')).toBe('2018-06-27');
    expect(dueOn('2018-06-27', 1, 'workday')).toBe('2018-06-28');
  });

  test('months end on the corresponding day or the last of the month (202)', () => {
    expect(dueOn('2018-05-27', 1, 'month')).toBe('2018-06-27');
    expect(dueOn('2018-01-31', 1, 'month')).toBe('2018-02-28');
  });

  test('a last day of rest gives way to the next working day (203)', () => {
    expect(dueOn('2018-06-16', 7, 'day')).toBe('2018-06-25');
    expect(dueOn('2018-09-24', 7, 'day')).toBe('2018-10-08');
    expect(deadline({ startOn: localDate('2018-09-24'), count: 7, unit: 'day' })).toEqual({
      dueOn: '2018-10-08',
      countedOn: '2018-10-01',
      calendarKnown: true,
    });
  });

  test('a Saturday that is worked is a last day', () => {
    expect(dueOn('2018-09-22', 7, 'day')).toBe('2018-09-29');
  });

  test('never falls on a day of rest, and never moves further than rest lasts', () => {
    const unit = fc.constantFrom('day' as const, 'workday' as const, 'month' as const);
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 120 }), unit, (startOn, count, kind) => {
        const result = deadline({ startOn, count, unit: kind });
        expect(isWorkday(result.dueOn)).toBe(true);
        if (kind === 'day') expect(result.countedOn).toBe(addDays(startOn, count));
        if (kind === 'month') expect(result.countedOn).toBe(addMonths(startOn, count));
        if (kind === 'workday') expect(workdaysBetween(startOn, result.dueOn)).toBe(count);
        for (let day = result.countedOn; day < result.dueOn; day = addDays(day, 1)) expect(isWorkday(day)).toBe(false);
        expect(daysBetween(result.countedOn, result.dueOn)).toBeLessThan(12);
      }),
    );
  });

  test('without a published calendar it rests on weekends only, and says so', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber(localDate('2045-01-01')), max: dayNumber(localDate('2090-01-01')) }),
        (at) => {
          const result = deadline({ startOn: dateOfDayNumber(at), count: 10, unit: 'day' });
          expect(result.calendarKnown).toBe(false);
          expect(weekday(result.dueOn)).toBeLessThanOrEqual(5);
        },
      ),
    );
    expect(isCalendarKnown(localDate('2004-01-01'), localDate('2026-12-31'))).toBe(true);
    expect(isCalendarKnown(localDate('2003-12-31'), localDate('2004-01-01'))).toBe(false);
    expect(deadline({ startOn: localDate('2003-12-31'), count: 1, unit: 'workday' }).calendarKnown).toBe(true);
  });

  test.each([0, -1, 1.5, Number.NaN])('a period of %s is a bug', (count) => {
    expect(() => dueOn('2018-06-27', count, 'day')).toThrow(RangeError);
  });
});
