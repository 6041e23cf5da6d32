import { useSearchParams } from 'react-router';
import { DateInput } from '../../../platform/ui/DateInput.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { fiscalYearOf } from '../closing-rules.ts';
import { words } from '../words.ts';
import type { Book } from './BookFrame.tsx';

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The days a report is about, from the address; at first the fiscal year of what was last open. */
export function usePeriod(book: Book): Period & { readonly set: (change: Partial<Period>) => void } {
  const [search, setSearch] = useSearchParams();
  const year = fiscalYearOf(firstUsefulDay(book), book.fiscalYearStart);
  const from = search.get('from') ?? year.startsOn;
  const to = search.get('to') ?? year.endsOn;
  function set(change: Partial<Period>): void {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(change)) next.set(key, value);
        next.delete('offset');
        return next;
      },
      { replace: true },
    );
  }
  return { from, to, set };
}

/** Today, or the day on which the books begin while that is still to come. */
export function firstUsefulDay({ today, startsOn }: Pick<Book, 'today' | 'startsOn'>): string {
  return [today, startsOn].toSorted()[1] ?? today;
}

/** `<PeriodBar period />`: from and to, typed or chosen. */
export function PeriodBar({ period }: { period: ReturnType<typeof usePeriod> }) {
  const t = useWords(words);
  return (
    <>
      <span className="list-filter">
        <span>{t('field.from')}</span>
        <DateInput aria-label={t('field.from')} value={period.from} onCommit={(from) => from && period.set({ from })} />
      </span>
      <span className="list-filter">
        <span>{t('field.to')}</span>
        <DateInput aria-label={t('field.to')} value={period.to} onCommit={(to) => to && period.set({ to })} />
      </span>
    </>
  );
}
