import { columnLetters } from './model.ts';
import type { CellSpan, RowReader } from './sheet-cells.ts';
import type { Segment } from './sheet-split.ts';
import { escapeCellText } from './xml.ts';

/** What one cell becomes. Without `value` its content stays, `empty` empties it. */
export interface CellEdit {
  readonly value?: number | string | { readonly empty: true };
  readonly style?: (before: number) => number;
}

export interface RowEdits {
  /** by column */
  readonly cells: ReadonlyMap<number, CellEdit>;
  /** for every cell that has no edit of its own; `undefined` leaves its bytes as they are */
  readonly others?: (cell: CellSpan, xml: string) => string | undefined;
}

export interface SheetEdits {
  readonly reader: RowReader;
  readonly prefix: string;
  /** asked once for each row of the file, in order */
  readonly row: (rowNumber: number) => RowEdits | undefined;
  /** rows with edits, in order: those that the file lacks are added */
  readonly rowNumbers: readonly number[];
  /** what stands before the first row and after the last one */
  readonly before?: (xml: string) => string;
  readonly after?: (xml: string) => string;
}

/** Writes a worksheet again with some cells changed; every byte that no edit concerns stays as it was. */
export async function* rewriteSheet(
  segments: AsyncIterable<readonly Segment[]>,
  edits: SheetEdits,
): AsyncGenerator<Buffer> {
  const missing = [...edits.rowNumbers];
  let isBefore = true;
  for await (const batch of segments) {
    const out: (Buffer | string)[] = [];
    for (const { rowNumber, bytes } of batch) {
      if (rowNumber === 0) {
        const text = bytes.toString('utf8');
        const hasEnd = text.includes(`</${edits.prefix}worksheet`);
        out.push(...(gap(text, { isBefore, hasEnd, missing }, edits) ?? [bytes]));
        if (hasEnd || isBefore) isBefore = false;
        continue;
      }
      while (missing.length > 0 && (missing[0] ?? 0) < rowNumber) out.push(newRow(missing.shift() ?? 0, edits));
      if (missing[0] === rowNumber) missing.shift();
      const found = edits.row(rowNumber);
      out.push(found === undefined ? bytes : rewriteRow(rowNumber, bytes, { edits, found }));
    }
    if (out.length > 0)
      yield Buffer.concat(out.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part)));
  }
}

/** `B7` from numbers. */
export function cellName(column: number, row: number): string {
  return columnLetters(column) + row;
}

/** The element of a cell; `value` a finite number, a text, or nothing. */
export function cellXml(name: string, value: number | string | undefined, { style = 0, prefix = '' } = {}): string {
  const open = `<${prefix}c r="${name}"${style === 0 ? '' : ` s="${style}"`}`;
  if (value === undefined || value === '') return `${open}/>`;
  if (typeof value === 'number') return `${open}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  const text = `<${prefix}t xml:space="preserve">${escapeCellText(value)}</${prefix}t>`;
  return `${open} t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`;
}

interface Gap {
  readonly isBefore: boolean;
  readonly hasEnd: boolean;
  readonly missing: number[];
}

/** The text around the rows; a sheet without any row has both parts in one. */
function gap(text: string, { isBefore, hasEnd, missing }: Gap, edits: SheetEdits): string[] | undefined {
  if (!isBefore && !hasEnd) return undefined;
  const end = hasEnd ? endOfRows(text, edits.prefix) : text.length;
  const head = text.slice(0, end);
  const tail = text.slice(end);
  const before = isBefore && edits.before !== undefined ? edits.before(head) : head;
  if (!hasEnd) return [before];
  const rows = missing.splice(0).map((rowNumber) => newRow(rowNumber, edits));
  const after = edits.after === undefined ? tail : edits.after(tail);
  const hollow = new RegExp(`<${edits.prefix}sheetData\\s*/>$`).exec(before);
  if (rows.length > 0 && hollow !== null) {
    const open = `${before.slice(0, hollow.index)}<${edits.prefix}sheetData>`;
    return [open, ...rows, `</${edits.prefix}sheetData>`, after];
  }
  return [before, ...rows, after];
}

/** Where `</sheetData>` begins, or where an empty `<sheetData/>` ends. */
function endOfRows(text: string, prefix: string): number {
  const close = text.indexOf(`</${prefix}sheetData`);
  if (close !== -1) return close;
  const open = text.indexOf(`<${prefix}sheetData`);
  return open === -1 ? text.length : text.indexOf('>', open) + 1;
}

function newRow(rowNumber: number, edits: SheetEdits): string {
  const cells = [...(edits.row(rowNumber)?.cells ?? [])].toSorted(([a], [b]) => a - b);
  const inner = cells.map(([column, edit]) => newCell(column, rowNumber, { edit, prefix: edits.prefix })).join('');
  return `<${edits.prefix}row r="${rowNumber}">${inner}</${edits.prefix}row>`;
}

function newCell(column: number, row: number, { edit, prefix }: { edit: CellEdit; prefix: string }): string {
  const style = edit.style?.(0) ?? 0;
  const value = typeof edit.value === 'object' ? undefined : edit.value;
  return cellXml(cellName(column, row), value, { style, prefix });
}

function rewriteRow(
  rowNumber: number,
  bytes: Buffer,
  { edits, found }: { edits: SheetEdits; found: RowEdits },
): Buffer {
  // One character per byte: places in the text are places in the bytes, and text of any language passes unchanged.
  const xml = bytes.toString('latin1');
  const { prefix } = edits;
  const waiting = [...found.cells].toSorted(([a], [b]) => a - b);
  const tagEnd = xml.indexOf('>') + 1;
  const isHollow = xml[tagEnd - 2] === '/';
  const openTag = xml.slice(0, isHollow ? tagEnd - 2 : tagEnd - 1).replace(/\sspans\s*=\s*["'][^"']*["']/, '');
  let out = `${openTag}>`;
  let at = tagEnd;
  const insertBefore = (column: number): void => {
    for (let next = waiting[0]; next !== undefined && next[0] < column; next = waiting[0]) {
      out += latin1(newCell(next[0], rowNumber, { edit: next[1], prefix }));
      waiting.shift();
    }
  };
  for (const cell of edits.reader.spans(bytes)) {
    out += xml.slice(at, cell.from);
    insertBefore(cell.column);
    at = cell.to;
    const original = xml.slice(cell.from, cell.to);
    const edit = waiting[0]?.[0] === cell.column ? waiting.shift()?.[1] : undefined;
    const changed =
      edit === undefined ? found.others?.(cell, original) : editCell(original, cell, { edit, rowNumber, prefix });
    out += changed ?? original;
  }
  insertBefore(Number.POSITIVE_INFINITY);
  out += isHollow ? `</${prefix}row>` : xml.slice(at);
  return Buffer.from(out, 'latin1');
}

function editCell(
  original: string,
  cell: CellSpan,
  { edit, rowNumber, prefix }: { edit: CellEdit; rowNumber: number; prefix: string },
): string {
  const style = edit.style?.(cell.style) ?? cell.style;
  if (edit.value === undefined) return withStyle(original, style);
  const value = typeof edit.value === 'object' ? undefined : edit.value;
  return latin1(cellXml(cellName(cell.column, rowNumber), value, { style, prefix }));
}

/** The same element with another style number. */
export function withStyle(original: string, style: number): string {
  const tagEnd = original.indexOf('>');
  const isHollow = original[tagEnd - 1] === '/';
  const tag = original.slice(0, isHollow ? tagEnd - 1 : tagEnd).replace(/\ss\s*=\s*["']\d*["']/, '');
  return `${tag.trimEnd()} s="${style}"${original.slice(isHollow ? tagEnd - 1 : tagEnd)}`;
}

/** UTF-8 bytes as one character each. */
function latin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
