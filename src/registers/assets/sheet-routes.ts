import { findParameter } from '../../measure/public.ts';
import { noteTakenOut } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Column, ListDocument } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { formatYuan, sumFen } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import type { ImportPlan } from '../../platform/sheets/import.ts';
import { describeError, markRejected } from '../../platform/sheets/mark.ts';
import { writeTemplate } from '../../platform/sheets/template.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import { runImport } from './intake-store.ts';
import { listContracts } from './lease-store.ts';
import { type AssetQuery, readAssets, type StoredAsset } from './list-store.ts';
import * as contract from './sheet-contract.ts';
import { listPlaceNames } from './totals-store.ts';
import { words } from './words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostErrors = 200;
const mostExported = 100_000;
const mostPrinted = 2_000;

export const sheetRoutes: readonly Handler[] = [
  handle(contract.checkImport, async ({ tx, file, language }) => {
    const checked = await runImport(tx, { bytes: file.bytes, fileName: file.name, language, mode: 'check' });
    return checked.ok ? ok(reportOf(checked.value, language)) : checked;
  }),

  handle(contract.takeImport, async ({ tx, query, file, language }) => {
    const mode = query.keepGood === 'true' ? 'good' : 'all';
    const taken = await runImport(tx, { bytes: file.bytes, fileName: file.name, language, mode });
    return taken.ok ? ok(reportOf(taken.value, language)) : taken;
  }),

  handle(contract.markImport, async ({ tx, file, language }) => {
    const checked = await runImport(tx, { bytes: file.bytes, fileName: file.name, language, mode: 'check' });
    if (!checked.ok) return checked;
    const { errors } = checked.value;
    const marked = await markRejected({ bytes: file.bytes, spec: contract.assetSheet, errors, language, words });
    if (!marked.ok) return refuse({ ...marked.refusal, field: 'file' });
    const { content, extension } = marked.value;
    return ok({
      fileName: `${file.name.replace(/\.[^.]*$/, '').slice(0, 80)}-${speak(words['sheet.marked'], language)}.${extension}`,
      contentType: extension === 'csv' ? 'text/csv' : xlsx,
      content,
    });
  }),

  handle(contract.getTemplate, async ({ tx, query, language, decide }) => {
    const place = query.place ?? tx.actor.range?.lo;
    const barred = place === undefined ? undefined : decide('asset.import', { place });
    if (barred) return refuse(barred);
    const known = await readAssets(tx, { place }, { most: mostExported, days: 0 });
    const content = await writeTemplate(contract.assetSheet, { language, knownRows: known.map(toSheetRow) });
    return ok({ fileName: `${speak(words['sheet.title'], language)}.xlsx`, contentType: xlsx, content });
  }),

  handle(contract.exportAssets, async ({ tx, actor, query, language }) => {
    const rows = await readAssets(tx, query, { most: mostExported, days: await confirmationDays(tx) });
    noteTakenOut(tx, 'asset', { ...query, exported: rows.length });
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    const content = await collect({ spec: contract.assetSheet, rows: rows.map(toSheetRow), ...options });
    return ok({ fileName: `${speak(words['sheet.title'], language)}.xlsx`, contentType: xlsx, content });
  }),

  handle(contract.printAssets, async ({ tx, query, language }) => {
    const rows = await readAssets(tx, query, { most: mostPrinted + 1, days: await confirmationDays(tx) });
    if (rows.length > mostPrinted) return refuse({ code: 'print_too_many', values: { most: mostPrinted } });
    noteTakenOut(tx, 'asset', { ...query, printed: rows.length });
    const content = await renderPdf(await documentOf(tx, rows, { query, language }));
    return ok({ fileName: `${speak(words['sheet.title'], language)}.pdf`, contentType: 'application/pdf', content });
  }),

  handle(contract.exportContracts, async ({ tx, actor, query, language }) => {
    const { rows } = await listContracts(tx, query, { limit: mostExported, offset: 0 });
    noteTakenOut(tx, 'asset', { ...query, exported: rows.length });
    const lines = rows.map(
      (row): ExportRow => ({
        ...row,
        kind: coded('contractKind', row.kind, language),
        expiry: coded('expiry', row.expiry, language),
      }),
    );
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    const content = await collect({ spec: contract.contractSheet, rows: lines, ...options });
    return ok({ fileName: `${speak(words['contracts.title'], language)}.xlsx`, contentType: xlsx, content });
  }),
];

async function confirmationDays(tx: Tx): Promise<number> {
  return (await findParameter(tx, 'asset_confirmation_days', todayInShanghai(tx.now)))?.value ?? 30;
}

function reportOf({ errors, errorCount: _, ...counts }: ImportPlan, language: Language) {
  const spec = contract.assetSheet;
  return {
    ...counts,
    errors: errors.slice(0, mostErrors).map((fault) => {
      const column = spec.columns.find(({ key }) => key === fault.key);
      return {
        row: fault.rowNumber,
        ...(column ? { column: speak(column.title, language) } : {}),
        message: describeError({ ...fault, key: '' }, { spec, language, words }),
      };
    }),
  };
}

/** The row as the import takes it back. */
function toSheetRow(asset: StoredAsset): ExportRow {
  return {
    place: String(asset.place),
    number: asset.number,
    name: asset.name,
    class: asset.class,
    kind: asset.kind,
    location: asset.location,
    bounds: asset.bounds,
    acquiredOn: asset.acquiredOn,
    unit: asset.unit,
    quantity: asset.quantity === null ? null : String(asset.quantity),
    bookAreaMu: String(asset.bookAreaMu),
    areaMu: String(asset.areaMu),
    bookValueFen: asset.bookValueFen,
    verifiedValueFen: asset.verifiedValueFen,
    useState: asset.useState,
    claimState: asset.claimState,
    certificateNumber: asset.certificateNumber,
    povertyProject: String(asset.povertyProject),
    fundingSource: asset.fundingSource,
    fundingDocument: asset.fundingDocument,
    projectName: asset.projectName,
    knownBy: asset.knownBy,
    listedOn: asset.listedOn,
    note: asset.note,
  };
}

async function collect(options: Parameters<typeof writeList>[0]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeList(options)) pieces.push(piece);
  return Buffer.concat(pieces);
}

interface Printing {
  readonly query: AssetQuery;
  readonly language: Language;
}

/** The form of the survey: asset by asset, the sums below, and where both parties sign. */
async function documentOf(tx: Tx, rows: readonly StoredAsset[], { query, language }: Printing): Promise<ListDocument> {
  const place = query.place ?? tx.actor.range?.lo ?? 0;
  const names = await listPlaceNames(tx, [place]);
  const values = { place: names.get(place) ?? '', count: rows.length };
  return {
    kind: 'list',
    orientation: 'landscape',
    title: speak(words['sheet.title'], language),
    subtitle: speak(words['print.subtitle'], language, values),
    locale: language,
    footer: { printedBy: tx.actor.name, printedAt: tx.now },
    blocks: [
      {
        kind: 'table',
        columns: printColumns(language),
        rows: rows.map((row) => printRow(row, language)),
        totals: printTotals(rows, language),
      },
      { kind: 'paragraph', text: speak(words['print.sign'], language) },
    ],
  };
}

function printColumns(language: Language): Column[] {
  const say = (key: keyof typeof words) => speak(words[key], language);
  const left = (key: keyof typeof words) => ({ title: say(key), align: 'left' as const });
  const right = (key: keyof typeof words, unit: keyof typeof words) => {
    return { title: `${say(key)} ${say(unit)}`, align: 'right' as const };
  };
  return [
    left('field.number'),
    left('field.name'),
    left('field.class'),
    left('field.kind'),
    left('field.location'),
    right('field.bookAreaMu', 'unit.mu'),
    right('field.areaMu', 'unit.mu'),
    right('field.bookValueFen', 'unit.yuan'),
    right('field.verifiedValueFen', 'unit.yuan'),
    left('field.claimState'),
  ];
}

function printRow(row: StoredAsset, language: Language): string[] {
  return [
    row.number,
    row.name,
    coded('class', row.class, language),
    coded('kind', row.kind, language),
    row.location ?? '',
    printArea(row.bookAreaMu),
    printArea(row.areaMu),
    formatYuan(row.bookValueFen),
    row.verifiedValueFen === null ? '' : formatYuan(row.verifiedValueFen),
    coded('claimState', row.claimState, language),
  ];
}

function printTotals(rows: readonly StoredAsset[], language: Language): string[] {
  const area = (key: 'bookAreaMu' | 'areaMu') => rows.reduce((sum, row) => sum + Math.round(row[key] * 100), 0) / 100;
  const booked = sumFen(rows.map((row) => row.bookValueFen));
  const verified = sumFen(rows.map((row) => row.verifiedValueFen ?? 0n));
  const sums = [printArea(area('bookAreaMu')), printArea(area('areaMu')), formatYuan(booked), formatYuan(verified)];
  return [speak(words['print.total'], language), '', '', '', '', ...sums, ''];
}

function printArea(mu: number): string {
  return mu === 0 ? '' : mu.toFixed(2);
}

function coded(list: string, code: string, language: Language): string {
  const known: Readonly<Record<string, WordPair>> = words;
  const pair = known[`code.${list}.${code}`];
  return pair ? speak(pair, language) : code;
}
