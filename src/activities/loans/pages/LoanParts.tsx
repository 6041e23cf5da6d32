import { useState } from 'react';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useWrite } from '../../../platform/ui/queries.ts';
import { withdrawLoanPayment } from '../contract.ts';
import { quarterOf } from '../subsidy-rules.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { PartTable } from './PartTable.tsx';
import { keyOf, type LoanView } from './views.ts';

interface LoanProps {
  readonly loan: LoanView;
}

/** What falls due when, and what was paid of it. */
export function Plan({ lines }: Pick<LoanView, 'lines'>) {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  const sum = (pick: (line: LoanView['lines'][number]) => bigint) =>
    yuan(lines.reduce((all, one) => all + pick(one), 0n));
  return (
    <PartTable
      title={t('tab.plan')}
      empty={t('empty')}
      heads={[
        ...(['number', 'dueOn', 'payBy'] as const).map((key) => ({ label: words[`field.${key}`], whole: true })),
        ...(['principalDue', 'interest', 'sum', 'paid'] as const).map((key) => ({
          label: words[`field.${key}`],
          end: true,
        })),
        { label: words['field.settledOn'], whole: true },
      ]}
      rows={lines.map((line) => ({
        key: String(line.number),
        cells: [
          line.kind === 'prepayment'
            ? `${number(line.number)} ${text(wordsOf('code.payment.prepayment'))}`
            : number(line.number),
          date(line.dueOn),
          date(line.payBy),
          yuan(line.principalFen),
          yuan(line.interestFen),
          yuan(line.principalFen + line.interestFen),
          yuan(line.paidPrincipalFen + line.paidInterestFen),
          line.settledOn === null ? '–' : date(line.settledOn),
        ],
      }))}
      totals={[
        ...[t('field.total'), '', '', sum((line) => line.principalFen), sum((line) => line.interestFen)],
        ...[
          sum((line) => line.principalFen + line.interestFen),
          sum((line) => line.paidPrincipalFen + line.paidInterestFen),
          '',
        ],
      ]}
    />
  );
}

/** Payments as the bank split them; one recorded by mistake is taken out. */
export function Payments({ loan }: LoanProps) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  const [taken, setTaken] = useState<LoanView['payments'][number]>();
  const mayPay = loan.allowed.includes('loan.pay');
  return (
    <>
      <PartTable
        title={t('tab.payments')}
        empty={t('payments.empty')}
        heads={[
          { label: words['field.paidOn'] },
          { label: words['field.paymentKind'] },
          ...(['principalPaid', 'interestPaid', 'penalty'] as const).map((key) => ({
            label: words[`field.${key}`],
            end: true,
          })),
          { label: words['field.receipt'] },
          ...(mayPay ? [{ label: words['field.acts'] }] : []),
        ]}
        rows={loan.payments.map((payment) => ({
          key: payment.id,
          cells: [
            date(payment.paidOn),
            text(wordsOf(`code.payment.${payment.kind}`)),
            yuan(payment.principalFen),
            yuan(payment.interestFen),
            yuan(payment.penaltyFen),
            payment.receipt,
            ...(mayPay
              ? [
                  <button
                    key="out"
                    type="button"
                    className="button quiet"
                    aria-label={`${t('action.takeOut')} ${payment.receipt}`}
                    onClick={() => setTaken(payment)}
                  >
                    {t('action.takeOut')}
                  </button>,
                ]
              : []),
          ],
        }))}
      />
      {taken && <TakeOut loan={loan} payment={taken} onClose={() => setTaken(undefined)} />}
    </>
  );
}

function TakeOut({
  loan,
  payment,
  onClose,
}: LoanProps & { readonly payment: LoanView['payments'][number]; readonly onClose: () => void }) {
  const t = useWords(words);
  const withdraw = useWrite(withdrawLoanPayment);
  const params = { ...keyOf(loan), paymentId: payment.id };
  return (
    <ConfirmWithReason
      title={t('action.takeOut')}
      effect={t('effect.takeOut')}
      confirmLabel={t('action.takeOut')}
      danger
      onClose={onClose}
      onConfirm={(reason) => withdraw.mutateAsync({ params, body: { revision: payment.revision, reason } })}
    />
  );
}

export function Uses({ loan: { uses } }: LoanProps) {
  const t = useWords(words);
  const { date, yuan } = useFormat();
  return (
    <PartTable
      title={t('tab.uses')}
      empty={t('uses.empty')}
      heads={[
        { label: words['field.happenedOn'] },
        { label: words['field.item'] },
        { label: words['field.spent'], end: true },
        { label: words['field.evidence'] },
      ]}
      rows={uses.map((use) => ({
        key: use.id,
        cells: [date(use.happenedOn), use.item, yuan(use.amountFen), use.evidence],
      }))}
      totals={[t('field.total'), '', yuan(uses.reduce((all, { amountFen }) => all + amountFen, 0n)), '']}
    />
  );
}

export function Visits({ loan: { visits } }: LoanProps) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return (
    <PartTable
      title={t('tab.visits')}
      empty={t('visits.empty')}
      heads={(['visitedOn', 'cause', 'finding', 'promise', 'visitor'] as const).map((key) => ({
        label: words[`field.${key}`],
      }))}
      rows={visits.map((visit) => ({
        key: visit.id,
        cells: [
          date(visit.visitedOn),
          text(wordsOf(`code.cause.${visit.cause}`)),
          visit.finding,
          [visit.promisedOn && date(visit.promisedOn), visit.promise].filter(Boolean).join(' '),
          visit.visitor,
        ],
      }))}
    />
  );
}

export function Subsidies({ loan: { subsidies } }: LoanProps) {
  const t = useWords(words);
  const text = useText();
  const { number, yuan } = useFormat();
  return (
    <PartTable
      title={t('subsidies.title')}
      empty={t('subsidies.of.empty')}
      heads={[
        { label: words['field.quarter'] },
        { label: words['field.days'], end: true },
        { label: words['field.subsidy'], end: true },
        { label: words['field.state'] },
      ]}
      rows={subsidies.map((line) => ({
        key: line.id,
        cells: [
          t('said.quarter', quarterOf(line.quarterOn)),
          number(line.days),
          yuan(line.amountFen),
          text(wordsOf(`code.line.${line.state}`)),
        ],
      }))}
    />
  );
}
