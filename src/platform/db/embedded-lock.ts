import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, folderInUse } from './embedded-errors.ts';
import { identify, isAlive, type ProcessIdentity } from './embedded-process.ts';

const LOCK_FILE = 'silian.lock';
const HEARTBEAT_MS = 5000;
const LOOK_MS = 100;
const FAREWELL_MS = 1000;
const SILENCE_MS = 20_000;
const TRIES = 20;

export interface FolderLock {
  /** Gives the folder free; safe to call twice and from an exit handler. */
  release(): void;
}

interface LockRecord extends ProcessIdentity {
  readonly token: string;
  readonly machine: string;
}

/**
 * One Silian per data folder. The lock names its holder by number, start time and a random token, so that a number
 * used again by another program does not keep it; a holder in another container, whose processes cannot be seen from
 * here, counts as alive as long as it touches the file. Throws the refusal `data_folder_in_use`.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, LOCK_FILE);
  const self = identify(process.pid);
  const record: LockRecord = {
    pid: process.pid,
    startedAt: self?.startedAt ?? '',
    token: randomUUID(),
    machine: thisMachine(),
  };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (createLock(path, record)) return holdLock(path, record);
    const holder = readLock(path);
    if (holder === 'absent') continue;
    if (await isHeld(path, holder)) {
      throw folderInUse(folder, holder === 'unreadable' ? '?' : holder.pid);
    }
    removeStale(path, holder);
  }
  throw folderInUse(folder, '?');
}

/** The living process that holds the folder; undefined when it is free, or when its holder cannot be seen from here. */
export function findHolder(folder: string): ProcessIdentity | undefined {
  const holder = readLock(join(folder, LOCK_FILE));
  return typeof holder === 'object' && holder.machine === thisMachine() && isAlive(holder) ? holder : undefined;
}

/** `link` fails when the name exists, and what appears under the name is complete from the first instant. */
function createLock(path: string, record: LockRecord): boolean {
  const draft = `${path}.${record.token}`;
  writeFileSync(draft, JSON.stringify(record), { flag: 'wx', mode: 0o644 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holdLock(path: string, record: LockRecord): FolderLock {
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // the folder is gone; the database will notice
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  function release(): void {
    clearInterval(heartbeat);
    const holder = readLock(path);
    if (typeof holder === 'object' && holder.token === record.token) rmSync(path, { force: true });
  }
  return { release };
}

async function isHeld(path: string, holder: LockRecord | 'unreadable'): Promise<boolean> {
  if (holder !== 'unreadable' && holder.machine === thisMachine()) return staysAlive(path, holder);
  const before = touchedAt(path);
  const until = Date.now() + SILENCE_MS;
  while (Date.now() < until) {
    await sleep(LOOK_MS);
    const now = touchedAt(path);
    if (now === undefined) return false;
    if (now !== before) return true;
  }
  return false;
}

/** A holder that was just told to end gets a moment to do so. */
async function staysAlive(path: string, holder: LockRecord): Promise<boolean> {
  const until = Date.now() + (holder.pid === process.pid ? 0 : FAREWELL_MS);
  while (isAlive(holder) && touchedAt(path) !== undefined) {
    if (Date.now() >= until) return true;
    await sleep(LOOK_MS);
  }
  return false;
}

/** Two starters may find the same dead lock: the one that moves a lock it did not judge puts it back. */
function removeStale(path: string, judged: LockRecord | 'unreadable'): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readLock(aside);
  if (typeof moved === 'object' && (judged === 'unreadable' || moved.token !== judged.token)) {
    try {
      linkSync(aside, path);
    } catch {
      // a third starter holds the name by now
    }
  }
  rmSync(aside, { force: true });
}

function readLock(path: string): LockRecord | 'unreadable' | 'absent' {
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isLockRecord(found) ? found : 'unreadable';
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'absent' : 'unreadable';
  }
}

function isLockRecord(found: unknown): found is LockRecord {
  if (typeof found !== 'object' || found === null) return false;
  const record = found as Partial<Record<keyof LockRecord, unknown>>;
  return (
    typeof record.pid === 'number' &&
    [record.startedAt, record.token, record.machine].every((value) => typeof value === 'string')
  );
}

function touchedAt(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}

/** Containers that share a folder differ in host name or in the space their process numbers belong to. */
function thisMachine(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
