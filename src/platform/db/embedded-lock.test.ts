import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './embedded-lock.ts';
import { identify, isAlive } from './embedded-process.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silian-lock-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('lockFolder', () => {
  it('is held by one at a time and leaves nothing behind', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: 'data_folder_in_use',
      values: { pid: process.pid },
    });
    lock.release();
    (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('lets exactly one of many starters in, also over a dead lock', async () => {
    await writeLock({ startedAt: 'before the last boot' });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('takes over from a holder whose number now belongs to another process', async () => {
    await writeLock({ startedAt: 'another time' });
    await expect(lockFolder(folder)).resolves.toBeDefined();
  });

  it('counts a holder in another container as alive while it touches the lock', async () => {
    await writeLock({ machine: 'elsewhere' });
    const touch = setTimeout(() => utimesSync(join(folder, 'silian.lock'), new Date(), new Date(0)), 800);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'data_folder_in_use' });
    clearTimeout(touch);
  });

  it('does not remove the lock of a successor', async () => {
    const lock = await lockFolder(folder);
    await writeLock({ token: 'successor' });
    lock.release();
    expect(await readFile(join(folder, 'silian.lock'), 'utf8')).toContain('successor');
  });
});

describe('identify', () => {
  it('tells a process from an earlier one of the same number', () => {
    const self = identify(process.pid);
    expect(self && isAlive(self)).toBe(true);
    expect(isAlive({ pid: process.pid, startedAt: 'earlier' })).toBe(false);
  });

  it('does not count a dead process that nobody has collected', async () => {
    // The shell becomes `sleep`, which never collects its child.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [chunk] = await once(parent.stdout, 'data');
      const pid = Number(String(chunk));
      await expect.poll(() => identify(pid), { timeout: 5000 }).toBeUndefined();
      expect(() => process.kill(pid, 0)).not.toThrow();
    } finally {
      parent.kill();
    }
  });
});

async function writeLock(part: Readonly<Record<string, unknown>>): Promise<void> {
  const lock = await lockFolder(folder).catch(() => undefined);
  const path = join(folder, 'silian.lock');
  const record: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...record, token: 'planted', ...part }));
  lock?.release();
}
