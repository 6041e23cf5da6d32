import { Link } from 'react-router';
import { formatYuan } from '../../../platform/pure/money.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import type { IncomeView } from '../contract.ts';
import { addUpIncome } from '../rules.ts';
import { words } from '../words.ts';
import { addressOf, type Shown } from './shown.ts';

interface EntriesProps {
  readonly entries: IncomeView['entries'];
  readonly shown: Shown;
}

/** The entries under the amounts above; each opens the record it stands in. */
export function Entries({ entries, shown }: EntriesProps) {
  const t = useWords(words);
  const { date, month } = useFormat();
  const chosen = [shown.month && month(shown.month), shown.kind && t(`kind.${shown.kind}`)].filter(Boolean).join(' · ');
  return (
    <section className="record-part">
      <h2>
        {chosen === '' ? t('part.entries') : `${t('part.entries')}: ${chosen}`}
        {chosen !== '' && (
          <Link className="no-print" to={addressOf({ year: shown.year })}>
            {t('action.all')}
          </Link>
        )}
      </h2>
      <TableScroll label={t('part.entries')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('field.entry')}</th>
              <th scope="col" className="secondary">
                {t('field.kind')}
              </th>
              <th scope="col">{t('field.occurredOn')}</th>
              <th scope="col" className="end">
                {t('field.amountYuan')}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={`${entry.recordId} ${entry.occurredOn}`}>
                <th scope="row">
                  <Link to={entry.address}>{entry.title ?? t(`kind.${entry.kind}`)}</Link>
                </th>
                <td className="secondary">{t(`kind.${entry.kind}`)}</td>
                <td>{date(entry.occurredOn)}</td>
                <td className="end">
                  <Link to={entry.address}>{formatYuan(entry.amountFen)}</Link>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('field.sum')}</th>
              <td className="secondary" />
              <td />
              <td className="end">{formatYuan(addUpIncome(entries).sumFen)}</td>
            </tr>
          </tfoot>
        </table>
      </TableScroll>
    </section>
  );
}
