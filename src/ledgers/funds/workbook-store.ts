import { noteTakenOut, type TableName } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import type { SheetSpec } from '../../platform/sheets/model.ts';
import { type Language, speak } from '../../platform/words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** More rows than a list of the office has. */
export const mostExported = 100_000;

export interface ListOut {
  readonly table: TableName;
  readonly spec: SheetSpec;
  readonly rows: readonly ExportRow[];
  /** what was asked for; it stands in the trail */
  readonly asked: Row;
  readonly language: Language;
}

/** A workbook as a file. */
export interface Workbook {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** A list as a workbook; that it was taken out stands in the trail. */
export async function workbookOf(tx: Tx, { table, spec, rows, asked, language }: ListOut): Promise<Workbook> {
  noteTakenOut(tx, table, { ...asked, exported: rows.length });
  const pieces: Buffer[] = [];
  const options = { spec, rows, language, exportedBy: tx.actor.name, exportedAt: tx.now };
  for await (const piece of writeList(options)) pieces.push(piece);
  return { fileName: `${speak(spec.title, language)}.xlsx`, contentType: xlsx, content: Buffer.concat(pieces) };
}

export { xlsx };
