import { sql } from 'kysely';
import { type RecordKey, record, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { DifferenceCode } from './compare-rules.ts';
import type { lineStates } from './statement-contract.ts';

export type LineState = (typeof lineStates)[number];

interface StatementRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly bankId: string;
  readonly bankName: string;
  readonly fileName: string;
  readonly lines: number;
  readonly taken: number;
  readonly matched: number;
  readonly different: number;
  readonly unknown: number;
  readonly explained: number;
  readonly recordedOn: string;
}

const source = sql`(
    select s.*, b.name as bank_name, (s.recorded_at at time zone 'Asia/Shanghai')::date as recorded_on,
      (select count(*) from loan_statement_line l where l.county = s.county and l.statement_id = s.id and l.state = 'explained')
        as explained
    from loan_statement s join loan_lender b on b.id = s.bank_id
  ) as s`;

const columns = sql`county, id, place, bank_id, bank_name, file_name, lines, taken, matched, different, unknown, explained, recorded_on`;

export async function listStatements(
  tx: Tx,
  query: { readonly q?: string | undefined; readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly StatementRow[]; total: number }> {
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`from ${source} where bank_name like ${text} or file_name like ${text}`;
  const { rows } = await sql<StatementRow>`select ${columns} ${found} order by recorded_at desc, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findStatement(tx: Tx, key: RecordKey): Promise<StatementRow | undefined> {
  const { rows } = await sql<StatementRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface ComparedLine {
  readonly number: number;
  readonly contractNumber: string;
  readonly borrowerName: string;
  readonly receipt: string;
  readonly paidOn: string;
  readonly principalFen: bigint;
  readonly interestFen: bigint;
  readonly balanceFen: bigint | null;
  readonly place: number | null;
  readonly loanId: string | null;
  readonly paymentId: string | null;
  readonly differences: readonly DifferenceCode[];
  readonly state: LineState;
}

export interface LineRow extends Omit<ComparedLine, 'place' | 'paymentId' | 'differences'> {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly bankId: string;
  readonly differences: DifferenceCode[];
  readonly note: string | null;
  readonly revision: number;
}

const lineColumns = sql`county, id, place, bank_id, number, contract_number, borrower_name, receipt, paid_on, principal_fen, interest_fen,
  balance_fen, loan_id, differences, state, note, revision`;

export async function listStatementLines(
  tx: Tx,
  statement: RecordKey,
  query: {
    readonly q?: string | undefined;
    readonly state?: LineState | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ rows: readonly LineRow[]; total: number }> {
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`from loan_statement_line where county = ${statement.county} and statement_id = ${statement.id}
    and (contract_number like ${text} or borrower_name like ${text})
    and (${query.state ?? null}::text is null or state = ${query.state ?? null})`;
  const { rows } = await sql<LineRow>`select ${lineColumns} ${found}
    order by state not in ('different', 'unknown'), number limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findStatementLine(tx: Tx, key: RecordKey): Promise<LineRow | undefined> {
  const { rows } = await sql<LineRow>`
    select ${lineColumns} from loan_statement_line where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** False when somebody changed it meanwhile. */
export async function explainLine(tx: Tx, key: RecordKey, note: string): Promise<boolean> {
  return (
    (await revise(tx, 'loan_statement_line', { key, set: { state: 'explained', note }, reason: note })) !== undefined
  );
}

export interface NewStatement {
  readonly id: string;
  readonly county: number;
  readonly place: number;
  readonly bankId: string;
  readonly fileName: string;
  readonly contentHash: string;
}

/** The same file again is a conflict. */
export async function recordStatement(tx: Tx, statement: NewStatement, lines: readonly ComparedLine[]): Promise<void> {
  const { id, county, place, bankId, fileName, contentHash } = statement;
  const count = (state: LineState): number => lines.filter((line) => line.state === state).length;
  await record(tx, 'loan_statement', {
    ...{ county, id, place, bank_id: bankId, file_name: fileName, content_hash: contentHash, lines: lines.length },
    ...{ taken: count('taken'), matched: count('matched'), different: count('different'), unknown: count('unknown') },
  });
  const rows = lines.map((line) => ({
    ...{ county, id: newRecordId(tx), place: line.place ?? place, bank_id: bankId },
    ...{ statement_id: id, number: line.number, contract_number: line.contractNumber, receipt: line.receipt },
    ...{ borrower_name: line.borrowerName, paid_on: line.paidOn, principal_fen: line.principalFen },
    ...{ interest_fen: line.interestFen, balance_fen: line.balanceFen, loan_id: line.loanId },
    ...{ payment_id: line.paymentId, differences: [...line.differences], state: line.state, note: null },
  }));
  await recordMany(tx, 'loan_statement_line', rows);
}

export interface BankPayment {
  readonly loanId: string;
  readonly place: number;
  readonly contractNumber: string;
  readonly borrowerName: string;
  readonly id: string;
  readonly receipt: string;
  readonly paidOn: string;
  readonly principalFen: bigint;
  readonly interestFen: bigint;
  readonly balanceFen: bigint;
}

/** What stands here of a bank’s loans in a county, with the balance after each payment. */
export async function listBankPayments(
  tx: Tx,
  of: { readonly county: number; readonly bankId: string },
): Promise<readonly BankPayment[]> {
  const { rows } = await sql<BankPayment>`
    select y.loan_id, y.place, l.contract_number, l.borrower_name, y.id, y.receipt, y.paid_on, y.principal_fen, y.interest_fen,
      l.principal_fen - sum(y.principal_fen) over (partition by y.loan_id order by y.paid_on, y.recorded_at, y.id) as balance_fen
    from loan_payment y join loan l on l.county = y.county and l.id = y.loan_id
    where y.county = ${of.county} and y.bank_id = ${of.bankId} order by y.paid_on, y.id limit 200000`.execute(tx.db);
  return rows;
}
