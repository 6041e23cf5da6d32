import type { Brand } from './brand.ts';
import { ok, type Refusal, type Result, refusal, refuse } from './result.ts';
import { toHalfWidth } from './text.ts';

/** A calendar month, `YYYY-MM`. */
export type Month = Brand<string, 'Month'>;
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`, years 0001 to 9999. */
export type LocalDate = Brand<string, 'LocalDate'>;

const DAY_MILLIS = 86_400_000;
const SHANGHAI_OFFSET_MILLIS = 8 * 3_600_000;
const FIRST_YEAR = 1;
const LAST_YEAR = 9999;

const DATE_FORMS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const STORED_DATE = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_FORMS = [
  /^(\d{4})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月$/,
  /^(\d{4})(\d{2})$/,
];

/** Reads a day as people and spreadsheets write it: 2018-06-27, 2018/6/27, 2018.6.27, 2018年6月27日, 20180627, full width too. */
export function parseDate(text: string): Result<LocalDate, Refusal<'date_format' | 'date_not_in_calendar'>> {
  const parts = readParts(text, DATE_FORMS);
  if (parts === undefined) return refuse(refusal('date_format'));
  const [year = 0, month = 0, day = 0] = parts;
  const isReal = isRealMonth(year, month) && day >= 1 && day <= daysInMonth(year, month);
  return isReal ? ok(dateOf(year, month, day)) : refuse(refusal('date_not_in_calendar'));
}

/** Reads a month: 2018-06, 2018/6, 2018.6, 2018年6月, 201806, full width too. */
export function parseMonth(text: string): Result<Month, Refusal<'month_format' | 'month_not_in_calendar'>> {
  const parts = readParts(text, MONTH_FORMS);
  if (parts === undefined) return refuse(refusal('month_format'));
  const [year = 0, month = 0] = parts;
  return isRealMonth(year, month) ? ok(monthText(year, month)) : refuse(refusal('month_not_in_calendar'));
}

/** Whether the text is a day of the calendar in its only stored form, `YYYY-MM-DD`. */
export function isLocalDate(text: string): text is LocalDate {
  if (!STORED_DATE.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return isRealMonth(year, month) && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether the text is a month in its only stored form, `YYYY-MM`. */
export function isMonth(text: string): text is Month {
  const parsed = parseMonth(text);
  return parsed.ok && parsed.value === text;
}

/** For values that must be right already (literals, database columns): throws a RangeError otherwise. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

/** For values that must be right already (literals, database columns): throws a RangeError otherwise. */
export function localMonth(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`not a month: ${text}`);
  return text;
}

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7) as Month;
}

export function firstDay(month: Month): LocalDate {
  return `${month}-01` as LocalDate;
}

export function lastDay(month: Month): LocalDate {
  const [year, number] = yearAndMonth(month);
  return dateOf(year, number, daysInMonth(year, number));
}

/** The corresponding day `count` months later (or earlier); where that month has none, its last day (Civil Code art. 202). */
export function addMonths(date: LocalDate, count: number): LocalDate {
  const [year, month] = yearAndMonth(shiftMonth(monthOf(date), count));
  return dateOf(year, month, Math.min(Number(date.slice(8)), daysInMonth(year, month)));
}

/** The month `count` months later (or earlier). */
export function shiftMonth(month: Month, count: number): Month {
  requireInteger(count);
  const [year, number] = yearAndMonth(month);
  const index = year * 12 + number - 1 + count;
  const shiftedYear = Math.floor(index / 12);
  requireYear(shiftedYear);
  return monthText(shiftedYear, index - shiftedYear * 12 + 1);
}

/** Months from one to the other: 0 for the same, negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  const [fromYear, fromMonth] = yearAndMonth(from);
  const [toYear, toMonth] = yearAndMonth(to);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

export function addDays(date: LocalDate, count: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + count);
}

/** Days from one to the other: 0 for the same, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Order in time, for `toSorted` and comparisons. */
export function compare<T extends LocalDate | Month>(a: T, b: T): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Nine in the morning of a day in China: the instant that made-up data gives to what happened on it. */
export function atNine(day: string): Date {
  return new Date(`${day}T09:00:00+08:00`);
}

/** The day it is in China at an instant: UTC+8 all year, as since 1992. */
export function todayInShanghai(instant: Date): LocalDate {
  return dateOfDayNumber(Math.floor((instant.getTime() + SHANGHAI_OFFSET_MILLIS) / DAY_MILLIS));
}

/** Days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  const [year, month] = yearAndMonth(monthOf(date));
  // Not Date.UTC: it takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, Number(date.slice(8))) / DAY_MILLIS;
}

/** The day `number` days after 1970-01-01. Throws a RangeError outside the years 0001 to 9999. */
export function dateOfDayNumber(number: number): LocalDate {
  requireInteger(number);
  const instant = new Date(number * DAY_MILLIS);
  requireYear(instant.getUTCFullYear());
  return instant.toISOString().slice(0, 10) as LocalDate;
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
  const sinceMonday = (dayNumber(date) + 3) % 7;
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

function readParts(text: string, forms: readonly RegExp[]): number[] | undefined {
  const plain = toHalfWidth(text).trim();
  for (const form of forms) {
    const match = form.exec(plain);
    if (match !== null) return match.slice(1).map(Number);
  }
  return undefined;
}

function isRealMonth(year: number, month: number): boolean {
  return year >= FIRST_YEAR && month >= 1 && month <= 12;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function yearAndMonth(month: Month): [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
}

function monthText(year: number, month: number): Month {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Month;
}

function dateOf(year: number, month: number, day: number): LocalDate {
  return `${monthText(year, month)}-${String(day).padStart(2, '0')}` as LocalDate;
}

function requireYear(year: number): void {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw new RangeError(`outside the calendar: year ${year}`);
}

function requireInteger(count: number): void {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not an integer: ${count}`);
}
