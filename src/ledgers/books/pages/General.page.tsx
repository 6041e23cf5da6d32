import { Link, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { formatYuan } from '../../../platform/pure/money.ts';
import type { Month } from '../../../platform/pure/period.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { fiscalYearOf, monthDays } from '../closing-rules.ts';
import { exportGeneralLedger, getGeneralLedger } from '../report-contract.ts';
import { words } from '../words.ts';
import { AccountSelect } from './AccountSelect.tsx';
import { type Book, BookFrame } from './BookFrame.tsx';
import { KeptScroll } from './KeptScroll.tsx';
import { BalanceCells } from './Ledger.page.tsx';
import { firstUsefulDay } from './period.tsx';
import { ReportTools } from './ReportTools.tsx';
import { ledgerOf } from './TrialBalance.page.tsx';
import { YearSelect } from './YearSelect.tsx';

export default function Page() {
  const t = useWords(words);
  return (
    <BookFrame title={t('tab.general')} about={t('general.intro')}>
      {(book) => <Report book={book} />}
    </BookFrame>
  );
}

function Report({ book }: { book: Book }) {
  const t = useWords(words);
  const [search, setSearch] = useSearchParams();
  const code = search.get('code') ?? '101';
  const year = Number(search.get('year') ?? fiscalYearOf(firstUsefulDay(book), book.fiscalYearStart).year);
  const params = { county: book.county, id: book.id };
  const query = { code, year };
  const reply = useReply(getGeneralLedger, { params, query }, { keepPrevious: true });
  const set = (change: Readonly<Record<string, string>>) =>
    setSearch((before) => ({ ...Object.fromEntries(before), ...change }), { replace: true });
  return (
    <section className="list" aria-label={t('tab.general')}>
      <ReportTools book={book} contract={exportGeneralLedger} input={{ params, query }}>
        <AccountSelect book={book} value={code} onChange={(chosen) => set({ code: chosen || '101' })} />
        <YearSelect book={book} value={year} onChange={(chosen) => set({ year: String(chosen) })} />
      </ReportTools>
      <Loaded reply={reply}>
        {(ledger) => {
          if (ledger.rows.length === 0 && ledger.openingFen === 0n) return <EmptyState text={t('ledger.empty')} />;
          return <GeneralTable {...{ book, code, ledger }} />;
        }}
      </Loaded>
    </section>
  );
}

type General = ReplyOf<typeof getGeneralLedger>;

function GeneralTable({ book, code, ledger }: { book: Book; code: string; ledger: General }) {
  const t = useWords(words);
  const { month: monthText } = useFormat();
  return (
    <KeptScroll label={t('tab.general')}>
      <table className="table">
        <caption className="hidden-text">{t('tab.general')}</caption>
        <thead>
          <tr>
            <th scope="col" className="first">
              {t('general.month')}
            </th>
            {(['field.debitFen', 'field.creditFen', 'general.yearDebit', 'general.yearCredit'] as const).map((head) => (
              <th key={head} scope="col" className="end">
                {t(head)}
              </th>
            ))}
            <th scope="col">{t('field.side')}</th>
            <th scope="col" className="end">
              {t('ledger.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="total">
            <th scope="row">{t('ledger.opening')}</th>
            <td colSpan={4} />
            <BalanceCells fen={ledger.openingFen} />
          </tr>
          {ledger.rows.map((row) => (
            <tr key={row.month}>
              <th scope="row">
                <Link to={ledgerOf(book, { code, ...monthDays(row.month as Month) })}>{monthText(row.month)}</Link>
              </th>
              {[row.debitFen, row.creditFen, row.yearDebitFen, row.yearCreditFen].map((fen, at) => (
                <td key={columns[at]} className="end">
                  {formatYuan(fen)}
                </td>
              ))}
              <BalanceCells fen={row.balanceFen} />
            </tr>
          ))}
        </tbody>
      </table>
    </KeptScroll>
  );
}

const columns = ['debit', 'credit', 'yearDebit', 'yearCredit'] as const;
