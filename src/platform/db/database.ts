import pg from 'pg';
import type { TableSpec } from '../feature.ts';
import { StartRefusal } from '../start-refusal.ts';
import { gatheringSocket } from './gathering-socket.ts';
import { databaseRoles } from './grants.ts';
import { typeParsers } from './rows.ts';
import type { Workplace } from './transact.ts';
import type { Vault } from './vault.ts';

/** Where a PostgreSQL listens: a private socket of the embedded engine, or a server's address. */
export type Engine =
  | { readonly kind: 'embedded'; readonly socketFolder: string; readonly port: number; readonly database: string }
  | { readonly kind: 'server'; readonly url: string };

/** What engines differ in; features never ask which one runs. */
export interface EngineProfile {
  readonly kind: Engine['kind'];
  /** sign in as each role (the socket vouches), or switch to it after signing in as the owner */
  readonly loginAsRole: boolean;
  readonly poolSize: number;
}

const profiles: Readonly<Record<Engine['kind'], EngineProfile>> = {
  embedded: { kind: 'embedded', loginAsRole: true, poolSize: 12 },
  server: { kind: 'server', loginAsRole: false, poolSize: 12 },
};

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

export const ownerRole = 'silian_owner';
const statementTimeout = 60_000;
const minimumVersion = 150_000;

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
      const client = new pg.Client(address(engine, ownerRole, false));
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
    ...address(engine, role, !profiles[engine.kind].loginAsRole),
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

function address(engine: Engine, role: string, switchRole: boolean): pg.ClientConfig {
  if (engine.kind === 'server') {
    return { connectionString: engine.url, ...(switchRole ? { options: `-c role=${role}` } : {}) };
  }
  return { host: engine.socketFolder, port: engine.port, database: engine.database, user: role };
}

/**
 * Start-up refuses to serve when the server is too old, or when a probe under an empty range sees a record
 * (DESIGN §5): then row-level security is not in force for this role.
 */
export async function probe(database: Database): Promise<void> {
  const client = await database.pool.connect().catch((error: Error) => {
    throw new StartRefusal('database_unreachable', { detail: error.message });
  });
  try {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < minimumVersion) throw new StartRefusal('database_too_old', { version: Math.floor(version / 10_000) });
    const records = [...database.tables.values()].filter(({ kind }) => kind === 'record');
    const looks = records.map(({ name }) => `select '${name}' as name where exists (select from ${name})`);
    if (looks.length === 0) return;
    const seen = await client.query<{ name: string }>(looks.join(' union all '));
    const [open] = seen.rows;
    if (open) throw new StartRefusal('range_not_enforced', { table: open.name });
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
