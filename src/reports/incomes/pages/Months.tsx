import { Link } from 'react-router';
import { formatYuan } from '../../../platform/pure/money.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import type { IncomeView } from '../contract.ts';
import type { IncomeKind } from '../rules.ts';
import { words } from '../words.ts';
import { addressOf } from './shown.ts';

type KindSums = IncomeView['kinds'];

/** The year by month and kind; every amount shows the entries it is made of. */
export function Months({ income }: { readonly income: IncomeView }) {
  const t = useWords(words);
  const { month: speakMonth } = useFormat();
  const { year, kinds, months, sumFen } = income;
  const title = t('part.months');
  return (
    <section className="record-part">
      <h2>{title}</h2>
      <TableScroll label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('field.month')}</th>
              {kinds.map(({ kind }) => (
                <th key={kind} scope="col" className="end">
                  {t(`kind.${kind}`)}
                </th>
              ))}
              <th scope="col" className="end">
                {t('field.sum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, ...sums }) => (
              <tr key={month}>
                <th scope="row">{speakMonth(month)}</th>
                <Cells kinds={kinds} sums={sums} shown={{ year, month }} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('field.sum')}</th>
              <Cells kinds={kinds} sums={{ kinds, sumFen }} shown={{ year }} />
            </tr>
          </tfoot>
        </table>
      </TableScroll>
    </section>
  );
}

interface CellsProps {
  readonly kinds: KindSums;
  readonly sums: { readonly kinds: KindSums; readonly sumFen: bigint };
  readonly shown: { readonly year: number; readonly month?: string };
}

function Cells({ kinds, sums, shown }: CellsProps) {
  const amountOf = (kind: IncomeKind) => sums.kinds.find((one) => one.kind === kind)?.sumFen;
  return (
    <>
      {kinds.map(({ kind }) => {
        const amount = amountOf(kind);
        return (
          <td key={kind} className="end">
            {amount === undefined ? '' : <Link to={addressOf({ ...shown, kind })}>{formatYuan(amount)}</Link>}
          </td>
        );
      })}
      <td className="end">
        <Link to={addressOf(shown)}>{formatYuan(sums.sumFen)}</Link>
      </td>
    </>
  );
}
