import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatBp } from '../../../platform/pure/ratio.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getTransfer, type TransferView } from '../transfer-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { TransferDialog, type TransferTask } from './TransferDialog.tsx';
import { Receipts, Rents } from './TransferParts.tsx';

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getTransfer, { params });
  const [task, setTask] = useState<TransferTask>();
  const sections = useSections();
  return (
    <Loaded reply={reply}>
      {(transfer) => (
        <RecordPage
          title={transfer.number}
          about={<About transfer={transfer} />}
          back={<Link to="/land-transfers">{t('transfers.title')}</Link>}
          allowed={transfer.allowed}
          actions={actionsOf(transfer, setTask)}
          sections={sections(transfer)}
          tabs={[
            { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="land_transfer" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="land_transfer" {...params} labels={labels} />,
            },
          ]}
          dialog={task && <TransferDialog task={task} transfer={transfer} onClose={() => setTask(undefined)} />}
        >
          <Rents transfer={transfer} />
          <Receipts transfer={transfer} onReverse={(receiptId) => setTask({ kind: 'reverse', receiptId })} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function actionsOf({ closedOn }: TransferView, onTask: (task: TransferTask) => void) {
  const press = (
    label: Extract<keyof typeof words, `action.${string}`>,
    kind: 'pay' | 'terminate' | 'correct' | 'withdraw',
  ) => {
    return { act: 'land.transfer', label: words[label], primary: kind === 'pay', onPress: () => onTask({ kind }) };
  };
  const mending = [press('action.correct', 'correct'), press('action.withdraw', 'withdraw')];
  const open = closedOn === null ? [press('action.terminate', 'terminate')] : [];
  return [press('action.pay', 'pay'), ...open, ...mending];
}

function About({ transfer }: { transfer: TransferView }) {
  const speak = useCodes();
  return (
    <>
      {transfer.placeName}{' '}
      <Link to={`/parcels/${transfer.county}/${transfer.parcelId}`}>
        {transfer.parcelNumber} {transfer.parcelName}
      </Link>{' '}
      <span className="tag">{speak('kind', transfer.landKind)}</span>{' '}
      <Light state={transfer.light} label={speak('expiry', transfer.expiry) ?? ''} />
    </>
  );
}

function useSections(): (transfer: TransferView) => readonly Section[] {
  const t = useWords(words);
  const speak = useCodes();
  const { date, number, yuan } = useFormat();
  return (transfer) => [
    {
      title: words['section.parties'],
      items: [
        { label: words['field.transferKind'], value: speak('transferKind', transfer.kind) },
        { label: words['field.grantorName'], value: grantorOf(transfer) },
        { label: words['field.takerName'], value: takerOf(transfer) },
        { label: words['field.payerName'], value: transfer.payerName },
        { label: words['field.purpose'], value: speak('purpose', transfer.purpose) },
        { label: words['field.filingNumber'], value: transfer.filingNumber },
        { label: words['field.signedOn'], value: date(transfer.signedOn) },
        { label: words['field.note'], value: transfer.note, wide: true },
      ],
    },
    {
      title: words['section.term'],
      items: [
        { label: words['field.takenMu'], value: `${number(transfer.areaMu)} ${t('unit.mu')}` },
        { label: words['field.startsOn'], value: date(transfer.startsOn) },
        { label: words['field.throughOn'], value: date(transfer.throughOn) },
        { label: words['field.rentPerMuFen'], value: yuan(transfer.rentPerMuFen) },
        { label: words['field.rentFen'], value: `${yuan(transfer.rentFen)} · ${termsText(transfer, t)}` },
        {
          label: words['field.dueAt'],
          value: t('contract.due', { at: speak('dueAt', transfer.dueAt) ?? '', days: transfer.dueDays }),
        },
        { label: words['field.totalFen'], value: yuan(transfer.totalFen) },
        { label: words['field.paidFen'], value: yuan(transfer.paidFen) },
        { label: words['field.prepaidFen'], value: yuan(transfer.prepaidFen) },
        { label: words['field.arrearsFen'], value: yuan(transfer.arrearsFen) },
      ],
    },
    ...(transfer.closedOn === null
      ? []
      : [
          {
            title: words['section.closing'],
            items: [
              { label: words['field.closedOn'], value: date(transfer.closedOn) },
              { label: words['field.closedReason'], value: transfer.closedReason },
            ],
          },
        ]),
  ];
}

function grantorOf({ county, householdId, grantorName }: TransferView) {
  return householdId ? <Link to={`/households/${county}/${householdId}`}>{grantorName}</Link> : grantorName;
}

function takerOf({ county, takerKind, takerId, takerName }: TransferView) {
  if (takerId === null) return takerName;
  return (
    <Link to={`/${takerKind === 'household' ? 'households' : 'cooperatives'}/${county}/${takerId}`}>{takerName}</Link>
  );
}

function termsText(transfer: TransferView, t: ReturnType<typeof useWords<typeof words>>): string {
  const period = t('contract.period', { months: transfer.periodMonths, instalments: transfer.instalments });
  if (transfer.stepBp === null || transfer.stepPeriods === null) return period;
  return `${period} · ${t('contract.step', { periods: transfer.stepPeriods, percent: formatBp(transfer.stepBp) })}`;
}

const labels = {
  number: words['field.transferNumber'],
  kind: words['field.transferKind'],
  taker_name: words['field.takerName'],
  payer_name: words['field.payerName'],
  area_mu: words['field.takenMu'],
  starts_on: words['field.startsOn'],
  through_on: words['field.throughOn'],
  rent_per_mu_fen: words['field.rentPerMuFen'],
  rent_fen: words['field.rentFen'],
  period_months: words['field.periodMonths'],
  instalments: words['field.instalments'],
  due_days: words['field.dueDays'],
  filing_number: words['field.filingNumber'],
  note: words['field.note'],
  closed_on: words['field.closedOn'],
  closed_reason: words['field.closedReason'],
};
