import { type Month, shiftMonth } from '../../platform/pure/period.ts';
import { isPlace, placeLevel } from '../../platform/pure/place.ts';
import { Sparkline } from '../../platform/ui/Charts.tsx';
import { Figure, FigureLink } from '../../platform/ui/Figure.tsx';
import { useFormat, useWords } from '../../platform/ui/language.ts';
import { PlacePicker } from '../../platform/ui/PlacePicker.tsx';
import { useReply } from '../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../platform/ui/States.tsx';
import { TableScroll } from '../../platform/ui/TableScroll.tsx';
import { listFiguresBelow, listPlaceFigures } from '../contract.ts';
import { words } from '../words.ts';
import { type Dictionary, figureAddress, type Indicator, useFigureText } from './dictionary.ts';
import { MonthSwitch } from './MonthSwitch.tsx';
import type { PlaceMonth } from './place-month.ts';

const monthsShown = 12;

/** What an indicator gives for a place: the value with its records, a year of it, and the places below. */
export function FigureOfPlace({ dictionary, at, indicator }: FigureOfPlaceProps) {
  const t = useWords(words);
  const query = { place: at.place, month: at.month, indicator: indicator.code };
  const reply = useReply(listFiguresBelow, { query }, { keepPrevious: true });
  const isVillage = isPlace(at.own) && placeLevel(at.own) === 'village';
  return (
    <Loaded reply={reply}>
      {({ own, rows }) => (
        <section className="stack">
          <div className="part-head">
            <h2>{t('place.title', { place: own.name })}</h2>
            <span className="buttons no-print">
              <MonthSwitch month={at.month} first={dictionary.firstMonth} last={at.current} onChange={at.setMonth} />
              {!isVillage && <PlacePicker compact label={t('place.choose')} value={at.place} onChange={at.setPlace} />}
            </span>
          </div>
          <Value {...{ at, indicator }} own={own} />
          {rows.length > 0 && <Below {...{ at, indicator, rows }} />}
        </section>
      )}
    </Loaded>
  );
}

interface FigureOfPlaceProps {
  readonly dictionary: Dictionary;
  readonly at: PlaceMonth;
  readonly indicator: Indicator;
}

interface PlaceValue {
  readonly place: number;
  readonly name: string;
  readonly value: number | null;
  readonly rowCount: number;
  readonly previous: number | null;
}

function Value({ at, indicator, own }: { at: PlaceMonth; indicator: Indicator; own: PlaceValue }) {
  const t = useWords(words);
  const { month } = useFormat();
  const figure = useFigureText();
  const to = figureAddress({ indicator: indicator.code, place: own.place, month: at.month });
  if (own.value === null) return <EmptyState text={t('place.noFigures')} />;
  return (
    <div className="figure-row">
      <Figure
        label={`${own.name} ${month(at.month)}`}
        value={figure.value(indicator, own.value)}
        {...(indicator.unit === 'bp' ? {} : { unit: figure.unit(indicator), count: own.rowCount })}
        to={to}
        note={<Course {...{ at, indicator }} />}
      />
    </div>
  );
}

function Course({ at, indicator }: { at: PlaceMonth; indicator: Indicator }) {
  const t = useWords(words);
  const figure = useFigureText();
  const from = shiftMonth(at.month as Month, 1 - monthsShown);
  const reply = useReply(listPlaceFigures, { query: { place: at.place, from, to: at.month } });
  const values = (reply.data?.values ?? [])
    .filter((one) => one.indicator === indicator.code)
    .map((one) => one.value ?? undefined);
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined) return null;
  const says = t('place.course', { from: figure.brief(indicator, first), to: figure.brief(indicator, last) });
  return (
    <span className="buttons">
      <Sparkline values={values} says={says} /> {says}
    </span>
  );
}

interface BelowProps {
  readonly at: PlaceMonth;
  readonly indicator: Indicator;
  readonly rows: readonly PlaceValue[];
}

function Below({ at, indicator, rows }: BelowProps) {
  const t = useWords(words);
  const figure = useFigureText();
  return (
    <TableScroll label={t('place.below')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('place.below')}</th>
            <th scope="col" className="end">
              {t('column.value')} <span className="head-unit">({figure.unit(indicator)})</span>
            </th>
            <th scope="col" className="end">
              {t('column.previous')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place}>
              <th scope="row">
                <button type="button" className="button quiet" onClick={() => at.setPlace(row.place)}>
                  {row.name}
                </button>
              </th>
              <td className="end">
                <FigureLink
                  value={figure.value(indicator, row.value)}
                  to={figureAddress({ indicator: indicator.code, place: row.place, month: at.month })}
                  {...(indicator.unit === 'bp' ? {} : { count: row.rowCount })}
                />
              </td>
              <td className="end">{figure.value(indicator, row.previous)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
