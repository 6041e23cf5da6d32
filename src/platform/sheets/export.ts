import { speak, type WordPair } from '../words.ts';
import {
  columnsOf,
  DaySerials,
  type ExportColumn,
  type ExportRow,
  rowXml,
  type Showing,
  textCell,
} from './cells-out.ts';
import { inLanguage, MAX_ROWS, versionOf } from './model.ts';
import { MAIN_NAMESPACE, packageParts, STYLE, sheetNameOf, XML_HEAD } from './package-parts.ts';
import { words } from './words.ts';
import { writeZip } from './zip-write.ts';

export interface ExportOptions extends Showing {
  readonly rows: AsyncIterable<ExportRow> | Iterable<ExportRow>;
  /** first line of the sheet; the title of the list where not stated */
  readonly title?: string;
  /** the filters in words */
  readonly filters?: string;
  readonly exportedBy: string;
  readonly exportedAt: Date;
}

/** Title, filters, who and when; the titles of the columns follow. */
export const EXPORT_HEAD_ROW = 4;
const PIECE_CHARS = 128 * 1024;
const SHANGHAI_OFFSET_MILLIS = 8 * 3_600_000;

/**
 * Writes a list as .xlsx, piece by piece while the rows arrive: memory does not grow with their number. Text stays
 * text whatever it begins with, ids and amounts lose no digit, and importing the result finds the same columns.
 */
export async function* writeList(options: ExportOptions): AsyncGenerator<Buffer> {
  const columns = columnsOf(options);
  const title = options.title ?? inLanguage(options.spec.title, options.language);
  const sheetName = sheetNameOf(title);
  const template = { name: options.spec.name, version: versionOf(options.spec) };
  yield* writeZip([
    ...packageParts({ sheets: [{ name: sheetName, headRow: EXPORT_HEAD_ROW }], template }),
    { name: 'xl/worksheets/sheet1.xml', pieces: sheetPieces(options, columns) },
  ]);
}

/** The same list as CSV in UTF-8 with mark, as Excel expects it; a text that Excel would calculate gets an apostrophe. */
export async function* writeCsv(options: ExportOptions): AsyncGenerator<Buffer> {
  const columns = columnsOf(options);
  let text = `\uFEFF${columns.map(({ head }) => csvField(head)).join(',')}\r\n`;
  for await (const row of options.rows) {
    const fields = columns.map((column) => {
      const value = column.show(row[column.key]);
      return typeof value === 'object' ? csvField(value.text) : value;
    });
    text += `${fields.join(',')}\r\n`;
    if (text.length < PIECE_CHARS) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  yield Buffer.from(text, 'utf8');
}

async function* sheetPieces(options: ExportOptions, columns: readonly ExportColumn[]): AsyncGenerator<Buffer> {
  let text = opening(columns) + metaRows(options) + headRow(columns);
  let rowNumber: number = EXPORT_HEAD_ROW;
  const serials = new DaySerials();
  for await (const values of options.rows) {
    rowNumber += 1;
    if (rowNumber > MAX_ROWS) throw new RangeError('more rows than a sheet holds');
    text += rowXml({ rowNumber, values, serials }, columns);
    if (text.length < PIECE_CHARS) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  const last = columns.at(-1)?.letters ?? 'A';
  const filter = `<autoFilter ref="A${EXPORT_HEAD_ROW}:${last}${rowNumber}"/>`;
  const page = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.2" footer="0.2"/>';
  const setup = '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';
  yield Buffer.from(`${text}</sheetData>${filter}${page}${setup}</worksheet>`, 'utf8');
}

function opening(columns: readonly ExportColumn[]): string {
  const below = EXPORT_HEAD_ROW + 1;
  const widths = columns.map(({ width }, index) => {
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  const pane = `<pane ySplit="${EXPORT_HEAD_ROW}" topLeftCell="A${below}" activePane="bottomLeft" state="frozen"/>`;
  return `${XML_HEAD}<worksheet xmlns="${MAIN_NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
}

function metaRows({ spec, language, title, filters, exportedBy, exportedAt, revealed }: ExportOptions): string {
  const at = new Date(exportedAt.getTime() + SHANGHAI_OFFSET_MILLIS).toISOString().slice(0, 16).replace('T', ' ');
  const isMasked = spec.columns.some(({ key, personal }) => personal === true && revealed?.includes(key) !== true);
  const say = (pair: WordPair, values?: Record<string, string>) => speak(pair, language, values);
  const lines = [
    title ?? inLanguage(spec.title, language),
    say(words['sheet.filters'], { filters: filters ?? say(words['sheet.no_filters']) }),
    [say(words['sheet.exported'], { by: exportedBy, at }), ...(isMasked ? [say(words['sheet.masked'])] : [])].join(
      ' \u00B7 ',
    ),
  ];
  return lines
    .map((line, index) => {
      const style = index === 0 ? STYLE.title : STYLE.meta;
      return `<row r="${index + 1}">${textCell(`A${index + 1}`, style, line)}</row>`;
    })
    .join('');
}

function headRow(columns: readonly ExportColumn[]): string {
  const cells = columns.map(({ letters, head }) => textCell(letters + EXPORT_HEAD_ROW, STYLE.head, head));
  return `<row r="${EXPORT_HEAD_ROW}" ht="30" customHeight="1">${cells.join('')}</row>`;
}

function csvField(text: string): string {
  const plain = text.replace(/[^\P{Cc}\t\n\r]/gu, '');
  const safe = /^'*[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n\t;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
