import { dayNumber, isLocalDate } from '../pure/period.ts';
import { textCell } from './cells-out.ts';
import { serialOfDay } from './date-serial.ts';
import type { Grid, GridCell } from './grid.ts';
import { MAIN_NAMESPACE, packageParts, STYLE, sheetNameOf, XML_HEAD } from './package-parts.ts';
import { cellName } from './rewrite.ts';
import { collectZip } from './zip-write.ts';

/** One sheet as a new .xlsx, each cell at its place: how a file that cannot be written back is returned. */
export function xlsxOfGrid(grid: Grid, template: { name: string; version: string }): Promise<Buffer> {
  return collectZip([
    ...packageParts({ sheets: [{ name: sheetNameOf(grid.sheetName) }], template }),
    { name: 'xl/worksheets/sheet1.xml', pieces: sheetPieces(grid) },
  ]);
}

async function* sheetPieces(grid: Grid): AsyncGenerator<Buffer> {
  yield Buffer.from(`${XML_HEAD}<worksheet xmlns="${MAIN_NAMESPACE}"><sheetData>`);
  for await (const batch of grid.rows()) {
    const rows = batch.map(({ number, isHidden, cells }) => {
      const hidden = isHidden ? ' hidden="1"' : '';
      return `<row r="${number}"${hidden}>${cells.map((cell) => cellXml(cell, number)).join('')}</row>`;
    });
    yield Buffer.from(rows.join(''), 'utf8');
  }
  const merges = grid.merges.map(({ top, left, bottom, right }) => {
    return `<mergeCell ref="${cellName(left, top)}:${cellName(right, bottom)}"/>`;
  });
  const merged = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
  yield Buffer.from(`</sheetData>${merged}</worksheet>`);
}

function cellXml({ column, kind, text }: GridCell, row: number): string {
  const name = cellName(column, row);
  const serial = kind === 'date' && isLocalDate(text) ? serialOfDay(dayNumber(text)) : undefined;
  if (serial !== undefined) return `<c r="${name}" s="${STYLE.date}"><v>${serial}</v></c>`;
  return kind === 'number' ? `<c r="${name}"><v>${text}</v></c>` : textCell(name, STYLE.text, text);
}
