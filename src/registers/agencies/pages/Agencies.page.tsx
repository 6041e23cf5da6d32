import { Link } from 'react-router';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { listAgencies } from '../contract.ts';
import { words } from '../words.ts';
import { kindCodes } from './fields.ts';

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const mayRecord = useMay('agency.record');
  const add = mayRecord && (
    <Link className="button primary" to="/agencies/new">
      {t('action.new')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={add} />
      <RecordList
        contract={listAgencies}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/agencies/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[{ key: 'kind', label: words['field.kind'], kind: 'codes', codes: kindCodes }]}
        emptyText={t('empty')}
        columns={[
          { key: 'name', label: words['field.name'], sortable: true },
          { key: 'kind', label: words['field.kind'], render: (row) => text(words[`code.kind.${row.kind}`]) },
          { key: 'placeName', label: words['field.place'] },
          { key: 'creditCode', label: words['field.creditCode'], secondary: true },
          { key: 'contactName', label: words['field.contactName'], secondary: true },
          { key: 'startsOn', label: words['field.startsOn'], sortable: true, secondary: true },
        ]}
      />
    </>
  );
}
