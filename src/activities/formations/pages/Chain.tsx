import { Link } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { LightState } from '../../../platform/ui/lights.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { Timeline } from '../../../platform/ui/Timeline.tsx';
import { askReview, recordProofs, submitPlan } from '../step-contract.ts';
import { words } from '../words.ts';
import type { FormationTask, FormationView, StepView } from './views.ts';

interface ChainProps {
  readonly formation: FormationView;
  readonly onTask: (task: FormationTask) => void;
}

const lights: Readonly<Record<StepView['state'], LightState>> = {
  done: 'met',
  running: 'near',
  failed: 'late',
  stale: 'late',
  early: 'late',
  open: 'near',
  locked: 'none',
};

/** The six steps with what proves each, what is missing and who holds it; the next one has its button. */
export function Chain({ formation, onTask }: ChainProps) {
  const t = useWords(words);
  const { date } = useFormat();
  const next = formation.chain.find(({ state }) => state !== 'done');
  return (
    <section className="record-part">
      <h2>
        {t('part.chain')} <NextAct formation={formation} next={next} onTask={onTask} />
      </h2>
      {next && formation.state === 'open' && (
        <p>{t('part.missing', { holder: t(`holder.${next.holder}`), step: t(`step.${next.step}`) })}</p>
      )}
      <Timeline
        label={t('part.chain')}
        steps={formation.chain.map((step) => ({
          key: step.step,
          state: lights[step.state],
          title: t(`step.${step.step}`),
          who: t(`holder.${step.holder}`),
          ...(step.on ? { when: date(step.on) } : {}),
          current: step.step === next?.step,
          note: <StepNote step={step} />,
        }))}
      />
    </section>
  );
}

function StepNote({ step }: { step: StepView }) {
  const t = useWords(words);
  const key = Object.keys(words).find((name): name is keyof typeof words => name === `proof.${step.note?.code}`);
  return (
    <>
      <span className="tag">{t(`stepState.${step.state}`)}</span> {key && step.note && t(key, step.note.values)}{' '}
      {step.page && <Link to={step.page}>{t('action.openProof')}</Link>}
    </>
  );
}

interface NextProps extends ChainProps {
  readonly next: StepView | undefined;
}

function NextAct({ formation, next, onTask }: NextProps) {
  const t = useWords(words);
  const submit = useWrite(submitPlan);
  const review = useWrite(askReview);
  const proofs = useWrite(recordProofs);
  const { run, pending, failure } = useAction();
  const params = { county: formation.county, id: formation.id };
  const may = (act: string) => formation.allowed.includes(act);
  if (!next || formation.state !== 'open') return null;
  const acts = {
    draft: async () => {
      await submit.mutateAsync({ params, body: { digest: formation.digest } });
      notify(t('said.submitted'));
    },
    party_study: () => onTask({ kind: 'convene', step: 'party_study' }),
    resolution: () => onTask({ kind: 'convene', step: 'resolution' }),
    notice: () => onTask({ kind: 'notice' }),
    review: async () => {
      await review.mutateAsync({ params, body: {} });
      notify(t('said.reviewAsked'));
    },
    registration: () => onTask({ kind: 'register' }),
  };
  const label = {
    draft: t('action.submit'),
    party_study: t('action.convene'),
    resolution: t('action.convene'),
    notice: t('action.notice'),
    review: t('action.review'),
    registration: t('action.register'),
  }[next.step];
  const own = next.step === 'registration' ? 'formation.register' : 'formation.record';
  const ready = next.state !== 'running' && (next.step !== 'draft' || formation.ready);
  async function writeDown(): Promise<void> {
    const { written } = await proofs.mutateAsync({ params, body: {} });
    notify(t('said.proofs', { count: written }));
  }
  return (
    <span className="buttons no-print">
      {failure && <span className="field-error">{failure.title}</span>}
      {may(own) && (
        <button
          type="button"
          className="button primary"
          disabled={pending || !ready}
          onClick={() => void run(async () => acts[next.step]())}
        >
          {label}
        </button>
      )}
      {may('formation.record') && (
        <button type="button" className="button quiet" disabled={pending} onClick={() => void run(writeDown)}>
          {t('action.proofs')}
        </button>
      )}
    </span>
  );
}
