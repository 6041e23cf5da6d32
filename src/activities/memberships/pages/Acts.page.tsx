import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportActs, listActs } from '../contract.ts';
import { actKinds, actStates } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

type Row = RowOf<typeof listActs>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const add = useMay('membership_act.propose') && (
    <Link className="button primary" to="/membership-acts/new">
      {t('action.new')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={add} />
      <RecordList
        contract={listActs}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/membership-acts/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'place', label: words['field.place'], kind: 'place', places },
          { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codesOf('kind', actKinds) },
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('state', ['open', ...actStates]) },
        ]}
        exportContract={exportActs}
        emptyText={t('empty')}
        columns={useColumns()}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, number, yuan } = useFormat();
  return [
    {
      key: 'occurredOn',
      label: words['field.occurredOn'],
      sortable: true,
      render: (row) => date(row.occurredOn),
    },
    { key: 'kind', label: words['field.kind'], render: (row) => text(wordsOf(`kind.${row.kind}`)) },
    {
      key: 'memberName',
      label: words['field.member'],
      render: (row) => [row.memberNumber, row.memberName].filter((part) => part !== null).join(' '),
    },
    { key: 'cooperativeName', label: words['field.cooperative'] },
    { key: 'placeName', label: words['field.place'], secondary: true },
    {
      key: 'totalShares',
      label: words['field.shares'],
      align: 'end',
      sortable: true,
      render: (row) => number(row.totalShares),
    },
    {
      key: 'totalFen',
      label: words['field.amount'],
      align: 'end',
      sortable: true,
      render: (row) => yuan(row.totalFen),
    },
    { key: 'madeByName', label: words['field.madeBy'], secondary: true },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`state.${row.state}`)) },
  ];
}
