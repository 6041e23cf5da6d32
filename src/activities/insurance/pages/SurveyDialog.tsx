import { useState } from 'react';
import { parseYuan } from '../../../platform/pure/money.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { surveyClaim } from '../claim-contract.ts';
import { words } from '../words.ts';
import { PartTable } from './PartTable.tsx';
import { type ClaimView, keyOf } from './views.ts';

interface Typed {
  readonly units: string;
  readonly percent: string;
  readonly yuan: string;
}

/** Line by line what was lost and how much of it; the amount is computed where none is typed. */
export function SurveyDialog({ claim, onClose }: { readonly claim: ClaimView; readonly onClose: () => void }) {
  const t = useWords(words);
  const { run, pending, failure } = useAction();
  const survey = useWrite(surveyClaim);
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(
    new Map(claim.lines.map((line) => [line.id, startOf(line)])),
  );
  const set = (id: string, change: Partial<Typed>) =>
    setTyped(new Map([...typed, [id, { ...(typed.get(id) ?? blank), ...change }]]));
  const cell = (id: string, key: keyof Typed) => ({
    value: typed.get(id)?.[key] ?? '',
    onType: (text: string) => set(id, { [key]: text }),
  });
  async function send(): Promise<void> {
    const lines = claim.lines.map(({ id }) => lineOf(id, typed.get(id) ?? blank));
    await survey.mutateAsync({ params: keyOf(claim), body: { revision: claim.revision, lines } });
    notify(t('said.surveyed'));
    onClose();
  }
  return (
    <Dialog title={t('survey.title')} onClose={onClose} wide>
      <p className="note">{t('help.agreed')}</p>
      <PartTable
        title={t('tab.lines')}
        empty=""
        heads={[
          { label: words['field.name'] },
          { label: words['field.reportedUnits'], end: true },
          { label: words['field.surveyedUnits'] },
          { label: words['field.lossPercent'] },
          { label: words['field.agreed'] },
        ]}
        rows={claim.lines.map(({ id, name, reportedUnits }) => ({
          key: id,
          cells: [
            name,
            reportedUnits,
            <TypedCell key="units" {...cell(id, 'units')} label={`${t('field.surveyedUnits')} ${name}`} />,
            <TypedCell key="percent" {...cell(id, 'percent')} label={`${t('field.lossPercent')} ${name}`} />,
            <TypedCell key="yuan" {...cell(id, 'yuan')} label={`${t('field.agreed')} ${name}`} />,
          ],
        }))}
      />
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <div className="buttons end">
        <button type="button" className="button primary" disabled={pending} onClick={() => void run(send)}>
          {t('action.survey')}
        </button>
      </div>
    </Dialog>
  );
}

interface CellProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
}

function TypedCell({ label, value, onType }: CellProps) {
  return (
    <input
      className="input"
      inputMode="decimal"
      aria-label={label}
      value={value}
      onChange={(event) => onType(event.target.value)}
    />
  );
}

const blank: Typed = { units: '', percent: '', yuan: '' };

function startOf({ reportedUnits, surveyedUnits, lossBp }: ClaimView['lines'][number]): Typed {
  return { units: String(surveyedUnits ?? reportedUnits), percent: String((lossBp ?? 10_000) / 100), yuan: '' };
}

function lineOf(id: string, { units, percent, yuan }: Typed) {
  const agreed = yuan.trim() === '' ? undefined : parseYuan(yuan);
  const amount = agreed?.ok ? { agreedFen: String(agreed.value) } : {};
  return { id, units: Number(units), lossBp: Math.round(Number(percent) * 100), ...amount };
}
