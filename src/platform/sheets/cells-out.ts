import { formatYuan } from '../pure/money.ts';
import { maskName } from '../pure/names.ts';
import { dayNumber, isLocalDate } from '../pure/period.ts';
import { maskResidentId } from '../pure/resident-id.ts';
import type { Language } from '../words.ts';
import { serialOfDay } from './date-serial.ts';
import { columnLetters, headOf, inLanguage, type SheetColumn, type SheetSpec } from './model.ts';
import { STYLE } from './package-parts.ts';
import { escapeCellText } from './xml.ts';

/**
 * A value by column key: yuan as bigint fen, days and months as text, codes as the code itself. A bigint in a `decimal`
 * column is an amount in fen too: where a list has a unit of its own in each row, it is shown as yuan.
 */
export type ExportRow = Readonly<Record<string, string | number | bigint | null | undefined>>;

export interface Showing {
  readonly spec: SheetSpec;
  readonly language: Language;
  /** keys of personal columns shown in full; all others are masked */
  readonly revealed?: readonly string[];
  /** how single personal columns are masked; ids keep region and last four characters, other texts their first */
  readonly masks?: Readonly<Record<string, (text: string) => string>>;
  /** which columns, in which order; all of the list where not stated */
  readonly keys?: readonly string[];
}

/** Beyond these a spreadsheet loses digits; such a number is written as text. */
const MAX_EXACT_DIGITS = 15;

/** `number` is written as it stands, `text` is escaped. */
export type Shown = { readonly text: string } | string;

export interface ExportColumn {
  readonly key: string;
  readonly head: string;
  readonly letters: string;
  readonly width: number;
  readonly kind: SheetColumn['kind'];
  readonly show: (value: ExportRow[string]) => Shown;
}

/** The columns of an output and how each shows its values. */
export function columnsOf(options: Showing): ExportColumn[] {
  const { spec, language, keys } = options;
  const chosen = keys === undefined ? spec.columns : keys.flatMap((key) => spec.columns.filter((it) => it.key === key));
  return chosen.map((column, index) => ({
    key: column.key,
    head: headOf(column, language),
    letters: columnLetters(index + 1),
    width: column.width ?? DEFAULT_WIDTHS[column.kind],
    kind: column.kind,
    show: showing(column, options),
  }));
}

const DEFAULT_WIDTHS: Readonly<Record<SheetColumn['kind'], number>> = {
  text: 16,
  integer: 10,
  decimal: 12,
  date: 12,
  month: 10,
  yuan: 14,
  code: 14,
  id: 22,
  place: 18,
};

function showing(column: SheetColumn, options: Showing): ExportColumn['show'] {
  const { language, revealed, masks } = options;
  const isMasked = column.personal === true && revealed?.includes(column.key) !== true;
  const mask = masks?.[column.key] ?? (column.kind === 'id' ? maskResidentId : maskName);
  const codes = new Map((column.codes ?? []).map(({ code, words: pair }) => [code, inLanguage(pair, language)]));
  return (value) => {
    if (value === null || value === undefined || value === '') return '';
    if (isMasked) return { text: mask(String(value)) };
    switch (column.kind) {
      case 'yuan':
        return numberOrText(typeof value === 'bigint' ? yuanText(value) : String(value));
      case 'decimal':
        if (typeof value === 'bigint') return numberOrText(yuanText(value));
        return Number.isSafeInteger(value) ? String(value) : numberOrText(String(value));
      case 'integer':
        return Number.isSafeInteger(value) ? String(value) : numberOrText(String(value));
      case 'code':
        return { text: codes.get(String(value)) ?? String(value) };
      default:
        return { text: String(value) };
    }
  };
}

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

function numberOrText(text: string): Shown {
  const isExact =
    text.length <= MAX_EXACT_DIGITS || text.replace(/\D/g, '').replace(/^0+/, '').length <= MAX_EXACT_DIGITS;
  return isExact && PLAIN_NUMBER.test(text) ? text : { text };
}

function yuanText(fen: bigint): string {
  return formatYuan(fen).replaceAll(',', '');
}

export interface OutRow {
  readonly rowNumber: number;
  readonly values: ExportRow;
  readonly serials: DaySerials;
}

/** One row of an output; empty cells are left out. */
export function rowXml(row: OutRow, columns: readonly ExportColumn[]): string {
  const { rowNumber, values, serials } = row;
  let cells = '';
  for (const { key, letters, kind, show } of columns) {
    const shown = show(values[key]);
    if (shown === '') continue;
    const name = letters + rowNumber;
    if (typeof shown === 'string') cells += `<c r="${name}" s="${numberStyle(kind, values[key])}"><v>${shown}</v></c>`;
    else cells += kind === 'date' ? dateCell(name, shown.text, serials) : textCell(name, STYLE.text, shown.text);
  }
  return `<row r="${rowNumber}">${cells}</row>`;
}

function numberStyle(kind: SheetColumn['kind'], value: ExportRow[string]): number {
  if (kind === 'yuan' || (kind === 'decimal' && typeof value === 'bigint')) return STYLE.yuan;
  return kind === 'integer' ? STYLE.integer : STYLE.decimal;
}

/** The serial numbers of days already written: a column of dates holds few different ones. */
export class DaySerials {
  readonly #known = new Map<string, number | undefined>();

  get(date: string): number | undefined {
    if (this.#known.has(date)) return this.#known.get(date);
    const serial = isLocalDate(date) ? serialOfDay(dayNumber(date)) : undefined;
    if (this.#known.size < MAX_REMEMBERED_DAYS) this.#known.set(date, serial);
    return serial;
  }
}

const MAX_REMEMBERED_DAYS = 50_000;

function dateCell(name: string, date: string, serials: DaySerials): string {
  const serial = serials.get(date);
  if (serial === undefined) return textCell(name, STYLE.text, date);
  return `<c r="${name}" s="${STYLE.date}"><v>${serial}</v></c>`;
}

/** Letters, digits and Han: nothing to escape. */
const PLAIN_TEXT = /^[0-9A-Za-z\u3400-\u9fff\u00b7.-]+$/;

/** An inline text: a spreadsheet never calculates it, whatever it begins with. */
export function textCell(name: string, style: number, text: string): string {
  if (PLAIN_TEXT.test(text)) return `<c r="${name}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const space = /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t${space}>${escapeCellText(text)}</t></is></c>`;
}
