import { useWords } from '../../../platform/ui/language.ts';
import { fiscalYearOf } from '../closing-rules.ts';
import { words } from '../words.ts';
import type { Book } from './BookFrame.tsx';
import { firstUsefulDay } from './period.tsx';

interface YearProps {
  readonly book: Book;
  readonly value: number;
  readonly onChange: (year: number) => void;
}

/** The fiscal years of a book so far, the latest first. */
export function YearSelect({ book, value, onChange }: YearProps) {
  const t = useWords(words);
  const first = fiscalYearOf(book.startsOn, book.fiscalYearStart).year;
  const last = fiscalYearOf(firstUsefulDay(book), book.fiscalYearStart).year;
  const years = Array.from({ length: last - first + 1 }, (_, back) => last - back);
  return (
    <label className="list-filter">
      <span>{t('statement.year')}</span>
      <select className="input" value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}
