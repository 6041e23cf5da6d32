import type { ReactNode } from 'react';
import { type Text, useText } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';

export interface Head {
  readonly label: Text;
  readonly end?: boolean;
}

interface PartProps {
  readonly title: string;
  readonly heads: readonly Head[];
  /** what to do while there is nothing */
  readonly empty: string;
  readonly action?: ReactNode;
  readonly children: readonly ReactNode[];
}

/** A part of a record page with the lines that belong to it. */
export function Part({ title, heads, empty, action, children }: PartProps) {
  const text = useText();
  return (
    <section className="record-part">
      <h2>
        {title} {action}
      </h2>
      {children.length === 0 && <p className="note">{empty}</p>}
      {children.length > 0 && (
        <TableScroll label={title}>
          <table className="table">
            <thead>
              <tr>
                {heads.map(({ label, end }) => (
                  <th key={text(label)} scope="col" className={end ? 'end' : undefined}>
                    {text(label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
