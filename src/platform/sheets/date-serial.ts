import { dateOfDayNumber } from '../pure/period.ts';

const SECONDS_PER_DAY = 86_400;
/** Days from 1899-12-30 to 1970-01-01: serials from 61 on count from there. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * A serial number shown as a date: `YYYY-MM-DD`, with ` hh:mm:ss` behind it where there is a time of day. `undefined`
 * for what is no day: a bare time (below 1), the invented 1900-02-29 (serial 60), numbers beyond the year 9999.
 */
export function dateOfSerial(serial: number, is1904: boolean): string | undefined {
  // Rounded to the second: 43160.99999999 is what a program makes of midnight.
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  if (!(serial >= (is1904 ? 0 : 1)) || day > LAST_SERIAL - (is1904 ? EPOCH_1900 - EPOCH_1904 : 0)) return undefined;
  if (!is1904 && day === 60) return undefined;
  const shift = is1904 ? EPOCH_1904 : day < 60 ? EPOCH_1900 - 1 : EPOCH_1900;
  const date = dateOfDayNumber(day - shift);
  const rest = seconds - day * SECONDS_PER_DAY;
  return rest === 0 ? date : `${date} ${clock(rest)}`;
}

/** The serial of a day in the 1900 system; days before 1900-03-01 have none that all programs agree on. */
export function serialOfDay(dayNumber: number): number | undefined {
  const serial = dayNumber + EPOCH_1900;
  return serial > 60 && serial <= LAST_SERIAL ? serial : undefined;
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Built-in formats that show a day; 27–36 and 50–58 do so in Chinese Excel. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether a number format shows a day or a month: by its number, or by a y, d or m outside quotes and brackets. */
export function isDateFormat(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.has(formatId);
  const bare =
    code
      .slice(0, 255)
      .replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, '')
      .split(';')[0] ?? '';
  if (/general/i.test(bare)) return false;
  // m alone may be minutes: it is a month unless hours or seconds stand with it.
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
}
