import { isUniqueViolation } from '../../platform/db/connection.ts';
import { handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { digestOfFile } from '../../platform/sheets/import.ts';
import { describeError } from '../../platform/sheets/mark.ts';
import { writeTemplate } from '../../platform/sheets/template.ts';
import { type Language, speak } from '../../platform/words.ts';
import { type Comparison, compareStatement } from './compare-store.ts';
import { findLender } from './lender-store.ts';
import { statementSheet } from './sheet-contract.ts';
import * as contract from './statement-contract.ts';
import * as store from './statement-store.ts';
import { words } from './words.ts';

const placesOfCounty = 1_000_000;
const mostErrors = 200;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const routes = [
  handle(contract.listStatements, async ({ tx, query }) => {
    const { rows, total } = await store.listStatements(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.statementTemplate, async ({ language }) => {
    const content = await writeTemplate(statementSheet, { language });
    return ok({ fileName: `${speak(words['sheet.statement'], language)}.xlsx`, contentType: xlsxType, content });
  }),

  handle(contract.getStatement, async ({ tx, params, allowed }) => {
    const row = await store.findStatement(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    return ok({ ...row, allowed: allowed(['loan.statement'], { place: row.place, organisationId: row.bankId }) });
  }),

  handle(contract.listStatementLines, async ({ tx, params, query }) => {
    if (!(await store.findStatement(tx, params))) return refuse({ code: 'not_found' });
    const { rows, total } = await store.listStatementLines(tx, params, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.explainLine, async ({ tx, params, body, decide }) => {
    const line = await store.findStatementLine(tx, params);
    if (!line) return refuse({ code: 'not_found' });
    const refused = decide('loan.statement', { place: line.place, organisationId: line.bankId });
    if (refused) return refuse(refused);
    if (line.state !== 'different' && line.state !== 'unknown') return refuse({ code: 'statement_line_state' });
    const done = await store.explainLine(tx, { ...params, revision: body.revision }, body.note);
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.checkStatement, async ({ tx, query, file, language, decide }) => {
    const refused = decide('loan.statement', subjectOf(query));
    if (refused) return refuse(refused);
    if (!(await findLender(tx, query.bankId))) return refuse({ code: 'not_found', field: 'bankId' });
    const compared = await compareStatement(tx, { ...query, bytes: file.bytes, language });
    return compared.ok ? ok(reportOf(compared.value, language)) : compared;
  }),

  handle(contract.takeStatement, async ({ tx, query, file, language, decide }) => {
    const refused = decide('loan.statement', subjectOf(query));
    if (refused) return refuse(refused);
    if (!(await findLender(tx, query.bankId))) return refuse({ code: 'not_found', field: 'bankId' });
    const { id, county, bankId } = query;
    const compared = await compareStatement(tx, { county, bankId, bytes: file.bytes, language, statementId: id });
    if (!compared.ok) return compared;
    const head = { id, county, place: county * placesOfCounty, bankId, fileName: file.name.slice(0, 200) };
    try {
      await store.recordStatement(tx, { ...head, contentHash: digestOfFile(file.bytes) }, compared.value.lines);
    } catch (error) {
      if (isUniqueViolation(error, 'loan_statement_once')) return refuse({ code: 'statement_known', field: 'file' });
      throw error;
    }
    return ok(reportOf(compared.value, language));
  }),
];

function subjectOf({ county, bankId }: { readonly county: number; readonly bankId: string }) {
  return { place: county * placesOfCounty, organisationId: bankId };
}

/** As every import reports: what is new here, what agrees, and what has to be looked at. */
function reportOf({ lines, errors }: Comparison, language: Language) {
  const count = (state: store.LineState): number => lines.filter((line) => line.state === state).length;
  const differing = lines
    .filter(({ state }) => state === 'different' || state === 'unknown')
    .map(({ number, contractNumber, differences }) => ({
      row: number,
      column: contractNumber,
      message: differences.map((code) => speak(words[`difference.${code}`], language)).join(' '),
    }));
  const unread = errors.map((error) => ({
    row: error.rowNumber,
    message: describeError({ ...error, key: '' }, { spec: statementSheet, language, words }),
  }));
  return {
    inserted: count('taken'),
    updated: 0,
    unchanged: count('matched'),
    rejected: count('different') + count('unknown') + new Set(errors.map(({ rowNumber }) => rowNumber)).size,
    errors: [...unread, ...differing].slice(0, mostErrors),
  };
}
