import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { freeSpaceGuard, isLow, keepBallast, type Space } from './embedded-space.ts';

const MB = 1024 * 1024;
const GB = 1024 * MB;
const roomy: Space = { freeBytes: 40 * GB, totalBytes: 100 * GB, freeFiles: 1e6, totalFiles: 2e6 };

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silian-space-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('isLow', () => {
  it.each([
    ['room enough', {}, false],
    ['under 5 %', { freeBytes: 4.9 * GB }, true],
    ['under 300 MB of a small disk', { freeBytes: 299 * MB, totalBytes: 2 * GB }, true],
    ['no file left', { freeFiles: 3 }, true],
    ['a file system without a fixed number of files', { freeFiles: 0, totalFiles: 0 }, false],
  ])('%s', (_name, part, low) => {
    expect(isLow({ ...roomy, ...part }, false)).toBe(low);
  });

  it('stays low until there is clearly more again', () => {
    const space = { ...roomy, freeBytes: 5.5 * GB };
    expect(isLow(space, false)).toBe(false);
    expect(isLow(space, true)).toBe(true);
    expect(isLow({ ...roomy, freeBytes: 6.1 * GB }, true)).toBe(false);
  });
});

describe('ballast', () => {
  it('takes 32 MB', async () => {
    await keepBallast(folder);
    expect((await stat(join(folder, 'ballast'))).size).toBe(32 * MB);
  });
});

const mounted = process.getuid?.() === 0 && canMount();

describe.runIf(mounted)('on a small disk', () => {
  beforeEach(() => void spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=360m,mode=0755', 'tmpfs', folder]));
  afterEach(() => void spawnSync('umount', [folder]));

  it('refuses to create a database without room, and harms nothing', async () => {
    await writeFile(join(folder, 'other'), Buffer.alloc(250 * MB));
    await expect(startEmbedded({ folder })).rejects.toMatchObject({ code: 'disk_full', values: { neededMb: 200 } });
    expect((await stat(join(folder, 'other'))).size).toBe(250 * MB);
  });

  it('says once that room is scarce and once that there is enough', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const seen: string[] = [];
    const end = freeSpaceGuard(
      folder,
      () => seen.push('low'),
      () => seen.push('ok'),
    );
    await writeFile(join(folder, 'other'), Buffer.alloc(100 * MB));
    await expect.poll(() => vi.advanceTimersByTime(5000) && seen).toEqual(['low']);
    await rm(join(folder, 'other'));
    spawnSync('mount', ['-o', 'remount,size=600m', folder]);
    await expect.poll(() => vi.advanceTimersByTime(5000) && seen).toEqual(['low', 'ok']);
    end();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});

function canMount(): boolean {
  const run = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]);
  return run.status === 0;
}
