import { isLocalDate, isMonth, parseDate, parseMonth } from '../pure/period.ts';
import { toHalfWidth } from '../pure/text.ts';
import { chineseDate } from './chinese-date.ts';
import type { GridCell } from './grid.ts';
import type { ColumnKind } from './model.ts';

/** The text of a cell in the form its column wants, or why the cell cannot be believed. */
export type CellText =
  | { readonly text: string }
  | {
      readonly error: 'formula_cell' | 'error_value' | 'id_truncated' | 'date_format' | 'month_format';
      readonly text: string;
    };

/** From here on a number has lost the digits after its fifteenth. */
const FIRST_TRUNCATED = 1e15;
const LONGEST_VALUE = 4_096;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
const PLAIN_ID = /^[0-9A-Z]+$/;
const EXPONENT = /^\d(?:\.\d+)?E\+?(\d+)$/i;

/**
 * Brings a cell to text: days as `YYYY-MM-DD`, months as `YYYY-MM`, numbers half width without grouping, ids without
 * spaces. What is no day or no number stays as it was typed, for the check to name.
 */
export function cellText(cell: GridCell, kind: ColumnKind): CellText {
  if (cell.kind === 'formula') return { error: 'formula_cell', text: '' };
  // No date, number or code is so long: the check refuses it by its length, without anybody reading it again and again.
  if (cell.text.length > LONGEST_VALUE) return { text: cell.text };
  if (cell.kind === 'error') return { error: 'error_value', text: cell.text };
  if (kind === 'date' || kind === 'month') return dayText(cell, kind);
  if (cell.kind === 'number' && kind !== 'integer' && kind !== 'decimal' && kind !== 'yuan') {
    return Math.abs(Number(cell.text)) >= FIRST_TRUNCATED
      ? { error: 'id_truncated', text: cell.text }
      : { text: cell.text };
  }
  if (cell.kind !== 'text') return { text: cell.text };
  switch (kind) {
    case 'id':
      return idText(cell.text);
    case 'integer':
    case 'decimal':
    case 'yuan':
      return { text: numberText(cell.text) };
    case 'code':
    case 'place':
      return { text: cell.text.replace(INVISIBLE, '').trim() };
    default:
      return { text: trimmed(cell.text) };
  }
}

function dayText(cell: GridCell, kind: 'date' | 'month'): CellText {
  if (cell.kind === 'date') return { text: cell.text.slice(0, kind === 'date' ? 10 : 7) };
  const error = kind === 'date' ? 'date_format' : 'month_format';
  // 43160 without a date format, 2018.1 that may be January or October: nobody can tell.
  const isReadable = kind === 'date' ? /^\d{8}$/ : /^\d{6}$/;
  if (cell.kind !== 'text' && !isReadable.test(cell.text)) return { error, text: cell.text };
  const typed = toHalfWidth(cell.text).replace(INVISIBLE, '').trim();
  if (kind === 'date' ? isLocalDate(typed) : isMonth(typed)) return { text: typed };
  const plain = chineseDate(typed)
    .replace(/\s+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '')
    .replace(/\s+/g, '');
  const parsed = kind === 'date' ? parseDate(plain) : parseMonth(plain);
  return { text: parsed.ok ? parsed.value : plain };
}

/** Digits as people paste them: grouped by spaces or hyphens, full width, behind an apostrophe. */
function idText(text: string): CellText {
  if (PLAIN_ID.test(text) && !text.includes('E')) return { text };
  const plain = toHalfWidth(text).replace(INVISIBLE, '').replace(/\s/g, '').replace(/^'/, '').toUpperCase();
  const exponent = EXPONENT.exec(plain);
  return exponent !== null && Number(exponent[1]) >= 10 ? { error: 'id_truncated', text: plain } : { text: plain };
}

function numberText(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  const plain = toHalfWidth(text).replace(INVISIBLE, '').replaceAll('\u2212', '-').trim();
  return /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
}

function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const isPlain = first > 0x20 && last > 0x20 && first < 0x2000 && last < 0x2000;
  const isHan = first >= 0x3400 && first < 0xa000 && last >= 0x3400 && last < 0xa000;
  return isPlain || isHan ? text : text.replace(/\uFEFF/g, '').trim();
}
