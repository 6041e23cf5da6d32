import { useId, useState } from 'react';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { listBoardLines } from '../board-contract.ts';
import { words } from '../words.ts';
import { cellText } from './NoticeLines.tsx';
import type { Board } from './notice-view.ts';

const firstShown = 50;

/** The list with a box to find one’s own name in it. */
export function BoardLines({ notice }: { notice: Board }) {
  const t = useWords(words);
  const searchId = useId();
  const [q, setQ] = useState('');
  const [limit, setLimit] = useState(firstShown);
  const params = { county: notice.county, id: notice.id };
  const reply = useReply(listBoardLines, { params, query: { q, limit } }, { keepPrevious: true });
  return (
    <section className="stack">
      {notice.rowCount > 10 && (
        <div className="field">
          <label htmlFor={searchId}>{t('board.find')}</label>
          <input
            id={searchId}
            className="input"
            type="search"
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        </div>
      )}
      <Loaded reply={reply}>
        {({ rows, total }) => (
          <>
            <LineTable notice={notice} rows={rows} />
            <p className="note">{t('board.total', { count: total })}</p>
            {rows.length < total && limit < 200 && (
              <button type="button" className="button" onClick={() => setLimit(200)}>
                {t('board.more')}
              </button>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function LineTable({ notice, rows }: { notice: Board; rows: readonly { number: number; cells: readonly string[] }[] }) {
  const t = useWords(words);
  const text = useText();
  return (
    <TableScroll label={notice.title}>
      <table className="table">
        <thead>
          <tr>
            {notice.columns.map(({ title, kind }) => (
              <th key={title[0]} scope="col" className={kind === 'text' ? '' : 'end'}>
                {text(title)}
                {kind === 'fen' && t('poster.yuan')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              {notice.columns.map(({ title, kind }, at) => (
                <td key={title[0]} className={kind === 'text' ? '' : 'end number'}>
                  {cellText(kind, row.cells[at] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
