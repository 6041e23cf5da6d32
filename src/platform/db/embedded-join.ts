import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartRefusal } from '../start-refusal.ts';
import { type EmbeddedOptions, startEmbedded } from './embedded.ts';
import { PORT, SUPERUSER } from './embedded-cluster.ts';
import { findHolder } from './embedded-lock.ts';
import { readPostmaster } from './embedded-process.ts';

/** An engine to work on, started by this process or by another. */
export interface JoinedEngine {
  readonly socketFolder: string;
  readonly port: number;
  readonly superuser: string;
  /** leaves it, or ends it when this process started it and nobody else works on it any more */
  stop(): Promise<void>;
}

const PATIENCE_MS = 20_000;
const LOOK_MS = 200;

/**
 * Works on the engine of another Silian that runs on this data folder, or starts one when there is none. Waits for
 * one that is just starting or ending. Throws what `startEmbedded` throws; `data_folder_in_use` after 20 seconds.
 */
export async function joinEngine(options: EmbeddedOptions): Promise<JoinedEngine> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const joined = await joinRunning(options.folder);
    if (joined) return joined;
    try {
      return await startShared(options);
    } catch (error) {
      const starting = error instanceof StartRefusal && error.code === 'data_folder_in_use';
      if (!starting || Date.now() > until) throw error;
    }
    await sleep(LOOK_MS);
  }
}

async function startShared(options: EmbeddedOptions): Promise<JoinedEngine> {
  const { socketFolder, port, superuser, stop } = await startEmbedded(options);
  const engine = { socketFolder, port, superuser };
  return {
    ...engine,
    async stop() {
      await waitForGuests(engine).catch(() => undefined);
      await stop();
    },
  };
}

/** Holds one connection for as long as it works there: so the one who started the engine sees that it has a guest. */
async function joinRunning(folder: string): Promise<JoinedEngine | undefined> {
  const engine = await findRunning(folder);
  const presence = engine && (await connect(engine).catch(() => undefined));
  return presence && { ...engine, stop: () => presence.end() };
}

/** Not an engine that was left behind by a Silian that died: the next start stops that one. */
async function findRunning(folder: string): Promise<Omit<JoinedEngine, 'stop'> | undefined> {
  const home = await realpath(join(resolve(folder), 'database')).catch(() => undefined);
  if (home === undefined || findHolder(home) === undefined) return undefined;
  const postmaster = readPostmaster(join(home, 'cluster'));
  if (!postmaster?.ready) return undefined;
  return { socketFolder: postmaster.socketFolder, port: PORT, superuser: SUPERUSER };
}

/** Stopping the engine must cut no other command short. */
async function waitForGuests(engine: Omit<JoinedEngine, 'stop'>): Promise<void> {
  const client = await connect(engine);
  try {
    for (;;) {
      const { rows } = await client.query(
        `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
      );
      if (rows.length === 0) return;
      await sleep(LOOK_MS);
    }
  } finally {
    await client.end();
  }
}

async function connect({ socketFolder, port, superuser }: Omit<JoinedEngine, 'stop'>): Promise<pg.Client> {
  const client = new pg.Client({ host: socketFolder, port, user: superuser, database: 'postgres' });
  // an engine that ends takes the connection with it; whoever uses it next notices
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
