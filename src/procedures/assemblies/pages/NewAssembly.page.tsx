import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useMe } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { listCooperatives } from '../../../registers/cooperatives/contract.ts';
import { callAssembly } from '../contract.ts';
import { words } from '../words.ts';
import { bodyFields, meetingFields, organField } from './fields.ts';

export default function Page() {
  const t = useWords(words);
  const { organisationId } = useMe();
  return (
    <>
      <PageHead title={t('new.title')} about={t('new.intro')} />
      {organisationId ? <OwnMeeting organisationId={organisationId} /> : <AnyMeeting />}
    </>
  );
}

/** A manager calls the meetings of his own cooperative. */
function OwnMeeting({ organisationId }: { organisationId: string }) {
  const own = useReply(listCooperatives, { query: { limit: 1 } });
  const fields = useMemo(() => [organField, ...meetingFields], []);
  return (
    <Loaded reply={own}>
      {({ rows }) => {
        const body = { place: rows[0]?.place, cooperativeId: organisationId, form: 'farmers_professional' };
        return <MeetingForm fields={fields} fixed={body} initial={initialMeeting} />;
      }}
    </Loaded>
  );
}

function AnyMeeting() {
  const places = useOwnPlaces();
  const { position } = useMe();
  const [search] = useSearchParams();
  const fields = useMemo(() => [...bodyFields(places), organField, ...meetingFields], [places]);
  const cooperativeId = search.get('cooperative') ?? undefined;
  const form = cooperativeId ? 'farmers_professional' : 'village';
  const initial = useMemo(
    () => ({ ...initialMeeting, place: position.place ?? undefined, cooperativeId, form }),
    [position.place, cooperativeId, form],
  );
  return <MeetingForm fields={fields} fixed={noBody} initial={initial} />;
}

const noBody = {};
const initialMeeting = { rollKind: 'named', organ: 'members_assembly', proxyLimit: 0 };

interface MeetingFormProps {
  readonly fields: Parameters<typeof RecordForm>[0]['fields'];
  readonly fixed: object;
  readonly initial: Readonly<Record<string, unknown>>;
}

function MeetingForm({ fields, fixed, initial }: MeetingFormProps) {
  const t = useWords(words);
  const goTo = useNavigate();
  const id = useMemo(newId, []);
  return (
    <RecordForm
      schema={callAssembly.body}
      fields={fields}
      // the law of a cooperative follows from its kind
      fixed={{ id, form: 'farmers_professional', ...fixed }}
      initial={initial}
      draftKey="assembly"
      refusals={words}
      submitLabel={t('action.new')}
      submit={(body, options) => call(callAssembly, { body }, options)}
      onSaved={(saved) => {
        notify(t('said.called'));
        goTo(`/assemblies/${saved.county}/${saved.id}`);
      }}
    />
  );
}
