import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getAct } from '../contract.ts';
import { askReversal, checkAct, keepAct, refuseAct, reverseAct, withdrawAct } from '../decision-contract.ts';
import { words } from '../words.ts';
import { BothLedgers } from './ActPreview.tsx';
import type { Act } from './act-fields.ts';
import { wordsOf } from './codes.ts';
import { Renewal } from './Renewal.tsx';

const labels = {
  state: words['field.state'],
  occurred_on: words['field.occurredOn'],
  shares: words['field.shares'],
  paid_fen: words['field.paidFen'],
  document_number: words['field.documentNumber'],
  memo: words['field.memo'],
  leaves_on: words['field.leavesOn'],
  checked_on: words['field.checkedOn'],
  decision: words['field.decision'],
  reversal_reason: words['field.reversalReason'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getAct, { params });
  const [renews, setRenews] = useState(false);
  const decisions = useDecisions();
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(act) => (
        <RecordPage
          title={`${text(wordsOf(`kind.${act.kind}`))} ${act.memberName ?? ''}`.trim()}
          about={<Link to={`/cooperatives/${act.county}/${act.cooperativeId}`}>{act.cooperativeName}</Link>}
          back={<Link to="/membership-acts">{t('title')}</Link>}
          allowed={act.allowed}
          actions={[
            ...decisions(act),
            { act: 'settle', label: words['action.settle'], primary: true, onPress: () => setRenews(true) },
            { act: 'renew', label: words['action.renew'], onPress: () => setRenews(true) },
          ]}
          sections={sections(act)}
          tabs={[
            {
              key: 'files',
              label: words['field.documentNumber'],
              content: <AttachmentsTab table="membership_act" {...params} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="membership_act" {...params} labels={labels} />,
            },
          ]}
          dialog={renews && <Renewal act={act} onClose={() => setRenews(false)} />}
        >
          {act.changed && <p className="strip bad">{t('preview.changed')}</p>}
          {act.bar && <p className="strip warn">{text(wordsOf(`refusal.${act.bar}`))}</p>}
          {act.state !== 'noticed' && act.kind !== 'join' && <BothLedgers {...act} />}
        </RecordPage>
      )}
    </Loaded>
  );
}

/** What the other person decides, and what whoever proposed it may still do. */
function useDecisions(): (act: Act) => readonly RecordAction[] {
  const t = useWords(words);
  const runs = {
    post: useWrite(checkAct).mutateAsync,
    refuse: useWrite(refuseAct).mutateAsync,
    withdraw: useWrite(withdrawAct).mutateAsync,
    reversal: useWrite(askReversal).mutateAsync,
    reverse: useWrite(reverseAct).mutateAsync,
    keep: useWrite(keepAct).mutateAsync,
  };
  return ({ county, id, revision, kind }) =>
    (Object.keys(runs) as (keyof typeof runs)[]).map((name) => {
      const danger = name === 'refuse' || name === 'withdraw' || name === 'reverse';
      const effect = name === 'post' && kind === 'join' ? 'effect.postOnly' : (`effect.${name}` as const);
      return {
        act: name,
        label: words[`action.${name}`],
        primary: name === 'post',
        effect: t(effect),
        ...(danger ? { danger } : {}),
        run: async (reason: string) => {
          await runs[name]({ params: { county, id }, body: { revision, reason } });
          return t(name === 'post' ? 'said.posted' : 'said.saved');
        },
      };
    });
}

function useSections(): (act: Act) => readonly Section[] {
  const text = useText();
  const t = useWords(words);
  const { date } = useFormat();
  return (act) => [
    {
      items: [
        { label: words['field.state'], value: text(wordsOf(`state.${act.state}`)) },
        { label: words['field.occurredOn'], value: date(act.occurredOn) },
        {
          label: words['field.member'],
          value: act.membershipId ? (
            <Link to={`/memberships/${act.county}/${act.membershipId}`}>{`${act.memberNumber} ${act.memberName}`}</Link>
          ) : (
            act.memberName
          ),
        },
        ...(act.toName === null
          ? []
          : [{ label: words['field.toMember'], value: `${act.toNumber} ${act.toName}` } as const]),
        { label: words['field.newcomerIdNumber'], value: act.idNumberMasked },
        { label: words['field.appliedOn'], value: act.appliedOn && date(act.appliedOn) },
        { label: words['field.leaveReason'], value: act.leaveReason && text(wordsOf(`leave.${act.leaveReason}`)) },
        { label: words['field.leavesOn'], value: act.leavesOn && date(act.leavesOn) },
        { label: words['field.vote'], value: act.vote && <Vote vote={act.vote} county={act.county} /> },
        { label: words['field.documentNumber'], value: act.documentNumber },
        { label: words['field.memo'], value: act.memo },
        { label: words['field.madeBy'], value: act.madeByName },
        { label: words['field.checkedBy'], value: act.checkedByName },
        { label: words['field.checkedOn'], value: act.checkedOn && date(act.checkedOn) },
        { label: words['field.decision'], value: act.decision, wide: true },
        {
          label: words['field.voucher'],
          value: act.voucherId && (
            <Link to={`/vouchers/${act.county}/${act.voucherId}`}>{`${t('field.voucher')} ${act.voucherNumber}`}</Link>
          ),
        },
        { label: words['field.reversalReason'], value: act.reversalReason, wide: true },
        { label: words['field.reversedOn'], value: act.reversedOn && date(act.reversedOn) },
      ].filter(({ value }) => value !== null && value !== ''),
    },
  ];
}

function Vote({ vote, county }: { vote: NonNullable<Act['vote']>; county: number }) {
  const t = useWords(words);
  const { date } = useFormat();
  const said = t(`vote.${vote.state}`, { number: vote.number ?? '', date: vote.heldOn ? date(vote.heldOn) : '' });
  return vote.assemblyId ? <Link to={`/assemblies/${county}/${vote.assemblyId}`}>{said}</Link> : said;
}
