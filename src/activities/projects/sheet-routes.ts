import { words as fundWords } from '../../ledgers/funds/words.ts';
import { noteTakenOut } from '../../platform/db/history.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok } from '../../platform/pure/result.ts';
import { type ExportOptions, writeList } from '../../platform/sheets/export.ts';
import { type Language, speak } from '../../platform/words.ts';
import { exportAlerts } from './alert-contract.ts';
import { listAlerts } from './alert-store.ts';
import type { ItemRow, SampleRow } from './audit-store.ts';
import { exportProjects } from './contract.ts';
import { exportFindings } from './finding-contract.ts';
import { listFindings } from './finding-store.ts';
import { exportOrders } from './order-contract.ts';
import { listOrders } from './order-store.ts';
import { alertSheet, findingSheet, orderSheet, projectSheet, sampleSheet } from './sheet-contract.ts';
import { listProjects } from './store.ts';
import { words } from './words.ts';

const mostExported = 100_000;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const whole = { limit: mostExported, offset: 0 };

export const routes: readonly Handler[] = [
  handle(exportProjects, async ({ tx, actor, query, language }) => {
    const { rows } = await listProjects(tx, { ...query, ...whole });
    const shown = rows.map((row) => ({
      ...{ number: row.number, name: row.name, placeName: row.placeName, cooperativeName: row.cooperativeName },
      ...{ budgetFen: row.budgetFen, contractedFen: row.contractedFen, paidFen: row.paidFen },
      ...{ assetBookedFen: row.assetBookedFen, proposedOn: row.proposedOn, kind: codeOf(language, 'kind', row.kind) },
      ...{ step: codeOf(language, 'step', row.step), state: codeOf(language, 'state', row.state) },
    }));
    noteTakenOut(tx, 'project', { ...query, exported: rows.length });
    const content = await toBook({
      spec: projectSheet,
      rows: shown,
      language,
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    return ok({ fileName: fileOf(language, 'title'), contentType: xlsxType, content });
  }),

  handle(exportOrders, async ({ tx, actor, query, language }) => {
    const { rows } = await listOrders(tx, { ...query, ...whole });
    const shown = rows.map((row) => ({
      ...{ projectName: row.projectName, placeName: row.placeName, payeeName: row.payeeName, amountFen: row.amountFen },
      ...{
        invoiceNumber: row.invoiceNumber,
        approvals: String(row.approvals),
        askedOn: row.askedOn,
        paidOn: row.paidOn,
      },
      ...{ purpose: codeOf(language, 'purpose', row.purpose), state: codeOf(language, 'orderState', row.state) },
    }));
    noteTakenOut(tx, 'payment_order', { ...query, exported: rows.length });
    const content = await toBook({
      spec: orderSheet,
      rows: shown,
      language,
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    return ok({ fileName: fileOf(language, 'title.orders'), contentType: xlsxType, content });
  }),

  handle(exportAlerts, async ({ tx, actor, query, language }) => {
    const { rows } = await listAlerts(tx, { ...query, ...whole });
    const shown = rows.map((row) => ({
      ...{ placeName: row.placeName, payeeName: row.payeeName, amountFen: row.amountFen, result: row.result },
      ...{ entries: String(row.entries.length), occurredOn: row.occurredOn, foundOn: row.foundOn },
      ...{ rule: codeOf(language, 'rule', row.rule), state: codeOf(language, 'alertState', row.state) },
      misuse: codeOf(language, 'misuse', row.misuse),
    }));
    noteTakenOut(tx, 'misuse_alert', { ...query, exported: rows.length });
    const content = await toBook({
      spec: alertSheet,
      rows: shown,
      language,
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    return ok({ fileName: fileOf(language, 'title.alerts'), contentType: xlsxType, content });
  }),

  handle(exportFindings, async ({ tx, actor, query, language }) => {
    const { rows } = await listFindings(tx, { ...query, ...whole });
    const shown = rows.map((row) => ({
      ...{ number: row.number, placeName: row.placeName, title: row.title, amountFen: row.amountFen },
      ...{ recoveredFen: row.recoveredFen, responsible: row.responsible, foundOn: row.foundOn, dueOn: row.dueOn },
      ...{ closedOn: row.closedOn, reopened: String(row.reopened), source: codeOf(language, 'source', row.source) },
      ...{ misuse: codeOf(language, 'misuse', row.misuse), state: codeOf(language, 'findingState', row.state) },
    }));
    noteTakenOut(tx, 'finding', { ...query, exported: rows.length });
    const content = await toBook({
      spec: findingSheet,
      rows: shown,
      language,
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    return ok({ fileName: fileOf(language, 'title.findings'), contentType: xlsxType, content });
  }),
];

/** The lines of a sample as a workbook. */
export function writeSample(of: {
  readonly sample: SampleRow;
  readonly items: readonly ItemRow[];
  readonly language: Language;
  readonly by: string;
  readonly at: Date;
}): Promise<Buffer> {
  const { sample, items, language, by, at } = of;
  const rows = items.map((item) => ({
    ...{ number: String(item.number), placeName: item.placeName, paidOn: item.paidOn, payeeName: item.payeeName },
    ...{ amountFen: item.amountFen, payment: `${item.paymentCounty}/${item.paymentId}`, files: String(item.files) },
    ...{ purpose: codeOf(language, 'purpose', item.purpose), verdict: codeOf(language, 'itemVerdict', item.verdict) },
    note: item.note,
  }));
  return toBook({ spec: sampleSheet, title: sample.title, rows, language, exportedBy: by, exportedAt: at });
}

async function toBook(options: ExportOptions): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeList(options)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function codeOf(language: Language, list: string, code: string | null): string {
  const known: Readonly<Record<string, readonly [string, string]>> = { ...fundWords, ...words };
  const pair = code === null ? undefined : known[`code.${list}.${code}`];
  return pair ? speak(pair, language) : '';
}

function fileOf(language: Language, key: 'title' | 'title.orders' | 'title.alerts' | 'title.findings'): string {
  return `${speak(words[key], language)}.xlsx`;
}
