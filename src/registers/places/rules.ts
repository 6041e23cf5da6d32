export type ChangeKind = 'rename' | 'recode' | 'merge' | 'split' | 'close';

/** One line of a dated change: `fromCode` went over into `toCode` (itself where it survives; null where it ended). */
export interface PlaceChange {
  readonly kind: ChangeKind;
  /** first day on which the change holds, `YYYY-MM-DD` */
  readonly happenedOn: string;
  readonly fromCode: number;
  readonly toCode: number | null;
  readonly nameBefore: string;
  readonly nameAfter: string | null;
}

/** A code as it stood on one day, to be read in the boundaries of another; either may be the earlier. */
export interface Crossing {
  readonly code: number;
  readonly fromDay: string;
  readonly toDay: string;
}

/**
 * The codes that cover on `toDay` what `code` covered on `fromDay`: successors forward, predecessors backward, closed
 * over chains of changes. Empty where everything ended without a successor.
 */
export function mapPlace({ code, fromDay, toDay }: Crossing, changes: readonly PlaceChange[]): readonly number[] {
  const forward = fromDay <= toDay;
  const [start, end] = forward ? [fromDay, toDay] : [toDay, fromDay];
  const between = changes.filter(
    (change) => change.kind !== 'rename' && change.happenedOn > start && change.happenedOn <= end,
  );
  const days = [...new Set(between.map((change) => change.happenedOn))].sort();
  let codes: readonly number[] = [code];
  for (const day of forward ? days : days.reverse()) {
    const ofDay = between.filter((change) => change.happenedOn === day);
    codes = [...new Set(codes.flatMap((one) => (forward ? successors(one, ofDay) : predecessors(one, ofDay))))];
  }
  return codes.toSorted((a, b) => a - b);
}

/**
 * The one code under which a quantity of `code` counts in the boundaries of `toDay`. What a split divided, or what ended
 * without a successor, stays under its own code: it is never guessed apart, so totals are the same in any boundaries.
 */
export function countedUnder(crossing: Crossing, changes: readonly PlaceChange[]): number {
  const codes = mapPlace(crossing, changes);
  return codes.length === 1 ? (codes[0] ?? crossing.code) : crossing.code;
}

/** A quantity as it was recorded. */
export interface PlacedQuantity {
  readonly place: number;
  readonly day: string;
  readonly quantity: number;
}

/** Sums by place as of then (`asOf` absent: the codes of the time) or in the boundaries of the day `asOf`. */
export function sumByPlace(
  rows: readonly PlacedQuantity[],
  changes: readonly PlaceChange[],
  asOf?: string,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { place, day, quantity } of rows) {
    const code = asOf === undefined ? place : countedUnder({ code: place, fromDay: day, toDay: asOf }, changes);
    sums.set(code, (sums.get(code) ?? 0) + quantity);
  }
  return sums;
}

/** What the place was called on a day; `name` is its name now. A merge or a split may also bring a new name. */
export function nameOn(
  place: { readonly code: number; readonly name: string },
  day: string,
  changes: readonly PlaceChange[],
): string {
  let earliest: PlaceChange | undefined;
  for (const change of changes) {
    const renamed =
      change.fromCode === place.code && change.toCode === place.code && change.nameAfter !== change.nameBefore;
    const later = renamed && change.happenedOn > day;
    if (later && (earliest === undefined || change.happenedOn < earliest.happenedOn)) earliest = change;
  }
  return earliest?.nameBefore ?? place.name;
}

function successors(code: number, changes: readonly PlaceChange[]): readonly number[] {
  const leaving = changes.filter((change) => change.fromCode === code);
  if (leaving.length === 0) return [code];
  return leaving.flatMap((change) => (change.toCode === null ? [] : [change.toCode]));
}

function predecessors(code: number, changes: readonly PlaceChange[]): readonly number[] {
  const arriving = changes.filter((change) => change.toCode === code);
  return arriving.length === 0 ? [code] : arriving.map((change) => change.fromCode);
}
