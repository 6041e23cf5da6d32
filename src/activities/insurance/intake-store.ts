import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ratioBp } from '../../platform/pure/ratio.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import { type CheckedRow, rowChecker } from '../../platform/sheets/check.ts';
import { digestOfFile } from '../../platform/sheets/import.ts';
import type { CellError } from '../../platform/sheets/model.ts';
import { readRows } from '../../platform/sheets/read.ts';
import type { Language } from '../../platform/words.ts';
import { type IntakeOutcome, type IntakeRow, measureUnits, queueKey, readLine, readRate } from './import-rules.ts';
import { intakeSheet } from './intake-contract.ts';
import { lineWordings, unitWordings } from './intake-words.ts';
import { matchRows } from './match-store.ts';
import { findCooperatives } from './placing-read-store.ts';
import { type PlacedRow, planPolicies, writePolicies } from './placing-store.ts';
import { findImport, findQueued, newQueueRow, recordImport, recordQueue } from './queue-store.ts';

export interface IntakeOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly language: Language;
  readonly insurerId: string;
  /** `check` writes nothing; `all` takes everything or nothing; `good` takes the good rows and leaves the others */
  readonly mode: 'check' | 'all' | 'good';
}

export const mostRows = 20_000;

/** Takes an insurer’s workbook in, inside the act’s transaction. The same file again changes nothing. */
export async function runIntake(tx: Tx, order: IntakeOrder): Promise<Result<IntakeOutcome, Refusal>> {
  const reading = await readRows(order.bytes, intakeSheet, { language: order.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  if (reading.value.rowCount > mostRows)
    return refuse({ code: 'insurance_import_long', field: 'file', values: { most: mostRows } });
  const place = tx.actor.range?.lo ?? 0;
  const contentHash = digestOfFile(order.bytes);
  const file = { place, contentHash, name: order.fileName, insurerId: order.insurerId };
  const before = await findImport(tx, file);
  if (before !== undefined)
    return ok({ matched: 0, queued: 0, known: before, rejected: 0, matchedBp: undefined, errors: [] });
  const { rows, errors } = await readAll(reading.value.rows());
  if (rows.length + errors.length === 0) return refuse({ code: 'import_empty', field: 'file' });
  const importId = newRecordId(tx);
  const sorted = await sortRows(tx, rows, order.insurerId);
  const plan = await planPolicies(tx, { insurerId: order.insurerId, importId }, sorted.placed);
  const faults = [...errors, ...plan.faults];
  const rejected = new Set(faults.map(({ rowNumber }) => rowNumber)).size;
  const readable = rows.length - new Set(plan.faults.map(({ rowNumber }) => rowNumber)).size;
  const outcome: IntakeOutcome = {
    ...{ matched: plan.placed, queued: sorted.queued.length, known: plan.known + sorted.known, rejected },
    matchedBp: ratioBp(plan.placed + plan.known, readable),
    errors: faults.toSorted((a, b) => a.rowNumber - b.rowNumber),
  };
  if (order.mode === 'check') return ok(outcome);
  if (order.mode === 'all' && rejected > 0)
    return refuse({ code: 'import_rejected', field: 'file', values: { count: rejected } });
  await writePolicies(tx, plan);
  const context = { insurerId: order.insurerId, importId, place };
  await recordQueue(
    tx,
    sorted.queued.map((one) => newQueueRow(tx, context, one)),
  );
  await recordImport(tx, { ...file, id: importId }, outcome);
  return ok(outcome);
}

/** Cells checked and read; a wording of what is insured or a rate that nobody understands is a fault of its cell. */
async function readAll(
  source: AsyncIterable<Parameters<ReturnType<typeof rowChecker<typeof intakeSheet>>>[0]>,
): Promise<{ rows: IntakeRow[]; errors: CellError[] }> {
  const check = rowChecker(intakeSheet, { id: (text) => ok(toCodeText(text)) });
  const rows: IntakeRow[] = [];
  const errors: CellError[] = [];
  for await (const sheetRow of source) {
    const checked = check(sheetRow);
    const read = checked.values === undefined ? undefined : toRow(checked.rowNumber, checked.values);
    if (read === undefined) errors.push(...checked.errors);
    else if ('row' in read) rows.push(read.row);
    else errors.push(read.fault);
  }
  return { rows, errors };
}

type Values = NonNullable<CheckedRow<typeof intakeSheet>['values']>;

function toRow(rowNumber: number, values: Values): { readonly row: IntakeRow } | { readonly fault: CellError } {
  const fault = (key: string, code: string) => ({ fault: { rowNumber, key, code } });
  const line = readLine(values.line, lineWordings);
  if (!line) return fault('line', 'line_unknown');
  const rateBp = readRate(values.rate);
  if (rateBp === undefined) return fault('rate', 'rate_unknown');
  const deductibleBp = values.deductible === undefined ? 0 : Math.round(Number(values.deductible) * 100);
  if (!(deductibleBp >= 0 && deductibleBp < 10_000)) return fault('deductible', 'rate_unknown');
  const asked = { units: Number(values.units), unitSumFen: values.unitSumFen, unit: values.unit };
  const measured = measureUnits(line, asked, unitWordings);
  if (!measured.ok) return fault(measured.refusal.field ?? 'units', measured.refusal.code);
  if (values.endsOn <= values.startsOn) return fault('endsOn', 'days_wrong');
  return {
    row: {
      ...{ rowNumber, line, rateBp, deductibleBp, number: values.number, ...measured.value },
      ...{ township: values.township?.trim() ?? '', village: values.village.trim(), name: values.name.trim() },
      ...{ idNumber: values.idNumber, premiumFen: values.premiumFen },
      ...{ startsOn: values.startsOn, endsOn: values.endsOn },
    },
  };
}

/** Whose rows are known, and which wait for somebody to look. */
async function sortRows(tx: Tx, rows: readonly IntakeRow[], insurerId: string) {
  const cooperatives = await findCooperatives(
    tx,
    rows.map(({ name }) => name),
  );
  const people = rows.filter(({ name }) => !cooperatives.has(name));
  const matched = await matchRows(tx, people);
  const waiting = await findQueued(tx, insurerId);
  const placed: PlacedRow[] = rows.flatMap((row) => {
    const cooperative = cooperatives.get(row.name);
    if (!cooperative) return [];
    const { id, place } = cooperative;
    return [{ row, place, name: row.name, householdId: null, cooperativeId: id, matched: 'name' as const }];
  });
  const queued = [];
  let known = 0;
  for (const one of matched) {
    if ('candidate' in one.matched) {
      const { way, candidate } = one.matched;
      const { householdId, place, name } = candidate;
      placed.push({ row: one.row, place, name, householdId, cooperativeId: null, matched: way });
    } else if (waiting.has(queueKey(one.row))) known += 1;
    else queued.push({ ...one, cause: one.matched.cause });
  }
  return { placed, queued, known };
}
