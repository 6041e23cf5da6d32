import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { listRegisters } from '../contract.ts';
import { words } from '../words.ts';

export default function Page() {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const places = useOwnPlaces();
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} />
      <RecordList
        contract={listRegisters}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/shares/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }]}
        emptyText={t('empty')}
        columns={[
          { key: 'name', label: words['field.cooperative'], sortable: true },
          { key: 'place', label: words['field.place'], sortable: true, render: (row) => row.placeName },
          { key: 'classes', label: words['field.classes'], align: 'end' },
          { key: 'holders', label: words['field.holders'], align: 'end' },
          {
            key: 'shares',
            label: words['field.shares'],
            align: 'end',
            sortable: true,
            render: (row) => number(row.shares),
          },
          {
            key: 'paidFen',
            label: words['field.paidFen'],
            align: 'end',
            sortable: true,
            render: (row) => yuan(row.paidFen),
          },
          {
            key: 'opening',
            label: words['field.opening'],
            secondary: true,
            render: (row) => (row.opening ? <span className="tag">{t('field.opening')}</span> : '–'),
          },
        ]}
      />
    </>
  );
}
