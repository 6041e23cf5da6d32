import { Link, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column, ListPage } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { compensationFilters, listCompensations } from '../pool-contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

/** Compensations over all agreements, or those behind a sum of one. */
export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const [search] = useSearchParams();
  const pool = search.get('pool');
  return (
    <>
      <PageHead
        title={t('tab.compensations')}
        about={t('compensations.intro')}
        back={<Link to="/loan-pools">{t('pools.title')}</Link>}
      />
      <RecordList
        contract={listCompensations}
        fixed={pool === null ? {} : { pool }}
        caption={t('tab.compensations')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/loans/${row.county}/${row.loanId}`}
        searchPlaceholder={words.search}
        filters={[
          {
            key: 'state',
            label: words['field.state'],
            kind: 'codes',
            codes: codesOf('compensation', compensationFilters),
          },
        ]}
        emptyText={t('compensations.empty')}
        columns={columns}
      />
    </>
  );
}

type Row = RowOf<typeof listCompensations>;
type Sums = ReplyOf<typeof listCompensations>['sums'];

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, yuan } = useFormat();
  const total = (key: keyof Sums) => (page: ListPage<Row>) =>
    yuan((page as ListPage<Row> & { readonly sums: Sums }).sums[key]);
  return [
    { key: 'borrowerName', label: words['field.borrower'] },
    {
      ...{ key: 'askedOn', label: words['field.askedOn'], sortable: true, secondary: true },
      render: (row) => date(row.askedOn),
    },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.compensation.${row.state}`)) },
    {
      ...{ key: 'principalFen', label: words['field.principal'], align: 'end', sortable: true },
      ...{ render: (row: Row) => yuan(row.principalFen), total: total('principalFen') },
    },
    {
      ...{ key: 'fundFen', label: words['field.fundShare'], align: 'end' },
      ...{ render: (row: Row) => yuan(row.fundFen), total: total('fundFen') },
    },
    {
      ...{ key: 'bankFen', label: words['field.bankShare'], align: 'end', secondary: true },
      ...{ render: (row: Row) => yuan(row.bankFen), total: total('bankFen') },
    },
  ];
}
