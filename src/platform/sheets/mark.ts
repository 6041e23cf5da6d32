import { ok, type Result, refusal, refuse } from '../pure/result.ts';
import { type Language, speak, type WordPair } from '../words.ts';
import { type CellComment, patchComments } from './comment-parts.ts';
import { xlsxOfGrid } from './grid-xlsx.ts';
import type { SheetHead } from './head.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { markCsv } from './mark-csv.ts';
import {
  type CellError,
  columnNumber,
  inLanguage,
  MAX_COLUMNS,
  type SheetRefusal,
  type SheetSpec,
  versionOf,
} from './model.ts';
import { formatOf, openSheet } from './read.ts';
import { type CellEdit, type RowEdits, rewriteSheet, withStyle } from './rewrite.ts';
import { type CellSpan, RowReader } from './sheet-cells.ts';
import { withErrorColumn, withLegacyDrawing } from './sheet-frame.ts';
import { splitRows } from './sheet-split.ts';
import { StylePatch } from './style-patch.ts';
import { words } from './words.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';
import { readFrame, type SheetFrame } from './xlsx-grid.ts';
import { unpack, unpackChunks } from './zip-read.ts';
import { collectZip, type ZipPart } from './zip-write.ts';

export interface MarkOptions {
  readonly bytes: Uint8Array;
  readonly spec: SheetSpec;
  readonly errors: readonly CellError[];
  readonly language: Language;
  /** words of error codes that the feature adds, by `cell.<code>` or `refusal.<code>` */
  readonly words?: Readonly<Record<string, WordPair>>;
}

export interface MarkedFile {
  readonly content: Buffer;
  readonly extension: 'xlsx' | 'csv';
}

/** Comments are shapes, and thousands of them make a workbook slow; the last column names every error anyway. */
const MAX_COMMENTS = 2_000;

/**
 * The same workbook with rejected cells red and commented, and every error of a row named in a last column. Marks of
 * an earlier import are taken away first; everything else stays as it was. A .csv file only gets the column.
 */
export async function markRejected(options: MarkOptions): Promise<Result<MarkedFile, SheetRefusal>> {
  const { bytes, spec, language } = options;
  const head = await openSheet(bytes, spec, { language });
  if (!head.ok) return head;
  const texts = textsByRow(options);
  switch (formatOf(bytes)) {
    case 'csv':
      return ok({ content: markCsv(Buffer.from(bytes), { head: head.value, texts, language }), extension: 'csv' });
    case 'xls':
      return markXls(options, head.value);
    case 'xlsx':
      return markWorkbook(options, head.value, texts);
  }
}

/** The old format is not written any more: the sheet comes back as .xlsx, its cells where they were. */
async function markXls(options: MarkOptions, head: SheetHead): Promise<Result<MarkedFile, SheetRefusal>> {
  const { spec } = options;
  const bytes = await xlsxOfGrid(head.grid, { name: spec.name, version: versionOf(spec) });
  return markRejected({ ...options, bytes });
}

/** The words of one error, the column's title in front. */
export function describeError(
  error: CellError,
  { spec, language, words: more = {} }: Omit<MarkOptions, 'bytes' | 'errors'>,
): string {
  const known: Readonly<Record<string, WordPair>> = { ...words, ...more };
  const pair = known[`cell.${error.code}`] ?? known[`refusal.${error.code}`] ?? words['cell.other'];
  const text = speak(pair, language, error.values);
  const column = spec.columns.find(({ key }) => key === error.key);
  if (column === undefined) return text;
  return `${inLanguage(column.title, language)}${language === 'zh' ? '\uFF1A' : ': '}${text}`;
}

function textsByRow(options: MarkOptions): Map<number, string> {
  const texts = new Map<number, string>();
  const separator = options.language === 'zh' ? '\uFF1B' : '; ';
  for (const error of options.errors) {
    const text = describeError(error, options);
    const earlier = texts.get(error.rowNumber);
    texts.set(error.rowNumber, earlier === undefined ? text : earlier + separator + text);
  }
  return texts;
}

async function markWorkbook(
  options: MarkOptions,
  head: SheetHead,
  texts: ReadonlyMap<number, string>,
): Promise<Result<MarkedFile, SheetRefusal>> {
  const { bytes } = options;
  const workbook = openWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), DEFAULT_LIMITS);
  if (!workbook.ok) return workbook;
  const sheet = workbook.value.sheets[head.grid.sheetIndex];
  const styles = stylesOf(workbook.value);
  if (sheet === undefined || styles === undefined) return refuse(refusal('sheet_damaged'));
  const frame = await readFrame(workbook.value, sheet, DEFAULT_LIMITS);
  if (!frame.ok) return frame;
  const errorColumn = head.errorColumn ?? (await lastColumn(workbook.value, sheet, frame.value.prefix)) + 1;
  const patch = patchComments(workbook.value, sheet.entry.name, {
    comments: commentsOf(options, head),
    drawingId: frame.value.legacyDrawingId,
  });
  const marking: Marking = { options, head, texts, styles, errorColumn, newDrawingId: patch.newDrawingId };
  const parts = markedParts(workbook.value, { sheet, frame: frame.value, marking }, patch.parts);
  return ok({ content: await collectZip(parts), extension: 'xlsx' });
}

interface Marking {
  readonly options: MarkOptions;
  readonly head: SheetHead;
  readonly texts: ReadonlyMap<number, string>;
  readonly styles: StylePatch;
  readonly errorColumn: number;
  readonly newDrawingId: string | undefined;
}

/** The style sheet comes after the sheet: only then is it known which styles the red cells need. */
function* markedParts(
  workbook: Workbook,
  { sheet, frame, marking }: { sheet: WorkbookSheet; frame: SheetFrame; marking: Marking },
  patched: ReadonlyMap<string, string>,
): Generator<ZipPart> {
  const { archive } = workbook;
  for (const [name, entry] of archive.entries) {
    const text = patched.get(name);
    if (entry === sheet.entry || name === workbook.stylesPath) continue;
    yield text === undefined ? { name, from: archive, entry } : { name, text };
  }
  for (const [name, text] of patched) if (!archive.entries.has(name)) yield { name, text };
  yield { name: sheet.entry.name, pieces: markedSheet(workbook, { sheet, frame }, marking) };
  yield { name: workbook.stylesPath ?? '', text: marking.styles.toXml() };
}

function markedSheet(
  workbook: Workbook,
  { sheet, frame }: { sheet: WorkbookSheet; frame: SheetFrame },
  marking: Marking,
): AsyncGenerator<Buffer> {
  const { strings, dateStyles, is1904 } = workbook;
  const { styles, head, texts, errorColumn, newDrawingId, options } = marking;
  const segments = splitRows(unpackChunks(workbook.archive, sheet.entry), DEFAULT_LIMITS.rowBytes);
  const rejected = rejectedColumns(options, head);
  const headEdits: RowEdits = {
    cells: new Map([[errorColumn, { value: inLanguage(words['sheet.errors'], options.language) }]]),
  };
  const others = (cell: CellSpan, xml: string): string | undefined => {
    return styles.isMarked(cell.style) ? withStyle(xml, styles.plain(cell.style)) : undefined;
  };
  return rewriteSheet(segments, {
    reader: new RowReader({ prefix: frame.prefix, strings, dateStyles, is1904 }),
    prefix: frame.prefix,
    row: (rowNumber) => {
      if (rowNumber === head.headRow) return headEdits;
      const text = texts.get(rowNumber);
      const isOld = styles.hasMarks || head.errorColumn !== undefined;
      if (rowNumber < head.headRow || (text === undefined && !isOld)) return undefined;
      const cells = new Map<number, CellEdit>();
      for (const column of rejected.get(rowNumber) ?? []) cells.set(column, { style: (before) => styles.red(before) });
      if (text !== undefined) cells.set(errorColumn, { value: text, style: (before) => styles.plain(before) });
      else if (head.errorColumn !== undefined) cells.set(errorColumn, { value: { empty: true } });
      return { cells, others };
    },
    rowNumbers: [...texts.keys()].filter((rowNumber) => rowNumber > head.headRow).toSorted((a, b) => a - b),
    before: (xml) => withErrorColumn(xml, errorColumn, frame.prefix),
    after: (xml) => withLegacyDrawing(xml, newDrawingId, frame.prefix),
  });
}

/** Column numbers of the rejected cells by row. */
function rejectedColumns({ errors }: MarkOptions, head: SheetHead): Map<number, Set<number>> {
  const columns = new Map([...head.columns].map(([number, { key }]) => [key, number]));
  const rejected = new Map<number, Set<number>>();
  for (const { rowNumber, key } of errors) {
    const column = columns.get(key);
    if (column === undefined) continue;
    const row = rejected.get(rowNumber) ?? new Set();
    rejected.set(rowNumber, row.add(column));
  }
  return rejected;
}

function commentsOf(options: MarkOptions, head: SheetHead): CellComment[] {
  const columns = new Map([...head.columns].map(([number, { key }]) => [key, number]));
  const comments = new Map<string, CellComment>();
  for (const error of options.errors) {
    const column = columns.get(error.key);
    if (column === undefined || error.rowNumber <= head.headRow) continue;
    const place = `${error.rowNumber}:${column}`;
    const earlier = comments.get(place);
    if (earlier === undefined && comments.size >= MAX_COMMENTS) break;
    const described = describeError({ ...error, key: '' }, options);
    const first = inLanguage(words['sheet.mark'], options.language) + described;
    const text = earlier === undefined ? first : `${earlier.text}\n${described}`;
    comments.set(place, { column, row: error.rowNumber, text });
  }
  return [...comments.values()];
}

function stylesOf(workbook: Workbook): StylePatch | undefined {
  const entry = workbook.archive.entries.get(workbook.stylesPath ?? '');
  const xml = entry === undefined ? undefined : unpack(workbook.archive, entry, DEFAULT_LIMITS.partBytes);
  return xml?.ok === true ? StylePatch.of(xml.value.toString('utf8')) : undefined;
}

/** The last column that holds anything in any row: the errors go behind it. */
async function lastColumn(workbook: Workbook, sheet: WorkbookSheet, prefix: string): Promise<number> {
  let last = 0;
  for await (const segments of splitRows(unpackChunks(workbook.archive, sheet.entry), DEFAULT_LIMITS.rowBytes)) {
    for (const { rowNumber, bytes } of segments) {
      if (rowNumber === 0) continue;
      const open = bytes.lastIndexOf(`<${prefix}c `, bytes.lastIndexOf(`</${prefix}c>`));
      const letters = /\sr="([A-Z]{1,3})\d/.exec(open === -1 ? '' : bytes.toString('latin1', open, open + 64))?.[1];
      if (letters !== undefined) last = Math.max(last, columnNumber(letters));
    }
  }
  return Math.min(last, MAX_COLUMNS - 1);
}
