import { useMemo } from 'react';
import type { z } from 'zod';
import type { ReplyOf } from '../../platform/http/contract.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { formatsOf } from '../../platform/ui/format.ts';
import { useLanguage } from '../../platform/ui/language.ts';
import { useReply } from '../../platform/ui/queries.ts';
import { type Language, speak, type Words } from '../../platform/words.ts';
import { type indicatorView, listIndicators } from '../contract.ts';
import { words } from '../words.ts';

/**
 * The dictionary of indicators and how their values are written.
 *
 * - `useDictionary()` → the reply of `GET /indicators`, read once for all pages; it also tells the server's day.
 * - `useFigureText()` → {@link FigureText}: a ratio as a percentage, its change in percentage points, fen as yuan with two
 *   decimals, everything else as a number with its unit apart. `figureTextOf(language)` is the same outside components.
 * - `figureAddress({ indicator, place, month, as? })`: the page of the records under a figure.
 */
export type Indicator = z.output<typeof indicatorView>;
export type Dictionary = ReplyOf<typeof listIndicators>;

export function useDictionary() {
  return useReply(listIndicators);
}

export interface FigureText {
  /** its unit stands in the head of the column or beside it */
  readonly value: (indicator: Measured, value: number | null) => string;
  /** where no unit stands beside it: an amount with yuan */
  readonly said: (indicator: Measured, value: number | null) => string;
  /** on maps and charts: an amount in ten thousand yuan */
  readonly brief: (indicator: Measured, value: number | null) => string;
  /** with its sign: +12 · −1.5 percentage points · +1,234.50 yuan */
  readonly change: (indicator: Measured, difference: number) => string;
  readonly unit: (indicator: Measured) => string;
  readonly name: (indicator: Pick<Indicator, 'name'>) => string;
}

type Measured = Pick<Indicator, 'unit'>;

export function useFigureText(): FigureText {
  const language = useLanguage();
  return useMemo(() => figureTextOf(language), [language]);
}

export function figureTextOf(language: Language): FigureText {
  const { number, percent, yuan, wan } = formatsOf(language);
  const spoken: Words = words;
  const unitOf = (unit: string) => speak(spoken[`unit.${unit}`] ?? [unit, unit], language);
  function plain({ unit }: Measured, value: number): string {
    if (unit === 'bp') return percent(value);
    return unit === 'fen' ? formatYuan(BigInt(value)) : number(value);
  }
  function signless(measured: Measured, size: number): string {
    if (measured.unit === 'fen') return yuan(size);
    if (measured.unit !== 'bp' || size === 0) return number(size);
    return `${percent(size).replace('%', '')} ${unitOf('points')}`;
  }
  return {
    value: (indicator, value) => (value === null ? '–' : plain(indicator, value)),
    said: (indicator, value) => {
      if (value === null) return '–';
      return indicator.unit === 'fen' ? yuan(value) : plain(indicator, value);
    },
    brief: (indicator, value) => {
      if (value === null) return '–';
      return indicator.unit === 'fen' ? `${wan(value)} ${unitOf('wan')}` : plain(indicator, value);
    },
    change: (indicator, difference) => {
      const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
      return sign + signless(indicator, Math.abs(difference));
    },
    unit: (indicator) => unitOf(indicator.unit),
    name: (indicator) => speak(indicator.name, language),
  };
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
