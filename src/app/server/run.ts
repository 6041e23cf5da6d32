import { join } from 'node:path';
import { type Database, ensureDatabase, openDatabase, probe } from '../../platform/db/database.ts';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { allTables, readViews } from '../../platform/db/schema-files.ts';
import { createVault, loadMasterKey } from '../../platform/db/vault.ts';
import type { Product } from '../compose.ts';
import { type RunOptions, projectRoot } from './options.ts';

/** An opened system: engine, migrated database, keys. Closing it stops what it started. */
export interface System {
  readonly database: Database;
  /** what the migration did; empty when everything was there */
  readonly applied: readonly string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly writable?: () => boolean;
  readonly onLog?: (line: string) => void;
}

const databaseName = 'silian';

/** Starts or finds the database, brings it to this code's schema and proves that ranges are enforced. */
export async function openSystem(product: Product, run: RunOptions, options: OpenOptions = {}): Promise<System> {
  const keyFile = join(run.dataFolder, 'keys', 'master.key');
  const embedded = run.databaseUrl === undefined ? await startEmbedded({ folder: run.dataFolder, onLog: options.onLog }) : undefined;
  try {
    if (embedded) await ensureDatabase(embedded, databaseName);
    const vault = createVault(process.env.SILIAN_KEY ? Buffer.from(process.env.SILIAN_KEY, 'hex') : await loadMasterKey(keyFile));
    const database = openDatabase({
      engine: embedded
        ? { kind: 'embedded', socketFolder: embedded.socketFolder, port: embedded.port, database: databaseName }
        : { kind: 'server', url: run.databaseUrl ?? '' },
      vault,
      tables: allTables(product.features),
      ...(options.writable ? { writable: options.writable } : {}),
    });
    const applied = await migrateNow(product, database);
    await probe(database);
    return {
      database,
      applied,
      async close() {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function migrateNow(product: Product, database: Database): Promise<readonly string[]> {
  const owner = await database.connectOwner();
  try {
    return await migrate(owner, {
      folder: join(projectRoot, 'migrations'),
      tables: allTables(product.features),
      views: await readViews(product.features),
    });
  } finally {
    await owner.end();
  }
}
