export interface Headline {
  readonly indicator: string;
  readonly target?: { readonly parameter: string } | { readonly value: number };
}

/** `met` the target is reached, `near` at least nine tenths of the way, `late` further off. */
export type HeadlineLight = 'met' | 'near' | 'late';

export interface Judged {
  readonly value: number;
  readonly target: number;
  readonly direction: 'up' | 'down' | 'none';
}

/** Nearness to a target; a figure without a direction is not judged. Downwards, a tenth above the target is near. */
export function judge({ value, target, direction }: Judged): HeadlineLight | undefined {
  if (direction === 'none') return undefined;
  if (direction === 'up') {
    if (value >= target) return 'met';
    return value * 10 >= target * 9 ? 'near' : 'late';
  }
  if (value <= target) return 'met';
  return value * 9 <= target * 10 ? 'near' : 'late';
}

/** A figure of one place in two months. */
export interface Moved {
  readonly place: number;
  readonly indicator: string;
  readonly unit: string;
  readonly value: number;
  readonly previous: number;
}

/**
 * A movement smaller than this is weighed as if it started from so much: two of one is no sensation, nor are some
 * thousand yuan or some hundred shares or mu.
 */
function weightFloor(unit: string): number {
  if (unit === 'fen') return 20_000_000;
  return unit === 'share' || unit === 'mu' ? 1000 : 10;
}

/**
 * The movements against the month before that deserve a look, largest first: by share of what was, with small figures
 * weighed as if they were ten (or 200,000 yuan, or 1,000 shares or mu). Of equal weight the larger difference in floors
 * comes first. At most `perIndicator` of one indicator, so that what moves everywhere at once does not hide the rest.
 */
export function largestMovements<M extends Moved>(
  figures: readonly M[],
  { count, perIndicator }: { readonly count: number; readonly perIndicator: number },
): M[] {
  const shown = new Map<string, number>();
  return figures
    .filter(({ value, previous }) => value !== previous)
    .map((figure) => {
      const floor = weightFloor(figure.unit);
      const difference = Math.abs(figure.value - figure.previous) / floor;
      return { figure, difference, weight: difference / Math.max(Math.abs(figure.previous) / floor, 1) };
    })
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        b.difference - a.difference ||
        a.figure.place - b.figure.place ||
        (a.figure.indicator < b.figure.indicator ? -1 : 1),
    )
    .map(({ figure }) => figure)
    .filter(({ indicator }) => {
      const rank = (shown.get(indicator) ?? 0) + 1;
      shown.set(indicator, rank);
      return rank <= perIndicator;
    })
    .slice(0, count);
}
