import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import type { Poor } from './eligibility-rules.ts';
import type { LoanPayment, PaidLine } from './standing-rules.ts';

/** A subsidised loan of a bank that ran in a span, with all that its subsidy is counted from. */
export interface SubsidisedLoan {
  readonly id: string;
  readonly place: number;
  readonly householdId: string | null;
  readonly organisationId: string | null;
  readonly borrowerName: string;
  readonly poor: Poor;
  readonly kind: string;
  readonly principalFen: bigint;
  readonly ratePpm: number;
  readonly termMonths: number;
  readonly dayCount: string;
  readonly startsOn: LocalDate;
  readonly payments: readonly Pick<LoanPayment, 'paidOn' | 'principalFen'>[];
  readonly lines: readonly Pick<PaidLine, 'payBy' | 'settledOn'>[];
  /** quarters of it that stand in a claim already */
  readonly claimed: readonly string[];
}

type PaymentOf = SubsidisedLoan['payments'][number] & { readonly loanId: string };
type LineOf = SubsidisedLoan['lines'][number] & { readonly loanId: string };

export async function listSubsidisedLoans(
  tx: Tx,
  span: { readonly county: number; readonly bankId: string; readonly fromOn: string; readonly throughOn: string },
): Promise<readonly SubsidisedLoan[]> {
  const { county, bankId, fromOn, throughOn } = span;
  const loans = sql`from loan l where l.county = ${county} and l.bank_id = ${bankId} and l.subsidised
    and l.starts_on <= ${throughOn}::date and (l.settled_on is null or l.settled_on > ${fromOn}::date)`;
  const { rows } = await sql<Omit<SubsidisedLoan, 'payments' | 'lines' | 'claimed'>>`
    select id, place, household_id, organisation_id, borrower_name, poor, kind, principal_fen, rate_ppm, term_months, day_count,
      starts_on ${loans} order by place, id limit 50000`.execute(tx.db);
  const payments = await sql<PaymentOf>`
    select loan_id, paid_on, principal_fen from loan_payment
    where county = ${county} and loan_id in (select l.id ${loans}) and principal_fen > 0 order by paid_on`.execute(
    tx.db,
  );
  const lines = await sql<LineOf>`
    select loan_id, pay_by, settled_on from loan_instalment where county = ${county} and loan_id in (select l.id ${loans})`.execute(
    tx.db,
  );
  const claimed = await sql<{ loanId: string; quarterOn: string }>`
    select loan_id, quarter_on from loan_subsidy_line
    where county = ${county} and loan_id in (select l.id ${loans}) and state <> 'struck'`.execute(tx.db);
  const paymentsOf = Map.groupBy(payments.rows, ({ loanId }) => loanId);
  const linesOf = Map.groupBy(lines.rows, ({ loanId }) => loanId);
  const claimedOf = Map.groupBy(claimed.rows, ({ loanId }) => loanId);
  return rows.map((loan) => ({
    ...loan,
    payments: paymentsOf.get(loan.id) ?? [],
    lines: linesOf.get(loan.id) ?? [],
    claimed: (claimedOf.get(loan.id) ?? []).map(({ quarterOn }) => quarterOn),
  }));
}
