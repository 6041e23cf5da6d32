import { daysBetween, type LocalDate } from '../../platform/pure/period.ts';
import { type CooperativeKind, legalFormOf } from '../../registers/cooperatives/rules.ts';
import type { LegalForm } from './surplus-rules.ts';

/** Which rules divide: one of the two laws, or the contracts of an asset-income project or company. */
export const ruleSets = ['farmers_professional', 'collective_economic', 'contract'] as const;
export type RuleSet = LegalForm | 'contract';

export const distributionStates = ['draft', 'chosen', 'declared', 'withdrawn'] as const;
export type DistributionState = (typeof distributionStates)[number];

export const payoutStates = ['in_flight', 'paid', 'returned', 'converted'] as const;
/** How money reaches a member: through the bank, in cash, or as a contribution that stays. */
export const channels = ['bank', 'cash', 'contribution'] as const;
export type Channel = (typeof channels)[number];

export type PayoutState = (typeof payoutStates)[number];

/** What notices, motions and vouchers know a distribution by. */
export const subjectType = 'distribution';

export function pageOf({ county, id }: { readonly county: number; readonly id: string }): string {
  return `/distributions/${county}/${id}`;
}

/** How poverty registration of a member’s household was known on the record date. */
export const poorMarks = ['yes', 'no', 'unknown'] as const;
export type PoorMark = (typeof poorMarks)[number];

export function ruleSetOf(kind: CooperativeKind): RuleSet {
  return legalFormOf(kind) ?? 'contract';
}

/** Where the money of a distribution is; amounts in fen. */
interface Money {
  readonly state: DistributionState;
  readonly patronageRefundFen: bigint | null;
  readonly remainderFen: bigint | null;
  readonly changedFen: bigint;
  readonly paidFen: bigint;
  readonly convertedFen: bigint;
  readonly inFlightFen: bigint;
}

interface Inner {
  readonly madeBy: string | null;
  readonly declaredBy: string | null;
  readonly fiscalYearStart: string | null;
  readonly form: string;
}

/** A row as it is shown: what it comes to with corrections, and what of a declared one is still unclaimed. */
export function viewRow<R extends Money & Inner>(row: R) {
  const { madeBy: _maker, declaredBy: _checker, fiscalYearStart: _start, form: _form, ...shown } = row;
  const { patronageRefundFen, remainderFen, changedFen, paidFen, convertedFen, inFlightFen } = row;
  const totalFen = patronageRefundFen === null ? null : patronageRefundFen + (remainderFen ?? 0n) + changedFen;
  const unclaimedFen =
    row.state === 'declared' && totalFen !== null ? totalFen - paidFen - convertedFen - inFlightFen : null;
  return { ...shown, totalFen, unclaimedFen };
}

export interface YearSpan {
  readonly from: LocalDate;
  /** last day */
  readonly to: LocalDate;
  readonly days: number;
}

/** A fiscal year with the number of its days. */
export function spanOf({ startsOn, endsOn }: { readonly startsOn: LocalDate; readonly endsOn: LocalDate }): YearSpan {
  return { from: startsOn, to: endsOn, days: daysBetween(startsOn, endsOn) + 1 };
}

/** The steps from closed books to the last payment, in their order. */
export const stepCodes = ['books', 'frozen', 'chosen', 'notice', 'resolution', 'declared', 'paid'] as const;
export type StepCode = (typeof stepCodes)[number];

export interface StepView {
  readonly code: StepCode;
  /** done, or the reason why not, in words of `step.<reason>` */
  readonly state: 'done' | 'open' | 'waiting';
  readonly reason: string | null;
}

/** Proofs of the steps, as the other procedures know them now. */
export interface Proofs {
  readonly state: DistributionState;
  readonly digest: string | null;
  /** the closed year says the same as when the base was frozen */
  readonly booksUnchanged: boolean;
  readonly notice: { readonly digest: string; readonly state: string } | undefined;
  readonly resolution: { readonly digest: string; readonly passed: boolean } | undefined;
  /** what is still to be paid, in fen; undefined before it was declared */
  readonly unpaidFen: bigint | undefined;
}

/**
 * Where a distribution stands. Each step is proved by what happened, not by the order of pressing: a notice or resolution
 * about other content is none, so that a changed choice falls back behind both.
 */
export function stepsBefore(proofs: Proofs): readonly StepView[] {
  const chosen = proofs.digest !== null && proofs.state !== 'withdrawn';
  const { notice, resolution, digest } = proofs;
  const reasons: Readonly<Record<StepCode, string | null>> = {
    books: proofs.booksUnchanged ? null : 'books_changed',
    frozen: null,
    chosen: chosen ? null : 'not_chosen',
    notice: !chosen || !notice ? 'no_notice' : notice.digest !== digest ? 'notice_other' : noticeReason(notice.state),
    resolution:
      !chosen || !resolution
        ? 'no_resolution'
        : resolution.digest !== digest
          ? 'resolution_other'
          : resolution.passed
            ? null
            : 'resolution_lost',
    declared: proofs.state === 'declared' ? null : 'not_declared',
    paid: proofs.unpaidFen === 0n ? null : 'unpaid',
  };
  let blocked = false;
  return stepCodes.map((code): StepView => {
    const reason = proofs.state === 'declared' && code !== 'paid' ? null : reasons[code];
    const state = reason === null ? 'done' : blocked ? 'waiting' : 'open';
    if (reason !== null) blocked = true;
    return { code, state, reason };
  });
}

function noticeReason(state: string): string | null {
  return state === 'cleared' ? null : `notice_${state}`;
}

/** A change of shares or contributions within the year, for weighing by days. */
export interface DatedMove {
  readonly id: string;
  readonly occurredOn: LocalDate;
  readonly amount: bigint;
}

/**
 * Amount × days of each holder over a year: what moved before it counts all days, what came or went on a day counts from
 * that day on. Whole numbers throughout (row 37).
 */
export function weighByDays(span: YearSpan, moves: readonly DatedMove[]): ReadonlyMap<string, bigint> {
  const weights = new Map<string, bigint>();
  for (const { id, occurredOn, amount } of moves) {
    const days = daysLeft(span, occurredOn);
    weights.set(id, (weights.get(id) ?? 0n) + amount * BigInt(days));
  }
  return weights;
}

/** Days from a day to the last of the year, both counted; 0 after it, all days before it. */
function daysLeft({ from, to, days }: YearSpan, day: LocalDate): number {
  if (day > to) return 0;
  if (day <= from) return days;
  return daysBetween(day, to) + 1;
}
