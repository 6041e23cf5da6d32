import { Link } from 'react-router';
import { useFormat, useWords } from './language.ts';
import { type LightState, lightStates } from './lights.ts';
import { words } from './words.ts';

/**
 * - `<Light state label? />`: shape, colour and word; `label` replaces the word (逾期 6 项), `label={false}` hides it from
 *   the eye but not from screen readers.
 * - `<LightStrip months={[{ month, state, to? }]} label />`: twelve lights in a line; one with `to` opens what is missing.
 * - `<LightLegend />`: what the shapes mean, once above a table.
 */
export function Light({ state, label }: { state: LightState; label?: string | false }) {
  const t = useWords(words);
  const word = label || t(`light.${state}`);
  return (
    <span className={`light ${state}`}>
      <LightShape state={state} />
      <span className={label === false ? 'hidden-text' : undefined}>{word}</span>
    </span>
  );
}

export function LightStrip({ months, label }: { months: readonly MonthLight[]; label: string }) {
  const t = useWords(words);
  const { month: formatMonth } = useFormat();
  return (
    <ul className="light-strip" aria-label={label}>
      {months.map(({ month, state, to }) => {
        const says = `${formatMonth(month)} ${t(`light.${state}`)}`;
        return (
          <li key={month} className={`light ${state}`} title={says}>
            {to === undefined ? (
              <span>
                <LightShape state={state} />
                <span className="hidden-text">{says}</span>
              </span>
            ) : (
              <Link to={to} aria-label={says}>
                <LightShape state={state} />
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export interface MonthLight {
  /** `YYYY-MM` */
  readonly month: string;
  readonly state: LightState;
  readonly to?: string;
}

export function LightLegend() {
  return (
    <span className="legend">
      {lightStates.map((state) => (
        <Light key={state} state={state} />
      ))}
    </span>
  );
}

/** Drawn, not typed: fonts disagree about the size of ● ▲ ■. */
function LightShape({ state }: { state: LightState }) {
  return (
    <svg className="light-shape" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={shapes[state]} />
    </svg>
  );
}

const shapes: Readonly<Record<LightState, string>> = {
  met: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z',
  near: 'M6 .8 11.6 11H.4z',
  late: 'M1.5 1.5h9v9h-9z',
  none: 'M2 5.25h8v1.5H2z',
  exempt: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9zM6 3a3 3 0 1 0 0 6a3 3 0 1 0 0-6z',
};
