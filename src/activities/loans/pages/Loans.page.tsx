import { useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column, ListPage } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportLoans, listLoans, loanStates } from '../contract.ts';
import { loanKinds } from '../eligibility-rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const [search] = useSearchParams();
  const pool = search.get('pool');
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} />
      <RecordList
        contract={listLoans}
        fixed={pool === null ? {} : { pool }}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/loans/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codesOf('kind', loanKinds) },
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('loan', loanStates) },
          {
            key: 'overdue',
            label: words['field.overdue'],
            kind: 'codes',
            codes: codesOf('overdue', ['true', 'false']),
          },
          { key: 'poor', label: words['field.poor'], kind: 'codes', codes: codesOf('poor', ['yes', 'no', 'unknown']) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportLoans}
        emptyText={t('empty')}
        columns={columns}
      />
    </>
  );
}

type Row = RowOf<typeof listLoans>;
type LoanSums = ReplyOf<typeof listLoans>['sums'];

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, yuan } = useFormat();
  const total = (key: keyof LoanSums) => (page: ListPage<Row>) =>
    yuan((page as ListPage<Row> & { readonly sums: LoanSums }).sums[key]);
  return [
    { key: 'borrowerName', label: words['field.borrower'], sortable: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    {
      key: 'kind',
      label: words['field.kind'],
      secondary: true,
      render: (row) => text(wordsOf(`code.kind.${row.kind}`)),
    },
    { key: 'bankName', label: words['field.bank'], secondary: true, wraps: true },
    {
      ...{ key: 'principalFen', label: words['field.principal'], align: 'end', sortable: true },
      render: (row) => yuan(row.principalFen),
      total: total('principalFen'),
    },
    {
      ...{ key: 'outstandingFen', label: words['field.outstanding'], align: 'end', sortable: true },
      render: (row) => yuan(row.outstandingFen),
      total: total('outstandingFen'),
    },
    {
      ...{ key: 'startsOn', label: words['field.startsOn'], sortable: true, secondary: true },
      render: (row) => date(row.startsOn),
    },
    { key: 'endsOn', label: words['field.endsOn'], sortable: true, render: (row) => date(row.endsOn) },
    {
      ...{ key: 'overdueSince', label: words['field.age'], sortable: true },
      render: (row) => text(wordsOf(`code.age.${row.age}`)),
    },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.loan.${row.state}`)) },
  ];
}
