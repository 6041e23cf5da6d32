import { digestOf } from '../../platform/db/digest.ts';
import type { PastRow } from '../../platform/db/load.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { addDays, addMonths, atNine, type LocalDate, localDate } from '../../platform/pure/period.ts';
import type { LoanTerms } from './schedule-rules.ts';
import { balanceSteps, type LoanPayment, lateSpans, type PaidLine } from './standing-rules.ts';
import { lastOfQuarter, subsidyOf } from './subsidy-rules.ts';

/** A loan of the demo as it stands, for what the bank and the office do with all of them together. */
export interface DemoStanding {
  readonly id: string;
  readonly county: number;
  readonly place: number;
  readonly householdId: string;
  readonly borrowerName: string;
  readonly poor: 'yes' | 'no';
  readonly contractNumber: string;
  readonly terms: LoanTerms;
  readonly payments: readonly (LoanPayment & { readonly id: string; readonly receipt: string })[];
  readonly lines: readonly PaidLine[];
}

export interface DemoOffice {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly bank: { readonly id: string };
  readonly bankBy: string;
}

type Table = 'loan_subsidy_claim' | 'loan_subsidy_line' | 'loan_pool' | 'loan_statement' | 'loan_statement_line';

export const officeTables: readonly Table[] = [
  'loan_subsidy_claim',
  'loan_subsidy_line',
  'loan_pool',
  'loan_statement',
  'loan_statement_line',
];

export type DemoOfficeWork = Readonly<Record<Table, readonly PastRow[]>>;

const ceilingFen = 5_000_000n;
const wholeShareBp = 10_000;
const linesCompared = 40;
/** days */
const claimedAfter = 10;

/**
 * What a bank of the demo has laid before the office of a banner: the subsidy of the last quarter that is over, to be
 * checked; its agreement on risk; and its workbook of one month, compared.
 */
export function demoOfficeWork(tx: Tx, office: DemoOffice, loans: readonly DemoStanding[]): DemoOfficeWork {
  const [first] = loans;
  if (!first) return { ...noClaim, ...noStatement, loan_pool: [] };
  const at: At = { tx, office, county: first.county, place: first.county * 1_000_000 };
  return { ...claim(at, loans), ...compare(at, loans), loan_pool: [pool(at)] };
}

type ClaimRows = Pick<DemoOfficeWork, 'loan_subsidy_claim' | 'loan_subsidy_line'>;
type StatementRows = Pick<DemoOfficeWork, 'loan_statement' | 'loan_statement_line'>;

const noClaim: ClaimRows = { loan_subsidy_claim: [], loan_subsidy_line: [] };
const noStatement: StatementRows = { loan_statement: [], loan_statement_line: [] };

interface At {
  readonly tx: Tx;
  readonly office: DemoOffice;
  readonly county: number;
  readonly place: number;
}

/** The quarter before the one that is under way. */
function quarterBefore(day: LocalDate): LocalDate {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return addMonths(localDate(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`), -3);
}

function claim({ tx, office, county, place }: At, loans: readonly DemoStanding[]): ClaimRows {
  const quarterOn = quarterBefore(addDays(office.until, -claimedAfter));
  const throughOn = lastOfQuarter(quarterOn);
  const counted = loans.flatMap((loan) => {
    const { ratePpm } = loan.terms;
    const { days, amountFen } = subsidyOf({
      terms: { ratePpm, ceilingFen, shareBp: wholeShareBp, yearDays: 360 },
      balances: balanceSteps(loan.terms, loan.payments),
      late: lateSpans(loan.lines),
      ...{ fromOn: quarterOn, throughOn },
    });
    return amountFen > 0n ? [{ loan, days, amountFen }] : [];
  });
  if (counted.length === 0) return noClaim;
  const recordedAt = atNine(addDays(throughOn, claimedAfter));
  const id = newRecordId(tx);
  const head = {
    ...{ county, id, place, bank_id: office.bank.id, title: `${quarterOn.slice(0, 7)}起的季度贴息` },
    ...{ from_on: quarterOn, through_on: throughOn, state: 'claimed', lines: counted.length },
    ...{ total_fen: counted.reduce((sum, { amountFen }) => sum + amountFen, 0n), paid_fen: 0n, made_by: office.bankBy },
    ...{ checked_by: null, checked_on: null, paid_by: null, paid_on: null, account_id: null },
  };
  const lines = counted.map(({ loan, days, amountFen }) => ({
    ...{ county, id: newRecordId(tx) as string, place: loan.place, claim_id: id, loan_id: loan.id },
    ...{ household_id: loan.householdId, organisation_id: null, bank_id: office.bank.id },
    ...{ borrower_name: loan.borrowerName, poor: loan.poor, quarter_on: quarterOn, days, amount_fen: amountFen },
    ...{ state: 'claimed', dispute: null, disputed_by: null, answer: null, paid_on: null, payment_id: null },
  }));
  return {
    loan_subsidy_claim: [{ row: head, recordedAt }],
    loan_subsidy_line: lines.map((row) => ({ row, recordedAt })),
  };
}

function pool({ tx, office, county, place }: At): PastRow {
  const row = {
    ...{ county, id: newRecordId(tx), place, bank_id: office.bank.id, agreement: '示例风补协议1号' },
    ...{ starts_on: office.from, ends_on: null, fund_bp: 8_000, trigger_days: 90, limit_bp: 500 },
    ...{ suspended_on: null, suspended_by: null, suspension_ratio_bp: null, lifted_on: null },
  };
  return { row, recordedAt: atNine(office.from) };
}

/** The last payments, as the bank has them: they agree. */
function compare({ tx, office, county, place }: At, loans: readonly DemoStanding[]): StatementRows {
  const paid = loans.flatMap((loan) => loan.payments.map((payment) => ({ loan, payment })));
  const last = paid.toSorted((a, b) => (a.payment.paidOn < b.payment.paidOn ? 1 : -1)).slice(0, linesCompared);
  if (last.length === 0) return noStatement;
  const recordedAt = atNine(office.until);
  const id = newRecordId(tx);
  const head = {
    ...{ county, id, place, bank_id: office.bank.id, file_name: '还款明细.xlsx' },
    ...{ content_hash: digestOf({ county, bank: office.bank.id }), lines: last.length, taken: 0, matched: last.length },
    ...{ different: 0, unknown: 0 },
  };
  const lines = last.map(({ loan, payment }, at) => ({
    ...{ county, id: newRecordId(tx) as string, place: loan.place, bank_id: office.bank.id, statement_id: id },
    ...{ number: at + 1, contract_number: loan.contractNumber, borrower_name: loan.borrowerName },
    ...{ receipt: payment.receipt, paid_on: payment.paidOn, principal_fen: payment.principalFen },
    ...{ interest_fen: payment.interestFen, balance_fen: null, loan_id: loan.id, payment_id: payment.id },
    ...{ differences: [], state: 'matched', note: null },
  }));
  return {
    loan_statement: [{ row: head, recordedAt }],
    loan_statement_line: lines.map((row) => ({ row, recordedAt })),
  };
}
