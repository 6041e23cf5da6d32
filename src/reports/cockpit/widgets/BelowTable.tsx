import { Link } from 'react-router';
import { figureAddress, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { FigureLink } from '../../../platform/ui/Figure.tsx';
import { LightLegend, LightStrip } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { type CockpitReply, cockpitAddress, indicatorOf, type PartProps, reportAddress } from './cockpit-shapes.ts';

/**
 * `<BelowTable cockpit dictionary />`: one row for each place directly below, with figures, twelve lights and what is
 * overdue; of a village, its own twelve lights.
 */
export function BelowTable({ cockpit, dictionary }: PartProps) {
  const t = useWords(words);
  const text = useFigureText();
  const columns = cockpit.columns.flatMap((code) => indicatorOf(dictionary, code) ?? []);
  return (
    <section className="stack">
      <div className="part-head">
        <h2>{t(`below.${cockpit.level}`)}</h2>
        <LightLegend />
      </div>
      {cockpit.below.length === 0 ? (
        <Lights cockpit={cockpit} place={cockpit.place} name={cockpit.placeName} lights={cockpit.ownLights} />
      ) : (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('below.place')}</th>
                {columns.map((column) => (
                  <th key={column.code} scope="col" className="end">
                    {text.name(column)}
                  </th>
                ))}
                <th scope="col">{t('below.lights')}</th>
                <th scope="col">{t('below.late')}</th>
              </tr>
            </thead>
            <tbody>
              {cockpit.below.map((row) => (
                <tr key={row.place}>
                  <th scope="row">
                    <Link to={cockpitAddress(row.place, cockpit.month)}>{row.name}</Link>
                  </th>
                  {columns.map((column, index) => (
                    <td key={column.code} className="end">
                      <FigureLink
                        value={text.value(column, row.values[index] ?? null)}
                        to={figureAddress({ indicator: column.code, place: row.place, month: cockpit.month })}
                      />
                    </td>
                  ))}
                  <td>
                    <Lights cockpit={cockpit} place={row.place} name={row.name} lights={row.lights} />
                  </td>
                  <td>
                    <Late place={row.place} month={cockpit.month} count={row.late} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface LightsProps {
  readonly cockpit: CockpitReply;
  readonly place: number;
  readonly name: string;
  readonly lights: CockpitReply['ownLights'];
}

/** Each light opens the month it stands for: what is missing there, not the report that does not exist. */
function Lights({ cockpit, place, name, lights }: LightsProps) {
  const t = useWords(words);
  const months = cockpit.months.map((month, index) => {
    const state = lights[index] ?? 'exempt';
    const opens = state === 'exempt' || state === 'none' ? {} : { to: cockpitAddress(place, month) };
    return { month, state, ...opens };
  });
  return <LightStrip months={months} label={t('below.lightsOf', { place: name })} />;
}

function Late({ place, month, count }: { place: number; month: string; count: number }) {
  const t = useWords(words);
  const { number } = useFormat();
  if (count === 0) return <span className="note">{t('below.none')}</span>;
  return (
    <Link to={reportAddress(place, month)} className="light late">
      {t('below.lateCount', { count: number(count) })}
    </Link>
  );
}
