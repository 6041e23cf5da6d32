import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { exportTrades, listTrades } from '../member-contract.ts';
import { words } from '../words.ts';
import { type Book, BookFrame } from './BookFrame.tsx';
import { TradeDialog } from './TradeDialog.tsx';
import { directions } from './trade-codes.ts';

export default function Page() {
  const t = useWords(words);
  const [adding, setAdding] = useState(false);
  return (
    <BookFrame
      title={t('trade.title')}
      about={t('trade.intro')}
      actions={(book) =>
        book.allowed.includes('trade.record') && (
          <>
            <Link className="button primary" to={`/books/${book.county}/${book.id}/events/new`}>
              {t('event.new')}
            </Link>
            <button type="button" className="button" onClick={() => setAdding(true)}>
              {t('trade.new')}
            </button>
          </>
        )
      }
    >
      {(book) => (
        <>
          <List book={book} />
          {adding && <TradeDialog book={book} onClose={() => setAdding(false)} />}
        </>
      )}
    </BookFrame>
  );
}

function List({ book }: { book: Book }) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan, number } = useFormat();
  return (
    <RecordList
      contract={listTrades}
      exportContract={exportTrades}
      params={{ county: book.county, id: book.id }}
      caption={t('trade.title')}
      rowKey={(row) => row.id}
      rowLink={(row) => `/member-trades/${row.county}/${row.id}`}
      searchPlaceholder={words['trade.search']}
      filters={[
        { key: 'direction', label: words['trade.direction'], kind: 'codes', codes: directions },
        { key: 'from', label: words['field.from'], kind: 'date' },
        { key: 'to', label: words['field.to'], kind: 'date' },
      ]}
      emptyText={t('trade.empty')}
      columns={[
        { key: 'occurredOn', label: words['field.occurredOn'], sortable: true, render: (row) => date(row.occurredOn) },
        {
          key: 'memberNumber',
          label: words['trade.member'],
          sortable: true,
          render: (row) => `${row.memberNumber} ${row.memberName}`,
        },
        {
          key: 'direction',
          label: words['trade.direction'],
          render: (row) => text(words[`code.direction.${row.direction}`]),
        },
        { key: 'product', label: words['trade.product'] },
        {
          key: 'quantity',
          label: words['field.quantity'],
          align: 'end',
          render: (row) => `${number(row.quantity)} ${row.unit}`,
        },
        {
          key: 'amountFen',
          label: words['trade.amountFen'],
          align: 'end',
          sortable: true,
          render: (row) => yuan(row.amountFen),
        },
      ]}
    />
  );
}
