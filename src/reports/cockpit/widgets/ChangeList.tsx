import { Link } from 'react-router';
import { figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { EmptyState } from '../../../platform/ui/States.tsx';
import { words } from '../words.ts';
import { indicatorOf, type PartProps, reportAddress } from './cockpit-shapes.ts';

/** `<ChangeList cockpit dictionary />`: what moved most since the month before, and what was corrected in earlier ones. */
export function ChangeList({ cockpit, dictionary }: PartProps) {
  const t = useWords(words);
  const text = useFigureText();
  const format = useFormat();
  return (
    <section className="stack">
      <div className="part-head">
        <h2>{t('changes.title')}</h2>
      </div>
      {cockpit.movements.length === 0 ? (
        <EmptyState text={t('changes.none')} />
      ) : (
        <ul className="cockpit-lines">
          {cockpit.movements.map(({ place, placeName, indicator: code, value, previous }) => {
            const indicator = indicatorOf(dictionary, code);
            if (!indicator) return null;
            return (
              <li key={`${place} ${code}`}>
                <span>
                  {placeName} · {text.name(indicator)}
                </span>
                <Link to={figureAddress({ indicator: code, place, month: cockpit.month })} className="number">
                  {t('changes.line', {
                    previous: text.value(indicator, previous),
                    value: text.value(indicator, value),
                    change: text.change(indicator, value - previous),
                  })}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      {cockpit.restatements.length > 0 && (
        <>
          <h3>{t('restated.title')}</h3>
          <ul className="cockpit-lines">
            {cockpit.restatements.map(({ aboutMonth, indicator: code, difference, places }) => {
              const indicator = indicatorOf(dictionary, code);
              if (!indicator) return null;
              return (
                <li key={`${aboutMonth} ${code}`}>
                  <span>{text.name(indicator)}</span>
                  <Link to={reportAddress(cockpit.place, cockpit.month)} className="number">
                    {t('restated.line', {
                      month: format.month(aboutMonth),
                      change: text.change(indicator, difference),
                      places: format.number(places),
                    })}
                  </Link>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
