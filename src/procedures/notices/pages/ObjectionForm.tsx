import { type FormEvent, useId, useRef, useState } from 'react';
import { call, newId } from '../../../platform/ui/client.ts';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { objectPublicly } from '../board-contract.ts';
import { objectionConcerns } from '../rules.ts';
import { words } from '../words.ts';
import { codeWords } from './codes.ts';
import type { Board } from './notice-view.ts';

/** Anybody’s objection; the ticket it answers with stays on the page. */
export function ObjectionForm({ notice }: { notice: Board }) {
  const t = useWords(words);
  const [told, setTold] = useState(nothingTold);
  const [sent, setSent] = useState<{ ticket: string; answerBy: string }>();
  const { run, pending, failure } = useAction();
  // the same id again is the same objection: a second press after a lost answer adds none
  const id = useRef(newId());
  function submit(event: FormEvent): void {
    event.preventDefault();
    const params = { county: notice.county, id: notice.id };
    void run(async () => setSent(await call(objectPublicly, { params, body: { id: id.current, ...told } })));
  }
  if (sent) {
    return (
      <p className="strip ok" role="status">
        {t('board.sent', sent)}
      </p>
    );
  }
  return (
    <form className="stack no-print" onSubmit={submit}>
      <h2>{t('board.objectTitle')}</h2>
      <p>{t('board.objectIntro')}</p>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <ConcernChoice value={told.concerns} onChange={(concerns) => setTold({ ...told, concerns })} />
      {(['statement', 'name', 'phone'] as const).map((key) => (
        <ToldField key={key} name={key} value={told[key]} onChange={(value) => setTold({ ...told, [key]: value })} />
      ))}
      <button type="submit" className="button primary" disabled={pending}>
        {t('board.send')}
      </button>
    </form>
  );
}

const nothingTold = { concerns: 'content' as (typeof objectionConcerns)[number], statement: '', name: '', phone: '' };

interface ChoiceProps {
  readonly value: (typeof objectionConcerns)[number];
  readonly onChange: (value: (typeof objectionConcerns)[number]) => void;
}

function ConcernChoice({ value, onChange }: ChoiceProps) {
  const t = useWords(words);
  const text = useText();
  const name = useId();
  return (
    <fieldset className="stack">
      <legend>{t('field.concerns')}</legend>
      {objectionConcerns.map((concern) => (
        <label className="check" key={concern}>
          <input type="radio" name={name} checked={value === concern} onChange={() => onChange(concern)} />
          {text(codeWords('concerns', concern))}
        </label>
      ))}
    </fieldset>
  );
}

interface FieldProps {
  readonly name: 'statement' | 'name' | 'phone';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ToldField({ name, value, onChange }: FieldProps) {
  const t = useWords(words);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t(`field.${name}`)}</label>
      {name === 'statement' ? (
        <textarea
          id={id}
          className="input"
          required
          minLength={2}
          maxLength={2000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          id={id}
          className="input"
          type={name === 'phone' ? 'tel' : 'text'}
          autoComplete={name === 'phone' ? 'tel' : 'name'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}
