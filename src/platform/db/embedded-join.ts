import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PORT, SUPERUSER } from './embedded-cluster.ts';
import { findHolder } from './embedded-lock.ts';
import { readPostmaster } from './embedded-process.ts';

/** How to reach an engine that this process did not necessarily start. */
export interface EngineAddress {
  readonly socketFolder: string;
  readonly port: number;
  readonly superuser: string;
}

const LOOK_MS = 200;

/**
 * The engine of another Silian that runs on this data folder now; undefined when there is none, also when an engine
 * was left behind by a Silian that died (the next start stops that one).
 */
export async function findRunningEngine(dataFolder: string): Promise<EngineAddress | undefined> {
  const home = await realpath(join(resolve(dataFolder), 'database')).catch(() => undefined);
  if (home === undefined || findHolder(home) === undefined) return undefined;
  const postmaster = readPostmaster(join(home, 'cluster'));
  if (!postmaster?.ready) return undefined;
  return { socketFolder: postmaster.socketFolder, port: PORT, superuser: SUPERUSER };
}

/** Waits until nobody else works on the engine, so that stopping it cuts no other command short. */
export async function waitForGuests(engine: EngineAddress): Promise<void> {
  const { socketFolder: host, port, superuser: user } = engine;
  const client = new pg.Client({ host, port, user, database: 'postgres' });
  await client.connect();
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
