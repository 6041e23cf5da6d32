import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { recordEvent } from '../event-contract.ts';
import { type EventGroup, eventGroups, eventsElsewhere, eventTemplates } from '../event-kinds-rules.ts';
import { words } from '../words.ts';
import { type Book, BookFrame } from './BookFrame.tsx';
import { EventForm } from './EventForm.tsx';
import { wordOf } from './names.ts';
import { firstUsefulDay } from './period.tsx';

export default function Page() {
  const t = useWords(words);
  const [search] = useSearchParams();
  const kind = search.get('kind');
  return (
    <BookFrame title={t('event.new')} about={t('event.about')}>
      {(book) => (kind === null ? <Kinds book={book} /> : <Entry key={kind} book={book} kind={kind} />)}
    </BookFrame>
  );
}

const groups = Object.keys(eventGroups) as EventGroup[];

/** Everything that can happen, in groups: one click leads to its form. */
function Kinds({ book }: { book: Book }) {
  const t = useWords(words);
  const text = useText();
  return (
    <>
      <h2>{t('event.choose')}</h2>
      <div className="event-kinds">
        {groups.map((group) => (
          <section key={group} className="record-part">
            <h3>{t(`event.group.${group}`)}</h3>
            <ul>
              {eventGroups[group].map((kind) => (
                <li key={kind}>
                  <Link to={`/books/${book.county}/${book.id}/events/new?kind=${kind}`}>
                    {text(wordOf(`event.${kind}`))}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function Entry({ book, kind }: { book: Book; kind: string }) {
  const t = useWords(words);
  const text = useText();
  const goTo = useNavigate();
  const [eventId] = useState<string>(newId);
  const template = eventTemplates.get(kind);
  const elsewhere = eventsElsewhere.get(kind);
  const params = { county: book.county, id: book.id };
  const other = <Link to={`/books/${book.county}/${book.id}/events/new`}>{t('event.other')}</Link>;
  if (!template) return <p>{t('refusal.event_kind_unknown')}</p>;
  return (
    <section className="record-part">
      <h2>{text(wordOf(`event.${kind}`))}</h2>
      {elsewhere ? (
        <p className="strip">
          {t('event.elsewhere')}{' '}
          <Link to={elsewhere}>
            {t(elsewhere === '/distributions' ? 'event.go.distribution' : 'event.go.membership')}
          </Link>{' '}
          {other}
        </p>
      ) : (
        <>
          <p className="note">{t('event.filesHint')}</p>
          <EventForm
            book={book}
            template={template}
            initial={{ occurredOn: firstUsefulDay(book) }}
            submit={(body, options) => call(recordEvent, { params, body: { ...body, eventId, kind } }, options)}
            onSaved={(saved) => {
              notify(t('event.saved'));
              goTo(`/business-events/${saved.county}/${saved.id}`);
            }}
            actions={other}
          />
        </>
      )}
    </section>
  );
}
