import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import type { ReliefLine, ReliefTask, ReliefView } from './views.ts';

interface LinesProps {
  readonly relief: ReliefView;
  readonly onTask: (task: ReliefTask) => void;
}

/** The households of a list, how much each gets and why. */
export function Lines({ relief, onTask }: LinesProps) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const { lines, totalFen } = relief;
  const mayEdit = relief.state === 'draft' && relief.allowed.includes('relief.make');
  return (
    <section className="record-part">
      <h2>{t('tab.lines')}</h2>
      {lines.length === 0 && <p className="note">{t('lines.empty')}</p>}
      {lines.length > 0 && (
        <TableScroll label={t('tab.lines')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('field.household')}</th>
                <th scope="col">{t('field.memberPlace')}</th>
                <th scope="col">{t('field.poor')}</th>
                <th scope="col">{t('field.cause')}</th>
                <th scope="col" className="end">
                  {t('field.amount')}
                </th>
                {mayEdit && <th scope="col">{t('field.acts')}</th>}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <LineRow key={line.id} line={line} mayEdit={mayEdit} onTask={onTask} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={4}>
                  {t('total', { lines: number(lines.length) })}
                </th>
                <td className="end">{yuan(totalFen)}</td>
                {mayEdit && <td />}
              </tr>
            </tfoot>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

interface RowProps {
  readonly line: ReliefLine;
  readonly mayEdit: boolean;
  readonly onTask: (task: ReliefTask) => void;
}

function LineRow({ line, mayEdit, onTask }: RowProps) {
  const t = useWords(words);
  const text = useText();
  const { yuan } = useFormat();
  return (
    <tr>
      <th scope="row">
        <Link to={`/households/${line.householdCounty}/${line.householdId}`}>{line.name}</Link>
      </th>
      <td>{line.memberPlaceName ?? '–'}</td>
      <td>{text(wordsOf(`code.poor.${line.poor}`))}</td>
      <td>{line.cause}</td>
      <td className="end">{yuan(line.amountFen)}</td>
      {mayEdit && (
        <td className="buttons no-print">
          {(['editLine', 'removeLine'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              className="button quiet"
              aria-label={`${t(`action.${kind}`)} ${line.name}`}
              onClick={() => onTask({ kind, line })}
            >
              {t(`action.${kind}`)}
            </button>
          ))}
        </td>
      )}
    </tr>
  );
}
