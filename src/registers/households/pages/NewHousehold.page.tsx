import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useMe } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { nextNumber, recordHousehold } from '../contract.ts';
import { words } from '../words.ts';
import { householdFormFields } from './fields.ts';
import { explainKnown } from './KnownRecord.tsx';
import { type MemberDraft, MembersEditor } from './MembersEditor.tsx';

export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const own = useMe().position.place;
  const village = own !== null && own % 1000 !== 0 ? own : undefined;
  const id = useMemo(newId, []);
  const [members, setMembers] = useState<readonly MemberDraft[]>(() => [newMember('01')]);
  const next = useReply(nextNumber, { query: { place: village ?? 0 } }, { enabled: village !== undefined });
  const initial = useMemo(
    () => (village === undefined ? {} : { place: village, ...(next.data ? { number: next.data.number } : {}) }),
    [village, next.data],
  );
  const ready = village === undefined || next.data !== undefined || next.isError;
  return (
    <>
      <PageHead title={t('new.title')} about={t('new.about')} />
      <div className="form">
        <MembersEditor
          members={members}
          onChange={setMembers}
          onAdd={() => setMembers([...members, newMember('03')])}
        />
      </div>
      {ready && (
        <RecordForm
          schema={recordHousehold.body}
          fields={householdFormFields(places)}
          initial={initial}
          fixed={{ id, residents: members }}
          refusals={words}
          explain={(problem) => (problem.code === 'household_number_taken' ? explainKnown(problem) : null)}
          submit={(body, options) => call(recordHousehold, { body }, options)}
          onSaved={(saved) => {
            notify(t('saved.household'));
            goTo(`/households/${saved.county}/${saved.id}`);
          }}
        />
      )}
    </>
  );
}

function newMember(relation: string): MemberDraft {
  return { id: newId(), name: '', idNumber: '', relation };
}
