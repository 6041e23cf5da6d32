import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { ApplicationRow } from './application-store.ts';
import type { loanStates } from './contract.ts';
import type { Collateral, LoanKind, LoanPurpose, Poor } from './eligibility-rules.ts';
import { type LoanTerms, maturityOf } from './schedule-rules.ts';

export type LoanState = (typeof loanStates)[number];

export interface LoanRow extends LoanTerms {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly kind: LoanKind;
  readonly applicationId: string;
  readonly householdId: string | null;
  readonly organisationId: string | null;
  readonly borrowerName: string;
  readonly poor: Poor;
  readonly bankId: string;
  readonly bankName: string;
  readonly contractNumber: string;
  readonly regime: string | null;
  readonly endsOn: LocalDate;
  readonly purpose: LoanPurpose;
  readonly collateral: Collateral;
  readonly subsidised: boolean;
  readonly extendedOn: LocalDate | null;
  readonly extendedMonths: number | null;
  readonly outstandingFen: bigint;
  readonly state: LoanState;
  readonly settledOn: string | null;
  readonly revision: number;
  readonly overdueFen: bigint;
  readonly overdueSince: LocalDate | null;
}

export interface LoanFilters {
  readonly q?: string | undefined;
  readonly kind?: LoanKind | undefined;
  readonly state?: LoanState | undefined;
  readonly overdue?: 'true' | 'false' | undefined;
  readonly poor?: Poor | undefined;
  readonly place?: number | undefined;
  readonly pool?: string | undefined;
  readonly sort?:
    | 'startsOn'
    | 'endsOn'
    | 'principalFen'
    | 'outstandingFen'
    | 'overdueSince'
    | 'borrowerName'
    | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

function source(day: string): RawBuilder<unknown> {
  return sql`(
    select l.*, coalesce(p.name, '') as place_name, b.name as bank_name, d.overdue_fen, d.overdue_since
    from loan l join loan_lender b on b.id = l.bank_id left join place p on p.code = l.place
    cross join lateral (
      select coalesce(sum(i.principal_fen - i.paid_principal_fen + i.interest_fen - i.paid_interest_fen), 0) as overdue_fen,
        min(i.pay_by) as overdue_since
      from loan_instalment i where i.county = l.county and i.loan_id = l.id and i.settled_on is null and i.pay_by < ${day}::date
    ) as d
  ) as l`;
}

const columns = sql`county, id, place, place_name, kind, application_id, household_id, organisation_id, borrower_name, poor, bank_id,
  bank_name, contract_number, regime, principal_fen, rate_ppm, method, term_months, every_months, starts_on, first_due_on, ends_on,
  day_count, shift_holidays, purpose, collateral, subsidised, extended_on, extended_months, outstanding_fen, state, settled_on,
  revision, overdue_fen, overdue_since`;

const sortColumns = {
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  principalFen: 'principal_fen',
  outstandingFen: 'outstanding_fen',
  overdueSince: 'overdue_since',
  borrowerName: 'borrower_name',
} as const;

interface LoanSums {
  readonly principalFen: bigint;
  readonly outstandingFen: bigint;
}

/** Whether a loan `l` is one that the agreement `o` stands for. */
export const isOfPool = sql`l.county = o.county and l.bank_id = o.bank_id and l.kind = 'microcredit' and l.starts_on >= o.starts_on`;

export async function listLoans(
  tx: Tx,
  query: LoanFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly LoanRow[]; total: number; sums: LoanSums }> {
  const found = sql`from ${source(todayInShanghai(tx.now))} where ${conditions(query)}`;
  const sorted = query.sort ? sql.ref(sortColumns[query.sort]) : sql`starts_on`;
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<LoanRow>`select ${columns} ${found} order by ${sorted} ${direction} nulls last, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<LoanSums & { total: number }>`select count(*) as total,
    coalesce(sum(principal_fen), 0)::bigint as principal_fen, coalesce(sum(outstanding_fen), 0)::bigint as outstanding_fen
    ${found}`.execute(tx.db);
  const { total, ...sums } = counted.rows[0] ?? { total: 0, principalFen: 0n, outstandingFen: 0n };
  return { rows, total, sums };
}

function conditions(filters: LoanFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.kind) parts.push(sql`kind = ${filters.kind}`);
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.poor) parts.push(sql`poor = ${filters.poor}`);
  if (filters.overdue) parts.push(sql`(overdue_since is not null) = ${filters.overdue === 'true'}`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.pool) parts.push(sql`exists (select from loan_pool o where o.id = ${filters.pool} and ${isOfPool})`);
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(borrower_name like ${text} or contract_number like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findLoan(tx: Tx, key: RecordKey): Promise<LoanRow | undefined> {
  const { rows } = await sql<LoanRow>`select ${columns} from ${source(todayInShanghai(tx.now))}
    where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** Every loan of the reader, of whatever county: for a household, whose rows are few. */
export async function listAllLoans(tx: Tx): Promise<readonly LoanRow[]> {
  const { rows } = await sql<LoanRow>`select ${columns} from ${source(todayInShanghai(tx.now))}
    order by starts_on desc, id limit 50`.execute(tx.db);
  return rows;
}

export async function findLoanByContract(
  tx: Tx,
  at: { readonly bankId: string; readonly contractNumber: string },
): Promise<LoanRow | undefined> {
  const { rows } = await sql<LoanRow>`select ${columns} from ${source(todayInShanghai(tx.now))}
    where bank_id = ${at.bankId} and contract_number = ${at.contractNumber}`.execute(tx.db);
  return rows[0];
}

export interface NewLoan extends LoanTerms {
  readonly id: string;
  readonly contractNumber: string;
  readonly collateral: Collateral;
  readonly subsidised: boolean;
  readonly regime: string | null;
  /** set where a household borrows once under its regime */
  readonly onceRegime: string | null;
}

export async function recordLoan(tx: Tx, application: ApplicationRow, loan: NewLoan): Promise<void> {
  const { county, place, kind, householdId, organisationId, borrowerName, poor, bankId, purpose } = application;
  await record(tx, 'loan', {
    ...{ county, id: loan.id, place, kind, application_id: application.id, household_id: householdId },
    ...{ organisation_id: organisationId, borrower_name: borrowerName, poor, bank_id: bankId, purpose },
    ...{ contract_number: loan.contractNumber, regime: loan.regime, once_regime: loan.onceRegime },
    ...{ principal_fen: loan.principalFen, rate_ppm: loan.ratePpm, method: loan.method, term_months: loan.termMonths },
    ...{ every_months: loan.everyMonths, starts_on: loan.startsOn, first_due_on: loan.firstDueOn },
    ...{ ends_on: maturityOf(loan), day_count: loan.dayCount, shift_holidays: loan.shiftHolidays },
    ...{ collateral: loan.collateral, subsidised: loan.subsidised, extended_on: null, extended_months: null },
    ...{ extensions: 0, outstanding_fen: loan.principalFen, state: 'open', settled_on: null },
  });
}
