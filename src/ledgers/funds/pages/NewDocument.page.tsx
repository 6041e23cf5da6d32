import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { PlacePicker } from '../../../platform/ui/PlacePicker.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { recordDocument } from '../document-contract.ts';
import { type PayeeKind, payeeKinds, permittedPurposes } from '../rules.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { documentFields, documentForm } from './document-form.ts';
import { keyOf } from './sources.ts';
import './funds.css';

/** Records a document with its earmark. */
export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const today = useToday();
  const id = useMemo(newId, []);
  const initial = useMemo(() => ({ issuedOn: today, startsOn: today, managementBp: '100' }), [today]);
  const [purposes, setPurposes] = useState<readonly (typeof permittedPurposes)[number][]>([]);
  const [payees, setPayees] = useState<readonly PayeeKind[]>([]);
  const [places, setPlaces] = useState<readonly number[]>([]);
  return (
    <>
      <PageHead
        title={t('documents.new')}
        about={t('documents.intro')}
        back={<Link to="/fund-documents">{t('documents.title')}</Link>}
      />
      <RecordForm
        schema={documentForm}
        fields={documentFields}
        initial={initial}
        refusals={words}
        submitLabel={t('documents.new')}
        submit={({ fund, ...body }, options) => {
          const { county, id: fundId } = keyOf(fund);
          const amountFen = String(body.amountFen);
          const earmark = { purposes: [...purposes], payeeKinds: [...payees], places: [...places] };
          return call(recordDocument, { body: { ...body, ...earmark, amountFen, id, county, fundId } }, options);
        }}
        onSaved={(saved) => {
          notify(t('said.recorded'));
          goTo(`/fund-documents/${saved.county}/${saved.id}`);
        }}
      >
        <Choices
          list="purpose"
          label={t('field.purposes')}
          codes={permittedPurposes}
          chosen={purposes}
          onChange={setPurposes}
        />
        <Choices
          list="payeeKind"
          label={t('field.payeeKinds')}
          codes={payeeKinds}
          chosen={payees}
          onChange={setPayees}
        />
        <Places chosen={places} onChange={setPlaces} />
      </RecordForm>
    </>
  );
}

interface ChoicesProps<C extends string> {
  readonly list: string;
  readonly label: string;
  readonly codes: readonly C[];
  readonly chosen: readonly C[];
  readonly onChange: (chosen: readonly C[]) => void;
}

function Choices<C extends string>({ list, label, codes, chosen, onChange }: ChoicesProps<C>) {
  const speak = useCodes();
  return (
    <fieldset className="form-section">
      <legend>{label}</legend>
      <div className="buttons choices">
        {codes.map((code) => (
          <label key={code} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
              }
            />
            {speak(list, code)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Places({ chosen, onChange }: { chosen: readonly number[]; onChange: (places: readonly number[]) => void }) {
  const t = useWords(words);
  const rows = [...chosen, undefined];
  return (
    <fieldset className="form-section">
      <legend>{t('field.places')}</legend>
      {rows.map((place, at) => (
        <PlacePicker
          key={place ?? 'next'}
          label={t('field.places')}
          value={place}
          onChange={(code) =>
            onChange(
              code === undefined
                ? chosen.filter((_, index) => index !== at)
                : [...chosen.slice(0, at), code, ...chosen.slice(at + 1)],
            )
          }
        />
      ))}
    </fieldset>
  );
}
