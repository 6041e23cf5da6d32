import { firstDay, type LocalDate, lastDay, type Month } from '../platform/pure/period.ts';
import type { PlaceRange } from '../platform/pure/place.ts';
import { ratioBp } from '../platform/pure/ratio.ts';

/** A condition on one dimension of a fact. */
export interface DimFilter {
  readonly dim: string;
  readonly anyOf: readonly string[];
}

/** A second fact at the same place: `absent` finds gaps, for example villages without a branch secretary. */
export interface Beside {
  readonly fact: string;
  readonly filters: readonly DimFilter[];
  readonly holds: 'present' | 'absent';
}

/**
 * When a fact counts for a month: `month_end` facts that last count while they hold on the month's last day;
 * `in_month` events count by the month in which they occurred; `in_year` events by what occurred from the first of
 * January to the month's end, as yearly acts are reported (the year so far).
 */
export type Timing = 'month_end' | 'in_month' | 'in_year';

export type Aggregate = 'count' | 'sum' | 'count_households';

interface Definition {
  readonly code: string;
  /** clause of the measure, for example `7.1` */
  readonly clause: string;
  readonly direction: 'up' | 'down' | 'none';
  /** role that answers for the definition */
  readonly owner: string;
  /** catalogue version in which this definition came into force */
  readonly since: string;
}

/** A figure that is computed from facts. */
export interface CountedIndicator extends Definition {
  readonly kind: 'counted';
  readonly fact: string;
  readonly filters: readonly DimFilter[];
  /** counts only where another fact does, or does not, hold at the same place at the month's end */
  readonly beside?: Beside;
  readonly timing: Timing;
  readonly aggregate: Aggregate;
  /** unit code with words, for example `household`, `person`, `village`, `fen` */
  readonly unit: string;
}

/** One figure divided by another, in basis points; computed when read, never stored. */
export interface RatioIndicator extends Definition {
  readonly kind: 'ratio';
  readonly numerator: string;
  readonly denominator: string;
}

export type Indicator = CountedIndicator | RatioIndicator;

/** A place range, a month and a point in knowledge: what a figure is about. */
export interface Scope extends PlaceRange {
  readonly month: Month;
  /** ranges left out: what places below report for themselves */
  readonly except?: readonly PlaceRange[] | undefined;
  /** as known then; undefined: as known now */
  readonly cutoff?: Date | undefined;
  /** as known at each place's own instant; a place that is not listed is left out */
  readonly cutoffs?: readonly PlaceCutoff[] | undefined;
}

/** What was known of one place when its report was confirmed; undefined: as known now. */
export interface PlaceCutoff {
  readonly place: number;
  readonly cutoff: Date | undefined;
}

/** A day, or a column of the months a recount runs over. */
export type DayRef = LocalDate | { readonly column: 'year_day' | 'first_day' | 'last_day' };

/** First and last day of what is counted, and the first day of its year. */
export interface Window {
  readonly year: DayRef;
  readonly from: DayRef;
  readonly to: DayRef;
}

/** The window of a recount over many months at once. */
export const eachMonth: Window = {
  year: { column: 'year_day' },
  from: { column: 'first_day' },
  to: { column: 'last_day' },
};

/** One comparison on a fact's columns, in a closed set that the store renders with bound values. */
export type Condition =
  | { readonly kind: 'place_between'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'place_outside'; readonly ranges: readonly PlaceRange[] }
  | { readonly kind: 'occurred_between'; readonly from: DayRef; readonly to: DayRef }
  | { readonly kind: 'holds_on'; readonly day: DayRef }
  | { readonly kind: 'known_at'; readonly cutoff: Date }
  | { readonly kind: 'known_now' }
  | { readonly kind: 'known_at_each'; readonly cutoffs: readonly PlaceCutoff[] }
  | { readonly kind: 'dim_in'; readonly dim: string; readonly anyOf: readonly string[] }
  | {
      readonly kind: 'beside';
      readonly fact: string;
      readonly holds: Beside['holds'];
      readonly conditions: readonly Condition[];
    };

/** What to read: the same selection gives the figure (with the aggregate) and its rows (without). */
export interface Selection {
  readonly fact: string;
  readonly conditions: readonly Condition[];
  readonly aggregate: Aggregate;
}

/** Compiles an indicator for a scope. Figure and rows both come from this, so that a figure equals its rows (L1). */
export function compile(indicator: CountedIndicator, scope: Scope): Selection {
  const known = knownCondition(scope);
  const { lo, hi, except = [] } = scope;
  return {
    fact: indicator.fact,
    aggregate: indicator.aggregate,
    conditions: [
      { kind: 'place_between', lo, hi },
      ...(except.length > 0 ? [{ kind: 'place_outside' as const, ranges: except }] : []),
      known,
      ...ownConditions(indicator, windowOf(scope.month), known),
    ],
  };
}

function knownCondition(scope: Scope): Condition {
  if (scope.cutoffs) return { kind: 'known_at_each', cutoffs: scope.cutoffs };
  return scope.cutoff ? { kind: 'known_at', cutoff: scope.cutoff } : { kind: 'known_now' };
}

export function windowOf(month: Month): Window {
  return { year: firstDay(`${month.slice(0, 4)}-01` as Month), from: firstDay(month), to: lastDay(month) };
}

/** The conditions of one indicator in a window: the recount applies them to many places and months in one scan. */
export function ownConditions(indicator: CountedIndicator, window: Window, known: Condition): readonly Condition[] {
  const holds: Condition = { kind: 'holds_on', day: window.to };
  const { beside } = indicator;
  const besides: readonly Condition[] = beside
    ? [
        {
          kind: 'beside',
          fact: beside.fact,
          holds: beside.holds,
          conditions: [known, holds, ...beside.filters.map(toCondition)],
        },
      ]
    : [];
  return [timingCondition(indicator, window), ...indicator.filters.map(toCondition), ...besides];
}

/** When a fact counts for the window. */
export function timingCondition({ timing }: CountedIndicator, { year, from, to }: Window): Condition {
  switch (timing) {
    case 'month_end':
      return { kind: 'holds_on', day: to };
    case 'in_month':
      return { kind: 'occurred_between', from, to };
    case 'in_year':
      return { kind: 'occurred_between', from: year, to };
  }
}

/** Whether a month may be compared with the one before: what adds up over a year begins anew in January. */
export function followsOn(indicator: Indicator, month: Month): boolean {
  return !(indicator.kind === 'counted' && indicator.timing === 'in_year' && month.endsWith('-01'));
}

function toCondition(filter: DimFilter): Condition {
  return { kind: 'dim_in', dim: filter.dim, anyOf: filter.anyOf };
}

/** Counts and sums add up over places; a household counted once in two villages would not. */
export function isAdditive(indicator: Indicator): boolean {
  return indicator.kind === 'counted' && indicator.aggregate !== 'count_households';
}

/** Ratio in basis points, half up; undefined when there is nothing to divide by. Values have at most two decimals. */
export function ratioOf(numerator: number | undefined, denominator: number | undefined): number | undefined {
  if (numerator === undefined || denominator === undefined) return undefined;
  return ratioBp(Math.round(numerator * 100), Math.round(denominator * 100));
}

/** The value of an indicator from the counted figures by code; a figure without rows counts 0, a ratio over 0 is undefined. */
export function indicatorValue(
  indicator: Indicator,
  counted: (code: string) => number | undefined,
): number | undefined {
  if (indicator.kind === 'counted') return counted(indicator.code) ?? 0;
  return ratioOf(counted(indicator.numerator) ?? 0, counted(indicator.denominator));
}

/** What a row adds to a figure: its quantity where the figure has the unit of the fact, one where it only counts rows. */
export function countsAs(
  figure: { readonly unit: string },
  row: { readonly unit: string; readonly quantity: number },
): number {
  return figure.unit === row.unit ? row.quantity : 1;
}

/** What a fact's row tells about the record that proves it. */
export interface RecordReference {
  readonly county: number;
  readonly place: number;
  readonly recordId: string;
  readonly dims: Readonly<Record<string, unknown>>;
}

/** Fills the record page of a fact kind: `:county`, `:id`, `:place`, and dimensions by their name. */
export function recordAddress(pattern: string, row: RecordReference): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    if (name === 'county') return String(row.county);
    if (name === 'place') return String(row.place);
    return encodeURIComponent(String((name === 'id' ? row.recordId : row.dims[name]) ?? ''));
  });
}

/** Checks a catalogue: codes unique, facts known, ratios over known counted indicators. Returns what is wrong. */
export function auditCatalogue(indicators: readonly Indicator[], factKinds: ReadonlySet<string>): readonly string[] {
  const counted = new Set(indicators.filter((one) => one.kind === 'counted').map((one) => one.code));
  const seen = new Set<string>();
  return indicators.flatMap((indicator) => {
    const wrong: string[] = [];
    if (seen.has(indicator.code)) wrong.push(`${indicator.code}: code used twice`);
    seen.add(indicator.code);
    if (indicator.kind === 'counted') {
      const facts = [indicator.fact, ...(indicator.beside ? [indicator.beside.fact] : [])];
      for (const fact of facts) if (!factKinds.has(fact)) wrong.push(`${indicator.code}: no fact kind ${fact}`);
    } else if (!(counted.has(indicator.numerator) && counted.has(indicator.denominator))) {
      wrong.push(`${indicator.code}: divides figures that are not in the catalogue`);
    }
    return wrong;
  });
}
