import { Link } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { formatYuan } from '../../../platform/pure/money.ts';
import { useText, useWords } from '../../../platform/ui/language.ts';
import type { getStatement, StatementName } from '../report-contract.ts';
import { words } from '../words.ts';
import type { Book } from './BookFrame.tsx';
import { KeptScroll } from './KeptScroll.tsx';
import { useNamedAccounts, wordOf } from './names.ts';
import { ledgerOf } from './TrialBalance.page.tsx';

export type Statement = ReplyOf<typeof getStatement>;

export interface StatementProps {
  readonly book: Book;
  readonly statement: StatementName;
  readonly shown: Statement;
}

/** The official rows; under each the accounts it is made of, which open their ledger. */
export function StatementTable({ book, statement, shown }: StatementProps) {
  const t = useWords(words);
  const text = useText();
  const isEquity = statement === 'equity';
  return (
    <KeptScroll label={t('tab.statements')}>
      <table className="table">
        <caption>
          {text(wordOf(`statement.form.${book.chart}.${statement}`))} · {t('voucher.unit')}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="first">
              {t('statement.item')}
            </th>
            {!isEquity && <th scope="col">{t('statement.row')}</th>}
            {shown.columns.map((column) => (
              <th key={column} scope="col" className="end">
                {text(isEquity ? wordOf(`column.equity.${column}`) : wordOf(`statement.${column}`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.rows.map((row) => (
            <tr key={row.row} className={row.isTotal ? 'total' : undefined}>
              <th scope="row">
                {text(wordOf(`row.${book.chart}.${statement}.${row.row.replace(/^\w+\./, '')}`))}
                <Codes {...{ book, shown }} codes={row.codes} />
              </th>
              {!isEquity && <td>{row.row}</td>}
              {row.amounts.map((fen, at) => (
                <td key={shown.columns[at]} className="end">
                  {fen === null || fen === 0n ? '' : formatYuan(fen)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </KeptScroll>
  );
}

function Codes({ book, shown, codes }: Pick<StatementProps, 'book' | 'shown'> & { codes: readonly string[] }) {
  const t = useWords(words);
  const { nameOf } = useNamedAccounts(book);
  if (codes.length === 0) return null;
  return (
    <span className="statement-codes no-print" title={t('statement.formula')}>
      {codes.map((code) => (
        <Link key={code} to={ledgerOf(book, { code, from: shown.from, to: shown.to })} title={nameOf(code)}>
          {code}
        </Link>
      ))}
    </span>
  );
}
