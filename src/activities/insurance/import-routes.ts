import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle, type UploadedFile } from '../../platform/http/handle.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { describeError, markRejected } from '../../platform/sheets/mark.ts';
import { writeTemplate } from '../../platform/sheets/template.ts';
import { type Language, speak } from '../../platform/words.ts';
import * as contract from './import-contract.ts';
import type { IntakeOutcome, IntakeRow } from './import-rules.ts';
import { findHolder } from './insured-store.ts';
import { intakeSheet } from './intake-contract.ts';
import { type IntakeOrder, runIntake } from './intake-store.ts';
import { planPolicies, writePolicies } from './placing-store.ts';
import { findQueueRow, listQueue, markQueueRow, type QueueRow } from './queue-store.ts';
import { findInsurer } from './terms-store.ts';
import { words } from './words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostErrors = 200;

export const routes: readonly Handler[] = [
  handle(contract.checkPolicyImport, async ({ tx, query, file, language }) => {
    const checked = await intake(tx, file, { ...query, language, mode: 'check' });
    return checked.ok ? ok(reportOf(checked.value, language)) : checked;
  }),

  handle(contract.takePolicyImport, async ({ tx, query, file, language }) => {
    const mode = query.keepGood === 'true' ? 'good' : 'all';
    const taken = await intake(tx, file, { ...query, language, mode });
    return taken.ok ? ok(reportOf(taken.value, language)) : taken;
  }),

  handle(contract.markPolicyImport, async ({ tx, query, file, language }) => {
    const checked = await intake(tx, file, { ...query, language, mode: 'check' });
    if (!checked.ok) return checked;
    const { errors } = checked.value;
    const marked = await markRejected({ bytes: file.bytes, spec: intakeSheet, errors, language, words });
    if (!marked.ok) return refuse({ ...marked.refusal, field: 'file' });
    const { content, extension } = marked.value;
    return ok({
      fileName: `${file.name.replace(/\.[^.]*$/, '').slice(0, 80)}-${speak(words['sheet.marked'], language)}.${extension}`,
      contentType: extension === 'csv' ? 'text/csv' : xlsx,
      content,
    });
  }),

  handle(contract.getPolicyTemplate, async ({ language }) => {
    const content = await writeTemplate(intakeSheet, { language, knownRows: [] });
    return ok({ fileName: `${speak(words['sheet.intake'], language)}.xlsx`, contentType: xlsx, content });
  }),

  handle(contract.listIntake, async ({ tx, query }) => {
    const { rows, total } = await listQueue(tx, query);
    return ok({ rows: rows.map((row) => ({ ...row })), total });
  }),

  handle(contract.matchIntake, async ({ tx, params, body, decide }) => {
    const row = await findQueueRow(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const household = { county: body.householdCounty, id: body.householdId };
    const holder = await findHolder(tx, household);
    if (!holder) return refuse({ code: 'not_found', field: 'householdId' });
    const refused = decide('insurance.match', { place: holder.place });
    if (refused) return refuse(refused);
    if (row.state !== 'open') return refuse({ code: 'insurance_intake_closed' });
    return putOn(tx, row, { revision: body.revision, ...holder, householdId: household.id });
  }),

  handle(contract.dismissIntake, async ({ tx, params, body, decide }) => {
    const row = await findQueueRow(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.match', { place: row.place });
    if (refused) return refuse(refused);
    if (row.state !== 'open') return refuse({ code: 'insurance_intake_closed' });
    const set = { state: 'dismissed', note: body.reason };
    const key = { ...params, revision: body.revision };
    return (await markQueueRow(tx, key, { set, reason: body.reason })) ? ok(params) : refuse({ code: 'stale' });
  }),
];

async function intake(
  tx: Tx,
  file: UploadedFile,
  order: Pick<IntakeOrder, 'insurerId' | 'language' | 'mode'>,
): Promise<Result<IntakeOutcome, Refusal>> {
  if (!(await findInsurer(tx, order.insurerId))) return refuse({ code: 'not_found', field: 'insurerId' });
  return runIntake(tx, { bytes: file.bytes, fileName: file.name, ...order });
}

function reportOf(outcome: IntakeOutcome, language: Language) {
  const { matched, queued, known, rejected, matchedBp, errors } = outcome;
  return {
    ...{ inserted: matched, updated: queued, unchanged: known, rejected, matchedBp: matchedBp ?? null },
    errors: errors.slice(0, mostErrors).map((fault) => {
      const column = intakeSheet.columns.find(({ key }) => key === fault.key);
      return {
        row: fault.rowNumber,
        ...(column ? { column: speak(column.title, language) } : {}),
        message: describeError({ ...fault, key: '' }, { spec: intakeSheet, language, words }),
      };
    }),
  };
}

interface Choice {
  readonly revision: number;
  readonly householdId: string;
  readonly name: string;
  readonly place: number;
}

/** The row goes onto the policy of its number in the household’s village, as the import would have put it there. */
async function putOn(tx: Tx, row: QueueRow, choice: Choice): Promise<Result<{ county: number; id: string }, Refusal>> {
  const { insurerId, importId, premiumFen } = row;
  const wanted: IntakeRow = {
    ...row,
    ...{ township: '', idNumber: undefined, premiumFen: premiumFen > 0n ? premiumFen : undefined },
  };
  const { place, name, householdId } = choice;
  const placed = { row: wanted, place, name, householdId, cooperativeId: null, matched: 'hand' as const };
  const plan = await planPolicies(tx, { insurerId, importId }, [placed]);
  const [fault] = plan.faults;
  if (fault) return refuse({ code: `insurance_${fault.code}`, field: 'householdId' });
  const [policy] = plan.policies;
  const [line] = policy ? policy.lines.values() : [];
  if (!line) return refuse({ code: 'insurance_insured_twice', field: 'householdId' });
  try {
    await writePolicies(tx, plan);
  } catch (error) {
    if (isUniqueViolation(error, 'insurance_insured_once'))
      return refuse({ code: 'insurance_insured_twice', field: 'householdId' });
    throw error;
  }
  const key = { county: row.county, id: row.id, revision: choice.revision };
  const set = { state: 'matched', insured_id: line.id };
  const done = await markQueueRow(tx, key, { set, reason: 'matched' });
  return done ? ok({ county: row.county, id: row.id }) : refuse({ code: 'stale' });
}
