import { openXlsx, saveXlsx } from 'hucre/xlsx';

/** A cell of the first sheet, numbered as the screen numbers it: row 1 is the head. */
export interface CellText {
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** The remarks that stand on cells of the first sheet, by row and heading. */
export async function remarksIn(content: Buffer): Promise<readonly CellText[]> {
  const { sheets } = await openXlsx(content);
  const [sheet] = sheets;
  const head = sheet?.rows[0] ?? [];
  return [...(sheet?.cells ?? [])].flatMap(([at, cell]) => {
    const [row = 0, column = 0] = at.split(',').map(Number);
    const { text } = cell.comment ?? {};
    return text === undefined ? [] : [{ row: row + 1, column: String(head[column]), text }];
  });
}

/** Every text that stands in a cell of the first sheet. */
export async function textsIn(content: Buffer): Promise<readonly string[]> {
  const { sheets } = await openXlsx(content);
  return (sheets[0]?.rows ?? []).flat().map(String);
}

/** The same workbook with some cells of the first sheet typed anew; everything else stays, as in an office program. The head may stand below a title. */
export async function retype(content: Buffer, cells: readonly CellText[]): Promise<Buffer> {
  const workbook = await openXlsx(content);
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  for (const { row, column, text } of cells) {
    const head = sheet.rows.find((cells) => cells.includes(column));
    const at = head?.indexOf(column) ?? -1;
    const line = sheet.rows[row - 1];
    if (!line || at < 0) throw new Error(`the sheet has no ${column} in row ${row}`);
    line[at] = text;
    sheet.cells?.delete(`${row - 1},${at}`);
  }
  return Buffer.from(await saveXlsx(workbook));
}

/** The same workbook with rows written below the head of its first sheet, each by its headings; what stood there is gone. */
export async function fillRows(content: Buffer, rows: readonly Readonly<Record<string, string>>[]): Promise<Buffer> {
  const workbook = await openXlsx(content);
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  const headings = Object.keys(rows[0] ?? {});
  const heads = sheet.rows.map((cells) => cells.map((cell) => String(cell ?? '').replace(/\*$/, '')));
  const at = heads.findIndex((head) => headings.every((heading) => head.includes(heading)));
  const head = heads[at];
  if (!head) throw new Error(`the sheet has no head with ${headings.join(' ')}`);
  const typed = rows.map((row) => head.map((heading) => row[heading] ?? null));
  sheet.rows.splice(at + 1, sheet.rows.length, ...typed);
  for (const key of [...(sheet.cells?.keys() ?? [])]) if (Number(key.split(',')[0]) > at) sheet.cells?.delete(key);
  return Buffer.from(await saveXlsx(workbook));
}
