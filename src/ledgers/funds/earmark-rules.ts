import type { LocalDate } from '../../platform/pure/period.ts';
import { isPlace, placeRange } from '../../platform/pure/place.ts';
import type { LiftableCode, PayeeKind, Purpose } from './rules.ts';

/** What a document says of its money. */
export interface Earmark {
  readonly purposes: readonly Purpose[];
  /** none: anybody */
  readonly payeeKinds: readonly PayeeKind[];
  readonly places: readonly number[];
  readonly startsOn: LocalDate;
  /** the last day; null: open */
  readonly endsOn: LocalDate | null;
}

/** A payment, as far as an earmark looks at it. */
export interface EarmarkedPayment {
  readonly purpose: Purpose;
  readonly payeeKind: PayeeKind;
  /** where it is used */
  readonly usedAt: number;
  /** of the paying account */
  readonly accountPlace: number;
  readonly accountHolder: 'office' | 'village' | 'cooperative';
  /** the payee's own village, where it is known */
  readonly payeePlace?: number | undefined;
  readonly occurredOn: LocalDate;
}

/** A use that fiscal rules forbid, over the days on which they do; `endsOn` is the first day on which it no longer is. */
export interface ForbiddenUse {
  readonly purpose: Purpose;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

/**
 * Everything that speaks against a payment, the same questions in the same order as the posting function asks them in the
 * database (articles 11 and 18). Empty: the earmark permits it. What fiscal rules forbid no leave can lift.
 */
export function checkEarmark(
  earmark: Earmark,
  payment: EarmarkedPayment,
  forbidden: readonly ForbiddenUse[],
): readonly (LiftableCode | 'fund_use_forbidden')[] {
  const { purpose, occurredOn, usedAt } = payment;
  const isForbidden = forbidden.some(
    (use) => use.purpose === purpose && use.startsOn <= occurredOn && (use.endsOn === null || use.endsOn > occurredOn),
  );
  const isEarly = occurredOn < earmark.startsOn;
  const isLate = earmark.endsOn !== null && occurredOn > earmark.endsOn;
  const isElsewhere = !covers(payment.accountPlace, usedAt) || !earmark.places.some((place) => covers(place, usedAt));
  const isPayeeKind = earmark.payeeKinds.length === 0 || earmark.payeeKinds.includes(payment.payeeKind);
  return [
    ...(isForbidden ? (['fund_use_forbidden'] as const) : []),
    ...(isEarly || isLate ? (['fund_outside_window'] as const) : []),
    ...(earmark.purposes.includes(purpose) ? [] : (['fund_purpose_forbidden'] as const)),
    ...(isElsewhere || isStrangersHousehold(payment) ? (['fund_other_place'] as const) : []),
    ...(isPayeeKind ? [] : (['fund_payee_kind'] as const)),
  ];
}

/** An office or a village pays households of its own place; a cooperative has members elsewhere too. */
function isStrangersHousehold({ payeeKind, payeePlace, accountPlace, accountHolder }: EarmarkedPayment): boolean {
  if (payeeKind !== 'household' || accountHolder === 'cooperative' || payeePlace === undefined) return false;
  return !covers(accountPlace, payeePlace);
}

function covers(outer: number, inner: number): boolean {
  if (!isPlace(outer)) return false;
  const { lo, hi } = placeRange(outer);
  return inner >= lo && inner <= hi;
}
