import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { FieldAria } from './DateInput.tsx';
import { useWords } from './language.ts';
import type { Choice, RecordSource } from './records.ts';
import { words } from './words.ts';

/**
 * `<RecordPicker source value onChange placeholder? id … />`: finds a record of any feature by typing (ARIA combobox:
 * ↑ ↓ Enter Esc). `onChange(value | undefined, choice?)`. Make the source once per module:
 * `const households = recordSource(searchHouseholds, (row) => ({ value: row.id, label: row.headName, sub: row.placeName }))`.
 */
export function RecordPicker({ source, value, onChange, placeholder, ...aria }: PickerProps) {
  const t = useWords(words);
  const listId = useId();
  const [chosen, setChosen] = useChosen(source, value);
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const { choices, busy } = useFound(source, typed?.trim() ?? '');
  const isOpen = typed !== undefined && typed.trim() !== '';
  function choose(choice: Choice | undefined): void {
    setTyped(undefined);
    setActive(0);
    setChosen(choice);
    onChange(choice?.value, choice);
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') setTyped(undefined);
    if (!isOpen || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Enter') choose(choices[active] ?? chosen);
    else setActive((active + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % Math.max(1, choices.length));
  }
  return (
    <span className="picker">
      <input
        {...aria}
        className="input"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && choices[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        placeholder={placeholder ?? t('picker.search')}
        value={typed ?? chosen?.label ?? ''}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          if (event.target.value === '') choose(undefined);
        }}
        onKeyDown={press}
        onBlur={() => setTyped(undefined)}
      />
      {chosen?.sub !== undefined && typed === undefined && <span className="note">{chosen.sub}</span>}
      {isOpen && <Options id={listId} choices={choices} active={active} busy={busy} onChoose={choose} />}
    </span>
  );
}

interface PickerProps extends FieldAria {
  readonly source: RecordSource;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined, choice?: Choice) => void;
  readonly placeholder?: string;
}

function Options({ id, choices, active, busy, onChoose }: OptionsProps) {
  const t = useWords(words);
  return (
    <span className="popup">
      <span id={id} role="listbox" aria-label={t('picker.found')} className="options">
        {choices.map((choice, at) => (
          <span
            key={choice.value}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            className="option"
            // The press must not take the focus from the input: leaving it closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(choice);
            }}
          >
            <span>{choice.label}</span>
            <span className="option-sub">{choice.sub}</span>
          </span>
        ))}
      </span>
      {choices.length === 0 && (
        <span className="option note" role="status">
          {t(busy ? 'state.loading' : 'picker.none')}
        </span>
      )}
    </span>
  );
}

interface OptionsProps {
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly busy: boolean;
  readonly onChoose: (choice: Choice) => void;
}

function useFound(source: RecordSource, typed: string): { choices: readonly Choice[]; busy: boolean } {
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const reply = useQuery<readonly Choice[], Error>({
    queryKey: ['choices', source.key, text],
    queryFn: ({ signal }) => source.search(text, signal),
    enabled: text !== '',
    placeholderData: (previous) => previous,
  });
  return { choices: reply.data ?? [], busy: text !== typed || reply.isFetching };
}

/** The record behind a value: the one just chosen, or read for a value that came with the form. */
function useChosen(source: RecordSource, value: string | undefined) {
  const [chosen, setChosen] = useState<Choice>();
  const { find } = source;
  const known = chosen?.value === value ? chosen : undefined;
  const reply = useQuery<Choice | null, Error>({
    queryKey: ['choice', source.key, value],
    queryFn: async ({ signal }) => (await find?.(value ?? '', signal)) ?? null,
    enabled: value !== undefined && value !== '' && known === undefined && find !== undefined,
  });
  const named = value === undefined || value === '' ? undefined : (known ?? reply.data ?? { value, label: value });
  return [named, setChosen] as const;
}
