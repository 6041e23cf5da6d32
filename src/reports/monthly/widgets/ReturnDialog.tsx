import { type FormEvent, useId, useState } from 'react';
import { returnSubmission } from '../../../activities/submissions/contract.ts';
import { type Dictionary, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { addDays, type LocalDate } from '../../../platform/pure/period.ts';
import { DateInput } from '../../../platform/ui/DateInput.tsx';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { words } from '../words.ts';
import type { Submission } from './report-shapes.ts';

/** Days a place gets to answer unless another day is chosen. */
const daysToAnswer = 5;
/** Stands for the report as a whole among the indicator codes. */
const whole = '';

/** Sends a report back: which figures, a reason for each, and the day to answer by. */
export function ReturnDialog({ dictionary, submission, suspects, onClose }: ReturnProps) {
  const t = useWords(words);
  const state = useReturn(dictionary, submission, onClose);
  const { reasons, setReasons, answerBy, setAnswerBy, pending, problem, send } = state;
  const answerId = useId();
  const figure = useFigureText();
  const others = dictionary.indicators.filter((entry) => !suspects.includes(entry.code));
  const item = (code: string, label: string) => (
    <Item
      key={code}
      label={label}
      reason={reasons.get(code)}
      onChange={(reason) => setReasons(changed(reasons, code, reason))}
    />
  );
  return (
    <Dialog title={t('return.title', { place: submission.placeName })} onClose={onClose} wide>
      <form className="stack" onSubmit={send}>
        <p>{t('return.about')}</p>
        <ul className="return-items">
          {dictionary.indicators
            .filter((entry) => suspects.includes(entry.code))
            .map((entry) => item(entry.code, figure.name(entry)))}
          {item(whole, t('returned.whole'))}
        </ul>
        <details open={suspects.length === 0}>
          <summary>{t('return.others')}</summary>
          <ul className="return-items">{others.map((entry) => item(entry.code, figure.name(entry)))}</ul>
        </details>
        <div className="field">
          <label htmlFor={answerId}>{t('return.answerBy')}</label>
          <DateInput id={answerId} value={answerBy} onCommit={setAnswerBy} />
        </div>
        {problem !== undefined && (
          <p className="strip bad" role="alert">
            {problem}
          </p>
        )}
        <div className="buttons end">
          <button type="submit" className="button danger" disabled={pending}>
            {t('return.send')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface ReturnProps {
  readonly dictionary: Dictionary;
  readonly submission: Submission;
  /** indicators that need attention, offered first */
  readonly suspects: readonly string[];
  readonly onClose: () => void;
}

/** Reason by indicator code; a code without an entry is not chosen. */
type Reasons = ReadonlyMap<string, string>;

function changed(reasons: Reasons, code: string, reason: string | undefined): Reasons {
  const next = new Map(reasons);
  if (reason === undefined) next.delete(code);
  else next.set(code, reason);
  return next;
}

function useReturn(dictionary: Dictionary, submission: Submission, onClose: () => void) {
  const t = useWords(words);
  const [reasons, setReasons] = useState<Reasons>(new Map());
  const [answerBy, setAnswerBy] = useState<string>(addDays(dictionary.today as LocalDate, daysToAnswer));
  const [isEmpty, setIsEmpty] = useState(false);
  const write = useWrite(returnSubmission);
  const { run, pending, failure } = useAction();
  function send(event: FormEvent): void {
    event.preventDefault();
    setIsEmpty(reasons.size === 0);
    if (reasons.size === 0) return;
    const items = [...reasons].map(([code, reason]) => ({ indicator: code === whole ? null : code, reason }));
    const { month, place, placeName } = submission;
    void run(async () => {
      await write.mutateAsync({ body: { month, place, answerBy, items } });
      notify(t('return.done', { place: placeName }));
      onClose();
    });
  }
  const problem = isEmpty ? t('return.choose') : failure?.title;
  return { reasons, setReasons, answerBy, setAnswerBy, pending, problem, send };
}

interface ItemProps {
  readonly label: string;
  /** undefined: not chosen */
  readonly reason: string | undefined;
  readonly onChange: (reason: string | undefined) => void;
}

function Item({ label, reason, onChange }: ItemProps) {
  const t = useWords(words);
  return (
    <li>
      <label className="check">
        <input
          type="checkbox"
          checked={reason !== undefined}
          onChange={(event) => onChange(event.target.checked ? '' : undefined)}
        />
        {label}
      </label>
      {reason !== undefined && (
        <input
          className="input"
          aria-label={t('return.reason', { indicator: label })}
          placeholder={t('return.reasonShort')}
          required
          minLength={2}
          maxLength={500}
          value={reason}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </li>
  );
}
