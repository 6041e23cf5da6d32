import { Link } from 'react-router';

/**
 * - `<Sparkline values says width? height? target? />`: the course of a figure in the height of a line; `says` tells it
 *   in words (rose from 61 % to 84 %), `target` is a thin ink line. `undefined` values leave a gap.
 * - `<BarRow value max says to? target? late? />`: one bar of a table; bars of one table share `max` and start at 0.
 */
export function Sparkline({ values, says, width = 120, height = 28, target }: SparklineProps) {
  const known = [...values, target].filter((value) => value !== undefined);
  const low = Math.min(...known);
  const high = Math.max(...known, low + 1e-9);
  const y = (value: number) => 2 + (height - 4) * (1 - (value - low) / (high - low));
  const x = (at: number) => 2 + ((width - 4) * at) / Math.max(1, values.length - 1);
  const last = values.findLastIndex((value) => value !== undefined);
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={says}
    >
      {target !== undefined && <path d={`M0 ${y(target)}H${width}`} className="chart-target" />}
      <path d={linePath(values, x, y)} className="chart-line" />
      {last >= 0 && <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2.5" className="chart-dot" />}
    </svg>
  );
}

interface SparklineProps {
  readonly values: readonly (number | undefined)[];
  readonly says: string;
  readonly width?: number;
  readonly height?: number;
  readonly target?: number;
}

export function BarRow({ value, max, says, to, target, late }: BarProps) {
  const share = (amount: number) => (max <= 0 ? 0 : Math.max(0, Math.min(100, (100 * amount) / max)));
  return (
    <span className="bar-row">
      <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={share(value)} height="10" className={late ? 'bar-late' : 'bar-fill'} />
        {target !== undefined && (
          <rect x={Math.min(99.4, share(target))} width="0.6" height="10" className="bar-target" />
        )}
      </svg>
      {to === undefined ? (
        <span className="number">{says}</span>
      ) : (
        <Link to={to} className="number figure-link">
          {says}
        </Link>
      )}
    </span>
  );
}

interface BarProps {
  readonly value: number;
  readonly max: number;
  readonly says: string;
  readonly to?: string;
  readonly target?: number;
  readonly late?: boolean;
}

type Scale = (value: number) => number;

/** A gap begins a new stretch of the line. */
export function linePath(values: readonly (number | undefined)[], x: Scale, y: Scale): string {
  return values
    .map((value, at) => {
      if (value === undefined) return '';
      const command = values[at - 1] === undefined ? 'M' : 'L';
      return `${command}${round(x(at))} ${round(y(value))}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
