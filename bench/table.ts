import type { Line } from './case.ts';
import { type Goal, inTime, judge, median, mostSlope, ratioOf, slopeOf, spread, type Verdict } from './verdict.ts';

export interface Row extends Line {
  readonly code: string;
  readonly name: string;
}

const heads = ['case', 'what', 'size', 'floor', 'ours', 'ratio', 'bound', 'growth', 'verdict'] as const;
const signs: Readonly<Record<Verdict, string>> = {
  met: 'met',
  over: 'OVER',
  unsteady: 'not judged: floor varies',
  wrong: 'WRONG RESULT',
  shown: 'shown',
};

/** One table of everything that was measured; times are not judged and say so. */
export function makeTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    `${row.code} ${row.name}`,
    row.what,
    row.size,
    row.floor ? amount(row.floor, row.unit) : '',
    amount(row.ours, row.unit),
    row.floor ? ratioOf(row).toFixed(ratioOf(row) < 0.1 ? 4 : 2) : '',
    row.goals.map((goal) => bound(goal, row)).join('; '),
    row.growth ? `${slopeOf(row.growth).toFixed(2)} ≤ ${mostSlope}` : '',
    signs[judge(row)] + (row.note ? ` (${row.note})` : ''),
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd();
  return [line(heads), widths.map((width) => '-'.repeat(width)).join('-|-'), ...cells.map(line)].join('\n');
}

/** `0` when everything judged is met, `1` when something is over or wrong. */
export function exitCodeOf(rows: readonly Row[]): 0 | 1 {
  return rows.some((row) => ['over', 'wrong'].includes(judge(row))) ? 1 : 0;
}

export function summary(rows: readonly Row[]): string {
  const verdicts = rows.map(judge);
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  const late = rows.flatMap((row) => row.goals.filter((goal) => !inTime(goal, row.ours))).length;
  const parts = [
    `${count('met')} met`,
    `${count('over')} over`,
    `${count('wrong')} wrong`,
    `${count('unsteady')} not judged`,
  ];
  return `${parts.join(', ')}; ${late} bare times above the issue's (shown, not judged)`;
}

function amount(values: readonly number[], unit: Line['unit']): string {
  const middle = median(values);
  const digits = middle >= 100 ? 0 : middle >= 10 ? 1 : 2;
  const varies = values.length > 1 ? ` ±${(spread(values) * 50).toFixed(0)} %` : '';
  return `${middle.toFixed(unit === 'statements' ? 0 : digits)} ${unit}${varies}`;
}

function bound(goal: Goal, row: Row): string {
  switch (goal.kind) {
    case 'ratio':
      return `≤ ${goal.most} ×`;
    case 'share':
      return `≥ ${goal.least} ×`;
    case 'amount':
      return `≤ ${goal.most} ${row.unit}`;
    case 'time':
      return `${goal.most} ms ${inTime(goal, row.ours) ? 'kept' : 'missed'}`;
  }
}
