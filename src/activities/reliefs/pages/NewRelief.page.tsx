import { useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import { keyOfOrganisation, organisationSource } from '../../../registers/cooperatives/widgets/organisation-source.ts';
import { recordRelief } from '../contract.ts';
import { words } from '../words.ts';
import { headFields } from './fields.ts';

/** Begins a list; the address may name the organisation (`?cooperative=150622/0190…`). */
export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState(search.get('cooperative') ?? undefined);
  const id = useMemo(newId, []);
  return (
    <>
      <PageHead title={t('new.title')} about={t('new.intro')} back={<Link to="/reliefs">{t('title')}</Link>} />
      <div className="form-fields">
        <div className="field">
          <label htmlFor="relief-organisation">{t('field.cooperative')}</label>
          <RecordPicker id="relief-organisation" source={organisationSource} value={chosen} onChange={setChosen} />
        </div>
      </div>
      {chosen !== undefined && (
        <RecordForm
          key={chosen}
          schema={recordRelief.body}
          fields={headFields}
          initial={byBank}
          fixed={{ id, county: keyOfOrganisation(chosen).county, cooperativeId: keyOfOrganisation(chosen).id }}
          refusals={words}
          submitLabel={t('action.new')}
          submit={(body, options) => call(recordRelief, { body }, options)}
          onSaved={(saved) => {
            notify(t('said.recorded'));
            goTo(`/reliefs/${saved.county}/${saved.id}`);
          }}
        />
      )}
    </>
  );
}

const byBank = { channel: 'bank' };
