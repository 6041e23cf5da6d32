import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type City, findFreePort, ownEnvironment, startServer } from './city.ts';

const run = promisify(execFile);

/** A small demo city of a story’s own, in which days, months and years pass. */
export interface PassingCity {
  readonly address: string;
  /** It is nine in the morning of a later day; everybody has to sign in anew. */
  moveTo(day: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Makes one banner of the demo city and serves it from its usual first day. It lives on the embedded database, or on the
 * empty one that `SILIAN_STORY_DATABASE` names by its URL.
 */
export async function startPassingCity(): Promise<PassingCity> {
  const folder = await mkdtemp(join(tmpdir(), 'silian-story-'));
  const dataFolder = join(folder, 'data');
  const url = process.env.SILIAN_STORY_DATABASE;
  const env: NodeJS.ProcessEnv = url ? { DATABASE_URL: url } : {};
  const port = await findFreePort();
  await run(process.execPath, ['stories/small-city.ts', '--data', dataFolder], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...ownEnvironment(), ...env },
  });
  const start = () => startServer({ dataFolder, port, env });
  let city: City = await start();
  return {
    address: city.address,
    async moveTo(day) {
      await city.stop();
      const time = { demo: `${day}T09:00:00+08:00`, machine: new Date().toISOString() };
      await writeFile(join(dataFolder, 'demo-clock.json'), `${JSON.stringify(time)}\n`);
      city = await start();
    },
    async stop() {
      await city.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
