import { parseYuan } from '../pure/money.ts';
import { parseDate, parseMonth } from '../pure/period.ts';
import { parsePlace } from '../pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../pure/result.ts';
import { toHalfWidth } from '../pure/text.ts';
import {
  type CellError,
  type CheckedValue,
  DEFAULT_MAX_LENGTH,
  type SheetColumn,
  type SheetRow,
  type SheetSpec,
  type ValuesOf,
} from './model.ts';

/** What only the feature knows: which numbers and places it takes. Both may also bring the text to its stored form. */
export interface Converters {
  readonly id?: (text: string, column: SheetColumn) => Result<string, Refusal>;
  readonly place?: (text: string, column: SheetColumn) => Result<string, Refusal>;
}

export interface CheckedRow<S extends SheetSpec> {
  readonly rowNumber: number;
  /** `undefined` exactly when there are errors */
  readonly values: ValuesOf<S> | undefined;
  readonly errors: readonly CellError[];
}

/** Checks rows one by one as they are read; see {@link rowChecker}. */
export async function* checkRows<S extends SheetSpec>(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  spec: S,
  convert: Converters = {},
): AsyncGenerator<CheckedRow<S>> {
  const check = rowChecker(spec, convert);
  for await (const row of rows) yield check(row);
}

/**
 * A function that turns texts into typed values by the kinds of the columns. It remembers the rows it has seen: a
 * combination of `unique` keys that occurs again is an error that names the earlier row.
 */
export function rowChecker<S extends SheetSpec>(spec: S, convert: Converters = {}): (row: SheetRow) => CheckedRow<S> {
  const checks = spec.columns.map((column) => ({ column, check: cellChecker(column, convert) }));
  // a row that begins with all its columns takes a third of the memory of one that grows by them
  const blank = Object.fromEntries(spec.columns.map(({ key }) => [key, undefined]));
  const seen = new Map<string, number>();
  return ({ rowNumber, values: texts, cellErrors }) => {
    const values: Record<string, CheckedValue> = { ...blank };
    const errors = [...cellErrors];
    const broken = cellErrors.length === 0 ? undefined : new Set(cellErrors.map(({ key }) => key));
    for (const { column, check } of checks) {
      if (broken?.has(column.key)) continue;
      const text = texts[column.key] ?? '';
      const checked = text === '' ? whenEmpty(column) : check(text);
      if (checked.ok) values[column.key] = checked.value;
      else errors.push(errorAt(rowNumber, column.key, checked.refusal));
    }
    const other = errors.length === 0 ? firstSeen(seen, spec, { rowNumber, values }) : undefined;
    if (other !== undefined) {
      errors.push({ rowNumber, key: spec.unique?.[0] ?? '', code: 'duplicate_row', values: { other } });
    }
    // The values were checked against the very columns that ValuesOf is computed from.
    return { rowNumber, values: errors.length === 0 ? (values as ValuesOf<S>) : undefined, errors };
  };
}

type Check = (text: string) => Result<CheckedValue, Refusal>;

function cellChecker(column: SheetColumn, convert: Converters): Check {
  const check = kindCheck(column, convert);
  const max = column.maxLength ?? DEFAULT_MAX_LENGTH;
  return (text) => {
    if (text.length > max) {
      // A code point takes two units at most: beyond that there is nothing to count.
      const length = text.length > max * 2 ? text.length : Array.from(text).length;
      if (length > max) return refuse(refusal('too_long', undefined, { max, length }));
    }
    if (column.personal === true && text.includes('*')) return refuse(refusal('masked'));
    return check(text);
  };
}

function kindCheck(column: SheetColumn, convert: Converters): Check {
  switch (column.kind) {
    case 'text':
      return (text) => (FORBIDDEN.test(text) ? refuse(refusal('forbidden_character')) : ok(text));
    case 'integer':
      return parseInteger;
    case 'decimal':
      return parseDecimal;
    case 'date':
      return remembering(parseDate);
    case 'month':
      return remembering(parseMonth);
    case 'yuan':
      return (text) => parseYuan(text);
    case 'code':
      return codeCheck(column);
    case 'id':
      return (text) => (convert.id === undefined ? ok(text) : convert.id(text, column));
    case 'place':
      return (text) => (convert.place === undefined ? placeByCode(text) : convert.place(text, column));
  }
}

const MAX_REMEMBERED = 50_000;

/** A column of days holds few different ones. */
function remembering(check: Check): Check {
  const known = new Map<string, Result<CheckedValue, Refusal>>();
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const checked = check(text);
    if (known.size < MAX_REMEMBERED) known.set(text, checked);
    return checked;
  };
}

/** Control characters but line breaks and tabs, and what stands for bytes that were no text. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFD-\uFFFF]/u;
const INTEGER = /^([-+]?)(\d+)(?:\.0+)?$/;
const DECIMAL = /^([-+]?)(\d+)(?:\.(\d+))?$/;
const MAX_DECIMAL_DIGITS = 20;

function parseInteger(text: string): Result<number, Refusal> {
  const match = INTEGER.exec(ungrouped(text));
  if (match === null) return refuse(refusal('integer_format'));
  const number = Number(`${match[1]}${match[2]}`);
  return Number.isSafeInteger(number) ? ok(number === 0 ? 0 : number) : refuse(refusal('number_too_large'));
}

/** The shortest text of the same number: `+007.50` → `7.5`. */
function parseDecimal(text: string): Result<string, Refusal> {
  const match = DECIMAL.exec(ungrouped(text));
  if (match === null) return refuse(refusal('decimal_format'));
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '');
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  if (whole.length + decimals.length > MAX_DECIMAL_DIGITS) return refuse(refusal('number_too_large'));
  const digits = decimals === '' ? whole : `${whole}.${decimals}`;
  return ok(match[1] === '-' && digits !== '0' ? `-${digits}` : digits);
}

function ungrouped(text: string): string {
  if (DECIMAL.test(text)) return text;
  const plain = toHalfWidth(text).trim();
  return /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
}

function codeCheck(column: SheetColumn): Check {
  const codes = new Map<string, string>();
  for (const { code, words } of column.codes ?? []) {
    for (const form of [...words, code]) codes.set(codeForm(form), code);
  }
  const choices = (column.codes ?? []).map(({ words }) => words[0]).join('\u3001');
  return (text) => {
    const code = codes.get(text) ?? codes.get(codeForm(text));
    return code === undefined ? refuse(refusal('code_unknown', undefined, { choices })) : ok(code);
  };
}

function codeForm(text: string): string {
  return toHalfWidth(text).replace(/\s/g, '').toLowerCase();
}

function placeByCode(text: string): Result<string, Refusal> {
  const place = parsePlace(text);
  return place.ok ? ok(String(place.value)) : refuse(refusal('place_unknown'));
}

function whenEmpty(column: SheetColumn): Result<undefined, Refusal> {
  return column.required === true ? refuse(refusal('required')) : ok(undefined);
}

function errorAt(rowNumber: number, key: string, { code, values }: Refusal): CellError {
  return { rowNumber, key, code, ...(values === undefined ? {} : { values }) };
}

/** The earlier row with the same `unique` values; remembers this one where there is none. */
function firstSeen(
  seen: Map<string, number>,
  spec: SheetSpec,
  row: { rowNumber: number; values: Readonly<Record<string, CheckedValue>> },
): number | undefined {
  if (spec.unique === undefined || spec.unique.length === 0) return undefined;
  const key = spec.unique.map((name) => String(row.values[name] ?? '')).join('\u0000');
  const earlier = seen.get(key);
  if (earlier === undefined) seen.set(key, row.rowNumber);
  return earlier;
}
