import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';
import { makeFastFolder } from '../tools/fast-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** address of the one demo city that all stories of a run share */
    readonly city: string;
    /** for what stories of a run leave to those after them; gone when it ends */
    readonly folder: string;
  }
}

/** One real server with a fresh demo city, as `npm start` makes it, for all stories of the run; or the one named by `SILIAN_CITY`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.SILIAN_CITY;
  const city = given ? undefined : await startCity();
  const folder = await makeStoryFolder();
  project.provide('folder', folder);
  project.provide('city', city?.address ?? given ?? '');
  return async () => {
    await city?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** The user of the database may pass through: else it would be made elsewhere, on the disk, and be left behind. */
export async function makeStoryFolder(): Promise<string> {
  const folder = await makeFastFolder('silian-story-');
  await chmod(folder, 0o711);
  return folder;
}

/** A server process of its own on a temporary data folder. `empty` makes the real, empty system instead of the demo. */
export async function startCity(options: { readonly empty?: boolean } = {}): Promise<City> {
  const folder = await makeStoryFolder();
  const port = await findFreePort();
  const leave = () => rm(folder, { recursive: true, force: true });
  try {
    const flags = options.empty ? ['--empty'] : [];
    const server = await startServer({ dataFolder: join(folder, 'data'), port, flags });
    const stop = async () => {
      await server.stop();
      await leave();
    };
    return { ...server, stop };
  } catch (error) {
    await leave();
    throw error;
  }
}

export interface ServerOptions {
  readonly dataFolder: string;
  readonly port: number;
  readonly flags?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** A server process on a data folder, which stays when the server is stopped. */
export async function startServer({ dataFolder, port, flags = [], env = {} }: ServerOptions): Promise<City> {
  const args = ['src/app/server/main.ts', '--data', dataFolder, '--port', String(port), ...flags];
  const server = spawn(process.execPath, args, {
    cwd: join(import.meta.dirname, '..'),
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  };
  try {
    const said = await greeting(server, address);
    return { address, said, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export interface City {
  readonly address: string;
  /** what the server has printed until it was ready */
  readonly said: string;
  stop(): Promise<void>;
}

/** The server's own lines up to the last one of its greeting; what it complains of when it gives up. */
function greeting(server: ChildProcess, address: string): Promise<string> {
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    const hear = (line: string) => {
      lines.push(line);
      // the address is said in both languages, then how to sign in, in both
      const ready = lines.findIndex((one) => one.includes(address));
      if (ready >= 0 && lines.length >= ready + 4) resolve(lines.join('\n'));
    };
    for (const stream of [server.stdout, server.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', hear);
    }
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${lines.join('\n')}`)));
  });
}

/** The demo is the embedded one, unless a story asks for another, whatever database the other tests are told to use. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, SILIAN_KEY, SILIAN_DEMO_BEGINS, SILIAN_HOST, ...environment } = process.env;
  return environment;
}

export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
