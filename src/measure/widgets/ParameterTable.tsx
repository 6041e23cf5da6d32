import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import { useFormat, useText, useWords } from '../../platform/ui/language.ts';
import { TableScroll } from '../../platform/ui/TableScroll.tsx';
import type { parameterView } from '../contract.ts';
import type { ParameterUnit } from '../rules.ts';
import { words } from '../words.ts';

export type Parameter = z.output<typeof parameterView>;

/** Parameters with the value in force, its first day and its ground; `actions` stands in the last cell of each row. */
export function ParameterTable({
  rows,
  actions,
}: {
  rows: readonly Parameter[];
  actions?: (row: Parameter) => ReactNode;
}) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const say = useParameterValue();
  return (
    <TableScroll label={t('parameter')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('parameter')}</th>
            <th scope="col">{t('clause')}</th>
            <th scope="col" className="end">
              {t('value')}
            </th>
            <th scope="col">{t('since')}</th>
            <th scope="col">{t('source')}</th>
            {actions && (
              <th scope="col">
                <span className="hidden-text">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{text(row.name)}</th>
              <td>
                <Link to={`/measure/articles/${row.clause.split('.')[0]}`}>{row.clause}</Link>
              </td>
              <td className="end">{row.inForce ? say(row.unit, row.inForce.value) : t('notInForce')}</td>
              <td className="nowrap">{row.inForce && date(row.inForce.startsOn)}</td>
              <td>{row.inForce && text(row.inForce.source)}</td>
              {actions && <td>{actions(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** A value as people read it: 200,000.00 元, 90%, 10 天. */
export function useParameterValue(): (unit: ParameterUnit, value: number | null) => string {
  const t = useWords(words);
  const { yuan, percent, number } = useFormat();
  return (unit, value) => {
    if (value === null) return t('takenBack');
    if (unit === 'fen') return yuan(value);
    return unit === 'bp' ? percent(value) : `${number(value)} ${t(`unit.${unit}`)}`;
  };
}
