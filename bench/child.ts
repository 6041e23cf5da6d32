import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Engine } from '../src/platform/db/database.ts';

const launcher: { readonly SERVER_FLAGS: readonly string[] } = await import(
  new URL('../tools/launch.mjs', import.meta.url).href
);
/** What Node is told when people start the server. */
export const serverFlags = launcher.SERVER_FLAGS;

/** One statement as it was sent. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What the two servers under load are told. */
export type ServerTask =
  | { readonly kind: 'ours'; readonly engine: Engine; readonly key: Buffer; readonly background: boolean }
  | { readonly kind: 'bare'; readonly engine: Engine; readonly lists: readonly (readonly Statement[])[] };

export type FromServer = { readonly port: number } | { readonly statements: number };

/** A server in a process of its own, as in real use: the one that measures does not take its time. */
export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  /** statements sent for requests since it started; ours only */
  countStatements(): Promise<number>;
  stop(): Promise<void>;
}

export async function startServer(task: ServerTask): Promise<ServerProcess> {
  const child = fork(join(import.meta.dirname, `server-${task.kind}.ts`), [], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning', ...serverFlags],
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.send(task);
  const { port } = (await answer(child)) as { port: number };
  return {
    port,
    pid: child.pid ?? 0,
    async countStatements() {
      child.send('count');
      return ((await answer(child)) as { statements: number }).statements;
    },
    async stop() {
      process.removeListener('exit', endWithUs);
      const gone = once(child, 'exit');
      child.send('stop');
      await gone;
    },
  };
}

async function answer(child: ChildProcess): Promise<FromServer> {
  const ended = new AbortController();
  const gone = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('a server of the bench ended');
  });
  gone.catch(() => undefined);
  try {
    const [message] = await Promise.race([once(child, 'message'), gone]);
    return message as FromServer;
  } finally {
    ended.abort();
  }
}
