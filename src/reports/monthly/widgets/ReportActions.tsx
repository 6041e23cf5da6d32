import { useState } from 'react';
import { approveSubmissions } from '../../../activities/submissions/contract.ts';
import type { Dictionary } from '../../../indicators/widgets/dictionary.ts';
import type { PlaceMonth } from '../../../indicators/widgets/place-month.ts';
import { download } from '../../../platform/ui/client.ts';
import { type KeyMap, useKeys } from '../../../platform/ui/keys.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { exportReport } from '../contract.ts';
import { words } from '../words.ts';
import { BindDialog } from './BindDialog.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useOutcome } from './outcome.ts';
import { ReturnDialog } from './ReturnDialog.tsx';
import type { Report } from './report-shapes.ts';
import { UnlockDialog } from './UnlockDialog.tsx';

/** What may be done with the report as a whole; key `1` opens the confirmation of one's own. */
export function ReportActions(props: ActionsProps) {
  const { dictionary, at, report, belowMissing } = props;
  const t = useWords(words);
  const [open, setOpen] = useState<'confirm' | 'bind' | 'unlock' | 'return'>();
  const { submission } = report;
  const may = rightsOf(report, at);
  const isVillage = submission.level === 'village';
  const keys: KeyMap = may.confirm && isVillage ? { 1: () => setOpen('confirm') } : {};
  useKeys(keys);
  const close = () => setOpen(undefined);
  return (
    <>
      {may.confirm && (
        <button
          type="button"
          className={submission.state === 'confirmed' ? 'button' : 'button primary'}
          onClick={() => setOpen('confirm')}
        >
          {t(submission.state === 'confirmed' ? 'confirm.again' : 'confirm.action')}
        </button>
      )}
      {may.approve && <ApproveOwn report={report} />}
      {may.return && (
        <button type="button" className="button danger" onClick={() => setOpen('return')}>
          {t('below.return')}
        </button>
      )}
      {may.unlock && (
        <button type="button" className="button" onClick={() => setOpen('unlock')}>
          {t('below.unlock')}
        </button>
      )}
      <Exports report={report} />
      <button type="button" className="button" onClick={() => setOpen('bind')}>
        {t('bind.action')}
      </button>
      {open === 'confirm' && <ConfirmDialog {...{ dictionary, report, belowMissing }} onClose={close} />}
      {open === 'bind' && <BindDialog {...{ dictionary, report }} onClose={close} />}
      {open === 'unlock' && <UnlockDialog submission={submission} onClose={close} />}
      {open === 'return' && (
        <ReturnDialog dictionary={dictionary} submission={submission} suspects={suspectsOf(report)} onClose={close} />
      )}
    </>
  );
}

interface ActionsProps {
  readonly dictionary: Dictionary;
  readonly at: PlaceMonth;
  readonly report: Report;
  /** reports below that are not approved */
  readonly belowMissing: number;
}

/** The city has nobody above: a second person of the city closes its report or sends it back. */
function rightsOf({ submission, allowed }: Report, at: PlaceMonth) {
  const { state, level, owed, light, month, place } = submission;
  const isOver = owed && month < at.current;
  const isOwnCity = level === 'city' && place === at.own && state === 'confirmed';
  return {
    confirm: isOver && state !== 'approved' && allowed.includes('submission.confirm'),
    approve: isOwnCity && allowed.includes('submission.approve'),
    return: isOwnCity && allowed.includes('submission.return'),
    unlock:
      isOver &&
      state === 'open' &&
      light === 'late' &&
      (place !== at.own || level === 'city') &&
      allowed.includes('submission.unlock'),
  };
}

function suspectsOf({ cells }: Report): readonly string[] {
  return cells.filter((cell) => cell.exceptions.length > 0).map((cell) => cell.indicator);
}

function ApproveOwn({ report }: { report: Report }) {
  const t = useWords(words);
  const { place, month } = report.submission;
  const write = useWrite(approveSubmissions);
  const outcome = useOutcome();
  const { run, pending, failure } = useAction();
  function approve(): void {
    void run(async () => {
      const { results } = await write.mutateAsync({ body: { month, places: [place] } });
      const [result] = results;
      notify(result === undefined || result.approved ? t('result.approved', { count: 1 }) : outcome(result.code));
    });
  }
  return (
    <>
      {failure && <span role="alert">{failure.title}</span>}
      <button type="button" className="button primary" disabled={pending} onClick={approve}>
        {t('below.approve')}
      </button>
    </>
  );
}

const formats = ['xlsx', 'docx', 'pdf'] as const;
const formatWords = { xlsx: 'export.excel', docx: 'export.word', pdf: 'export.pdf' } as const;

function Exports({ report }: { report: Report }) {
  const t = useWords(words);
  const { run, pending, failure } = useAction();
  const { place, month } = report.submission;
  return (
    <>
      {failure && <span role="alert">{failure.title}</span>}
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          className="button"
          aria-label={`${t('export.label')} ${t(formatWords[format])}`}
          disabled={pending}
          onClick={() => void run(() => download(exportReport, { query: { place, month, format } }))}
        >
          {t(formatWords[format])}
        </button>
      ))}
    </>
  );
}
