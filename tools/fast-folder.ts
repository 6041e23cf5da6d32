import { mkdtemp, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const memoryFolder = '/dev/shm';
/** The databases of a run take less than a tenth of this; the rest is for the programs. */
const roomNeeded = 8 * 2 ** 30;

/**
 * A new folder for what a test run throws away, in memory where that has room: a database that is gone in a minute need
 * not reach a disk. What proves durability makes its own folder on the disk.
 */
export async function makeFastFolder(prefix: string): Promise<string> {
  return mkdtemp(join((await hasRoom()) ? memoryFolder : tmpdir(), prefix));
}

async function hasRoom(): Promise<boolean> {
  const room = await statfs(memoryFolder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return Math.min(room, freemem()) >= roomNeeded;
}
