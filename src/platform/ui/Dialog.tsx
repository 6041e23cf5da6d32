import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from './language.ts';
import { useAction } from './Notices.tsx';
import { words } from './words.ts';

/**
 * - `<Dialog title onClose wide?>…</Dialog>`: shown while mounted; Esc and × call `onClose`; focus begins in what the
 *   dialog is about (so × comes last), stays inside and goes back afterwards (native `<dialog>`).
 * - `<ConfirmWithReason title effect confirmLabel onConfirm(reason) onClose needsReason? danger? reasons? />`: says what
 *   will change before it does; `reasons` are past answers offered as chips; `onConfirm` may be async, its refusal is
 *   shown inside.
 */
export function Dialog({ title, onClose, wide, children }: DialogProps) {
  const t = useWords(words);
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className={wide ? 'dialog wide' : 'dialog'} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId} className="dialog-head">
        {title}
      </h2>
      <div className="dialog-body">{children}</div>
      <button type="button" className="icon-button dialog-close" aria-label={t('dialog.close')} onClick={onClose}>
        ×
      </button>
    </dialog>
  );
}

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function ConfirmWithReason(props: ConfirmProps) {
  const t = useWords(words);
  const [reason, setReason] = useState('');
  const reasonId = useId();
  const needed = props.needsReason ?? true;
  const { run, pending, failure } = useAction();
  function confirm(event: FormEvent): void {
    event.preventDefault();
    void run(async () => {
      await props.onConfirm(reason.trim());
      props.onClose();
    });
  }
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form className="stack" onSubmit={confirm}>
        <div>{props.effect}</div>
        {needed && (
          <div className="field">
            <label htmlFor={reasonId}>{t('dialog.reason')}</label>
            <Chips reasons={props.reasons ?? []} onPick={setReason} />
            <textarea
              id={reasonId}
              className="input"
              required
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
        )}
        {failure && (
          <p className="strip bad" role="alert">
            {failure.title}
          </p>
        )}
        <div className="buttons end">
          <button type="button" className="button" onClick={props.onClose}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" className={props.danger ? 'button danger' : 'button primary'} disabled={pending}>
            {props.confirmLabel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface ConfirmProps {
  readonly title: string;
  /** what will be different afterwards, in words */
  readonly effect: ReactNode;
  readonly confirmLabel: string;
  readonly onConfirm: (reason: string) => unknown;
  readonly onClose: () => void;
  readonly needsReason?: boolean;
  readonly danger?: boolean;
  readonly reasons?: readonly string[];
}

function Chips({ reasons, onPick }: { reasons: readonly string[]; onPick: (reason: string) => void }) {
  if (reasons.length === 0) return null;
  return (
    <div className="buttons">
      {reasons.map((reason) => (
        <button type="button" className="tag chip" key={reason} onClick={() => onPick(reason)}>
          {reason}
        </button>
      ))}
    </div>
  );
}
