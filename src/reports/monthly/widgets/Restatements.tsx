import { Link } from 'react-router';
import { type Dictionary, figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { CauseList } from './CauseList.tsx';
import type { Report } from './report-shapes.ts';

const causesShown = 5;

/** What this report corrects in months that were closed before, with the records that caused it. */
export function Restatements({ dictionary, report }: { dictionary: Dictionary; report: Report }) {
  const t = useWords(words);
  const figure = useFigureText();
  const { month } = useFormat();
  const entries = new Map(dictionary.indicators.map((entry) => [entry.code, entry]));
  if (report.submission.state === 'open' && report.restatements.length === 0) return null;
  return (
    <section className="stack">
      <h2 className="part-head">{t('restate.title')}</h2>
      {report.restatements.length === 0 ? (
        <p className="note">{t('restate.none')}</p>
      ) : (
        <TableScroll label={t('restate.title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('restate.month')}</th>
                <th scope="col" className="end">
                  {t('restate.difference')}
                </th>
                <th scope="col">{t('restate.causes')}</th>
              </tr>
            </thead>
            <tbody>
              {report.restatements.map((one) => {
                const entry = entries.get(one.indicator);
                const at = { indicator: one.indicator, place: report.submission.place, month: one.aboutMonth };
                return (
                  <tr key={`${one.indicator} ${one.aboutMonth}`}>
                    <th scope="row">{entry === undefined ? one.indicator : figure.name(entry)}</th>
                    <td>{month(one.aboutMonth)}</td>
                    <td className="end">
                      <Link className="figure-link" to={figureAddress({ ...at, as: 'live' })}>
                        {entry === undefined ? one.difference : figure.change(entry, one.difference)}
                      </Link>
                      {one.places > 1 && <p className="note">{t('restate.places', { count: one.places })}</p>}
                    </td>
                    <td>
                      <CauseList causes={one.causes} limit={causesShown} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
