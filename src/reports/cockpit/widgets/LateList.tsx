import { Link } from 'react-router';
import { words as submissionWords } from '../../../activities/submissions/words.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { EmptyState } from '../../../platform/ui/States.tsx';
import { words } from '../words.ts';
import { type CockpitReply, type PartProps, reportAddress } from './cockpit-shapes.ts';

/** `<LateList cockpit />`: overdue reports, longest first, each with the post that has to act and who holds it. */
export function LateList({ cockpit }: Pick<PartProps, 'cockpit'>) {
  const t = useWords(words);
  const level = useWords(submissionWords);
  const { number } = useFormat();
  return (
    <section className="stack">
      <div className="part-head">
        <h2>{t('late.title')}</h2>
        {cockpit.heldTotal > 0 && <span className="note">{t('late.total', { count: number(cockpit.heldTotal) })}</span>}
      </div>
      {cockpit.counts.length > 0 && (
        <p className="note">
          {cockpit.counts
            .map((count) => t('late.count', { ...count, level: level(`level.${count.level}`) }))
            .join(' · ')}
        </p>
      )}
      {cockpit.held.length === 0 ? (
        <EmptyState text={t('late.none')} />
      ) : (
        <ul className="cockpit-lines">
          {cockpit.held.map((held) => (
            <Held key={held.place} held={held} month={cockpit.month} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Held({ held, month }: { held: CockpitReply['held'][number]; month: string }) {
  const t = useWords(words);
  const step = held.by === 'above' ? 'above' : held.state === 'returned' ? 'returned' : 'self';
  return (
    <li>
      <span>
        <Link to={reportAddress(held.place, month)}>{held.placeName}</Link>{' '}
        {t(`late.${step}`, { holder: held.holderName || held.placeName })}
        <span className="cockpit-sub">
          {held.holderPeople === '' ? t('late.vacant') : t('late.people', { people: held.holderPeople })}
        </span>
      </span>
      <Light state="late" label={t('late.days', { days: held.lateDays })} />
    </li>
  );
}
