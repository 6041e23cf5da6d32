import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import './books.css';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getTrade, withdrawTrade } from '../member-contract.ts';
import { words } from '../words.ts';
import { TradeDialog } from './TradeDialog.tsx';

const labels = {
  occurred_on: words['field.occurredOn'],
  product: words['trade.product'],
  quantity: words['field.quantity'],
  amount_fen: words['trade.amountFen'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const goTo = useNavigate();
  const { date, number, yuan } = useFormat();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getTrade, { params });
  const [correcting, setCorrecting] = useState(false);
  return (
    <Loaded reply={reply} asPage>
      {(trade) => (
        <RecordPage
          title={`${trade.memberNumber} ${trade.memberName} ${trade.product}`}
          back={<Link to={`/books/${trade.county}/${trade.bookId}/trades`}>{t('trade.title')}</Link>}
          allowed={trade.sourceId === null ? trade.allowed : []}
          actions={[
            { act: 'trade.record', label: words['trade.correct'], onPress: () => setCorrecting(true) },
            {
              act: 'trade.record',
              label: words['trade.withdraw'],
              effect: t('trade.withdrawEffect'),
              danger: true,
              run: async (reason) => {
                await call(withdrawTrade, { params, body: { revision: trade.revision, reason } });
                goTo(`/books/${trade.county}/${trade.bookId}/trades`);
                return t('trade.withdrawn');
              },
            },
          ]}
          sections={[
            {
              items: [
                { label: words['field.occurredOn'], value: date(trade.occurredOn) },
                { label: words['trade.direction'], value: text(words[`code.direction.${trade.direction}`]) },
                { label: words['field.quantity'], value: `${number(trade.quantity)} ${trade.unit}` },
                { label: words['trade.amountFen'], value: yuan(trade.amountFen) },
              ],
            },
          ]}
          tabs={[
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="member_trade" {...params} labels={labels} />,
            },
          ]}
          dialog={
            correcting && (
              <TradeDialog
                book={{ county: trade.county, id: trade.bookId }}
                trade={trade}
                onClose={() => setCorrecting(false)}
              />
            )
          }
        />
      )}
    </Loaded>
  );
}
