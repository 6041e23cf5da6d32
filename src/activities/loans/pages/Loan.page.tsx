import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { download } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getLoan, printSchedule } from '../contract.ts';
import { formatPpm } from '../eligibility-rules.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { LoanDialog } from './LoanDialogs.tsx';
import { Payments, Plan, Subsidies, Uses, Visits } from './LoanParts.tsx';
import { keyOf, type LoanTask, type LoanView } from './views.ts';

const labels = {
  outstanding_fen: words['field.outstanding'],
  state: words['field.state'],
  ends_on: words['field.endsOn'],
  extended_on: words['field.extendedOn'],
  extended_months: words['field.extendedMonths'],
  settled_on: words['field.settledOn'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const { yuan } = useFormat();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getLoan, { params });
  const [task, setTask] = useState<LoanTask>();
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(loan) => (
        <RecordPage
          title={`${loan.borrowerName} ${loan.contractNumber}`}
          about={
            <>
              {loan.bankName} <span className="tag">{text(wordsOf(`code.loan.${loan.state}`))}</span>
            </>
          }
          back={<Link to="/loans">{t('title')}</Link>}
          allowed={[...loan.allowed, 'loan.read']}
          actions={actionsOf(loan, setTask)}
          sections={sections(loan)}
          tabs={[
            {
              key: 'payments',
              label: words['tab.payments'],
              count: loan.payments.length,
              content: <Payments loan={loan} />,
            },
            { key: 'uses', label: words['tab.uses'], count: loan.uses.length, content: <Uses loan={loan} /> },
            { key: 'visits', label: words['tab.visits'], count: loan.visits.length, content: <Visits loan={loan} /> },
            {
              ...{ key: 'subsidies', label: words['subsidies.title'], count: loan.subsidies.length },
              content: <Subsidies loan={loan} />,
            },
            { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="loan" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="loan" {...params} labels={labels} />,
            },
          ]}
          dialog={task && <LoanDialog loan={loan} task={task} onClose={() => setTask(undefined)} />}
        >
          {loan.overdueSince !== null && (
            <p className="strip bad">
              {t('said.overdue', { amount: yuan(loan.overdueFen), age: text(wordsOf(`code.age.${loan.age}`)) })}
            </p>
          )}
          <Plan lines={loan.lines} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function actionsOf(loan: LoanView, setTask: (task: LoanTask) => void): readonly RecordAction[] {
  const press = (act: string, task: LoanTask, primary = false): RecordAction => ({
    ...{ act, label: words[`action.${task}`], primary, onPress: () => setTask(task) },
  });
  const params = keyOf(loan);
  return [
    press('loan.pay', 'pay', true),
    press('loan.visit', 'visit'),
    press('loan.use', 'use'),
    press('loan.lend', 'extend'),
    press('loan.compensate', 'compensate'),
    { act: 'loan.read', label: words['action.print'], onPress: () => void download(printSchedule, { params }) },
  ];
}

function useSections(): (loan: LoanView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  return (loan) => [
    {
      items: [
        { label: words['field.place'], value: loan.placeName },
        { label: words['field.kind'], value: text(wordsOf(`code.kind.${loan.kind}`)) },
        { label: words['field.principal'], value: yuan(loan.principalFen) },
        { label: words['field.outstanding'], value: yuan(loan.outstandingFen) },
        { label: words['field.rate'], value: formatPpm(loan.ratePpm) },
        { label: words['field.startsOn'], value: date(loan.startsOn) },
        { label: words['field.endsOn'], value: date(loan.endsOn) },
        { label: words['field.termMonths'], value: number(loan.termMonths) },
        { label: words['field.method'], value: text(wordsOf(`code.method.${loan.method}`)) },
        { label: words['field.everyMonths'], value: text(wordsOf(`code.every.${loan.everyMonths}`)) },
        { label: words['field.dayCount'], value: text(wordsOf(`code.dayCount.${loan.dayCount}`)) },
        {
          label: words['field.shiftHolidays'],
          value: text(wordsOf(loan.shiftHolidays ? 'code.poor.yes' : 'code.poor.no')),
        },
        { label: words['field.collateral'], value: text(wordsOf(`code.collateral.${loan.collateral}`)) },
        { label: words['field.subsidised'], value: text(wordsOf(loan.subsidised ? 'code.poor.yes' : 'code.poor.no')) },
        { label: words['field.poor'], value: text(wordsOf(`code.poor.${loan.poor}`)) },
        { label: words['field.purpose'], value: text(wordsOf(`code.purpose.${loan.purpose}`)) },
        { label: words['field.regime'], value: loan.regime && t('said.regime', { day: date(loan.regime) }) },
        { label: words['field.extendedOn'], value: loan.extendedOn && date(loan.extendedOn) },
        { label: words['field.settledOn'], value: loan.settledOn && date(loan.settledOn) },
        {
          label: words['applications.title'],
          value: <Link to={`/loan-applications/${loan.county}/${loan.applicationId}`}>{t('action.open')}</Link>,
        },
      ],
    },
  ];
}
