import { spawn } from 'node:child_process';
import {
  closeSync,
  constants,
  copyFileSync,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, childEnvironment } from './embedded-binaries.ts';
import { serverArguments } from './embedded-cluster.ts';
import type { Home } from './embedded-home.ts';
import { identify, type ProcessIdentity, readPostmaster } from './embedded-process.ts';

const LOG_FILE = 'postgres.log';
const LOG_LIMIT_BYTES = 8 * 1024 * 1024;
const LOG_LOOK_MS = 10 * 60_000;
const READY_LOOK_MS = 5;
const SLOW_START_MS = 5000;
const FAST_STOP_MS = 30_000;

export interface Postmaster {
  readonly identity: ProcessIdentity;
  /** settles when the process has ended, for whatever reason */
  readonly exited: Promise<void>;
  signal(name: NodeJS.Signals): void;
}

export interface Launch {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly socketFolder: string;
  readonly onLaunched?: () => void;
  readonly onLog: (line: string) => void;
}

/** Starts PostgreSQL and waits until it accepts connections; what it wrote to its log when it ends instead. */
export async function launchPostmaster({
  home,
  binaries,
  socketFolder,
  onLaunched,
  onLog,
}: Launch): Promise<Postmaster | string> {
  const logPath = join(home.path, LOG_FILE);
  const log = openLog(home.path, logPath);
  const logStart = sizeOf(logPath);
  const child = spawn(binaries.postgres, serverArguments(home, socketFolder), {
    ...home.owner,
    cwd: home.path,
    env: childEnvironment(),
    // A session of its own: Ctrl-C in the terminal ends the server first and the database after it.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended = false;
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => {
    ended = true;
  });
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  onLaunched?.();
  let patience = Date.now() + SLOW_START_MS;
  while (!ended && !isReady(home.cluster, child.pid)) {
    await sleep(READY_LOOK_MS);
    if (Date.now() > patience) {
      onLog('PostgreSQL is recovering from an unclean end; this may take a while');
      patience = Number.POSITIVE_INFINITY;
    }
  }
  if (ended || identity === undefined) return readFileSync(logPath, 'utf8').slice(logStart);
  child.unref();
  keepLogShort(logPath, exited);
  return { identity, exited, signal: (name) => child.kill(name) };
}

/** Ends it in order: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  // The wait itself has to keep this process alive, since the child does not.
  const waiting = setInterval(() => {}, 1000);
  const impatience = setTimeout(() => postmaster.signal('SIGQUIT'), FAST_STOP_MS);
  postmaster.signal('SIGINT');
  await postmaster.exited;
  clearTimeout(impatience);
  clearInterval(waiting);
}

function isReady(cluster: string, pid: number | undefined): boolean {
  const postmaster = readPostmaster(cluster);
  return postmaster !== undefined && postmaster.pid === pid && postmaster.ready;
}

/** A file and no pipe: it outlives this process. It belongs to whom the folder belongs to, whoever starts Silian. */
function openLog(folder: string, path: string): number {
  if (sizeOf(path) > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW;
  const log = openSync(path, flags, 0o640);
  const { uid, gid } = statSync(folder);
  if (process.getuid?.() === 0) fchownSync(log, uid, gid);
  return log;
}

/** Appending writers go on at the new end of a file that was cut. */
function keepLogShort(path: string, exited: Promise<void>): void {
  const timer = setInterval(() => {
    if (sizeOf(path) <= LOG_LIMIT_BYTES) return;
    copyFileSync(path, `${path}.1`);
    truncateSync(path);
  }, LOG_LOOK_MS);
  timer.unref();
  void exited.then(() => clearInterval(timer));
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
