import { Link } from 'react-router';
import { useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { exportObjections, listObjections } from '../objection-contract.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';
import { useObjectionColumns } from './objection-columns.tsx';

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useObjectionColumns();
  return (
    <>
      <PageHead
        title={t('objections.title')}
        about={t('objections.intro')}
        back={<Link to="/notices">{t('title')}</Link>}
      />
      <RecordList
        contract={listObjections}
        caption={t('objections.title')}
        rowKey={(row) => row.id}
        searchPlaceholder={words['objections.search']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('box', ['open', 'answered']) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportObjections}
        emptyText={t('objections.empty')}
        columns={[
          {
            key: 'noticeTitle',
            label: words['field.title'],
            render: (row) => (
              <Link to={`/notices/${row.county}/${row.noticeId}?tab=objections`}>{row.noticeTitle}</Link>
            ),
          },
          { key: 'placeName', label: words['field.place'] },
          ...columns,
        ]}
      />
    </>
  );
}
