import { Link, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { formatYuan } from '../../../platform/pure/money.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { exportDetailLedger, getDetailLedger, getSubBalances } from '../report-contract.ts';
import { words } from '../words.ts';
import { AccountSelect } from './AccountSelect.tsx';
import { type Book, BookFrame } from './BookFrame.tsx';
import { KeptScroll } from './KeptScroll.tsx';
import { useNamedAccounts, wordOf } from './names.ts';
import { type Period, PeriodBar, usePeriod } from './period.tsx';
import { ReportTools } from './ReportTools.tsx';

type Detail = ReplyOf<typeof getDetailLedger>;

export default function Page() {
  const t = useWords(words);
  return (
    <BookFrame title={t('tab.ledger')} about={t('ledger.intro')}>
      {(book) => <Report book={book} />}
    </BookFrame>
  );
}

const pageSize = 200;

/** The ledger of the account in the address; without one, all entries in order. */
function Report({ book }: { book: Book }) {
  const t = useWords(words);
  const period = usePeriod(book);
  const [search, setSearch] = useSearchParams();
  const code = search.get('code') ?? '';
  const sub = search.get('sub') ?? '';
  const offset = Number(search.get('offset') ?? 0);
  const params = { county: book.county, id: book.id };
  const query = { from: period.from, to: period.to, ...(code ? { code } : {}), ...(sub ? { sub } : {}) };
  const reply = useReply(
    getDetailLedger,
    { params, query: { ...query, limit: pageSize, offset } },
    { keepPrevious: true },
  );
  function set(change: Readonly<Record<string, string>>): void {
    setSearch((before) => {
      const next = new URLSearchParams([...before, ...Object.entries(change)].reverse());
      for (const key of [...next.keys()]) if (next.get(key) === '') next.delete(key);
      return new URLSearchParams(Object.fromEntries([...next].reverse()));
    });
  }
  return (
    <section className="list" aria-label={t('tab.ledger')}>
      <ReportTools book={book} contract={exportDetailLedger} input={{ params, query }}>
        <AccountSelect book={book} value={code} onChange={(chosen) => set({ code: chosen, sub: '', offset: '' })} all />
        <SubSelect {...{ book, period, code, sub }} onChange={(chosen) => set({ sub: chosen, offset: '' })} />
        <PeriodBar period={period} />
        <span className="buttons">
          {(['101', '102'] as const).map((journal) => (
            <button
              key={journal}
              type="button"
              className="button quiet"
              onClick={() => set({ code: journal, sub: '' })}
            >
              {t(journal === '101' ? 'journal.cash' : 'journal.bank')}
            </button>
          ))}
        </span>
      </ReportTools>
      <Loaded reply={reply}>
        {(ledger) => {
          if (ledger.total === 0 && code === '') return <EmptyState text={t('ledger.empty')} />;
          return (
            <>
              <DetailTable {...{ book, ledger, code }} />
              <Pager ledger={ledger} offset={offset} onMove={(to) => set({ offset: to === 0 ? '' : String(to) })} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

interface SubProps {
  readonly book: Book;
  readonly period: Period;
  readonly code: string;
  readonly sub: string;
  readonly onChange: (sub: string) => void;
}

/** Details of the account that stood or moved in the period. */
function SubSelect({ book, period, code, sub, onChange }: SubProps) {
  const t = useWords(words);
  const { county, id } = book;
  const { from, to } = period;
  const reply = useReply(
    getSubBalances,
    { params: { county, id, code: code || '0' }, query: { from, to } },
    { enabled: code !== '' },
  );
  const rows = reply.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <label className="list-filter">
      <span>{t('field.sub')}</span>
      <select className="input" value={sub} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('ledger.allSubs')}</option>
        {rows.map((row) => (
          <option key={row.sub} value={row.sub}>
            {row.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function DetailTable({ book, ledger, code }: { book: Book; ledger: Detail; code: string }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const { nameOf } = useNamedAccounts(book);
  return (
    <KeptScroll label={t('tab.ledger')}>
      <table className="table dense">
        <caption className="hidden-text">{t('tab.ledger')}</caption>
        <DetailHead balanced={code !== ''} />
        <tbody>
          {code !== '' && <SumRow label={t('ledger.opening')} amounts={['', '']} balanceFen={ledger.openingFen} />}
          {ledger.rows.map((row, at) => (
            <tr key={`${row.entryId}-${at + 1}`}>
              <th scope="row">{date(row.occurredOn)}</th>
              <td>
                <Link to={`/vouchers/${book.county}/${row.entryId}`}>
                  {t('voucher.numberText', { series: text(wordOf(`code.series.${row.series}`)), number: row.number })}
                </Link>
              </td>
              <td>{row.memo}</td>
              <td>
                {row.code} {nameOf(row.code)}
                {row.subName !== null && ` · ${row.subName}`}
              </td>
              <td className="end">{row.debitFen === 0n ? '' : formatYuan(row.debitFen)}</td>
              <td className="end">{row.creditFen === 0n ? '' : formatYuan(row.creditFen)}</td>
              {code !== '' && <BalanceCells fen={row.balanceFen} />}
            </tr>
          ))}
        </tbody>
        {code !== '' && (
          <tfoot>
            <SumRow
              label={t('ledger.closing')}
              amounts={[formatYuan(ledger.debitFen), formatYuan(ledger.creditFen)]}
              balanceFen={ledger.closingFen}
            />
          </tfoot>
        )}
      </table>
    </KeptScroll>
  );
}

function DetailHead({ balanced }: { balanced: boolean }) {
  const t = useWords(words);
  return (
    <thead>
      <tr>
        <th scope="col" className="first">
          {t('field.occurredOn')}
        </th>
        <th scope="col">{t('field.number')}</th>
        <th scope="col">{t('field.memo')}</th>
        <th scope="col">{t('field.account')}</th>
        <th scope="col" className="end">
          {t('field.debitFen')}
        </th>
        <th scope="col" className="end">
          {t('field.creditFen')}
        </th>
        {balanced && (
          <>
            <th scope="col">{t('field.side')}</th>
            <th scope="col" className="end">
              {t('ledger.balance')}
            </th>
          </>
        )}
      </tr>
    </thead>
  );
}

interface SumProps {
  readonly label: string;
  readonly amounts: readonly [debit: string, credit: string];
  readonly balanceFen: bigint;
}

function SumRow({ label, amounts, balanceFen }: SumProps) {
  return (
    <tr className="total">
      <th scope="row">{label}</th>
      <td colSpan={3} />
      <td className="end">{amounts[0]}</td>
      <td className="end">{amounts[1]}</td>
      <BalanceCells fen={balanceFen} />
    </tr>
  );
}

/** On which side the balance stands, and how much. */
export function BalanceCells({ fen }: { fen: bigint }) {
  const t = useWords(words);
  const side = fen === 0n ? 'none' : fen > 0n ? 'debit' : 'credit';
  return (
    <>
      <td>{t(`ledger.side.${side}`)}</td>
      <td className="end">{formatYuan(fen < 0n ? -fen : fen)}</td>
    </>
  );
}

function Pager({ ledger, offset, onMove }: { ledger: Detail; offset: number; onMove: (offset: number) => void }) {
  const t = useWords(words);
  const { number } = useFormat();
  if (ledger.total <= pageSize) return null;
  return (
    <div className="list-pager no-print">
      <span>
        {t('ledger.shown', {
          from: number(offset + 1),
          to: number(offset + ledger.rows.length),
          total: number(ledger.total),
        })}
      </span>
      <span className="buttons">
        <button
          type="button"
          className="button"
          disabled={offset === 0}
          onClick={() => onMove(Math.max(0, offset - pageSize))}
        >
          {t('ledger.previous')}
        </button>
        <button
          type="button"
          className="button"
          disabled={offset + ledger.rows.length >= ledger.total}
          onClick={() => onMove(offset + pageSize)}
        >
          {t('ledger.next')}
        </button>
      </span>
    </div>
  );
}
