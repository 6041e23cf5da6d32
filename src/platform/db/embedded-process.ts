import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderInUse } from './embedded-errors.ts';

const POSTMASTER_FILE = 'postmaster.pid';
const FAST_STOP_MS = 15_000;
const IMMEDIATE_STOP_MS = 5000;
const LOOK_EVERY_MS = 20;

/** A process, told apart from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

/** Undefined when there is no such process, or only a dead one that nobody has collected yet. */
export function identify(pid: number): ProcessIdentity | undefined {
  return process.platform === 'linux' ? identifyByProc(pid) : identifyByPs(pid);
}

export function isAlive(known: ProcessIdentity): boolean {
  return identify(known.pid)?.startedAt === known.startedAt;
}

/**
 * Stops whatever PostgreSQL still runs on this cluster after its Silian died, and clears the way for the next start.
 * A process counts only when its program is postgres and its working folder is this cluster; a number found in
 * `postmaster.pid` that now belongs to another program is left alone and the stale file removed.
 */
export async function stopOrphans(cluster: string, onLog: (line: string) => void): Promise<void> {
  const postmaster = readPostmaster(cluster);
  let left = findClusterProcesses(cluster, postmaster?.pid);
  if (left.length > 0) onLog(`stopping the PostgreSQL that an earlier Silian left running (${pidsOf(left)})`);
  const isPostmaster = (process: ProcessIdentity) => process.pid === postmaster?.pid;
  if (left.some(isPostmaster)) {
    signal(left.filter(isPostmaster), 'SIGINT');
    await waitGone(left, FAST_STOP_MS);
  } else {
    // Without their parent they notice its death and end by themselves.
    await waitGone(left, IMMEDIATE_STOP_MS);
  }
  for (const force of ['SIGQUIT', 'SIGKILL'] as const) {
    left = findClusterProcesses(cluster, postmaster?.pid);
    if (left.length === 0) break;
    signal(left, force);
    await waitGone(left, IMMEDIATE_STOP_MS);
  }
  left = findClusterProcesses(cluster, postmaster?.pid);
  if (left.length > 0) throw folderInUse(cluster, pidsOf(left));
  if (postmaster) rmSync(join(cluster, POSTMASTER_FILE), { force: true });
}

export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

/** What the running (or dead) server wrote about itself; lines 1, 5 and 8 of `postmaster.pid`. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = readText(join(cluster, POSTMASTER_FILE))?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isSafeInteger(pid) || pid <= 1) return undefined;
  return { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

export function signal(processes: readonly ProcessIdentity[], name: NodeJS.Signals): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, name);
    } catch {
      // already gone
    }
  }
}

/** Blocks the thread; only for the moment in which the process is about to end anyway. */
export function waitGoneBlocking(known: ProcessIdentity, limitMs: number): void {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const until = Date.now() + limitMs;
  while (isAlive(known) && Date.now() < until) Atomics.wait(cell, 0, 0, LOOK_EVERY_MS);
}

async function waitGone(known: readonly ProcessIdentity[], limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  while (known.some(isAlive) && Date.now() < until) await sleep(LOOK_EVERY_MS);
}

function findClusterProcesses(cluster: string, postmasterPid: number | undefined): ProcessIdentity[] {
  const candidates =
    process.platform === 'linux'
      ? readdirSync('/proc').filter((name) => /^\d+$/.test(name))
      : [postmasterPid].filter((pid) => pid !== undefined);
  return candidates
    .map(Number)
    .filter((pid) => runsPostgresIn(pid, cluster))
    .map(identify)
    .filter((process) => process !== undefined);
}

function runsPostgresIn(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') {
    // After an upgrade the running program's file is gone and its link ends in " (deleted)".
    const program = readLink(`/proc/${pid}/exe`)?.replace(/ \(deleted\)$/, '');
    return program !== undefined && basename(program) === 'postgres' && readLink(`/proc/${pid}/cwd`) === cluster;
  }
  const command = runPs(pid, 'command=');
  return command !== undefined && /\/postgres /.test(command) && command.includes(cluster);
}

function identifyByProc(pid: number): ProcessIdentity | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name in parentheses may itself hold spaces and parentheses: count fields after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return { pid, startedAt: `${bootId()}:${fields[19]}` };
}

function identifyByPs(pid: number): ProcessIdentity | undefined {
  const startedAt = runPs(pid, 'lstart=');
  const state = runPs(pid, 'state=');
  return startedAt === undefined || state === undefined || state.startsWith('Z') ? undefined : { pid, startedAt };
}

function runPs(pid: number, column: string): string | undefined {
  try {
    return (
      execFileSync('ps', ['-o', column, '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, LC_ALL: 'C' },
      }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}

function bootId(): string {
  return readText('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

function pidsOf(processes: readonly ProcessIdentity[]): string {
  return processes.map((process) => process.pid).join(', ');
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
