import { noteTakenOut } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle, type UploadedFile } from '../../platform/http/handle.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import type { ImportPlan } from '../../platform/sheets/import.ts';
import { describeError, markRejected } from '../../platform/sheets/mark.ts';
import type { SheetSpec } from '../../platform/sheets/model.ts';
import { writeTemplate } from '../../platform/sheets/template.ts';
import { type Language, speak } from '../../platform/words.ts';
import * as columns from './columns-contract.ts';
import { listArrears } from './due-store.ts';
import { readParcels, type StoredParcel } from './list-store.ts';
import { parcelSteps } from './parcel-import-store.ts';
import * as contract from './sheet-contract.ts';
import { type ImportOrder, type LandSheet, runImport } from './sheet-store.ts';
import { transferSteps } from './transfer-import-store.ts';
import { readTransfers, type StoredTransfer } from './transfer-store.ts';
import { words } from './words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostErrors = 200;
const mostExported = 100_000;

function parcels(tx: Tx): LandSheet<typeof columns.parcelSheet> {
  return { sheet: 'parcels', spec: columns.parcelSheet, steps: parcelSteps(tx) };
}

function transfers(tx: Tx): LandSheet<typeof columns.transferSheet> {
  return { sheet: 'transfers', spec: columns.transferSheet, steps: transferSteps(tx) };
}

interface Sent {
  readonly tx: Tx;
  readonly file: UploadedFile;
  readonly language: Language;
}

export const sheetRoutes: readonly Handler[] = [
  handle(contract.checkParcels, (call) => report(call, parcels(call.tx), 'check')),
  handle(contract.takeParcels, (call) => report(call, parcels(call.tx), modeOf(call.query))),
  handle(contract.markParcels, (call) => mark(call, parcels(call.tx))),
  handle(contract.checkTransfers, (call) => report(call, transfers(call.tx), 'check')),
  handle(contract.takeTransfers, (call) => report(call, transfers(call.tx), modeOf(call.query))),
  handle(contract.markTransfers, (call) => mark(call, transfers(call.tx))),

  handle(contract.parcelTemplate, async ({ tx, query, language, decide }) => {
    const place = query.place ?? tx.actor.range?.lo;
    const barred = place === undefined ? undefined : decide('land.import', { place });
    if (barred) return refuse(barred);
    const known = await readParcels(tx, { place }, mostExported);
    const content = await writeTemplate(columns.parcelSheet, { language, knownRows: known.map(toParcelLine) });
    return ok(workbook(columns.parcelSheet, language, content));
  }),

  handle(contract.transferTemplate, async ({ language }) => {
    const content = await writeTemplate(columns.transferSheet, { language, knownRows: [] });
    return ok(workbook(columns.transferSheet, language, content));
  }),

  handle(contract.exportParcels, async ({ tx, actor, query, language }) => {
    const rows = await readParcels(tx, query, mostExported);
    noteTakenOut(tx, 'land_parcel', { ...query, exported: rows.length });
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    const content = await collect({ spec: columns.parcelSheet, rows: rows.map(toParcelLine), ...options });
    return ok(workbook(columns.parcelSheet, language, content));
  }),

  handle(contract.exportTransfers, async ({ tx, actor, query, language }) => {
    const rows = await readTransfers(tx, query, mostExported);
    noteTakenOut(tx, 'land_transfer', { ...query, exported: rows.length });
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    const content = await collect({ spec: columns.transferSheet, rows: rows.map(toTransferLine), ...options });
    return ok(workbook(columns.transferSheet, language, content));
  }),

  handle(contract.exportArrears, async ({ tx, actor, query, language }) => {
    const { order, ...filters } = query;
    const { rows } = await listArrears(tx, filters, { limit: mostExported, offset: 0, order });
    noteTakenOut(tx, 'land_rent', { ...query, exported: rows.length });
    const lines = rows.map((row): ExportRow => ({ ...row }));
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    const content = await collect({ spec: columns.arrearsSheet, rows: lines, ...options });
    return ok(workbook(columns.arrearsSheet, language, content));
  }),
];

function modeOf({ keepGood }: { readonly keepGood?: 'true' | 'false' | undefined }): ImportOrder['mode'] {
  return keepGood === 'true' ? 'good' : 'all';
}

async function report<S extends SheetSpec>(call: Sent, sheet: LandSheet<S>, mode: ImportOrder['mode']) {
  const { tx, file, language } = call;
  const done = await runImport(tx, sheet, { bytes: file.bytes, fileName: file.name, language, mode });
  return done.ok ? ok(reportOf(sheet.spec, done.value, language)) : done;
}

async function mark<S extends SheetSpec>(
  { tx, file, language }: Sent,
  sheet: LandSheet<S>,
): Promise<Result<ReturnType<typeof workbook>, Refusal>> {
  const checked = await runImport(tx, sheet, { bytes: file.bytes, fileName: file.name, language, mode: 'check' });
  if (!checked.ok) return checked;
  const { errors } = checked.value;
  const marked = await markRejected({ bytes: file.bytes, spec: sheet.spec, errors, language, words });
  if (!marked.ok) return refuse({ ...marked.refusal, field: 'file' });
  const { content, extension } = marked.value;
  const name = file.name.replace(/\.[^.]*$/, '').slice(0, 80);
  return ok({
    fileName: `${name}-${speak(words['sheet.marked'], language)}.${extension}`,
    contentType: extension === 'csv' ? 'text/csv' : xlsx,
    content,
  });
}

function reportOf(spec: SheetSpec, { errors, errorCount: _, ...counts }: ImportPlan, language: Language) {
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

function workbook(spec: SheetSpec, language: Language, content: Uint8Array) {
  return { fileName: `${speak(spec.title, language)}.xlsx`, contentType: xlsx, content };
}

/** The row as the import takes it back. */
function toParcelLine(parcel: StoredParcel & { readonly householdNumber: string | null }): ExportRow {
  return {
    place: String(parcel.place),
    number: parcel.number,
    name: parcel.name,
    kind: parcel.kind,
    location: parcel.location,
    holderKind: parcel.holderKind,
    holder: parcel.householdNumber ?? (parcel.holderKind === 'collective' ? null : parcel.holderName),
    areaMu: String(parcel.areaMu),
    measuredMu: parcel.measuredMu === null ? null : String(parcel.measuredMu),
    tenure: parcel.tenure,
    tenureUntil: parcel.tenureUntil,
    certificateNumber: parcel.certificateNumber,
    listedOn: parcel.listedOn,
    note: parcel.note,
  };
}

function toTransferLine(transfer: StoredTransfer & { readonly takerNumber: string | null }): ExportRow {
  return {
    place: String(transfer.place),
    number: transfer.number,
    parcel: transfer.parcelNumber,
    grantorName: transfer.grantorName,
    kind: transfer.kind,
    takerKind: transfer.takerKind,
    taker: transfer.takerNumber ?? transfer.takerName,
    payerName: transfer.payerName,
    areaMu: String(transfer.areaMu),
    purpose: transfer.purpose,
    signedOn: transfer.signedOn,
    startsOn: transfer.startsOn,
    throughOn: transfer.throughOn,
    rentPerMuFen: transfer.rentPerMuFen,
    periodMonths: transfer.periodMonths,
    instalments: transfer.instalments,
    dueAt: transfer.dueAt,
    dueDays: transfer.dueDays,
    filingNumber: transfer.filingNumber,
    note: transfer.note,
  };
}

async function collect(options: Parameters<typeof writeList>[0]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeList(options)) pieces.push(piece);
  return Buffer.concat(pieces);
}
