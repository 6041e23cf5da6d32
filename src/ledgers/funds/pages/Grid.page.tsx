import { Link, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { download } from '../../../platform/ui/client.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { PlacePicker } from '../../../platform/ui/PlacePicker.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded, Skeleton } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { exportGrid, getGrid } from '../order-contract.ts';
import { type GridState, gridStates } from '../order-rules.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';

type Grid = ReplyOf<typeof getGrid>;

/** Every key poor village by year: exact, short, over, double, or not due. */
export default function Page() {
  const t = useWords(words);
  const [search, setSearch] = useSearchParams();
  const place = Number(search.get('place')) || undefined;
  const state = gridStates.find((one) => one === search.get('state'));
  const query = { place, state };
  const reply = useReply(getGrid, { query }, { keepPrevious: true });
  const change = (key: string, value: string | undefined) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === undefined || value === '') next.delete(key);
      else next.set(key, value);
      return next;
    });
  const mayExport = useMay('fund.oversee_export');
  return (
    <>
      <PageHead
        title={t('grid.title')}
        about={t('grid.intro')}
        actions={
          <>
            <FundLinks group="orders" />
            {mayExport && (
              <button type="button" className="button" onClick={() => void download(exportGrid, { query })}>
                Excel
              </button>
            )}
            <button type="button" className="button" onClick={() => window.print()}>
              {t('action.print')}
            </button>
          </>
        }
      />
      <div className="list-tools no-print">
        <PlacePicker
          compact
          label={t('field.place')}
          value={place}
          onChange={(code) => change('place', code?.toString())}
        />
        <StateFilter state={state} onChange={(value) => change('state', value)} />
      </div>
      <Loaded reply={reply} skeleton={<Skeleton rows={12} />}>
        {(grid) => (grid.rows.length === 0 ? <EmptyState text={t('grid.empty')} /> : <GridTable grid={grid} />)}
      </Loaded>
    </>
  );
}

function StateFilter({ state, onChange }: { state: GridState | undefined; onChange: (state: string) => void }) {
  const t = useWords(words);
  const speak = useCodes();
  return (
    <label className="list-filter">
      <span>{t('field.state')}</span>
      <select className="input" value={state ?? ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">–</option>
        {gridStates.map((one) => (
          <option key={one} value={one}>
            {speak('gridState', one)}
          </option>
        ))}
      </select>
    </label>
  );
}

function GridTable({ grid: { years, rows } }: { grid: Grid }) {
  const t = useWords(words);
  const speak = useCodes();
  const { number, yuan } = useFormat();
  return (
    <TableScroll label={t('grid.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.banner')}</th>
            <th scope="col">{t('field.village')}</th>
            {years.map(({ year, grantFen }) => (
              <th key={year} scope="col">
                {year}
                {grantFen !== null && <span className="head-unit"> {yuan(grantFen)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place}>
              <td>{row.bannerName}</td>
              <th scope="row">{row.placeName}</th>
              {years.map(({ year }) => (
                <GridCell key={year} cell={row.cells.find((cell) => cell.year === year)} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {number(rows.length)}
            </th>
            {years.map(({ year, states }) => (
              <td key={year}>
                {gridStates
                  .filter((state) => (states[state] ?? 0) > 0)
                  .map((state) =>
                    t('grid.sum', { state: speak('gridState', state) ?? state, count: number(states[state] ?? 0) }),
                  )
                  .join(' · ')}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

function GridCell({ cell }: { cell: Grid['rows'][number]['cells'][number] | undefined }) {
  const speak = useCodes();
  const { yuan } = useFormat();
  if (!cell) return <td>–</td>;
  const said = speak('gridState', cell.state);
  return (
    <td>
      <span className={lights[cell.state]}>{said}</span>{' '}
      {cell.orderId !== null && (
        <Link to={`/fund-orders/${cell.orderCounty}/${cell.orderId}`}>{yuan(cell.receivedFen)}</Link>
      )}
    </td>
  );
}

const lights: Readonly<Record<GridState, string>> = {
  none: 'tag',
  exact: 'tag good',
  short: 'tag bad',
  over: 'tag bad',
  double: 'tag bad',
  unflagged: 'tag bad',
};
