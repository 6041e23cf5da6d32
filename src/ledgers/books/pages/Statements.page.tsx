import { useSearchParams } from 'react-router';
import { MonthInput } from '../../../platform/ui/DateInput.tsx';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { fiscalYearOf } from '../closing-rules.ts';
import { exportStatement, getStatement, type StatementName, statements } from '../report-contract.ts';
import { words } from '../words.ts';
import { type Book, BookFrame } from './BookFrame.tsx';
import { firstUsefulDay } from './period.tsx';
import { ReportTools } from './ReportTools.tsx';
import { StatementNotes } from './StatementNotes.tsx';
import { StatementTable } from './StatementTable.tsx';
import { YearSelect } from './YearSelect.tsx';

export default function Page() {
  const t = useWords(words);
  return (
    <BookFrame title={t('tab.statements')} about={t('statement.intro')}>
      {(book) => <Report book={book} />}
    </BookFrame>
  );
}

function Report({ book }: { book: Book }) {
  const t = useWords(words);
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const offered = statements.filter((name) => name !== 'equity' || book.chart === 'coop37');
  const statement = offered.find((name) => name === search.get('form')) ?? 'sheet';
  const year = Number(search.get('year') ?? fiscalYearOf(firstUsefulDay(book), book.fiscalYearStart).year);
  const month = search.get('month') ?? '';
  const params = { county: book.county, id: book.id, statement };
  const query = { year, ...(month ? { month } : {}) };
  const reply = useReply(getStatement, { params, query }, { keepPrevious: true });
  const set = (change: Readonly<Record<string, string>>) =>
    setSearch((before) => ({ ...Object.fromEntries(before), ...change }), { replace: true });
  return (
    <section className="list" aria-label={t('tab.statements')}>
      <ReportTools book={book} contract={exportStatement} input={{ params, query }}>
        <label className="list-filter">
          <span>{t('tab.statements')}</span>
          <select className="input" value={statement} onChange={(event) => set({ form: event.target.value })}>
            {offered.map((name) => (
              <option key={name} value={name}>
                {text(words[titleKey(book, name)])}
              </option>
            ))}
          </select>
        </label>
        <YearSelect book={book} value={year} onChange={(chosen) => set({ year: String(chosen), month: '' })} />
        <span className="list-filter">
          <span>{t('statement.through')}</span>
          <MonthInput aria-label={t('statement.through')} value={month} onCommit={(chosen) => set({ month: chosen })} />
        </span>
      </ReportTools>
      <Loaded reply={reply}>
        {(shown) => (
          <>
            <h2>{text(words[titleKey(book, statement)])}</h2>
            <StatementTable {...{ book, statement, shown }} />
            <StatementNotes {...{ book, statement, shown }} />
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Collectives call their result otherwise than cooperatives. */
function titleKey(book: Book, name: StatementName) {
  if (name === 'surplus' && book.chart !== 'coop37') return 'statement.surplus.collective';
  return `statement.${name}` as const;
}
