import { type KeyboardEvent, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../../../platform/ui/language.ts';
import { findAccounts } from '../entry-rules.ts';
import { words } from '../words.ts';
import { AccountDialog } from './AccountDialog.tsx';
import type { NamedAccount } from './names.ts';

interface CellProps {
  readonly id: string;
  readonly label: string;
  readonly accounts: readonly NamedAccount[];
  readonly code: string;
  readonly invalid: boolean;
  readonly onChoose: (account: NamedAccount | undefined) => void;
  /** Enter, with the account that stands there now */
  readonly onDone: (account: NamedAccount | undefined) => void;
}

/** The account of a line: typed by code, name or first letters, or picked with F7 from the whole list. */
export function AccountCell(props: CellProps) {
  const { id, label, accounts, code, invalid, onDone } = props;
  const listId = useId();
  const cell = useTyping(props);
  const { typed, active, found, chosen } = cell;
  const isOpen = found.length > 0;
  return (
    <span className="picker">
      <input
        id={id}
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
        aria-invalid={invalid}
        autoComplete="off"
        value={typed ?? code}
        onChange={(event) => cell.type(event.target.value)}
        onKeyDown={cell.press}
        onBlur={cell.leave}
      />
      {typed === undefined && chosen && <span className="account-name">{chosen.name}</span>}
      {isOpen && <Found id={listId} found={found} active={active} onChoose={cell.choose} />}
      {cell.picking && (
        <AccountDialog
          accounts={accounts}
          onChoose={(account) => {
            flushSync(() => cell.pick(false));
            cell.choose(account);
            onDone(account);
          }}
          onClose={() => cell.pick(false)}
        />
      )}
    </span>
  );
}

/** What is typed, what it finds, and what the keys do with it. */
function useTyping({ accounts, code, onChoose, onDone }: CellProps) {
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const [picking, pick] = useState(false);
  const chosen = accounts.find((account) => account.code === code);
  const found = typed === undefined || typed.trim() === '' ? [] : findAccounts(accounts, typed).slice(0, 12);
  function choose(account: NamedAccount | undefined): void {
    // drawn at once, so that the field that comes next is there to be entered
    flushSync(() => {
      setTyped(undefined);
      setActive(0);
      onChoose(account);
    });
  }
  function type(text: string): void {
    setTyped(text);
    setActive(0);
    if (text === '') choose(undefined);
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') setTyped(undefined);
    if (!['F7', 'ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.key === 'F7') pick(true);
    else if (event.key === 'Enter') {
      if (found[active]) choose(found[active]);
      onDone(found[active] ?? chosen);
    } else if (found.length > 0)
      setActive((active + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
  }
  function leave(): void {
    const exact = accounts.find((account) => account.code === typed?.trim());
    if (exact) choose(exact);
    else setTyped(undefined);
  }
  return { typed, active, picking, found, chosen, choose, type, press, leave, pick };
}

interface FoundProps {
  readonly id: string;
  readonly found: readonly NamedAccount[];
  readonly active: number;
  readonly onChoose: (account: NamedAccount) => void;
}

function Found({ id, found, active, onChoose }: FoundProps) {
  const t = useWords(words);
  return (
    <span className="popup">
      <span id={id} role="listbox" aria-label={t('voucher.pickAccount')} className="options">
        {found.map((account, at) => (
          <span
            key={account.code}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            className="option"
            // The press must not take the focus from the input: leaving it closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(account);
            }}
          >
            <span>{account.code}</span>
            <span className="option-sub">{account.name}</span>
          </span>
        ))}
      </span>
    </span>
  );
}
