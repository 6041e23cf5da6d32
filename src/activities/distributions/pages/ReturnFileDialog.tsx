import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { checkReturnFile, takeReturnFile } from '../payout-contract.ts';
import { words } from '../words.ts';
import type { BatchView } from './views.ts';

type Report = ReplyOf<typeof checkReturnFile>;

interface DialogProps {
  readonly batch: BatchView;
  readonly onClose: () => void;
}

/** The bank’s return file: checked first, settled once somebody has seen what it says. */
export function ReturnFileDialog({ batch, onClose }: DialogProps) {
  const t = useWords(words);
  const client = useQueryClient();
  const [read, setRead] = useState<{ readonly file: File; readonly report: Report }>();
  const { run, pending, failure } = useAction();
  const params = { county: batch.county, id: batch.id };
  function choose(file: File | undefined): void {
    setRead(undefined);
    if (file) void run(async () => setRead({ file, report: await call(checkReturnFile, { params, file }) }));
  }
  async function settle(file: File): Promise<void> {
    await call(takeReturnFile, { params, file });
    notify(t('said.settled'));
    await client.invalidateQueries();
    onClose();
  }
  return (
    <Dialog title={`${t('action.returnFile')} ${t('batch.name', { number: batch.number })}`} onClose={onClose} wide>
      <div className="stack">
        <FileField onChoose={choose} disabled={pending} />
        {failure && (
          <p className="strip bad" role="alert">
            {failure.title}
          </p>
        )}
        {read && <ReportOf report={read.report} />}
        <div className="buttons end">
          <button type="button" className="button" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={pending || !read || read.report.paid + read.report.returned === 0}
            onClick={() => read && void run(() => settle(read.file))}
          >
            {t('action.settle')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

function FileField({ onChoose, disabled }: { onChoose: (file: File | undefined) => void; disabled: boolean }) {
  const t = useWords(words);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('field.returnFile')}</label>
      <p className="note" id={`${id}-help`}>
        {t('help.returnFile')}
      </p>
      <input
        id={id}
        type="file"
        className="input"
        accept=".xlsx,.xls,.csv"
        aria-describedby={`${id}-help`}
        disabled={disabled}
        onChange={(event) => onChoose(event.target.files?.[0])}
        // The same file corrected on disk is another one: choosing it again must be noticed.
        onClick={(event) => {
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

function ReportOf({ report }: { report: Report }) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  return (
    <div className="stack" role="status">
      <p className={report.unmatched.length + report.missing > 0 ? 'strip warn' : 'strip ok'}>
        {t('effect.settle', {
          ...{ paid: number(report.paid), paidFen: yuan(report.paidFen) },
          ...{ returned: number(report.returned), returnedFen: yuan(report.returnedFen) },
          ...{ unmatched: number(report.unmatched.length), missing: number(report.missing) },
        })}
      </p>
      {report.unmatched.length > 0 && (
        <>
          <h3>{t('settle.unmatched')}</h3>
          <ul>
            {report.unmatched.map(({ rowNumber, text }) => (
              <li key={rowNumber}>{t('settle.row', { row: rowNumber, text })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
