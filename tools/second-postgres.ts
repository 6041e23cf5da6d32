import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, rmSync } from 'node:fs';
import { chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithProcess } from '../src/platform/db/embedded-exit.ts';
import { identify } from '../src/platform/db/embedded-process.ts';
import { installDebianPackage } from './debian.ts';

const DEBIAN_FOLDER = '/usr/lib/postgresql';
const SUPERUSER = 'silian_test';
const START_LIMIT_MS = 30_000;

export interface SecondPostgres {
  /** of its superuser, on the database `postgres` */
  readonly url: string;
  readonly version: number;
  stop(): Promise<void>;
}

/**
 * Debian's PostgreSQL as a server of its own on a loopback port and a temporary folder, to run the tests of stores
 * and routes against another engine than the embedded one. It ends with this process, and nothing of it stays.
 * Throws an error that says why when none is to be had: tests that did not run must not look as if they had passed.
 */
export async function startSecondPostgres(): Promise<SecondPostgres> {
  const found = (await findNewest()) ?? (await installNewest());
  const folder = await mkdtemp(join(tmpdir(), 'silian-second-'));
  try {
    return await startServer(found, folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

interface Installed {
  readonly version: number;
  readonly programs: string;
}

async function findNewest(): Promise<Installed | undefined> {
  const names = await readdir(DEBIAN_FOLDER).catch(() => []);
  const versions = names.map(Number).filter((version) => version >= 15);
  if (versions.length === 0) return undefined;
  const version = Math.max(...versions);
  return { version, programs: join(DEBIAN_FOLDER, String(version), 'bin') };
}

async function installNewest(): Promise<Installed> {
  const reason = installDebianPackage('postgresql');
  const found = await findNewest();
  if (found === undefined) throw new Error(reason ?? `no PostgreSQL under ${DEBIAN_FOLDER}`);
  return found;
}

async function startServer({ version, programs }: Installed, folder: string): Promise<SecondPostgres> {
  const owner = findOwner();
  const password = randomBytes(18).toString('base64url');
  const data = join(folder, 'data');
  await createData({ programs, folder, data, owner, password });
  const port = await findFreePort();
  const log = openSync(join(folder, 'log'), 'a');
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...settingsFor(port)], {
    ...owner,
    cwd: folder,
    env: environment(),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (identity === undefined) throw new Error(`PostgreSQL ${version} did not start`);
  const exited = once(child, 'exit');
  async function stop(): Promise<void> {
    child.ref();
    if (child.kill('SIGINT')) await exited;
    forget();
    release();
  }
  function release(): void {
    rmSync(folder, { recursive: true, force: true });
  }
  const forget = endWithProcess({ stop, release, identity: () => identity });
  if (!(await becomesReady(data, child))) {
    const said = await readFile(join(folder, 'log'), 'utf8');
    await stop();
    throw new Error(`PostgreSQL ${version} did not start: ${said}`);
  }
  child.unref();
  return { url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`, version, stop };
}

interface DataTask {
  readonly programs: string;
  readonly folder: string;
  readonly data: string;
  readonly owner: Owner | undefined;
  readonly password: string;
}

async function createData({ programs, folder, data, owner, password }: DataTask): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [folder, passwordFile]) await chown(path, owner.uid, owner.gid);
  const words = [
    '-D',
    data,
    '-U',
    SUPERUSER,
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--no-sync',
  ];
  const run = spawnSync(join(programs, 'initdb'), words, {
    ...owner,
    cwd: folder,
    encoding: 'utf8',
    env: environment(),
  });
  await rm(passwordFile);
  if (run.status !== 0) throw new Error(`initdb: ${run.stderr || run.error}`);
}

/** A throw-away server for tests: durability is the embedded engine's to prove. */
function settingsFor(port: number): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: 200,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function becomesReady(data: string, server: ChildProcess): Promise<boolean> {
  const until = Date.now() + START_LIMIT_MS;
  while (server.exitCode === null && Date.now() < until) {
    const status = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
    if (/^ready/m.test(status)) return true;
    await sleep(20);
  }
  return false;
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((what) =>
    Number(spawnSync('id', [what, 'postgres'], { encoding: 'utf8' }).stdout),
  );
  if (!uid || !gid) throw new Error('the system user postgres is missing');
  return { uid, gid };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
