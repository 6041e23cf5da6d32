import { download } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { printMinutes, printSheet } from '../contract.ts';
import { words } from '../words.ts';
import type { AssemblyView } from './views.ts';

/** What goes to paper: the sheet before the meeting, the minutes at its end. */
export function Printing({ assembly: { county, id } }: { assembly: AssemblyView }) {
  const t = useWords(words);
  const { run, pending, failure } = useAction();
  const params = { county, id };
  const papers = [
    { label: t('action.sheet'), get: () => download(printSheet, { params }) },
    { label: t('action.minutesWord'), get: () => download(printMinutes, { params, query: { format: 'docx' } }) },
    { label: t('action.minutesPdf'), get: () => download(printMinutes, { params, query: { format: 'pdf' } }) },
  ];
  return (
    <section className="record-part no-print">
      <h2>{t('part.minutes')}</h2>
      <p className="buttons">
        {papers.map(({ label, get }) => (
          <button key={label} type="button" className="button" disabled={pending} onClick={() => void run(get)}>
            {label}
          </button>
        ))}
      </p>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
    </section>
  );
}
