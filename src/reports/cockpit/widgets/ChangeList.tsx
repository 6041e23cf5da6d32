import { Link } from 'react-router';
import { figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { cockpitAddress, indicatorOf, type PartProps, reportAddress } from './cockpit-shapes.ts';

/** `<ChangeList cockpit dictionary />`: what moved most since the month before, and what was corrected in earlier ones. */
export function ChangeList({ cockpit, dictionary }: PartProps) {
  const t = useWords(words);
  return (
    <section className="stack cockpit-part">
      <div className="part-head">
        <h2>{t('changes.title')}</h2>
        <span className="note">{t('changes.about')}</span>
      </div>
      <div>
        <Movements cockpit={cockpit} dictionary={dictionary} />
        {cockpit.restatements.length > 0 && <h3 className="cockpit-subhead">{t('restated.title')}</h3>}
        <Restated cockpit={cockpit} dictionary={dictionary} />
      </div>
    </section>
  );
}

/** `<RestatedList cockpit dictionary />`: only the corrections, where every figure shows its own change already. */
export function RestatedList({ cockpit, dictionary }: PartProps) {
  const t = useWords(words);
  if (cockpit.restatements.length === 0) return null;
  return (
    <section className="stack cockpit-part">
      <div className="part-head">
        <h2>{t('restated.title')}</h2>
      </div>
      <Restated cockpit={cockpit} dictionary={dictionary} />
    </section>
  );
}

function Movements({ cockpit, dictionary }: PartProps) {
  const t = useWords(words);
  const text = useFigureText();
  const { movements, month } = cockpit;
  return (
    <ul className="cockpit-lines">
      {movements.length === 0 && <li>{t('changes.none')}</li>}
      {movements.map(({ place, placeName, indicator: code, value, previous }) => {
        const indicator = indicatorOf(dictionary, code);
        if (!indicator) return null;
        return (
          <li key={`${place} ${code}`}>
            <span>
              <Link to={cockpitAddress(place, month)}>{placeName}</Link> {text.name(indicator)}
            </span>
            <span className="cockpit-step">
              <span className="number cockpit-before">{text.said(indicator, previous)} →</span>{' '}
              <Link to={figureAddress({ indicator: code, place, month })} className="number figure-link">
                {text.said(indicator, value)}
              </Link>{' '}
              <span className="number cockpit-change">{text.change(indicator, value - previous)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Restated({ cockpit, dictionary }: PartProps) {
  const t = useWords(words);
  const text = useFigureText();
  const format = useFormat();
  return (
    <ul className="cockpit-lines">
      {cockpit.restatements.map(({ aboutMonth, indicator: code, difference, places }) => {
        const indicator = indicatorOf(dictionary, code);
        if (!indicator) return null;
        return (
          <li key={`${aboutMonth} ${code}`}>
            <span>
              {format.month(aboutMonth)} {text.name(indicator)}
            </span>
            <Link to={reportAddress(cockpit.place, cockpit.month)} className="number figure-link">
              {text.change(indicator, difference)} {t('restated.places', { places: format.number(places) })}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
