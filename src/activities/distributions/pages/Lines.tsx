import { Link } from 'react-router';
import { formatYuan } from '../../../platform/pure/money.ts';
import { download } from '../../../platform/ui/client.ts';
import { FigureLink } from '../../../platform/ui/Figure.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportLines, listLines, printSlips } from '../dividend-contract.ts';
import { poorMarks } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { keyOf, type PartProps } from './views.ts';

type Line = RowOf<typeof listLines>;

/** What each member brings and gets; every amount leads to the account or the shares it comes from. */
export function Lines({ distribution }: PartProps) {
  const t = useWords(words);
  const places = useOwnPlaces();
  const mayExport = useMay('distribution.export');
  const brings = useBrings(distribution);
  const gets = useGets(distribution);
  const slip = useSlip(distribution);
  return (
    <>
      <p className="note">{t('lines.about')}</p>
      {slip.failure && (
        <p className="strip bad" role="alert">
          {slip.failure.title}
        </p>
      )}
      <RecordList
        contract={listLines}
        params={keyOf(distribution)}
        caption={t('tab.lines')}
        rowKey={(row) => row.membershipId}
        rowLink={(row) => `/memberships/${distribution.county}/${row.membershipId}`}
        searchPlaceholder={words['lines.search']}
        filters={[
          { key: 'poor', label: words['field.poor'], kind: 'codes', codes: codesOf('poor', poorMarks) },
          { key: 'place', label: words['field.memberPlace'], kind: 'place', places },
        ]}
        emptyText={t('lines.empty')}
        columns={[...brings, ...gets, ...(mayExport && distribution.state === 'declared' ? [slip.column] : [])]}
        {...(mayExport ? { exportContract: exportLines } : {})}
      />
    </>
  );
}

function useBrings({ county, cooperativeId, ruleSet, year }: PartProps['distribution']): readonly Column<Line>[] {
  const text = useText();
  const { number } = useFormat();
  const accountOf = (row: Line) => `/member-accounts/${county}/${row.membershipId}?year=${year}`;
  const sharesOf = (row: Line) => `/shares/${county}/${cooperativeId}/members/${row.membershipId}`;
  const head: readonly Column<Line>[] = [
    { key: 'number', label: words['field.member'], sortable: true, render: (row) => `${row.number} ${row.name}` },
    { key: 'memberPlaceName', label: words['field.memberPlace'], secondary: true },
    {
      ...{ key: 'poor', label: words['field.poor'], secondary: true },
      render: (row) => text(wordsOf(`code.poor.${row.poor}`)),
    },
  ];
  if (ruleSet !== 'farmers_professional') {
    const render = (row: Line) => <FigureLink value={number(row.shares)} to={sharesOf(row)} />;
    return [...head, { key: 'shares', label: words['field.shares'], align: 'end', secondary: true, render }];
  }
  return [
    ...head,
    {
      ...{ key: 'patronageFen', label: words['field.patronage'], align: 'end', secondary: true },
      unit: words['unit.yuan'],
      render: (row) => <FigureLink value={formatYuan(row.patronageFen)} to={accountOf(row)} />,
    },
    {
      ...{ key: 'contributionFen', label: words['field.contribution'], align: 'end', secondary: true },
      unit: words['unit.yuan'],
      render: (row) => <FigureLink value={formatYuan(row.contributionFen)} to={sharesOf(row)} />,
    },
  ];
}

function useGets({ county, id, ruleSet, state }: PartProps['distribution']): readonly Column<Line>[] {
  const amount = (key: AmountKey, label: Column<Line>['label'], secondary = true): Column<Line> => ({
    ...{ key, label, align: 'end', secondary, unit: words['unit.yuan'] },
    render: (row) => formatYuan(row[key]),
  });
  const total: Column<Line> = { ...amount('totalFen', words['field.total'], false), sortable: true };
  const divided =
    ruleSet === 'farmers_professional'
      ? [
          amount('patronageRefundFen', words['field.refund']),
          amount('remainderFen', words['field.remainder']),
          amount('reserveQuantifiedFen', words['field.reserveQuantified']),
        ]
      : [amount('remainderFen', words['field.remainder']), amount('givenOnFen', words['field.givenOn'])];
  if (state !== 'declared') return [...divided, total];
  return [
    ...divided,
    total,
    {
      ...amount('changedFen', words['field.changed']),
      render: (row) =>
        row.changedFen === 0n ? (
          '–'
        ) : (
          <Link to={`/distributions/${county}/${id}?tab=corrections`}>{formatYuan(row.changedFen)}</Link>
        ),
    },
    amount('paidFen', words['field.paid'], false),
    amount('inFlightFen', words['field.inFlight']),
  ];
}

type AmountKey =
  | 'patronageRefundFen'
  | 'remainderFen'
  | 'givenOnFen'
  | 'reserveQuantifiedFen'
  | 'totalFen'
  | 'changedFen'
  | 'paidFen'
  | 'inFlightFen';

/** The slip of one member, with the sum in plain words. */
function useSlip(distribution: PartProps['distribution']) {
  const t = useWords(words);
  const { run, failure } = useAction();
  const params = keyOf(distribution);
  const print = ({ membershipId }: Line) =>
    download(printSlips, { params, query: { membershipId, origin: location.origin } });
  const column: Column<Line> = {
    ...{ key: 'slip', label: words['field.slip'] },
    render: (row) => (
      <button
        type="button"
        className="button quiet"
        aria-label={`${t('action.slip')} ${row.number} ${row.name}`}
        onClick={() => void run(() => print(row))}
      >
        {t('action.slip')}
      </button>
    ),
  };
  return { column, failure };
}
