import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, ListPage } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportRecoveries, listRecoveries } from '../control-contract.ts';
import { recoveryStates } from '../rules.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

type Row = RowOf<typeof listRecoveries>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayExport = useMay('fund.oversee_export');
  return (
    <>
      <PageHead title={t('recoveries.title')} about={t('recoveries.intro')} actions={<FundLinks group="control" />} />
      <RecordList
        contract={listRecoveries}
        caption={t('recoveries.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/fund-recoveries/${row.county}/${row.id}`}
        searchPlaceholder={words['recoveries.search']}
        filters={[
          {
            key: 'state',
            label: words['field.state'],
            kind: 'codes',
            codes: codeChoices('recoveryState', recoveryStates),
          },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        {...(mayExport ? { exportContract: exportRecoveries } : {})}
        emptyText={t('recoveries.empty')}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const speak = useCodes();
  const { date, yuan } = useFormat();
  const total = (page: ListPage<Row>) => yuan((page as ListPage<Row> & { readonly openFen: bigint }).openFen);
  return [
    { key: 'payeeName', label: words['field.payee'], render: (row) => row.payeeName ?? '–' },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'cause', label: words['field.cause'], render: (row) => speak('cause', row.cause) },
    { key: 'dueOn', label: words['field.dueOn'], sortable: true, render: (row) => date(row.dueOn) },
    { key: 'state', label: words['field.state'], render: (row) => speak('recoveryState', row.state) },
    {
      key: 'receivedFen',
      label: words['field.back'],
      align: 'end',
      secondary: true,
      render: (row) => yuan(row.receivedFen),
    },
    {
      key: 'amountFen',
      label: words['field.amount'],
      align: 'end',
      sortable: true,
      render: (row) => yuan(row.amountFen),
      total,
    },
  ];
}
