import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useKeys } from '../../platform/ui/keys.ts';
import { useText, useWords } from '../../platform/ui/language.ts';
import type { Me } from '../../platform/ui/me.ts';
import type { SearchHit } from '../../platform/ui/search-hit.ts';
import { type DeskSearch, searches } from './searches.ts';
import { words } from './words.ts';

/** One box over every kind of record the position may search; ↑ ↓ Enter, `/` to get here. */
export function GlobalSearch({ me }: { me: Me }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const { hits, busy } = useHits(me, typed.trim());
  useKeys(useMemo(() => ({ '/': () => input.current?.focus() }), []));
  const isOpen = typed.trim() !== '';
  function open(hit: Hit | undefined): void {
    if (!hit) return;
    setTyped('');
    input.current?.blur();
    void navigate(hit.to);
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') setTyped('');
    if (!isOpen || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Enter') open(hits[active]);
    else setActive((active + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % Math.max(1, hits.length));
  }
  if (!searches.some((search) => me.acts.includes(search.act))) return <span className="top-gap" />;
  return (
    <search className="top-search">
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && hits[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      {isOpen && <Hits id={listId} hits={hits} active={active} onOpen={open} />}
      {isOpen && hits.length === 0 && !busy && (
        <p className="popup option" role="status">
          {t('search.none', { text: typed.trim() })}
        </p>
      )}
    </search>
  );
}

interface Hit extends SearchHit {
  readonly kind: DeskSearch['label'];
}

interface HitsProps {
  readonly id: string;
  readonly hits: readonly Hit[];
  readonly active: number;
  readonly onOpen: (hit: Hit) => void;
}

function Hits({ id, hits, active, onOpen }: HitsProps) {
  const t = useWords(words);
  const text = useText();
  return (
    <div className={hits.length === 0 ? 'popup-empty' : 'popup'} id={id} role="listbox" aria-label={t('search.found')}>
      {hits.map((hit, at) => (
        <div
          key={hit.to}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          className="option"
          onMouseDown={(event) => {
            event.preventDefault();
            onOpen(hit);
          }}
        >
          <span>
            {hit.label} <span className="option-sub">{hit.sub}</span>
          </span>
          <span className="note">{text(hit.kind)}</span>
        </div>
      ))}
    </div>
  );
}

function useHits(me: Me, typed: string): { hits: readonly Hit[]; busy: boolean } {
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed), 150);
    return () => clearTimeout(timer);
  }, [typed]);
  const reply = useQuery<readonly Hit[], Error>({
    queryKey: ['search', text],
    queryFn: async ({ signal }) => {
      const allowed = searches.filter((search) => me.acts.includes(search.act));
      const found = await Promise.all(allowed.map((one) => searchOne(one, text, signal)));
      return found.flat();
    },
    enabled: text !== '',
    placeholderData: (previous) => previous,
  });
  return { hits: typed === '' ? [] : (reply.data ?? []), busy: text !== typed || reply.isFetching };
}

async function searchOne(one: DeskSearch, text: string, signal: AbortSignal): Promise<Hit[]> {
  const { search } = await one.load();
  const hits = await search(text, signal);
  return hits.slice(0, 8).map((hit) => ({ ...hit, kind: one.label }));
}
