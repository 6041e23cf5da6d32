import { sumFen } from '../../../platform/pure/money.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import type { ReturnTask } from './ReturnDialog.tsx';
import type { ReturnView, ScheduleLine } from './views.ts';

interface ScheduleProps {
  readonly contract: ReturnView;
  readonly onTask: (task: ReturnTask) => void;
}

/** Each period: what was promised, what came and when, and what is missing. */
export function Schedule({ contract, onTask }: ScheduleProps) {
  const t = useWords(words);
  const sharesProfit = contract.profitShareBp > 0;
  const mayRecord = contract.allowed.includes('return.record');
  return (
    <section className="record-part">
      <h2>{t('tab.schedule')}</h2>
      <TableScroll label={t('tab.schedule')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('field.dueOn')}</th>
              {(sharesProfit ? profitHeads : heads).map((head) => (
                <th key={head} scope="col" className="end">
                  {t(`field.${head}`)}
                </th>
              ))}
              <th scope="col">{t('field.receipts')}</th>
              <th scope="col">{t('field.light')}</th>
              {mayRecord && <th scope="col">{t('field.acts')}</th>}
            </tr>
          </thead>
          <tbody>
            {contract.schedule.map((line) => (
              <LineRow key={line.id} contract={contract} line={line} onTask={onTask} />
            ))}
          </tbody>
          <Totals contract={contract} />
        </table>
      </TableScroll>
    </section>
  );
}

const heads = ['floor', 'promised', 'paidIn'] as const;
const profitHeads = ['floor', 'profit', 'promised', 'paidIn'] as const;

function LineRow({ contract, line, onTask }: ScheduleProps & { readonly line: ScheduleLine }) {
  const t = useWords(words);
  const { date, yuan } = useFormat();
  const due = date(line.dueOn);
  return (
    <tr>
      <th scope="row">{due}</th>
      <td className="end">{yuan(line.floorFen)}</td>
      {contract.profitShareBp > 0 && (
        <td className="end" title={line.profitDocument ?? undefined}>
          {line.profitFen === null ? '–' : yuan(line.profitFen)}
        </td>
      )}
      <td className="end">{yuan(line.promisedFen)}</td>
      <td className="end">{yuan(line.paidFen)}</td>
      <td>
        {line.receipts.map(({ id, paidOn, amountFen, document }) => (
          <p key={id}>{t('receipt.line', { date: date(paidOn), amount: yuan(amountFen), document })}</p>
        ))}
      </td>
      <td>
        <Light state={line.light} label={t(`code.light.${line.light}`)} />
      </td>
      {contract.allowed.includes('return.record') && (
        <td className="buttons no-print">
          {contract.profitShareBp > 0 && (
            <button
              type="button"
              className="button quiet"
              aria-label={`${t('action.profit')} ${due}`}
              onClick={() => onTask({ kind: 'profit', line })}
            >
              {t('action.profit')}
            </button>
          )}
          {line.paidFen < line.promisedFen && (
            <button
              type="button"
              className="button quiet"
              aria-label={`${t('action.receipt')} ${due}`}
              onClick={() => onTask({ kind: 'receipt', line })}
            >
              {t('action.receipt')}
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

function Totals({ contract }: Pick<ScheduleProps, 'contract'>) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const sum = (key: 'floorFen' | 'promisedFen' | 'paidFen') => yuan(sumFen(contract.schedule.map((line) => line[key])));
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('field.total')}</th>
        <td className="end">{sum('floorFen')}</td>
        {contract.profitShareBp > 0 && <td />}
        <td className="end">{sum('promisedFen')}</td>
        <td className="end">{sum('paidFen')}</td>
        <td colSpan={contract.allowed.includes('return.record') ? 3 : 2} />
      </tr>
    </tfoot>
  );
}
