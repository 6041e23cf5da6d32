import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { ImportPlan } from '../../platform/sheets/import.ts';
import { describeError, markRejected } from '../../platform/sheets/mark.ts';
import { writeTemplate } from '../../platform/sheets/template.ts';
import { type Language, speak } from '../../platform/words.ts';
import { findCooperative, listMembers } from '../../registers/cooperatives/public.ts';
import { words as cooperativeWords } from '../../registers/cooperatives/words.ts';
import { listShareClasses } from './class-store.ts';
import * as contract from './opening-contract.ts';
import { openingSheet } from './opening-sheet-contract.ts';
import { openFromWorkbook } from './opening-store.ts';
import { words } from './words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostErrors = 200;
const bothWords = { ...cooperativeWords, ...words };

export const routes: readonly Handler[] = [
  handle(contract.openingTemplate, async ({ tx, params, language, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('share.open', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const at = { county: params.county, cooperativeId: params.id };
    const [first] = await listShareClasses(tx, at);
    const members = await listMembers(tx, { ...at, on: todayInShanghai(tx.now) });
    const knownRows = members.map((member) => ({
      number: member.number,
      name: member.name,
      kind: member.kind,
      idNumber: member.idNumberMasked,
      creditCode: member.creditCode,
      unitKind: member.unitKind,
      joinedOn: member.joinedOn,
      className: first?.name ?? null,
      source: 'cash',
    }));
    const content = await writeTemplate(openingSheet, { language, knownRows, placeLabel: cooperative.name });
    return ok({ fileName: `${speak(words['opening.sheet'], language)}.xlsx`, contentType: xlsx, content });
  }),

  handle(contract.checkOpening, async ({ tx, params, query, file, language, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('share.open', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const order = { ...query, bytes: file.bytes, fileName: file.name, language, mode: 'check' as const };
    const checked = await openFromWorkbook(tx, cooperative, order);
    return checked.ok ? ok(reportOf(checked.value, language)) : checked;
  }),

  handle(contract.markOpening, async ({ tx, params, query, file, language, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('share.open', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const order = { ...query, bytes: file.bytes, fileName: file.name, language, mode: 'check' as const };
    const checked = await openFromWorkbook(tx, cooperative, order);
    if (!checked.ok) return checked;
    const { errors } = checked.value;
    const marked = await markRejected({ bytes: file.bytes, spec: openingSheet, errors, language, words: bothWords });
    if (!marked.ok) return refuse({ ...marked.refusal, field: 'file' });
    const { content, extension } = marked.value;
    const name = `${file.name.replace(/\.[^.]*$/, '').slice(0, 80)}-${speak(cooperativeWords['sheet.marked'], language)}`;
    return ok({ fileName: `${name}.${extension}`, contentType: extension === 'csv' ? 'text/csv' : xlsx, content });
  }),

  handle(contract.takeOpening, async ({ tx, params, query, file, language, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('share.open', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    if (query.openedOn > todayInShanghai(tx.now)) return refuse({ code: 'opening_in_future', field: 'openedOn' });
    const order = { ...query, bytes: file.bytes, fileName: file.name, language, mode: 'take' as const };
    const taken = await openFromWorkbook(tx, cooperative, order);
    return taken.ok ? ok(reportOf(taken.value, language)) : taken;
  }),
];

function reportOf(plan: ImportPlan, language: Language) {
  const { inserted, updated, unchanged, rejected } = plan;
  const errors = plan.errors.slice(0, mostErrors).map((error) => {
    const column = openingSheet.columns.find(({ key }) => key === error.key);
    return {
      row: error.rowNumber,
      ...(column ? { column: speak(column.title, language) } : {}),
      message: describeError({ ...error, key: '' }, { spec: openingSheet, language, words: bothWords }),
    };
  });
  return { inserted, updated, unchanged, rejected, errors };
}
