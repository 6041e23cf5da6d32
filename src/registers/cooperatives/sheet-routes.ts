import { noteAct } from '../../platform/db/history.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import type { ImportPlan } from '../../platform/sheets/import.ts';
import { describeError, markRejected } from '../../platform/sheets/mark.ts';
import { writeTemplate } from '../../platform/sheets/template.ts';
import { type Language, speak } from '../../platform/words.ts';
import * as contract from './member-contract.ts';
import { exportMemberRows, importMembers } from './member-import-store.ts';
import { listMemberPage } from './member-store.ts';
import { memberSheet } from './sheet-contract.ts';
import { findCooperative } from './store.ts';
import { words } from './words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostErrors = 200;
const mostExported = 100_000;

export const routes: readonly Handler[] = [
  handle(contract.checkMemberImport, async ({ tx, params, file, language, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('membership.import', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const checked = await importMembers(tx, cooperative, { bytes: file.bytes, language, mode: 'check' });
    return checked.ok ? ok(reportOf(checked.value, language)) : checked;
  }),

  handle(contract.takeMemberImport, async ({ tx, params, query, file, language, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('membership.import', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const mode = query.keepGood === 'true' ? 'good' : 'all';
    const taken = await importMembers(tx, cooperative, { bytes: file.bytes, language, mode });
    return taken.ok ? ok(reportOf(taken.value, language)) : taken;
  }),

  handle(contract.markMemberImport, async ({ tx, params, file, language, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('membership.import', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const checked = await importMembers(tx, cooperative, { bytes: file.bytes, language, mode: 'check' });
    if (!checked.ok) return checked;
    const { errors } = checked.value;
    const marked = await markRejected({ bytes: file.bytes, spec: memberSheet, errors, language, words });
    if (!marked.ok) return refuse({ ...marked.refusal, field: 'file' });
    const { content, extension } = marked.value;
    const name = `${file.name.replace(/\.[^.]*$/, '').slice(0, 80)}-${speak(words['sheet.marked'], language)}`;
    return ok({ fileName: `${name}.${extension}`, contentType: extension === 'csv' ? 'text/csv' : xlsx, content });
  }),

  handle(contract.memberTemplate, async ({ tx, params, language, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('membership.import', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const { rows } = await listMemberPage(tx, params, { limit: mostExported, offset: 0 });
    const known = await exportMemberRows(
      tx,
      params,
      rows.map((row) => row.id),
    );
    const content = await writeTemplate(memberSheet, { language, knownRows: known, placeLabel: cooperative.name });
    return ok({ fileName: `${speak(words['sheet.members'], language)}.xlsx`, contentType: xlsx, content });
  }),

  handle(contract.exportMembers, async ({ tx, actor, params, query, language, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('membership.export', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const { rows } = await listMemberPage(tx, params, { ...query, limit: mostExported, offset: 0 });
    const list = writeList({
      spec: memberSheet,
      rows: await exportMemberRows(
        tx,
        params,
        rows.map((row) => row.id),
      ),
      language,
      title: cooperative.name,
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    const pieces: Buffer[] = [];
    for await (const piece of list) pieces.push(piece);
    noteAct(tx, 'cooperative', { key: params, place: cooperative.place, note: { exported: rows.length, ...query } });
    const fileName = `${cooperative.name}-${speak(words['sheet.members'], language)}.xlsx`;
    return ok({ fileName, contentType: xlsx, content: Buffer.concat(pieces) });
  }),
];

function reportOf(plan: ImportPlan, language: Language) {
  const { inserted, updated, unchanged, rejected } = plan;
  const errors = plan.errors.slice(0, mostErrors).map((error) => {
    const column = memberSheet.columns.find(({ key }) => key === error.key);
    return {
      row: error.rowNumber,
      ...(column ? { column: speak(column.title, language) } : {}),
      message: describeError({ ...error, key: '' }, { spec: memberSheet, language, words }),
    };
  });
  return { inserted, updated, unchanged, rejected, errors };
}
