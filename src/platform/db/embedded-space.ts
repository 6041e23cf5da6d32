import { open, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from '../start-refusal.ts';

const BALLAST_FILE = 'ballast';
const MB = 1024 * 1024;
const BALLAST_BYTES = 32 * MB;
const FIRST_START_BYTES = 200 * MB;
const LATER_START_BYTES = 48 * MB;
const LOW_BYTES = 300 * MB;
const LOW_SHARE = 0.05;
const LOW_FILES = 1000;
const WAL_SEGMENT_BYTES = 16 * MB;
const LOOK_EVERY_MS = 5000;
/** Back to writing only with this much more than the limit, so that the server does not flicker. */
const RECOVERED_FACTOR = 1.2;

export interface Space {
  readonly freeBytes: number;
  readonly totalBytes: number;
  readonly freeFiles: number;
  /** 0 where the file system has no fixed number of files */
  readonly totalFiles: number;
}

/**
 * Watches the disk under the data folder every five seconds. `onLow` is called once when less than 5 % or 300 MB
 * (or nearly no file) is left, `onOk` once when there is room again. Returns the function that ends the watch.
 */
export function freeSpaceGuard(
  folder: string,
  onLow: (space: Space) => void,
  onOk: (space: Space) => void,
): () => void {
  let low = false;
  let looking = false;
  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      const space = await measureSpace(folder);
      if (space.freeBytes < WAL_SEGMENT_BYTES) await releaseBallast(join(folder, 'database'));
      const nowLow = isLow(space, low);
      if (nowLow !== low) (nowLow ? onLow : onOk)(space);
      low = nowLow;
    } catch {
      // a folder that cannot be measured says nothing about space; the database will say what is wrong
    } finally {
      looking = false;
    }
  }
  void look();
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

export function isLow(space: Space, wasLow: boolean): boolean {
  const factor = wasLow ? RECOVERED_FACTOR : 1;
  return (
    space.freeBytes < LOW_BYTES * factor ||
    space.freeBytes < space.totalBytes * LOW_SHARE * factor ||
    (space.totalFiles > 0 && space.freeFiles < LOW_FILES * factor)
  );
}

/** Refuses to start without room; an existing database gives up its ballast before it is refused. */
export async function requireRoom(folder: string, clusterExists: boolean): Promise<void> {
  const neededBytes = clusterExists ? WAL_SEGMENT_BYTES : FIRST_START_BYTES;
  if (clusterExists && (await measureSpace(folder)).freeBytes < LATER_START_BYTES) await releaseBallast(folder);
  if ((await measureSpace(folder)).freeBytes < neededBytes) throw await diskFull(folder, neededBytes);
}

export async function diskFull(folder: string, neededBytes = FIRST_START_BYTES): Promise<StartRefusal> {
  const { freeBytes } = await measureSpace(folder);
  return new StartRefusal('disk_full', {
    folder,
    freeMb: Math.floor(freeBytes / MB),
    neededMb: neededBytes / MB,
  });
}

/** A file to give away when the disk is full, so that the database can still write its log and be opened. */
export async function keepBallast(folder: string): Promise<void> {
  const path = join(folder, BALLAST_FILE);
  const existing = await stat(path).catch(() => undefined);
  if (existing?.size === BALLAST_BYTES) return;
  const space = await measureSpace(folder);
  if (isLow(space, true)) return;
  const file = await open(path, 'w', 0o600);
  try {
    const chunk = Buffer.alloc(4 * MB);
    for (let written = 0; written < BALLAST_BYTES; written += chunk.length) await file.write(chunk);
  } finally {
    await file.close();
  }
}

export async function measureSpace(folder: string): Promise<Space> {
  const { bavail, bsize, blocks, ffree, files } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize, freeFiles: ffree, totalFiles: files };
}

async function releaseBallast(folder: string): Promise<void> {
  await rm(join(folder, BALLAST_FILE), { force: true });
}
