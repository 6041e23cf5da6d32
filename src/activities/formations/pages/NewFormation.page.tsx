import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useMe } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { recordFormation } from '../contract.ts';
import { words } from '../words.ts';
import { firstPlan, newPlanFields } from './fields.ts';

export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const { position } = useMe();
  const id = useMemo(newId, []);
  const fields = useMemo(() => newPlanFields(places), [places]);
  const initial = useMemo(() => ({ ...firstPlan, place: position.place ?? undefined }), [position.place]);
  return (
    <>
      <PageHead title={t('new.title')} about={t('new.intro')} />
      <RecordForm
        schema={recordFormation.body}
        fields={fields}
        fixed={{ id }}
        initial={initial}
        draftKey="formation"
        refusals={words}
        submit={(body, options) => call(recordFormation, { body }, options)}
        onSaved={(saved) => {
          notify(t('said.drafted'));
          goTo(`/formations/${saved.county}/${saved.id}`);
        }}
      />
    </>
  );
}
