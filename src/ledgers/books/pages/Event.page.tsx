import { Link, useNavigate, useParams } from 'react-router';
import './books.css';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getEvent, withdrawEvent } from '../event-contract.ts';
import { words } from '../words.ts';
import { BookNav } from './BookFrame.tsx';
import { wordOf } from './names.ts';

type BusinessEvent = ReplyOf<typeof getEvent>;

const labels = {
  occurred_on: words['field.occurredOn'],
  memo: words['field.memo'],
  product: words['trade.product'],
  quantity: words['field.quantity'],
  total_fen: words['field.totalFen'],
  made_by_name: words['field.madeBy'],
};

/** What happened, with its photos, and the voucher that it wrote. */
export default function Page() {
  const t = useWords(words);
  const text = useText();
  const goTo = useNavigate();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getEvent, { params });
  const sectionOf = useSection();
  return (
    <Loaded reply={reply} asPage>
      {(event) => (
        <>
          <BookNav book={{ county: event.county, id: event.bookId }} />
          <RecordPage
            title={text(wordOf(`event.${event.kind}`))}
            about={event.cooperativeName}
            back={<Link to={`/books/${event.county}/${event.bookId}/events`}>{t('event.title')}</Link>}
            allowed={event.allowed}
            actions={[
              {
                act: 'event.record',
                label: words['event.correct'],
                to: `/business-events/${event.county}/${event.id}/edit`,
              },
              {
                act: 'event.record',
                label: words['event.withdraw'],
                effect: t('event.withdrawEffect'),
                danger: true,
                run: async (reason) => {
                  await call(withdrawEvent, { params, body: { revision: event.revision, reason } });
                  goTo(`/books/${event.county}/${event.bookId}/events`);
                  return t('event.withdrawn');
                },
              },
            ]}
            sections={[sectionOf(event)]}
            tabs={[
              {
                key: 'files',
                label: words['event.files'],
                content: <AttachmentsTab table="business_event" {...params} />,
              },
              {
                key: 'history',
                label: words['tab.history'],
                content: <HistoryTab table="business_event" {...params} labels={labels} />,
              },
            ]}
          />
        </>
      )}
    </Loaded>
  );
}

function useSection(): (event: BusinessEvent) => Section {
  const t = useWords(words);
  const text = useText();
  const { date, yuan, number } = useFormat();
  return (event) => {
    const voucher =
      event.number === null
        ? t('voucher.draftNumber')
        : t('voucher.numberText', { series: t(`code.series.${event.series}`), number: event.number });
    return {
      items: [
        { label: words['field.occurredOn'], value: date(event.occurredOn) },
        { label: words['field.memo'], value: event.memo },
        ...Object.entries(event.amounts).map(([name, fen]) => ({
          label: wordOf(`amount.${name}`),
          value: yuan(fen),
        })),
        ...Object.entries(event.choices).map(([choice, role]) => ({
          label: wordOf(`choice.${choice}`),
          value: text(wordOf(`role.${role}`)),
        })),
        ...Object.entries(event.partyNames).map(([party, name]) => ({
          label: wordOf(`code.subKind.${party.replace(/Sub$/, '')}`),
          value: name,
        })),
        ...(event.quantity === null
          ? []
          : [{ label: words['field.quantity'], value: `${number(event.quantity)} ${event.unit ?? ''}` }]),
        {
          label: words['event.voucher'],
          value: (
            <>
              <Link to={`/vouchers/${event.county}/${event.voucherId}`}>{voucher}</Link>
              {event.takenBack && <span className="tag warn">{t('event.takenBack')}</span>}
            </>
          ),
        },
        { label: words['field.madeBy'], value: event.madeByName },
      ],
    };
  };
}
