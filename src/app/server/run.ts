import { join } from 'node:path';
import type pg from 'pg';
import { type Database, ensureDatabase, openDatabase, probeRanges } from '../../platform/db/database.ts';
import { type JoinedEngine, joinEngine } from '../../platform/db/embedded-join.ts';
import { migrate, pendingMigrations } from '../../platform/db/migrate.ts';
import { allTables, readViews } from '../../platform/db/schema-files.ts';
import { createVault, loadMasterKey } from '../../platform/db/vault.ts';
import { prepareJobs } from '../../platform/jobs/jobs.ts';
import { StartRefusal } from '../../platform/start-refusal.ts';
import type { Product } from '../compose.ts';
import { queues } from './background.ts';
import { type Clock, machineClock } from './clock.ts';
import { engineOf } from './opening.ts';
import { databaseName, migrationFolder, type RunOptions } from './options.ts';

/** An opened system: engine, migrated database, keys. Closing it stops what it started. */
export interface System {
  readonly clock: Clock;
  readonly database: Database;
  /** what the migration did; empty when everything was there */
  readonly applied: readonly string[];
  /** migrations the database still lacks; only with `keepSchema`, and then nothing has been probed */
  readonly pending: readonly string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly writable?: () => boolean;
  /** the embedded engine that is starting already; else one is started, or joined where a Silian runs on the data folder */
  readonly engine?: Promise<JoinedEngine> | undefined;
  /** leave the schema as it is and say what it lacks */
  readonly keepSchema?: boolean;
  /** found to stand already, see `db/standing.ts`: nothing to migrate or to prove */
  readonly stands?: boolean;
}

/** Starts or finds the database, brings it to this code's schema and proves that ranges are enforced. */
export async function openSystem(product: Product, run: RunOptions, options: OpenOptions = {}): Promise<System> {
  const keyFile = join(run.dataFolder, 'keys', 'master.key');
  const embedded = await (options.engine ?? findEngine(run));
  let opened: Database | undefined;
  const clock = machineClock();
  try {
    if (embedded) await ensureDatabase(embedded, databaseName);
    const vault = createVault(
      process.env.SILIAN_KEY ? Buffer.from(process.env.SILIAN_KEY, 'hex') : await loadMasterKey(keyFile),
    );
    const database = openDatabase({
      engine: engineOf(run, embedded),
      vault,
      tables: allTables(product.features),
      clock: clock.now,
      ...(options.writable ? { writable: options.writable } : {}),
    });
    opened = database;
    const applied = options.keepSchema ? [] : await migrateNow(product, database, options);
    const pending = options.keepSchema
      ? await withOwner(database, (owner) => pendingMigrations(owner, migrationFolder))
      : [];
    if (pending.length === 0 && !options.stands) await probeRanges(database);
    return {
      clock,
      database,
      applied,
      pending,
      async close() {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await opened?.close();
    await embedded?.stop();
    throw error;
  }
}

function findEngine({ databaseUrl, dataFolder }: RunOptions): Promise<JoinedEngine> | undefined {
  return databaseUrl === undefined ? joinEngine({ folder: dataFolder }) : undefined;
}

async function migrateNow(
  { features }: Product,
  database: Database,
  { stands }: OpenOptions,
): Promise<readonly string[]> {
  const plan = { folder: migrationFolder, tables: allTables(features), views: await readViews(features) };
  return withOwner(database, async (owner) => {
    const applied = stands ? [] : await migrate(owner, plan);
    await prepareJobs(owner, queues);
    return applied;
  });
}

async function withOwner<T>(database: Database, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = await database.connectOwner().catch((error: Error) => {
    throw new StartRefusal('database_unreachable', { detail: error.message });
  });
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
