import { FigureLink } from '../../../platform/ui/Figure.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { shareText } from '../surplus-rules.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { type DistributionView, type PartProps, statementOf } from './views.ts';

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
      {distribution.cautions.map(({ code, values }) => (
        <p key={code} className="strip warn">
          {t(`caution.${code}`, values)}
        </p>
      ))}
      <RefundShare distribution={distribution} />
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
                <td className="end">
                  <StepAmount distribution={distribution} code={step.code} amount={yuan(step.amountFen)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

/** What the refunds come to, by the statement and by the law’s own base. */
function RefundShare({ distribution: { steps } }: PartProps) {
  const t = useWords(words);
  const amountOf = (code: string) => steps.find((step) => step.code === code)?.amountFen;
  const refundFen = amountOf('patronage_refund');
  if (refundFen === undefined) return null;
  const shareOf = (code: string) => shareText(refundFen, amountOf(code) ?? 0n);
  const values = { share: shareOf('distributable_surplus'), lawShare: shareOf('law_distributable') };
  return <p className="note">{t('steps.share', values)}</p>;
}

const divided = ['patronage_refund', 'remainder'];
const fromBooks = ['surplus', 'reserve_for_losses', 'losses_covered'];

/** Leads to the lines that a step is divided into, to the closed year it comes from, or to the voucher it made. */
function StepAmount({ distribution, code, amount }: PartProps & { readonly code: string; readonly amount: string }) {
  const { county, id, voucherId } = distribution;
  const voucher = voucherId === null ? undefined : `/vouchers/${county}/${voucherId}`;
  const reserved = code.endsWith('_reserve') ? voucher : undefined;
  const to = divided.includes(code)
    ? `/distributions/${county}/${id}?tab=lines`
    : fromBooks.includes(code)
      ? statementOf(distribution)
      : reserved;
  return <FigureLink value={amount} {...(to === undefined ? {} : { to })} />;
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
