import { dateOfSerial } from './date-serial.ts';
import type { GridCell, GridRow } from './grid.ts';
import { MAX_COLUMNS } from './model.ts';
import { type SharedStrings, TextReader } from './shared-strings.ts';
import { attribute } from './xml.ts';

export interface CellContext {
  /** namespace prefix of the worksheet with its colon, or empty */
  readonly prefix: string;
  readonly strings: SharedStrings;
  /** by style index: whether numbers are shown as dates */
  readonly dateStyles: readonly boolean[];
  readonly is1904: boolean;
}

/** A cell's place in the bytes of its row; `from`–`to` is the whole element. */
export interface CellSpan {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** 0 where the cell states none */
  readonly style: number;
}

interface OpenCell extends CellSpan {
  readonly type: string;
  /** the bytes between the tags; equal bounds for an empty cell */
  readonly innerFrom: number;
  readonly innerTo: number;
}

/** Reads the row elements of a worksheet; one instance serves all rows of a sheet. */
export class RowReader {
  readonly #context: CellContext;
  readonly #texts: TextReader;
  readonly #cellOpen: string;
  readonly #cellClose: string;
  readonly #formula: string;
  readonly #value: string;
  readonly #valueClose: string;
  readonly #plainValue: string;
  readonly #plainText: string;
  readonly #plainTextClose: string;
  /** by serial: a column of dates repeats them */
  readonly #dates = new Map<number, string | undefined>();

  constructor(context: CellContext) {
    const { prefix } = context;
    this.#context = context;
    this.#texts = new TextReader(prefix);
    this.#cellOpen = `<${prefix}c`;
    this.#cellClose = `</${prefix}c>`;
    this.#formula = `<${prefix}f`;
    this.#value = `<${prefix}v`;
    this.#valueClose = `</${prefix}v>`;
    this.#plainValue = `<${prefix}v>`;
    this.#plainText = `<${prefix}is><${prefix}t>`;
    this.#plainTextClose = `</${prefix}t></${prefix}is>`;
  }

  /** `only` names the columns wanted; the others cost next to nothing. */
  read(number: number, row: Buffer, only?: ReadonlySet<number>): GridRow {
    const xml = row.toString('latin1');
    const cells: GridCell[] = [];
    let lastColumn = 0;
    let isDamaged = false;
    for (let cell = this.#next(xml, START); cell !== undefined; cell = this.#next(xml, cell)) {
      if (cell.column <= lastColumn) isDamaged = true;
      lastColumn = cell.column;
      if (cell.innerFrom === cell.innerTo || (only !== undefined && !only.has(cell.column))) continue;
      const read = this.#read(row, xml, cell);
      if (read !== undefined) cells.push(read);
    }
    // Two cells for one place are read differently by different programs: neither is believed.
    if (isDamaged) cells.unshift({ column: 0, kind: 'error', text: '' });
    return { number, isHidden: isHiddenRow(xml), cells };
  }

  /** Where each cell stands, for those who change a row. */
  spans(row: Buffer): CellSpan[] {
    const xml = row.toString('latin1');
    const cells: CellSpan[] = [];
    for (let cell = this.#next(xml, START); cell !== undefined; cell = this.#next(xml, cell)) cells.push(cell);
    return cells;
  }

  /** The cell behind another one. */
  #next(xml: string, before: Pick<CellSpan, 'column' | 'to'>): OpenCell | undefined {
    const from = this.#find(xml, this.#cellOpen, before.to);
    const tagEnd = from === -1 ? -1 : xml.indexOf('>', from);
    if (tagEnd === -1) return undefined;
    const tag = xml.slice(from, tagEnd);
    const isEmpty = tag.endsWith('/');
    const column = columnOf(tag) ?? before.column + 1;
    const innerTo = isEmpty ? tagEnd + 1 : xml.indexOf(this.#cellClose, tagEnd);
    if (innerTo === -1 || column > MAX_COLUMNS) return undefined;
    const to = isEmpty ? innerTo : innerTo + this.#cellClose.length;
    const style = Number(shortAttribute(tag, 's') ?? 0);
    return { column, from, to, style, type: shortAttribute(tag, 't') ?? 'n', innerFrom: tagEnd + 1, innerTo };
  }

  /** The element itself, not one whose name only begins alike. */
  #find(xml: string, open: string, from: number): number {
    for (let at = xml.indexOf(open, from); at !== -1; at = xml.indexOf(open, at + 1)) {
      const after = xml.charCodeAt(at + open.length);
      if (after <= 0x20 || after === 0x3e || after === 0x2f) return at;
    }
    return -1;
  }

  #read(row: Buffer, xml: string, cell: OpenCell): GridCell | undefined {
    const { column, innerFrom, innerTo, type } = cell;
    const inner = xml.slice(innerFrom, innerTo);
    if (type === 'inlineStr') return textCell(column, this.#inlineText(row, inner, innerFrom));
    if (this.#hasFormula(inner)) return { column, kind: 'formula', text: '' };
    const open = inner.startsWith(this.#plainValue) ? 0 : this.#find(inner, this.#value, 0);
    if (open === -1) return undefined;
    const from = inner.indexOf('>', open) + 1;
    const to = inner.indexOf(this.#valueClose, from);
    if (from === 0 || to === -1) return undefined;
    if (type === 'str') return textCell(column, this.#texts.decode(row, innerFrom + from, innerFrom + to));
    return this.#plain(cell, inner.slice(from, to));
  }

  /** A value alone, as most cells have it, is seen by its length without searching. */
  #hasFormula(inner: string): boolean {
    const isValueAlone =
      inner.startsWith(this.#plainValue) &&
      inner.indexOf('<', this.#plainValue.length) === inner.length - this.#valueClose.length;
    return !isValueAlone && this.#find(inner, this.#formula, 0) !== -1;
  }

  #inlineText(row: Buffer, inner: string, innerFrom: number): string {
    const isPlain = inner.startsWith(this.#plainText) && inner.endsWith(this.#plainTextClose);
    const from = this.#plainText.length;
    const to = inner.length - this.#plainTextClose.length;
    return isPlain && inner.indexOf('<', from) === to
      ? this.#texts.decode(row, innerFrom + from, innerFrom + to)
      : this.#texts.read(row, innerFrom, innerFrom + inner.length);
  }

  #plain(cell: OpenCell, value: string): GridCell | undefined {
    const { column } = cell;
    switch (cell.type) {
      case 's':
        return textCell(column, this.#context.strings.get(Number(value)) ?? '');
      case 'b':
        return { column, kind: 'boolean', text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { column, kind: 'error', text: value.slice(0, 32) };
      case 'd':
        return { column, kind: 'date', text: value.replace('T', ' ').replace(/(\.\d+)?Z?$/, '') };
      default:
        return this.#number(cell, value);
    }
  }

  #number(cell: OpenCell, value: string): GridCell | undefined {
    const { column } = cell;
    if (this.#context.dateStyles[cell.style] === true) {
      const date = this.#date(Number(value));
      if (date !== undefined) return { column, kind: 'date', text: date };
    }
    const text = plainNumber(value);
    return text === undefined ? undefined : { column, kind: 'number', text };
  }

  #date(serial: number): string | undefined {
    const known = this.#dates.get(serial);
    if (known !== undefined || this.#dates.size > MAX_DATES) return known ?? dateOfSerial(serial, this.#context.is1904);
    const date = dateOfSerial(serial, this.#context.is1904);
    this.#dates.set(serial, date);
    return date;
  }
}

/** Before the first cell. */
const START = { column: 0, to: 0 };
const LETTERS = 26;
const MOST_LETTERS = 3;
const LETTER_BEFORE_A = 0x40;
/** Takes the bit away that makes a letter small. */
const CAPITAL = ~0x20;
const MAX_DATES = 50_000;
const SHORT_NUMBER = /^(?:0|-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?)$/;

/** A number as people would type it: no exponent, and the 15 digits a spreadsheet itself shows; `undefined` for none. */
export function plainNumber(value: string): string | undefined {
  // Longer ones would be slices that keep the text of their whole row.
  if (value.length <= 12 && SHORT_NUMBER.test(value)) return value;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return undefined;
  const shown = Number(number.toPrecision(15));
  const text = String(shown);
  if (!text.includes('e')) return text;
  return Math.abs(shown) >= 1 ? BigInt(shown).toString() : shown.toFixed(20).replace(/0+$/, '');
}

function textCell(column: number, text: string): GridCell | undefined {
  return text === '' ? undefined : { column, kind: 'text', text };
}

function columnOf(tag: string): number | undefined {
  const reference = shortAttribute(tag, 'r');
  if (reference === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < MOST_LETTERS; at += 1) {
    const letter = (reference.charCodeAt(at) & CAPITAL) - LETTER_BEFORE_A;
    if (letter < 1 || letter > LETTERS) break;
    column = column * LETTERS + letter;
  }
  return column === 0 ? undefined : column;
}

/** Attributes of one letter, as nearly every file writes them; the careful way for the others. */
function shortAttribute(tag: string, letter: 'r' | 's' | 't'): string | undefined {
  const at = tag.indexOf(` ${letter}="`);
  if (at === -1) return tag.includes(`${letter}=`) || /\s=/.test(tag) ? attribute(tag, letter) : undefined;
  return tag.slice(at + 4, tag.indexOf('"', at + 4));
}

function isHiddenRow(xml: string): boolean {
  const tag = xml.slice(0, xml.indexOf('>'));
  if (!tag.includes('hidden') && !tag.includes('ht=')) return false;
  const hidden = attribute(tag, 'hidden');
  const height = attribute(tag, 'ht');
  return hidden === '1' || hidden === 'true' || (height !== undefined && Number(height) === 0);
}
