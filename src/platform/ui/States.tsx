import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { Problem } from '../http/contract.ts';
import { problemOf } from './client.ts';
import { useWords } from './language.ts';
import { words } from './words.ts';

/**
 * What stands on a page while there is nothing to show.
 *
 * - `<Loaded reply={useReply(…)} skeleton? asPage?>{(data) => …}</Loaded>`: skeleton, then data, or the reason there is none.
 * - `<Skeleton rows? doing? />`: the table to come; after 3 s it says what is being computed (`doing`), after
 *   10 s that it goes on without the reader.
 * - `<EmptyState text action? />`: one sentence why it is empty, and the one act that fills it.
 * - `<ProblemState problem onRetry? asPage? />`: what happened, what is safe, what to do, number for the help desk. Status 403
 *   and 404 say who may see the page instead.
 */
export function Loaded<T>({ reply, skeleton, asPage, children }: LoadedProps<T>): ReactNode {
  if (reply.data !== undefined) return children(reply.data);
  if (reply.error) {
    const retry = () => void reply.refetch();
    return <ProblemState problem={problemOf(reply.error)} onRetry={retry} {...(asPage ? { asPage } : {})} />;
  }
  return skeleton ?? <Skeleton />;
}

interface LoadedProps<T> {
  readonly reply: UseQueryResult<T, Error>;
  readonly skeleton?: ReactNode;
  /** the reply is the whole page: a failure gets the page's heading */
  readonly asPage?: boolean;
  readonly children: (data: T) => ReactNode;
}

export function Skeleton({ rows = 8, doing }: { rows?: number; doing?: string }) {
  const t = useWords(words);
  const seconds = useWaiting();
  return (
    <div className="skeleton" role="status" aria-busy="true">
      <span className="hidden-text">{t('state.loading')}</span>
      {rowNumbers.slice(0, rows).map((row) => (
        <div className="skeleton-row" key={row} />
      ))}
      {seconds >= 3 && (
        <p className="note">{seconds >= 10 ? t('state.stillLoading') : (doing ?? t('state.computing'))}</p>
      )}
    </div>
  );
}

export function EmptyState({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {action}
    </div>
  );
}

export function ProblemState({ problem, onRetry, asPage }: ProblemProps) {
  const t = useWords(words);

  const hidden = problem.status === 403 || problem.status === 404;
  const Heading = asPage || hidden ? 'h1' : 'h2';
  return (
    <div className="empty problem" role="alert">
      <Heading>{hidden ? t(problem.status === 403 ? 'state.noRight' : 'state.notFound') : problem.title}</Heading>
      <p>{hidden ? t(problem.status === 403 ? 'state.noRightWho' : 'state.notFoundWho') : t('state.safe')}</p>
      {!hidden && onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {t('state.retry')}
        </button>
      )}
      {problem.requestId !== '' && <p className="note">{t('state.helpDesk', { id: problem.requestId })}</p>}
    </div>
  );
}

interface ProblemProps {
  readonly problem: Problem;
  readonly onRetry?: () => void;
  readonly asPage?: boolean;
}

const rowNumbers = Array.from({ length: 50 }, (_, row) => row);

/** Whole seconds since the component appeared, counted at the moments that change what is said. */
function useWaiting(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timers = [3, 10].map((second) => setTimeout(() => setSeconds(second), second * 1000));
    return () => timers.forEach(clearTimeout);
  }, []);
  return seconds;
}
