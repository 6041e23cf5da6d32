import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportDistributions, listDistributions } from '../contract.ts';
import { distributionStates } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

type Row = RowOf<typeof listDistributions>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayMake = useMay('distribution.make');
  const toNew = mayMake && (
    <Link className="button primary" to="/distributions/new">
      {t('action.new')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={toNew} />
      <RecordList
        contract={listDistributions}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/distributions/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('state', distributionStates) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportDistributions}
        emptyText={t('empty')}
        emptyAction={toNew}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, yuan } = useFormat();
  const money = (key: 'totalFen' | 'paidFen' | 'inFlightFen' | 'unclaimedFen', label: Column<Row>['label']) => ({
    ...{ key, label, align: 'end' as const },
    render: (row: Row) => (row[key] === null ? '—' : yuan(row[key])),
  });
  return [
    { key: 'cooperativeName', label: words['field.cooperative'], sortable: true },
    { key: 'year', label: words['field.year'], sortable: true },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.state.${row.state}`)) },
    { key: 'surplusFen', label: words['field.surplus'], align: 'end', render: (row) => yuan(row.surplusFen) },
    money('totalFen', words['field.total']),
    money('paidFen', words['field.paid']),
    money('inFlightFen', words['field.inFlight']),
    money('unclaimedFen', words['field.unclaimed']),
    { key: 'members', label: words['field.members'], align: 'end', secondary: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    {
      ...{ key: 'declaredOn', label: words['field.declaredOn'], sortable: true, secondary: true },
      render: (row) => (row.declaredOn === null ? '—' : date(row.declaredOn)),
    },
  ];
}
