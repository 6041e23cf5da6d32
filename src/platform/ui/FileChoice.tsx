import { type ReactNode, useId } from 'react';
import { type Text, useFormat, useText, useWords } from './language.ts';
import type { UploadRecord, Uploads } from './uploads.ts';
import { words } from './words.ts';

/** What an office scans or photographs. */
export const documentTypes = '.pdf,.jpg,.jpeg,.png,.webp,.heic,.doc,.docx,.wps';

/**
 * Papers beside a form, sent when its record exists:
 *
 * - `<FileChoice uploads label help? />` stands among the fields; `uploads` is `useUploads()`.
 * - `<UploadStep uploads record safe onDone />` takes the place of the form once it is saved: says what is safe (`safe`),
 *   which files did not arrive and why, and sends them again; `onDone` closes.
 */
export function FileChoice({ uploads, label, help }: ChoiceProps) {
  const t = useWords(words);
  const text = useText();
  const id = useId();
  return (
    <div className="field wide">
      <label htmlFor={id}>
        {text(label)}
        <span className="optional">{t('form.optional')}</span>
      </label>
      {help !== undefined && (
        <p className="note" id={`${id}-help`}>
          {text(help)}
        </p>
      )}
      <input
        id={id}
        type="file"
        className="input"
        multiple
        accept={documentTypes}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => {
          uploads.add(event.target.files);
          event.target.value = '';
        }}
      />
      <Waiting uploads={uploads} />
    </div>
  );
}

interface ChoiceProps {
  readonly uploads: Uploads;
  readonly label: Text;
  readonly help?: Text;
}

/** The files that wait, each with what is wrong with it. */
export function Waiting({ uploads }: { uploads: Uploads }) {
  const t = useWords(words);
  const { number } = useFormat();
  if (uploads.waiting.length === 0) return null;
  return (
    <ul className="files" aria-live="polite">
      {uploads.waiting.map(({ id, file, problem }) => (
        <li key={id}>
          <span>{file.name}</span>
          <span className="note">{t('files.size', { size: number(Math.ceil(file.size / 1024)) })}</span>
          {problem !== undefined && <span className="field-error">{t('files.notSent', { cause: problem })}</span>}
          <button type="button" className="button quiet" disabled={uploads.pending} onClick={() => uploads.remove(id)}>
            {t('files.leaveOut')}
            <span className="hidden-text"> {file.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function UploadStep({ uploads, record, safe, onDone }: StepProps) {
  const t = useWords(words);
  const { waiting, pending } = uploads;
  return (
    <div className="stack">
      <div className="strip ok" role="status">
        {safe}
      </div>
      {pending ? <p role="status">{t('files.sending')}</p> : <p role="alert">{t('files.left')}</p>}
      <Waiting uploads={uploads} />
      <div className="buttons end">
        <button type="button" className="button" onClick={onDone}>
          {t('files.later')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={pending || waiting.length === 0}
          onClick={() => void uploads.send(record).then((left) => left === 0 && onDone())}
        >
          {t('files.again')}
        </button>
      </div>
    </div>
  );
}

interface StepProps {
  readonly uploads: Uploads;
  readonly record: UploadRecord;
  /** what is saved whatever becomes of the files */
  readonly safe: ReactNode;
  readonly onDone: () => void;
}
