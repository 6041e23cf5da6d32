import { Light } from '../../../platform/ui/Light.tsx';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import type { AssemblyView } from './views.ts';

/** Who is there against whom the law counts; a meeting on paper is counted here, another on its roll. */
export function Attendance({ assembly, onCount }: { assembly: AssemblyView; onCount: () => void }) {
  const t = useWords(words);
  const { counts, additional } = assembly;
  const mayCount = assembly.rollKind === 'counted' && assembly.allowed.includes('assembly.call');
  const list = additional.map((one) => t('sheet.extra', { name: one.name, votes: one.votes })).join(t('sheet.comma'));
  return (
    <section className="record-part">
      <h2>
        {t('part.attendance')}{' '}
        {mayCount && (
          <button type="button" className="button" onClick={onCount}>
            {t('action.counts')}
          </button>
        )}
      </h2>
      <QuorumLine assembly={assembly} />
      <RecordSection
        section={{
          items: [
            { label: words['field.entitled'], value: counts.entitled },
            { label: words['field.present'], value: counts.present },
            { label: words['field.proxies'], value: counts.proxies },
            { label: words['field.households'], value: counts.households || null },
            { label: words['field.presentHouseholds'], value: counts.presentHouseholds || null },
            { label: words['field.additionalVotes'], value: counts.additionalVotes || null },
          ],
        }}
      />
      <p className="note">{t('part.votesPresent', { votes: assembly.votesPresent })}</p>
      {list !== '' && <p className="strip">{t('part.additional', { list })}</p>}
    </section>
  );
}

function QuorumLine({ assembly: { quorum, counts } }: { assembly: AssemblyView }) {
  const t = useWords(words);
  const text = useText();
  if (!quorum) return <p className="note">{t('part.noRoll')}</p>;
  const [way] = quorum.ways;
  const values = { required: way?.required ?? 0, present: way?.present ?? counts.present };
  return (
    <>
      <p>
        <Light
          state={quorum.met ? 'met' : 'late'}
          label={
            quorum.met && quorum.ways.length === 1
              ? t('quorum.met', values)
              : t(quorum.met ? 'clock.met' : 'quorum.unmet', values)
          }
        />{' '}
        <span className="note">{text(wordsOf(`clause.${quorum.clause}`))}</span>
      </p>
      {quorum.ways.length > 1 && (
        <ul>
          {quorum.ways.map(({ population, whole, required, present, met }) => (
            <li key={population}>
              <Light state={met ? 'met' : 'none'} label={false} />{' '}
              {t('quorum.way', { population: t(`population.${population}`), whole, required, present })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
