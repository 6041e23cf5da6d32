import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { cancelAssembly, getAssembly, reopenAssembly } from '../contract.ts';
import { words } from '../words.ts';
import { AssemblyDialog } from './AssemblyDialogs.tsx';
import { Attendance } from './Attendance.tsx';
import { Clocks } from './Clocks.tsx';
import { organWords, wordsOf } from './codes.ts';
import { Motions } from './Motions.tsx';
import { Printing } from './Printing.tsx';
import { Roll } from './Roll.tsx';
import type { AssemblyTask, AssemblyView } from './views.ts';

const labels = {
  title: words['field.title'],
  held_on: words['field.heldOn'],
  noticed_on: words['field.noticedOn'],
  documents_on: words['field.documentsOn'],
  venue: words['field.venue'],
  entitled: words['field.entitled'],
  present: words['field.present'],
  proxies: words['field.proxies'],
  state: words['field.state'],
  minutes: words['field.minutes'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getAssembly, { params });
  const [task, setTask] = useState<AssemblyTask>();
  const actions = useActions(setTask);
  const facts = useFacts();
  return (
    <Loaded reply={reply} asPage>
      {(assembly) => (
        <RecordPage
          title={assembly.title}
          about={`${assembly.cooperativeName ?? assembly.placeName} ${text(organWords(assembly.form, assembly.organ))}`}
          back={<Link to="/assemblies">{t('title')}</Link>}
          allowed={assembly.allowed}
          actions={actions(assembly)}
          sections={[{ items: facts(assembly) }]}
          tabs={[
            ...(assembly.rollKind === 'named'
              ? [
                  {
                    key: 'roll',
                    label: words['tab.roll'],
                    count: assembly.counts.entitled,
                    content: <Roll assembly={assembly} />,
                  },
                ]
              : []),
            {
              key: 'files',
              label: words['tab.files'],
              count: assembly.files,
              content: <AttachmentsTab table="assembly" {...params} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="assembly" {...params} labels={labels} />,
            },
          ]}
          dialog={task && <AssemblyDialog assembly={assembly} task={task} onClose={() => setTask(undefined)} />}
        >
          <Clocks assembly={assembly} />
          <Attendance assembly={assembly} onCount={() => setTask({ kind: 'counts' })} />
          <Motions assembly={assembly} onTask={setTask} />
          <Printing assembly={assembly} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function useActions(setTask: (task: AssemblyTask) => void): (assembly: AssemblyView) => readonly RecordAction[] {
  const t = useWords(words);
  const cancel = useWrite(cancelAssembly);
  const reopen = useWrite(reopenAssembly);
  return ({ county, id, revision, title }) => {
    const params = { county, id };
    return [
      {
        act: 'assembly.close',
        label: words['action.close'],
        primary: true,
        onPress: () => setTask({ kind: 'close' }),
      },
      { act: 'assembly.call', label: words['action.correct'], onPress: () => setTask({ kind: 'correct' }) },
      {
        act: 'assembly.call',
        label: words['action.cancel'],
        effect: t('effect.cancel', { title }),
        danger: true,
        run: async (reason) => {
          await cancel.mutateAsync({ params, body: { revision, reason } });
          return t('said.cancelled');
        },
      },
      {
        act: 'assembly.reopen',
        label: words['action.reopen'],
        effect: t('effect.reopen', { title }),
        danger: true,
        run: async (reason) => {
          await reopen.mutateAsync({ params, body: { revision, reason } });
          return t('said.reopened');
        },
      },
    ];
  };
}

function useFacts(): (assembly: AssemblyView) => Section['items'] {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return (assembly) => [
    { label: words['field.heldOn'], value: `${date(assembly.heldOn)} ${assembly.startsAt ?? ''}` },
    { label: words['field.venue'], value: assembly.venue },
    { label: words['field.state'], value: t(`code.state.${assembly.state}`) },
    {
      label: words['field.cooperative'],
      value: assembly.cooperativeId ? (
        <Link to={`/cooperatives/${assembly.county}/${assembly.cooperativeId}`}>
          {assembly.cooperativeName ?? t('action.openCooperative')}
        </Link>
      ) : (
        assembly.placeName
      ),
    },
    { label: words['field.form'], value: text(wordsOf(`code.form.${assembly.form}`)) },
    { label: words['field.rollKind'], value: t(`code.rollKind.${assembly.rollKind}`) },
    { label: words['field.chairName'], value: assembly.chairName },
    { label: words['field.recorderName'], value: assembly.recorderName },
    { label: words['field.counterNames'], value: assembly.counterNames },
    { label: words['field.closedOn'], value: assembly.closedOn && date(assembly.closedOn) },
    ...(assembly.minutes ? [{ label: words['field.minutes'], value: assembly.minutes, wide: true }] : []),
  ];
}
