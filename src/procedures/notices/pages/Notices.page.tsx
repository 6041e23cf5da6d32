import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportNotices, listNotices } from '../contract.ts';
import { noticeKinds, noticeStates } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, codeWords } from './codes.ts';
import { useDays } from './days.ts';

type Row = RowOf<typeof listNotices>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayPost = useMay('notice.post');
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('intro')}
        actions={
          <>
            <Link className="button" to="/notices/objections">
              {t('objections.title')}
            </Link>
            {mayPost && (
              <Link className="button primary" to="/notices/new">
                {t('action.new')}
              </Link>
            )}
          </>
        }
      />
      <RecordList
        contract={listNotices}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/notices/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('state', noticeStates) },
          { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codesOf('kind', noticeKinds) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportNotices}
        emptyText={t('empty')}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useWords(words);
  const daysOf = useDays();
  const text = useText();
  const { date } = useFormat();
  return [
    { key: 'title', label: words['field.title'], sortable: true },
    { key: 'kind', label: words['field.kind'], render: (row) => text(codeWords('kind', row.kind)) },
    { key: 'placeName', label: words['field.place'] },
    { key: 'state', label: words['field.state'], render: (row) => t(`code.state.${row.state}`) },
    {
      key: 'daysLeft',
      label: words['field.daysLeft'],
      render: daysOf,
    },
    { key: 'postedOn', label: words['field.postedOn'], sortable: true, render: (row) => date(row.postedOn) },
    { key: 'endsOn', label: words['field.endsOn'], sortable: true, render: (row) => date(row.endsOn) },
    { key: 'openObjections', label: words['field.openObjections'], align: 'end' },
    { key: 'objections', label: words['field.objections'], align: 'end', secondary: true },
    { key: 'sheets', label: words['field.sheets'], align: 'end', secondary: true },
    { key: 'makerName', label: words['field.maker'], secondary: true },
  ];
}
