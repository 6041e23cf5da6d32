import { Link } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportOrders, listOrders } from '../order-contract.ts';
import { orderKinds, orderStates } from '../order-rules.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayExport = useMay('fund.oversee_export');
  const toNew = useMay('fund.order') && (
    <Link className="button primary" to="/fund-orders/new">
      {t('orders.new')}
    </Link>
  );
  return (
    <>
      <PageHead
        title={t('orders.title')}
        about={t('orders.intro')}
        actions={
          <>
            <FundLinks group="orders" />
            {toNew}
          </>
        }
      />
      <RecordList
        contract={listOrders}
        caption={t('orders.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/fund-orders/${row.county}/${row.id}`}
        searchPlaceholder={words['orders.search']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codeChoices('orderState', orderStates) },
          { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codeChoices('movementKind', orderKinds) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        {...(mayExport ? { exportContract: exportOrders } : {})}
        emptyText={t('orders.empty')}
        emptyAction={toNew}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<RowOf<typeof listOrders>>[] {
  const speak = useCodes();
  const { date, number, yuan } = useFormat();
  return [
    { key: 'number', label: words['field.number'], sortable: true },
    { key: 'title', label: words['field.title'], wraps: true },
    { key: 'kind', label: words['field.kind'], render: (row) => speak('movementKind', row.kind) },
    { key: 'upperName', label: words['field.upper'], secondary: true },
    { key: 'documentNumber', label: words['field.document'], secondary: true },
    { key: 'occurredOn', label: words['field.occurredOn'], sortable: true, render: (row) => date(row.occurredOn) },
    { key: 'lines', label: words['field.lines'], align: 'end', secondary: true, render: (row) => number(row.lines) },
    {
      key: 'amountFen',
      label: words['field.amount'],
      align: 'end',
      sortable: true,
      render: (row) => yuan(row.amountFen),
    },
    { key: 'state', label: words['field.state'], render: (row) => speak('orderState', row.state) },
  ];
}
