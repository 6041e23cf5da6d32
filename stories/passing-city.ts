import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { demoBegins } from '../src/app/server/clock.ts';
import { type City, findFreePort, makeStoryFolder, ownEnvironment, startServer } from './city.ts';

const run = promisify(execFile);

/** A small demo city of a story’s own, in which days, months and years pass. */
export interface PassingCity {
  readonly address: string;
  /** It is nine in the morning of a later day; everybody has to sign in anew. */
  moveTo(day: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Serves one banner of the demo city from its usual first day. It lives on the embedded database, or on the
 * empty one that `SILIAN_STORY_DATABASE` names by its URL.
 */
export async function startPassingCity(): Promise<PassingCity> {
  const folder = await makeStoryFolder();
  const dataFolder = join(folder, 'data');
  const url = process.env.SILIAN_STORY_DATABASE;
  const env: NodeJS.ProcessEnv = url ? { DATABASE_URL: url } : {};
  const port = await findFreePort();
  if (url) await makeSmallCity(dataFolder, env);
  else await copySmallCity(dataFolder);
  await setTime(dataFolder, demoBegins);
  const start = () => startServer({ dataFolder, port, env });
  let city: City = await start();
  return {
    address: city.address,
    async moveTo(day) {
      await city.stop();
      await setTime(dataFolder, `${day}T09:00:00+08:00`);
      city = await start();
    },
    async stop() {
      await city.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeSmallCity(dataFolder: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  await run(process.execPath, ['stories/small-city.ts', '--data', dataFolder], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...ownEnvironment(), ...env },
  });
}

/** Every story that asks gets the same city: the first one makes it, and the others begin with a copy. */
async function copySmallCity(dataFolder: string): Promise<void> {
  const made = join(inject('folder'), 'small-city');
  if (!existsSync(made)) await makeSmallCity(made);
  await mkdir(dataFolder);
  // files of the database belong to somebody else, and stay his
  await run('cp', ['-a', `${made}/.`, dataFolder]);
}

async function setTime(dataFolder: string, demo: string): Promise<void> {
  const time = { demo, machine: new Date().toISOString() };
  await writeFile(join(dataFolder, 'demo-clock.json'), `${JSON.stringify(time)}\n`);
}
