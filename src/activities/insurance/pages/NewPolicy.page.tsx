import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { recordPolicy } from '../contract.ts';
import { words } from '../words.ts';
import { newPolicyFields } from './fields.ts';
import { keyOfChoice } from './sources.ts';

/** The form keeps a cooperative by both parts of its key. */
const schema = recordPolicy.body.extend({ cooperativeId: recordPolicy.body.shape.number.optional() });

/** The address may name the village (`?place=150622100201`). */
export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const [search] = useSearchParams();
  const id = useMemo(newId, []);
  const place = search.get('place');
  const initial = useMemo(
    () => ({ holderKind: 'village', deductibleBp: 0, ...(place ? { place: Number(place) } : {}) }),
    [place],
  );
  return (
    <>
      <PageHead
        title={t('new.title')}
        about={t('new.intro')}
        back={<Link to="/insurance-policies">{t('title')}</Link>}
      />
      <RecordForm
        schema={schema}
        fields={newPolicyFields}
        initial={initial}
        fixed={{ id }}
        refusals={words}
        submitLabel={t('action.new')}
        submit={({ cooperativeId, ...body }, options) => {
          const chosen = cooperativeId ? keyOfChoice(cooperativeId).id : null;
          return call(recordPolicy, { body: { ...body, cooperativeId: chosen } }, options);
        }}
        onSaved={(saved) => {
          notify(t('said.recorded'));
          goTo(`/insurance-policies/${saved.county}/${saved.id}`);
        }}
      />
    </>
  );
}
