import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { listBankPostings } from '../bank-contract.ts';
import { words } from '../words.ts';

export type Posting = ReplyOf<typeof listBankPostings>['rows'][number];

interface TableProps {
  readonly county: number;
  readonly caption: string;
  readonly rows: readonly Posting[];
  readonly action?: (row: Posting) => ReactNode;
}

/** Lines of the bank account in the books, each opening its voucher. */
export function PostingTable({ county, caption, rows, action }: TableProps) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  return (
    <table className="table" aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{t('field.occurredOn')}</th>
          <th scope="col">{t('event.voucher')}</th>
          <th scope="col">{t('field.memo')}</th>
          <th scope="col" className="end">
            {t('field.totalFen')}
          </th>
          {action && <th scope="col">{t('bank.match')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.voucherId} ${row.ordinal}`}>
            <td>{date(row.occurredOn)}</td>
            <td>
              <Link to={`/vouchers/${county}/${row.voucherId}`}>
                {t('voucher.numberText', { series: text(words[`code.series.${row.series}`]), number: row.number })}
              </Link>
            </td>
            <td>{row.memo}</td>
            <td className="end">{yuan(row.amountFen)}</td>
            {action && <td>{action(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
