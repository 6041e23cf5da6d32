import { useEffect, useId, useRef, useState } from 'react';
import type { Field, FormValues } from './form-fields.ts';
import type { WireRecord } from './form-state.ts';
import { valuesOf } from './form-values.ts';
import { useText, useWords } from './language.ts';
import { words } from './words.ts';

/** Another person saved the same record first: both versions side by side, one choice per field that differs. */
export function Conflict({ fields, mine, theirs, onSettle }: ConflictProps) {
  const t = useWords(words);
  const name = useId();
  const others = valuesOf(fields, theirs);
  const differing = fields.filter((field) => (mine[field.key] ?? '') !== (others[field.key] ?? ''));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
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
    <section className="stack" aria-label={t('conflict.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('conflict.title')}
      </h2>
      <p>{t('conflict.about')}</p>
      <table className="table">
        <ConflictHead />
        <tbody>
          {differing.map((field) => (
            <Choice
              key={field.key}
              {...{ field, name }}
              sides={[mine[field.key], others[field.key]]}
              isTheirs={takesTheirs.has(field.key)}
              onTake={(isTheirs) => take(field.key, isTheirs)}
            />
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

function ConflictHead() {
  const t = useWords(words);
  return (
    <thead>
      <tr>
        <th scope="col">{t('conflict.field')}</th>
        <th scope="col">{t('conflict.mine')}</th>
        <th scope="col">{t('conflict.theirs')}</th>
      </tr>
    </thead>
  );
}

interface ConflictProps {
  readonly fields: readonly Field[];
  readonly mine: FormValues;
  readonly theirs: WireRecord;
  readonly onSettle: (values: FormValues) => void;
}

function Choice({ field, name, sides, isTheirs, onTake }: ChoiceProps) {
  const t = useWords(words);
  const text = useText();
  return (
    <tr>
      <th scope="row">{text(field.label)}</th>
      {(['mine', 'theirs'] as const).map((side, at) => (
        <td key={side}>
          <label className="check">
            <input
              type="radio"
              name={`${name}-${field.key}`}
              checked={isTheirs === (side === 'theirs')}
              onChange={() => onTake(side === 'theirs')}
            />
            <span className="hidden-text">{t(`conflict.${side}`)}</span>
            {sideText(field, sides[at], text) || t('conflict.empty')}
          </label>
        </td>
      ))}
    </tr>
  );
}

interface ChoiceProps {
  readonly field: Field;
  readonly name: string;
  readonly sides: readonly [mine: FormValues[string], theirs: FormValues[string]];
  readonly isTheirs: boolean;
  readonly onTake: (isTheirs: boolean) => void;
}

function sideText(field: Field, value: FormValues[string], text: ReturnType<typeof useText>): string {
  const code = field.kind === 'code' ? field.codes.find((one) => one.value === value) : undefined;
  return code === undefined ? String(value ?? '') : text(code.label);
}
