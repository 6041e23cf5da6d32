import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getApplication } from '../application-contract.ts';
import { words } from '../words.ts';
import { ApplicationDialog } from './ApplicationDialogs.tsx';
import { wordsOf } from './codes.ts';
import type { ApplicationTask, ApplicationView } from './views.ts';

const labels = {
  amount_fen: words['field.amount'],
  term_months: words['field.termMonths'],
  purpose: words['field.purpose'],
  state: words['field.state'],
  refusals: words['field.refusals'],
  decline_code: words['field.declineCode'],
  decided_on: words['field.decidedOn'],
  note: words['field.note'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getApplication, { params });
  const [task, setTask] = useState<ApplicationTask>();
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(application) => (
        <RecordPage
          title={application.borrowerName}
          about={
            <>
              {text(wordsOf(`code.kind.${application.kind}`))}{' '}
              <span className="tag">{text(wordsOf(`code.application.${application.state}`))}</span>
            </>
          }
          back={<Link to="/loan-applications">{t('applications.title')}</Link>}
          allowed={application.allowed}
          actions={actionsOf(application, setTask)}
          sections={sections(application)}
          tabs={[
            {
              key: 'files',
              label: words['tab.files'],
              content: <AttachmentsTab table="loan_application" {...params} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="loan_application" {...params} labels={labels} />,
            },
          ]}
          dialog={
            task && <ApplicationDialog application={application} task={task} onClose={() => setTask(undefined)} />
          }
        >
          <Standing application={application} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function actionsOf(
  { state, kind, consent }: ApplicationView,
  setTask: (task: ApplicationTask) => void,
): readonly RecordAction[] {
  const press = (act: string, task: ApplicationTask, primary = false): RecordAction => ({
    ...{ act, label: words[`action.${task}`], primary, onPress: () => setTask(task) },
  });
  const isOpen = state === 'draft' || state === 'sent' || state === 'approved';
  return [
    ...(state === 'draft' ? [press('loan.apply', 'send', true)] : []),
    ...(state === 'draft' || state === 'refused' ? [press('loan.apply', 'correct')] : []),
    ...(state === 'sent' ? [press('loan.decide', 'decide', true)] : []),
    ...(state === 'approved' ? [press('loan.lend', 'lend', true)] : []),
    ...(consent?.inForce ? [press('loan.apply', 'withdrawConsent')] : []),
    ...(isOpen ? [press('loan.apply', 'withdraw')] : []),
    ...(kind === 'microcredit' ? [press('loan.report', 'report')] : []),
  ];
}

/** Why the rules do not allow it, and what a bank asked for against them. */
function Standing({ application: { refusals, reports } }: { readonly application: ApplicationView }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return (
    <>
      {refusals.length > 0 && (
        <section className="record-part">
          <h2>{t('field.refusals')}</h2>
          <ul>
            {refusals.map((code) => (
              <li key={code}>{text(wordsOf(`code.refusal.${code}`))}</li>
            ))}
          </ul>
        </section>
      )}
      {reports.length > 0 && (
        <section className="record-part">
          <h2>{t('reports.title')}</h2>
          <ul>
            {reports.map(({ id, reportedOn, collateral, state }) => (
              <li key={id}>
                {date(reportedOn)} {text(wordsOf(`code.collateral.${collateral}`))}{' '}
                {text(wordsOf(`code.report.${state}`))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function useSections(): (application: ApplicationView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  return (one) => [
    {
      items: [
        { label: words['field.place'], value: one.placeName },
        { label: words['field.poor'], value: text(wordsOf(`code.poor.${one.poor}`)) },
        { label: words['field.appliedOn'], value: date(one.appliedOn) },
        { label: words['field.amount'], value: yuan(one.amountFen) },
        { label: words['field.termMonths'], value: number(one.termMonths) },
        { label: words['field.purpose'], value: text(wordsOf(`code.purpose.${one.purpose}`)) },
        { label: words['field.purposeNote'], value: one.purposeNote },
        { label: words['field.regime'], value: one.regime && t('said.regime', { day: date(one.regime) }) },
        { label: words['field.bank'], value: one.bankName },
        { label: words['field.decidedOn'], value: one.decidedOn && date(one.decidedOn) },
        {
          label: words['field.declineCode'],
          value: one.declineCode && text(wordsOf(`code.decline.${one.declineCode}`)),
        },
        { label: words['field.note'], value: one.note, wide: true },
        {
          label: words['menu.loans'],
          value: one.loanId && <Link to={`/loans/${one.county}/${one.loanId}`}>{t('action.open')}</Link>,
        },
      ],
    },
    ...(one.consent === null ? [] : [consentSection(one.consent, { text, date })]),
  ];
}

function consentSection(
  consent: NonNullable<ApplicationView['consent']>,
  { text, date }: { readonly text: ReturnType<typeof useText>; readonly date: (day: string) => string },
): Section {
  const { fields, facts, givenOn, endsOn, withdrawnOn, paper } = consent;
  return {
    title: words['field.consent'],
    items: [
      {
        label: words['field.fields'],
        value: fields.map((field) => text(wordsOf(`code.consent.${field}`))).join(' · '),
        wide: true,
      },
      { label: words['field.paper'], value: paper },
      { label: words['field.givenOn'], value: date(givenOn) },
      { label: words['field.consentEndsOn'], value: date(endsOn) },
      { label: words['field.withdrawnOn'], value: withdrawnOn && date(withdrawnOn) },
      ...Object.entries(facts ?? {}).map(([key, value]) => ({
        label: wordsOf(`fact.${key}`),
        value: key === 'povertyState' ? text(wordsOf(`code.poverty.${value}`)) : String(value),
      })),
    ],
  };
}
