import { Link } from 'react-router';
import { roles } from '../../access/roles.ts';
import { words as roleWords } from '../../access/words.ts';
import { useFormat, useWords } from '../../ui/language.ts';
import type { Column, Filter } from '../../ui/list-types.ts';
import { useMay } from '../../ui/me.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { useOwnPlaces } from '../../ui/place-context.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import type { RowOf } from '../../ui/request.ts';
import { listEvents } from '../contract.ts';
import { words } from '../words.ts';

type EventRow = RowOf<typeof listEvents>;

const filters: readonly Filter[] = [
  { key: 'from', label: words['audit.from'], kind: 'date' },
  { key: 'to', label: words['audit.to'], kind: 'date' },
];

/** Who did what to which record, when, why and from where, inside the reader's range. */
export default function AuditPage() {
  const t = useWords(words);
  const mayVerify = useMay('audit.verify');
  const places = useOwnPlaces();
  return (
    <div className="page">
      <PageHead
        title={t('menu.audit')}
        about={t('audit.about')}
        actions={
          mayVerify && (
            <Link className="button" to="/audit/seals">
              {t('menu.seals')}
            </Link>
          )
        }
      />
      <RecordList
        contract={listEvents}
        columns={useColumns()}
        rowKey={(row) => row.id}
        filters={[...filters, { key: 'place', label: words['audit.place'], kind: 'place', places }]}
        searchPlaceholder={words['audit.search']}
        caption={t('menu.audit')}
        emptyText={t('audit.empty')}
      />
    </div>
  );
}

function useColumns(): readonly Column<EventRow>[] {
  const t = useWords(words);
  const role = useWords(roleWords);
  const { instant, number } = useFormat();
  return [
    { key: 'at', label: words['audit.at'], render: (row) => instant(row.at) },
    {
      key: 'by',
      label: words['audit.by'],
      render: (row) => (
        <>
          {row.role === 'public' ? t('audit.nobody') : row.by}
          {roles.some((one) => one === row.role) && (
            <div className="note">{role(`role.${row.role}` as keyof typeof roleWords)}</div>
          )}
        </>
      ),
    },
    { key: 'act', label: words['audit.act'], render: (row) => row.actName },
    { key: 'place', label: words['audit.place'], render: (row) => row.placeName ?? (row.place === 0 ? '' : row.place) },
    { key: 'record', label: words['audit.record'], render: (row) => <RecordLink row={row} /> },
    { key: 'reason', label: words['audit.reason'], render: (row) => row.reason },
    { key: 'address', label: words['audit.address'], secondary: true },
    {
      key: 'seal',
      label: words['audit.seal'],
      align: 'end',
      render: (row) => (row.sealNumber === null ? t('audit.notSealed') : number(row.sealNumber)),
      secondary: true,
    },
  ];
}

function RecordLink({ row }: { row: EventRow }) {
  const t = useWords(words);
  if (row.bulkRows > 0) return t('audit.rows', { rows: row.bulkRows });
  if (row.recordType === null || row.recordId === null) return null;
  const label = row.records > 1 ? t('audit.several', { count: row.records }) : t('audit.openRecord');
  return <Link to={`/audit/records/${row.recordType}/${row.county}/${row.recordId}`}>{label}</Link>;
}
