import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { call, download } from '../../../platform/ui/client.ts';
import { ImportDialog } from '../../../platform/ui/ImportDialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import {
  bankTemplate,
  checkBankLines,
  exportBankLines,
  listBankLines,
  listBankPostings,
  matchAll,
  takeBankLines,
} from '../bank-contract.ts';
import { words } from '../words.ts';
import { BankAccountSelect, useBankAccounts } from './BankAccountSelect.tsx';
import { type Book, BookFrame } from './BookFrame.tsx';
import { PostingTable } from './PostingTable.tsx';
import { Reconciliation } from './Reconciliation.tsx';

export default function Page() {
  const t = useWords(words);
  return (
    <BookFrame title={t('bank.title')} about={t('bank.about')}>
      {(book) => <Content book={book} />}
    </BookFrame>
  );
}

function Content({ book }: { book: Book }) {
  const accounts = useBankAccounts(book);
  const [search, setSearch] = useSearchParams();
  const code = search.get('code') ?? accounts[0]?.code;
  if (code === undefined) return null;
  return (
    <>
      <BankAccountSelect accounts={accounts} value={code} onChange={(next) => setSearch({ code: next })} />
      <Reconciliation book={book} code={code} />
      <Lines book={book} code={code} />
      <Postings book={book} code={code} />
    </>
  );
}

interface PartProps {
  readonly book: Book;
  readonly code: string;
}

const states = (['open', 'matched'] as const).map((value) => ({ value, label: words[`code.bank.${value}`] }));

function Lines({ book, code }: PartProps) {
  const t = useWords(words);
  const columns = useColumns();
  const [importing, setImporting] = useState(false);
  const may = book.allowed.includes('bank.match');
  const params = { county: book.county, id: book.id };
  return (
    <>
      <RecordList
        contract={listBankLines}
        exportContract={exportBankLines}
        params={params}
        fixed={{ code }}
        caption={t('bank.lines')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/bank-lines/${row.county}/${row.id}`}
        searchPlaceholder={words['bank.search']}
        filters={[
          { key: 'state', label: words['bank.state'], kind: 'codes', codes: states },
          { key: 'from', label: words['field.from'], kind: 'date' },
          { key: 'to', label: words['field.to'], kind: 'date' },
        ]}
        emptyText={t('bank.empty')}
        {...(may ? { onImport: () => setImporting(true), toolbar: <MatchAll book={book} code={code} /> } : {})}
        columns={columns}
      />
      {importing && (
        <ImportDialog
          title={t('bank.import')}
          onClose={() => setImporting(false)}
          template={() => download(bankTemplate, { params })}
          check={(file) => call(checkBankLines, { params, query: { code }, file })}
          take={(report, file) =>
            call(takeBankLines, {
              ...{ params, file },
              query: { code, keepGood: report.rejected > 0 ? 'true' : 'false' },
            })
          }
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<RowOf<typeof listBankLines>>[] {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  return [
    { key: 'occurredOn', label: words['bank.day'], sortable: true, render: (row) => date(row.occurredOn) },
    { key: 'counterparty', label: words['bank.counterparty'], render: (row) => row.counterparty ?? '' },
    { key: 'memo', label: words['bank.memo'], render: (row) => row.memo ?? '' },
    { key: 'serial', label: words['bank.serial'], render: (row) => row.serial ?? '' },
    {
      key: 'amountFen',
      label: words['field.totalFen'],
      align: 'end',
      sortable: true,
      render: (row) => yuan(row.amountFen),
    },
    {
      key: 'balanceFen',
      label: words['bank.balance'],
      align: 'end',
      render: (row) => (row.balanceFen === null ? '' : yuan(row.balanceFen)),
    },
    {
      key: 'voucherId',
      label: words['bank.voucher'],
      render: (row) => {
        if (row.splitIn !== null)
          return (
            <>
              <Link to={`/bank-lines/${row.county}/${row.id}`}>{t('bank.splitIn', { count: row.splitIn })}</Link>
              {row.takenBack && <span className="tag bad">{t('bank.takenBack')}</span>}
            </>
          );
        if (row.voucherId === null || row.series === null)
          return <span className="tag warn">{t('code.bank.open')}</span>;
        const values = { series: text(words[`code.series.${row.series}`]), number: row.number ?? '' };
        return (
          <>
            <Link to={`/vouchers/${row.county}/${row.voucherId}`}>{t('voucher.numberText', values)}</Link>
            {row.takenBack && <span className="tag bad">{t('bank.takenBack')}</span>}
          </>
        );
      },
    },
  ];
}

function MatchAll({ book, code }: PartProps) {
  const t = useWords(words);
  const { run, pending } = useAction();
  const match = useWrite(matchAll);
  const params = { county: book.county, id: book.id };
  return (
    <button
      type="button"
      className="button"
      disabled={pending}
      onClick={() =>
        void run(async () => {
          const done = await match.mutateAsync({ params, body: { code } });
          notify(t('bank.matchedAll', done));
        })
      }
    >
      {t('bank.matchAll')}
    </button>
  );
}

function Postings({ book, code }: PartProps) {
  const t = useWords(words);
  const reply = useReply(listBankPostings, {
    ...{ params: { county: book.county, id: book.id }, query: { code, limit: 200 } },
  });
  return (
    <section className="record-part">
      <h2>{t('bank.postings')}</h2>
      <Loaded reply={reply}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState text={t('bank.postingsEmpty')} />
          ) : (
            <PostingTable county={book.county} caption={t('bank.postings')} rows={rows} />
          )
        }
      </Loaded>
    </section>
  );
}
