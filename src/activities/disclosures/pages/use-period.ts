import { useWords } from '../../../platform/ui/language.ts';
import { type PeriodKind, periodValues } from '../rules.ts';
import { words } from '../words.ts';

/** `2019 Q2` in the reader's language. */
export function usePeriod(): (span: { readonly period: PeriodKind; readonly startsOn: string }) => string {
  const t = useWords(words);
  return ({ period, startsOn }) => t(`period.${period}`, periodValues(startsOn));
}

interface Key {
  readonly place: number;
  readonly cooperativeId: string | null;
  readonly period: PeriodKind;
  readonly startsOn: string;
}

/** The query by which routes and pages name what is owed. */
export function owedQuery({ place, cooperativeId, period, startsOn }: Key) {
  return { place, period, startsOn, ...(cooperativeId === null ? {} : { cooperativeId }) };
}

export function owedSearch(key: Key): string {
  const entries = Object.entries(owedQuery(key)).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(entries).toString();
}

/** The same, read from an address; undefined where it does not name one. */
export function readOwed(search: URLSearchParams) {
  const period = search.get('period');
  const startsOn = search.get('startsOn');
  const place = Number(search.get('place'));
  if ((period !== 'quarter' && period !== 'month') || !startsOn || !place) return undefined;
  const cooperativeId = search.get('cooperativeId') ?? undefined;
  return { place, period, startsOn, ...(cooperativeId ? { cooperativeId } : {}) } as const;
}
