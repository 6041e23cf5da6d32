import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { carryOutOrder, checkOrder, getOrder, refuseOrder, withdrawOrder } from '../order-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { GoalsHint, GoalsLink } from './OrderGoals.tsx';

type OrderView = ReplyOf<typeof getOrder>;

const labels = {
  number: words['field.number'],
  title: words['field.title'],
  occurred_on: words['field.occurredOn'],
  amount_fen: words['field.amount'],
  state: words['field.state'],
  opinion: words['field.opinion'],
};

export default function Page() {
  const t = useWords(words);
  const speak = useCodes();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getOrder, { params });
  const actions = useActions(params);
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(order) => (
        <RecordPage
          title={order.title}
          about={
            <>
              {order.number} <span className="tag">{speak('orderState', order.state)}</span>
            </>
          }
          back={<Link to="/fund-orders">{t('orders.title')}</Link>}
          allowed={order.allowed}
          actions={actions(order)}
          sections={sections(order)}
          tabs={[
            { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="fund_order" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="fund_order" {...params} labels={labels} />,
            },
          ]}
        >
          <GoalsHint order={order} />
          <Lines order={order} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function useActions(params: { county: number; id: string }): (order: OrderView) => readonly RecordAction[] {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const check = useWrite(checkOrder);
  const refuse = useWrite(refuseOrder);
  const withdraw = useWrite(withdrawOrder);
  const carryOut = useWrite(carryOutOrder);
  return ({ title, amountFen, lines, revision }) => {
    const amount = yuan(amountFen);
    return [
      {
        ...{ act: 'fund.release', label: words['action.carryOut'], primary: true, needsReason: false },
        effect: t('effect.carryOut', { title, amount, lines: number(lines.length) }),
        run: async () => {
          await carryOut.mutateAsync({ params, body: { revision } });
          return t('said.carriedOut');
        },
      },
      {
        ...{ act: 'fund.check', label: words['action.check'], primary: true, needsReason: false },
        effect: t('effect.check', { title, amount }),
        run: async () => {
          await check.mutateAsync({ params, body: { revision } });
          return t('said.checked');
        },
      },
      {
        ...{ act: 'fund.check', label: words['action.refuse'], effect: t('effect.refuse', { title }) },
        run: async (reason) => {
          await refuse.mutateAsync({ params, body: { revision, reason } });
          return t('said.refused');
        },
      },
      {
        ...{
          act: 'fund.order',
          label: words['action.withdraw'],
          effect: t('effect.withdraw', { title }),
          danger: true,
        },
        run: async (reason) => {
          await withdraw.mutateAsync({ params, body: { revision, reason } });
          return t('said.withdrawn');
        },
      },
    ];
  };
}

function useSections(): (order: OrderView) => readonly Section[] {
  const speak = useCodes();
  const { date, yuan } = useFormat();
  return (order) => [
    {
      items: [
        { label: words['field.kind'], value: speak('movementKind', order.kind) },
        {
          label: words['field.upper'],
          value: <Link to={`/fund-accounts/${order.upperCounty}/${order.upperAccount}`}>{order.upperName}</Link>,
        },
        { label: words['field.document'], value: order.documentNumber },
        { label: words['field.occurredOn'], value: date(order.occurredOn) },
        { label: words['field.amount'], value: yuan(order.amountFen) },
        { label: words['field.maker'], value: order.makerName },
        { label: words['field.checker'], value: order.checkerName },
        { label: words['field.payer'], value: order.payerName },
        { label: words['goals.title'], value: order.goals.asked && <GoalsLink order={order} /> },
        { label: words['field.opinion'], value: order.opinion, wide: true },
        {
          label: words['tilt.title'],
          value: order.tiltId && <Link to={`/fund-tilts/${order.county}/${order.tiltId}`}>{order.title}</Link>,
        },
      ],
    },
  ];
}

function Lines({ order: { lines, amountFen } }: { order: OrderView }) {
  const t = useWords(words);
  const { date, number, yuan } = useFormat();
  return (
    <section className="record-part">
      <h2>{t('lines.title')}</h2>
      <TableScroll label={t('lines.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('field.place')}</th>
              <th scope="col">{t('field.account')}</th>
              <th scope="col">{t('field.standardYear')}</th>
              <th scope="col">{t('field.doneOn')}</th>
              <th scope="col" className="end">
                {t('field.recalled')}
              </th>
              <th scope="col" className="end">
                {t('field.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">{line.placeName}</th>
                <td>
                  <Link to={`/fund-accounts/${line.county}/${line.accountId}`}>{line.accountName}</Link>
                </td>
                <td>{line.standardYear}</td>
                <td>{line.doneOn && date(line.doneOn)}</td>
                <td className="end">{line.recalledFen > 0n && yuan(line.recalledFen)}</td>
                <td className="end">{yuan(line.amountFen)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={5}>
                {t('lines.sum', { lines: number(lines.length) })}
              </th>
              <td className="end">{yuan(amountFen)}</td>
            </tr>
          </tfoot>
        </table>
      </TableScroll>
    </section>
  );
}
