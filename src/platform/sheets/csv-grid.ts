import { ok, type Result, refusal, refuse } from '../pure/result.ts';
import type { GridCell, GridFile, GridRow, WantedCells } from './grid.ts';
import type { SheetLimits } from './limits.ts';
import type { SheetRefusal } from './model.ts';

/** Small, so that a batch is gone before it counts as old. */
const BATCH_ROWS = 50;
const MAX_CSV_COLUMNS = 1_024;

/** Opens comma, semicolon or tab separated text in UTF-8 (with or without mark), GB18030 or UTF-16. */
export function openCsv(bytes: Buffer, limits: SheetLimits): Result<GridFile, SheetRefusal> {
  const text = decodeText(bytes);
  if (text === undefined || /^\s*<(!doctype|html|svg|\?xml|script)/i.test(text.slice(0, 256))) {
    return refuse(refusal('sheet_wrong_type'));
  }
  const separator = separatorOf(text);
  let rowCount = 0;
  for (const { fields, number } of records(text, separator)) {
    if (fields === undefined) return refuse(refusal('sheet_cell_too_large', undefined, { row: number }));
    if (fields.some((field) => field !== '')) rowCount += 1;
    // The head stands among these rows too.
    if (rowCount > limits.rows + 1) return refuse(refusal('sheet_too_many_rows', undefined, { limit: limits.rows }));
  }
  const grid = {
    sheetName: 'CSV',
    sheetIndex: 0,
    rowCount: Math.max(0, rowCount - 1),
    merges: [],
    isColumnHidden: () => false,
    rows: async function* ({ firstRow = 1 }: WantedCells = {}) {
      let batch: GridRow[] = [];
      for (const { fields = [], number } of records(text, separator)) {
        if (number < firstRow) continue;
        batch.push({ number, isHidden: false, cells: fields.flatMap(toCell) });
        if (batch.length < BATCH_ROWS) continue;
        yield batch;
        batch = [];
      }
      yield batch;
    },
  };
  return ok({ grids: [grid] });
}

/** The text of a file, by its mark or by what it decodes as without error; `undefined` for what is no text. */
export function decodeText(bytes: Buffer): string | undefined {
  if (bytes.length >= 2 && bytes.readUInt16LE(0) === 0xfeff) return decode(bytes, 'utf-16le');
  if (bytes.includes(0)) return undefined;
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
}

/** The separator of the first line that has one; shared with those who write into the same file. */
export function separatorOf(text: string): ',' | ';' | '\t' {
  for (const line of text.slice(0, 65_536).split(/\r?\n/, 30)) {
    const counts = ([',', '\t', ';'] as const).map((mark) => ({ mark, count: line.split(mark).length - 1 }));
    const most = counts.toSorted((a, b) => b.count - a.count)[0];
    if (most !== undefined && most.count > 0) return most.mark;
  }
  return ',';
}

interface CsvRecord {
  /** as the spreadsheet counts */
  readonly number: number;
  /** `undefined` for a record beyond all bounds */
  readonly fields: string[] | undefined;
}

/** RFC 4180 with any line end; a quote inside an unquoted field stands for itself. */
export function* records(text: string, separator: string): Generator<CsvRecord> {
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const fields: string[] = [];
    number += 1;
    for (let isOpen = true; isOpen; ) {
      const field = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
      fields.push(field.value);
      at = field.end;
      isOpen = text[at] === separator;
      if (isOpen) at += 1;
      if (fields.length > MAX_CSV_COLUMNS || field.value.length > MAX_FIELD) {
        yield { number, fields: undefined };
        return;
      }
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    yield { number, fields };
  }
}

const MAX_FIELD = 65_536;

interface Field {
  readonly value: string;
  readonly end: number;
}

function quoted(text: string, from: number): Field {
  let value = '';
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function plain(text: string, from: number, separator: string): Field {
  let end = from;
  for (; end < text.length; end += 1) {
    const char = text[end];
    if (char === separator || char === '\n' || char === '\r') break;
  }
  return { value: text.slice(from, end), end };
}

function toCell(field: string, index: number): GridCell[] {
  const text = bareText(field);
  return text === '' ? [] : [{ column: index + 1, kind: 'text', text }];
}

/** `="150622…"` keeps Excel from cutting a number; `'=…` is how our own export disarms a formula. */
function bareText(field: string): string {
  const wrapped = /^="([^"]*)"$/.exec(field);
  if (wrapped !== null) return wrapped[1] ?? '';
  return /^'+[=+\-@\t\r]/.test(field) ? field.slice(1) : field;
}

function decode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
