import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { recordBranch } from '../contract.ts';
import { branchKinds } from '../rules.ts';
import { words } from '../words.ts';

export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const places = useOwnPlaces();
  const id = useMemo(newId, []);
  const fields: readonly Field[] = [
    { key: 'place', kind: 'place', label: words['field.place'], places, level: 'village', wide: true },
    { key: 'name', kind: 'text', label: words['field.name'], wide: true },
    {
      key: 'kind',
      kind: 'code',
      label: words['field.kind'],
      codes: branchKinds.map((kind) => ({ value: kind, label: words[`code.kind.${kind}`] })),
    },
    { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
  ];
  return (
    <>
      <PageHead title={t('new.title')} about={t('intro')} />
      <RecordForm
        schema={recordBranch.body}
        fields={fields}
        fixed={{ id }}
        draftKey="branch"
        refusals={words}
        submit={(body, options) => call(recordBranch, { body }, options)}
        onSaved={(saved) => goTo(`/branches/${saved.county}/${saved.id}`)}
      />
    </>
  );
}
