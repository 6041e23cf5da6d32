import { sql } from 'kysely';
import { type RecordKey, record, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseMany } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { addMonths, type LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { maturityOf } from './schedule-rules.ts';
import { countLoan, type LoanPayment, type PaidLine } from './standing-rules.ts';
import type { LoanRow } from './store.ts';

export interface PaymentRow extends LoanPayment {
  readonly id: string;
  readonly penaltyFen: bigint;
  readonly receipt: string;
  readonly statementId: string | null;
  readonly revision: number;
}

/** In the order in which they were paid. */
export async function listPayments(tx: Tx, loan: RecordKey): Promise<readonly PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select id, kind, paid_on, principal_fen, interest_fen, penalty_fen, afterwards, receipt, statement_id, revision
    from loan_payment where county = ${loan.county} and loan_id = ${loan.id} order by paid_on, recorded_at, id`.execute(
    tx.db,
  );
  return rows;
}

interface LineRow extends PaidLine {
  readonly id: string;
  readonly revision: number;
}

export async function listLines(tx: Tx, loan: RecordKey): Promise<readonly LineRow[]> {
  const { rows } = await sql<LineRow>`
    select id, kind, number, due_on, pay_by, principal_fen, interest_fen, paid_principal_fen, paid_interest_fen, settled_on,
      revision
    from loan_instalment where county = ${loan.county} and loan_id = ${loan.id} order by number`.execute(tx.db);
  return rows;
}

export type NewPayment = Omit<PaymentRow, 'revision'>;

/** Records a payment and counts the loan anew; refuses what the plan has no room for. */
export async function recordPayment(tx: Tx, loan: LoanRow, payment: NewPayment): Promise<Result<true, Refusal>> {
  const counted = countLoan(loan, [...(await listPayments(tx, loan)), payment]);
  if (!counted.ok) return counted;
  const { county, place, id, householdId, organisationId, bankId } = loan;
  await record(tx, 'loan_payment', {
    ...{ county, id: payment.id, place, loan_id: id, household_id: householdId, organisation_id: organisationId },
    ...{ bank_id: bankId, kind: payment.kind, paid_on: payment.paidOn, principal_fen: payment.principalFen },
    ...{ interest_fen: payment.interestFen, penalty_fen: payment.penaltyFen, afterwards: payment.afterwards },
    ...{ receipt: payment.receipt, statement_id: payment.statementId },
  });
  return keepCount(tx, loan, { lines: counted.value, reason: 'paid' });
}

/** Takes a payment out and counts the loan anew. */
export async function withdrawPayment(
  tx: Tx,
  loan: LoanRow,
  taken: { readonly key: RecordKey; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const payments = await listPayments(tx, loan);
  const left = payments.filter(({ id }) => id !== taken.key.id);
  if (left.length === payments.length) return refuse({ code: 'not_found' });
  const counted = countLoan(loan, left);
  if (!counted.ok) return counted;
  if (!(await withdraw(tx, 'loan_payment', taken))) return refuse({ code: 'stale' });
  return keepCount(tx, loan, { lines: counted.value, reason: taken.reason });
}

/** Extends a loan; the database lets it be done once. */
export async function extendLoan(
  tx: Tx,
  loan: LoanRow,
  extension: { readonly on: LocalDate; readonly months: number; readonly revision: number; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const { on, months, revision, reason } = extension;
  const extended = { ...loan, extendedOn: on, extendedMonths: months };
  const counted = countLoan(extended, await listPayments(tx, loan));
  if (!counted.ok) return counted;
  const set = {
    ...{ extended_on: on, extended_months: months, extensions: 1 },
    ends_on: addMonths(maturityOf(loan), months),
  };
  const key = { county: loan.county, id: loan.id, revision };
  if (!(await revise(tx, 'loan', { key, set, reason }))) return refuse({ code: 'stale' });
  return keepCount(tx, { ...extended, revision: revision + 1 }, { lines: counted.value, reason });
}

/** Writes the plan of a new loan. */
export async function recordLines(tx: Tx, loan: LineOwner, lines: readonly PaidLine[]): Promise<void> {
  const rows = lines.map((line) => ({ ...ownerColumns(tx, loan), ...lineColumns(line) }));
  await recordMany(tx, 'loan_instalment', rows);
}

type LineOwner = Pick<LoanRow, 'county' | 'id' | 'place' | 'householdId' | 'organisationId' | 'bankId'>;

function ownerColumns(tx: Tx, { county, id, place, householdId, organisationId, bankId }: LineOwner) {
  const lineId = newRecordId(tx);
  const owner = { household_id: householdId, organisation_id: organisationId, bank_id: bankId };
  return { county, id: lineId as string, place, loan_id: id, ...owner };
}

function lineColumns(line: PaidLine) {
  return {
    ...{ kind: line.kind, number: line.number, due_on: line.dueOn, pay_by: line.payBy, settled_on: line.settledOn },
    ...{ principal_fen: line.principalFen, interest_fen: line.interestFen },
    ...{ paid_principal_fen: line.paidPrincipalFen, paid_interest_fen: line.paidInterestFen },
  };
}

const compared = [
  'kind',
  'dueOn',
  'payBy',
  'principalFen',
  'interestFen',
  'paidPrincipalFen',
  'paidInterestFen',
] as const;

/**
 * Brings lines, balance and state to what was counted. The loan’s revision is asked last: of two payments at once the
 * second finds another one and is refused as stale.
 */
async function keepCount(
  tx: Tx,
  loan: LoanRow,
  { lines, reason }: { readonly lines: readonly PaidLine[]; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const owed = lines.reduce((sum, line) => sum + line.principalFen - line.paidPrincipalFen, 0n);
  const isSettled = lines.every(({ settledOn }) => settledOn !== null);
  const last = lines.reduce<string | null>(
    (day, { settledOn }) => (day === null || (settledOn ?? '') > day ? settledOn : day),
    null,
  );
  const open = loan.state === 'compensated' ? 'compensated' : 'open';
  const set = {
    outstanding_fen: owed,
    state: isSettled ? 'settled' : open,
    settled_on: isSettled ? last : null,
  };
  const key = { county: loan.county, id: loan.id, revision: loan.revision };
  if (!(await revise(tx, 'loan', { key, set, reason }))) return refuse({ code: 'stale' });
  await keepLines(tx, loan, { lines, reason });
  return ok(true);
}

async function keepLines(
  tx: Tx,
  loan: LoanRow,
  { lines, reason }: { readonly lines: readonly PaidLine[]; readonly reason: string },
): Promise<void> {
  const { county } = loan;
  const known = await listLines(tx, loan);
  const byNumber = new Map(known.map((line) => [line.number, line]));
  const isChanged = (line: PaidLine, before: LineRow): boolean =>
    line.settledOn !== before.settledOn || compared.some((key) => line[key] !== before[key]);
  const revisions = lines.flatMap((line) => {
    const before = byNumber.get(line.number);
    if (!before || !isChanged(line, before)) return [];
    return [{ key: { county, id: before.id, revision: before.revision }, set: lineColumns(line) }];
  });
  await reviseMany(tx, 'loan_instalment', { revisions, reason });
  for (const { id } of known.slice(lines.length))
    await withdraw(tx, 'loan_instalment', { key: { county, id }, reason });
  await recordLines(
    tx,
    loan,
    lines.filter(({ number }) => !byNumber.has(number)),
  );
}
