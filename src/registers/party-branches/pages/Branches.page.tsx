import { Link } from 'react-router';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { listBranches } from '../contract.ts';
import { words } from '../words.ts';

const states = [
  { value: 'vacant', label: words['filter.vacant'] },
  { value: 'weak', label: words['filter.weak'] },
];

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const mayRecord = useMay('branch.record');
  const add = mayRecord && (
    <Link className="button primary" to="/branches/new">
      {t('action.new')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={add} />
      <RecordList
        contract={listBranches}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/branches/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[{ key: 'state', label: words['filter.state'], kind: 'codes', codes: states }]}
        emptyText={t('empty')}
        columns={[
          { key: 'name', label: words['field.name'], sortable: true },
          { key: 'placeName', label: words['field.place'] },
          {
            key: 'secretary',
            label: words['field.secretary'],
            render: (row) => row.secretary ?? <span className="tag bad">{t('vacant')}</span>,
          },
          { key: 'members', label: words['field.members'], align: 'end' },
          {
            key: 'rating',
            label: words['field.rating'],
            render: (row) => (row.rating ? text(words[`code.rating.${row.rating}`]) : '–'),
          },
          {
            key: 'rectifying',
            label: words['section.rectifications'],
            secondary: true,
            render: (row) => (row.rectifying ? t('filter.weak') : '–'),
          },
        ]}
      />
    </>
  );
}
