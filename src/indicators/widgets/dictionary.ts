import { useMemo } from 'react';
import type { z } from 'zod';
import type { ReplyOf } from '../../platform/http/contract.ts';
import { useFormat, useText, useWords } from '../../platform/ui/language.ts';
import { useReply } from '../../platform/ui/queries.ts';
import { type indicatorView, listIndicators } from '../contract.ts';
import { words } from '../words.ts';

/**
 * The dictionary of indicators and how their values are written.
 *
 * - `useDictionary()` → the reply of `GET /indicators`, read once for all pages; it also tells the server's day.
 * - `useFigureText()` → `{ value(indicator, value), change(indicator, difference), unit(indicator), name(indicator) }`:
 *   a ratio as a percentage, its change in percentage points, everything else as a number with its unit apart.
 * - `figureAddress({ indicator, place, month, as? })`: the page of the records under a figure.
 */
export type Indicator = z.output<typeof indicatorView>;
export type Dictionary = ReplyOf<typeof listIndicators>;

export function useDictionary() {
  return useReply(listIndicators);
}

export interface FigureText {
  readonly value: (indicator: Indicator, value: number | null) => string;
  /** with its sign: +12 · −1.5 percentage points */
  readonly change: (indicator: Indicator, difference: number) => string;
  readonly unit: (indicator: Indicator) => string;
  readonly name: (indicator: Indicator) => string;
}

export function useFigureText(): FigureText {
  const t = useWords(words);
  const text = useText();
  const { number, percent } = useFormat();
  return useMemo(
    () => ({
      value: (indicator, value) => {
        if (value === null) return '–';
        return indicator.unit === 'bp' ? percent(value) : number(value);
      },
      change: (indicator, difference) => {
        const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
        const size = Math.abs(difference);
        if (indicator.unit !== 'bp' || size === 0) return `${sign}${number(size)}`;
        return `${sign}${percent(size).replace('%', '')} ${t('unit.points')}`;
      },
      unit: (indicator) => (isUnit(indicator.unit) ? t(`unit.${indicator.unit}`) : indicator.unit),
      name: (indicator) => text(indicator.name),
    }),
    [t, text, number, percent],
  );
}

export function figureAddress(figure: FigurePlace): string {
  const { indicator, place, month, as = 'live' } = figure;
  return `/figures?${new URLSearchParams({ indicator, place: String(place), month, as }).toString()}`;
}

interface FigurePlace {
  readonly indicator: string;
  readonly place: number;
  readonly month: string;
  /** as counted now, or as the report froze it */
  readonly as?: 'live' | 'report';
}

type Unit = 'household' | 'person' | 'village' | 'branch' | 'report' | 'bp';

function isUnit(unit: string): unit is Unit {
  return `unit.${unit}` in words;
}
