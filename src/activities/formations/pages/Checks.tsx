import { Light } from '../../../platform/ui/Light.tsx';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words as cooperativeWords } from '../../../registers/cooperatives/words.ts';
import { words } from '../words.ts';
import type { FormationView } from './views.ts';

type Check = FormationView['checks'][number];

/** The clauses beside the plan: each with its article and whether it is kept. */
export function Checks({ formation }: { formation: FormationView }) {
  const t = useWords(words);
  return (
    <section className="record-part">
      <h2>{t('part.checks')}</h2>
      <p className={formation.ready ? 'note' : 'strip warn'}>{t(formation.ready ? 'part.ready' : 'part.notReady')}</p>
      <TableScroll label={t('part.checks')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('field.check')}</th>
              <th scope="col">{t('field.kept')}</th>
              <th scope="col">{t('field.clause')}</th>
            </tr>
          </thead>
          <tbody>
            {formation.checks.map((check) => (
              <tr key={check.code}>
                <th scope="row">{t(`check.${check.code}`)}</th>
                <td>
                  <Light
                    state={check.ok ? 'met' : check.must ? 'late' : 'near'}
                    label={t(check.ok ? 'check.kept' : check.must ? 'check.broken' : 'check.advised')}
                  />{' '}
                  <CheckNote check={check} />
                </td>
                <td>{check.clause}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function CheckNote({ check: { ok, values } }: { check: Check }) {
  const t = useWords(words);
  const text = useText();
  if (ok) return null;
  if ('bound' in values) return <span className="note">{t('check.counted', values)}</span>;
  if ('first' in values) return <span className="note">{t('check.people', values)}</span>;
  const key = Object.keys(cooperativeWords).find(
    (name): name is keyof typeof cooperativeWords => name === `refusal.${values.refusal}`,
  );
  return key ? <span className="note">{text(cooperativeWords[key])}</span> : null;
}
