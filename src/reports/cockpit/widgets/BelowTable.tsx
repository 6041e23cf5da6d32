import { Link } from 'react-router';
import { figureAddress, type Indicator, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { FigureLink } from '../../../platform/ui/Figure.tsx';
import { LightLegend, LightStrip } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { type CockpitReply, cockpitAddress, indicatorOf, type PartProps, reportAddress } from './cockpit-shapes.ts';
import { useShortName } from './Headlines.tsx';

/**
 * `<BelowTable cockpit dictionary />`: one row for each place directly below, with figures, twelve lights and what is
 * overdue, and the place itself under a double rule.
 */
export function BelowTable({ cockpit, dictionary }: PartProps) {
  const t = useWords(words);
  const columns = cockpit.columns.flatMap((code) => indicatorOf(dictionary, code) ?? []);
  const title = t(`below.${cockpit.level}`);
  return (
    <section className="stack cockpit-part">
      <div className="part-head">
        <h2>{title}</h2>
        <LightLegend />
      </div>
      <TableScroll label={title}>
        <table className="table cockpit-table">
          <Head columns={columns} cockpit={cockpit} />
          <tbody>
            {cockpit.below.map((row) => (
              <Row key={row.place} {...{ cockpit, columns, row }}>
                <Link to={cockpitAddress(row.place, cockpit.month)}>{row.name}</Link>
              </Row>
            ))}
          </tbody>
          <tfoot>
            <Row {...{ cockpit, columns }} row={ownRow(cockpit)}>
              {cockpit.placeName}
            </Row>
          </tfoot>
        </table>
      </TableScroll>
    </section>
  );
}

/** `<OwnLights cockpit />`: twelve months of the place itself. */
export function OwnLights({ cockpit }: { cockpit: CockpitReply }) {
  const t = useWords(words);
  const format = useFormat();
  const { months, ownLights: lights, place, placeName: name } = cockpit;
  return (
    <section className="stack cockpit-part">
      <div className="part-head">
        <h2>{t('below.lights')}</h2>
        <span className="note">
          {format.month(months[0] ?? '')} – {format.month(cockpit.month)}
        </span>
      </div>
      <div className="sheet stack">
        <Lights {...{ cockpit, place, name, lights }} />
        <LightLegend />
      </div>
    </section>
  );
}

function Head({ columns, cockpit }: { columns: readonly Indicator[]; cockpit: CockpitReply }) {
  const t = useWords(words);
  const text = useFigureText();
  const short = useShortName();
  const { months } = cockpit;
  return (
    <thead>
      <tr>
        <th scope="col">{t(`column.${cockpit.level}`)}</th>
        {columns.map((column) => (
          <th key={column.code} scope="col" className="end" title={text.name(column)}>
            {short(column)}
          </th>
        ))}
        <th scope="col">
          <span className="cockpit-months">
            <span className="hidden-text">{t('below.lights')}</span>
            {months.map((month) => (
              <span key={month} aria-hidden="true">
                {Number(month.slice(5))}
              </span>
            ))}
          </span>
        </th>
        <th scope="col" className="end">
          {t('below.late')}
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly cockpit: CockpitReply;
  readonly columns: readonly Indicator[];
  readonly row: Pick<CockpitReply['below'][number], 'place' | 'name' | 'values' | 'lights' | 'late'>;
  readonly children: React.ReactNode;
}

function Row({ cockpit, columns, row, children }: RowProps) {
  const text = useFigureText();
  const { place, name, lights } = row;
  return (
    <tr>
      <th scope="row">{children}</th>
      {columns.map((column, index) => (
        <td key={column.code} className="end">
          <FigureLink
            value={text.said(column, row.values[index] ?? null)}
            to={figureAddress({ indicator: column.code, place, month: cockpit.month })}
          />
        </td>
      ))}
      <td>
        <Lights {...{ cockpit, place, name, lights }} />
      </td>
      <td className="cockpit-late">
        <Late place={place} month={cockpit.month} count={row.late} />
      </td>
    </tr>
  );
}

function ownRow(cockpit: CockpitReply): RowProps['row'] {
  const own = new Map(cockpit.headlines.map((one) => [one.indicator, one.value]));
  return {
    place: cockpit.place,
    name: cockpit.placeName,
    values: cockpit.columns.map((code) => own.get(code) ?? null),
    lights: cockpit.ownLights,
    late: cockpit.heldTotal,
  };
}

interface LightsProps {
  readonly cockpit: CockpitReply;
  readonly place: number;
  readonly name: string;
  readonly lights: CockpitReply['ownLights'];
}

/** Each light opens the month it stands for: what is missing there, not a report that does not exist. */
function Lights({ cockpit, place, name, lights }: LightsProps) {
  const t = useWords(words);
  const months = cockpit.months.map((month, index) => {
    const state = lights[index] ?? 'exempt';
    const opens = state === 'exempt' || month < cockpit.firstMonth ? {} : { to: cockpitAddress(place, month) };
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
