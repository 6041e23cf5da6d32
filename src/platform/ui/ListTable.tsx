import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { type ListAddress, nextSort } from './address.ts';
import { useKeys } from './keys.ts';
import { cellClass, ListRow } from './ListRow.tsx';
import { useText, useWords } from './language.ts';
import type { Column, ListPage } from './list-types.ts';
import { useScrollStop } from './TableScroll.tsx';
import { ALL_DRAWN, ROW_HEIGHT, useVisibleRows } from './visible-rows.ts';
import { words } from './words.ts';

/** The table of a list: sticky head and first column, totals under a double rule, selection, keys. */
export function ListTable<Row>(props: TableProps<Row>) {
  const { page, columns, selected } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end } = useVisibleRows(page.rows.length, scroller);
  const current = useCurrentRow(props, scroller);
  useKeptScroll(scroller);
  const span = columns.length + (selected ? 1 : 0);
  return (
    <div className="list-scroll" ref={scroller} {...useScrollStop(scroller, props.caption)}>
      <table className={tableClass(page.rows.length)} aria-rowcount={page.total} aria-busy={props.busy}>
        <caption className="hidden-text">{props.caption}</caption>
        <TableHead {...props} />
        <tbody>
          <Spacer height={first * ROW_HEIGHT} span={span} />
          {page.rows.slice(first, end).map((row, at) => (
            <ListRow
              key={props.rowKey(row)}
              row={row}
              columns={columns}
              link={props.rowLink?.(row)}
              current={first + at === current}
              selected={selected?.has(props.rowKey(row))}
              onToggle={() => props.onSelect(toggled(selected ?? new Set(), props.rowKey(row)))}
            />
          ))}
          <Spacer height={(page.rows.length - end) * ROW_HEIGHT} span={span} />
        </tbody>
        <TableFoot columns={columns} page={page} selectable={selected !== undefined} />
      </table>
    </div>
  );
}

/** Where all rows are drawn, they may grow, so that long words turn over instead of pushing columns out of sight. */
function tableClass(rows: number): string {
  return rows <= ALL_DRAWN ? 'table growing' : 'table';
}

interface TableProps<Row> {
  readonly page: ListPage<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowLink?: ((row: Row) => string) | undefined;
  readonly address: ListAddress;
  readonly change: (change: Partial<ListAddress>) => void;
  /** absent where nothing can be selected */
  readonly selected: ReadonlySet<string> | undefined;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly busy: boolean;
  readonly caption: string;
}

function TableHead<Row>({ page, columns, address, change, selected, onSelect, rowKey }: TableProps<Row>) {
  const t = useWords(words);
  const keys = page.rows.map(rowKey);
  const all = keys.every((key) => selected?.has(key));
  return (
    <thead>
      <tr>
        {selected && (
          <th className="select-cell no-print" scope="col">
            <input
              type="checkbox"
              aria-label={t('list.selectPage')}
              checked={all}
              onChange={() => onSelect(new Set(all ? [] : keys))}
            />
          </th>
        )}
        {columns.map((column, at) => (
          <HeadCell key={column.key} first={at === 0} {...{ column, address, change }} />
        ))}
      </tr>
    </thead>
  );
}

function HeadCell<Row>({ column, first, address, change }: HeadCellProps<Row>) {
  const text = useText();
  const isSorted = address.sort === column.key;
  const label = (
    <>
      {text(column.label)}
      {column.unit !== undefined && <span className="head-unit"> ({text(column.unit)})</span>}
    </>
  );
  const direction = address.order === 'asc' ? 'ascending' : 'descending';
  return (
    <th
      scope="col"
      className={`${cellClass(column)} ${first ? 'first' : ''}`.trim()}
      aria-sort={isSorted ? direction : undefined}
    >
      {column.sortable && <span className="for-print">{label}</span>}
      {column.sortable ? (
        <button type="button" className="sort" onClick={() => change(nextSort(address, column.key))}>
          {label}
          <span aria-hidden="true" className="sort-mark">
            {isSorted ? (address.order === 'asc' ? '↑' : '↓') : '↕'}
          </span>
        </button>
      ) : (
        label
      )}
    </th>
  );
}

interface HeadCellProps<Row> extends Pick<TableProps<Row>, 'address' | 'change'> {
  readonly column: Column<Row>;
  readonly first: boolean;
}

function TableFoot<Row>({
  columns,
  page,
  selectable,
}: Pick<TableProps<Row>, 'columns' | 'page'> & { selectable: boolean }) {
  const t = useWords(words);
  if (!columns.some((column) => column.total)) return null;
  return (
    <tfoot>
      <tr>
        {selectable && <td className="no-print" />}
        {columns.map((column, at) =>
          at === 0 ? (
            <th scope="row" key={column.key}>
              {column.total?.(page) ?? t('list.totals')}
            </th>
          ) : (
            <td key={column.key} className={cellClass(column)}>
              {column.total?.(page)}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}

function Spacer({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={span} style={{ height, padding: 0 }} />
    </tr>
  );
}

function useCurrentRow<Row>(props: TableProps<Row>, scroller: { current: HTMLDivElement | null }): number {
  const { page, rowLink, rowKey, selected, onSelect } = props;
  const [current, setCurrent] = useState(-1);
  const navigate = useNavigate();
  const keys = useMemo(() => {
    function step(by: number): void {
      const next = Math.max(0, Math.min(page.rows.length - 1, current + by));
      setCurrent(next);
      showRow(scroller.current, next);
    }
    const row = page.rows[current];
    const open = () => row && rowLink && void navigate(rowLink(row));
    const select = () => row && selected && onSelect(toggled(selected, rowKey(row)));
    return { j: () => step(1), k: () => step(-1), Enter: open, x: select };
  }, [page, current, rowLink, rowKey, selected, onSelect, navigate, scroller]);
  useKeys(keys);
  return current;
}

function showRow(scroller: HTMLDivElement | null, row: number): void {
  if (!scroller) return;
  const top = row * ROW_HEIGHT;
  const room = scroller.clientHeight - 3 * ROW_HEIGHT;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top > scroller.scrollTop + room) scroller.scrollTop = top - room;
}

/** Coming back from a record returns to the same row. */
function useKeptScroll(scroller: { current: HTMLDivElement | null }): void {
  const { key } = useLocation();
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = keptScroll.get(key) ?? 0;
    const keep = () => keptScroll.set(key, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [key, scroller]);
}

const keptScroll = new Map<string, number>();

function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}
