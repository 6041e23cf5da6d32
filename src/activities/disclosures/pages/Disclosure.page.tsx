import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { download } from '../../../platform/ui/client.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { type DisclosureView, getDisclosure } from '../contract.ts';
import { exportItems, printDisclosure } from '../sheet-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { DisclosureDialog, type DisclosureTask } from './DisclosureDialog.tsx';
import { Items } from './Items.tsx';
import { PartTable } from './PartTable.tsx';
import { usePeriod } from './use-period.ts';

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getDisclosure, { params });
  const [task, setTask] = useState<DisclosureTask>();
  const nameOf = usePeriod();
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(view) => (
        <RecordPage
          title={t('disclosure.title', { name: view.name, period: nameOf(view) })}
          about={<About view={view} />}
          back={<Link to="/disclosures">{t('title')}</Link>}
          allowed={view.allowed}
          actions={actionsOf(view, setTask)}
          sections={sections(view)}
          tabs={[
            {
              key: 'files',
              label: words['tab.files'],
              content: <AttachmentsTab table="disclosure" {...params} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="disclosure" {...params} labels={labels} />,
            },
          ]}
          dialog={task && <DisclosureDialog task={task} view={view} onClose={() => setTask(undefined)} />}
        >
          {view.changed && <p className="strip">{t('disclosure.changed')}</p>}
          <Items owed={view} items={view.items} onRemark={remarking(view, setTask)} />
          <Signatures view={view} />
        </RecordPage>
      )}
    </Loaded>
  );
}

type OnTask = (task: DisclosureTask) => void;

function remarking({ state, allowed }: DisclosureView, onTask: OnTask) {
  if (state !== 'proposed' || !allowed.includes('disclosure.propose')) return undefined;
  return (item: DisclosureView['items'][number]) => onTask({ kind: 'remark', item });
}

function actionsOf(view: DisclosureView, onTask: OnTask): readonly RecordAction[] {
  const { state } = view;
  const params = { county: view.county, id: view.id };
  const press = (kind: 'refresh' | 'check' | 'publish' | 'return', act: string): RecordAction => {
    const isNext = (kind === 'check' && state === 'proposed') || (kind === 'publish' && state === 'checked');
    return { act, label: words[`action.${kind}`], primary: isNext, onPress: () => onTask({ kind }) };
  };
  return [
    ...(state === 'proposed' ? [press('check', 'disclosure.check')] : []),
    ...(state === 'checked' ? [press('publish', 'disclosure.publish')] : []),
    ...(state === 'proposed' || state === 'returned' ? [press('refresh', 'disclosure.propose')] : []),
    ...(state === 'returned' ? [] : [press('return', 'disclosure.return')]),
    {
      act: 'disclosure.export',
      label: words['action.print'],
      onPress: () => void download(printDisclosure, { params }),
    },
    { act: 'disclosure.export', label: words['action.export'], onPress: () => void download(exportItems, { params }) },
  ];
}

function About({ view }: { view: DisclosureView }) {
  const speak = useCodes();
  return (
    <>
      {view.placeName} <span className="tag">{speak('form', view.form)}</span>{' '}
      <span className="tag">{speak('state', view.state)}</span>{' '}
      <Light state={view.light} label={speak('light', view.light) ?? ''} />
    </>
  );
}

function useSections(): (view: DisclosureView) => readonly Section[] {
  const speak = useCodes();
  const { date, number } = useFormat();
  return (view) => [
    {
      title: words['section.about'],
      items: [
        { label: words['field.span'], value: `${date(view.startsOn)} – ${date(view.endsOn)}` },
        { label: words['field.dueOn'], value: date(view.dueOn) },
        { label: words['field.vouchers'], value: number(view.vouchers) },
        { label: words['field.madeOn'], value: `${date(view.madeOn)} ${view.makerName}` },
        {
          label: words['field.checkedOn'],
          value: view.checkedOn && `${date(view.checkedOn)} ${view.checkerName ?? ''}`,
        },
        { label: words['field.publishedOn'], value: view.publishedOn && date(view.publishedOn) },
        {
          label: words['field.notice'],
          value: view.noticeId && (
            <Link to={`/notices/${view.county}/${view.noticeId}`}>{speak('noticeState', view.noticeState)}</Link>
          ),
        },
        { label: words['field.digest'], value: view.digest.slice(0, 16) },
      ],
    },
  ];
}

function Signatures({ view }: { view: DisclosureView }) {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  return (
    <PartTable
      title={t('disclosure.signatures')}
      empty={t('disclosure.noSignatures')}
      heads={[
        { label: words['field.memberName'] },
        { label: words['field.opinion'] },
        { label: words['field.remark'] },
        { label: words['field.signedOn'] },
      ]}
    >
      {view.signatures.map((one) => (
        <tr key={one.memberId}>
          <th scope="row">{one.name}</th>
          <td>{speak('opinion', one.opinion)}</td>
          <td>{one.remark}</td>
          <td>{date(one.signedOn)}</td>
        </tr>
      ))}
    </PartTable>
  );
}

const labels = {
  state: words['field.state'],
  digest: words['field.digest'],
  made_on: words['field.madeOn'],
  checked_on: words['field.checkedOn'],
  published_on: words['field.publishedOn'],
};
