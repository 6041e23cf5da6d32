import { countAnswers } from '../../platform/access/use.ts';
import { noteTakenOut } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { describeError, markRejected } from '../../platform/sheets/mark.ts';
import { writeTemplate } from '../../platform/sheets/template.ts';
import { type Language, speak } from '../../platform/words.ts';
import { exportHouseholds } from './contract.ts';
import { exportRows } from './export-store.ts';
import { checkImport, getTemplate, markImport, takeImport } from './import-contract.ts';
import { type ImportOutcome, runImport } from './intake-store.ts';
import { householdSheet } from './sheet-contract.ts';
import { words } from './words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostErrors = 200;

export const routes: readonly Handler[] = [
  handle(checkImport, async ({ tx, query, file, language }) => {
    const checked = await runImport(tx, {
      bytes: file.bytes,
      fileName: file.name,
      language,
      joinedOn: query.joinedOn,
      mode: 'check',
    });
    countElsewhere(tx, checked);
    return checked.ok ? ok(reportOf(checked.value, language)) : checked;
  }),

  handle(takeImport, async ({ tx, query, file, language }) => {
    const mode = query.keepGood === 'true' ? 'good' : 'all';
    const taken = await runImport(tx, {
      bytes: file.bytes,
      fileName: file.name,
      language,
      joinedOn: query.joinedOn,
      mode,
    });
    countElsewhere(tx, taken);
    return taken.ok ? ok(reportOf(taken.value, language)) : taken;
  }),

  handle(markImport, async ({ tx, query, file, language }) => {
    const checked = await runImport(tx, {
      bytes: file.bytes,
      fileName: file.name,
      language,
      joinedOn: query.joinedOn,
      mode: 'check',
    });
    if (!checked.ok) return checked;
    countElsewhere(tx, checked);
    const marked = await markRejected({
      bytes: file.bytes,
      spec: householdSheet,
      errors: checked.value.faults,
      language,
      words,
    });
    if (!marked.ok) return refuse({ ...marked.refusal, field: 'file' });
    const { content, extension } = marked.value;
    return ok({
      fileName: `${baseName(file.name)}-${speak(words['sheet.marked'], language)}.${extension}`,
      contentType: extension === 'csv' ? 'text/csv' : xlsx,
      content,
    });
  }),

  handle(getTemplate, async ({ tx, query, language, decide }) => {
    const place = query.place ?? tx.actor.range?.lo;
    const barred = place === undefined ? undefined : decide('household.import', { place });
    if (barred) return refuse(barred);
    const knownRows: ExportRow[] = [];
    for await (const row of exportRows(tx, { place })) knownRows.push(row);
    const content = await writeTemplate(householdSheet, { language, knownRows });
    return ok({ fileName: `${speak(words['sheet.title'], language)}.xlsx`, contentType: xlsx, content });
  }),

  handle(exportHouseholds, async ({ tx, actor, query, language }) => {
    const pieces: Buffer[] = [];
    let rows = 0;
    async function* counted(): AsyncGenerator<ExportRow> {
      for await (const row of exportRows(tx, query)) {
        rows += 1;
        yield row;
      }
    }
    const list = writeList({
      spec: householdSheet,
      rows: counted(),
      language,
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    for await (const piece of list) pieces.push(piece);
    noteTakenOut(tx, 'household', { exported: rows, ...query });
    return ok({
      fileName: `${speak(words['sheet.title'], language)}.xlsx`,
      contentType: xlsx,
      content: Buffer.concat(pieces),
    });
  }),
];

/** Each row that tells of somebody outside the range is an answer like that of the check (quality A31). */
function countElsewhere(tx: Tx, outcome: Result<ImportOutcome, Refusal>): void {
  const told = outcome.ok
    ? outcome.value.faults.filter(({ code }) => code === 'resident_elsewhere').length
    : Number(outcome.refusal.code === 'import_rejected');
  countAnswers(tx, 'resident.check', told);
}

function reportOf(outcome: ImportOutcome, language: Language) {
  const { faults, ...counts } = outcome;
  const errors = faults.slice(0, mostErrors).map((fault) => {
    const column = householdSheet.columns.find(({ key }) => key === fault.key);
    return {
      row: fault.rowNumber,
      ...(column ? { column: speak(column.title, language) } : {}),
      message: describeError({ ...fault, key: '' }, { spec: householdSheet, language, words }),
    };
  });
  return { ...counts, errors };
}

function baseName(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '').slice(0, 80);
}
