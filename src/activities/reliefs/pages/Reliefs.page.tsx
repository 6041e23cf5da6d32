import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportReliefs, listReliefs } from '../contract.ts';
import { reliefStates } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

type Row = RowOf<typeof listReliefs>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayMake = useMay('relief.make');
  const toNew = mayMake && (
    <Link className="button primary" to="/reliefs/new">
      {t('action.new')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={toNew} />
      <RecordList
        contract={listReliefs}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/reliefs/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('state', reliefStates) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportReliefs}
        emptyText={t('empty')}
        emptyAction={toNew}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, number, yuan } = useFormat();
  return [
    { key: 'title', label: words['field.title'], sortable: true },
    { key: 'cooperativeName', label: words['field.cooperative'], secondary: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'documentNumber', label: words['field.document'], secondary: true },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.state.${row.state}`)) },
    { key: 'lines', label: words['field.lines'], align: 'end', render: (row) => number(row.lines) },
    {
      ...{ key: 'totalFen', label: words['field.total'], align: 'end', sortable: true },
      render: (row) => yuan(row.totalFen),
    },
    {
      ...{ key: 'paidOn', label: words['field.paidOn'], sortable: true, secondary: true },
      render: (row) => (row.paidOn === null ? '–' : date(row.paidOn)),
    },
  ];
}
