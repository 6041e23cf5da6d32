import { useState } from 'react';
import { Link } from 'react-router';
import {
  type Dictionary,
  figureAddress,
  type Indicator,
  useFigureText,
} from '../../../indicators/widgets/dictionary.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { CauseList } from './CauseList.tsx';
import type { Report } from './report-shapes.ts';

const causesShown = 5;
const rowsShown = 10;

/** What this report corrects in months that were closed before, with the records that caused it. */
export function Restatements({ dictionary, report }: { dictionary: Dictionary; report: Report }) {
  const t = useWords(words);
  const [showsAll, setShowsAll] = useState(false);
  const { restatements, submission } = report;
  const isFrozen = submission.state === 'confirmed' || submission.state === 'approved';
  if (!isFrozen && restatements.length === 0) return null;
  const shown = showsAll ? restatements : restatements.slice(0, rowsShown);
  return (
    <section className="stack">
      <h2 className="part-head">{t('restate.title')}</h2>
      {restatements.length === 0 ? (
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
              {shown.map((one) => (
                <RestatementRow
                  key={`${one.indicator} ${one.aboutMonth}`}
                  restatement={one}
                  entry={dictionary.indicators.find((entry) => entry.code === one.indicator)}
                  place={submission.place}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {shown.length < restatements.length && (
        <div className="buttons no-print">
          <button type="button" className="button" onClick={() => setShowsAll(true)}>
            {t('restate.all', { count: restatements.length })}
          </button>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  readonly restatement: Report['restatements'][number];
  readonly entry: Indicator | undefined;
  readonly place: number;
}

function RestatementRow({ restatement, entry, place }: RowProps) {
  const t = useWords(words);
  const figure = useFigureText();
  const { month } = useFormat();
  const { indicator, aboutMonth, difference, places, causes } = restatement;
  return (
    <tr>
      <th scope="row">{entry === undefined ? indicator : figure.name(entry)}</th>
      <td>{month(aboutMonth)}</td>
      <td className="end">
        <Link className="figure-link" to={figureAddress({ indicator, place, month: aboutMonth })}>
          {entry === undefined ? difference : figure.change(entry, difference)}
        </Link>
        {places > 1 && <p className="note">{t('restate.places', { count: places })}</p>}
      </td>
      <td>
        <CauseList causes={causes} limit={causesShown} />
      </td>
    </tr>
  );
}
