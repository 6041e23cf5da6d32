import type { ReplyOf } from '../../../platform/http/contract.ts';
import { BarRow } from '../../../platform/ui/Charts.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import type { getTilt } from '../tilt-contract.ts';
import { words } from '../words.ts';

type Result = ReplyOf<typeof getTilt>['results'][number];

/** Villages in the order of their score, with what it was made of. */
export function TiltTable({ results }: { results: readonly Result[] }) {
  const t = useWords(words);
  const { number, percent, yuan } = useFormat();
  return (
    <TableScroll label={t('tilt.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="end">
              {t('field.rank')}
            </th>
            <th scope="col">{t('field.village')}</th>
            <th scope="col">{t('field.score')}</th>
            <th scope="col" className="end">
              {t('code.measure.registered_poor')}
            </th>
            <th scope="col" className="end">
              {t('code.measure.members')}
            </th>
            <th scope="col" className="end">
              {t('code.measure.collective_income')}
            </th>
            <th scope="col" className="end">
              {t('code.measure.assets')}
            </th>
            <th scope="col" className="end">
              {t('field.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {results.map((row) => (
            <tr key={row.place}>
              <td className="end">{number(row.rank)}</td>
              <th scope="row">{row.placeName}</th>
              <td>
                <BarRow value={row.score} max={1_000_000} says={percent(Math.round(row.score / 100))} />
              </td>
              <td className="end">{number(row.values.registered_poor)}</td>
              <td className="end">{number(row.values.members)}</td>
              <td className="end">{yuan(row.values.collective_income)}</td>
              <td className="end">{yuan(row.values.assets)}</td>
              <td className="end">{yuan(row.amountFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
