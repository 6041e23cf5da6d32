import { Link, useParams, useSearchParams } from 'react-router';
import { download } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { exportIncome, getIncome, type IncomeView } from '../contract.ts';
import { chooseEntries, incomeKinds } from '../rules.ts';
import { words } from '../words.ts';
import { Entries } from './Entries.tsx';
import { Months } from './Months.tsx';
import type { Shown } from './shown.ts';

/** What a household received in a year, from the records of those who paid it. */
export default function Page() {
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const [search] = useSearchParams();
  const asked = Number(search.get('year'));
  const query = asked > 0 ? { year: asked } : {};
  const reply = useReply(getIncome, { params, query }, { keepPrevious: true });
  const kind = incomeKinds.find((one) => one === search.get('kind'));
  const month = search.get('month');
  return (
    <Loaded reply={reply} asPage>
      {(income) => {
        const shown = { year: income.year, ...(kind ? { kind } : {}), ...(month ? { month } : {}) };
        return <Income income={income} shown={shown} />;
      }}
    </Loaded>
  );
}

function Income({ income, shown }: { readonly income: IncomeView; readonly shown: Shown }) {
  const t = useWords(words);
  const { year } = income;
  return (
    <>
      <Head income={income} shown={shown} />
      <YearChoice income={income} />
      {income.entries.length === 0 ? (
        <EmptyState text={t('empty', { year })} />
      ) : (
        <>
          <Months income={income} />
          <Entries entries={chooseEntries(income.entries, shown)} shown={shown} />
        </>
      )}
    </>
  );
}

function Head({ income, shown }: { readonly income: IncomeView; readonly shown: Shown }) {
  const t = useWords(words);
  const { run, pending, failure } = useAction();
  const { county, id } = income;
  const save = () => run(() => download(exportIncome, { params: { county, id }, query: shown }));
  return (
    <>
      <PageHead
        title={t('title.of', { name: income.name })}
        about={`${income.placeName} ${income.number} · ${t('about')}`}
        back={<Link to={`/households/${county}/${id}`}>{t('action.household')}</Link>}
        actions={
          <>
            {income.allowed.includes('household_income.export') && income.entries.length > 0 && (
              <button type="button" className="button" disabled={pending} onClick={() => void save()}>
                {t('action.export')}
              </button>
            )}
            <button type="button" className="button" onClick={() => window.print()}>
              {t('action.print')}
            </button>
          </>
        }
      />
      {failure && <p className="strip bad">{failure.title}</p>}
    </>
  );
}

function YearChoice({ income: { year, years } }: { readonly income: IncomeView }) {
  const t = useWords(words);
  const [, setSearch] = useSearchParams();
  return (
    <div className="list-tools">
      <span className="list-filter">
        <label htmlFor="income-year">{t('field.year')}</label>
        <select
          id="income-year"
          className="input"
          value={year}
          onChange={(event) => setSearch({ year: event.target.value })}
        >
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
