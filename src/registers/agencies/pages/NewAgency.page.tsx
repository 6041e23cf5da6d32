import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { recordAgency } from '../contract.ts';
import { words } from '../words.ts';
import { agencyFields } from './fields.ts';

export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const id = useMemo(newId, []);
  return (
    <>
      <PageHead title={t('new.title')} about={t('intro')} />
      <RecordForm
        schema={recordAgency.body}
        fields={agencyFields(places)}
        fixed={{ id }}
        draftKey="agency"
        refusals={words}
        submit={(body, options) => call(recordAgency, { body }, options)}
        onSaved={(saved) => {
          notify(t('saved'));
          goTo(`/agencies/${saved.county}/${saved.id}`);
        }}
      />
    </>
  );
}
