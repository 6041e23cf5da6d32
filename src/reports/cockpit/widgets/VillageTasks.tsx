import { Link } from 'react-router';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { type CockpitReply, reportAddress } from './cockpit-shapes.ts';

/** `<VillageTasks cockpit />`: what a village has to do for the month, in one line with one press. */
export function VillageTasks({ cockpit }: { cockpit: CockpitReply }) {
  const t = useWords(words);
  const { report } = cockpit;
  const isUrgent = report.state === 'open' || report.state === 'returned';
  return (
    <section className="stack">
      <div className="part-head">
        <h2>{t('todo.title')}</h2>
        <Light state={report.light} />
      </div>
      <div className={isUrgent && report.light === 'late' ? 'strip bad' : isUrgent ? 'strip warn' : 'strip ok'}>
        <span>
          <Task cockpit={cockpit} />
          {report.returns.map((item) => (
            <span key={`${item.indicator} ${item.reason}`} className="cockpit-sub">
              {t('todo.reason', { reason: item.reason })}
            </span>
          ))}
        </span>
        {report.owed && (
          <Link to={reportAddress(report.place, report.month)} className={isUrgent ? 'button primary' : 'button'}>
            {isUrgent ? t('todo.go') : t('page.report')}
          </Link>
        )}
      </div>
    </section>
  );
}

function Task({ cockpit: { report } }: { cockpit: CockpitReply }) {
  const t = useWords(words);
  const format = useFormat();
  const month = format.month(report.month);
  if (!report.owed) return t('todo.none');
  switch (report.state) {
    case 'open':
      return t(report.light === 'none' ? 'todo.open' : 'todo.confirm', { month, due: format.date(report.dueOn) });
    case 'returned':
      return t('todo.returned', { month, due: format.date(report.answerBy ?? report.dueOn) });
    case 'confirmed':
      return t('todo.waiting', { month });
    case 'approved':
      return t('todo.done', { month });
  }
}
