import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import { recordSource } from '../../../platform/ui/records.ts';
import { getCooperative, listCooperatives } from '../../../registers/cooperatives/contract.ts';
import { openBooks } from '../contract.ts';
import { words } from '../words.ts';

const organisations = recordSource(
  listCooperatives,
  ({ county, id, name, placeName }) => ({
    value: `${county}/${id}`,
    label: name,
    ...(placeName === null ? {} : { sub: placeName }),
  }),
  {
    find: async (value, signal) => {
      const [county = '', id = ''] = value.split('/');
      const found = await call(getCooperative, { params: { county, id } }, { signal });
      return { value, label: found.name };
    },
  },
);

const fields: readonly Field[] = [{ key: 'startsOn', kind: 'date', label: words['field.startsOn'] }];

/** Opens the books of an organisation; the address may name it (`?cooperative=150622/0190…`). */
export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState(search.get('cooperative') ?? undefined);
  const id = useMemo(newId, []);
  const [county = '', cooperativeId = ''] = (chosen ?? '').split('/');
  return (
    <>
      <PageHead title={t('open.title')} about={t('open.intro')} />
      <div className="form-fields">
        <div className="field">
          <label htmlFor="book-organisation">{t('field.cooperativeId')}</label>
          <RecordPicker id="book-organisation" source={organisations} value={chosen} onChange={setChosen} />
        </div>
      </div>
      {chosen !== undefined && (
        <RecordForm
          key={chosen}
          schema={openBooks.body}
          fields={fields}
          fixed={{ id, county: Number(county), cooperativeId }}
          refusals={words}
          submitLabel={t('action.open')}
          submit={(body, options) => call(openBooks, { body }, options)}
          onSaved={(saved) => goTo(`/books/${saved.county}/${saved.id}`)}
        />
      )}
    </>
  );
}
