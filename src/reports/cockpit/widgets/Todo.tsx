import { Link } from 'react-router';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { type CockpitReply, reportAddress } from './cockpit-shapes.ts';

/**
 * `<Todo cockpit />`: what the reader has to do for the month, in one line with one press; nothing where it is not his
 * turn. `<ReportState cockpit />`: how far the report of the place is, beside the title.
 */
export function Todo({ cockpit }: { cockpit: CockpitReply }) {
  const t = useWords(words);
  const format = useFormat();
  const { report, placeName: place } = cockpit;
  const task = taskOf(cockpit);
  if (!task) return null;
  const month = format.month(report.month);
  const due = format.date(report.answerBy ?? report.dueOn);
  const text = t(`todo.${task}`, { place, month, due, count: countWaiting(cockpit) });
  if (task === 'none' || task === 'running') return <p className="strip">{text}</p>;
  return (
    <div className={`strip no-print ${report.light === 'late' && task !== 'approve' ? 'bad' : 'warn'}`}>
      <span>
        {text}
        {report.returns.map((item) => (
          <span key={`${item.indicator} ${item.reason}`} className="cockpit-sub">
            {t('todo.reason', { reason: item.reason })}
          </span>
        ))}
      </span>
      <Link to={reportAddress(report.place, report.month)} className="button primary">
        {t(task === 'approve' ? 'todo.goApprove' : 'todo.goConfirm')}
      </Link>
    </div>
  );
}

export function ReportState({ cockpit: { report } }: { cockpit: CockpitReply }) {
  const t = useWords(words);
  const { date } = useFormat();
  if (!report.owed) return null;
  return (
    <Light state={report.light} label={t(`state.${report.state}`, { due: date(report.answerBy ?? report.dueOn) })} />
  );
}

function taskOf(cockpit: CockpitReply): 'none' | 'running' | 'approve' | 'open' | 'returned' | undefined {
  const { report, allowed, currentMonth, level } = cockpit;
  if (!report.owed) return 'none';
  if (report.month >= currentMonth) return 'running';
  if (countWaiting(cockpit) > 0) return 'approve';
  const direct = cockpit.counts.find((one) => one.level === levelBelow[level]);
  const isReady = direct === undefined || direct.approved === direct.owed;
  const isOpen = report.state === 'open' || report.state === 'returned';
  return allowed.includes('submission.confirm') && isOpen && isReady
    ? report.state === 'returned'
      ? 'returned'
      : 'open'
    : undefined;
}

/** Reports directly below that the reader may approve now: only the next level up approves, so only at his own place. */
function countWaiting({ allowed, level, counts, parents }: CockpitReply): number {
  const direct = counts.find((one) => one.level === levelBelow[level]);
  const isOwn = parents.length === 0;
  return direct && isOwn && allowed.includes('submission.approve') ? direct.sent - direct.approved : 0;
}

const levelBelow = { city: 'banner', banner: 'township', township: 'village', village: undefined } as const;
