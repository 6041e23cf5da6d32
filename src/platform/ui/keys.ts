import { useEffect, useSyncExternalStore } from 'react';

/**
 * Keyboard shortcuts of one character.
 *
 * - `useKeys({ j: next, k: previous, Enter: open })`: while the component is shown, and nobody is typing or has a dialog
 *   open. The innermost component that knows a key gets it.
 * - They can be switched off (WCAG 2.1.4): `singleKeysOn()`, `switchSingleKeys(on)`, `useSingleKeys()`.
 */
export type KeyMap = Readonly<Record<string, () => void>>;

export function useKeys(keys: KeyMap): void {
  useEffect(() => {
    maps.push(keys);
    if (maps.length === 1) document.addEventListener('keydown', press);
    return () => {
      maps.splice(maps.indexOf(keys), 1);
      if (maps.length === 0) document.removeEventListener('keydown', press);
    };
  }, [keys]);
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(listen, singleKeysOn, () => true);
}

export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

const storageKey = 'silian.keys';
const maps: KeyMap[] = [];
const listeners = new Set<() => void>();

function press(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (!singleKeysOn() || isBusy(event.target, event.key)) return;
  const handler = maps.findLast((map) => event.key in map)?.[event.key];
  if (!handler) return;
  event.preventDefault();
  handler();
}

/** Typing goes before shortcuts, and Enter belongs to the link or button that has the focus. */
function isBusy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (document.querySelector('dialog[open]')) return true;
  if (target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable], [role="combobox"]'))
    return true;
  return key === 'Enter' && target.closest('a, button, [role="treeitem"]') !== null;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
