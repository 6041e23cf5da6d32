import { DAY, DIGITS, MONTH, TEN, VARIANTS, YEAR } from './chinese-numerals.data.ts';

const FORM = /^(.{2,4})\u5e74(?:(.{1,3})\u6708(?:(.{1,3})[\u65e5\u53f7])?)?$/;

/**
 * A date in Chinese numerals (二〇二四年三月一日, 二○二四年十二月三十一日) with Arabic digits: `2024年3月1日`. Any other
 * text comes back as it is, but for 号 which becomes 日.
 */
export function chineseDate(text: string): string {
  const compact = text.replace(/\s/g, '');
  const match = FORM.exec(compact);
  if (match === null) return text;
  const [, year = '', month, day] = match;
  const numbers = [yearOf(year), month === undefined ? '' : countOf(month), day === undefined ? '' : countOf(day)];
  if (numbers.includes(undefined)) return text;
  const [y = '', m = '', d = ''] = numbers;
  return [y + YEAR, m === '' ? '' : m + MONTH, d === '' ? '' : d + DAY].join('');
}

/** Digit by digit: 二〇二四 → 2024. */
function yearOf(text: string): string | undefined {
  const digits = Array.from(text, digitOf).join('');
  return /^\d{4}$/.test(digits) ? digits : undefined;
}

/** 三 → 3, 十 → 10, 十二 → 12, 三十 → 30, 三十一 → 31; Arabic digits stay. */
function countOf(text: string): string | undefined {
  const digits = Array.from(text, digitOf).join('');
  const match = /^(\d?)(\u5341?)(\d?)$/.exec(digits);
  if (/^\d{1,2}$/.test(digits)) return digits;
  if (match === null || match[2] !== TEN) return undefined;
  return String(Number(match[1] === '' ? 1 : match[1]) * 10 + Number(match[3]));
}

function digitOf(char: string): string {
  const value = DIGITS.indexOf(char);
  return value === -1 ? (VARIANTS[char] ?? char) : String(value);
}
