import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getOrder, payOrder, refuseOrder, withdrawOrder } from '../order-contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { Part } from './Part.tsx';
import { keyOf } from './views.ts';

type OrderView = ReplyOf<typeof getOrder>;

const labels = {
  payee_name: words['field.payee'],
  amount_fen: words['field.amount'],
  state: words['field.state'],
  paid_on: words['field.paidOn'],
  ended_reason: words['field.endedReason'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getOrder, { params });
  const [paying, setPaying] = useState(false);
  const actions = useActions(() => setPaying(true));
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(order) => (
        <RecordPage
          title={order.payeeName}
          about={
            <>
              {order.memo} <span className="tag">{text(wordsOf(`code.orderState.${order.state}`))}</span>
            </>
          }
          back={<Link to="/payment-orders">{t('title.orders')}</Link>}
          allowed={order.allowed}
          actions={actions(order)}
          sections={sections(order)}
          tabs={[
            {
              key: 'files',
              label: words['field.files'],
              content: <AttachmentsTab table="payment_order" {...params} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="payment_order" {...params} labels={labels} />,
            },
          ]}
          dialog={paying && <PayDialog order={order} onClose={() => setPaying(false)} />}
        >
          <Questions order={order} />
        </RecordPage>
      )}
    </Loaded>
  );
}

/** Whom the order waits for, and what each of them said. */
function Questions({ order }: { order: OrderView }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return (
    <Part
      title={t('section.approvals')}
      empty=""
      heads={[
        { label: words['field.approver'] },
        { label: words['field.state'] },
        { label: words['field.decidedBy'] },
        { label: words['field.dueOn'] },
        { label: words['field.opinion'] },
      ]}
    >
      {order.questions.map(({ role, state, approvalId, name, on, dueOn, opinion }) => (
        <tr key={role}>
          <th scope="row">
            {approvalId ? (
              <Link to={`/approvals/${order.county}/${approvalId}`}>{text(wordsOf(`role.${role}`))}</Link>
            ) : (
              text(wordsOf(`role.${role}`))
            )}
          </th>
          <td>{state === null ? '–' : text(wordsOf(`code.approval.${state}`))}</td>
          <td>
            {name ?? '–'} {on && date(on)}
          </td>
          <td>{dueOn ? date(dueOn) : '–'}</td>
          <td>{opinion ?? '–'}</td>
        </tr>
      ))}
    </Part>
  );
}

function PayDialog({ order, onClose }: { readonly order: OrderView; readonly onClose: () => void }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  return (
    <FormDialog
      title={t('effect.pay', { payee: order.payeeName, amount: yuan(order.amountFen) })}
      onClose={onClose}
      schema={payOrder.body}
      fields={[{ key: 'overrideId', kind: 'text', label: words['field.override'], help: words['help.overrideId'] }]}
      fixed={{ revision: order.revision }}
      submit={(body, options) => call(payOrder, { params: keyOf(order), body }, options)}
      said={() => t('said.paid')}
    />
  );
}

function useActions(pay: () => void): (order: OrderView) => readonly RecordAction[] {
  const t = useWords(words);
  const refuse = useWrite(refuseOrder);
  const withdraw = useWrite(withdrawOrder);
  return (order) => {
    const params = keyOf(order);
    const { revision } = order;
    const isApproved = order.questions.every(({ state }) => state === 'approved');
    const paying: RecordAction = {
      ...{ act: 'payment_order.pay', label: words['action.pay'], primary: true, onPress: pay },
    };
    const refusing: RecordAction = {
      ...{
        act: 'payment_order.pay',
        label: words['action.refuseOrder'],
        effect: t('effect.refuseOrder'),
        danger: true,
      },
      run: async (reason) => {
        await refuse.mutateAsync({ params, body: { revision, reason } });
        return t('said.ended');
      },
    };
    const withdrawing: RecordAction = {
      ...{
        act: 'payment_order.ask',
        label: words['action.withdrawOrder'],
        effect: t('effect.refuseOrder'),
        danger: true,
      },
      run: async (reason) => {
        await withdraw.mutateAsync({ params, body: { revision, reason } });
        return t('said.ended');
      },
    };
    return [...(isApproved ? [paying] : []), refusing, withdrawing];
  };
}

function useSections(): (order: OrderView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  return (order) => [
    {
      items: [
        {
          label: words['field.project'],
          value: <Link to={`/projects/${order.county}/${order.projectId}`}>{order.projectName}</Link>,
        },
        { label: words['field.place'], value: order.placeName },
        { label: words['field.amount'], value: yuan(order.amountFen) },
        { label: words['field.window'], value: yuan(order.windowFen) },
        { label: words['field.purpose'], value: text(wordsOf(`code.purpose.${order.purpose}`)) },
        { label: words['field.spentOn'], value: text(wordsOf(`code.spentOn.${order.spentOn}`)) },
        { label: words['field.payeeKind'], value: text(wordsOf(`code.party.${order.payeeKind}`)) },
        { label: words['field.bankTail'], value: order.bankTail },
        { label: words['field.invoice'], value: order.invoiceNumber },
        { label: words['field.invoicedOn'], value: order.invoicedOn && date(order.invoicedOn) },
        { label: words['field.askedOn'], value: date(order.askedOn) },
        { label: words['field.maker'], value: order.makerName },
        { label: words['field.paidOn'], value: order.paidOn && date(order.paidOn) },
        {
          label: words['field.account'],
          value: <Link to={`/fund-accounts/${order.accountCounty}/${order.accountId}`}>{t('action.open')}</Link>,
        },
        {
          label: words['field.payment'],
          value: order.paymentId && (
            <Link to={`/fund-movements/${order.accountCounty}/${order.paymentId}`}>{t('action.funds')}</Link>
          ),
        },
        {
          label: words['field.voucher'],
          value: order.voucherId && <Link to={`/vouchers/${order.county}/${order.voucherId}`}>{t('action.open')}</Link>,
        },
        { label: words['field.endedReason'], value: order.endedReason },
      ],
    },
  ];
}
