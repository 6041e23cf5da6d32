import { daysBetween, type LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import {
  type Afterwards,
  type LoanChange,
  type LoanTerms,
  type PlanLine,
  type PlanRefusal,
  planLoan,
} from './schedule-rules.ts';

/** What was paid on a loan, as the bank split it. */
export interface LoanPayment {
  readonly kind: 'instalment' | 'prepayment';
  readonly paidOn: LocalDate;
  readonly principalFen: bigint;
  readonly interestFen: bigint;
  readonly afterwards: Afterwards | null;
}

export interface PaidLine extends PlanLine {
  readonly paidPrincipalFen: bigint;
  readonly paidInterestFen: bigint;
  /** the day on which nothing of it was left */
  readonly settledOn: LocalDate | null;
}

export type SettleRefusal = Refusal<'loan_overpaid' | 'loan_prepayment_differs'>;

/** A loan as its contract and its one extension have it. */
export interface StandingLoan extends LoanTerms {
  readonly extendedOn: LocalDate | null;
  readonly extendedMonths: number | null;
}

/** The plan of a loan with what was paid on it, counted from its terms and payments alone. */
export function countLoan(
  loan: StandingLoan,
  payments: readonly LoanPayment[],
): Result<readonly PaidLine[], PlanRefusal | SettleRefusal> {
  const changes: LoanChange[] = payments
    .filter(({ kind }) => kind === 'prepayment')
    .map(({ paidOn, principalFen, afterwards }) => {
      return { kind: 'prepayment', on: paidOn, principalFen, afterwards: afterwards ?? 'lower' };
    });
  if (loan.extendedOn !== null && loan.extendedMonths !== null) {
    changes.push({ kind: 'extension', on: loan.extendedOn, months: loan.extendedMonths });
  }
  const lines = planLoan(loan, changes);
  return lines.ok ? settleLines(lines.value, payments) : lines;
}

/**
 * What is paid of each line: principal and interest each go to the oldest line that still wants some. More than the plan
 * has is refused; principal ahead of time is a prepayment, whose line takes exactly what was paid.
 */
export function settleLines(
  lines: readonly PlanLine[],
  payments: readonly LoanPayment[],
): Result<readonly PaidLine[], SettleRefusal> {
  const open = lines.map((line) => ({
    ...line,
    paidPrincipalFen: 0n,
    paidInterestFen: 0n,
    settledOn: null as LocalDate | null,
  }));
  const sorted = payments.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : Number(a.paidOn > b.paidOn)));
  for (const payment of sorted) {
    const refused = payment.kind === 'prepayment' ? payAhead(open, payment) : payDue(open, payment);
    if (refused) return refuse(refused);
  }
  return ok(open);
}

type OpenLine = { -readonly [K in keyof PaidLine]: PaidLine[K] };

function payAhead(open: readonly OpenLine[], payment: LoanPayment): SettleRefusal | undefined {
  const { paidOn, principalFen, interestFen } = payment;
  const own = open.find((line) => line.kind === 'prepayment' && line.dueOn === paidOn && line.settledOn === null);
  if (own?.principalFen !== principalFen || own.interestFen !== interestFen) {
    const values = { interest: String(own?.interestFen ?? 0n) };
    return refusal('loan_prepayment_differs', 'interestFen', values);
  }
  own.paidPrincipalFen = principalFen;
  own.paidInterestFen = interestFen;
  own.settledOn = paidOn;
  return undefined;
}

function payDue(
  open: readonly OpenLine[],
  { paidOn, principalFen, interestFen }: LoanPayment,
): SettleRefusal | undefined {
  let [principalLeft, interestLeft] = [principalFen, interestFen];
  for (const line of open) {
    if (line.settledOn !== null || line.kind === 'prepayment') continue;
    const principal = least(principalLeft, line.principalFen - line.paidPrincipalFen);
    const interest = least(interestLeft, line.interestFen - line.paidInterestFen);
    line.paidPrincipalFen += principal;
    line.paidInterestFen += interest;
    principalLeft -= principal;
    interestLeft -= interest;
    if (line.paidPrincipalFen === line.principalFen && line.paidInterestFen === line.interestFen)
      line.settledOn = paidOn;
    if (principalLeft === 0n && interestLeft === 0n) return undefined;
  }
  return refusal('loan_overpaid', principalLeft > 0n ? 'principalFen' : 'interestFen');
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** Days late, as lenders sort them. */
export const arrearsAges = ['current', 'to_30', 'to_60', 'to_90', 'over_90'] as const;
export type ArrearsAge = (typeof arrearsAges)[number];

export interface Arrears {
  readonly principalFen: bigint;
  readonly interestFen: bigint;
  /** the last day on which the oldest unpaid line was in time */
  readonly since: LocalDate | null;
  readonly days: number;
  readonly age: ArrearsAge;
}

/** What is overdue at the end of a day. A line is late from the day after the last day on which it was in time. */
export function arrearsOn(lines: readonly PaidLine[], day: LocalDate): Arrears {
  const late = lines.filter(({ payBy, settledOn }) => payBy < day && settledOn === null);
  const since = late.reduce<LocalDate | null>(
    (first, { payBy }) => (first === null || payBy < first ? payBy : first),
    null,
  );
  const days = since === null ? 0 : daysBetween(since, day);
  return {
    principalFen: late.reduce((sum, line) => sum + line.principalFen - line.paidPrincipalFen, 0n),
    interestFen: late.reduce((sum, line) => sum + line.interestFen - line.paidInterestFen, 0n),
    since,
    days,
    age: ageOf(days),
  };
}

export function ageOf(days: number): ArrearsAge {
  if (days <= 0) return 'current';
  if (days <= 30) return 'to_30';
  if (days <= 60) return 'to_60';
  return days <= 90 ? 'to_90' : 'over_90';
}

/** Days since the last day on which the oldest unpaid line was in time; 0 where nothing is late. */
export function lateDays({ overdueSince }: { readonly overdueSince: LocalDate | null }, day: LocalDate): number {
  return overdueSince === null ? 0 : daysBetween(overdueSince, day);
}

export function ageOfLoan(loan: { readonly overdueSince: LocalDate | null }, day: LocalDate): ArrearsAge {
  return ageOf(lateDays(loan, day));
}

export interface BalanceStep {
  readonly from: LocalDate;
  readonly balanceFen: bigint;
}

/** The principal still owed from each day on, by what was really paid. */
export function balanceSteps(
  loan: { readonly principalFen: bigint; readonly startsOn: LocalDate },
  payments: readonly Pick<LoanPayment, 'paidOn' | 'principalFen'>[],
): readonly BalanceStep[] {
  const steps: BalanceStep[] = [{ from: loan.startsOn, balanceFen: loan.principalFen }];
  for (const { paidOn, principalFen } of payments.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1))) {
    steps.push({ from: paidOn, balanceFen: (steps.at(-1)?.balanceFen ?? 0n) - principalFen });
  }
  return steps;
}

export interface DaySpan {
  readonly from: LocalDate;
  /** the first day after it; null: it still runs */
  readonly to: LocalDate | null;
}

/** The spans in which a line was late. */
export function lateSpans(lines: readonly Pick<PaidLine, 'payBy' | 'settledOn'>[]): readonly DaySpan[] {
  return lines
    .filter(({ payBy, settledOn }) => settledOn === null || settledOn > payBy)
    .map(({ payBy, settledOn }) => ({ from: payBy, to: settledOn }));
}
