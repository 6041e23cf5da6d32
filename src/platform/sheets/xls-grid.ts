import { ok, type Result, refusal, refuse } from '../pure/result.ts';
import { BIFF, type BiffRecord, biffRecords, biffText, numberOfRk, StringTable } from './biff.ts';
import { openCompound } from './cfb.ts';
import { dateOfSerial, isDateFormat } from './date-serial.ts';
import type { Grid, GridArea, GridCell, GridFile, GridRow, WantedCells } from './grid.ts';
import type { SheetLimits } from './limits.ts';
import type { SheetRefusal } from './model.ts';
import { plainNumber } from './sheet-cells.ts';

/** All of the format: 65,536 rows; the cells of one sheet are held in memory. */
const MAX_CELLS = 2_000_000;
const MAX_MEGABYTES = 32;
const BIFF8 = 0x600;
/** Small, so that a batch is gone before it counts as old. */
const BATCH_ROWS = 50;

/** Opens an .xls file of Excel 97 and later. Refuses passwords, macros and older formats. */
export function openXls(bytes: Buffer, limits: SheetLimits): Result<GridFile, SheetRefusal> {
  if (bytes.length > MAX_MEGABYTES * 1024 * 1024) {
    return refuse(refusal('sheet_too_large', undefined, { megabytes: MAX_MEGABYTES }));
  }
  const file = openCompound(bytes);
  if (file === undefined) return refuse(refusal('sheet_damaged'));
  if (file.names.some((name) => /^(EncryptedPackage|EncryptionInfo)$/.test(name))) {
    return refuse(refusal('sheet_encrypted'));
  }
  if (file.names.some((name) => /^(_VBA_PROJECT|_VBA_PROJECT_CUR|VBA|Macros)$/.test(name))) {
    return refuse(refusal('sheet_macros'));
  }
  const stream = file.stream('Workbook');
  if (stream === undefined)
    return refuse(refusal(file.names.includes('Book') ? 'sheet_old_format' : 'sheet_wrong_type'));
  try {
    return readBook(stream, limits);
  } catch (error) {
    // A record shorter than its kind: reading beyond it is a RangeError of Buffer.
    if (error instanceof RangeError) return refuse(refusal('sheet_damaged'));
    throw error;
  }
}

interface Book {
  readonly stream: Buffer;
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly is1904: boolean;
}

interface BookSheet {
  readonly name: string;
  readonly at: number;
  readonly isVisible: boolean;
}

function readBook(stream: Buffer, limits: SheetLimits): Result<GridFile, SheetRefusal> {
  const globals = [...biffRecords(stream, 0)];
  const first = globals[0];
  if (first?.id !== BIFF.begin || first.data.readUInt16LE(0) !== BIFF8) return refuse(refusal('sheet_old_format'));
  if (globals.some(({ id }) => id === BIFF.filePassword)) return refuse(refusal('sheet_encrypted'));
  const codes = new Map<number, string>();
  const dateStyles: boolean[] = [];
  const sheets: BookSheet[] = [];
  let is1904 = false;
  for (const { id, data } of globals) {
    if (id === BIFF.dateMode) is1904 = data.readUInt16LE(0) === 1;
    if (id === BIFF.format) codes.set(data.readUInt16LE(0), biffText(data, 2));
    if (id === BIFF.extendedFormat) {
      const format = data.readUInt16LE(2);
      dateStyles.push(isDateFormat(format, codes.get(format)));
    }
    if (id === BIFF.boundSheet && data.readUInt8(5) === 0) {
      sheets.push({ name: biffText(data, 6, true), at: data.readUInt32LE(0), isVisible: data.readUInt8(4) === 0 });
    }
  }
  const book: Book = { stream, strings: readStrings(globals), dateStyles, is1904 };
  const grids: Grid[] = [];
  for (const [index, sheet] of sheets.entries()) {
    if (!sheet.isVisible) continue;
    const grid = gridOf(book, sheet, index);
    if (!grid.ok) return grid;
    if (grid.value.rowCount > limits.rows) {
      return refuse(refusal('sheet_too_many_rows', undefined, { limit: limits.rows }));
    }
    grids.push(grid.value);
  }
  return ok({ grids });
}

function readStrings(globals: readonly BiffRecord[]): string[] {
  const from = globals.findIndex(({ id }) => id === BIFF.sharedStrings);
  if (from === -1) return [];
  const after = globals.slice(from + 1);
  const end = after.findIndex(({ id }) => id !== BIFF.continued);
  const blocks = [globals[from], ...after.slice(0, end === -1 ? after.length : end)];
  return new StringTable(blocks.flatMap((record) => (record === undefined ? [] : record.data))).read();
}

/** Looks through a sheet once for everything but the values of its cells. */
function gridOf(book: Book, sheet: BookSheet, index: number): Result<Grid, SheetRefusal> {
  const merges: GridArea[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: { first: number; last: number }[] = [];
  const rows = new Set<number>();
  let cells = 0;
  for (const { id, data } of biffRecords(book.stream, sheet.at)) {
    if (id === BIFF.row && (data.readUInt16LE(12) & 0x20) !== 0) hiddenRows.add(data.readUInt16LE(0) + 1);
    if (id === BIFF.columnInfo && (data.readUInt16LE(8) & 1) !== 0) {
      hiddenColumns.push({ first: data.readUInt16LE(0) + 1, last: data.readUInt16LE(2) + 1 });
    }
    if (id === BIFF.mergedCells) merges.push(...mergesOf(data));
    if (!CELL_RECORDS.has(id)) continue;
    rows.add(data.readUInt16LE(0));
    cells += id === BIFF.multipleRk ? (data.length - 6) / 6 : 1;
    if (cells > MAX_CELLS) return refuse(refusal('sheet_area_too_large', undefined, { area: String(cells) }));
  }
  return ok({
    sheetName: sheet.name,
    sheetIndex: index,
    rowCount: rows.size,
    merges,
    isColumnHidden: (column) => hiddenColumns.some(({ first, last }) => first <= column && column <= last),
    rows: async function* ({ firstRow = 1, only }: WantedCells = {}) {
      const found = [...cellsByRow(book, sheet)].filter(([number]) => number >= firstRow).toSorted(([a], [b]) => a - b);
      for (let at = 0; at < found.length; at += BATCH_ROWS) {
        yield found.slice(at, at + BATCH_ROWS).map(([number, all]): GridRow => {
          const wanted = only === undefined ? all : all.filter(({ column }) => only.has(column));
          const isHidden = hiddenRows.has(number);
          return { number, isHidden, cells: wanted.toSorted((a, b) => a.column - b.column) };
        });
      }
    },
  });
}

const CELL_RECORDS: ReadonlySet<number> = new Set([
  BIFF.labelOfTable,
  BIFF.label,
  BIFF.richString,
  BIFF.number,
  BIFF.rk,
  BIFF.multipleRk,
  BIFF.booleanOrError,
  BIFF.formula,
]);

function cellsByRow(book: Book, sheet: BookSheet): Map<number, GridCell[]> {
  const rows = new Map<number, GridCell[]>();
  for (const record of biffRecords(book.stream, sheet.at)) {
    if (!CELL_RECORDS.has(record.id)) continue;
    const row = record.data.readUInt16LE(0) + 1;
    const cells = rows.get(row) ?? [];
    rows.set(row, cells);
    for (const cell of cellsOf(book, record)) cells.push(cell);
  }
  return rows;
}

function cellsOf(book: Book, { id, data }: BiffRecord): GridCell[] {
  const column = data.readUInt16LE(2) + 1;
  const style = data.readUInt16LE(4);
  switch (id) {
    case BIFF.labelOfTable:
      return textCell(column, book.strings[data.readUInt32LE(6)] ?? '');
    case BIFF.label:
    case BIFF.richString:
      return textCell(column, biffText(data, 6));
    case BIFF.number:
      return numberCell(book, { column, style }, data.readDoubleLE(6));
    case BIFF.rk:
      return numberCell(book, { column, style }, numberOfRk(data.readInt32LE(6)));
    case BIFF.multipleRk:
      return Array.from({ length: (data.length - 6) / 6 }, (_, index) => {
        const at = 4 + index * 6;
        const place = { column: column + index, style: data.readUInt16LE(at) };
        return numberCell(book, place, numberOfRk(data.readInt32LE(at + 2)));
      }).flat();
    case BIFF.booleanOrError:
      return data.readUInt8(7) === 1
        ? [{ column, kind: 'error', text: `#${data.readUInt8(6)}` }]
        : [{ column, kind: 'boolean', text: data.readUInt8(6) === 0 ? 'FALSE' : 'TRUE' }];
    default:
      return [{ column, kind: 'formula', text: '' }];
  }
}

function textCell(column: number, text: string): GridCell[] {
  return text === '' ? [] : [{ column, kind: 'text', text }];
}

function numberCell(book: Book, { column, style }: { column: number; style: number }, number: number): GridCell[] {
  const date = book.dateStyles[style] === true ? dateOfSerial(number, book.is1904) : undefined;
  if (date !== undefined) return [{ column, kind: 'date', text: date }];
  const text = plainNumber(String(number));
  return text === undefined ? [] : [{ column, kind: 'number', text }];
}

function mergesOf(data: Buffer): GridArea[] {
  return Array.from({ length: data.readUInt16LE(0) }, (_, index) => {
    const at = 2 + index * 8;
    return {
      top: data.readUInt16LE(at) + 1,
      bottom: data.readUInt16LE(at + 2) + 1,
      left: data.readUInt16LE(at + 4) + 1,
      right: data.readUInt16LE(at + 6) + 1,
    };
  });
}
