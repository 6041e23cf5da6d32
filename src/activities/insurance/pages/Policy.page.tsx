import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { download } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getPolicy, issuePolicy, printPolicy, reopenPolicy, withdrawPolicy } from '../contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { InsuredLines } from './InsuredLines.tsx';
import { PartTable } from './PartTable.tsx';
import { PolicyDialog } from './PolicyDialogs.tsx';
import { keyOf, type PolicyTask, type PolicyView } from './views.ts';

const labels = {
  number: words['field.number'],
  line: words['field.line'],
  starts_on: words['field.startsOn'],
  ends_on: words['field.endsOn'],
  unit_sum_fen: words['field.unitSum'],
  rate_bp: words['field.rateBp'],
  state: words['field.state'],
  lines: words['field.lines'],
  units: words['field.units'],
  sum_fen: words['field.sum'],
  premium_fen: words['field.premium'],
  holder_fen: words['field.holderPart'],
  digest: words['field.digest'],
  issued_on: words['field.issuedOn'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getPolicy, { params });
  const [task, setTask] = useState<PolicyTask>();
  const actions = useActions(setTask);
  const sections = useSections();
  const mayExport = useMay('insurance.export');
  return (
    <Loaded reply={reply} asPage>
      {(policy) => (
        <RecordPage
          title={policy.number}
          about={
            <>
              {policy.placeName} {text(wordsOf(`code.line.${policy.line}`))}{' '}
              <span className="tag">{text(wordsOf(`code.state.${policy.state}`))}</span>
            </>
          }
          back={<Link to="/insurance-policies">{t('title')}</Link>}
          allowed={[...policy.allowed, ...(mayExport ? ['insurance.export'] : [])]}
          actions={actions(policy)}
          sections={sections(policy)}
          tabs={[
            {
              key: 'files',
              label: words['tab.files'],
              content: <AttachmentsTab table="insurance_policy" {...params} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="insurance_policy" {...params} labels={labels} />,
            },
          ]}
          dialog={task && <PolicyDialog policy={policy} task={task} onClose={() => setTask(undefined)} />}
        >
          <InsuredLines policy={policy} onTask={setTask} />
          <Premium policy={policy} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function Premium({ policy }: { readonly policy: PolicyView }) {
  const t = useWords(words);
  const text = useText();
  const { percent, yuan } = useFormat();
  return (
    <PartTable
      title={t('tab.premium')}
      empty=""
      heads={[
        { label: words['field.payer'] },
        { label: words['field.share'], end: true },
        { label: words['field.amount'], end: true },
      ]}
      rows={policy.shares.map(({ payer, bp, fen }) => ({
        key: payer,
        cells: [text(wordsOf(`code.payer.${payer}`)), percent(bp), yuan(fen)],
      }))}
      totals={[t('field.total'), percent(10_000), yuan(policy.premiumFen)]}
    />
  );
}

function useActions(setTask: (task: PolicyTask) => void): (policy: PolicyView) => readonly RecordAction[] {
  const t = useWords(words);
  const { date } = useFormat();
  const issue = useWrite(issuePolicy);
  const reopen = useWrite(reopenPolicy);
  const withdraw = useWrite(withdrawPolicy);
  return (policy) => {
    const params = keyOf(policy);
    const { revision, state, insured, notice, holderKind } = policy;
    const press = (kind: 'correct' | 'line' | 'self' | 'notice', label: keyof typeof words): RecordAction => ({
      ...{ act: 'insurance.record', label: words[label], primary: kind === 'line' && insured.length === 0 },
      onPress: () => setTask({ kind }),
    });
    const issuing: RecordAction = {
      ...{ act: 'insurance.issue', label: words['action.issue'], primary: true, needsReason: false },
      effect: t('effect.issue', { startsOn: date(policy.startsOn), endsOn: date(policy.endsOn) }),
      run: async () => {
        await issue.mutateAsync({ params, body: { revision } });
        return t('said.issued');
      },
    };
    const reopening: RecordAction = {
      ...{ act: 'insurance.record', label: words['action.reopen'], effect: t('effect.reopen') },
      run: async (reason) => {
        await reopen.mutateAsync({ params, body: { revision, reason } });
        return t('said.reopened');
      },
    };
    const giving: RecordAction = {
      ...{ act: 'insurance.record', label: words['action.withdraw'], effect: t('effect.withdraw'), danger: true },
      run: async (reason) => {
        await withdraw.mutateAsync({ params, body: { revision, reason } });
        return t('said.withdrawn');
      },
    };
    const isOpen = state === 'draft';
    const mayIssue =
      state === 'listed' ? notice?.state === 'cleared' && notice.isCurrent : isOpen && holderKind === 'household';
    const isUnpublicised = state === 'in_force' && policy.source === 'import' && notice === null;
    const to = `/insurance-policies/${policy.county}/${policy.id}/report`;
    return [
      ...(mayIssue && insured.length > 0 ? [issuing] : []),
      ...(isOpen ? [press('line', 'action.line')] : []),
      ...(isOpen && holderKind === 'cooperative' ? [press('self', 'action.self')] : []),
      ...(isOpen && insured.length > 0 && holderKind !== 'household' ? [press('notice', 'action.notice')] : []),
      ...(isUnpublicised ? [press('notice', 'action.publicise')] : []),
      ...(state === 'in_force' ? [{ act: 'insurance.report', label: words['action.report'], primary: true, to }] : []),
      ...(isOpen ? [press('correct', 'action.correct')] : []),
      ...(state === 'listed' ? [reopening] : []),
      {
        ...{ act: 'insurance.export', label: words['action.print'] },
        onPress: () => void download(printPolicy, { params }),
      },
      ...(state === 'withdrawn' ? [] : [giving]),
    ];
  };
}

function useSections(): (policy: PolicyView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, number, percent, yuan } = useFormat();
  return (policy) => [
    {
      items: [
        { label: words['field.insurer'], value: policy.insurerName },
        { label: words['field.place'], value: policy.placeName },
        { label: words['field.holderKind'], value: text(wordsOf(`code.holder.${policy.holderKind}`)) },
        {
          label: words['field.cooperative'],
          value: policy.cooperativeId && (
            <Link to={`/cooperatives/${policy.county}/${policy.cooperativeId}`}>{t('action.open')}</Link>
          ),
        },
        { label: words['field.startsOn'], value: date(policy.startsOn) },
        { label: words['field.endsOn'], value: date(policy.endsOn) },
        {
          label: words['field.units'],
          value: `${number(policy.units)} ${text(wordsOf(`unit.${policy.unit}`))}`,
        },
        { label: words['field.unitSum'], value: yuan(policy.unitSumFen) },
        { label: words['field.rate'], value: percent(policy.rateBp) },
        { label: words['field.deductible'], value: percent(policy.deductibleBp) },
        { label: words['field.sum'], value: yuan(policy.sumFen) },
        { label: words['field.premium'], value: yuan(policy.premiumFen) },
        { label: words['field.source'], value: text(wordsOf(`code.source.${policy.source}`)) },
        { label: words['field.issuedOn'], value: policy.issuedOn && date(policy.issuedOn) },
        {
          label: words['field.notice'],
          value: policy.notice && (
            <Link to={`/notices/${policy.county}/${policy.notice.noticeId}`}>
              {t(`notice.${policy.notice.state}`, { endsOn: date(policy.notice.endsOn) })}
            </Link>
          ),
        },
      ],
    },
  ];
}
