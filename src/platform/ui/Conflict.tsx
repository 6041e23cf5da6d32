import { useId, useState } from 'react';
import type { Field, FormValues } from './form-fields.ts';
import type { WireRecord } from './form-state.ts';
import { valuesOf } from './form-values.ts';
import { useText, useWords } from './language.ts';
import { words } from './words.ts';

/** Another person saved the same record first: both versions side by side, one choice per field that differs. */
export function Conflict({ fields, mine, theirs, onSettle }: ConflictProps) {
  const t = useWords(words);
  const text = useText();
  const name = useId();
  const others = valuesOf(fields, theirs);
  const differing = fields.filter((field) => (mine[field.key] ?? '') !== (others[field.key] ?? ''));
  const [takesTheirs, setTakesTheirs] = useState<ReadonlySet<string>>(new Set());
  function settle(): void {
    const chosen = differing.map(({ key }) => [key, takesTheirs.has(key) ? others[key] : mine[key]] as const);
    onSettle({ ...others, ...Object.fromEntries(chosen) });
  }
  function take(key: string, isTheirs: boolean): void {
    const next = new Set(takesTheirs);
    if (isTheirs) next.add(key);
    else next.delete(key);
    setTakesTheirs(next);
  }
  return (
    <section className="conflict" aria-label={t('conflict.title')}>
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.about')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.mine')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((field) => (
            <tr key={field.key}>
              <th scope="row">{text(field.label)}</th>
              {[mine, others].map((side, at) => (
                <td key={side === mine ? 'mine' : 'theirs'}>
                  <label className="check">
                    <input
                      type="radio"
                      name={`${name}-${field.key}`}
                      checked={takesTheirs.has(field.key) === (at === 1)}
                      onChange={() => take(field.key, at === 1)}
                    />
                    {sideText(field, side[field.key], text) || t('conflict.empty')}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <button type="button" className="button" onClick={() => setTakesTheirs(new Set())}>
          {t('conflict.allMine')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => setTakesTheirs(new Set(differing.map((field) => field.key)))}
        >
          {t('conflict.allTheirs')}
        </button>
        <button type="button" className="button primary" onClick={settle}>
          {t('conflict.settle')}
        </button>
      </div>
    </section>
  );
}

interface ConflictProps {
  readonly fields: readonly Field[];
  readonly mine: FormValues;
  readonly theirs: WireRecord;
  readonly onSettle: (values: FormValues) => void;
}

function sideText(field: Field, value: FormValues[string], text: ReturnType<typeof useText>): string {
  const code = field.kind === 'code' ? field.codes.find((one) => one.value === value) : undefined;
  return code === undefined ? String(value ?? '') : text(code.label);
}
