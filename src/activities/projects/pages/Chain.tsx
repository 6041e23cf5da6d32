import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { LightState } from '../../../platform/ui/lights.ts';
import { Timeline } from '../../../platform/ui/Timeline.tsx';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import type { ProjectView, StepView } from './views.ts';

/** A step that is done keeps its clock’s light; one that must be done anew is red whatever the clock says. */
function lightOf({ state, light }: StepView): LightState {
  if (state === 'failed' || state === 'stale' || state === 'early') return 'late';
  if (state === 'locked') return 'none';
  return light === 'none' ? 'near' : light;
}

/** The eight steps, what proves each, by when it is due and who has to act. */
export function Chain({ project }: { project: ProjectView }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const next = project.chain.find(({ state }) => state !== 'done');
  return (
    <section className="record-part">
      <h2>{t('section.chain')}</h2>
      <Timeline
        label={t('section.chain')}
        steps={project.chain.map((step) => ({
          key: step.step,
          state: lightOf(step),
          title: text(wordsOf(`code.step.${step.step}`)),
          who: text(wordsOf(`code.holder.${step.holder}`)),
          ...(step.dueOn ? { when: `${t('field.dueOn')} ${date(step.dueOn)}` } : {}),
          current: step.step === next?.step && project.state === 'open',
          note: <StepNote step={step} />,
        }))}
      />
    </section>
  );
}

function StepNote({ step }: { step: StepView }) {
  const t = useWords(words);
  const text = useText();
  const key = Object.keys(words).find((name): name is keyof typeof words => name === `proof.${step.note?.code}`);
  return (
    <>
      <span className="tag">{text(wordsOf(`code.stepState.${step.state}`))}</span>{' '}
      {key && step.note && t(key, step.note.values)} {step.page && <Link to={step.page}>{t('action.open')}</Link>}
    </>
  );
}
