import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatYuan } from '../../../platform/pure/money.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { type AssetView, getAsset } from '../contract.ts';
import { words } from '../words.ts';
import { AssetDialog, type AssetTask } from './AssetDialog.tsx';
import { AssetHistory, BoundaryPart, Checks, Confirmations, Contracts } from './AssetParts.tsx';
import { useCodes } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const { date } = useFormat();
  const speak = useCodes();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getAsset, { params });
  const [task, setTask] = useState<AssetTask>();
  const sections = useSections();
  return (
    <Loaded reply={reply}>
      {(asset) => (
        <RecordPage
          title={asset.name}
          about={<About asset={asset} />}
          back={<Link to="/assets">{t('title')}</Link>}
          {...(asset.leftOn === null
            ? {}
            : { voided: { reason: speak('leftKind', asset.leftKind) ?? '', at: date(asset.leftOn) } })}
          allowed={asset.leftOn === null ? asset.allowed : []}
          actions={actionsOf(asset, setTask)}
          sections={sections(asset)}
          tabs={[
            { key: 'files', label: words['tab.photos'], content: <AttachmentsTab table="asset" {...params} /> },
            { key: 'history', label: words['tab.history'], content: <AssetHistory {...params} /> },
          ]}
          dialog={task && <AssetDialog task={task} asset={asset} onClose={() => setTask(undefined)} />}
        >
          <Confirmations asset={asset} />
          <BoundaryPart asset={asset} />
          <Contracts asset={asset} />
          <Checks asset={asset} />
        </RecordPage>
      )}
    </Loaded>
  );
}

/** What may still be done: a party that has confirmed this state is not asked again. */
function actionsOf(asset: AssetView, onTask: (task: AssetTask) => void) {
  const confirmedBy = new Set(asset.confirmations.map(({ party }) => party));
  const press = (act: string, label: AssetTaskLabel, task: AssetTask) => {
    return { act, label: words[label], onPress: () => onTask(task) };
  };
  return [
    ...(confirmedBy.has('village') ? [] : [press('asset.confirm_village', 'action.confirmVillage', 'confirm_village')]),
    ...(confirmedBy.has('township')
      ? []
      : [press('asset.confirm_township', 'action.confirmTownship', 'confirm_township')]),
    press('asset.record', 'action.correct', 'correct'),
    press('asset.let', 'action.let', 'let'),
    press('asset.record', 'action.leave', 'leave'),
    press('asset.record', 'action.withdraw', 'withdraw'),
  ];
}

type AssetTaskLabel = Extract<keyof typeof words, `action.${string}`>;

/** Where it is and where its confirmation stands, which is what most readers come for. */
function About({ asset }: { asset: AssetView }) {
  const speak = useCodes();
  return (
    <>
      {asset.townshipName} {asset.placeName} {asset.number} <span className="tag">{speak('class', asset.class)}</span>{' '}
      <Light state={asset.light} label={speak('confirmation', asset.confirmation) ?? ''} />
    </>
  );
}

function useSections(): (asset: AssetView) => readonly Section[] {
  const t = useWords(words);
  const speak = useCodes();
  const { date, number, yuan } = useFormat();
  const day = (text: string | null) => text && date(text);
  const area = (mu: number) => (mu === 0 ? undefined : `${number(mu)} ${t('unit.mu')}`);
  return (asset) => [
    {
      title: words['section.what'],
      items: [
        { label: words['field.kind'], value: speak('kind', asset.kind) },
        { label: words['field.location'], value: asset.location },
        { label: words['field.bounds'], value: asset.bounds, wide: true },
        { label: words['field.useState'], value: speak('useState', asset.useState) },
        { label: words['field.letTo'], value: asset.letTo },
        { label: words['field.acquiredOn'], value: day(asset.acquiredOn) },
        { label: words['field.listedOn'], value: day(asset.listedOn) },
        { label: words['field.knownBy'], value: speak('knownBy', asset.knownBy) },
        { label: words['field.note'], value: asset.note, wide: true },
      ],
    },
    {
      title: words['section.value'],
      items: [
        { label: words['field.bookAreaMu'], value: area(asset.bookAreaMu) },
        { label: words['field.areaMu'], value: area(asset.areaMu) },
        { label: words['field.drawnMu'], value: asset.drawnMu === null ? undefined : area(asset.drawnMu) },
        { label: words['field.quantity'], value: asset.quantity && `${number(asset.quantity)} ${asset.unit ?? ''}` },
        { label: words['field.bookValueFen'], value: yuan(asset.bookValueFen) },
        {
          label: words['field.verifiedValueFen'],
          value: asset.verifiedValueFen === null ? undefined : formatYuan(asset.verifiedValueFen),
        },
      ],
    },
    {
      title: words['section.origin'],
      items: [
        { label: words['field.claimState'], value: speak('claimState', asset.claimState) },
        { label: words['field.certificateNumber'], value: asset.certificateNumber },
        { label: words['field.povertyProject'], value: speak('yes', asset.povertyProject) },
        { label: words['field.fundingSource'], value: speak('fundingSource', asset.fundingSource) },
        { label: words['field.fundingDocument'], value: asset.fundingDocument },
        { label: words['field.projectName'], value: asset.projectName },
      ],
    },
  ];
}
