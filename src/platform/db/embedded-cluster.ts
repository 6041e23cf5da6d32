import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { StartRefusal } from '../start-refusal.ts';
import { type Binaries, childEnvironment } from './embedded-binaries.ts';
import { errorCode, lastWords, saysDiskFull } from './embedded-errors.ts';
import { giveTo, type Home } from './embedded-home.ts';
import { diskFull } from './embedded-space.ts';

/** Owns the cluster; used to make the roles and databases of Silian, never to serve. */
export const SUPERUSER = 'silian_superuser';
export const PORT = 5432;

const DRAFT_PREFIX = 'cluster.new-';
/** Character classes of Chinese for trigram search come from here, so plain `C` is not enough. */
const CHARACTER_LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8'];

/** Makes the cluster in a draft folder and renames it, so that a start cut short leaves no half of one. */
export async function createCluster(home: Home, binaries: Binaries): Promise<void> {
  const drafts = (await readdir(home.path)).filter((name) => name.startsWith(DRAFT_PREFIX));
  await Promise.all(drafts.map((name) => rm(join(home.path, name), { recursive: true, force: true })));
  let output = '';
  for (const locale of CHARACTER_LOCALES) {
    const draft = join(home.path, `${DRAFT_PREFIX}${randomBytes(6).toString('hex')}`);
    await mkdir(draft, { mode: 0o700 });
    await giveTo(home.owner, draft);
    const run = await runInitdb({ home, binaries, draft, locale });
    if (run.exitCode === 0) {
      await moveIntoPlace(draft, home);
      return;
    }
    output = run.output;
    await rm(draft, { recursive: true, force: true });
    if (!output.includes('invalid locale name')) break;
  }
  if (saysDiskFull(output)) throw await diskFull(home.path);
  throw new StartRefusal('initdb_failed', { folder: home.path, cause: lastWords(output) });
}

async function moveIntoPlace(draft: string, home: Home): Promise<void> {
  try {
    await rename(draft, home.cluster);
  } catch (error) {
    // A folder that stands there without PG_VERSION is somebody's remains: not ours to delete.
    await rm(draft, { recursive: true, force: true });
    throw new StartRefusal('initdb_failed', { folder: home.path, cause: errorCode(error) ?? String(error) });
  }
  await syncFolder(home.path);
}

/**
 * Who may log in: the operating-system user that runs Silian, over the socket, as any role. No password exists that
 * could leak, and no network address is open.
 */
export async function writeAccessRules(home: Home): Promise<void> {
  const user = userInfo().username.replaceAll('"', '""');
  await replaceFile(join(home.path, 'pg_hba.conf'), 'local all all peer map=silian\n');
  await replaceFile(join(home.path, 'pg_ident.conf'), `silian "${user}" all\n`);
}

/** Arguments of `postgres`; they overrule whatever stands in the cluster's own files. */
export function serverArguments(home: Home, socketFolder: string): string[] {
  const settings = {
    listen_addresses: '',
    port: PORT,
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    hba_file: join(home.path, 'pg_hba.conf'),
    ident_file: join(home.path, 'pg_ident.conf'),
    max_connections: 60,
    shared_buffers: '128MB',
    work_mem: '16MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    // One machine, two cores: helpers for storage and replication cost memory and bring nothing.
    io_method: 'sync',
    max_logical_replication_workers: 0,
    // To start helpers for one statement costs the two cores more than the statement; measured at the frozen figures of a month.
    max_parallel_workers_per_gather: 0,
    jit: 'off',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    datestyle: 'ISO, YMD',
    // Statements and the details of errors hold personal data and stay out of the log.
    log_statement: 'none',
    log_min_duration_statement: -1,
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_destination: 'stderr',
    logging_collector: 'off',
  };
  return ['-D', home.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

interface InitdbTask {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly draft: string;
  readonly locale: string;
}

function runInitdb({ home, binaries, draft, locale }: InitdbTask): Promise<{ exitCode: number; output: string }> {
  const options = [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${locale}`,
    '--text-search-config=simple',
    '--data-checksums',
    '--auth-local=peer',
    '--auth-host=reject',
  ];
  return new Promise((resolve) => {
    const child = spawn(binaries.initdb, options, { ...home.owner, cwd: home.path, env: childEnvironment() });
    const endWithUs = () => child.kill('SIGKILL');
    process.once('exit', endWithUs);
    let output = '';
    function collect(chunk: Buffer): void {
      output += chunk.toString();
    }
    function settle(exitCode: number): void {
      process.removeListener('exit', endWithUs);
      resolve({ exitCode, output });
    }
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      output += error.message;
      settle(1);
    });
    child.on('close', (exitCode) => settle(exitCode ?? 1));
  });
}

/** Readable for the database's user, who is another than root, whatever the umask says. */
async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, text, { flag: 'wx' });
  await chmod(draft, 0o644);
  await rename(draft, path);
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
