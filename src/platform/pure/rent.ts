import { allocate } from './allocate.ts';
import { type DueLight, dueLight } from './due.ts';
import { MAX_FEN, mulDivFloor, sumFen } from './money.ts';
import { addDays, addMonths, daysBetween, type LocalDate } from './period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from './result.ts';

export const paymentMethods = ['bank', 'cash', 'other'] as const;
export const dueTimes = ['start', 'end'] as const;

/** What a contract says about its rent. */
export interface RentTerms {
  readonly startsOn: LocalDate;
  /** the last day agreed */
  readonly throughOn: LocalDate;
  /** of one whole period, before the first rise */
  readonly rentFen: bigint;
  readonly periodMonths: number;
  /** equal parts of a period, each over the same number of months */
  readonly instalments: number;
  /** counted from the first or from the last day of the instalment */
  readonly dueAt: (typeof dueTimes)[number];
  readonly dueDays: number;
  /** rise in basis points of the rent before it; null: the rent stays */
  readonly stepBp: number | null;
  /** after every so many periods */
  readonly stepPeriods: number | null;
}

export interface RentLine {
  readonly number: number;
  readonly startsOn: LocalDate;
  readonly throughOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly amountFen: bigint;
}

export type RentRefusal = Refusal<
  'rent_term' | 'rent_instalments' | 'rent_step' | 'rent_too_many_lines' | 'rent_too_large'
>;

/** Seventy years by the month, and some to spare. */
export const mostLines = 1_000;

/**
 * The rent of a contract, instalment by instalment. Periods are counted from the first day of the term (Civil Code art.
 * 202), the rent of a period after `s` rises is `rent × (1 + step)^s`, rounded half up to the fen; its instalments add up to
 * it exactly, the earlier ones taking the fen left over. Of a period that the term breaks off, each instalment counts with
 * the days it has out of the days it would have, the sum rounded down. A due day stays where the contract puts it.
 */
export function rentSchedule(terms: RentTerms): Result<readonly RentLine[], RentRefusal> {
  const refused = checkTerms(terms);
  if (refused) return refuse(refused);
  const lines: RentLine[] = [];
  for (let period = 0; periodStart(terms, period) <= terms.throughOn; period += 1) {
    const rentFen = risenRent(terms, period);
    if (rentFen > MAX_FEN) return refuse(refusal('rent_too_large', 'rentFen'));
    for (const part of instalmentsOf(terms, period, rentFen)) lines.push({ ...part, number: lines.length + 1 });
    if (lines.length > mostLines) return refuse(refusal('rent_too_many_lines', 'throughOn', { most: mostLines }));
  }
  const total = sumFen(lines.map((line) => line.amountFen));
  return total > MAX_FEN ? refuse(refusal('rent_too_large', 'rentFen')) : ok(lines);
}

function checkTerms({ startsOn, throughOn, periodMonths, instalments, stepBp, stepPeriods }: RentTerms) {
  if (throughOn < startsOn) return refusal('rent_term', 'throughOn');
  if (periodMonths % instalments !== 0) return refusal('rent_instalments', 'instalments');
  if ((stepBp === null) !== (stepPeriods === null)) {
    return refusal('rent_step', stepBp === null ? 'stepBp' : 'stepPeriods');
  }
  return undefined;
}

function periodStart({ startsOn, periodMonths }: RentTerms, period: number): LocalDate {
  return addMonths(startsOn, period * periodMonths);
}

function risenRent({ rentFen, stepBp, stepPeriods }: RentTerms, period: number): bigint {
  if (stepBp === null || stepPeriods === null) return rentFen;
  const rises = BigInt(Math.floor(period / stepPeriods));
  const over = 10_000n ** rises;
  const risen = rentFen * (10_000n + BigInt(stepBp)) ** rises;
  return mulDivFloor(2n * risen + over, 1n, 2n * over);
}

interface Part {
  readonly startsOn: LocalDate;
  readonly throughOn: LocalDate;
  /** days it has, and would have if the term did not break it off */
  readonly days: number;
  readonly wholeDays: number;
}

function instalmentsOf(terms: RentTerms, period: number, rentFen: bigint): Omit<RentLine, 'number'>[] {
  const months = terms.periodMonths / terms.instalments;
  const parts: Part[] = [];
  for (let at = 0; at < terms.instalments; at += 1) {
    const first = period * terms.periodMonths + at * months;
    const startsOn = addMonths(terms.startsOn, first);
    if (startsOn > terms.throughOn) break;
    const wholeEnd = addDays(addMonths(terms.startsOn, first + months), -1);
    const isBroken = wholeEnd > terms.throughOn;
    const throughOn = isBroken ? terms.throughOn : wholeEnd;
    parts.push({ startsOn, throughOn, days: lengthOf(startsOn, throughOn), wholeDays: lengthOf(startsOn, wholeEnd) });
  }
  return split(parts, terms.instalments, rentFen).map(({ startsOn, throughOn, amountFen }) => ({
    startsOn,
    throughOn,
    dueOn: addDays(terms.dueAt === 'start' ? startsOn : throughOn, terms.dueDays),
    amountFen,
  }));
}

/** Divides the rent of a period over its parts; fractions of days share one denominator, so nothing is lost on the way. */
function split(parts: readonly Part[], instalments: number, rentFen: bigint): (Part & { amountFen: bigint })[] {
  const over = parts.reduce((product, { wholeDays }) => product * BigInt(wholeDays), 1n);
  const weights = parts.map(({ days, wholeDays }, at) => ({
    key: String(at).padStart(4, '0'),
    weight: (over / BigInt(wholeDays)) * BigInt(days),
  }));
  const counted = sumFen(weights.map(({ weight }) => weight));
  const amounts = allocate(mulDivFloor(rentFen, counted, over * BigInt(instalments)), weights);
  if (!amounts.ok) throw new Error(`a part of a period without a weight: ${amounts.refusal.code}`);
  return parts.map((part, at) => ({ ...part, amountFen: amounts.value[at]?.amountFen ?? 0n }));
}

/** Days from the first to the last, both counted. */
function lengthOf(startsOn: LocalDate, throughOn: LocalDate): number {
  return daysBetween(startsOn, throughOn) + 1;
}

/** A line as it stands on record. */
export interface StandingLine {
  readonly id: string;
  readonly startsOn: LocalDate;
  readonly throughOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly amountFen: bigint;
  readonly paidFen: bigint;
}

export interface PaidPart {
  readonly line: StandingLine;
  readonly amountFen: bigint;
}

/** Puts a payment on the lines, the one that fell due first before the others; more than all lines are owed is refused. */
export function apportion(
  amountFen: bigint,
  lines: readonly StandingLine[],
): Result<readonly PaidPart[], Refusal<'rent_overpaid'>> {
  const parts: PaidPart[] = [];
  let left = amountFen;
  for (const line of lines.toSorted(byDue)) {
    const owed = line.amountFen - line.paidFen;
    if (owed === 0n || left === 0n) continue;
    const isEnough = left <= owed;
    parts.push({ line, amountFen: isEnough ? left : owed });
    left = isEnough ? 0n : left - owed;
  }
  return left > 0n ? refuse(refusal('rent_overpaid', 'amountFen')) : ok(parts);
}

function byDue(a: StandingLine, b: StandingLine): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.startsOn < b.startsOn ? -1 : 1;
}

export interface Settlement {
  /** of what will not be used any more */
  readonly dropped: readonly StandingLine[];
  /** the line in which the contract ends, with what is still owed for it */
  readonly shortened:
    | { readonly line: StandingLine; readonly throughOn: LocalDate; readonly amountFen: bigint }
    | undefined;
}

/**
 * What becomes of the rent when a contract ends on a day: later lines fall away, the running one is owed for its days if
 * the parties agreed so (rounded down). What was paid beyond that is to be paid back first (`rent_prepaid`).
 */
export function settleRent(
  lines: readonly StandingLine[],
  closedOn: LocalDate,
  prorate: boolean,
): Result<Settlement, Refusal<'rent_prepaid'>> {
  const dropped = lines.filter((line) => line.startsOn > closedOn);
  const running = lines.find((line) => line.startsOn <= closedOn && line.throughOn > closedOn);
  if (dropped.some((line) => line.paidFen > 0n)) return refuse(refusal('rent_prepaid', 'closedOn'));
  if (!running || !prorate) return ok({ dropped, shortened: undefined });
  const used = BigInt(lengthOf(running.startsOn, closedOn));
  const amountFen = mulDivFloor(running.amountFen, used, BigInt(lengthOf(running.startsOn, running.throughOn)));
  if (running.paidFen > amountFen) return refuse(refusal('rent_prepaid', 'closedOn'));
  return ok({ dropped, shortened: { line: running, throughOn: closedOn, amountFen } });
}

/** Rent that has fallen due before `today` and is not paid, in fen. */
export function arrearsOn(
  lines: readonly Pick<StandingLine, 'dueOn' | 'amountFen' | 'paidFen'>[],
  today: LocalDate,
): bigint {
  return sumFen(lines.filter((line) => line.dueOn < today).map((line) => line.amountFen - line.paidFen));
}

/** Days before the last day from which a contract is shown as running out (anchors row 47). */
export const warningDays = [7, 30, 90] as const;

export const expiryStates = ['expired', 'within_7', 'within_30', 'within_90', 'running', 'future', 'closed'] as const;
export type ExpiryState = (typeof expiryStates)[number];

/** Where a contract stands; one that was neither renewed nor terminated is `expired` after its last day and stays so. */
export function expiryOf(
  contract: { readonly startsOn: LocalDate; readonly throughOn: LocalDate; readonly closedOn: string | null },
  today: LocalDate,
): ExpiryState {
  if (contract.closedOn !== null) return 'closed';
  if (today > contract.throughOn) return 'expired';
  if (today < contract.startsOn) return 'future';
  const left = daysBetween(today, contract.throughOn);
  const warning = warningDays.find((days) => left <= days);
  return warning === undefined ? 'running' : `within_${warning}`;
}

/** Red where something was missed, yellow where something is to be done now. */
export function expiryLight(state: ExpiryState): 'met' | 'near' | 'late' | 'none' | 'exempt' {
  switch (state) {
    case 'expired':
      return 'late';
    case 'within_7':
    case 'within_30':
    case 'within_90':
      return 'near';
    case 'running':
      return 'met';
    case 'future':
      return 'none';
    case 'closed':
      return 'exempt';
  }
}

export type CloseRefusal = Refusal<'contract_closed' | 'contract_close_early' | 'contract_close_late'>;

/** Whether a contract may be closed on a day: open, not before it began, and not on a day that is neither agreed nor past. */
export function proposeClose(
  contract: { readonly startsOn: string; readonly throughOn: string; readonly closedOn: string | null },
  closedOn: string,
  today: LocalDate,
): Result<true, CloseRefusal> {
  if (contract.closedOn !== null) return refuse(refusal('contract_closed'));
  if (closedOn < contract.startsOn) return refuse(refusal('contract_close_early', 'closedOn'));
  const latest = contract.throughOn > today ? contract.throughOn : today;
  return closedOn > latest ? refuse(refusal('contract_close_late', 'closedOn')) : ok(true);
}

/** Where one line of rent stands. */
export function rentLight(line: Pick<StandingLine, 'amountFen' | 'paidFen' | 'dueOn'>, today: LocalDate): DueLight {
  if (line.amountFen === 0n) return 'exempt';
  return line.paidFen === line.amountFen ? 'met' : dueLight(line.dueOn, today);
}
