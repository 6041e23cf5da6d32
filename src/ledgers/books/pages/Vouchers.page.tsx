import { Link } from 'react-router';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { BulkAction, Column } from '../../../platform/ui/list-types.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
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

const states = voucherStates.map((value) => ({ value, label: words[`code.state.${value}`] }));
const series = voucherSeries.map((value) => ({ value, label: words[`code.series.${value}`] }));

type Row = RowOf<typeof listVouchers>;

function List({ book }: { book: Book }) {
  const t = useWords(words);
  const params = { county: book.county, id: book.id };
  const columns = useColumns();
  const checkAll: BulkAction<Row> = {
    key: 'check',
    label: words['voucher.checkAll'],
    preview: (rows) => t('voucher.checkAllEffect', { count: rows.length }),
    async run(rows) {
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
        { key: 'state', label: words['field.state'], kind: 'codes', codes: states },
        { key: 'series', label: words['field.series'], kind: 'codes', codes: series },
        { key: 'from', label: words['field.from'], kind: 'date' },
        { key: 'to', label: words['field.to'], kind: 'date' },
      ]}
      emptyText={t('voucher.empty')}
      {...(book.allowed.includes('voucher.check') ? { bulkActions: [checkAll] } : {})}
      columns={columns}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  function numberOf({ number, series: of }: Row): string {
    if (number === null) return t('voucher.draftNumber');
    return t('voucher.numberText', { series: text(words[`code.series.${of}`]), number });
  }
  return [
    { key: 'occurredOn', label: words['field.occurredOn'], sortable: true, render: (row) => date(row.occurredOn) },
    { key: 'number', label: words['field.number'], sortable: true, render: numberOf },
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
  ];
}
