import { Link } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportReturns, listReturns } from '../return-contract.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';

type Row = RowOf<typeof listReturns>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayRecord = useMay('return.record');
  const toNew = mayRecord && (
    <Link className="button primary" to="/returns/new">
      {t('action.newReturn')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('returns.title')} about={t('returns.intro')} actions={toNew} />
      <RecordList
        contract={listReturns}
        caption={t('returns.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/returns/${row.county}/${row.id}`}
        searchPlaceholder={words['returns.search']}
        filters={[
          { key: 'arrears', label: words['field.arrears'], kind: 'codes', codes: codesOf('arrears', ['true']) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportReturns}
        emptyText={t('returns.empty')}
        emptyAction={toNew}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { date, yuan } = useFormat();
  const amount = (key: 'principalFen' | 'promisedFen' | 'paidFen', label: Column<Row>['label']): Column<Row> => ({
    ...{ key, label, align: 'end', secondary: key === 'principalFen' },
    render: (row) => yuan(row[key]),
  });
  return [
    { key: 'number', label: words['field.contractNumber'] },
    { key: 'payer', label: words['field.payer'], sortable: true, wraps: true },
    { key: 'cooperativeName', label: words['field.cooperative'], secondary: true, wraps: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    amount('principalFen', words['field.principal']),
    amount('promisedFen', words['field.promised']),
    amount('paidFen', words['field.paidIn']),
    {
      ...{ key: 'arrearsFen', label: words['field.arrears'], align: 'end', sortable: true },
      render: (row) => (row.arrearsFen > 0n ? <span className="tag bad">{yuan(row.arrearsFen)}</span> : '–'),
    },
    {
      ...{ key: 'nextDueOn', label: words['field.nextDueOn'], sortable: true },
      render: (row) => (row.nextDueOn === null ? '–' : date(row.nextDueOn)),
    },
  ];
}
