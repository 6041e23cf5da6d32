import { useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import { keyOfOrganisation, organisationSource } from '../../../registers/cooperatives/widgets/organisation-source.ts';
import { recordReturn } from '../return-contract.ts';
import { words } from '../words.ts';
import { returnFields } from './fields.ts';

/** Records a contract with a floor or a share of profit; the address may name the organisation. */
export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState(search.get('cooperative') ?? undefined);
  const id = useMemo(newId, []);
  return (
    <>
      <PageHead
        title={t('returns.new')}
        about={t('returns.newIntro')}
        back={<Link to="/returns">{t('returns.title')}</Link>}
      />
      <div className="form-fields">
        <div className="field">
          <label htmlFor="return-organisation">{t('field.cooperative')}</label>
          <RecordPicker id="return-organisation" source={organisationSource} value={chosen} onChange={setChosen} />
        </div>
      </div>
      {chosen !== undefined && (
        <RecordForm
          key={chosen}
          schema={recordReturn.body}
          fields={returnFields}
          initial={yearly}
          fixed={{ id, county: keyOfOrganisation(chosen).county, cooperativeId: keyOfOrganisation(chosen).id }}
          refusals={words}
          submit={(body, options) => call(recordReturn, { body }, options)}
          onSaved={(saved) => {
            notify(t('said.return'));
            goTo(`/returns/${saved.county}/${saved.id}`);
          }}
        />
      )}
    </>
  );
}

const yearly = { months: 12, profitShareBp: 0 };
