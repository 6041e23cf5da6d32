import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { checkReward, getReward, withdrawReward } from '../contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { PartTable } from './PartTable.tsx';
import { keyOf } from './sources.ts';

type RewardView = ReplyOf<typeof getReward>;

const labels = {
  produced_on: words['field.producedOn'],
  units: words['field.units'],
  amount_fen: words['field.amount'],
  state: words['field.state'],
  checked_on: words['field.checkedOn'],
  finding: words['field.finding'],
  paid_on: words['field.paidOn'],
  closed_for: words['field.closedFor'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getReward, { params });
  const actions = useActions();
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(reward) => (
        <RecordPage
          title={reward.name}
          about={
            <>
              {reward.schemeTitle} <span className="tag">{text(wordsOf(`code.state.${reward.state}`))}</span>{' '}
              <Light state={reward.light} label={text(wordsOf(`code.light.${reward.light}`))} />
            </>
          }
          back={<Link to="/rewards">{t('title')}</Link>}
          allowed={reward.allowed}
          actions={actions(reward)}
          sections={sections(reward)}
          tabs={[
            { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="reward" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="reward" {...params} labels={labels} />,
            },
          ]}
        >
          <Units reward={reward} />
          <Transfers reward={reward} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function Units({ reward }: { readonly reward: RewardView }) {
  const t = useWords(words);
  const { number } = useFormat();
  return (
    <PartTable
      title={t('tab.units')}
      empty={t('units.empty')}
      heads={[
        { label: words[`field.unit.${reward.unitKind}`] },
        { label: words['field.quantity'], end: true },
        { label: words['field.state'] },
      ]}
      rows={reward.unitLines.map(({ key, quantity, released }) => ({
        key,
        cells: [key, number(quantity), released ? t('units.released') : ''],
      }))}
    />
  );
}

function Transfers({ reward }: { readonly reward: RewardView }) {
  const t = useWords(words);
  const text = useText();
  return (
    <PartTable
      title={t('field.transfers')}
      empty={t('transfers.empty')}
      heads={[{ label: words['field.batch'] }, { label: words['field.result'] }, { label: words['field.returnedFor'] }]}
      rows={reward.transfers.map(({ batchId, result, returnedFor }) => ({
        key: batchId,
        cells: [
          <Link key="batch" to={`/reward-batches/${reward.county}/${batchId}`}>
            {t('action.open')}
          </Link>,
          text(wordsOf(`code.result.${result}`)),
          returnedFor ?? '',
        ],
      }))}
    />
  );
}

function useActions(): (reward: RewardView) => readonly RecordAction[] {
  const t = useWords(words);
  const check = useWrite(checkReward);
  const withdraw = useWrite(withdrawReward);
  return (reward) => {
    const params = keyOf(reward);
    const { revision, state } = reward;
    const checking = (accepted: boolean): RecordAction => ({
      ...{ act: 'reward.check', label: words[accepted ? 'action.check' : 'action.refuse'], primary: accepted },
      ...{ effect: t(accepted ? 'effect.check' : 'effect.refuse'), danger: !accepted },
      run: async (finding) => {
        await check.mutateAsync({ params, body: { revision, accepted, finding } });
        return t(accepted ? 'said.checked' : 'said.refused');
      },
    });
    const giving: RecordAction = {
      ...{ act: 'reward.apply', label: words['action.withdraw'], effect: t('effect.withdraw'), danger: true },
      run: async (reason) => {
        await withdraw.mutateAsync({ params, body: { revision, reason } });
        return t('said.withdrawn');
      },
    };
    return [
      ...(state === 'applied' ? [checking(true), checking(false)] : []),
      ...(state === 'applied' || state === 'checked' ? [giving] : []),
    ];
  };
}

function useSections(): (reward: RewardView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  return (reward) => [
    {
      items: [
        { label: words['field.name'], value: <Applicant reward={reward} /> },
        { label: words['field.place'], value: reward.placeName },
        { label: words['field.scheme'], value: reward.schemeTitle },
        { label: words['field.kind'], value: text(wordsOf(`code.kind.${reward.kind}`)) },
        { label: words['field.poor'], value: text(wordsOf(`code.poor.${reward.poor}`)) },
        { label: words['field.producedOn'], value: date(reward.producedOn) },
        { label: words['field.units'], value: `${number(reward.units)} ${reward.output}` },
        { label: words['field.rate'], value: yuan(reward.rateFen) },
        { label: words['field.amount'], value: yuan(reward.amountFen) },
        { label: words['field.appliedOn'], value: date(reward.appliedOn) },
        { label: words['field.checkBy'], value: date(reward.checkBy) },
        { label: words['field.checkedOn'], value: reward.checkedOn && date(reward.checkedOn) },
        { label: words['field.finding'], value: reward.finding, wide: true },
        {
          label: words['field.notice'],
          value: reward.notice && (
            <Link to={`/notices/${reward.county}/${reward.notice.noticeId}`}>
              {t(`notice.${reward.notice.state}`, { endsOn: date(reward.notice.endsOn) })}
            </Link>
          ),
        },
        { label: words['field.paidOn'], value: reward.paidOn && date(reward.paidOn) },
        { label: words['field.closedFor'], value: reward.closedFor, wide: true },
      ],
    },
  ];
}

function Applicant({ reward }: { readonly reward: RewardView }) {
  const to = reward.householdId
    ? `/households/${reward.county}/${reward.householdId}`
    : `/cooperatives/${reward.county}/${reward.cooperativeId}`;
  return <Link to={to}>{reward.name}</Link>;
}
