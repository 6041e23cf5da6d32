import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import type { AssemblyView } from './views.ts';

/** What the law has to say beforehand: notice, open papers, and what stands against the meeting as it is. */
export function Clocks({ assembly }: { assembly: AssemblyView }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const { clocks, flags } = assembly;
  if (clocks.length === 0 && flags.length === 0) return null;
  return (
    <section className="record-part">
      <h2>{t('part.clocks')}</h2>
      <ul>
        {clocks.map((clock) => (
          <li key={clock.kind}>
            <Light state={clock.met ? 'met' : 'late'} label={t(clock.met ? 'clock.met' : 'clock.unmet')} />{' '}
            {t(`clock.${clock.kind}`)} {t('clock.days', { days: clock.days })},{' '}
            {t('clock.latest', { day: date(clock.latestOn) })},{' '}
            {clock.givenOn ? t('clock.given', { day: date(clock.givenOn) }) : t('clock.notGiven')}{' '}
            <span className="note">{text(wordsOf(`clause.${clock.clause}`))}</span>
          </li>
        ))}
      </ul>
      {flags.map((flag) => (
        <p className="strip warn" key={flag.code}>
          <span>
            <Flag code={flag.code} values={flag.values} />{' '}
            <span className="note">{text(wordsOf(`clause.${flag.clause}`))}</span>
          </span>
        </p>
      ))}
    </section>
  );
}

function Flag({ code, values }: { code: string; values: Readonly<Record<string, number>> }) {
  const t = useWords(words);
  const key = Object.keys(words).find((name): name is keyof typeof words => name === `flag.${code}`);
  return key ? t(key, values) : code;
}
