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
import { type ContractView, getContract } from '../lease-contract.ts';
import { words } from '../words.ts';
import { ContractDialog, type ContractTask } from './ContractDialog.tsx';
import { Receipts, Rents } from './ContractParts.tsx';
import { useCodes } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getContract, { params });
  const [task, setTask] = useState<ContractTask>();
  const sections = useSections();
  return (
    <Loaded reply={reply}>
      {(contract) => (
        <RecordPage
          title={contract.number}
          about={<About contract={contract} />}
          back={<Link to="/asset-contracts">{t('contracts.title')}</Link>}
          allowed={contract.allowed}
          actions={actionsOf(contract, setTask)}
          sections={sections(contract)}
          tabs={[
            {
              key: 'files',
              label: words['tab.photos'],
              content: <AttachmentsTab table="asset_contract" {...params} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="asset_contract" {...params} labels={labels} />,
            },
          ]}
          dialog={task && <ContractDialog task={task} contract={contract} onClose={() => setTask(undefined)} />}
        >
          <Rents contract={contract} />
          <Receipts contract={contract} onReverse={(receiptId) => setTask({ kind: 'reverse', receiptId })} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function actionsOf({ closedOn }: ContractView, onTask: (task: ContractTask) => void) {
  const press = (
    label: Extract<keyof typeof words, `action.${string}`>,
    kind: 'pay' | 'renew' | 'terminate' | 'correct' | 'withdraw',
  ) => {
    return { act: 'asset.let', label: words[label], primary: kind === 'pay', onPress: () => onTask({ kind }) };
  };
  const always = [press('action.pay', 'pay')];
  const open = [press('action.renew', 'renew'), press('action.terminate', 'terminate')];
  const mending = [press('action.correct', 'correct'), press('action.withdraw', 'withdraw')];
  return closedOn === null ? [...always, ...open, ...mending] : [...always, ...mending];
}

function About({ contract }: { contract: ContractView }) {
  const speak = useCodes();
  return (
    <>
      {contract.placeName}{' '}
      <Link to={`/assets/${contract.county}/${contract.assetId}`}>
        {contract.assetNumber} {contract.assetName}
      </Link>{' '}
      <Light state={contract.light} label={speak('expiry', contract.expiry) ?? ''} />
    </>
  );
}

function useSections(): (contract: ContractView) => readonly Section[] {
  const t = useWords(words);
  const speak = useCodes();
  const { date, yuan } = useFormat();
  const other = (county: number, id: string, label: string) => (
    <Link to={`/asset-contracts/${county}/${id}`}>{label}</Link>
  );
  return (contract) => [
    {
      title: words['section.parties'],
      items: [
        { label: words['field.contractKind'], value: speak('contractKind', contract.kind) },
        { label: words['field.tenantName'], value: contract.tenantName },
        { label: words['field.tenantKind'], value: speak('tenantKind', contract.tenantKind) },
        { label: words['field.decisionNumber'], value: contract.decisionNumber },
        { label: words['field.signedOn'], value: date(contract.signedOn) },
        { label: words['field.note'], value: contract.note, wide: true },
      ],
    },
    {
      title: words['section.term'],
      items: [
        { label: words['field.startsOn'], value: date(contract.startsOn) },
        { label: words['field.throughOn'], value: date(contract.throughOn) },
        { label: words['field.rentFen'], value: `${yuan(contract.rentFen)} · ${termsText(contract, t)}` },
        {
          label: words['field.dueAt'],
          value: t('contract.due', { at: speak('dueAt', contract.dueAt) ?? '', days: contract.dueDays }),
        },
        { label: words['field.depositFen'], value: yuan(contract.depositFen) },
        { label: words['field.totalFen'], value: yuan(contract.totalFen) },
        { label: words['field.paidFen'], value: yuan(contract.paidFen) },
        { label: words['field.arrearsFen'], value: yuan(contract.arrearsFen) },
      ],
    },
    ...(contract.closedOn === null && contract.renewsId === null
      ? []
      : [
          {
            title: words['section.closing'],
            items: [
              { label: words['field.closedOn'], value: contract.closedOn && date(contract.closedOn) },
              { label: words['field.closedKind'], value: speak('closedKind', contract.closedKind) },
              { label: words['field.closedReason'], value: contract.closedReason },
              {
                label: words['contract.renew'],
                value: contract.renewedById
                  ? other(contract.county, contract.renewedById, t('contract.renewedBy'))
                  : contract.renewsId && other(contract.county, contract.renewsId, t('contract.renews')),
              },
            ],
          },
        ]),
  ];
}

function termsText(contract: ContractView, t: ReturnType<typeof useWords<typeof words>>): string {
  const period = t('contract.period', { months: contract.periodMonths, instalments: contract.instalments });
  if (contract.stepBp === null || contract.stepPeriods === null) return period;
  return `${period} · ${t('contract.step', { periods: contract.stepPeriods, percent: formatBp(contract.stepBp) })}`;
}

const labels = {
  number: words['field.contractNumber'],
  tenant_name: words['field.tenantName'],
  starts_on: words['field.startsOn'],
  through_on: words['field.throughOn'],
  rent_fen: words['field.rentFen'],
  period_months: words['field.periodMonths'],
  instalments: words['field.instalments'],
  due_days: words['field.dueDays'],
  step_bp: words['field.stepBp'],
  step_periods: words['field.stepPeriods'],
  deposit_fen: words['field.depositFen'],
  decision_number: words['field.decisionNumber'],
  note: words['field.note'],
  closed_on: words['field.closedOn'],
  closed_reason: words['field.closedReason'],
};
