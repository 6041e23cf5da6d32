import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { words } from '../words.ts';

const shownYears = 8;

/** The year of the page, in its address; without one the server takes the last that is over. */
export function YearSwitch({ year }: { readonly year?: number }) {
  const t = useWords(words);
  const id = useId();
  const [search, setSearch] = useSearchParams();
  const chosen = year ?? (Number(search.get('year')) || undefined);
  const latest = Math.max(chosen ?? 0, Number(useToday().slice(0, 4)) - 1);
  function choose(value: string): void {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete('year');
      else next.set('year', value);
      return next;
    });
  }
  return (
    <span className="list-filter">
      <label htmlFor={id}>{t('totals.year')}</label>
      <select id={id} className="input" value={chosen ?? ''} onChange={(event) => choose(event.target.value)}>
        {chosen === undefined && <option value="">–</option>}
        {Array.from({ length: shownYears }, (_, back) => latest - back).map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </span>
  );
}
