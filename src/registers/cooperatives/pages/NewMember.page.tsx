import { useMemo } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getCooperative } from '../contract.ts';
import { nextMemberNumber, recordMember } from '../member-contract.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';
import { memberFields } from './fields.ts';

const joinedBy = {
  key: 'joinedBy',
  kind: 'code',
  label: words['field.joinedBy'],
  codes: codesOf('joinedBy', ['founding', 'opening']),
} as const;

export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const cooperative = useReply(getCooperative, { params });
  const next = useReply(nextMemberNumber, { params });
  const id = useMemo(newId, []);
  const initial = useMemo(
    () => ({
      number: next.data?.number,
      kind: 'farmer',
      memberPlace: cooperative.data?.place,
      joinedOn: cooperative.data?.registeredOn,
      joinedBy: 'opening',
    }),
    [next.data, cooperative.data],
  );
  const home = `/cooperatives/${params.county}/${params.id}?tab=members`;
  return (
    <Loaded reply={cooperative} asPage>
      {({ name }) => (
        <>
          <PageHead title={t('member.new')} about={t('member.about')} back={<Link to={home}>{name}</Link>} />
          {next.data && (
            <RecordForm
              schema={recordMember.body}
              fields={[...memberFields(places), joinedBy]}
              initial={initial}
              fixed={{ id }}
              refusals={words}
              submit={(body, options) => call(recordMember, { params, body }, options)}
              onSaved={() => {
                notify(t('saved'));
                goTo(home);
              }}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
