import { constants } from 'node:os';
import { isAlive, type ProcessIdentity, signal, waitGoneBlocking } from './embedded-process.ts';

const LAST_STOP_MS = 5000;
const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Something that must not outlive this process. */
export interface Dependant {
  stop(): Promise<void>;
  identity(): ProcessIdentity;
  release(): void;
}

const dependants = new Set<Dependant>();

/**
 * Ends the dependant together with this process: after a signal in good order, unless the program handles signals
 * itself; at any other exit by a last signal and a short wait. Returns the function that forgets it.
 */
export function endWithProcess(dependant: Dependant): () => void {
  if (dependants.size === 0) listen();
  dependants.add(dependant);
  return () => {
    dependants.delete(dependant);
    if (dependants.size === 0) unlisten();
  };
}

function listen(): void {
  process.on('exit', endAllNow);
  for (const name of endSignals) process.on(name, endInOrder);
}

function unlisten(): void {
  process.removeListener('exit', endAllNow);
  for (const name of endSignals) process.removeListener(name, endInOrder);
}

function endInOrder(name: (typeof endSignals)[number]): void {
  // With a handler of the program's own, the program decides when the database goes.
  if (process.listenerCount(name) > 1) return;
  const exitCode = 128 + constants.signals[name];
  void Promise.allSettled([...dependants].map((dependant) => dependant.stop())).then(() => process.exit(exitCode));
}

function endAllNow(): void {
  for (const dependant of dependants) {
    const identity = dependant.identity();
    signal([identity].filter(isAlive), 'SIGINT');
    waitGoneBlocking(identity, LAST_STOP_MS);
    dependant.release();
  }
}
