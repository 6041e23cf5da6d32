import { ok, type Result, refusal, refuse } from '../pure/result.ts';
import type { Language } from '../words.ts';
import { cellText } from './cell-text.ts';
import { openCsv } from './csv-grid.ts';
import type { GridArea, GridCell, GridFile, GridRow } from './grid.ts';
import { findHead, type SheetHead } from './head.ts';
import { DEFAULT_LIMITS, type SheetLimits } from './limits.ts';
import {
  type CellError,
  columnLetters,
  type SheetColumn,
  type SheetRefusal,
  type SheetRow,
  type SheetSpec,
} from './model.ts';
import { words } from './words.ts';
import { openXls } from './xls-grid.ts';
import { openXlsx } from './xlsx-grid.ts';

export interface ReadOptions {
  /** of the titles named in refusals; `zh` where not stated */
  readonly language?: Language;
  readonly limits?: SheetLimits;
}

/** A list found in a file. Nothing about it can be refused any more; single rows may still carry errors. */
export interface SheetReading {
  readonly sheetName: string;
  readonly headRow: number;
  /** rows below the head that hold anything, at most */
  readonly rowCount: number;
  /** column number by key */
  readonly columns: ReadonlyMap<string, number>;
  /** titles that the list does not know; they are not read */
  readonly extraTitles: readonly string[];
  /** titles of optional columns that are absent */
  readonly missingTitles: readonly string[];
  readonly isOutdated: boolean;
  /** May be called again. Empty rows and example rows are left out. */
  readonly rows: () => AsyncGenerator<SheetRow>;
}

/**
 * Reads a list from .xlsx, .xls or .csv bytes. Everything that makes a whole file unacceptable is refused here, before
 * the first row is handed out: type, size, archive tricks, macros, passwords, a missing head, too many rows.
 */
export async function readRows(
  bytes: Uint8Array,
  spec: SheetSpec,
  options: ReadOptions = {},
): Promise<Result<SheetReading, SheetRefusal>> {
  const found = await openSheet(bytes, spec, options);
  if (!found.ok) return found;
  const { grid, headRow, columns, extraTitles, missingTitles, isOutdated } = found.value;
  return ok({
    sheetName: grid.sheetName,
    headRow,
    rowCount: grid.rowCount,
    columns: new Map([...columns].map(([number, { key }]) => [key, number])),
    extraTitles,
    missingTitles,
    isOutdated,
    rows: () => listRows(found.value, spec),
  });
}

/** Opens the file and finds the list in it: what reading and marking have in common. */
export async function openSheet(
  bytes: Uint8Array,
  spec: SheetSpec,
  { language = 'zh', limits = DEFAULT_LIMITS }: ReadOptions = {},
): Promise<Result<SheetHead, SheetRefusal>> {
  const file = await openGrid(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
  if (!file.ok) return file;
  const head = await findHead(file.value, spec, language);
  if (!head.ok) return head;
  return head.value.grid.rowCount > limits.rows
    ? refuse(refusal('sheet_too_many_rows', undefined, { limit: limits.rows }))
    : head;
}

/** What kind of spreadsheet the bytes are, by their content alone. */
export function formatOf(bytes: Uint8Array): 'xlsx' | 'xls' | 'csv' {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'xlsx';
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0 ? 'xls' : 'csv';
}

async function openGrid(bytes: Buffer, limits: SheetLimits): Promise<Result<GridFile, SheetRefusal>> {
  if (bytes.length > limits.uploadBytes) {
    const megabytes = Math.floor(limits.uploadBytes / 1024 / 1024);
    return refuse(refusal('sheet_too_large', undefined, { megabytes }));
  }
  switch (formatOf(bytes)) {
    case 'xlsx':
      return openXlsx(bytes, limits);
    case 'xls':
      return openXls(bytes, limits);
    case 'csv':
      return openCsv(bytes, limits);
  }
}

async function* listRows(head: SheetHead, spec: SheetSpec): AsyncGenerator<SheetRow> {
  const { grid, headRow, columns } = head;
  const merges = new MergesBelow(grid.merges, headRow, columns);
  const first = [...columns].find(([, column]) => column === spec.columns[0])?.[0];
  for await (const batch of grid.rows({ firstRow: headRow + 1, only: new Set(columns.keys()) })) {
    for (const row of batch) {
      if (isExample(row, first)) continue;
      const read = readRow(row, columns, merges);
      if (read !== undefined) yield read;
    }
  }
}

function readRow(row: GridRow, columns: ReadonlyMap<number, SheetColumn>, merges: MergesBelow): SheetRow | undefined {
  const rowNumber = row.number;
  const values: Record<string, string> = {};
  const cellErrors: CellError[] = [];
  for (const cell of row.cells) {
    const column = columns.get(cell.column);
    if (column === undefined) {
      if (cell.column === 0) cellErrors.push({ rowNumber, key: '', code: 'damaged_row' });
      continue;
    }
    const read = cellText(cell, column.kind);
    if (read.text !== '') values[column.key] = read.text;
    if ('error' in read) cellErrors.push(errorOf(row, cell, { key: column.key, code: read.error }));
  }
  const covered = merges.coveredIn(rowNumber);
  if (cellErrors.length === 0 && isEmpty(values)) return undefined;
  for (const [number, key] of covered) {
    cellErrors.push({ rowNumber, key, code: 'merged_cell', values: { cell: columnLetters(number) + rowNumber } });
  }
  if (row.isHidden) cellErrors.push({ rowNumber, key: '', code: 'hidden_row' });
  return { rowNumber, values, cellErrors };
}

function errorOf(row: GridRow, cell: GridCell, { key, code }: { key: string; code: string }): CellError {
  const values = { cell: columnLetters(cell.column) + row.number, text: cell.text };
  return { rowNumber: row.number, key, code, values };
}

function isEmpty(values: Readonly<Record<string, string>>): boolean {
  for (const _ in values) return false;
  return true;
}

function isExample(row: GridRow, firstColumn: number | undefined): boolean {
  const cell = row.cells[0];
  if (cell?.kind !== 'text' || cell.column !== firstColumn) return false;
  return words['sheet.example'].some((mark) => cell.text.startsWith(mark.trim()));
}

const NONE: readonly never[] = [];

/** Merged areas below the head: their covered cells hold nothing that a reader of the sheet could see. */
class MergesBelow {
  readonly #areas: readonly GridArea[];
  readonly #columns: ReadonlyMap<number, SheetColumn>;
  #next = 0;
  #active: GridArea[] = [];

  constructor(merges: readonly GridArea[], headRow: number, columns: ReadonlyMap<number, SheetColumn>) {
    this.#columns = columns;
    const numbers = [...columns.keys()];
    this.#areas = merges
      .filter(
        ({ bottom, left, right }) => bottom > headRow && numbers.some((number) => left <= number && number <= right),
      )
      .toSorted((a, b) => a.top - b.top);
  }

  /** Rows are asked for in their order. */
  coveredIn(row: number): readonly [column: number, key: string][] {
    for (let area = this.#areas[this.#next]; area !== undefined && area.top <= row; area = this.#areas[this.#next]) {
      this.#active.push(area);
      this.#next += 1;
    }
    if (this.#active.length === 0) return NONE;
    this.#active = this.#active.filter(({ bottom }) => bottom >= row);
    return [...this.#columns]
      .filter(([number]) => this.#active.some((area) => covers(area, row, number)))
      .map(([number, { key }]) => [number, key]);
  }
}

function covers(area: GridArea, row: number, column: number): boolean {
  const isAnchor = row === area.top && column === area.left;
  return !isAnchor && area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
}
