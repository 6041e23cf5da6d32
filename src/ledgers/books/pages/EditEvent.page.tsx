import { useMemo } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call } from '../../../platform/ui/client.ts';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { correctEvent, getEvent } from '../event-contract.ts';
import { eventTemplates } from '../event-kinds-rules.ts';
import { words } from '../words.ts';
import { EventForm } from './EventForm.tsx';
import { wordOf } from './names.ts';

export default function Page() {
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getEvent, { params });
  return (
    <Loaded reply={reply} asPage>
      {(event) => <Correction key={event.revision} event={event} />}
    </Loaded>
  );
}

function Correction({ event }: { event: ReplyOf<typeof getEvent> }) {
  const t = useWords(words);
  const text = useText();
  const goTo = useNavigate();
  const { county, id, bookId, chart, revision } = event;
  const book = useMemo(() => ({ county, id: bookId, chart }), [county, bookId, chart]);
  const initial = useMemo(() => ({ ...event, ...event.amounts, ...event.choices, ...event.parties }), [event]);
  const template = eventTemplates.get(event.kind);
  const page = `/business-events/${county}/${id}`;
  return (
    <div className="page">
      <PageHead
        title={`${t('event.correct')} ${text(wordOf(`event.${event.kind}`))}`}
        about={event.cooperativeName}
        back={<Link to={page}>{t('event.title')}</Link>}
      />
      {template && (
        <EventForm
          book={book}
          template={template}
          initial={initial}
          withReason
          submit={({ reason = '', ...body }, options) =>
            call(correctEvent, { params: { county, id }, body: { ...body, revision, reason } }, options)
          }
          onSaved={() => {
            notify(t('event.saved'));
            goTo(page);
          }}
        />
      )}
    </div>
  );
}
