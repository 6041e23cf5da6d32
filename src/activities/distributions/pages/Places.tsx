import { Link } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { sumFen } from '../../../platform/pure/money.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { listPlaces } from '../dividend-contract.ts';
import { words } from '../words.ts';
import { keyOf, type PartProps } from './views.ts';

type PlaceRow = ReplyOf<typeof listPlaces>['rows'][number];

/** The same amounts by the members’ own villages, with the sum that shows nothing is lost between them. */
export function Places({ distribution }: PartProps) {
  const t = useWords(words);
  const reply = useReply(listPlaces, { params: keyOf(distribution) });
  return (
    <Loaded reply={reply}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState text={t('lines.empty')} />
        ) : (
          <>
            <p className="note">{t('places.about')}</p>
            <PlaceTable distribution={distribution} rows={rows} />
            <Check distribution={distribution} rows={rows} />
          </>
        )
      }
    </Loaded>
  );
}

interface TableProps extends PartProps {
  readonly rows: readonly PlaceRow[];
}

const amounts = ['refundFen', 'remainderFen', 'totalFen', 'poorFen'] as const;

const heads = {
  refundFen: 'field.refund',
  remainderFen: 'field.remainder',
  totalFen: 'field.total',
  poorFen: 'field.poorTotal',
} as const;

function PlaceTable({ distribution, rows }: TableProps) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const sum = (key: 'members' | 'poor') => rows.reduce((total, row) => total + row[key], 0);
  return (
    <TableScroll label={t('tab.places')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.memberPlace')}</th>
            <th scope="col" className="end">
              {t('field.members')}
            </th>
            <th scope="col" className="end">
              {t('field.poorCount')}
            </th>
            {amounts.map((key) => (
              <th key={key} scope="col" className="end">
                {t(heads[key])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place}>
              <th scope="row">
                <Link to={`/distributions/${distribution.county}/${distribution.id}?tab=lines&place=${row.place}`}>
                  {row.placeName ?? t('places.unnamed')}
                </Link>
              </th>
              <td className="end">{number(row.members)}</td>
              <td className="end">{number(row.poor)}</td>
              {amounts.map((key) => (
                <td key={key} className="end">
                  {yuan(row[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('field.total')}</th>
            <td className="end">{number(sum('members'))}</td>
            <td className="end">{number(sum('poor'))}</td>
            {amounts.map((key) => (
              <td key={key} className="end">
                {yuan(sumFen(rows.map((row) => row[key])))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

function Check({ distribution, rows }: TableProps) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const whole = distribution.totalFen;
  if (whole === null) return null;
  const shownFen = sumFen(rows.map(({ totalFen }) => totalFen));
  if (shownFen === whole) return <p className="strip ok">{t('places.adds', { total: yuan(whole) })}</p>;
  return <p className="strip">{t('places.partly', { shown: yuan(shownFen), total: yuan(whole) })}</p>;
}
