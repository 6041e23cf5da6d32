import { Link } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { traceForward } from '../trace-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';

/** Everybody who was paid of a document; each leads back to the document. */
export function PayeeTable({ document, place }: { readonly document: string; readonly place?: number | undefined }) {
  const t = useWords(words);
  const speak = useCodes();
  const { date, number, yuan } = useFormat();
  const reply = useReply(traceForward, { query: { document, place, limit: 200 } });
  return (
    <section className="record-part">
      <h2>{t('trace.forward')}</h2>
      <Loaded reply={reply}>
        {({ rows, total, sumFen }) =>
          rows.length === 0 ? (
            <p className="note">{t('trace.noPayments')}</p>
          ) : (
            <TableScroll label={t('trace.forward')}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('field.payee')}</th>
                    <th scope="col">{t('field.payeeKind')}</th>
                    <th scope="col">{t('field.place')}</th>
                    <th scope="col" className="end">
                      {t('field.payments')}
                    </th>
                    <th scope="col">{t('field.lastOn')}</th>
                    <th scope="col" className="end">
                      {t('field.amount')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.payeeId}>
                      <th scope="row">
                        <Link to={`/funds/trace?payee=${row.payeeId}`}>{row.payeeName}</Link>
                      </th>
                      <td>{speak('payeeKind', row.payeeKind)}</td>
                      <td>{row.placeName}</td>
                      <td className="end">{number(row.payments)}</td>
                      <td>{date(row.lastOn)}</td>
                      <td className="end">{yuan(row.amountFen)}</td>
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row" colSpan={5}>
                      {t('lines.sum', { lines: number(total) })}
                    </th>
                    <td className="end">{yuan(sumFen)}</td>
                  </tr>
                </tfoot>
              </table>
            </TableScroll>
          )
        }
      </Loaded>
    </section>
  );
}
