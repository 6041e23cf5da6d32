import { formatYuan } from '../../../platform/pure/money.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { emptyLine, totals } from '../entry-rules.ts';
import { words } from '../words.ts';
import { EntryLine, type LinesProps } from './EntryLine.tsx';

/** Lines are never reordered: their place is their name. */
const lineKeys = Array.from({ length: 200 }, (_, at) => `line-${at + 1}`);

/** The lines of the voucher with the keys that accountants know. */
export function EntryLines(props: LinesProps) {
  const t = useWords(words);
  const { lines, onChange } = props;
  const sums = totals(lines);
  return (
    <>
      <table className="voucher-lines entry">
        <EntryHead />
        <tbody>
          {lines.map((line, at) => (
            <EntryLine key={lineKeys[at]} {...props} line={line} at={at} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={3} scope="row">
              {t('voucher.sum')}
            </th>
            <td className="amount">{formatYuan(sums.debit)}</td>
            <td className="amount">{formatYuan(sums.credit)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <div className="buttons">
        <button type="button" className="button quiet" onClick={() => onChange([...lines, emptyLine])}>
          {t('voucher.addLine')}
        </button>
      </div>
    </>
  );
}

function EntryHead() {
  const t = useWords(words);
  return (
    <thead>
      <tr>
        <th scope="col" className="memo">
          {t('field.memo')}
        </th>
        <th scope="col">{t('field.account')}</th>
        <th scope="col">{t('field.sub')}</th>
        <th scope="col" className="amount">
          {t('field.debitFen')}
        </th>
        <th scope="col" className="amount">
          {t('field.creditFen')}
        </th>
        <th scope="col" className="remove">
          <span className="hidden-text">{t('voucher.remove')}</span>
        </th>
      </tr>
    </thead>
  );
}
