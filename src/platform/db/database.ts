import pg from 'pg';
import type { TableSpec } from '../feature.ts';
import { StartRefusal } from '../start-refusal.ts';
import { type Engine, ownerAddress, ownerRole, profiles, roleAddress } from './engine.ts';
import { gatheringSocket } from './gathering-socket.ts';
import { databaseRoles } from './grants.ts';
import { typeParsers } from './rows.ts';
import { probe } from './standing.ts';
import type { Workplace } from './transact.ts';
import type { Vault } from './vault.ts';

export { type Engine, ownerRole } from './engine.ts';

/** Connections by database role, and what every act needs. */
export interface Database extends Workplace {
  readonly engine: Engine;
  /** the same for the recount of figures and the sealing of the trail: sees every place */
  readonly recount: Workplace;
  /** a connection that owns the schema: migrations only */
  connectOwner(): Promise<pg.Client>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly engine: Engine;
  readonly vault: Vault;
  readonly tables: readonly TableSpec[];
  readonly clock?: () => Date;
  readonly writable?: () => boolean;
}

const statementTimeout = 60_000;

export function openDatabase(options: DatabaseOptions): Database {
  const { engine, vault } = options;
  const clock = options.clock ?? (() => new Date());
  const writable = options.writable ?? (() => true);
  const tables = new Map(options.tables.map((table) => [table.name, table]));
  const profile = profiles[engine.kind];
  const pool = makePool(engine, { role: databaseRoles.app, max: profile.poolSize, pipeline: true });
  // the verification of the trail copies, and a copy shares its connection with no other statement
  const recountPool = makePool(engine, { role: databaseRoles.refresher, max: 3, pipeline: false });
  const shared = { vault, tables, clock, writable };
  return {
    engine,
    pool,
    ...shared,
    recount: { pool: recountPool, ...shared },
    async connectOwner() {
      const client = new pg.Client(ownerAddress(engine));
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    async close() {
      await Promise.all([pool.end(), recountPool.end()]);
    },
  };
}

interface PoolOptions {
  readonly role: string;
  readonly max: number;
  /** send statements without waiting for the answers to those before */
  readonly pipeline: boolean;
}

function makePool(engine: Engine, { role, max, pipeline }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...roleAddress(engine, role),
    max,
    pipeline,
    stream: gatheringSocket,
    types: typeParsers,
    application_name: role,
    statement_timeout: statementTimeout,
    connectionTimeoutMillis: 10_000,
  });
  // an idle connection that the server drops is replaced at the next use
  pool.on('error', () => undefined);
  // a connection that breaks in use fails its statement; without a listener it would end the whole process too
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Throws {@link StartRefusal} when the database cannot be reached or must not be served; see {@link probe}. */
export async function probeRanges(database: Database): Promise<void> {
  const client = await database.pool.connect().catch((error: Error) => {
    throw new StartRefusal('database_unreachable', { detail: error.message });
  });
  try {
    await probe(client, database.tables.values());
  } finally {
    client.release();
  }
}

/** Makes the owner and the database on a new embedded engine. */
export async function ensureDatabase(
  server: { readonly socketFolder: string; readonly port: number; readonly superuser: string },
  name: string,
): Promise<void> {
  const client = new pg.Client({
    host: server.socketFolder,
    port: server.port,
    user: server.superuser,
    database: 'postgres',
  });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length > 0) return;
    await client.query(`create role ${ownerRole} login createrole bypassrls`);
    await client.query(`create database ${name} owner ${ownerRole}`);
  } finally {
    await client.end();
  }
}
