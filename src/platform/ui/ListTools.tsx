import { useEffect, useMemo, useRef, useState } from 'react';
import type { CallInput, RouteContract } from '../http/contract.ts';
import type { ListAddress } from './address.ts';
import { toFilterQuery } from './address.ts';
import { download } from './client.ts';
import { useKeys } from './keys.ts';
import { ListFilter } from './ListFilter.tsx';
import { useText, useWords } from './language.ts';
import type { Filter, RecordListProps } from './list-types.ts';
import { useAction } from './Notices.tsx';
import { words } from './words.ts';

type ToolsProps<C extends RouteContract> = RecordListProps<C> & {
  readonly address: ListAddress;
  readonly change: (change: Partial<ListAddress>, replace?: boolean) => void;
};

/** The line above a list: search, filters, the page's own buttons, Excel in and out, print. */
export function ListTools<C extends RouteContract>(props: ToolsProps<C>) {
  const { address, change, filters = [] } = props;
  const t = useWords(words);
  const { run, pending, failure } = useAction();
  const { exportContract } = props;
  return (
    <>
      <div className="list-tools no-print">
        {props.search !== false && (
          <SearchBox address={address} change={change} placeholder={props.searchPlaceholder} />
        )}
        {filters.map((filter) => (
          <ListFilter
            key={filter.key}
            filter={filter}
            value={address.filters[filter.key] ?? ''}
            onChange={(value) => change({ filters: { ...address.filters, [filter.key]: value } })}
          />
        ))}
        <div className="buttons list-buttons">
          {props.toolbar}
          {props.onImport && (
            <button type="button" className="button" onClick={props.onImport}>
              {t('list.import')}
            </button>
          )}
          {exportContract && (
            <button
              type="button"
              className="button"
              disabled={pending}
              onClick={() => void run(() => download(exportContract, exportInput(props)))}
            >
              {t(pending ? 'list.exporting' : 'list.export')}
            </button>
          )}
          <button type="button" className="button" onClick={() => window.print()}>
            {t('list.print')}
          </button>
        </div>
      </div>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <PrintHead caption={props.caption} filters={filters} address={address} />
    </>
  );
}

function exportInput<C extends RouteContract>(props: ToolsProps<C>): CallInput<RouteContract> {
  return {
    params: props.params,
    query: { ...props.fixed, ...toFilterQuery(props.address) },
  } as CallInput<RouteContract>;
}

type SearchProps = Pick<ToolsProps<RouteContract>, 'address' | 'change'> & {
  placeholder: RecordListProps<RouteContract>['searchPlaceholder'];
};

/** Waits for a pause in typing; a search changed from outside (back button) is shown. */
function SearchBox({ address, change, placeholder }: SearchProps) {
  const t = useWords(words);
  const text = useText();
  const [typed, setTyped] = useState(address.q);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(address.q), [address.q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  function searchSoon(q: string): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      change({ q: q.trim() }, true);
    }, 250);
  }
  // a page that is still loading leaves this one mounted: a search that began later would lead back to it
  function searchNow(): void {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    change({ q: typed.trim() }, true);
  }
  useKeys(useMemo(() => ({ '/': () => input.current?.focus() }), []));
  const hint = placeholder === undefined ? t('list.search') : text(placeholder);
  return (
    <input
      ref={input}
      type="search"
      className="input list-search"
      aria-label={hint}
      placeholder={hint}
      maxLength={100}
      value={typed}
      onChange={(event) => {
        const q = event.target.value;
        setTyped(q);
        searchSoon(q);
      }}
      onBlur={searchNow}
    />
  );
}

/** On paper the list has to say what was asked for. */
function PrintHead({
  caption,
  filters,
  address,
}: {
  caption: string;
  filters: readonly Filter[];
  address: ListAddress;
}) {
  const text = useText();
  const set = filters.filter((filter) => address.filters[filter.key] !== undefined);
  return (
    <p className="for-print print-head">
      {[
        caption,
        ...(address.q === '' ? [] : [address.q]),
        ...set.map((filter) => `${text(filter.label)} ${filterText(filter, address.filters[filter.key] ?? '', text)}`),
      ].join(' · ')}
    </p>
  );
}

function filterText(filter: Filter, value: string, text: ReturnType<typeof useText>): string {
  if (filter.kind !== 'codes') return value;
  const code = filter.codes.find((one) => one.value === value);
  return code === undefined ? value : text(code.label);
}
