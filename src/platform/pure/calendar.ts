import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, addMonths, type LocalDate, weekday } from './period.ts';

// The tables of chinese-days, not its functions: those read the machine's time zone and are a day off west of Greenwich.
const HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(published.holidays));
const SHIFTED_WORKDAYS: ReadonlySet<string> = new Set(Object.keys(published.workdays));

export interface DeadlineRule {
  /** the day of the event that starts the period; itself not counted (Civil Code art. 201) */
  readonly startOn: LocalDate;
  /** a positive integer */
  readonly count: number;
  readonly unit: 'day' | 'workday' | 'month';
}

export interface Deadline {
  /** the last day, until 24:00 */
  readonly dueOn: LocalDate;
  /** where counting alone ends, before the move off a rest day; for `workday` the same as `dueOn` */
  readonly countedOn: LocalDate;
  /** false when the holidays of a year it depends on are not published yet: then only weekends count as rest days */
  readonly calendarKnown: boolean;
}

/**
 * The last day of a period as the Civil Code counts it: the starting day is excluded (art. 201), a period of months
 * ends on the corresponding day or the month's last (art. 202), and a last day that is a day of rest gives way to the
 * next working day (art. 203). Throws a RangeError when `count` is not a positive integer.
 */
export function deadline({ startOn, count, unit }: DeadlineRule): Deadline {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`a period needs a positive count: ${count}`);
  if (unit === 'workday') {
    const dueOn = addWorkdays(startOn, count);
    return { dueOn, countedOn: dueOn, calendarKnown: isCalendarKnown(addDays(startOn, 1), dueOn) };
  }
  const countedOn = unit === 'day' ? addDays(startOn, count) : addMonths(startOn, count);
  const dueOn = isWorkday(countedOn) ? countedOn : addWorkdays(countedOn, 1);
  return { dueOn, countedOn, calendarKnown: isCalendarKnown(countedOn, dueOn) };
}

/** Whether people work on that day: published holidays and shifted working days, else Monday to Friday. */
export function isWorkday(date: LocalDate): boolean {
  return SHIFTED_WORKDAYS.has(date) || (weekday(date) <= 5 && !HOLIDAYS.has(date));
}

/** The `count`-th working day after (or, negative, before) a day, that day not counted; the day itself for 0. */
export function addWorkdays(date: LocalDate, count: number): LocalDate {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not an integer: ${count}`);
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/**
 * Working days from one day to the other, the first not counted, the last counted; negative when `to` is earlier.
 * `workdaysBetween(d, addWorkdays(d, n))` is `n`.
 */
export function workdaysBetween(from: LocalDate, to: LocalDate): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to; ) {
    day = addDays(day, step);
    if (isWorkday(day)) count += step;
  }
  return count;
}

/** Whether the State Council's holiday arrangement is on hand for every year from one day to the other. */
export function isCalendarKnown(from: LocalDate, to: LocalDate): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    // Every arrangement names National Day; New Year's Day may stand in the year before's.
    if (!HOLIDAYS.has(`${year}-10-01`)) return false;
  }
  return true;
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
