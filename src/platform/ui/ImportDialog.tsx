import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Dialog } from './Dialog.tsx';
import { useFormat, useWords } from './language.ts';
import { notify, useAction } from './Notices.tsx';
import { words } from './words.ts';

/**
 * `<ImportDialog title onClose check take template? marked? />`: a workbook goes through a dry run first.
 *
 * - `check(file)` → {@link ImportReport}: counts and what is wrong, nothing is written.
 * - `take(report, file)` → the report of what was written; takes the good rows, rejected ones stay out.
 * - `template()` downloads the pre-filled workbook, `marked(report, file)` the same workbook with red cells and comments.
 * `names` says what is new and changed where rows are something else, `done` what was written.
 * With contracts: `check={(file) => call(checkImport, { query, file })}`, `marked={(report) => download(markedWorkbook,
 * { params: { id: report.id } })}`.
 */
export function ImportDialog({ title, onClose, ...acts }: ImportProps) {
  const t = useWords(words);
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<ImportReport>();
  const { run, pending, failure } = useAction();
  function choose(chosen: File | undefined): void {
    setFile(chosen);
    setReport(undefined);
    if (chosen) void run(async () => setReport(await acts.check(chosen)));
  }
  async function take(): Promise<void> {
    if (!file || !report) return;
    const done = await acts.take(report, file);
    notify(acts.done?.(done) ?? t('import.done', { inserted: done.inserted, updated: done.updated }));
    await client.invalidateQueries();
    onClose();
  }
  return (
    <Dialog title={title} onClose={onClose} wide>
      <ol className="steps">
        {acts.template && (
          <li>
            <p>{t('import.template')}</p>
            <button type="button" className="button" onClick={() => void run(async () => acts.template?.())}>
              {t('import.downloadTemplate')}
            </button>
          </li>
        )}
        <li>
          <FileInput onChoose={choose} disabled={pending} />
        </li>
      </ol>
      {pending && <Progress file={file} />}
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      {report && file && !pending && (
        <Report
          report={report}
          names={acts.names}
          onTake={() => void run(take)}
          onMarked={marker(acts, report, file)}
        />
      )}
    </Dialog>
  );

  function marker(given: ImportActs, checked: ImportReport, workbook: File): (() => void) | undefined {
    const { marked } = given;
    return marked && (() => void run(async () => marked(checked, workbook)));
  }
}

export interface ImportReport {
  /** of the dry run, where the server keeps it */
  readonly id?: string;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly errors: readonly { readonly row: number; readonly column?: string; readonly message: string }[];
}

interface ImportActs {
  readonly check: (file: File) => Promise<ImportReport>;
  readonly take: (report: ImportReport, file: File) => Promise<ImportReport>;
  readonly template?: () => Promise<unknown>;
  readonly marked?: (report: ImportReport, file: File) => Promise<unknown>;
  readonly names?: Readonly<Partial<Record<'inserted' | 'updated', string>>>;
  readonly done?: (report: ImportReport) => string;
}

interface ImportProps extends ImportActs {
  readonly title: string;
  readonly onClose: () => void;
}

function FileInput({ onChoose, disabled }: { onChoose: (file: File | undefined) => void; disabled: boolean }) {
  const t = useWords(words);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('import.choose')}</label>
      <input
        id={id}
        type="file"
        className="input"
        accept=".xlsx,.xls,.csv"
        disabled={disabled}
        onChange={(event) => onChoose(event.target.files?.[0])}
        // The same file corrected on disk is another one: choosing it again must be noticed.
        onClick={(event) => {
          event.currentTarget.value = '';
        }}
      />
      <p className="note">{t('import.safe')}</p>
    </div>
  );
}

function Progress({ file }: { file: File | undefined }) {
  const t = useWords(words);
  const { number } = useFormat();
  return (
    <div role="status">
      <p>{t('import.checking', { name: file?.name ?? '', size: number(Math.ceil((file?.size ?? 0) / 1024)) })}</p>
      <progress className="progress" aria-label={t('state.loading')} />
    </div>
  );
}

function Report({ report, names, onTake, onMarked }: ReportProps) {
  const t = useWords(words);
  const { number } = useFormat();
  const heads: Partial<Record<keyof ImportReport, string>> = names ?? {};
  const good = report.inserted + report.updated;
  return (
    <div className="stack" role="status">
      <dl className="counts">
        {(['inserted', 'updated', 'unchanged', 'rejected'] as const).map((kind) => (
          <div key={kind} className={kind === 'rejected' && report.rejected > 0 ? 'bad' : undefined}>
            <dt>{heads[kind] ?? t(`import.${kind}`)}</dt>
            <dd className="number">{number(report[kind])}</dd>
          </div>
        ))}
      </dl>
      <RowErrors errors={report.errors} />
      <div className="buttons end">
        {report.rejected > 0 && onMarked && (
          <button type="button" className="button" onClick={onMarked}>
            {t('import.marked')}
          </button>
        )}
        <button type="button" className="button primary" disabled={good === 0} onClick={onTake}>
          {t(report.rejected > 0 ? 'import.takeGood' : 'import.takeAll', { count: number(good) })}
        </button>
      </div>
    </div>
  );
}

interface ReportProps {
  readonly report: ImportReport;
  readonly names: ImportActs['names'];
  readonly onTake: () => void;
  readonly onMarked: (() => void) | undefined;
}

const SHOWN_ERRORS = 50;

function RowErrors({ errors }: Pick<ImportReport, 'errors'>) {
  const t = useWords(words);
  if (errors.length === 0) return null;
  return (
    <div className="row-errors">
      <table className="table">
        <caption className="hidden-text">{t('import.errors')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.row')}</th>
            <th scope="col">{t('import.column')}</th>
            <th scope="col">{t('import.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.slice(0, SHOWN_ERRORS).map(({ row, column, message }) => (
            <tr key={`${row} ${column} ${message}`}>
              <th scope="row">{row}</th>
              <td>{column}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {errors.length > SHOWN_ERRORS && (
        <p className="note">{t('import.moreErrors', { count: errors.length - SHOWN_ERRORS })}</p>
      )}
    </div>
  );
}
