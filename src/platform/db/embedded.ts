import { StartRefusal } from '../start-refusal.ts';
import { type Binaries, findBinaries, POSTGRES_MAJOR } from './embedded-binaries.ts';
import { createCluster, PORT, SUPERUSER, writeAccessRules } from './embedded-cluster.ts';
import { lastWords, saysDiskFull } from './embedded-errors.ts';
import { endWithProcess } from './embedded-exit.ts';
import {
  asRefusal,
  clearSocketFolder,
  findClusterVersion,
  type Home,
  makeSocketFolder,
  openHome,
  removeHome,
} from './embedded-home.ts';
import { type FolderLock, lockFolder } from './embedded-lock.ts';
import { launchPostmaster, type Postmaster, stopPostmaster } from './embedded-postmaster.ts';
import { stopOrphans } from './embedded-process.ts';
import { diskFull, keepBallast } from './embedded-space.ts';

const START_TRIES = 5;
const RESTARTS_PER_MINUTE = 5;
const MINUTE_MS = 60_000;

export interface EmbeddedOptions {
  /** the data folder; the database gets `database` inside it, other things may stand beside */
  readonly folder: string;
  /** made for a test: the database is removed when it stops */
  readonly temporary?: boolean;
  /** the processes of the server run and come up: there is time for something else */
  readonly onLaunched?: () => void;
  /** what happens to the engine, for the server's log; no personal data */
  readonly onLog?: (line: string) => void;
  /** the server died and could not be started again */
  readonly onLost?: (cause: unknown) => void;
}

export interface EmbeddedServer {
  readonly socketFolder: string;
  readonly port: number;
  /** may do everything; for making roles and databases only */
  readonly superuser: string;
  /** of the PostgreSQL that runs now; another after it had to be started again */
  readonly pid: number;
  /** ends connections, writes everything out, frees the folder; safe to call twice */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on a data folder, which it creates when absent. It stops with this process, however
 * that ends, except by `kill -9`: then the next start finds and stops it. Killed itself, it is started again.
 * Throws {@link StartRefusal}: `data_folder_in_use`, `data_folder_not_writable`, `disk_full`,
 * `database_major_differs`, `binaries_missing`, `initdb_failed`, `database_unreachable`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    const home = await openHome(options.folder, POSTGRES_MAJOR);
    const lock = await lockFolder(home.path);
    try {
      return await startLocked({ ...options, home, lock });
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw await asRefusal(error, options.folder);
  }
}

interface Start extends EmbeddedOptions {
  readonly home: Home;
  readonly lock: FolderLock;
}

async function startLocked(start: Start): Promise<EmbeddedServer> {
  const { home, lock, temporary = false, onLaunched = () => {}, onLog = () => {}, onLost = () => {} } = start;
  const binaries = await findBinaries(home);
  if ((await findClusterVersion(home.cluster)) === undefined) await createCluster(home, binaries);
  await writeAccessRules(home);
  const socketFolder = await makeSocketFolder(home);
  function release(): void {
    clearSocketFolder(socketFolder);
    lock.release();
    if (temporary) removeHome(home);
  }
  const server = await superviseServer({ home, binaries, socketFolder, onLaunched, onLog, onLost, release });
  if (!temporary) await keepBallast(home.path);
  return server;
}

interface Supervision extends Run {
  readonly onLost: (cause: unknown) => void;
  readonly release: () => void;
}

async function superviseServer(run: Supervision): Promise<EmbeddedServer> {
  let postmaster = await startPostmaster(run);
  let restarting: Promise<void> | undefined;
  let stopping: Promise<void> | undefined;
  let restarts: number[] = [];

  function watch(): void {
    void postmaster.exited.then(() => {
      if (!stopping) restarting = restart();
    });
  }

  async function restart(): Promise<void> {
    run.onLog('PostgreSQL ended unexpectedly and is started again');
    restarts = [...restarts.filter((at) => at > Date.now() - MINUTE_MS), Date.now()];
    try {
      if (restarts.length > RESTARTS_PER_MINUTE) throw notStarted('ended again and again');
      postmaster = await startPostmaster(run);
      watch();
    } catch (error) {
      run.onLog('PostgreSQL could not be started again');
      run.onLost(error);
    }
  }

  async function shutDown(): Promise<void> {
    await restarting;
    await stopPostmaster(postmaster);
    run.release();
    forget();
  }

  function stop(): Promise<void> {
    stopping ??= shutDown();
    return stopping;
  }

  const forget = endWithProcess({ stop, identity: () => postmaster.identity, release: run.release });
  watch();
  return {
    socketFolder: run.socketFolder,
    port: PORT,
    superuser: SUPERUSER,
    stop,
    get pid() {
      return postmaster.identity.pid;
    },
  };
}

interface Run {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly socketFolder: string;
  readonly onLaunched: () => void;
  readonly onLog: (line: string) => void;
}

/** Tries again while processes of a server that was killed are still ending. */
async function startPostmaster(run: Run): Promise<Postmaster> {
  let output = '';
  for (let attempt = 0; attempt < START_TRIES; attempt += 1) {
    await stopOrphans(run.home.cluster, run.onLog);
    const started = await launchPostmaster(run);
    if (typeof started !== 'string') return started;
    output = started;
    if (saysDiskFull(output)) throw await diskFull(run.home.path);
    if (!/postmaster\.pid|shared memory block|socket lock file/.test(output)) break;
  }
  throw notStarted(output);
}

function notStarted(output: string): StartRefusal {
  return new StartRefusal('database_unreachable', { detail: lastWords(output) });
}
