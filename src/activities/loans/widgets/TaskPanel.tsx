import { Link } from 'react-router';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { listLoanTasks } from '../care-contract.ts';
import { words } from '../words.ts';

const shown = 5;

/** Whom to visit about a loan, the most urgent first; nothing when nobody has to be visited. */
export default function Panel() {
  const t = useWords(words);
  const { date } = useFormat();
  const reply = useReply(listLoanTasks, { query: { limit: shown } });
  if (!reply.data || reply.data.total === 0) return null;
  return (
    <section className="stack">
      <div className="part-head">
        <h2>{t('tasks.title')}</h2>
        <Link to="/loan-tasks">{t('panel.more', { count: reply.data.total })}</Link>
      </div>
      <ul>
        {reply.data.rows.map((row) => (
          <li key={`${row.id} ${row.cause}`}>
            <Light state={row.light} label={date(row.dueOn)} />{' '}
            <Link to={`/loans/${row.county}/${row.id}`}>
              {t(row.cause === 'overdue' ? 'panel.overdue' : 'panel.use', { name: row.borrowerName })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
