import type { ReactNode } from 'react';
import { formatYuan } from '../../../platform/pure/money.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { PartTable } from './PartTable.tsx';

/** Opening + increase − decrease = closing, for value and area. */
export interface CheckAmounts {
  readonly openingFen: bigint;
  readonly increaseFen: bigint;
  readonly decreaseFen: bigint;
  readonly closingFen: bigint;
  readonly openingMu: number;
  readonly increaseMu: number;
  readonly decreaseMu: number;
  readonly closingMu: number;
  readonly lines: number;
}

const fenKeys = ['openingFen', 'increaseFen', 'decreaseFen', 'closingFen'] as const;
const muKeys = ['openingMu', 'increaseMu', 'decreaseMu', 'closingMu'] as const;

interface CheckSumsProps {
  readonly title: string;
  readonly rows: readonly (CheckAmounts & { readonly class: string })[];
}

/** The sums of a year's lines by class, with all classes under a double rule. */
export function CheckSums({ title, rows }: CheckSumsProps) {
  const t = useWords(words);
  const speak = useCodes();
  const labelled = rows.map((row) => ({ ...row, key: row.class, label: speak('class', row.class) }));
  return <CheckTable title={title} first={t('field.class')} rows={labelled} />;
}

interface CheckTableProps {
  readonly title: string;
  readonly first: string;
  readonly rows: readonly (CheckAmounts & { readonly key: string; readonly label: ReactNode })[];
}

export function CheckTable({ title, first, rows }: CheckTableProps) {
  const t = useWords(words);
  const { number } = useFormat();
  const cells = (row: CheckAmounts) => (
    <>
      <td className="end">{number(row.lines)}</td>
      {fenKeys.map((key) => (
        <td key={key} className="end">
          {formatYuan(row[key])}
        </td>
      ))}
      {muKeys.map((key) => (
        <td key={key} className="end">
          {number(row[key])}
        </td>
      ))}
    </>
  );
  const foot = (
    <tr>
      <th scope="row">{t('print.total')}</th>
      {cells(sumOf(rows))}
    </tr>
  );
  return (
    <PartTable
      title={title}
      empty={t('totals.noChecks')}
      foot={foot}
      heads={[
        { label: first },
        { label: words['field.lines'], end: true },
        ...fenKeys.map((key) => ({ label: words[`field.${key}`], end: true })),
        ...muKeys.map((key) => ({ label: words[`field.${key}`], end: true })),
      ]}
    >
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">{row.label}</th>
          {cells(row)}
        </tr>
      ))}
    </PartTable>
  );
}

function sumOf(rows: readonly CheckAmounts[]): CheckAmounts {
  const fen = (key: (typeof fenKeys)[number]) => rows.reduce((sum, row) => sum + row[key], 0n);
  const mu = (key: (typeof muKeys)[number]) => rows.reduce((sum, row) => sum + Math.round(row[key] * 100), 0) / 100;
  return {
    lines: rows.reduce((sum, row) => sum + row.lines, 0),
    openingFen: fen('openingFen'),
    increaseFen: fen('increaseFen'),
    decreaseFen: fen('decreaseFen'),
    closingFen: fen('closingFen'),
    openingMu: mu('openingMu'),
    increaseMu: mu('increaseMu'),
    decreaseMu: mu('decreaseMu'),
    closingMu: mu('closingMu'),
  };
}
