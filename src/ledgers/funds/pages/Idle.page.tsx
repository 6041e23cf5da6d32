import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, ListPage } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportIdle, listIdle } from '../account-contract.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';

type Row = RowOf<typeof listIdle>;
type SumKey = 'idleFen' | 'over60Fen' | 'over90Fen';

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayExport = useMay('fund.export');
  return (
    <>
      <PageHead title={t('idle.title')} about={t('idle.intro')} actions={<FundLinks group="accounts" />} />
      <RecordList
        contract={listIdle}
        caption={t('idle.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/fund-accounts/${row.county}/${row.id}`}
        searchPlaceholder={words['idle.search']}
        filters={[
          { key: 'days', label: words['field.days'], kind: 'codes', codes: codeChoices('days', ['60', '90']) },
          { key: 'on', label: words['field.on'], kind: 'date' },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        {...(mayExport ? { exportContract: exportIdle } : {})}
        emptyText={t('idle.empty')}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { date, number, yuan } = useFormat();
  const total = (key: SumKey) => (page: ListPage<Row>) =>
    yuan((page as ListPage<Row> & { readonly sums: Readonly<Record<SumKey, bigint>> }).sums[key]);
  return [
    { key: 'name', label: words['field.account'] },
    { key: 'place', label: words['field.place'], sortable: true, secondary: true, render: (row) => row.placeName },
    { key: 'oldestOn', label: words['field.oldestOn'], secondary: true, render: (row) => date(row.oldestOn) },
    { key: 'days', label: words['field.days'], align: 'end', render: (row) => number(row.days) },
    {
      key: 'under30Fen',
      label: words['field.under30'],
      align: 'end',
      secondary: true,
      render: (row) => yuan(row.under30Fen),
    },
    {
      key: 'under60Fen',
      label: words['field.under60'],
      align: 'end',
      secondary: true,
      render: (row) => yuan(row.under60Fen),
    },
    {
      key: 'over60Fen',
      label: words['field.over60'],
      align: 'end',
      sortable: true,
      secondary: true,
      render: (row) => yuan(row.over60Fen),
      total: total('over60Fen'),
    },
    {
      key: 'over90Fen',
      label: words['field.over90'],
      align: 'end',
      sortable: true,
      secondary: true,
      render: (row) => yuan(row.over90Fen),
      total: total('over90Fen'),
    },
    {
      key: 'idleFen',
      label: words['field.idle'],
      align: 'end',
      sortable: true,
      render: (row) => yuan(row.idleFen),
      total: total('idleFen'),
    },
  ];
}
