import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getUse, type UseView } from '../contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { UseDialog, type UseTask } from './UseDialog.tsx';

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getUse, { params });
  const [task, setTask] = useState<UseTask>();
  const sections = useSections();
  return (
    <Loaded reply={reply}>
      {(use) => (
        <RecordPage
          title={use.projectName}
          about={<About use={use} />}
          back={<Link to="/land-uses">{t('title')}</Link>}
          allowed={use.allowed}
          actions={actionsOf(use, setTask)}
          sections={sections(use)}
          tabs={[
            { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="land_use" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="land_use" {...params} labels={labels} />,
            },
          ]}
          dialog={task && <UseDialog task={task} use={use} onClose={() => setTask(undefined)} />}
        />
      )}
    </Loaded>
  );
}

function actionsOf({ state, securedOn, extendedOn }: UseView, onTask: (task: UseTask) => void) {
  const press = (act: string, task: UseTask) => {
    return { act, label: words[`action.${task}`], primary: task === 'answer', onPress: () => onTask(task) };
  };
  if (state === 'granted' && securedOn === null) return [press('land_use.answer', 'secure')];
  if (state !== 'asked') return [];
  return [
    press('land_use.answer', 'answer'),
    ...(extendedOn === null ? [press('land_use.answer', 'extend')] : []),
    press('land_use.ask', 'correct'),
    press('land_use.ask', 'withdraw'),
  ];
}

/** Where it is and how long it has waited, which is what most readers come for. */
function About({ use }: { use: UseView }) {
  const t = useWords(words);
  const speak = useCodes();
  return (
    <>
      {use.placeName} {use.number} <span className="tag">{speak('landClass', use.landClass)}</span>{' '}
      <Light state={use.light} label={speak('guarantee', use.guarantee) ?? ''} />{' '}
      {t('waiting.line', { days: use.waitingDays })}
    </>
  );
}

function useSections(): (use: UseView) => readonly Section[] {
  const t = useWords(words);
  const speak = useCodes();
  const { date, number } = useFormat();
  const area = (mu: number | null) => (mu === null ? undefined : `${number(mu)} ${t('unit.mu')}`);
  const day = (text: string | null) => text && date(text);
  return (use) => [
    {
      title: words['section.request'],
      items: [
        { label: words['field.applicantName'], value: use.applicantName },
        { label: words['field.applicantKind'], value: speak('applicantKind', use.applicantKind) },
        { label: words['field.purpose'], value: speak('purpose', use.purpose) },
        { label: words['field.areaMu'], value: area(use.areaMu) },
        { label: words['field.requestedOn'], value: date(use.requestedOn) },
        { label: words['field.askedBy'], value: use.askedBy },
        { label: words['field.ecology'], value: <Ecology use={use} />, wide: true },
      ],
    },
    {
      title: words['section.answer'],
      items: [
        { label: words['field.department'], value: use.department },
        { label: words['field.answerDays'], value: use.answerDays },
        { label: words['field.dueOn'], value: date(use.dueOn) },
        { label: words['field.extendedOn'], value: day(use.extendedOn) },
        { label: words['field.extendedReason'], value: use.extendedReason },
        { label: words['field.answeredOn'], value: day(use.answeredOn) },
        { label: words['field.answeredBy'], value: use.answeredBy },
        { label: words['field.grantedMu'], value: area(use.grantedMu) },
        { label: words['field.answerDocument'], value: use.answerDocument },
        { label: words['field.answerReason'], value: use.answerReason, wide: true },
      ],
    },
    {
      title: words['section.guarantee'],
      items: [
        { label: words['field.guarantee'], value: speak('guarantee', use.guarantee) },
        { label: words['field.waitingDays'], value: t('waiting.line', { days: use.waitingDays }) },
        { label: words['field.securedOn'], value: day(use.securedOn) },
        { label: words['field.securedDocument'], value: use.securedDocument },
      ],
    },
  ];
}

/** The latest check, and the way to all checks of this request. */
function Ecology({ use }: { use: UseView }) {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  const { ecology, id, projectName, place } = use;
  const query = new URLSearchParams({ subject: id, type: 'land_use', name: projectName, place: String(place) });
  const line = ecology
    ? t('ecology.line', {
        result: speak('result', ecology.result) ?? '',
        day: date(ecology.checkedOn),
        document: ecology.documentNumber,
      })
    : t('ecology.none');
  return (
    <>
      {line} <Link to={`/ecological-checks?${query.toString()}`}>{t('ecology.open')}</Link>
    </>
  );
}

const labels = {
  number: words['field.number'],
  applicant_name: words['field.applicantName'],
  project_name: words['field.projectName'],
  area_mu: words['field.areaMu'],
  requested_on: words['field.requestedOn'],
  department: words['field.department'],
  due_on: words['field.dueOn'],
  extended_on: words['field.extendedOn'],
  extended_reason: words['field.extendedReason'],
  state: words['field.guarantee'],
  answered_on: words['field.answeredOn'],
  granted_mu: words['field.grantedMu'],
  answer_document: words['field.answerDocument'],
  answer_reason: words['field.answerReason'],
  secured_on: words['field.securedOn'],
  secured_document: words['field.securedDocument'],
};
