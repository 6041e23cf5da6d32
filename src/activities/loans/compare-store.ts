import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { localDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { checkRows } from '../../platform/sheets/check.ts';
import type { CellError } from '../../platform/sheets/model.ts';
import { readRows } from '../../platform/sheets/read.ts';
import type { Language } from '../../platform/words.ts';
import { compareLine } from './compare-rules.ts';
import { listLines, recordPayment } from './payment-store.ts';
import { statementSheet } from './sheet-contract.ts';
import { type BankPayment, type ComparedLine, listBankPayments } from './statement-store.ts';
import { findLoanByContract, type LoanRow } from './store.ts';

export interface Comparison {
  readonly lines: readonly ComparedLine[];
  /** rows that could not be read */
  readonly errors: readonly CellError[];
}

interface Order {
  readonly bytes: Uint8Array;
  readonly language: Language;
  readonly county: number;
  readonly bankId: string;
  /** set: payments that only the bank has are recorded under it */
  readonly statementId?: string;
}

/** Compares a bank’s workbook with the payments that stand here, in the order of days, and the other way round. */
export async function compareStatement(tx: Tx, order: Order): Promise<Result<Comparison, Refusal>> {
  const reading = await readRows(order.bytes, statementSheet, { language: order.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  const theirs: Theirs[] = [];
  const errors: CellError[] = [];
  for await (const { rowNumber, values, errors: wrong } of checkRows(reading.value.rows(), statementSheet, {})) {
    errors.push(...wrong);
    if (!values) continue;
    const { contractNumber, borrowerName, receipt, paidOn, balanceFen, principalFen = 0n, interestFen = 0n } = values;
    theirs.push({ rowNumber, contractNumber, borrowerName, receipt, paidOn, principalFen, interestFen, balanceFen });
  }
  if (theirs.length === 0 && errors.length === 0) return refuse({ code: 'statement_empty', field: 'file' });
  const known = await listBankPayments(tx, order);
  const byReceipt = new Map(known.map((one) => [keyOf(one), one]));
  const lines: ComparedLine[] = [];
  for (const line of theirs.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : Number(a.paidOn > b.paidOn)))) {
    const compared = await compareOne(tx, order, { line, ours: byReceipt.get(keyOf(line)) });
    if (!compared.ok) return compared;
    lines.push(compared.value);
  }
  return ok({ lines: [...lines, ...missingThere(theirs, known)], errors });
}

interface Theirs {
  readonly rowNumber: number;
  readonly contractNumber: string;
  readonly borrowerName: string;
  readonly receipt: string;
  readonly paidOn: string;
  readonly principalFen: bigint;
  readonly interestFen: bigint;
  readonly balanceFen: bigint | undefined;
}

function keyOf({ contractNumber, receipt }: Pick<Theirs, 'contractNumber' | 'receipt'>): string {
  return `${contractNumber} ${receipt}`;
}

async function compareOne(
  tx: Tx,
  order: Order,
  { line, ours }: { readonly line: Theirs; readonly ours: BankPayment | undefined },
): Promise<Result<ComparedLine, Refusal>> {
  const { rowNumber, balanceFen = null, ...said } = line;
  const base = { ...said, number: rowNumber, balanceFen };
  const differences = compareLine(line, ours);
  if (ours) {
    const state = differences.length === 0 ? 'matched' : 'different';
    return ok({ ...base, place: ours.place, loanId: ours.loanId, paymentId: ours.id, differences, state });
  }
  const loan = await findLoanByContract(tx, { bankId: order.bankId, contractNumber: line.contractNumber });
  if (!loan || loan.county !== order.county) {
    return ok({
      ...base,
      place: null,
      loanId: null,
      paymentId: null,
      differences: ['contract_unknown'],
      state: 'unknown',
    });
  }
  const found = { ...base, place: loan.place, loanId: loan.id };
  if (order.statementId === undefined) return ok({ ...found, paymentId: null, differences, state: 'taken' });
  const paymentId = newRecordId(tx);
  const taken = await take(tx, loan, { ...line, id: paymentId, statementId: order.statementId });
  if (taken.ok) {
    const left = loan.outstandingFen - line.principalFen;
    const differs = balanceFen !== null && balanceFen !== left;
    const state = differs ? 'different' : 'taken';
    return ok({ ...found, paymentId, differences: differs ? ['missing_here', 'balance'] : ['missing_here'], state });
  }
  if (taken.refusal.code === 'stale') return taken;
  return ok({ ...found, paymentId: null, differences: ['missing_here', 'schedule'], state: 'different' });
}

/** Principal beyond what was due by that day is a prepayment; a line that is half of each is left to a person. */
async function take(
  tx: Tx,
  loan: LoanRow,
  line: Theirs & { readonly id: string; readonly statementId: string },
): Promise<Result<true, Refusal>> {
  const due = (await listLines(tx, loan)).filter(({ dueOn, settledOn }) => dueOn <= line.paidOn && settledOn === null);
  const duePrincipal = due.reduce((sum, one) => sum + one.principalFen - one.paidPrincipalFen, 0n);
  const isAhead = line.principalFen > duePrincipal;
  if (isAhead && due.length > 0) return refuse({ code: 'payment_mixed' });
  return recordPayment(tx, loan, {
    ...{ id: line.id, kind: isAhead ? 'prepayment' : 'instalment', paidOn: localDate(line.paidOn) },
    ...{ principalFen: line.principalFen, interestFen: line.interestFen, penaltyFen: 0n },
    ...{ afterwards: isAhead ? 'lower' : null, receipt: line.receipt, statementId: line.statementId },
  });
}

/** What stands here in the days of the file and not in the file. */
function missingThere(theirs: readonly Theirs[], known: readonly BankPayment[]): ComparedLine[] {
  const days = theirs.map(({ paidOn }) => paidOn).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const listed = new Set(theirs.map(keyOf));
  const numbers = theirs.map(({ rowNumber }) => rowNumber);
  const after = numbers.reduce((most, number) => Math.max(most, number), 0);
  return known
    .filter((one) => one.paidOn >= first && one.paidOn <= last && !listed.has(keyOf(one)))
    .map(({ id, ...one }, at) => ({
      ...{ ...one, number: after + at + 1, paymentId: id },
      ...{ differences: ['missing_there'] as const, state: 'different' as const },
    }));
}
