import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { type Dictionary, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { confirmReport } from '../contract.ts';
import { words } from '../words.ts';
import { type NamedCell, nameCells, type Report } from './report-shapes.ts';

/** Says what is frozen before it is; figures that need attention can be explained in the remark with one press. */
export function ConfirmDialog({ dictionary, report, belowMissing, onClose }: ConfirmProps) {
  const t = useWords(words);
  const { month } = useFormat();
  const { submission } = report;
  const [remark, setRemark] = useState(submission.remark ?? '');
  const write = useWrite(confirmReport);
  const { run, pending, failure } = useAction();
  const cells = nameCells(report.cells, dictionary);
  const named = { place: submission.placeName, month: month(submission.month) };
  function send(event: FormEvent | KeyboardEvent): void {
    event.preventDefault();
    void run(async () => {
      await write.mutateAsync({ body: { place: submission.place, month: submission.month, remark } });
      notify(t('confirm.done', named));
      onClose();
    });
  }
  return (
    <Dialog title={t('confirm.title', named)} onClose={onClose}>
      <form
        className="stack"
        onSubmit={send}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && send(event)}
      >
        <p>{t('confirm.effect', { count: cells.length })}</p>
        {belowMissing > 0 && !failure && <p className="strip warn">{t('confirm.below', { count: belowMissing })}</p>}
        <Remark cells={cells} remark={remark} onChange={setRemark} />
        {failure && (
          <p className="strip bad" role="alert">
            {failure.title}
          </p>
        )}
        <div className="buttons end">
          <button type="submit" className="button primary" disabled={pending}>
            {t('confirm.send')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface ConfirmProps {
  readonly dictionary: Dictionary;
  readonly report: Report;
  readonly belowMissing: number;
  readonly onClose: () => void;
}

interface RemarkProps {
  readonly cells: readonly NamedCell[];
  readonly remark: string;
  readonly onChange: (remark: string) => void;
}

function Remark({ cells, remark, onChange }: RemarkProps) {
  const t = useWords(words);
  const figure = useFigureText();
  const id = useId();
  const unexplained = cells.filter((cell) => cell.exceptions.length > 0 && !remark.includes(figure.name(cell.entry)));
  const explain = (cell: NamedCell) => {
    const change = figure.change(cell.entry, (cell.value ?? 0) - (cell.previous ?? 0));
    return t('confirm.reasonOf', { indicator: figure.name(cell.entry), change });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('confirm.remark')}</label>
      {unexplained.length > 0 && (
        <div className="buttons">
          <span className="note">{t('confirm.explain')}</span>
          {unexplained.map((cell) => (
            <button
              type="button"
              className="tag chip"
              key={cell.indicator}
              onClick={() => onChange(`${remark}${remark === '' ? '' : '\n'}${explain(cell)}`)}
            >
              {explain(cell)}
            </button>
          ))}
        </div>
      )}
      <textarea
        id={id}
        className="input"
        maxLength={2000}
        value={remark}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
