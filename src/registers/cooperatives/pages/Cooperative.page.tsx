import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section, type Tab } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { type CooperativeView, getCooperative, withdrawCooperative } from '../contract.ts';
import { words } from '../words.ts';
import { Charters } from './Charters.tsx';
import { Composition } from './Composition.tsx';
import { CorrectDialog, DissolveDialog } from './CooperativeDialogs.tsx';
import { codeWords } from './codes.ts';
import { Members } from './Members.tsx';

type Task = 'correct' | 'dissolve';

const labels = {
  name: words['field.name'],
  credit_code: words['field.creditCode'],
  chairperson: words['field.chairperson'],
  address: words['field.address'],
  business: words['field.business'],
  branch_led: words['field.branchLed'],
  registered_on: words['field.registeredOn'],
  dissolved_on: words['field.dissolvedOn'],
  dissolved_reason: words['field.dissolvedReason'],
};

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getCooperative, { params });
  const [task, setTask] = useState<Task>();
  const sections = useSections();
  const withdrawal = useWithdrawal();
  return (
    <Loaded reply={reply} asPage>
      {(cooperative) => (
        <RecordPage
          title={cooperative.name}
          about={<About cooperative={cooperative} />}
          back={<Link to="/cooperatives">{t('title')}</Link>}
          allowed={cooperative.allowed}
          actions={[
            { act: 'cooperative.correct', label: words['action.correct'], onPress: () => setTask('correct') },
            ...(cooperative.dissolvedOn === null
              ? [
                  {
                    act: 'cooperative.dissolve',
                    label: words['action.dissolve'],
                    onPress: () => setTask('dissolve'),
                  },
                ]
              : []),
            withdrawal(cooperative),
          ]}
          sections={sections(cooperative)}
          tabs={tabsOf(cooperative)}
          dialog={
            <>
              {task === 'correct' && (
                <CorrectDialog
                  cooperative={cooperative}
                  onClose={() => setTask(undefined)}
                  onSaved={() => void reply.refetch()}
                />
              )}
              {task === 'dissolve' && (
                <DissolveDialog
                  cooperative={cooperative}
                  onClose={() => setTask(undefined)}
                  onSaved={() => void reply.refetch()}
                />
              )}
            </>
          }
        />
      )}
    </Loaded>
  );
}

function tabsOf(cooperative: CooperativeView): readonly Tab[] {
  const { county, id, members, openBreaches } = cooperative;
  return [
    { key: 'members', label: words['tab.members'], count: members, content: <Members cooperative={cooperative} /> },
    { key: 'charter', label: words['tab.charter'], content: <Charters cooperative={cooperative} /> },
    {
      key: 'composition',
      label: words['tab.composition'],
      count: openBreaches,
      content: <Composition cooperative={cooperative} />,
    },
    {
      key: 'files',
      label: words['tab.files'],
      content: <AttachmentsTab table="cooperative" county={county} id={id} />,
    },
    {
      key: 'history',
      label: words['tab.history'],
      content: <HistoryTab table="cooperative" county={county} id={id} labels={labels} />,
    },
  ];
}

function About({ cooperative }: { cooperative: CooperativeView }) {
  const t = useWords(words);
  const text = useText();
  return (
    <>
      {cooperative.placeName} {text(codeWords('kind', cooperative.kind))}{' '}
      {cooperative.dissolvedOn !== null && <span className="tag">{t('dissolved')}</span>}
      {cooperative.openBreaches > 0 && (
        <span className="tag bad">{t('toCure', { count: cooperative.openBreaches })}</span>
      )}
    </>
  );
}

function useWithdrawal(): (cooperative: CooperativeView) => RecordAction {
  const t = useWords(words);
  const withdraw = useWrite(withdrawCooperative);
  const goTo = useNavigate();
  return ({ county, id, name, revision }) => ({
    act: 'cooperative.dissolve',
    label: words['action.withdraw'],
    effect: t('effect.withdraw', { name }),
    danger: true,
    run: async (reason) => {
      await withdraw.mutateAsync({ params: { county, id }, body: { revision, reason } });
      goTo('/cooperatives');
      return t('withdrawn');
    },
  });
}

function useSections(): (cooperative: CooperativeView) => readonly Section[] {
  const text = useText();
  const { date } = useFormat();
  return (cooperative) => [
    {
      items: [
        { label: words['field.kind'], value: text(codeWords('kind', cooperative.kind)) },
        { label: words['field.creditCode'], value: cooperative.creditCode },
        { label: words['field.place'], value: cooperative.placeName },
        { label: words['field.chairperson'], value: cooperative.chairperson },
        { label: words['field.phone'], value: cooperative.phone },
        { label: words['field.branchLed'], value: text(codeWords('yes', String(cooperative.branchLed))) },
        { label: words['field.registeredOn'], value: date(cooperative.registeredOn) },
        { label: words['field.dissolvedOn'], value: cooperative.dissolvedOn && date(cooperative.dissolvedOn) },
        { label: words['field.address'], value: cooperative.address, wide: true },
        { label: words['field.business'], value: cooperative.business, wide: true },
        ...(cooperative.dissolvedReason
          ? [{ label: words['field.dissolvedReason'], value: cooperative.dissolvedReason, wide: true }]
          : []),
      ],
    },
  ];
}
