import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { median } from './verdict.ts';

/** What else the machine was doing, and how fast its disk answers: stands beside every result. */
export function describeMachine(folder: string): string {
  const load = loadavg().map((value) => value.toFixed(1));
  return `load ${load.join(' ')}, one fsync ${fsyncMs(folder).toFixed(2)} ms`;
}

/** Median of writing and syncing one page. */
function fsyncMs(folder: string): number {
  const file = openSync(join(folder, 'fsync-probe'), 'w');
  const page = Buffer.alloc(8192, 1);
  const found = Array.from({ length: 15 }, () => {
    const startedAt = performance.now();
    writeSync(file, page, 0, page.length, 0);
    fsyncSync(file);
    return performance.now() - startedAt;
  });
  closeSync(file);
  return median(found);
}

/** Proportional memory of a process and all below it, in MB: shared pages are counted once over all processes. */
export function treeMegabytes(root: number): number {
  const parents = new Map(listProcesses().map((pid) => [pid, parentOf(pid)]));
  const isBelow = (pid: number | undefined): boolean =>
    pid === root || (pid !== undefined && pid > 1 && isBelow(parents.get(pid)));
  return [...parents.keys()].filter(isBelow).reduce((sum, pid) => sum + pssMegabytes(pid), 0);
}

/** The highest resident memory a process ever had, in MB. */
export function peakMegabytes(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? Number.NaN) / 1024;
}

function pssMegabytes(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;
}

function parentOf(pid: number): number | undefined {
  const status = /^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1];
  return status === undefined ? undefined : Number(status);
}

function listProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** Empty when the process has gone. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
