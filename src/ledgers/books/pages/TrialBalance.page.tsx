import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { formatYuan } from '../../../platform/pure/money.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { exportTrialBalance, getTrialBalance } from '../report-contract.ts';
import { words } from '../words.ts';
import { type Book, BookFrame } from './BookFrame.tsx';
import { KeptScroll } from './KeptScroll.tsx';
import { useNamedAccounts } from './names.ts';
import { type Period, PeriodBar, usePeriod } from './period.tsx';
import { ReportTools } from './ReportTools.tsx';

type Trial = ReplyOf<typeof getTrialBalance>;

export default function Page() {
  const t = useWords(words);
  return (
    <BookFrame title={t('tab.balances')} about={t('balances.intro')}>
      {(book) => <Report book={book} />}
    </BookFrame>
  );
}

function Report({ book }: { book: Book }) {
  const t = useWords(words);
  const period = usePeriod(book);
  const params = { county: book.county, id: book.id };
  const query = { from: period.from, to: period.to };
  const reply = useReply(getTrialBalance, { params, query }, { keepPrevious: true });
  return (
    <section className="list" aria-label={t('tab.balances')}>
      <ReportTools book={book} contract={exportTrialBalance} input={{ params, query }}>
        <PeriodBar period={period} />
      </ReportTools>
      <Loaded reply={reply}>
        {(trial) => {
          if (trial.rows.length === 0) return <EmptyState text={t('balances.empty')} />;
          return (
            <>
              {!trial.balanced && <p className="strip bad">{t('balances.unequal')}</p>}
              <BalanceTable {...{ book, period, trial }} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

const heads = ['openingDebit', 'openingCredit', 'debit', 'credit', 'closingDebit', 'closingCredit'] as const;

function BalanceTable({ book, period, trial }: { book: Book; period: Period; trial: Trial }) {
  const t = useWords(words);
  const { nameOf } = useNamedAccounts(book);
  return (
    <KeptScroll label={t('tab.balances')}>
      <table className="table">
        <caption className="hidden-text">{t('tab.balances')}</caption>
        <thead>
          <tr>
            <th scope="col" className="first">
              {t('field.account')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="end">
                {t(`balances.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trial.rows.map((row) => (
            <tr key={row.code} className={row.level === 0 ? undefined : 'below'} style={levelOf(row.level)}>
              <th scope="row">
                <Link to={ledgerOf(book, { code: row.code, ...period })}>
                  {row.code} {nameOf(row.code)}
                </Link>
              </th>
              {sidesOf(row).map((fen, at) => (
                <td key={heads[at]} className="end">
                  {fen === 0n ? '' : formatYuan(fen)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('balances.total')}</th>
            {sumsOf(trial).map((fen, at) => (
              <td key={heads[at]} className="end">
                {formatYuan(fen)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </KeptScroll>
  );
}

function levelOf(level: number): CSSProperties {
  return { '--level': level } as CSSProperties;
}

export function ledgerOf(
  book: { readonly county: number; readonly id: string },
  query: { readonly code: string; readonly from: string; readonly to: string; readonly sub?: string },
): string {
  const { code, from, to, sub } = query;
  const search = new URLSearchParams({ code, from, to, ...(sub === undefined ? {} : { sub }) });
  return `/books/${book.county}/${book.id}/ledger?${search}`;
}

function sidesOf(row: Trial['rows'][number]): readonly bigint[] {
  const { openingFen, debitFen, creditFen, closingFen } = row;
  return [...onSides(openingFen), debitFen, creditFen, ...onSides(closingFen)];
}

function onSides(fen: bigint): readonly [bigint, bigint] {
  return fen >= 0n ? [fen, 0n] : [0n, -fen];
}

/** Accounts of the chart only: those below them are counted there. */
function sumsOf({ rows }: Trial): readonly bigint[] {
  const whole = rows.filter(({ level }) => level === 0).map(sidesOf);
  return heads.map((_, at) => whole.reduce((sum, sides) => sum + (sides[at] ?? 0n), 0n));
}
