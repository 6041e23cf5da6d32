import { viewReportOf } from '../../activities/submissions/public.ts';
import {
  catalogue,
  type FactRow,
  findIndicator,
  listRecordTitles,
  readFigureRows,
  type TitleView,
} from '../../indicators/public.ts';
import { type CountedIndicator, compile, countsAs } from '../../indicators/rules.ts';
import { words as unitWords } from '../../indicators/words.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Block, RedHeaderDocument } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { renderWord } from '../../platform/documents/word.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import type { Month } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { formatBp } from '../../platform/pure/ratio.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { TitleSources } from '../../platform/record-titles.ts';
import { bindWorkbook, cellsOfPlaceholders, readPlaceholders } from '../../platform/sheets/bind.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import { findPlace, listPlaceNames, type PlaceRow } from '../../registers/places/public.ts';
import * as contract from './contract.ts';
import { type CellView, computeReports, reportScope } from './public.ts';
import { reportSheetSpec, rowsSheetSpec } from './sheet-contract.ts';
import { words } from './words.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Rows of one exported drill-down; a larger list is narrowed by place first. */
const rowsExported = 20_000;

/** The routes that answer with a file; `titles` says what the records of a drill-down are called. */
export function exportRoutesFor(titles: TitleSources): readonly Handler[] {
  return [...reportFiles, rowsFile(titles)];
}

const reportFiles: readonly Handler[] = [
  handle(contract.exportReport, async ({ tx, actor, query, language, decide }) => {
    const printed = decide('report.read', { place: query.place }) ? undefined : await readReport(tx, query);
    if (!printed) return refuse({ code: 'not_found' });
    const context = { ...printed, language, by: actor.name, at: tx.now };
    const name = `${printed.place.name}-${printed.month}`;
    switch (query.format) {
      case 'xlsx':
        return ok({ fileName: `${name}.xlsx`, contentType: xlsxType, content: await reportSheet(context) });
      case 'docx': {
        const content = await renderWord(reportDocument(context));
        return ok({ fileName: `${name}.docx`, contentType: docxType, content });
      }
      case 'pdf': {
        const content = await renderPdf(reportDocument(context));
        return ok({ fileName: `${name}.pdf`, contentType: 'application/pdf', content });
      }
    }
  }),

  handle(contract.bindReport, async ({ tx, query, file, decide }) => {
    const printed = decide('report.read', { place: query.place }) ? undefined : await readReport(tx, query);
    if (!printed) return refuse({ code: 'not_found' });
    const found = await readPlaceholders(file.bytes);
    if (!found.ok) return found;
    const { place, month, cells } = printed;
    const values = new Map<string, string | number>([
      ['place', place.name],
      ['month', month],
    ]);
    for (const cell of cells) values.set(cell.indicator, sheetValue(cell.indicator, cell.value));
    const bound = cellsOfPlaceholders(found.value, values);
    if (bound.length === 0) return refuse({ code: 'report_binds_nothing', field: 'file' });
    const filled = await bindWorkbook(file.bytes, bound);
    if (!filled.ok) return filled;
    return ok({ fileName: `${place.name}-${month}.xlsx`, contentType: xlsxType, content: filled.value });
  }),
];

function rowsFile(titles: TitleSources): Handler {
  return handle(contract.exportRows, async ({ tx, actor, query, language, decide }) => {
    const indicator = findIndicator(query.indicator);
    const place = decide('figure.export', { place: query.place }) ? undefined : await findPlace(tx, query.place);
    if (!place || indicator?.kind !== 'counted') return refuse({ code: 'not_found' });
    const code = query.place as Place;
    const month = query.month as Month;
    const scope = query.as === 'live' ? { ...placeRange(code), month } : await reportScope(tx, code, month);
    const { rows } = await readFigureRows(tx, compile(indicator, scope), { limit: rowsExported, offset: 0 });
    const title = `${place.name} ${speak(indicator.name, language)} ${month}`;
    const note = { exported: rows.length, indicator: indicator.code, month, as: query.as };
    tx.trail.push({ table: 'figure', county: Math.floor(code / 1_000_000), place: code, note });
    const content = await toBuffer({
      spec: rowsSheetSpec,
      rows: await rowLines(tx, rows, {
        ...{ indicator, language, titles },
        allowed: (act) => !decide(act, { place: query.place }),
      }),
      language,
      title,
      filters: speak(indicator.formula, language),
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    return ok({ fileName: `${title}.xlsx`, contentType: xlsxType, content });
  });
}

interface Printed {
  readonly place: PlaceRow;
  readonly month: Month;
  readonly cells: readonly CellView[];
  readonly unconfirmed: number;
  readonly villages: number;
  readonly submission: Awaited<ReturnType<typeof viewReportOf>>;
}

interface Context extends Printed {
  readonly language: Language;
  readonly by: string;
  readonly at: Date;
}

async function readReport(tx: Tx, query: { place: number; month: string }): Promise<Printed | undefined> {
  const place = await findPlace(tx, query.place);
  if (!place) return undefined;
  const month = query.month as Month;
  const code = query.place as Place;
  const [report] = await computeReports(tx, { within: code, places: [code], month });
  if (!report) return undefined;
  const { cells, villages, unconfirmed } = report;
  return { place, month, cells, villages, unconfirmed, submission: await viewReportOf(tx, place, month) };
}

async function reportSheet(context: Context): Promise<Uint8Array> {
  const { cells, language, by, at, submission } = context;
  const rows = cells.map((cell): ExportRow => {
    const indicator = findIndicator(cell.indicator);
    return {
      clause: indicator?.clause,
      name: indicator && speak(indicator.name, language),
      code: cell.indicator,
      unit: unitOf(cell.indicator, language),
      value: cellValue(cell.indicator, cell.value),
      previous: cellValue(cell.indicator, cell.previous),
      lastYear: cellValue(cell.indicator, cell.lastYear),
      rowCount: cell.rowCount,
      exceptions: cell.exceptions.map((kind) => speak(words[`exception.${kind}`], language)).join('; '),
      formula: indicator && speak(indicator.formula, language),
    };
  });
  return toBuffer({
    spec: reportSheetSpec,
    rows,
    language,
    title: titleOf(context),
    filters: statusLine(context) + (submission.digest ? ` SHA-256 ${submission.digest}` : ''),
    exportedBy: by,
    exportedAt: at,
  });
}

function reportDocument(context: Context): RedHeaderDocument {
  const { place, language, by, at, submission } = context;
  const remark: Block[] = submission.remark
    ? [{ kind: 'paragraph', text: speak(words['document.remark'], language, { remark: submission.remark }) }]
    : [];
  return {
    kind: 'red-header',
    title: titleOf(context),
    issuer: place.name,
    blocks: [{ kind: 'paragraph', text: statusLine(context) }, ...remark, ...articleBlocks(context)],
    ...(submission.confirmedOn ? { signature: { by: place.name, on: submission.confirmedOn } } : {}),
    footer: {
      printedBy: by,
      printedAt: at,
      ...(submission.digest ? { verification: { code: submission.digest.slice(0, 16) } } : {}),
    },
    locale: language,
  };
}

function titleOf({ place, month, language }: Context): string {
  const [year = '', number = ''] = month.split('-');
  const spoken = speak(words['document.month'], language, { year, month: Number(number) });
  return speak(words['document.title'], language, { place: place.name, month: spoken });
}

function statusLine({ place, language, submission, villages, unconfirmed }: Context): string {
  const { confirmedOn, state } = submission;
  if (confirmedOn === null || state === 'returned')
    return speak(words['document.live'], language, { villages, unconfirmed });
  return speak(words['document.frozen'], language, { place: place.name, date: confirmedOn, villages, unconfirmed });
}

/** One table for each article that has figures. */
function articleBlocks({ cells, language }: Context): Block[] {
  const byCode = new Map(cells.map((cell) => [cell.indicator, cell]));
  const articles = Map.groupBy(catalogue, (one) => one.clause.split('.')[0] ?? '');
  return [...articles].flatMap(([article, indicators]): Block[] => [
    { kind: 'heading', level: 1, text: speak(words['document.article'], language, { article }) },
    {
      kind: 'table',
      columns: [
        { title: speak(words['column.name'], language), align: 'left' },
        { title: speak(words['column.unit'], language), align: 'center' },
        { title: speak(words['column.value'], language), align: 'right' },
        { title: speak(words['column.previous'], language), align: 'right' },
      ],
      rows: indicators.map((one) => {
        const cell = byCode.get(one.code);
        const show = (value: number | null | undefined) => (value == null ? '–' : printedValue(one.code, value));
        return [speak(one.name, language), unitOf(one.code, language), show(cell?.value), show(cell?.previous)];
      }),
    },
  ]);
}

/** A ratio as a percentage, an amount in yuan, everything else in its unit: what a spreadsheet calculates on. */
function sheetValue(code: string, value: number | null): number | string {
  if (value === null) return '';
  return isRatio(code) || isAmount(code) ? value / 100 : value;
}

/** The same in our own list, where an amount is written with its format. */
function cellValue(code: string, value: number | null): string | bigint | null {
  if (value === null) return null;
  return isAmount(code) ? BigInt(value) : String(sheetValue(code, value));
}

function printedValue(code: string, value: number): string {
  if (isRatio(code)) return formatBp(value).replace('%', '');
  return isAmount(code) ? formatYuan(BigInt(value)) : String(value);
}

function isRatio(code: string): boolean {
  return findIndicator(code)?.kind === 'ratio';
}

function isAmount(code: string): boolean {
  const indicator = findIndicator(code);
  return indicator?.kind === 'counted' && indicator.unit === 'fen';
}

function unitOf(code: string, language: Language): string {
  const indicator = findIndicator(code);
  const unit = indicator?.kind === 'counted' ? indicator.unit : 'bp';
  const pair = Object.entries(unitWords).find(([key]) => key === `unit.${unit}`)?.[1];
  return pair ? speak(pair, language) : unit;
}

async function rowLines(
  tx: Tx,
  rows: readonly FactRow[],
  view: TitleView & { readonly language: Language; readonly indicator: CountedIndicator },
): Promise<ExportRow[]> {
  const names = await listPlaceNames(tx, [...new Set(rows.map((row) => row.place))]);
  const titles = await listRecordTitles(tx, rows, view);
  return rows.map((row) => ({
    placeCode: String(row.place),
    placeName: names.get(row.place),
    occurredOn: row.occurredOn,
    endedOn: row.endedOn,
    quantity: quantityOf(view.indicator, row),
    unit: unitOf(view.indicator.code, view.language),
    title: titles.get(row.recordId),
    recordType: speak(kinds[`record.${row.recordType}`] ?? words['record.other'], view.language),
    recordId: row.recordId,
  }));
}

function quantityOf(indicator: CountedIndicator, row: FactRow): string | bigint {
  const quantity = countsAs(indicator, row);
  return indicator.unit === 'fen' ? BigInt(quantity) : String(quantity);
}

const kinds: Readonly<Record<string, WordPair>> = words;

async function toBuffer(options: Parameters<typeof writeList>[0]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeList(options)) pieces.push(piece);
  return Buffer.concat(pieces);
}
