import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { parseYuan } from '../../../platform/pure/money.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { MoneyInput } from '../../../platform/ui/MoneyInput.tsx';
import { useMay, useMe, useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { PlacePicker } from '../../../platform/ui/PlacePicker.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { keepTilt, tryTilt } from '../tilt-contract.ts';
import { tiltMeasures } from '../tilt-rules.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { TiltTable } from './TiltTable.tsx';

const even = { registered_poor: 40, members: 20, collective_income: 20, assets: 20 };
const fields: readonly Field[] = [{ key: 'name', label: words['field.name'], kind: 'text', wide: true }];

/** Weights tried live; what is kept is computed anew by the server. */
export default function Page() {
  const t = useWords(words);
  const today = useToday();
  const { position } = useMe();
  const mayKeep = useMay('fund.tilt');
  const [weights, setWeights] = useState(even);
  const [total, setTotal] = useState('1,000,000.00');
  const [place, setPlace] = useState(position.place ?? undefined);
  const [keyPoor, setKeyPoor] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const parsed = parseYuan(total);
  const totalFen = parsed.ok && parsed.value > 0n ? String(parsed.value) : '100';
  const query = { ...weights, place, on: today, totalFen, keyPoor: keyPoor ? ('true' as const) : ('false' as const) };
  const reply = useReply(tryTilt, { query }, { keepPrevious: true });
  return (
    <>
      <PageHead
        title={t('tilt.try')}
        about={t('tilt.intro')}
        back={<Link to="/fund-tilts">{t('tilt.title')}</Link>}
        actions={
          mayKeep && (
            <button type="button" className="button primary" onClick={() => setKeeping(true)}>
              {t('tilt.keep')}
            </button>
          )
        }
      />
      <div className="form-fields no-print">
        <Weights weights={weights} onChange={setWeights} />
        <div className="field">
          <label htmlFor="tilt-total">{t('field.total')}</label>
          <MoneyInput id="tilt-total" value={total} onChange={(text) => setTotal(text)} />
        </div>
        <div className="field">
          <label htmlFor="tilt-place">{t('field.place')}</label>
          <PlacePicker id="tilt-place" label={t('field.place')} value={place} onChange={setPlace} />
        </div>
        <label className="check">
          <input type="checkbox" checked={keyPoor} onChange={(event) => setKeyPoor(event.target.checked)} />
          {t('field.keyPoor')}
        </label>
      </div>
      <Loaded reply={reply}>{({ results }) => <TiltTable results={results} />}</Loaded>
      {keeping && (
        <KeepDialog
          body={{ place: place ?? position.place ?? 0, weights, on: today, totalFen, keyPoor }}
          onClose={() => setKeeping(false)}
        />
      )}
    </>
  );
}

interface WeightsProps {
  readonly weights: typeof even;
  readonly onChange: (weights: typeof even) => void;
}

function Weights({ weights, onChange }: WeightsProps) {
  const speak = useCodes();
  return (
    <>
      {tiltMeasures.map((measure) => (
        <div className="field" key={measure}>
          <label htmlFor={`weight-${measure}`}>{speak('measure', measure)}</label>
          <span className="joined slider">
            <input
              id={`weight-${measure}`}
              type="range"
              min={0}
              max={100}
              step={5}
              value={weights[measure]}
              onChange={(event) => onChange({ ...weights, [measure]: Number(event.target.value) })}
            />
            <output className="unit">{weights[measure]}</output>
          </span>
        </div>
      ))}
    </>
  );
}

interface KeepProps {
  readonly body: {
    readonly place: number;
    readonly weights: typeof even;
    readonly on: string;
    readonly totalFen: string;
    readonly keyPoor: boolean;
  };
  readonly onClose: () => void;
}

function KeepDialog({ body, onClose }: KeepProps) {
  const t = useWords(words);
  const goTo = useNavigate();
  const id = useMemo(newId, []);
  return (
    <Dialog title={t('tilt.keep')} onClose={onClose}>
      <RecordForm
        schema={keepTilt.body.pick({ name: true })}
        fields={fields}
        refusals={words}
        submitLabel={t('tilt.keep')}
        submit={({ name }, options) => call(keepTilt, { body: { ...body, id, name } }, options)}
        onSaved={(saved) => {
          notify(t('said.kept'));
          goTo(`/fund-tilts/${saved.county}/${saved.id}`);
        }}
      />
    </Dialog>
  );
}
