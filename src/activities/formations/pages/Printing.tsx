import { download } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { printPlan } from '../contract.ts';
import { words } from '../words.ts';
import type { FormationView } from './views.ts';

/** The plan for paper, and the fingerprint that ties paper and proofs together. */
export function Printing({ formation: { county, id, digest } }: { formation: FormationView }) {
  const t = useWords(words);
  const { run, pending, failure } = useAction();
  const get = (format: 'docx' | 'pdf') => () => download(printPlan, { params: { county, id }, query: { format } });
  return (
    <section className="record-part">
      <p className="buttons no-print">
        <button type="button" className="button" disabled={pending} onClick={() => void run(get('docx'))}>
          {t('action.word')}
        </button>
        <button type="button" className="button" disabled={pending} onClick={() => void run(get('pdf'))}>
          {t('action.pdf')}
        </button>
      </p>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <p className="note">
        {t('field.digest')} <code>{digest}</code>
      </p>
    </section>
  );
}
