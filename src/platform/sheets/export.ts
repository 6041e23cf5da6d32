import { formatYuan } from '../pure/money.ts';
import { maskName } from '../pure/names.ts';
import { dayNumber, isLocalDate } from '../pure/period.ts';
import { maskResidentId } from '../pure/resident-id.ts';
import { type Language, speak, type WordPair } from '../words.ts';
import { serialOfDay } from './date-serial.ts';
import { columnLetters, headOf, inLanguage, MAX_ROWS, type SheetColumn, type SheetSpec, versionOf } from './model.ts';
import { MAIN_NAMESPACE, packageParts, STYLE, sheetNameOf, XML_HEAD } from './package-parts.ts';
import { words } from './words.ts';
import { escapeCellText } from './xml.ts';
import { writeZip } from './zip-write.ts';

/** A value by column key: yuan as bigint fen, days and months as text, codes as the code itself. */
export type ExportRow = Readonly<Record<string, string | number | bigint | null | undefined>>;

export interface ExportOptions {
  readonly spec: SheetSpec;
  readonly rows: AsyncIterable<ExportRow> | Iterable<ExportRow>;
  readonly language: Language;
  /** first line of the sheet; the title of the list where not stated */
  readonly title?: string;
  /** the filters in words, for example `杭锦旗 · 建档立卡户` */
  readonly filters?: string;
  readonly exportedBy: string;
  readonly exportedAt: Date;
  /** keys of personal columns shown in full; all others are masked */
  readonly revealed?: readonly string[];
  /** how single personal columns are masked; ids keep region and last four characters, other texts their first */
  readonly masks?: Readonly<Record<string, (text: string) => string>>;
  /** which columns, in which order; all of the list where not stated */
  readonly keys?: readonly string[];
}

/** Title, filters, who and when; the titles of the columns follow. */
export const EXPORT_HEAD_ROW = 4;
const PIECE_CHARS = 128 * 1024;
/** Beyond these a spreadsheet loses digits; such a number is written as text. */
const MAX_EXACT_DIGITS = 15;
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
    ...packageParts({ sheetName, headRow: EXPORT_HEAD_ROW, template }),
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

/** `number` is written as it stands, `text` is escaped. */
type Shown = { readonly text: string } | string;

interface ExportColumn {
  readonly key: string;
  readonly head: string;
  readonly letters: string;
  readonly width: number;
  readonly kind: SheetColumn['kind'];
  readonly show: (value: ExportRow[string]) => Shown;
}

function columnsOf(options: ExportOptions): ExportColumn[] {
  const { spec, language, keys } = options;
  const chosen = keys === undefined ? spec.columns : keys.flatMap((key) => spec.columns.filter((it) => it.key === key));
  return chosen.map((column, index) => ({
    key: column.key,
    head: headOf(column, language),
    letters: columnLetters(index + 1),
    width: column.width ?? DEFAULT_WIDTHS[column.kind],
    kind: column.kind,
    show: showing(column, options),
  }));
}

const DEFAULT_WIDTHS: Readonly<Record<SheetColumn['kind'], number>> = {
  text: 16,
  integer: 10,
  decimal: 12,
  date: 12,
  month: 10,
  yuan: 14,
  code: 14,
  id: 22,
  place: 18,
};

function showing(column: SheetColumn, options: ExportOptions): ExportColumn['show'] {
  const { language, revealed, masks } = options;
  const isMasked = column.personal === true && revealed?.includes(column.key) !== true;
  const mask = masks?.[column.key] ?? (column.kind === 'id' ? maskResidentId : maskName);
  const codes = new Map((column.codes ?? []).map(({ code, words: pair }) => [code, inLanguage(pair, language)]));
  return (value) => {
    if (value === null || value === undefined || value === '') return '';
    if (isMasked) return { text: mask(String(value)) };
    switch (column.kind) {
      case 'yuan':
        return numberOrText(typeof value === 'bigint' ? yuanText(value) : String(value));
      case 'integer':
      case 'decimal':
        return Number.isSafeInteger(value) ? String(value) : numberOrText(String(value));
      case 'code':
        return { text: codes.get(String(value)) ?? String(value) };
      default:
        return { text: String(value) };
    }
  };
}

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

function numberOrText(text: string): Shown {
  const isExact = text.length <= MAX_EXACT_DIGITS || text.replace(/\D/g, '').replace(/^0+/, '').length <= MAX_EXACT_DIGITS;
  return isExact && PLAIN_NUMBER.test(text) ? text : { text };
}

function yuanText(fen: bigint): string {
  return formatYuan(fen).replaceAll(',', '');
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

interface OutRow {
  readonly rowNumber: number;
  readonly values: ExportRow;
  readonly serials: DaySerials;
}

function rowXml(row: OutRow, columns: readonly ExportColumn[]): string {
  const { rowNumber, values, serials } = row;
  let cells = '';
  for (const { key, letters, kind, show } of columns) {
    const shown = show(values[key]);
    if (shown === '') continue;
    const name = letters + rowNumber;
    if (typeof shown === 'string') cells += `<c r="${name}" s="${numberStyle(kind)}"><v>${shown}</v></c>`;
    else cells += kind === 'date' ? dateCell(name, shown.text, serials) : textCell(name, STYLE.text, shown.text);
  }
  return `<row r="${rowNumber}">${cells}</row>`;
}

function numberStyle(kind: SheetColumn['kind']): number {
  if (kind === 'yuan') return STYLE.yuan;
  return kind === 'integer' ? STYLE.integer : STYLE.decimal;
}

/** The serial numbers of days already written: a column of dates holds few different ones. */
class DaySerials {
  readonly #known = new Map<string, number | undefined>();

  get(date: string): number | undefined {
    if (this.#known.has(date)) return this.#known.get(date);
    const serial = isLocalDate(date) ? serialOfDay(dayNumber(date)) : undefined;
    if (this.#known.size < MAX_REMEMBERED_DAYS) this.#known.set(date, serial);
    return serial;
  }
}

const MAX_REMEMBERED_DAYS = 50_000;

function dateCell(name: string, date: string, serials: DaySerials): string {
  const serial = serials.get(date);
  if (serial === undefined) return textCell(name, STYLE.text, date);
  return `<c r="${name}" s="${STYLE.date}"><v>${serial}</v></c>`;
}

/** Letters, digits and Han: nothing to escape. */
const PLAIN_TEXT = /^[0-9A-Za-z\u3400-\u9fff\u00b7.-]+$/;

/** An inline text: a spreadsheet never calculates it, whatever it begins with. */
export function textCell(name: string, style: number, text: string): string {
  if (PLAIN_TEXT.test(text)) return `<c r="${name}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const space = /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t${space}>${escapeCellText(text)}</t></is></c>`;
}

function csvField(text: string): string {
  const plain = text.replace(/[^\P{Cc}\t\n\r]/gu, '');
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n\t;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
