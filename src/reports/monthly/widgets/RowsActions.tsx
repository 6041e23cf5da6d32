import { Link, useSearchParams } from 'react-router';
import type { Indicator } from '../../../indicators/widgets/dictionary.ts';
import type { PlaceMonth } from '../../../indicators/widgets/place-month.ts';
import { download } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { exportRows } from '../contract.ts';
import { words } from '../words.ts';

const views = ['live', 'report'] as const;

/** Now or as reported, the list as Excel, and the ways to the report and the dictionary. */
export function RowsActions({ entry, at, as }: RowsActionsProps) {
  const t = useWords(words);
  const [, setSearch] = useSearchParams();
  const { run, pending, failure } = useAction();
  const mayExport = useMay(exportRows.act);
  const { place, month } = at;
  const show = (view: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set('as', view);
      next.delete('page');
      return next;
    });
  return (
    <>
      {failure && <span role="alert">{failure.title}</span>}
      <fieldset className="buttons views" aria-label={t('rows.as')}>
        {views.map((view) => (
          <button
            key={view}
            type="button"
            className={view === as ? 'button chosen' : 'button'}
            aria-pressed={view === as}
            onClick={() => show(view)}
          >
            {t(`rows.${view}`)}
          </button>
        ))}
      </fieldset>
      {entry.kind === 'counted' && mayExport && (
        <button
          type="button"
          className="button"
          disabled={pending}
          onClick={() => void run(() => download(exportRows, { query: { place, month, indicator: entry.code, as } }))}
        >
          {t('export.label')} {t('export.excel')}
        </button>
      )}
      <Link className="button" to={`/indicators/${entry.code}?place=${place}&month=${month}`}>
        {t('rows.dictionary')}
      </Link>
      <Link className="button" to={`/reports/monthly?place=${place}&month=${month}`}>
        {t('rows.backToReport')}
      </Link>
    </>
  );
}

interface RowsActionsProps {
  readonly entry: Indicator;
  readonly at: PlaceMonth;
  readonly as: 'live' | 'report';
}
