import { useSearchParams } from 'react-router';
import { purposes } from '../../../ledgers/funds/rules.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportOrders, listOrders } from '../order-contract.ts';
import { orderStates } from '../order-rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

type Row = RowOf<typeof listOrders>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const [search] = useSearchParams();
  const projectId = search.get('projectId');
  return (
    <>
      <PageHead title={t('title.orders')} about={t('intro.orders')} />
      <RecordList
        contract={listOrders}
        {...(projectId ? { fixed: { projectId } } : {})}
        caption={t('title.orders')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/payment-orders/${row.county}/${row.id}`}
        searchPlaceholder={words['search.orders']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('orderState', orderStates) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
          { key: 'paidFrom', label: words['field.paidFrom'], kind: 'date' },
          { key: 'paidThrough', label: words['field.paidThrough'], kind: 'date' },
        ]}
        exportContract={exportOrders}
        emptyText={t('empty.orders')}
        columns={columns}
      />
    </>
  );
}

const purposeWords = new Map(purposes.map((code) => [code as string, wordsOf(`code.purpose.${code}`)]));

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, yuan } = useFormat();
  return [
    { key: 'payeeName', label: words['field.payee'] },
    { key: 'projectName', label: words['field.project'], secondary: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    {
      ...{ key: 'purpose', label: words['field.purpose'], secondary: true },
      render: (row) => text(purposeWords.get(row.purpose) ?? [row.purpose, row.purpose]),
    },
    {
      ...{ key: 'amountFen', label: words['field.amount'], align: 'end', sortable: true },
      render: (row) => yuan(row.amountFen),
    },
    {
      key: 'approvals',
      label: words['field.approvals'],
      align: 'end',
      secondary: true,
      render: (row) => String(row.approvals),
    },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.orderState.${row.state}`)) },
    { key: 'askedOn', label: words['field.askedOn'], sortable: true, render: (row) => date(row.askedOn) },
    {
      ...{ key: 'paidOn', label: words['field.paidOn'], sortable: true, secondary: true },
      render: (row) => (row.paidOn === null ? '–' : date(row.paidOn)),
    },
  ];
}
