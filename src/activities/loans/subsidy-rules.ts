import { addDays, addMonths, daysBetween, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { BalanceStep, DaySpan } from './standing-rules.ts';

export interface SubsidyTerms {
  /** the rate that is subsidised, in millionths of a year: the loan’s own, at most the ceiling of its regime */
  readonly ratePpm: number;
  /** principal beyond it is not subsidised */
  readonly ceilingFen: bigint;
  /** part of the interest that the public bears */
  readonly shareBp: number;
  readonly yearDays: 360 | 365;
}

export interface SubsidyCase {
  readonly terms: SubsidyTerms;
  readonly balances: readonly BalanceStep[];
  /** spans in which the borrower was late: nothing is paid for these days */
  readonly late: readonly DaySpan[];
  readonly fromOn: LocalDate;
  readonly throughOn: LocalDate;
}

export interface Subsidy {
  /** days on which principal was owed and nothing was late */
  readonly days: number;
  readonly lateDays: number;
  readonly amountFen: bigint;
}

/**
 * The interest that is subsidised for a span of days (domain: actual days, principal up to the ceiling, none for those who
 * repay badly). The day of lending counts, the day of repayment does not. Rounded down, so that it never exceeds its share.
 */
export function subsidyOf({ terms, balances, late, fromOn, throughOn }: SubsidyCase): Subsidy {
  const end = addDays(throughOn, 1);
  const marks = [
    ...balances.map(({ from }) => from),
    ...late.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ];
  const cuts = [...new Set([fromOn, end, ...marks.filter((day) => day > fromOn && day < end)])].sort();
  let [days, lateDays, product] = [0, 0, 0n];
  for (const [at, from] of cuts.entries()) {
    const to = cuts[at + 1];
    const balanceFen = balances.findLast((step) => step.from <= from)?.balanceFen ?? 0n;
    if (to === undefined || balanceFen <= 0n) continue;
    const length = daysBetween(from, to);
    if (late.some((span) => span.from <= from && (span.to === null || span.to > from))) lateDays += length;
    else {
      days += length;
      product += (balanceFen < terms.ceilingFen ? balanceFen : terms.ceilingFen) * BigInt(length);
    }
  }
  const amountFen =
    (product * BigInt(terms.ratePpm) * BigInt(terms.shareBp)) / (BigInt(terms.yearDays) * 1_000_000n * 10_000n);
  return { days, lateDays, amountFen };
}

export type SpanRefusal = Refusal<'subsidy_span' | 'subsidy_span_open'>;

/** The first days of the quarters of a span that is one quarter or one year of the calendar, and over. */
export function quartersOf(
  fromOn: string,
  throughOn: string,
  today: LocalDate,
): Result<readonly LocalDate[], SpanRefusal> {
  const isQuarter = /^\d{4}-(01|04|07|10)-01$/.test(fromOn);
  if (!isQuarter) return refuse(refusal('subsidy_span', 'fromOn'));
  const first = localDate(fromOn);
  const length = [3, 12].find((months) => addDays(addMonths(first, months), -1) === throughOn);
  if (length === undefined || (length === 12 && !fromOn.endsWith('-01-01'))) {
    return refuse(refusal('subsidy_span', 'throughOn'));
  }
  if (throughOn >= today) return refuse(refusal('subsidy_span_open', 'throughOn'));
  return ok(Array.from({ length: length / 3 }, (_, at) => addMonths(first, at * 3)));
}

/** The year and which of its quarters begins on that day, to be said. */
export function quarterOf(quarterOn: string): { readonly year: string; readonly quarter: number } {
  return { year: quarterOn.slice(0, 4), quarter: (Number(quarterOn.slice(5, 7)) + 2) / 3 };
}

export function lastOfQuarter(quarter: LocalDate): LocalDate {
  return addDays(addMonths(quarter, 3), -1);
}
