import { addWorkdays, isWorkday } from '../../platform/pure/calendar.ts';
import { addMonths, daysBetween, type LocalDate, monthOf, monthsBetween } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const loanMethods = ['equal_principal', 'equal_instalment', 'interest_only'] as const;
export type LoanMethod = (typeof loanMethods)[number];

/**
 * How interest is counted: by days over a year of 360 or 365, or whole months at a twelfth of the year's rate with
 * single days over 360.
 */
export const dayCounts = ['actual_360', 'actual_365', 'monthly'] as const;
export type DayCount = (typeof dayCounts)[number];

export const afterwardsCodes = ['shorten', 'lower'] as const;
export type Afterwards = (typeof afterwardsCodes)[number];

export interface LoanTerms {
  readonly principalFen: bigint;
  /** a year's interest in millionths */
  readonly ratePpm: number;
  readonly method: LoanMethod;
  readonly termMonths: number;
  /** months from one due day to the next */
  readonly everyMonths: number;
  readonly startsOn: LocalDate;
  /** the first due day where it is not a whole period after the start, for example the 20th of a quarter's last month */
  readonly firstDueOn: LocalDate | null;
  readonly dayCount: DayCount;
  /** what falls due on a day of rest is paid in time on the next working day; interest runs to the due day only */
  readonly shiftHolidays: boolean;
}

export type LoanChange =
  | {
      readonly kind: 'prepayment';
      readonly on: LocalDate;
      readonly principalFen: bigint;
      readonly afterwards: Afterwards;
    }
  | { readonly kind: 'extension'; readonly on: LocalDate; readonly months: number };

export interface PlanLine {
  readonly number: number;
  readonly kind: 'instalment' | 'prepayment';
  readonly dueOn: LocalDate;
  /** the last day on which it is in time */
  readonly payBy: LocalDate;
  readonly principalFen: bigint;
  readonly interestFen: bigint;
}

export type PlanRefusal = Refusal<
  'loan_first_due' | 'loan_change_before_start' | 'loan_prepaid_too_much' | 'loan_extension_late'
>;

const MILLION = 1_000_000n;
const YEAR_MONTHS = 12n;

/** The last day of the loan, before any extension. */
export function maturityOf({ startsOn, termMonths }: Pick<LoanTerms, 'startsOn' | 'termMonths'>): LocalDate {
  return addMonths(startsOn, termMonths);
}

/**
 * The whole plan of a loan: what falls due when, in fen. Interest of a period is rounded once, half up; equal parts are
 * rounded and the last instalment takes what is left, so that the principal of all lines adds up to the loan exactly.
 * A prepayment stands as a line of its own; one that pays everything takes the interest up to its day with it.
 */
export function planLoan(
  terms: LoanTerms,
  changes: readonly LoanChange[] = [],
): Result<readonly PlanLine[], PlanRefusal> {
  const refused = refusePlan(terms, changes);
  if (refused) return refuse(refused);
  const extendedBy = changes.reduce((sum, change) => sum + (change.kind === 'extension' ? change.months : 0), 0);
  const dues = dueDays(terms, extendedBy);
  const plan: Planning = {
    terms,
    dues,
    lines: [],
    balanceFen: terms.principalFen,
    spans: [],
    since: terms.startsOn,
    partFen: partOf(terms, { balanceFen: terms.principalFen, left: dueDays(terms, 0).length }),
  };
  const ahead = changes.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  for (const [at, dueOn] of dues.entries()) {
    for (let next = ahead[0]; next && next.on < dueOn && plan.balanceFen > 0n; next = ahead[0]) {
      ahead.shift();
      const failed = applyChange(plan, next, dues.length - at);
      if (failed) return refuse(failed);
    }
    if (plan.balanceFen === 0n) break;
    addInstalment(plan, dueOn, at === dues.length - 1);
  }
  return ahead.some(({ kind }) => kind === 'prepayment')
    ? refuse(refusal('loan_prepaid_too_much', 'principalFen'))
    : ok(plan.lines);
}

interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly balanceFen: bigint;
}

interface Planning {
  readonly terms: LoanTerms;
  readonly dues: readonly LocalDate[];
  readonly lines: PlanLine[];
  balanceFen: bigint;
  /** of the period that runs, up to `since` */
  spans: Span[];
  since: LocalDate;
  /** principal of one instalment, or principal and interest together, by the method */
  partFen: bigint;
}

function refusePlan(terms: LoanTerms, changes: readonly LoanChange[]): PlanRefusal | undefined {
  const { startsOn, firstDueOn } = terms;
  const maturity = maturityOf(terms);
  if (firstDueOn !== null && (firstDueOn <= startsOn || firstDueOn > maturity)) {
    return refusal('loan_first_due', 'firstDueOn');
  }
  if (changes.some(({ on }) => on < startsOn)) return refusal('loan_change_before_start', 'paidOn');
  const isLate = changes.some((change) => change.kind === 'extension' && change.on >= maturity);
  return isLate ? refusal('loan_extension_late', 'extendedOn') : undefined;
}

function dueDays(terms: LoanTerms, extendedBy: number): LocalDate[] {
  const { startsOn, firstDueOn, everyMonths, termMonths } = terms;
  const endsOn = addMonths(startsOn, termMonths + extendedBy);
  const [anchor, first] = firstDueOn === null ? [startsOn, 1] : [firstDueOn, 0];
  const days: LocalDate[] = [];
  for (let at = first; addMonths(anchor, at * everyMonths) < endsOn; at += 1) {
    days.push(addMonths(anchor, at * everyMonths));
  }
  return [...days, endsOn];
}

function applyChange(plan: Planning, change: LoanChange, left: number): PlanRefusal | undefined {
  const { terms } = plan;
  if (change.kind === 'extension') {
    plan.partFen = partOf(terms, { balanceFen: plan.balanceFen, left });
    return undefined;
  }
  if (change.principalFen > plan.balanceFen) return refusal('loan_prepaid_too_much', 'principalFen');
  accrue(plan, change.on);
  plan.balanceFen -= change.principalFen;
  const interestFen = plan.balanceFen === 0n ? interestOf(terms, plan.spans) : 0n;
  const { principalFen, on } = change;
  addLine(plan, { kind: 'prepayment', dueOn: on, payBy: on, principalFen, interestFen });
  if (change.afterwards === 'lower') plan.partFen = partOf(terms, { balanceFen: plan.balanceFen, left });
  return undefined;
}

function addInstalment(plan: Planning, dueOn: LocalDate, isLast: boolean): void {
  accrue(plan, dueOn);
  const interestFen = interestOf(plan.terms, plan.spans);
  plan.spans = [];
  const principalFen = isLast ? plan.balanceFen : least(plan.balanceFen, principalOf(plan, interestFen));
  plan.balanceFen -= principalFen;
  const payBy = plan.terms.shiftHolidays && !isWorkday(dueOn) ? addWorkdays(dueOn, 1) : dueOn;
  if (principalFen + interestFen > 0n) addLine(plan, { kind: 'instalment', dueOn, payBy, principalFen, interestFen });
}

function accrue(plan: Planning, to: LocalDate): void {
  if (to > plan.since) plan.spans.push({ from: plan.since, to, balanceFen: plan.balanceFen });
  plan.since = to;
}

function addLine(plan: Planning, line: Omit<PlanLine, 'number'>): void {
  plan.lines.push({ number: plan.lines.length + 1, ...line });
}

function principalOf({ terms: { method }, partFen }: Planning, interestFen: bigint): bigint {
  switch (method) {
    case 'equal_principal':
      return partFen;
    case 'equal_instalment':
      return partFen > interestFen ? partFen - interestFen : 0n;
    case 'interest_only':
      return 0n;
  }
}

/** The equal part for the instalments left: P ÷ n rounded down, or the annuity P·r(1+r)ⁿ ÷ ((1+r)ⁿ − 1) rounded half up. */
function partOf(
  terms: LoanTerms,
  { balanceFen, left }: { readonly balanceFen: bigint; readonly left: number },
): bigint {
  const count = BigInt(left);
  if (terms.method === 'interest_only') return 0n;
  if (terms.method === 'equal_principal' || terms.ratePpm === 0) return balanceFen / count;
  const rate = BigInt(terms.ratePpm) * BigInt(terms.everyMonths);
  const one = YEAR_MONTHS * MILLION;
  const grown = (one + rate) ** count;
  return roundHalfUp(balanceFen * rate * grown, one * (grown - one ** count));
}

/** Interest of one period, whose balance may have changed within it; rounded once. */
function interestOf(terms: LoanTerms, spans: readonly Span[]): bigint {
  const rate = BigInt(terms.ratePpm);
  const [only] = spans;
  if (terms.dayCount === 'monthly' && only && spans.length === 1) {
    const months = wholeMonths(terms, only);
    if (months !== undefined) return roundHalfUp(only.balanceFen * rate * BigInt(months), YEAR_MONTHS * MILLION);
  }
  const yearDays = terms.dayCount === 'actual_365' ? 365n : 360n;
  const product = spans.reduce((sum, { from, to, balanceFen }) => sum + balanceFen * BigInt(daysBetween(from, to)), 0n);
  return roundHalfUp(product * rate, yearDays * MILLION);
}

/** Undefined where the span does not run from one due day to another. */
function wholeMonths({ startsOn, firstDueOn }: LoanTerms, { from, to }: Span): number | undefined {
  const isWhole = [startsOn, ...(firstDueOn === null ? [] : [firstDueOn])].some((anchor) =>
    [from, to].every((day) => addMonths(anchor, monthsBetween(monthOf(anchor), monthOf(day))) === day),
  );
  return isWhole ? monthsBetween(monthOf(from), monthOf(to)) : undefined;
}

function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/**
 * How long a loan may be extended, once (贷款通则 art. 12): its own term when that is a year at most, half of it up to five
 * years, three years beyond.
 */
export function mostExtension(termMonths: number): number {
  if (termMonths <= 12) return termMonths;
  return termMonths <= 60 ? Math.floor(termMonths / 2) : 36;
}
