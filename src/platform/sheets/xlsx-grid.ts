import { ok, type Result, refusal, refuse } from '../pure/result.ts';
import type { Grid, GridArea, GridFile } from './grid.ts';
import type { SheetLimits } from './limits.ts';
import { columnNumber, type SheetRefusal } from './model.ts';
import { type CellContext, RowReader } from './sheet-cells.ts';
import { prefixOf, splitRows } from './sheet-split.ts';
import { NAME_PROPERTY, VERSION_PROPERTY } from './template-mark.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';
import { attribute, tagsOf } from './xml.ts';
import { UnpackRefused, unpackChunks } from './zip-read.ts';

/** What a worksheet says outside its rows. */
export interface SheetFrame {
  readonly prefix: string;
  readonly rowCount: number;
  readonly merges: readonly GridArea[];
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
  /** relation of the drawing that holds the shapes of comments */
  readonly legacyDrawingId: string | undefined;
}

/** Far more merged areas than any form has; each would have to be looked at for each row. */
const MAX_MERGES = 20_000;
/** Titles and heads, which are no data. */
const ROWS_ABOVE = 30;
const MAX_OUTSIDE_BYTES = 32 * 1024 * 1024;

/** Opens an .xlsx file and looks through its visible sheets once, so that reading the rows later cannot be refused. */
export async function openXlsx(bytes: Buffer, limits: SheetLimits): Promise<Result<GridFile, SheetRefusal>> {
  const workbook = openWorkbook(bytes, limits);
  if (!workbook.ok) return workbook;
  const grids: Grid[] = [];
  for (const [index, sheet] of workbook.value.sheets.entries()) {
    if (sheet.isHidden) continue;
    const frame = await readFrame(workbook.value, sheet, limits);
    if (!frame.ok) return frame;
    grids.push(gridOf(workbook.value, { sheet, index, frame: frame.value }, limits));
  }
  const name = workbook.value.properties.get(NAME_PROPERTY);
  const version = workbook.value.properties.get(VERSION_PROPERTY) ?? '';
  return ok({ grids, ...(name === undefined ? {} : { template: { name, version } }) });
}

/** Goes through a whole worksheet without reading its cells: counts rows, checks sizes, order and check sum. */
export async function readFrame(
  workbook: Workbook,
  sheet: WorkbookSheet,
  limits: SheetLimits,
): Promise<Result<SheetFrame, SheetRefusal>> {
  if (sheet.entry.unpackedBytes > limits.sheetBytes) return refuse(refusal('sheet_zip_bomb'));
  const outside: Buffer[] = [];
  let outsideBytes = 0;
  let rowCount = 0;
  let prefix: string | undefined;
  let holdsAnything = holding('');
  try {
    for await (const segments of splitRows(unpackChunks(workbook.archive, sheet.entry), limits.rowBytes)) {
      for (const { rowNumber, bytes } of segments) {
        if (prefix === undefined) {
          prefix = prefixOf(bytes);
          holdsAnything = holding(prefix);
        }
        if (rowNumber === 0 && !isBlank(bytes)) {
          // A copy: the segment would keep the whole piece it was cut from.
          outside.push(Buffer.from(bytes));
          outsideBytes += bytes.length;
          if (outsideBytes > MAX_OUTSIDE_BYTES) return refuse(refusal('sheet_damaged'));
        } else if (rowNumber > 0 && holdsAnything(bytes)) {
          rowCount += 1;
          if (rowCount > limits.rows + ROWS_ABOVE) {
            return refuse(refusal('sheet_too_many_rows', undefined, { limit: limits.rows }));
          }
        }
      }
    }
  } catch (error) {
    if (error instanceof UnpackRefused) return refuse(error.refusal);
    throw error;
  }
  return readOutside(Buffer.concat(outside).toString('utf8'), { prefix: prefix ?? '', rowCount }, limits);
}

function readOutside(
  xml: string,
  found: { prefix: string; rowCount: number },
  limits: SheetLimits,
): Result<SheetFrame, SheetRefusal> {
  const merges: GridArea[] = [];
  const hiddenColumns: { first: number; last: number }[] = [];
  let legacyDrawingId: string | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.isClosing) continue;
    if (tag.name === 'dimension') {
      const reference = attribute(tag.attributes, 'ref') ?? '';
      const area = parseArea(reference);
      if (area !== undefined && areaOf(area) > limits.areaCells) {
        return refuse(refusal('sheet_area_too_large', undefined, { area: reference }));
      }
    }
    if (tag.name === 'mergeCell') {
      const area = parseArea(attribute(tag.attributes, 'ref') ?? '');
      if (area !== undefined) merges.push(area);
      if (merges.length > MAX_MERGES) return refuse(refusal('sheet_damaged'));
    }
    if (tag.name === 'legacyDrawing') legacyDrawingId = attribute(tag.attributes, 'id');
    if (tag.name === 'col') {
      const isHidden = /^(1|true)$/.test(attribute(tag.attributes, 'hidden') ?? '');
      const width = attribute(tag.attributes, 'width');
      if (!isHidden && !(width !== undefined && Number(width) === 0)) continue;
      const first = Number(attribute(tag.attributes, 'min'));
      hiddenColumns.push({ first, last: Number(attribute(tag.attributes, 'max') ?? first) });
    }
  }
  return ok({ ...found, merges, hiddenColumns, legacyDrawingId });
}

function gridOf(
  workbook: Workbook,
  { sheet, index, frame }: { sheet: WorkbookSheet; index: number; frame: SheetFrame },
  limits: SheetLimits,
): Grid {
  const { strings, dateStyles, is1904, archive } = workbook;
  const context: CellContext = { prefix: frame.prefix, strings, dateStyles, is1904 };
  const holdsAnything = holding(frame.prefix);
  return {
    sheetName: sheet.name,
    sheetIndex: index,
    rowCount: frame.rowCount,
    merges: frame.merges,
    isColumnHidden: (column) => frame.hiddenColumns.some(({ first, last }) => first <= column && column <= last),
    rows: async function* ({ firstRow = 1, only } = {}) {
      const reader = new RowReader(context);
      for await (const segments of splitRows(unpackChunks(archive, sheet.entry), limits.rowBytes)) {
        yield segments
          .filter(({ rowNumber, bytes }) => rowNumber >= firstRow && rowNumber > 0 && holdsAnything(bytes))
          .map(({ rowNumber, bytes }) => reader.read(rowNumber, bytes, only));
      }
    },
  };
}

/** `A1:D10` or a single cell. */
export function parseArea(reference: string): GridArea | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference);
  if (match === null) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

/** Whether a row has any content: thousands of formatted but empty rows are common, and need not be read. */
function holding(prefix: string): (row: Buffer) => boolean {
  const marks = [`<${prefix}v`, `<${prefix}is`, `<${prefix}f`].map((mark) => Buffer.from(mark));
  return (row) => marks.some((mark) => row.includes(mark));
}

function isBlank(bytes: Buffer): boolean {
  return bytes.length < 64 && bytes.toString('latin1').trim() === '';
}

function areaOf(area: GridArea): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}
