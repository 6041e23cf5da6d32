import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import {
  correctApplication,
  decideApplication,
  sendApplication,
  withdrawApplication,
  withdrawConsent,
} from '../application-contract.ts';
import { consentFields } from '../consent-rules.ts';
import { recordLoan } from '../contract.ts';
import { ppmOfPercent } from '../eligibility-rules.ts';
import { recordReport } from '../report-contract.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { askedFields, bankField, consentSwitches, contractFields, decisionFields, keyOfChoice } from './fields.ts';
import { type ApplicationTask, type ApplicationView, keyOf } from './views.ts';

interface PartProps {
  readonly application: ApplicationView;
  readonly onClose: () => void;
}

/** The forms of an application, one for each step. */
export function ApplicationDialog({ task, ...part }: PartProps & { readonly task: ApplicationTask }) {
  switch (task) {
    case 'correct':
      return <Correct {...part} />;
    case 'send':
      return <Send {...part} />;
    case 'decide':
      return <Decide {...part} />;
    case 'lend':
      return <Lend {...part} />;
    case 'report':
      return <Report {...part} />;
    case 'withdraw':
      return <Withdraw {...part} />;
    case 'withdrawConsent':
      return <WithdrawConsent {...part} />;
  }
}

function Correct({ application, onClose }: PartProps) {
  const t = useWords(words);
  const params = keyOf(application);
  return (
    <Correction
      title={t('action.correct')}
      onClose={onClose}
      schema={correctApplication.body}
      fields={askedFields}
      initial={application}
      fixed={{ revision: application.revision }}
      refusals={words}
      submit={(body, options) => call(correctApplication, { params, body }, options)}
      onSaved={() => notify(t('said.saved'))}
    />
  );
}

const toBank = z.object({ bank: z.string().min(1) });
const withConsent = toBank.extend({
  paper: z.string().trim().min(2).max(100),
  endsOn: z.iso.date(),
  ...(Object.fromEntries(consentFields.map((field) => [field, z.boolean()])) as Record<
    (typeof consentFields)[number],
    z.ZodBoolean
  >),
});

function Send({ application, onClose }: PartProps) {
  const t = useWords(words);
  const consentId = useMemo(newId, []);
  const params = keyOf(application);
  const { revision } = application;
  if (application.kind !== 'microcredit') {
    return (
      <FormDialog
        title={t('action.send')}
        onClose={onClose}
        schema={toBank}
        fields={[bankField]}
        submit={({ bank }, options) => {
          return call(sendApplication, { params, body: { revision, bankId: keyOfChoice(bank).id } }, options);
        }}
      />
    );
  }
  return (
    <FormDialog
      title={t('action.send')}
      onClose={onClose}
      schema={withConsent}
      fields={[
        bankField,
        { key: 'paper', kind: 'text', label: words['field.paper'] },
        { key: 'endsOn', kind: 'date', label: words['field.consentEndsOn'] },
        ...consentSwitches,
      ]}
      initial={shownFirst}
      submit={({ bank, paper, endsOn, ...switches }, options) => {
        const fields = consentFields.filter((field) => switches[field]);
        const body = { revision, bankId: keyOfChoice(bank).id, consent: { id: consentId, fields, endsOn, paper } };
        return call(sendApplication, { params, body }, options);
      }}
    />
  );
}

const shownFirst = { people: true, poverty: true };

function Decide({ application, onClose }: PartProps) {
  const t = useWords(words);
  const params = keyOf(application);
  return (
    <FormDialog
      title={t('action.decide')}
      onClose={onClose}
      schema={decideApplication.body}
      fields={decisionFields}
      fixed={{ revision: application.revision }}
      submit={(body, options) => call(decideApplication, { params, body }, options)}
    />
  );
}

const contractSchema = recordLoan.body.omit({ ratePpm: true }).extend({
  ratePercent: z.string().refine((text) => ppmOfPercent(text) !== undefined, 'rate_percent'),
});

function Lend({ application, onClose }: PartProps) {
  const t = useWords(words);
  const goTo = useNavigate();
  const today = useToday();
  const id = useMemo(newId, []);
  const { county, id: applicationId, amountFen, termMonths, kind } = application;
  const isMicro = kind === 'microcredit';
  const initial = useMemo(
    () => ({
      ...{ principalFen: amountFen, termMonths, startsOn: today, everyMonths: 3, method: 'interest_only' },
      ...{ dayCount: 'actual_360', collateral: 'none', shiftHolidays: true, subsidised: isMicro },
    }),
    [amountFen, termMonths, today, isMicro],
  );
  return (
    <FormDialog
      title={t('action.lend')}
      onClose={onClose}
      schema={contractSchema}
      fields={contractFields}
      initial={initial}
      fixed={{ id, county, applicationId }}
      submit={({ ratePercent, ...body }, options) => {
        return call(recordLoan, { body: { ...body, ratePpm: ppmOfPercent(ratePercent) ?? 0 } }, options);
      }}
      onSaved={(saved) => goTo(`/loans/${saved.county}/${saved.id}`)}
    />
  );
}

function Report({ application, onClose }: PartProps) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const params = keyOf(application);
  return (
    <FormDialog
      title={t('action.report')}
      onClose={onClose}
      schema={recordReport.body}
      fields={[
        {
          key: 'collateral',
          kind: 'code',
          label: words['field.collateral'],
          codes: codesOf('collateral', ['guarantee', 'mortgage', 'pledge']),
        },
        { key: 'note', kind: 'note', label: words['field.note'], wide: true },
      ]}
      fixed={{ id }}
      submit={(body, options) => call(recordReport, { params, body }, options)}
    />
  );
}

function Withdraw({ application, onClose }: PartProps) {
  const t = useWords(words);
  const withdraw = useWrite(withdrawApplication);
  const { revision } = application;
  return (
    <ConfirmWithReason
      title={t('action.withdraw')}
      effect={t('effect.withdraw')}
      confirmLabel={t('action.withdraw')}
      danger
      onClose={onClose}
      onConfirm={(reason) => withdraw.mutateAsync({ params: keyOf(application), body: { revision, reason } })}
    />
  );
}

function WithdrawConsent({ application, onClose }: PartProps) {
  const t = useWords(words);
  const withdraw = useWrite(withdrawConsent);
  const revision = application.consent?.revision ?? 1;
  return (
    <ConfirmWithReason
      title={t('action.withdrawConsent')}
      effect={t('effect.withdrawConsent')}
      confirmLabel={t('action.withdrawConsent')}
      danger
      onClose={onClose}
      onConfirm={(reason) => withdraw.mutateAsync({ params: keyOf(application), body: { revision, reason } })}
    />
  );
}
