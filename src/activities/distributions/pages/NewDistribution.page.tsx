import { useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import { keyOfOrganisation, organisationSource } from '../../../registers/cooperatives/widgets/organisation-source.ts';
import { recordDistribution } from '../contract.ts';
import { words } from '../words.ts';

const fields: readonly Field[] = [
  { key: 'year', kind: 'integer', label: words['field.year'] },
  { key: 'recordOn', kind: 'date', label: words['field.recordOn'] },
];

/** Begins the distribution of a closed year; the address may name the organisation (`?cooperative=150622/0190…`). */
export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState(search.get('cooperative') ?? undefined);
  const id = useMemo(newId, []);
  return (
    <>
      <PageHead title={t('new.title')} about={t('new.intro')} back={<Link to="/distributions">{t('title')}</Link>} />
      <div className="form-fields">
        <div className="field">
          <label htmlFor="distribution-organisation">{t('field.cooperative')}</label>
          <RecordPicker
            id="distribution-organisation"
            source={organisationSource}
            value={chosen}
            onChange={setChosen}
          />
        </div>
      </div>
      {chosen !== undefined && (
        <RecordForm
          key={chosen}
          schema={recordDistribution.body}
          fields={fields}
          fixed={{ id, county: keyOfOrganisation(chosen).county, cooperativeId: keyOfOrganisation(chosen).id }}
          refusals={words}
          submitLabel={t('action.new')}
          submit={(body, options) => call(recordDistribution, { body }, options)}
          onSaved={(saved) => {
            notify(t('said.recorded'));
            goTo(`/distributions/${saved.county}/${saved.id}`);
          }}
        />
      )}
    </>
  );
}
