import { Link, useSearchParams } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { listSpending } from '../outcome-contract.ts';
import { words } from '../words.ts';
import { Part } from './Part.tsx';

/** What was paid for projects month by month. */
export default function Page() {
  const t = useWords(words);
  const { month, percent, yuan } = useFormat();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year') ?? today.slice(0, 4));
  const reply = useReply(listSpending, { query: { year } });
  const step = (by: number, label: string) => (
    <button type="button" className="button quiet" onClick={() => setSearch({ year: String(year + by) })}>
      {label}
    </button>
  );
  const actions = (
    <>
      {step(-1, `‹ ${year - 1}`)}
      {step(1, `${year + 1} ›`)}
      <Link className="button" to="/fund-idle">
        {t('action.idle')}
      </Link>
    </>
  );
  return (
    <>
      <PageHead
        title={`${t('title.spending')} ${year}`}
        about={t('intro.spending')}
        back={<Link to="/projects">{t('title')}</Link>}
        actions={actions}
      />
      <Loaded reply={reply}>
        {({ budgetFen, beforeFen, months }) => (
          <>
            <p>{t('spending.sum', { budget: yuan(budgetFen), before: yuan(beforeFen) })}</p>
            <Part
              title={t('title.spending')}
              empty=""
              heads={[
                { label: words['field.month'] },
                { label: words['field.paid'], end: true },
                { label: words['field.total'], end: true },
                { label: words['field.spent'], end: true },
              ]}
            >
              {months.map((row) => (
                <tr key={row.month}>
                  <th scope="row">{month(row.month)}</th>
                  <td className="end">{yuan(row.paidFen)}</td>
                  <td className="end">{yuan(row.totalFen)}</td>
                  <td className="end">{row.spentBp === null ? '–' : percent(row.spentBp)}</td>
                </tr>
              ))}
            </Part>
          </>
        )}
      </Loaded>
    </>
  );
}
