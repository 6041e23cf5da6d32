import { noteAct } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import type { SheetSpec } from '../../platform/sheets/model.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { type AccountRow, listBookAccounts } from './account-store.ts';
import type { Chart } from './chart-rules.ts';
import type { BookRow } from './store.ts';
import { words } from './words.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows of one workbook; a longer list is narrowed first. */
export const mostExported = 100_000;

export interface Exported {
  readonly spec: SheetSpec;
  readonly rows: readonly ExportRow[];
  readonly title: string;
  readonly filters?: string;
  readonly language: Language;
}

/** Writes a workbook of a book and notes it in the trail. */
export async function exportBook(tx: Tx, book: BookRow, { spec, rows, title, filters, language }: Exported) {
  const { county, id, place } = book;
  noteAct(tx, 'book', { key: { county, id }, place, note: { exported: spec.name, rows: rows.length } });
  const pieces: Buffer[] = [];
  const about = filters === undefined ? {} : { filters };
  const list = writeList({ spec, rows, language, title, ...about, exportedBy: tx.actor.name, exportedAt: tx.now });
  for await (const piece of list) pieces.push(piece);
  return { fileName: `${title}.xlsx`, contentType: xlsxType, content: Buffer.concat(pieces) };
}

/** Names of accounts in one language: those of the chart, and own ones behind the account they stand below. */
export async function accountNames(
  tx: Tx,
  book: BookRow,
  { language, accounts }: { readonly language: Language; readonly accounts?: readonly AccountRow[] },
): Promise<(code: string) => string> {
  const known = accounts ?? (await listBookAccounts(tx, book));
  const own = new Map(known.map(({ code, ownName }) => [code, ownName]));
  return function nameOf(code: string): string {
    const given = chartName(book.chart, code);
    if (given) return speak(given, language);
    const name = own.get(code);
    return name ? `${nameOf(code.slice(0, -2))}—${name}` : code;
  };
}

function chartName(chart: Chart, code: string): WordPair | undefined {
  const pairs: Readonly<Record<string, WordPair>> = words;
  return pairs[`chart.${chart}.${code}`];
}

/** `<organisation> <name>`, as a workbook of a book is called. */
export async function titleOf(tx: Tx, book: BookRow, name: string): Promise<string> {
  const cooperative = await findCooperative(tx, { county: book.county, id: book.cooperativeId });
  return `${cooperative?.name ?? ''} ${name}`.trim();
}
