import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { exportEvents, listEvents } from '../event-contract.ts';
import { eventTemplates } from '../event-kinds-rules.ts';
import { voucherStates } from '../voucher-rules.ts';
import { words } from '../words.ts';
import { type Book, BookFrame } from './BookFrame.tsx';
import { wordOf } from './names.ts';

const kinds = [...eventTemplates.keys()].map((value) => ({ value, label: wordOf(`event.${value}`) }));
const states = voucherStates.map((value) => ({ value, label: words[`code.state.${value}`] }));

export default function Page() {
  const t = useWords(words);
  return (
    <BookFrame
      title={t('event.title')}
      about={t('event.about')}
      actions={(book) =>
        book.allowed.includes('event.record') && (
          <Link className="button primary" to={`/books/${book.county}/${book.id}/events/new`}>
            {t('event.new')}
          </Link>
        )
      }
    >
      {(book) => <List book={book} />}
    </BookFrame>
  );
}

function List({ book }: { book: Book }) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan, number } = useFormat();
  return (
    <RecordList
      contract={listEvents}
      exportContract={exportEvents}
      params={{ county: book.county, id: book.id }}
      caption={t('event.title')}
      rowKey={(row) => row.id}
      rowLink={(row) => `/business-events/${row.county}/${row.id}`}
      searchPlaceholder={words['event.search']}
      filters={[
        { key: 'kind', label: words['event.kind'], kind: 'codes', codes: kinds },
        { key: 'state', label: words['field.state'], kind: 'codes', codes: states },
        { key: 'from', label: words['field.from'], kind: 'date' },
        { key: 'to', label: words['field.to'], kind: 'date' },
      ]}
      emptyText={t('event.empty')}
      columns={[
        { key: 'occurredOn', label: words['field.occurredOn'], sortable: true, render: (row) => date(row.occurredOn) },
        { key: 'kind', label: words['event.kind'], render: (row) => text(wordOf(`event.${row.kind}`)) },
        { key: 'memo', label: words['field.memo'] },
        {
          key: 'quantity',
          label: words['field.quantity'],
          align: 'end',
          render: (row) => (row.quantity === null ? '' : `${number(row.quantity)} ${row.unit ?? ''}`),
        },
        {
          key: 'totalFen',
          label: words['field.totalFen'],
          align: 'end',
          sortable: true,
          render: (row) => yuan(row.totalFen),
        },
        {
          key: 'number',
          label: words['event.voucher'],
          render: (row) => (
            <>
              {row.number === null
                ? t('voucher.draftNumber')
                : t('voucher.numberText', { series: t(`code.series.${row.series}`), number: row.number })}
              {row.takenBack && <span className="tag warn">{t('event.takenBack')}</span>}
            </>
          ),
        },
        {
          key: 'files',
          label: words['event.files'],
          align: 'end',
          render: (row) => (row.files === 0 ? t('event.noFiles') : number(row.files)),
        },
        { key: 'madeByName', label: words['field.madeBy'] },
      ]}
    />
  );
}
