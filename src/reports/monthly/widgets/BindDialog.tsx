import { type FormEvent, useId, useState } from 'react';
import { type Dictionary, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { download } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { bindReport } from '../contract.ts';
import { words } from '../words.ts';
import type { Report } from './report-shapes.ts';

/** Fills an office's own workbook with the figures of the report; nothing of it is kept on the server. */
export function BindDialog({ dictionary, report, onClose }: BindProps) {
  const t = useWords(words);
  const id = useId();
  const [file, setFile] = useState<File>();
  const { run, pending, failure } = useAction();
  const { place, month } = report.submission;
  function fill(event: FormEvent): void {
    event.preventDefault();
    if (!file) return;
    void run(async () => {
      await download(bindReport, { query: { place, month }, file });
      notify(t('bind.done'));
      onClose();
    });
  }
  return (
    <Dialog title={t('bind.action')} onClose={onClose} wide>
      <form className="stack" onSubmit={fill}>
        <p>{t('bind.about')}</p>
        <div className="field">
          <label htmlFor={id}>{t('bind.file')}</label>
          <input id={id} type="file" accept=".xlsx" required onChange={(event) => setFile(event.target.files?.[0])} />
        </div>
        <Codes dictionary={dictionary} />
        {failure && (
          <p className="strip bad" role="alert">
            {failure.title}
          </p>
        )}
        <div className="buttons end">
          <button type="submit" className="button primary" disabled={pending || !file}>
            {t('bind.fill')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface BindProps {
  readonly dictionary: Dictionary;
  readonly report: Report;
  readonly onClose: () => void;
}

function Codes({ dictionary }: { dictionary: Dictionary }) {
  const t = useWords(words);
  const figure = useFigureText();
  return (
    <details>
      <summary>{t('bind.codes')}</summary>
      <ul className="codes">
        {dictionary.indicators.map((entry) => (
          <li key={entry.code}>
            <code>{`{{${entry.code}}}`}</code> {figure.name(entry)}
          </li>
        ))}
      </ul>
    </details>
  );
}
