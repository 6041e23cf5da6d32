import { useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { listReportChanges } from '../contract.ts';
import { words } from '../words.ts';
import { CauseList } from './CauseList.tsx';
import type { NamedCell, Report } from './report-shapes.ts';

/** The records that make a confirmed figure differ from what is counted now. */
export function ChangesDialog({ cell, report, onClose }: ChangesProps) {
  const t = useWords(words);
  const figure = useFigureText();
  const { place, month } = report.submission;
  const reply = useReply(listReportChanges, { query: { place, month, indicator: cell.indicator } });
  return (
    <Dialog title={t('changes.title', { indicator: figure.name(cell.entry) })} onClose={onClose} wide>
      <p>{t('changes.about')}</p>
      <Loaded reply={reply}>
        {({ changes }) =>
          changes.length === 0 ? <EmptyState text={t('changes.none')} /> : <CauseList causes={changes} limit={200} />
        }
      </Loaded>
    </Dialog>
  );
}

interface ChangesProps {
  readonly cell: NamedCell;
  readonly report: Report;
  readonly onClose: () => void;
}
