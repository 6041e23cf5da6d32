import { Link } from 'react-router';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { checkVouchers, exportVouchers, listVouchers } from '../voucher-contract.ts';
import { voucherSeries, voucherStates } from '../voucher-rules.ts';
import { words } from '../words.ts';
import { type Book, BookFrame } from './BookFrame.tsx';

export default function Page() {
  const t = useWords(words);
  return (
    <BookFrame title={t('tab.vouchers')} actions={(book) => <New book={book} />}>
      {(book) => <List book={book} />}
    </BookFrame>
  );
}

function New({ book }: { book: Book }) {
  const t = useWords(words);
  if (!book.allowed.includes('voucher.record')) return null;
  return (
    <Link className="button primary" to={`/books/${book.county}/${book.id}/vouchers/new`}>
      {t('voucher.new')}
    </Link>
  );
}

const codesOf = (list: 'state' | 'series') =>
  list === 'state'
    ? voucherStates.map((value) => ({ value, label: words[`code.state.${value}`] }))
    : voucherSeries.map((value) => ({ value, label: words[`code.series.${value}`] }));

function List({ book }: { book: Book }) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  const params = { county: book.county, id: book.id };
  const mayCheck = book.allowed.includes('voucher.check');
  const checkAll = {
    key: 'check',
    label: words['voucher.checkAll'],
    preview: (rows: readonly { readonly id: string }[]) => t('voucher.checkAllEffect', { count: rows.length }),
    async run(rows: readonly { readonly id: string; readonly revision: number }[]) {
      const vouchers = rows.map(({ id, revision }) => ({ id, revision }));
      const { posted } = await call(checkVouchers, { params, body: { vouchers } });
      return t('voucher.checkedAll', { count: posted });
    },
  };
  return (
    <RecordList
      contract={listVouchers}
      exportContract={exportVouchers}
      params={params}
      caption={t('tab.vouchers')}
      rowKey={(row) => row.id}
      rowLink={(row) => `/vouchers/${row.county}/${row.id}`}
      searchPlaceholder={words['voucher.search']}
      filters={[
        { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('state') },
        { key: 'series', label: words['field.series'], kind: 'codes', codes: codesOf('series') },
        { key: 'from', label: words['field.from'], kind: 'date' },
        { key: 'to', label: words['field.to'], kind: 'date' },
      ]}
      emptyText={t('voucher.empty')}
      {...(mayCheck ? { bulkActions: [checkAll] } : {})}
      columns={[
        { key: 'occurredOn', label: words['field.occurredOn'], sortable: true, render: (row) => date(row.occurredOn) },
        {
          key: 'number',
          label: words['field.number'],
          sortable: true,
          render: (row) =>
            row.number === null
              ? text(words['voucher.draftNumber'])
              : t('voucher.numberText', { series: text(words[`code.series.${row.series}`]), number: row.number }),
        },
        { key: 'memo', label: words['field.memo'] },
        {
          key: 'totalFen',
          label: words['field.totalFen'],
          align: 'end',
          sortable: true,
          render: (row) => yuan(row.totalFen),
        },
        { key: 'madeByName', label: words['field.madeBy'], secondary: true },
        {
          key: 'checkedByName',
          label: words['field.checkedBy'],
          secondary: true,
          render: (row) => row.checkedByName ?? '–',
        },
        {
          key: 'state',
          label: words['field.state'],
          render: (row) => (
            <span className={row.state === 'draft' ? 'tag warn' : 'tag'}>{text(words[`code.state.${row.state}`])}</span>
          ),
        },
      ]}
    />
  );
}
