import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { charts } from '../chart-rules.ts';
import { listBooks } from '../contract.ts';
import { words } from '../words.ts';

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const add = useMay('book.open') && (
    <Link className="button primary" to="/books/new">
      {t('action.open')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={add} />
      <RecordList
        contract={listBooks}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/books/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          {
            key: 'chart',
            label: words['field.chart'],
            kind: 'codes',
            codes: charts.map((chart) => ({ value: chart, label: words[`code.chart.${chart}`] })),
          },
          { key: 'place', label: words['field.place'], kind: 'place' },
        ]}
        emptyText={t('empty')}
        emptyAction={add}
        columns={[
          { key: 'name', label: words['field.cooperativeName'], sortable: true, render: (row) => row.cooperativeName },
          { key: 'place', label: words['field.place'], sortable: true, render: (row) => row.placeName },
          {
            key: 'chart',
            label: words['field.chart'],
            secondary: true,
            render: (row) => text(words[`code.chart.${row.chart}`]),
          },
          { key: 'startsOn', label: words['field.startsOn'], secondary: true, render: (row) => date(row.startsOn) },
          {
            key: 'closedThrough',
            label: words['field.closedThrough'],
            sortable: true,
            render: (row) => (row.closedThrough < row.startsOn ? '–' : date(row.closedThrough)),
          },
          { key: 'drafts', label: words['field.drafts'], align: 'end', sortable: true },
        ]}
      />
    </>
  );
}
