import { Link } from 'react-router';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { listApprovals } from '../contract.ts';
import { words } from '../words.ts';

const shown = 5;

/** What waits for the reader's decision, the most urgent first; nothing when nothing waits. */
export default function Panel() {
  const t = useWords(words);
  const { date } = useFormat();
  const reply = useReply(listApprovals, { query: { box: 'waiting', limit: shown } });
  if (!reply.data || reply.data.total === 0) return null;
  return (
    <section className="stack">
      <div className="part-head">
        <h2>{t('panel.title')}</h2>
        <Link to="/approvals">{t('panel.more', { count: reply.data.total })}</Link>
      </div>
      <ul>
        {reply.data.rows.map((row) => (
          <li key={row.id}>
            <Light state={row.light} label={date(row.dueOn)} />{' '}
            <Link to={`/approvals/${row.county}/${row.id}`}>{row.title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
