import type { ReactNode } from 'react';
import { Light } from './Light.tsx';
import type { LightState } from './lights.ts';

/**
 * `<Timeline steps={[{ key, state, title, who?, when?, note?, current? }]} label />`: what has happened and what is next,
 * as a plain vertical list with names and times.
 */
export function Timeline({ steps, label }: { steps: readonly TimelineStep[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          aria-current={step.current ? 'step' : undefined}
          className={step.current ? 'current' : undefined}
        >
          <Light state={step.state} label={false} />
          <div>
            <p className="timeline-title">
              <strong>{step.title}</strong>
              {step.who !== undefined && <span>{step.who}</span>}
              {step.when !== undefined && <span className="note">{step.when}</span>}
            </p>
            {step.note !== undefined && <div>{step.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface TimelineStep {
  readonly key: string;
  readonly state: LightState;
  readonly title: string;
  readonly who?: string;
  readonly when?: string;
  readonly note?: ReactNode;
  readonly current?: boolean;
}
