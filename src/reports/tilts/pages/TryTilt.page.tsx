import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { z } from 'zod';
import { type Dictionary, useDictionary } from '../../../indicators/widgets/dictionary.ts';
import { MonthSwitch } from '../../../indicators/widgets/MonthSwitch.tsx';
import { usePlaceMonth } from '../../../indicators/widgets/place-month.ts';
import { parseYuan } from '../../../platform/pure/money.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { MoneyInput } from '../../../platform/ui/MoneyInput.tsx';
import { useMay } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { PlacePicker } from '../../../platform/ui/PlacePicker.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { keepTilt, tryTilt } from '../contract.ts';
import { firstFormula, type TiltEntry } from '../rules.ts';
import { words } from '../words.ts';
import { Formula } from './Formula.tsx';
import { TiltTable } from './TiltTable.tsx';

const fields: readonly Field[] = [{ key: 'name', label: words['field.name'], kind: 'text', wide: true }];

/** A formula tried live; what is kept is counted anew by the server. */
export default function Page() {
  const dictionary = useDictionary();
  return (
    <Loaded reply={dictionary} asPage>
      {(known) => <TryTilt dictionary={known} />}
    </Loaded>
  );
}

function TryTilt({ dictionary }: { readonly dictionary: Dictionary }) {
  const t = useWords(words);
  const { place, own, month, current, setPlace, setMonth } = usePlaceMonth(dictionary.today);
  const mayKeep = useMay('fund.tilt');
  const [formula, setFormula] = useState(firstFormula);
  const [total, setTotal] = useState('1,000,000.00');
  const [keyPoor, setKeyPoor] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const parsed = parseYuan(total);
  const totalFen = parsed.ok && parsed.value > 0n ? String(parsed.value) : '100';
  return (
    <>
      <PageHead
        title={t('action.try')}
        about={t('intro')}
        back={<Link to="/fund-tilts">{t('title')}</Link>}
        actions={
          mayKeep &&
          formula.length > 0 && (
            <button type="button" className="button primary" onClick={() => setKeeping(true)}>
              {t('action.keep')}
            </button>
          )
        }
      />
      <Formula dictionary={dictionary} formula={formula} onChange={setFormula} />
      <div className="form-fields no-print">
        <div className="field">
          <label htmlFor="tilt-total">{t('field.total')}</label>
          <MoneyInput id="tilt-total" value={total} onChange={(text) => setTotal(text)} />
        </div>
        <div className="field">
          <span>{t('field.month')}</span>
          <MonthSwitch month={month} first={dictionary.firstMonth} last={current} onChange={setMonth} />
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
      <p className="note">{t('formula.how')}</p>
      {formula.length === 0 ? (
        <EmptyState text={t('formula.none')} />
      ) : (
        <Ranking {...{ dictionary, formula, totalFen, month, place, keyPoor }} />
      )}
      {keeping && (
        <KeepDialog
          body={{ place: place === 0 ? own : place, formula: [...formula], month, totalFen, keyPoor }}
          onClose={() => setKeeping(false)}
        />
      )}
    </>
  );
}

interface RankingProps {
  readonly dictionary: Dictionary;
  readonly formula: readonly TiltEntry[];
  readonly totalFen: string;
  readonly month: string;
  readonly place: number;
  readonly keyPoor: boolean;
}

function Ranking({ dictionary, formula, totalFen, month, place, keyPoor }: RankingProps) {
  const query = {
    formula: formula.map(({ indicator, weight, direction }) => `${indicator}:${weight}:${direction}`).join(','),
    ...{ totalFen, month, place: place === 0 ? undefined : place },
    keyPoor: keyPoor ? ('true' as const) : ('false' as const),
  };
  const reply = useReply(tryTilt, { query }, { keepPrevious: true });
  return <Loaded reply={reply}>{(tilt) => <TiltTable tilt={tilt} dictionary={dictionary} />}</Loaded>;
}

interface KeepProps {
  readonly body: Omit<z.input<typeof keepTilt.body>, 'id' | 'name'>;
  readonly onClose: () => void;
}

function KeepDialog({ body, onClose }: KeepProps) {
  const t = useWords(words);
  const goTo = useNavigate();
  const id = useMemo(newId, []);
  return (
    <Dialog title={t('action.keep')} onClose={onClose}>
      <RecordForm
        schema={keepTilt.body.pick({ name: true })}
        fields={fields}
        refusals={words}
        submitLabel={t('action.keep')}
        submit={({ name }, options) => call(keepTilt, { body: { ...body, id, name } }, options)}
        onSaved={(saved) => {
          notify(t('said.kept'));
          goTo(`/fund-tilts/${saved.county}/${saved.id}`);
        }}
      />
    </Dialog>
  );
}
