import { useMemo } from 'react';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { recordLoanUse, recordLoanVisit } from '../care-contract.ts';
import { extendLoan, recordLoanPayment } from '../contract.ts';
import { askCompensation } from '../pool-contract.ts';
import { words } from '../words.ts';
import { FormDialog } from './FormDialog.tsx';
import { paymentFields, reasonField, useFields, visitFields } from './fields.ts';
import { keyOf, type LoanTask, type LoanView } from './views.ts';

interface PartProps {
  readonly loan: LoanView;
  readonly onClose: () => void;
}

/** The forms of a loan, one for each step. */
export function LoanDialog({ task, ...part }: PartProps & { readonly task: LoanTask }) {
  switch (task) {
    case 'pay':
      return <Pay {...part} />;
    case 'extend':
      return <Extend {...part} />;
    case 'use':
      return <Use {...part} />;
    case 'visit':
      return <Visit {...part} />;
    case 'compensate':
      return <Compensate {...part} />;
  }
}

/** Filled with what falls due next. */
function Pay({ loan, onClose }: PartProps) {
  const t = useWords(words);
  const today = useToday();
  const id = useMemo(newId, []);
  const params = keyOf(loan);
  const initial = useMemo(() => {
    const next = loan.lines.find(({ settledOn }) => settledOn === null);
    return {
      ...{ kind: 'instalment', paidOn: today, penaltyFen: 0n, afterwards: 'lower' },
      principalFen: next ? next.principalFen - next.paidPrincipalFen : 0n,
      interestFen: next ? next.interestFen - next.paidInterestFen : 0n,
    };
  }, [loan.lines, today]);
  return (
    <FormDialog
      title={t('action.pay')}
      onClose={onClose}
      schema={recordLoanPayment.body}
      fields={paymentFields}
      initial={initial}
      fixed={{ id }}
      submit={(body, options) => call(recordLoanPayment, { params, body }, options)}
    />
  );
}

function Extend({ loan, onClose }: PartProps) {
  const t = useWords(words);
  const params = keyOf(loan);
  return (
    <FormDialog
      title={t('action.extend')}
      onClose={onClose}
      schema={extendLoan.body}
      fields={[{ key: 'months', kind: 'integer', label: words['field.months'] }, reasonField]}
      fixed={{ revision: loan.revision }}
      submit={(body, options) => call(extendLoan, { params, body }, options)}
    />
  );
}

function Use({ loan, onClose }: PartProps) {
  const t = useWords(words);
  const today = useToday();
  const id = useMemo(newId, []);
  const initial = useMemo(() => ({ happenedOn: today }), [today]);
  const params = keyOf(loan);
  return (
    <FormDialog
      title={t('action.use')}
      onClose={onClose}
      schema={recordLoanUse.body}
      fields={useFields}
      initial={initial}
      fixed={{ id }}
      submit={(body, options) => call(recordLoanUse, { params, body }, options)}
    />
  );
}

function Visit({ loan, onClose }: PartProps) {
  const t = useWords(words);
  const today = useToday();
  const id = useMemo(newId, []);
  const cause = loan.overdueSince === null ? 'use' : 'overdue';
  const initial = useMemo(() => ({ cause, visitedOn: today }), [cause, today]);
  const params = keyOf(loan);
  return (
    <FormDialog
      title={t('action.visit')}
      onClose={onClose}
      schema={recordLoanVisit.body}
      fields={visitFields}
      initial={initial}
      fixed={{ id }}
      submit={(body, options) => call(recordLoanVisit, { params, body }, options)}
    />
  );
}

function Compensate({ loan, onClose }: PartProps) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const params = keyOf(loan);
  return (
    <FormDialog
      title={t('action.compensate')}
      onClose={onClose}
      schema={askCompensation.body}
      fields={[{ key: 'note', kind: 'note', label: words['field.note'], wide: true }]}
      fixed={{ id }}
      submit={(body, options) => call(askCompensation, { params, body }, options)}
    />
  );
}
