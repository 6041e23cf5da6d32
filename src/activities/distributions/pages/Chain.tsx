import { Link } from 'react-router';
import { useText, useWords } from '../../../platform/ui/language.ts';
import type { LightState } from '../../../platform/ui/lights.ts';
import { Timeline } from '../../../platform/ui/Timeline.tsx';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { type DistributionView, type PartProps, statementOf } from './views.ts';

const lights: Readonly<Record<DistributionView['chain'][number]['state'], LightState>> = {
  done: 'met',
  open: 'near',
  waiting: 'none',
};

/** From closed books to the last payment: what is proved, what is missing, and where it is done. */
export function Chain({ distribution }: PartProps) {
  const t = useWords(words);
  if (distribution.state === 'withdrawn') return null;
  return (
    <section className="record-section">
      <h2>{t('part.chain')}</h2>
      <Timeline
        label={t('part.chain')}
        steps={distribution.chain.map((step) => ({
          ...{ key: step.code, state: lights[step.state], title: t(`chain.${step.code}`) },
          current: step.state === 'open',
          note: <StepNote distribution={distribution} step={step} />,
        }))}
      />
      <ClosedActs distribution={distribution} />
    </section>
  );
}

const actLabels = {
  notice: words['action.notice'],
  motion: words['action.motion'],
  declare: words['action.declare'],
} as const;

/** What cannot be done now, and why: its button is not shown. */
function ClosedActs({ distribution: { acts } }: PartProps) {
  const t = useWords(words);
  const text = useText();
  const closed = acts.filter(({ state }) => state !== 'open');
  if (closed.length === 0) return null;
  return (
    <div className="note">
      <p>{t('acts.closed')}</p>
      <ul>
        {closed.map(({ code, reason }) => (
          <li key={code}>{t('acts.why', { act: text(actLabels[code]), reason: text(wordsOf(`reason.${reason}`)) })}</li>
        ))}
      </ul>
    </div>
  );
}

function StepNote({ distribution, step }: PartProps & { readonly step: DistributionView['chain'][number] }) {
  const t = useWords(words);
  const key = Object.keys(words).find((name): name is keyof typeof words => name === `reason.${step.reason}`);
  const to = proofOf(distribution, step.code);
  return (
    <>
      {step.state === 'done' ? t('chain.done') : key && t(key)}{' '}
      {to && (
        <Link to={to} aria-label={`${t('action.open')} ${t(`chain.${step.code}`)}`}>
          {t('action.open')}
        </Link>
      )}
    </>
  );
}

function proofOf(row: DistributionView, code: DistributionView['chain'][number]['code']): string | undefined {
  const { county, notice, resolution, motionAssemblyId } = row;
  switch (code) {
    case 'notice':
      return notice ? `/notices/${county}/${notice.noticeId}` : undefined;
    case 'resolution': {
      const assembly = resolution?.assemblyId ?? motionAssemblyId;
      return assembly ? `/assemblies/${county}/${assembly}` : row.motionWaits ? '/assemblies' : undefined;
    }
    case 'books':
      return statementOf(row);
    case 'frozen':
      return `/distributions/${county}/${row.id}?tab=lines`;
    case 'chosen':
      return row.ruleSet === 'contract' ? undefined : `/distributions/${county}/${row.id}?tab=options`;
    case 'declared':
      return row.voucherId === null ? undefined : `/vouchers/${county}/${row.voucherId}`;
    case 'paid':
      return row.state === 'declared' ? `/distributions/${county}/${row.id}?tab=payouts` : undefined;
    default:
      return undefined;
  }
}
