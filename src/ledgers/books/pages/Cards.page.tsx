import { useState } from 'react';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { exportCards, listCards } from '../card-contract.ts';
import { cardKinds } from '../card-rules.ts';
import { words } from '../words.ts';
import { type Book, BookFrame } from './BookFrame.tsx';
import { CardDialog } from './CardDialog.tsx';

const kinds = cardKinds.map((value) => ({ value, label: words[`role.${value}`] }));

export default function Page() {
  const t = useWords(words);
  const [adding, setAdding] = useState(false);
  return (
    <BookFrame
      title={t('card.title')}
      about={t('card.about')}
      actions={(book) =>
        book.allowed.includes('card.record') && (
          <button type="button" className="button primary" onClick={() => setAdding(true)}>
            {t('card.new')}
          </button>
        )
      }
    >
      {(book) => (
        <>
          <List book={book} />
          {adding && <CardDialog book={book} onClose={() => setAdding(false)} />}
        </>
      )}
    </BookFrame>
  );
}

function List({ book }: { book: Book }) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  return (
    <RecordList
      contract={listCards}
      exportContract={exportCards}
      params={{ county: book.county, id: book.id }}
      caption={t('card.title')}
      rowKey={(row) => row.id}
      rowLink={(row) => `/asset-cards/${row.county}/${row.id}`}
      searchPlaceholder={words['card.search']}
      filters={[
        { key: 'kind', label: words['card.kind'], kind: 'codes', codes: kinds },
        { key: 'disposed', label: words['card.disposed'], kind: 'switch' },
      ]}
      emptyText={t('card.empty')}
      columns={[
        { key: 'name', label: words['field.name'], sortable: true },
        { key: 'kind', label: words['card.kind'], render: (row) => text(words[`role.${row.kind}`]) },
        { key: 'subsidiaryName', label: words['code.subKind.asset'] },
        { key: 'addedOn', label: words['card.addedOn'], sortable: true, render: (row) => date(row.addedOn) },
        {
          key: 'costFen',
          label: words['card.costFen'],
          align: 'end',
          sortable: true,
          render: (row) => yuan(row.costFen),
        },
        {
          key: 'chargedFen',
          label: words['card.chargedFen'],
          align: 'end',
          render: (row) => yuan(row.chargedFen),
        },
        {
          key: 'disposedOn',
          label: words['card.disposedOn'],
          render: (row) => (row.disposedOn === null ? '' : date(row.disposedOn)),
        },
      ]}
    />
  );
}
