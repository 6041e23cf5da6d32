import { randomBytes } from 'node:crypto';
import { constants, rmSync } from 'node:fs';
import {
  access,
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { StartRefusal } from '../start-refusal.ts';
import { errorCode, folderNotUsable } from './embedded-errors.ts';
import { readPostmaster } from './embedded-process.ts';
import { diskFull, requireRoom } from './embedded-space.ts';

/** Nobody's number on every Linux in use: owns nothing, may do nothing. */
const UNPRIVILEGED_ID = 65534;
const ELSEWHERE = join('/var', 'lib', 'silian');
const SOCKET_FILE_BYTES = '/.s.PGSQL.5432'.length;
/** The system's limit for a socket's path is 104 to 108 bytes. */
const SOCKET_PATH_LIMIT = 100;
const SOCKET_PREFIX = 'silian-';

/** Who runs the database; undefined = whoever runs Silian. PostgreSQL refuses to run as root. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Where the database lives: `<data folder>/database`, which is a link when its user cannot enter the data folder. */
export interface Home {
  /** `<data folder>/database`, perhaps a link to `path` */
  readonly place: string;
  readonly path: string;
  readonly cluster: string;
  readonly owner: Owner | undefined;
}

/**
 * Finds or makes the place of the database and checks that it can be used: writable, reachable for the user that
 * runs the database, room on the disk, made by this major version.
 */
export async function openHome(dataFolder: string, major: number): Promise<Home> {
  const folder = resolve(dataFolder);
  const place = join(folder, 'database');
  const path = await makeHome(folder, place);
  const owner = await findOwner(path);
  if (owner) await requireReachable(folder, path, owner);
  await probe(path);
  const cluster = join(path, 'cluster');
  const found = await findClusterVersion(cluster);
  await requireRoom(path, found !== undefined);
  if (found !== undefined && found !== String(major)) {
    throw new StartRefusal('database_major_differs', { folder, found, expected: major });
  }
  return { place, path, cluster, owner };
}

/** Undefined when there is no cluster yet. */
export async function findClusterVersion(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * A private folder for the socket: beside the data where the path is short enough, else a fresh one among the
 * system's temporary folders (a made-up name, so that nobody can put a trap there beforehand).
 */
export async function makeSocketFolder(home: Home): Promise<string> {
  const beside = join(home.path, 'socket');
  const left = readPostmaster(home.cluster)?.socketFolder;
  if (left !== undefined) clearSocketFolder(left);
  const fits = Buffer.byteLength(beside) + SOCKET_FILE_BYTES < SOCKET_PATH_LIMIT;
  const folder = fits ? beside : await mkdtemp(join(tmpdir(), SOCKET_PREFIX));
  if (fits) await rm(folder, { recursive: true, force: true });
  if (fits) await mkdir(folder, { mode: 0o700 });
  await giveTo(home.owner, folder);
  return folder;
}

/** Removes a folder that {@link makeSocketFolder} made among the temporary ones; leaves every other alone. */
export function clearSocketFolder(folder: string): void {
  const temporary = dirname(folder) === tmpdir() && basename(folder).startsWith(SOCKET_PREFIX);
  if (temporary) rmSync(folder, { recursive: true, force: true });
}

export async function giveTo(owner: Owner | undefined, path: string): Promise<void> {
  if (owner) await chown(path, owner.uid, owner.gid);
}

async function makeHome(folder: string, place: string): Promise<string> {
  await makeFolder(folder);
  if (!(await exists(place))) {
    if (isRoot()) await openDoor(await realpath(folder));
    const obstacle = isRoot() ? await findObstacle(await realpath(folder), unprivileged()) : undefined;
    if (obstacle === undefined) await makeFolder(place);
    else await linkElsewhere(folder, place);
  }
  const path = await realpath(place);
  const { uid } = await stat(path);
  // Root's home is passed through by the database's user, who owns only what is his inside.
  if (uid === process.getuid?.()) await chmod(path, isRoot() ? 0o711 : 0o700);
  return path;
}

/** Root's own private data folder may be passed through, not read, by the database's user; others stay shut. */
async function openDoor(folder: string): Promise<void> {
  const { uid, mode } = await stat(folder);
  if (uid !== 0 || (mode & 0o077) !== 0) return;
  await chown(folder, uid, UNPRIVILEGED_ID);
  await chmod(folder, (mode & 0o700) | 0o010);
}

/** Removes the database and the folder it stands in; only for one that was made to be thrown away. */
export function removeHome(home: Home): void {
  for (const path of [home.path, home.place]) rmSync(path, { recursive: true, force: true });
}

/** Not the recursive mkdir: under `/proc` and its like that one never returns. */
async function makeFolder(path: string): Promise<void> {
  if (await exists(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
}

/** A new name each time: a fresh checkout in an old place must not find an older database. */
async function linkElsewhere(folder: string, place: string): Promise<void> {
  const target = join(ELSEWHERE, `${basename(folder)}-${randomBytes(6).toString('hex')}`);
  await makeFolder(target);
  await chmod(ELSEWHERE, 0o711);
  await chmod(target, 0o711);
  try {
    await symlink(target, place);
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/** Root keeps to the user an existing database belongs to, so that this user can go on without root. */
async function findOwner(path: string): Promise<Owner | undefined> {
  if (!isRoot()) return undefined;
  const cluster = await stat(join(path, 'cluster')).catch(() => undefined);
  const { uid, gid } = cluster ?? (await stat(path));
  return uid === 0 ? unprivileged() : { uid, gid };
}

async function requireReachable(folder: string, path: string, owner: Owner): Promise<void> {
  const obstacle = await findObstacle(path, owner);
  if (obstacle !== undefined) throw folderNotUsable(folder, `uid ${owner.uid}: ${obstacle}`);
}

/** The first folder on the way to `path` that this user may not pass. */
async function findObstacle(path: string, owner: Owner): Promise<string | undefined> {
  const parent = dirname(path);
  const above = parent === path ? undefined : await findObstacle(parent, owner);
  if (above !== undefined) return above;
  const { uid, gid, mode } = await stat(path);
  const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
  return (mode & bit) === 0 ? path : undefined;
}

async function probe(path: string): Promise<void> {
  await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  const file = join(path, `probe-${randomBytes(6).toString('hex')}`);
  await writeFile(file, 'silian', { flag: 'wx' });
  await rm(file);
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** What the file system said, as a refusal to start; other errors stay what they are. */
export async function asRefusal(error: unknown, folder: string): Promise<unknown> {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder);
  const known = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'];
  return code !== undefined && known.includes(code) ? folderNotUsable(folder, code) : error;
}

function unprivileged(): Owner {
  return { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
