import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Actor } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import type { Feature } from '../feature.ts';
import { type Place, placeRange } from '../pure/place.ts';
import type { Refusal, Result } from '../pure/result.ts';
import { type Database, type Engine, openDatabase } from './database.ts';
import { applyGrants, ensureRoles } from './grants.ts';
import { allTables, featureFolder, readSchemas, readViews } from './schema-files.ts';
import { readTransact, type Tx, transact } from './transact.ts';
import { createVault } from './vault.ts';

export interface TestDatabase extends Database {
  /** runs work as the actor and unwraps; a refusal is thrown, so that a test sees it */
  act<T>(actor: Actor, work: (tx: Tx) => Promise<Result<T, Refusal>>, act?: string): Promise<T>;
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  readonly clock?: () => Date;
  /** without any schema: for tests of the migrations */
  readonly bare?: boolean;
  /** the schema of these features alone: for rules that other features add to */
  readonly alone?: boolean;
}

const template = 'test_template';

/**
 * Lays out the schema of the whole product once for a run: the databases of test files are copies of it, which takes a
 * quarter of the time.
 */
export async function makeTemplate(features: readonly Feature[]): Promise<void> {
  const server = serverAddress();
  await asOwner(server, async (owner) => {
    await ensureRoles(owner);
    await owner.query(`drop database if exists ${template} with (force)`);
    await owner.query(`create database ${template}`);
  });
  await asOwner(withDatabase(server, template), (owner) => layOut(owner, features));
  process.env.TEST_TEMPLATE_FEATURES = features.map(featureFolder).join(',');
}

/** Whether a copy of the template holds all that these features need: the rest of the product stands beside it. */
function isInTemplate(features: readonly Feature[]): boolean {
  const held = new Set(process.env.TEST_TEMPLATE_FEATURES?.split(','));
  return features.length > 0 && features.every((feature) => held.has(featureFolder(feature)));
}

function serverAddress(): string {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set; run the tests with npm test');
  return server;
}

/**
 * A database of its own for one test file, with the schema of the platform and of the features given. The
 * server is the one the runner started (`TEST_DATABASE_URL`, an owner's address): embedded or Debian's.
 */
export async function testDatabase(
  features: readonly Feature[],
  options: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const server = serverAddress();
  const copies = !options.bare && !options.alone && isInTemplate(features);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = withDatabase(server, name);
  await asOwner(server, async (owner) => {
    await ensureRoles(owner);
    await owner.query(`create database ${name}${copies ? ` template ${template}` : ''}`);
  });
  if (!options.bare && !copies) await asOwner(url, (owner) => layOut(owner, features));
  const engine: Engine = { kind: 'server', url };
  const database = openDatabase({
    engine,
    vault: createVault(new Uint8Array(32).fill(7)),
    tables: allTables(features),
    ...(options.clock ? { clock: options.clock } : {}),
  });
  return {
    ...database,
    connectOwner: () => connect(url),
    async act(actor, work, act = 'test') {
      return unwrap(await transact(database, { actor, act }, work));
    },
    async read(actor, work) {
      return unwrap(
        await readTransact(database, { actor, act: 'test' }, async (tx) => ({ ok: true, value: await work(tx) })),
      );
    },
    async drop() {
      await database.close();
      await asOwner(server, (owner) => owner.query(`drop database ${name} with (force)`).then(() => undefined));
    },
  };
}

async function layOut(owner: pg.Client, features: readonly Feature[]): Promise<void> {
  for (const schema of await readSchemas(features)) await owner.query(schema.sql);
  const views = await readViews(features);
  for (const view of views) await owner.query(view.sql);
  await applyGrants(
    owner,
    allTables(features),
    views.map((view) => view.name),
  );
}

/** An actor at a place, as sign-in would make it. */
export function actorAt(role: Role, place: number, extra: Partial<Actor> = {}): Actor {
  return {
    accountId: randomUUID(),
    positionId: randomUUID(),
    name: role,
    role,
    range: placeRange(place as Place),
    address: '127.0.0.1',
    requestId: randomUUID(),
    ...extra,
  };
}

function unwrap<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function asOwner(url: string, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = await connect(url);
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}
