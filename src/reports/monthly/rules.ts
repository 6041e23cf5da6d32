import type { Month } from '../../platform/pure/period.ts';

/** One figure of a report, with what the reader compares it to. */
export interface ReportCell {
  readonly indicator: string;
  readonly value: number;
  readonly rowCount: number;
  readonly previous: number | undefined;
  readonly lastYear: number | undefined;
  /** the figure as counted now; differs from `value` when records changed after the confirmation */
  readonly live: number;
}

/** Why a figure deserves a look before it is approved. */
export const exceptionKinds = ['jump', 'changed_since', 'emptied'] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** A jump is at least this much, and at least this share of the month before. */
export const jumpRule = { leastAmount: 5, leastShareBp: 2000 } as const;

/** The least amount in the unit of a figure: five of what is counted, ten thousand yuan, a hundred shares or mu. */
export function leastJump(unit: string): number {
  if (unit === 'fen') return 1_000_000;
  return unit === 'share' || unit === 'mu' ? 100 : jumpRule.leastAmount;
}

/**
 * The exceptions of one figure: it moved by at least `least` and a fifth against the month before, it fell to
 * nothing, or its records changed after the village confirmed. Everything else is approved unopened.
 */
export function findExceptions(
  cell: Pick<ReportCell, 'value' | 'previous' | 'live'>,
  least: number = jumpRule.leastAmount,
): readonly ExceptionKind[] {
  const found: ExceptionKind[] = [];
  if (cell.live !== cell.value) found.push('changed_since');
  if (cell.previous === undefined) return found;
  const moved = Math.abs(cell.value - cell.previous);
  const share = cell.previous === 0 ? 10_000 : (moved * 10_000) / Math.abs(cell.previous);
  if (cell.value === 0 && cell.previous >= least) found.push('emptied');
  else if (moved >= least && share >= jumpRule.leastShareBp) found.push('jump');
  return found;
}

/** A figure of a closed month: as stated so far, or as known now. */
export interface ClosedFigure {
  readonly month: Month;
  readonly indicator: string;
  readonly value: number;
}

export type Restated<F extends ClosedFigure> = F & { readonly after: number };

/**
 * The figures of closed months that are known otherwise now. `stated` is what the reports say so far, frozen
 * value plus earlier restatements; figures without rows count as 0. So original + restatements = known now.
 */
export function findRestatements<F extends ClosedFigure>(
  stated: readonly F[],
  known: readonly ClosedFigure[],
): readonly Restated<F>[] {
  const now = new Map(known.map((figure) => [keyOf(figure), figure.value]));
  return stated.flatMap((figure) => {
    const after = now.get(keyOf(figure)) ?? 0;
    return after === figure.value ? [] : [{ ...figure, after }];
  });
}

function keyOf(figure: ClosedFigure): string {
  return `${figure.month} ${figure.indicator}`;
}
