import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { recordCooperative } from '../contract.ts';
import { words } from '../words.ts';
import { newCooperativeFields } from './fields.ts';

export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const id = useMemo(newId, []);
  return (
    <>
      <PageHead title={t('new.title')} about={t('intro')} />
      <RecordForm
        schema={recordCooperative.body}
        fields={newCooperativeFields(places)}
        fixed={{ id }}
        draftKey="cooperative"
        refusals={words}
        submit={(body, options) => call(recordCooperative, { body }, options)}
        onSaved={(saved) => goTo(`/cooperatives/${saved.county}/${saved.id}`)}
      />
    </>
  );
}
