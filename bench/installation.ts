import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseName, projectRoot } from '../src/app/server/options.ts';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { findBinaries, POSTGRES_MAJOR } from '../src/platform/db/embedded-binaries.ts';
import { clearSocketFolder, makeSocketFolder, openHome, removeHome } from '../src/platform/db/embedded-home.ts';
import { launchPostmaster, stopPostmaster } from '../src/platform/db/embedded-postmaster.ts';
import { serverFlags } from './child.ts';
import type { CityFiles, Part, Slice } from './city.ts';
import { asOwner, fillPlaces, loadPeople, markCounted, openCity } from './database.ts';
import { time } from './rounds.ts';

/** A running Silian, started as people start it. */
export interface Running {
  readonly pid: number;
  readonly address: string;
  /** from the start of the process until the sign-in page was there */
  readonly ms: number;
  /** the same until the first answer of the program behind it, which was asked for beside the page */
  readonly answerMs: number;
  stop(): Promise<void>;
}

/** A data folder of its own, on which `main.ts` starts. */
export interface Installation {
  /** starts it and waits for the sign-in page; the first call ever makes the database */
  start(): Promise<Running>;
  /** adds the people of the city that are not there yet; not while it runs */
  fill(files: CityFiles, part: Part): Promise<void>;
  /** the floor of a start: the bare PostgreSQL on the same folder, and a Node that does nothing */
  startBare(): Promise<number>;
  remove(): Promise<void>;
}

/** what the sign-in page asks first */
const firstQuestion = '/api/demo-accounts';

export function installAt(folder: string): Installation {
  const held = new Set<Slice>();
  return {
    start: () => startMain(folder),
    startBare: () => startBare(folder),
    async fill(files, part) {
      if (!existsSync(folder)) await (await startMain(folder)).stop();
      const wanted: readonly Slice[] = part === 'whole' ? ['tenth', 'rest'] : ['tenth'];
      const missing = wanted.filter((slice) => !held.has(slice));
      if (missing.length > 0) await fill(folder, files, missing);
      for (const slice of missing) held.add(slice);
    },
    async remove() {
      held.clear();
      if (!existsSync(folder)) return;
      removeHome(await openHome(folder, POSTGRES_MAJOR));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startMain(folder: string): Promise<Running> {
  const startedAt = performance.now();
  const main = join(projectRoot, 'src', 'app', 'server', 'main.ts');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...serverFlags, main, '--empty', '--data', folder, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const endWithUs = () => child.kill('SIGTERM');
  process.once('exit', endWithUs);
  const address = await readAddress(child);
  const since = () => performance.now() - startedAt;
  const answered = fetch(`${address}${firstQuestion}`).then((answer) => expectBody(answer, '"accounts"').then(since));
  answered.catch(() => undefined);
  const ms = await expectBody(await fetch(address), '<div id="root"').then(since);
  return {
    pid: child.pid ?? 0,
    address,
    ms,
    answerMs: await answered,
    async stop() {
      process.removeListener('exit', endWithUs);
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function expectBody(answer: Response, part: string): Promise<void> {
  const text = await answer.text();
  if (!answer.ok || !text.includes(part)) throw new Error(`${answer.url} answered ${answer.status}`);
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said.slice(-500)}`)));
  });
}

async function fill(folder: string, files: CityFiles, slices: readonly Slice[]): Promise<void> {
  const server = await startEmbedded({ folder });
  const database = openCity(server, databaseName);
  try {
    if (slices.includes('tenth')) await fillPlaces(database);
    await asOwner(database, async (owner) => {
      await loadPeople(owner, files, slices);
      await markCounted(owner, database);
    });
  } finally {
    await database.close();
    await server.stop();
  }
}

async function startBare(folder: string): Promise<number> {
  const home = await openHome(folder, POSTGRES_MAJOR);
  const binaries = await findBinaries(home);
  const socketFolder = await makeSocketFolder(home);
  const node = await time(async () => {
    await once(spawn(process.execPath, ['-e', '0']), 'exit');
  });
  const startedAt = performance.now();
  const postmaster = await launchPostmaster({ home, binaries, socketFolder, onLog: () => undefined });
  const ms = performance.now() - startedAt;
  if (typeof postmaster === 'string') throw new Error(postmaster);
  await stopPostmaster(postmaster);
  clearSocketFolder(socketFolder);
  return ms + node;
}
