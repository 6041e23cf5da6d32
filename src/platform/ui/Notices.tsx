import { useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import type { Problem } from '../http/contract.ts';
import { problemOf } from './client.ts';
import { useWords } from './language.ts';
import { words } from './words.ts';

/**
 * - `notify(text, link?)`: one sentence that says what changed, and where it can be seen (`{ to, label }`).
 * - `<Notices />` stands once in the shell.
 * - `useAction()` → `{ run(async work), pending, failure }`: runs an act once at a time and keeps its refusal as a problem.
 */
export function notify(text: string, link?: NoticeLink): void {
  nextId += 1;
  const notice = { id: nextId, text, link };
  show([...notices, notice].slice(-3));
  setTimeout(() => dismiss(notice.id), 8000);
}

export interface NoticeLink {
  readonly to: string;
  readonly label: string;
}

export function Notices() {
  const t = useWords(words);
  const shown = useSyncExternalStore(listen, () => notices);
  return (
    <div className="notices" role="status">
      {shown.map(({ id, text, link }) => (
        <div className="strip ok" key={id}>
          <span>{text}</span>
          {link && <Link to={link.to}>{link.label}</Link>}
          <button type="button" className="icon-button" aria-label={t('dialog.close')} onClick={() => dismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}

export function useAction(): ActionState {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Problem>();
  async function run(work: () => Promise<unknown>): Promise<void> {
    if (pending) return;
    setPending(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(problemOf(error));
    } finally {
      setPending(false);
    }
  }
  return { run, pending, failure };
}

interface ActionState {
  readonly run: (work: () => Promise<unknown>) => Promise<void>;
  readonly pending: boolean;
  readonly failure: Problem | undefined;
}

interface Notice {
  readonly id: number;
  readonly text: string;
  readonly link: NoticeLink | undefined;
}

let notices: readonly Notice[] = [];
let nextId = 0;
const listeners = new Set<() => void>();

function dismiss(id: number): void {
  show(notices.filter((notice) => notice.id !== id));
}

function show(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
