import { useSearchParams } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, ListPage } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportMovements, listMovements } from '../account-contract.ts';
import { movementKinds, payeeKinds, purposes } from '../rules.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

type Row = RowOf<typeof listMovements>;

/** What a ribbon, an account or a payee narrows the list to; these stand in the address and have no input of their own. */
const narrowings = ['account', 'giver', 'taker', 'document', 'project', 'payee'] as const;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayExport = useMay('fund.export');
  const [search] = useSearchParams();
  const fixed = Object.fromEntries(
    narrowings.flatMap((key) => (search.get(key) ? [[key, search.get(key) ?? '']] : [])),
  );
  return (
    <>
      <PageHead title={t('movements.title')} about={t('movements.intro')} actions={<FundLinks group="accounts" />} />
      <RecordList
        contract={listMovements}
        fixed={fixed}
        caption={t('movements.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/fund-movements/${row.county}/${row.id}`}
        searchPlaceholder={words['movements.search']}
        filters={[
          { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codeChoices('movementKind', movementKinds) },
          { key: 'purpose', label: words['field.purpose'], kind: 'codes', codes: codeChoices('purpose', purposes) },
          {
            key: 'payeeKind',
            label: words['field.payeeKind'],
            kind: 'codes',
            codes: codeChoices('payeeKind', payeeKinds),
          },
          { key: 'place', label: words['field.place'], kind: 'place', places },
          { key: 'since', label: words['field.since'], kind: 'date' },
          { key: 'until', label: words['field.until'], kind: 'date' },
        ]}
        {...(mayExport ? { exportContract: exportMovements } : {})}
        emptyText={t('movements.empty')}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const speak = useCodes();
  const { date, yuan } = useFormat();
  const total = (page: ListPage<Row>) => yuan((page as ListPage<Row> & { readonly sumFen: bigint }).sumFen);
  return [
    { key: 'occurredOn', label: words['field.occurredOn'], sortable: true, render: (row) => date(row.occurredOn) },
    { key: 'kind', label: words['field.kind'], render: (row) => speak('movementKind', row.kind) },
    { key: 'fromName', label: words['field.from'], secondary: true },
    { key: 'toName', label: words['field.to'], render: (row) => row.payeeName ?? row.toName },
    { key: 'purpose', label: words['field.purpose'], secondary: true, render: (row) => speak('purpose', row.purpose) },
    { key: 'memo', label: words['field.memo'], secondary: true, wraps: true },
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
