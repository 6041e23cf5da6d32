import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getParcel, type ParcelView } from '../contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { ParcelDialog, type ParcelTask } from './ParcelDialog.tsx';
import { Capacities, OutlinePart, ParcelHistory, Transfers } from './ParcelParts.tsx';

export default function Page() {
  const t = useWords(words);
  const { date } = useFormat();
  const speak = useCodes();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getParcel, { params });
  const [task, setTask] = useState<ParcelTask>();
  const sections = useSections();
  return (
    <Loaded reply={reply}>
      {(parcel) => (
        <RecordPage
          title={parcel.name}
          about={<About parcel={parcel} />}
          back={<Link to="/parcels">{t('title')}</Link>}
          {...(parcel.leftOn === null
            ? {}
            : { voided: { reason: speak('leftKind', parcel.leftKind) ?? '', at: date(parcel.leftOn) } })}
          allowed={parcel.leftOn === null ? parcel.allowed : []}
          actions={actionsOf(setTask)}
          sections={sections(parcel)}
          tabs={[
            { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="land_parcel" {...params} /> },
            { key: 'history', label: words['tab.history'], content: <ParcelHistory {...params} /> },
          ]}
          dialog={task && <ParcelDialog task={task} parcel={parcel} onClose={() => setTask(undefined)} />}
        >
          <OutlinePart parcel={parcel} />
          <Transfers parcel={parcel} />
          {parcel.kind === 'grassland' && <Capacities parcel={parcel} />}
        </RecordPage>
      )}
    </Loaded>
  );
}

function actionsOf(onTask: (task: ParcelTask) => void) {
  const press = (act: string, label: 'action.transfer' | 'action.correct' | 'action.leave' | 'action.withdraw') => {
    const task = label.replace('action.', '') as ParcelTask;
    return { act, label: words[label], primary: task === 'transfer', onPress: () => onTask(task) };
  };
  return [
    press('land.transfer', 'action.transfer'),
    press('land.record', 'action.correct'),
    press('land.record', 'action.leave'),
    press('land.record', 'action.withdraw'),
  ];
}

/** Where it is and how much of it is let, which is what most readers come for. */
function About({ parcel }: { parcel: ParcelView }) {
  const t = useWords(words);
  const speak = useCodes();
  return (
    <>
      {parcel.townshipName} {parcel.placeName} {parcel.number} <span className="tag">{speak('kind', parcel.kind)}</span>{' '}
      <span className="tag">{speak('letting', parcel.letting)}</span>{' '}
      {parcel.overlaps > 0 && <Light state="late" label={`${t('field.overlaps')} ${parcel.overlaps}`} />}
    </>
  );
}

function useSections(): (parcel: ParcelView) => readonly Section[] {
  const t = useWords(words);
  const speak = useCodes();
  const { date, number } = useFormat();
  const area = (mu: number | null) => (mu === null ? undefined : `${number(mu)} ${t('unit.mu')}`);
  return (parcel) => [
    {
      title: words['section.what'],
      items: [
        { label: words['field.location'], value: parcel.location },
        { label: words['field.areaMu'], value: area(parcel.areaMu) },
        { label: words['field.measuredMu'], value: area(parcel.measuredMu) },
        { label: words['field.drawnMu'], value: area(parcel.drawnMu) },
        { label: words['field.letMu'], value: area(parcel.letMu) },
        { label: words['field.freeMu'], value: area(Math.round((parcel.areaMu - parcel.letMu) * 100) / 100) },
        { label: words['field.listedOn'], value: date(parcel.listedOn) },
        { label: words['field.note'], value: parcel.note, wide: true },
      ],
    },
    {
      title: words['section.right'],
      items: [
        { label: words['field.holderKind'], value: speak('holderKind', parcel.holderKind) },
        { label: words['field.holderId'], value: holderOf(parcel) },
        { label: words['field.tenure'], value: speak('tenure', parcel.tenure) },
        { label: words['field.tenureUntil'], value: parcel.tenureUntil && date(parcel.tenureUntil) },
        { label: words['field.certificateNumber'], value: parcel.certificateNumber },
      ],
    },
  ];
}

function holderOf({ holderKind, holderId, holderName, county }: ParcelView) {
  const page = holderKind === 'household' ? 'households' : holderKind === 'cooperative' ? 'cooperatives' : undefined;
  return page && holderId ? <Link to={`/${page}/${county}/${holderId}`}>{holderName}</Link> : holderName;
}
