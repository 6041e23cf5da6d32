import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from './language.ts';
import type { Column } from './list-types.ts';
import { words } from './words.ts';

/** One row; the first column names it, links to its record and stays in view when scrolled sideways. */
export const ListRow = memo(Row) as typeof Row;

function Row<R>({ row, columns, link, current, selected, onToggle }: RowProps<R>) {
  const t = useWords(words);
  return (
    <tr className={[current ? 'current' : '', selected ? 'selected' : ''].join(' ').trim()}>
      {selected !== undefined && (
        <td className="select-cell no-print">
          <input type="checkbox" aria-label={t('list.selectRow')} checked={selected} onChange={onToggle} />
        </td>
      )}
      {columns.map((column, at) => {
        const content = contentOf(column, row);
        const className = cellClass(column);
        if (at > 0) {
          return (
            <td key={column.key} className={className}>
              {content}
            </td>
          );
        }
        return (
          <th key={column.key} scope="row" className={className}>
            {link === undefined ? content : <Link to={link}>{content}</Link>}
          </th>
        );
      })}
    </tr>
  );
}

interface RowProps<R> {
  readonly row: R;
  readonly columns: readonly Column<R>[];
  readonly link: string | undefined;
  readonly current: boolean;
  /** undefined where nothing can be selected */
  readonly selected: boolean | undefined;
  readonly onToggle: () => void;
}

function contentOf<R>(column: Column<R>, row: R): ReactNode {
  if (column.render) return column.render(row);
  const value = (row as Readonly<Record<string, unknown>>)[column.key];
  return value === undefined || value === null ? '' : String(value);
}

export function cellClass<R>({ align, secondary, wraps }: Column<R>): string {
  return [align === 'end' && 'end', secondary && 'secondary', wraps && 'wraps'].filter(Boolean).join(' ');
}
