import { listPlaceFigures } from '../../../indicators/contract.ts';
import { figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { type Month, shiftMonth } from '../../../platform/pure/period.ts';
import { FigureLink } from '../../../platform/ui/Figure.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { indicatorOf, type PartProps } from './cockpit-shapes.ts';

/** `<VillageFigures cockpit dictionary />`: every figure of a village that is not nothing, this month and the month before. */
export function VillageFigures({ cockpit, dictionary }: PartProps) {
  const t = useWords(words);
  const { place, month } = cockpit;
  const from = shiftMonth(month as Month, -1);
  const reply = useReply(listPlaceFigures, { query: { place, from, to: month } }, { keepPrevious: true });
  return (
    <section className="stack cockpit-part">
      <div className="part-head">
        <h2>{t('figures.title')}</h2>
        <span className="note">{t('figures.about')}</span>
      </div>
      <Loaded reply={reply}>
        {({ values }) => (
          <TableScroll label={t('figures.title')}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('figures.name')}</th>
                  <th scope="col" className="end">
                    {t('figures.now')}
                  </th>
                  <th scope="col" className="end cockpit-before">
                    {t('figures.before')}
                  </th>
                  <th scope="col" className="end">
                    {t('figures.change')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {values
                  .filter((one) => one.month === month)
                  .map(({ indicator, value }) => {
                    const before =
                      values.find((one) => one.month === from && one.indicator === indicator)?.value ?? null;
                    const code = indicator;
                    return value || before ? (
                      <Line key={code} {...{ cockpit, dictionary, code, value, before }} />
                    ) : null;
                  })}
              </tbody>
            </table>
          </TableScroll>
        )}
      </Loaded>
    </section>
  );
}

interface LineProps extends PartProps {
  readonly code: string;
  readonly value: number | null;
  readonly before: number | null;
}

function Line({ cockpit, dictionary, code, value, before }: LineProps) {
  const text = useFigureText();
  const indicator = indicatorOf(dictionary, code);
  if (!indicator) return null;
  const change = value === null || before === null || value === before ? '' : text.change(indicator, value - before);
  return (
    <tr>
      <th scope="row">{text.name(indicator)}</th>
      <td className="end">
        <FigureLink
          value={text.said(indicator, value)}
          to={figureAddress({ indicator: code, place: cockpit.place, month: cockpit.month })}
        />
      </td>
      <td className="end cockpit-before">{text.said(indicator, before)}</td>
      <td className="end cockpit-nowrap">{change}</td>
    </tr>
  );
}
