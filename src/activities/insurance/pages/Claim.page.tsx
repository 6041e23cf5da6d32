import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { agreeClaim, closeClaim, declineClaim, getClaim, resurveyClaim } from '../claim-contract.ts';
import { words } from '../words.ts';
import { ClaimDialog } from './ClaimDialogs.tsx';
import { wordsOf } from './codes.ts';
import { PartTable } from './PartTable.tsx';
import { RiskTab } from './RiskTab.tsx';
import { type ClaimTask, type ClaimView, keyOf } from './views.ts';

const labels = {
  cause: words['field.cause'],
  occurred_on: words['field.occurredOn'],
  statement: words['field.statement'],
  state: words['field.state'],
  agreed_fen: words['field.agreed'],
  surveyed_on: words['field.surveyedOn'],
  agreed_on: words['field.agreedOn'],
  due_on: words['field.dueOn'],
  paid_on: words['field.paidOn'],
  voucher: words['field.voucher'],
  closed_for: words['field.closedFor'],
  digest: words['field.digest'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getClaim, { params });
  const [task, setTask] = useState<ClaimTask>();
  const mayRead = useMay('insurance.oversee');
  const actions = useActions(setTask);
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(claim) => (
        <RecordPage
          title={`${claim.placeName} ${t('claim.title', { line: text(wordsOf(`code.line.${claim.line}`)) })}`}
          about={
            <>
              <span className="tag">{text(wordsOf(`code.claimState.${claim.state}`))}</span>{' '}
              <Light state={claim.light} label={text(wordsOf(`code.light.${claim.light}`))} />
            </>
          }
          back={<Link to="/insurance-claims">{t('claims.title')}</Link>}
          allowed={claim.allowed}
          actions={actions(claim)}
          sections={sections(claim)}
          tabs={[
            ...(mayRead ? [{ key: 'risk', label: words['menu.risk'], content: <RiskTab claim={claim} /> }] : []),
            {
              key: 'files',
              label: words['tab.files'],
              content: <AttachmentsTab table="insurance_claim" {...params} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="insurance_claim" {...params} labels={labels} />,
            },
          ]}
          dialog={task && <ClaimDialog claim={claim} task={task} onClose={() => setTask(undefined)} />}
        >
          <Losses claim={claim} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function Losses({ claim }: { readonly claim: ClaimView }) {
  const t = useWords(words);
  const mayAsk = useMay('risk.ask') && (claim.state === 'agreed' || claim.state === 'paid');
  const { number, percent, yuan } = useFormat();
  const household = (line: ClaimView['lines'][number]) =>
    line.householdId === null ? (
      line.name
    ) : (
      <Link to={`/households/${line.householdCounty}/${line.householdId}`}>{line.name}</Link>
    );
  return (
    <PartTable
      title={t('tab.lines')}
      empty=""
      heads={[
        { label: words['field.name'] },
        { label: words['field.units'], end: true },
        { label: words['field.reportedUnits'], end: true },
        { label: words['field.surveyedUnits'], end: true },
        { label: words['field.lossBp'], end: true },
        { label: words['field.computed'], end: true },
        { label: words['field.agreed'], end: true },
        ...(mayAsk ? [{ label: words['menu.risk'], whole: true }] : []),
      ]}
      rows={claim.lines.map((line) => ({
        key: line.id,
        cells: [
          household(line),
          number(line.insuredUnits),
          number(line.reportedUnits),
          line.surveyedUnits === null ? '–' : number(line.surveyedUnits),
          line.lossBp === null ? '–' : percent(line.lossBp),
          line.computedFen === null ? '–' : yuan(line.computedFen),
          line.agreedFen === null ? '–' : yuan(line.agreedFen),
          line.householdId !== null && (
            <Link to={`/risk-requests/new?county=${claim.county}&claim=${claim.id}&line=${line.id}`}>
              {t('action.riskAsk')}
            </Link>
          ),
        ],
      }))}
      totals={[t('field.total'), '', '', '', '', '', yuan(claim.agreedFen)]}
    />
  );
}

function useActions(setTask: (task: ClaimTask) => void): (claim: ClaimView) => readonly RecordAction[] {
  const t = useWords(words);
  const { yuan } = useFormat();
  const agree = useWrite(agreeClaim);
  const reopen = useWrite(resurveyClaim);
  const close = useWrite(closeClaim);
  const decline = useWrite(declineClaim);
  return (claim) => {
    const params = keyOf(claim);
    const { revision, state, notice } = claim;
    const press = (kind: ClaimTask, act: string, label: keyof typeof words): RecordAction => ({
      ...{ act, label: words[label], primary: true },
      onPress: () => setTask(kind),
    });
    const agreeing: RecordAction = {
      ...{ act: 'insurance.survey', label: words['action.agree'], primary: true, needsReason: false },
      effect: t('effect.agree', { total: yuan(claim.agreedFen) }),
      run: async () => {
        await agree.mutateAsync({ params, body: { revision } });
        return t('said.agreed');
      },
    };
    const reopening: RecordAction = {
      ...{ act: 'insurance.survey', label: words['action.resurvey'], effect: t('effect.resurvey') },
      run: async (reason) => {
        await reopen.mutateAsync({ params, body: { revision, reason } });
        return t('said.saved');
      },
    };
    const closing: RecordAction = {
      ...{ act: 'insurance.report', label: words['action.close'], effect: t('effect.close'), danger: true },
      run: async (reason) => {
        await close.mutateAsync({ params, body: { revision, reason } });
        return t('said.closed');
      },
    };
    const declining: RecordAction = {
      ...{ act: 'insurance.survey', label: words['action.decline'], effect: t('effect.decline'), danger: true },
      run: async (reason) => {
        await decline.mutateAsync({ params, body: { revision, reason } });
        return t('said.closed');
      },
    };
    const isOpen = state === 'reported' || state === 'surveyed' || state === 'listed';
    return [
      ...(state === 'reported' || state === 'surveyed' ? [press('survey', 'insurance.survey', 'action.survey')] : []),
      ...(state === 'surveyed' ? [press('notice', 'insurance.report', 'action.claimNotice')] : []),
      ...(state === 'listed' && notice?.state === 'cleared' && notice.isCurrent ? [agreeing] : []),
      ...(state === 'agreed' ? [press('pay', 'insurance.pay', 'action.pay')] : []),
      ...(state === 'listed' ? [reopening] : []),
      ...(isOpen ? [declining, closing] : []),
    ];
  };
}

function useSections(): (claim: ClaimView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, instant, number, percent, yuan } = useFormat();
  return (claim) => [
    {
      items: [
        {
          label: words['field.policy'],
          value: <Link to={`/insurance-policies/${claim.county}/${claim.policyId}`}>{claim.policyNumber}</Link>,
        },
        { label: words['field.insurer'], value: claim.insurerName },
        { label: words['field.place'], value: claim.placeName },
        { label: words['field.cause'], value: text(wordsOf(`code.cause.${claim.cause}`)) },
        { label: words['field.occurredOn'], value: date(claim.occurredOn) },
        { label: words['field.toldAt'], value: instant(claim.toldAt) },
        { label: words['field.reportedOn'], value: date(claim.reportedOn) },
        { label: words['field.statement'], value: claim.statement, wide: true },
        { label: words['field.unitSum'], value: yuan(claim.unitSumFen) },
        { label: words['field.deductible'], value: percent(claim.deductibleBp) },
        { label: words['field.surveyedOn'], value: claim.surveyedOn && date(claim.surveyedOn) },
        {
          label: words['field.notice'],
          value: claim.notice && (
            <Link to={`/notices/${claim.county}/${claim.notice.noticeId}`}>
              {t(`notice.${claim.notice.state}`, { endsOn: date(claim.notice.endsOn) })}
            </Link>
          ),
        },
        { label: words['field.agreedOn'], value: claim.agreedOn && date(claim.agreedOn) },
        { label: words['field.dueOn'], value: claim.dueOn && date(claim.dueOn) },
        { label: words['field.paidOn'], value: claim.paidOn && date(claim.paidOn) },
        { label: words['field.voucher'], value: claim.voucher },
        { label: words['field.days'], value: number(claim.days) },
        { label: words['field.closedFor'], value: claim.closedFor },
      ],
    },
  ];
}
