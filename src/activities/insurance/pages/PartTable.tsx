import type { ReactNode } from 'react';
import { type Text, useText } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';

interface PartTableProps {
  readonly title: string;
  readonly empty: string;
  /** `end` for figures, `whole` for what stays on one line */
  readonly heads: readonly { readonly label: Text; readonly end?: boolean; readonly whole?: boolean }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  readonly totals?: readonly ReactNode[];
}

/** A part of a record page whose rows are few enough to stand on it. */
export function PartTable({ title, empty, heads, rows, totals }: PartTableProps) {
  const text = useText();
  const classOf = (at: number) => (heads[at]?.end ? 'end' : heads[at]?.whole ? 'nowrap' : undefined);
  return (
    <section className="record-part">
      <h2>{title}</h2>
      {rows.length === 0 && <p className="note">{empty}</p>}
      {rows.length > 0 && (
        <TableScroll label={title}>
          <table className="table">
            <thead>
              <tr>
                {heads.map(({ label }, at) => (
                  <th key={text(label)} scope="col" className={classOf(at)}>
                    {text(label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells }) => (
                <tr key={key}>
                  {heads.map(({ label }, at) => (
                    <td key={text(label)} className={classOf(at)}>
                      {cells[at]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            {totals && (
              <tfoot>
                <tr>
                  {heads.map(({ label }, at) => (
                    <td key={text(label)} className={classOf(at)}>
                      {totals[at]}
                    </td>
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
        </TableScroll>
      )}
    </section>
  );
}
