import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import {
  checkRiskRequest,
  getRiskRequest,
  payRiskRequest,
  refuseRiskRequest,
  withdrawRiskRequest,
} from '../risk-contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { keyOf } from './views.ts';

type Request = ReplyOf<typeof getRiskRequest>;

const labels = {
  loss_fen: words['field.loss'],
  value_fen: words['field.value'],
  insured_fen: words['field.insuredPart'],
  basis: words['field.basis'],
  state: words['field.state'],
  opinion: words['field.opinion'],
  amount_fen: words['field.riskAmount'],
  checked_on: words['field.checkedOn'],
  paid_on: words['field.paidOn'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getRiskRequest, { params });
  const actions = useActions();
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(request) => (
        <RecordPage
          title={t('risk.of', { name: request.name })}
          about={<span className="tag">{text(wordsOf(`code.riskState.${request.state}`))}</span>}
          back={<Link to="/risk-requests">{t('risk.title')}</Link>}
          allowed={request.allowed}
          actions={actions(request)}
          sections={sections(request)}
          tabs={[
            { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="risk_request" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="risk_request" {...params} labels={labels} />,
            },
          ]}
        />
      )}
    </Loaded>
  );
}

function useActions(): (request: Request) => readonly RecordAction[] {
  const t = useWords(words);
  const { yuan } = useFormat();
  const check = useWrite(checkRiskRequest);
  const turnDown = useWrite(refuseRiskRequest);
  const withdraw = useWrite(withdrawRiskRequest);
  const pay = useWrite(payRiskRequest);
  return (request) => {
    const params = keyOf(request);
    const { revision, state } = request;
    const amount = yuan(request.amountFen ?? 0n);
    const checking: RecordAction = {
      ...{ act: 'risk.check', label: words['action.riskCheck'], primary: true, needsReason: false },
      effect: t('effect.riskCheck', { amount }),
      run: async () => {
        await check.mutateAsync({ params, body: { revision } });
        return t('said.saved');
      },
    };
    const refusing: RecordAction = {
      ...{ act: 'risk.check', label: words['action.riskRefuse'], effect: t('effect.riskRefuse'), danger: true },
      run: async (reason) => {
        await turnDown.mutateAsync({ params, body: { revision, reason } });
        return t('said.saved');
      },
    };
    const paying: RecordAction = {
      ...{ act: 'risk.pay', label: words['action.riskPay'], primary: true, needsReason: false },
      effect: t('effect.riskPay', { amount }),
      run: async () => {
        const paid = await pay.mutateAsync({ params, body: { revision } });
        return t('said.riskPaid', { amount: yuan(paid.amountFen) });
      },
    };
    const withdrawing: RecordAction = {
      ...{ act: 'risk.ask', label: words['action.riskWithdraw'], effect: t('effect.riskWithdraw'), danger: true },
      run: async (reason) => {
        await withdraw.mutateAsync({ params, body: { revision, reason } });
        return t('said.saved');
      },
    };
    if (state === 'asked') return [checking, refusing, withdrawing];
    return state === 'checked' ? [paying, withdrawing] : [];
  };
}

function useSections(): (request: Request) => readonly Section[] {
  const t = useWords(words);
  const { date, percent, yuan } = useFormat();
  return (request) => [
    {
      items: [
        {
          label: words['field.name'],
          value: <Link to={`/households/${request.householdCounty}/${request.householdId}`}>{request.name}</Link>,
        },
        { label: words['field.place'], value: request.placeName },
        { label: words['field.loss'], value: yuan(request.lossFen) },
        { label: words['field.value'], value: yuan(request.valueFen) },
        {
          label: words['field.insuredPart'],
          value: <Link to={`/insurance-claims/${request.county}/${request.claimId}`}>{yuan(request.insuredFen)}</Link>,
        },
        {
          label: words['field.riskTerms'],
          value: t('risk.terms', { trigger: percent(request.triggerBp), share: percent(request.shareBp) }),
          wide: true,
        },
        { label: words['field.riskAmount'], value: amountOf(request, yuan) },
        { label: words['field.basis'], value: request.basis, wide: true },
        { label: words['field.askedOn'], value: date(request.askedOn) },
        { label: words['field.maker'], value: request.makerName },
        { label: words['field.checkedOn'], value: request.checkedOn && date(request.checkedOn) },
        { label: words['field.checker'], value: request.checkerName },
        { label: words['field.opinion'], value: request.opinion },
        { label: words['field.paidOn'], value: request.paidOn && date(request.paidOn) },
        { label: words['field.paidBy'], value: request.payerName },
      ],
    },
  ];
}

/** What was paid opens its movement of money. */
function amountOf({ amountFen, county, movementId }: Request, yuan: (fen: bigint) => string) {
  if (amountFen === null) return '–';
  if (movementId === null) return yuan(amountFen);
  return <Link to={`/fund-movements/${county}/${movementId}`}>{yuan(amountFen)}</Link>;
}
