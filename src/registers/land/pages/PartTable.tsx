import type { ReactNode } from 'react';
import { type Text, useText, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';

export interface Head {
  readonly label: Text;
  readonly end?: boolean;
}

interface Props {
  readonly title: string;
  readonly heads: readonly Head[];
  readonly action?: ReactNode;
  readonly foot?: ReactNode;
  readonly empty?: string;
  readonly children: readonly ReactNode[];
}

/** A part of a record page with its table: the lines that belong to the record. */
export function PartTable({ title, heads, action, foot, empty, children }: Props) {
  const t = useWords(words);
  const text = useText();
  return (
    <section className="record-part">
      <h2>
        {title} {action}
      </h2>
      {children.length === 0 && <p className="note">{empty ?? t('part.none')}</p>}
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
            {foot && <tfoot>{foot}</tfoot>}
          </table>
        </TableScroll>
      )}
    </section>
  );
}
