import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import type { DistributionView, PartProps } from './views.ts';

/** The way from the surplus to what is paid, each step with its clause, and what the law has against it. */
export function Steps({ distribution }: PartProps) {
  const t = useWords(words);
  const text = useText();
  const { yuan } = useFormat();
  const option = distribution.options.find(({ id }) => id === distribution.optionId) ?? distribution.options[0];
  return (
    <section className="record-section">
      <h2>{t('tab.steps')}</h2>
      {option && <p className="note">{t('part.byOption', { name: option.name })}</p>}
      <LawRefusals refusals={distribution.refusals} />
      <TableScroll label={t('tab.steps')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('field.step')}</th>
              <th scope="col">{t('field.clause')}</th>
              <th scope="col" className="end">
                {t('field.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {distribution.steps.map((step) => (
              <tr key={step.code}>
                <th scope="row">{text(wordsOf(`step.${step.code}`))}</th>
                <td>{text(wordsOf(`clause.${step.clause}`))}</td>
                <td className="number end">{yuan(step.amountFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

export function LawRefusals({ refusals }: { refusals: DistributionView['refusals'] }) {
  const t = useWords(words);
  const text = useText();
  return refusals.map(({ code, clause, values }) => {
    const key = Object.keys(words).find((name): name is keyof typeof words => name === `refusal.${code}`);
    return (
      <p key={code} className="strip bad" role="alert">
        {key ? t(key, values) : code} {text(wordsOf(`clause.${clause}`))}
      </p>
    );
  });
}
