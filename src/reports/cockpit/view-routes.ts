import { countedIndicators, findIndicator, type ListedPlace, type StoredFigure } from '../../indicators/public.ts';
import { followsOn, type Indicator, indicatorValue, isAdditive } from '../../indicators/rules.ts';
import type { StoredParameter } from '../../measure/public.ts';
import { parameterOn } from '../../measure/rules.ts';
import { lastDay, type Month, shiftMonth } from '../../platform/pure/period.ts';
import { type Headline, judge, largestMovements } from './rules.ts';

const movementsShown = { count: 8, perIndicator: 2 };
/** How far the reports are stands on the page by itself, and moves every month by nature. */
const factOfReports = 'submission';

/** Value of an indicator, ratios too, at a place in a month; null where nothing is known or nothing to divide by. */
export type Reader = ((code: string, place: number, month: Month) => number | null) & {
  readonly rows: (code: string, place: number, month: Month) => number;
  readonly has: (place: number, month: Month) => boolean;
};

export function readerOf(figures: readonly StoredFigure[]): Reader {
  const found = new Map(figures.map((one) => [`${one.place} ${one.month} ${one.indicator}`, one]));
  const filled = new Set(figures.map((one) => `${one.place} ${one.month}`));
  function read(code: string, place: number, month: Month): number | null {
    const indicator = findIndicator(code);
    if (!indicator) return null;
    return indicatorValue(indicator, (part) => found.get(`${place} ${month} ${part}`)?.value) ?? null;
  }
  return Object.assign(read, {
    rows: (code: string, place: number, month: Month) => found.get(`${place} ${month} ${code}`)?.rowCount ?? 0,
    has: (place: number, month: Month) => filled.has(`${place} ${month}`),
  });
}

interface Seen {
  readonly month: Month;
  readonly figures: Reader;
}

type SeenAt = Seen & { readonly place: number };

/** A headline figure with what it was and what it should be. */
export function viewHeadline(headline: Headline, seen: SeenAt & { readonly parameters: readonly StoredParameter[] }) {
  const { place, month, figures, parameters } = seen;
  const code = headline.indicator;
  const at = (when: Month) => (figures.has(place, when) ? figures(code, place, when) : null);
  const value = figures(code, place, month);
  const target = targetOf(headline, parameters, month);
  const direction = findIndicator(code)?.direction ?? 'none';
  return {
    indicator: code,
    value,
    rowCount: figures.rows(code, place, month),
    previous: at(shiftMonth(month, -1)),
    lastYear: at(shiftMonth(month, -12)),
    target,
    light: value === null || target === null ? null : (judge({ value, target, direction }) ?? null),
  };
}

function targetOf({ target }: Headline, parameters: readonly StoredParameter[], month: Month): number | null {
  if (!target) return null;
  if ('value' in target) return target.value;
  return parameterOn(parameters, target.parameter, lastDay(month))?.value ?? null;
}

/** The figure of maps and tiles at the place itself; a ratio with what it is made of. */
export function viewMapFigure(indicator: Indicator, { place, month, figures }: SeenAt) {
  const parts = indicator.kind === 'ratio' ? partsOf(indicator) : [];
  return {
    value: figures(indicator.code, place, month),
    rowCount: figures.rows(indicator.code, place, month),
    parts: parts.map((part) => ({ indicator: part, value: figures(part, place, month) ?? 0 })),
  };
}

/** The counted indicators a figure is made of: itself, or both sides of a ratio. */
export function partsOf(indicator: Indicator): string[] {
  return indicator.kind === 'counted' ? [indicator.code] : [indicator.numerator, indicator.denominator];
}

/** Figures that moved most since the month before; a month without any figures is nothing to compare with. */
export function movementsOf(places: readonly ListedPlace[], { month, figures }: Seen) {
  const before = shiftMonth(month, -1);
  const compared = places.filter(({ place }) => figures.has(place, before));
  const watched = countedIndicators.filter(
    (one) => isAdditive(one) && one.fact !== factOfReports && followsOn(one, month),
  );
  const moved = compared.flatMap(({ place, name: placeName }) =>
    watched.map(({ code: indicator, unit }) => ({
      place,
      placeName,
      indicator,
      unit,
      value: figures(indicator, place, month) ?? 0,
      previous: figures(indicator, place, before) ?? 0,
    })),
  );
  return largestMovements(moved, movementsShown).map(({ unit: _unit, ...one }) => one);
}
