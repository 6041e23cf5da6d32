import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CallInput, RouteContract } from '../http/contract.ts';
import { type ListAddress, readListAddress, toPageQuery, writeListAddress } from './address.ts';
import { BulkBar } from './ListBulk.tsx';
import { ListPager } from './ListPager.tsx';
import { ListTable } from './ListTable.tsx';
import { ListTools } from './ListTools.tsx';
import { useWords } from './language.ts';
import type { ListPage, RecordListProps } from './list-types.ts';
import { useReply } from './queries.ts';
import type { RowOf } from './request.ts';
import { EmptyState, Loaded, Skeleton } from './States.tsx';
import { words } from './words.ts';

/**
 * A list of records read page by page from a list route: search, filters, sort and page stand in the address.
 *
 * `<RecordList contract columns rowKey caption rowLink? filters? fixed? params? search? searchPlaceholder? toolbar?
 * bulkActions? exportContract? onImport? emptyText? emptyAction? />`; all shapes in `list-types.ts`.
 * Keys: `/` search, `j` `k` rows, `Enter` opens, `x` selects. Rows beyond a hundred are drawn as they come into view.
 * One list with an address per page.
 */
export function RecordList<C extends RouteContract>(props: RecordListProps<C>) {
  const { contract, columns, caption } = props;
  const t = useWords(words);
  const { address, change } = useListAddress(props.filters?.map((filter) => filter.key) ?? []);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const input = { params: props.params, query: { ...props.fixed, ...toPageQuery(address) } } as CallInput<C>;
  const reply = useReply(contract, input, { keepPrevious: true });
  const isFiltered = address.q !== '' || Object.keys(address.filters).length > 0;
  const emptyText = isFiltered ? t('list.noMatch') : (props.emptyText ?? t('list.empty'));
  return (
    <section className="list" aria-label={caption}>
      <ListTools {...props} address={address} change={change} />
      <Loaded reply={reply} skeleton={<Skeleton rows={12} />}>
        {(data) => {
          const page = data as unknown as ListPage<RowOf<C>>;
          if (page.rows.length === 0) {
            const clear = (
              <button type="button" className="button" onClick={() => change({ q: '', filters: {} })}>
                {t('list.clear')}
              </button>
            );
            return <EmptyState text={emptyText} action={isFiltered ? clear : props.emptyAction} />;
          }
          const chosen = page.rows.filter((row) => selected.has(props.rowKey(row)));
          return (
            <>
              {chosen.length > 0 && (
                <BulkBar rows={chosen} actions={props.bulkActions ?? []} onDone={() => setSelected(new Set())} />
              )}
              <ListTable
                {...props}
                columns={columns}
                page={page}
                address={address}
                change={change}
                selected={props.bulkActions && selected}
                onSelect={setSelected}
                busy={reply.isPlaceholderData}
              />
              <ListPager total={page.total} shown={page.rows.length} address={address} change={change} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

export type ChangeAddress = (change: Partial<ListAddress>, replace?: boolean) => void;

function useListAddress(filterKeys: readonly string[]): { address: ListAddress; change: ChangeAddress } {
  const [search, setSearch] = useSearchParams();
  const keys = filterKeys.join(' ');
  const address = useMemo(() => readListAddress(search, keys.split(' ')), [search, keys]);
  function change(next: Partial<ListAddress>, replace = false): void {
    setSearch((before) => writeListAddress(before, next, keys.split(' ')), { replace });
  }
  return { address, change };
}
