import { Link } from 'react-router';
import { words as submissionWords } from '../../../activities/submissions/words.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { type CockpitReply, cockpitAddress, reportAddress } from './cockpit-shapes.ts';

const shownAtOnce = 6;

/** `<LateList cockpit />`: how far the reports are, and who holds what is overdue, longest first. */
export function LateList({ cockpit }: { cockpit: CockpitReply }) {
  const t = useWords(words);
  const { number } = useFormat();
  const { held, heldTotal, month } = cockpit;
  const [first, rest] = [held.slice(0, shownAtOnce), held.slice(shownAtOnce)];
  return (
    <section className="stack cockpit-part">
      <div className="part-head">
        <h2>{t('late.title')}</h2>
        {heldTotal > 0 && <Light state="late" label={t('late.total', { count: number(heldTotal) })} />}
      </div>
      <div>
        <Progress cockpit={cockpit} />
        <ul className="cockpit-lines">
          {held.length === 0 && <li>{t('late.none')}</li>}
          {first.map((one) => (
            <Held key={one.place} held={one} month={month} />
          ))}
        </ul>
        {rest.length > 0 && (
          <details className="cockpit-more">
            <summary>{t('late.more', { count: number(rest.length) })}</summary>
            <ul className="cockpit-lines">
              {rest.map((one) => (
                <Held key={one.place} held={one} month={month} />
              ))}
            </ul>
          </details>
        )}
        {heldTotal > held.length && (
          <p className="note cockpit-note">
            <Link to={reportAddress(cockpit.place, month)}>
              {t('late.further', { count: number(heldTotal - held.length) })}
            </Link>
          </p>
        )}
      </div>
    </section>
  );
}

/** One line per level: confirmed and approved of those that are owed. */
function Progress({ cockpit }: { cockpit: CockpitReply }) {
  const t = useWords(words);
  const level = useWords(submissionWords);
  const { number } = useFormat();
  return (
    <dl className="cockpit-progress">
      {cockpit.counts.map((count) => (
        <div key={count.level}>
          <dt>{level(`level.${count.level}`)}</dt>
          <dd>
            <span className="cockpit-bar" aria-hidden="true">
              <span className="sent" style={{ inlineSize: `${(count.sent * 100) / count.owed}%` }} />
              <span className="approved" style={{ inlineSize: `${(count.approved * 100) / count.owed}%` }} />
            </span>
            <span>
              {t('late.count', {
                owed: number(count.owed),
                sent: number(count.sent),
                approved: number(count.approved),
              })}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Held({ held, month }: { held: CockpitReply['held'][number]; month: string }) {
  const t = useWords(words);
  const { number } = useFormat();
  const step = held.by === 'above' ? 'above' : held.state === 'returned' ? 'returned' : 'self';
  const people = held.holderPeople === '' ? t('late.vacant') : held.holderPeople;
  return (
    <li>
      <span>
        <Link to={cockpitAddress(held.place, month)}>{held.placeName}</Link>{' '}
        {t(`late.${step}`, { holder: held.holderName || t('late.outside') })} <span className="note">{people}</span>
      </span>
      <Link to={reportAddress(held.place, month)} className="light late">
        {t('late.days', { days: number(held.lateDays) })}
      </Link>
    </li>
  );
}
