import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../access/actor.ts';
import { platformTables } from '../platform-tables.ts';
import { ok } from '../pure/result.ts';
import { type Database, ensureDatabase, openDatabase } from './database.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { applyGrants, ensureRoles } from './grants.ts';
import { record, recordMany } from './history.ts';
import { readSchemas } from './schema-files.ts';
import { readTransact, transact } from './transact.ts';
import { createVault } from './vault.ts';

const village = 150622100201;
const actor = systemActor({ lo: village, hi: village }, 'request');

let folder: string;
let server: EmbeddedServer;
let database: Database;

/** An engine of its own: a killed backend makes PostgreSQL throw out every other one as well. */
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'silian-kill-')));
  await chmod(folder, 0o755);
  server = await startEmbedded({ folder, temporary: true });
  await ensureDatabase(server, 'silian');
  const { socketFolder, port } = server;
  const vault = createVault(new Uint8Array(32));
  const engine = { kind: 'embedded', socketFolder, port, database: 'silian' } as const;
  database = openDatabase({ engine, vault, tables: platformTables });
  const owner = await database.connectOwner();
  await ensureRoles(owner);
  for (const schema of await readSchemas([])) await owner.query(schema.sql);
  await applyGrants(owner, platformTables, []);
  await owner.end();
});
afterAll(async () => {
  await database?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

function made() {
  const file = { sha256: Buffer.alloc(32, randomUUID()), media_type: 'text/plain', bytes: 1, has_thumbnail: false };
  const base = { county: 150622, id: randomUUID(), place: village, revision: 1, subject_type: 'x', name: 'row' };
  return { ...base, subject_id: randomUUID(), ...file };
}

async function counts(): Promise<{ rows: number; events: number; keys: number }> {
  const result = await readTransact(database, { actor, act: 'test' }, async (tx) => {
    const rows = await tx.db
      .selectFrom('attachment')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    const events = await tx.db
      .selectFrom('auditEvent')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    const keys = await tx.db
      .selectFrom('idempotencyKey')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return ok({ rows: rows.n, events: events.n, keys: keys.n });
  });
  if (!result.ok) throw new Error('reading is always allowed');
  return result.value;
}

/** Kills the backend that is in the middle of a write, as the machine's own out-of-memory killer would. */
async function killBackend(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await sleep(20);
}

const rows = Array.from({ length: 6_000 }, made);
const chunk = 1_500;
const idempotency = { key: randomUUID(), requestHash: Buffer.from('import') };

/** Writes all rows as one act; `strike` is told how many stand, and which backend holds them. */
function write(strike: (written: number, pid: number) => Promise<void>) {
  return transact(database, { actor, act: 'import', idempotency }, async (tx) => {
    const { rows: backend } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db);
    const pid = backend[0]?.pid ?? 0;
    await record(tx, 'attachment', made());
    for (let from = 0; from < rows.length; from += chunk) {
      await strike(from, pid);
      await recordMany(tx, 'attachment', rows.slice(from, from + chunk));
    }
    await strike(rows.length, pid);
    return ok({ written: rows.length });
  });
}

describe('a backend that is killed in the middle of a write', () => {
  it.each([0, chunk, 2 * chunk, rows.length])(
    'A67 R1 after %i rows leaves nothing: no row, no event, no key',
    async (when) => {
      const before = await counts();
      let struck = false;
      const written = write(async (count, pid) => {
        if (count !== when || struck) return;
        struck = true;
        await killBackend(pid);
      });
      await expect(written).rejects.toThrow();
      expect(struck).toBe(true);
      await untilBack();
      expect(await counts()).toEqual(before);
    },
    60_000,
  );

  it('A67 R1 inside a statement leaves nothing either', async () => {
    const before = await counts();
    const asleep = transact(database, { actor, act: 'import' }, async (tx) => {
      const { rows: backend } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db);
      await recordMany(tx, 'attachment', rows);
      setTimeout(() => process.kill(backend[0]?.pid ?? 0, 'SIGKILL'), 100);
      await sql`select pg_sleep(20)`.execute(tx.db);
      return ok(true);
    });
    await expect(asleep).rejects.toThrow();
    await untilBack();
    expect(await counts()).toEqual(before);
  }, 60_000);

  it('A67 R1 and the same request then succeeds, once', async () => {
    const quiet = async () => undefined;
    expect(await write(quiet)).toEqual({ ok: true, value: { written: rows.length } });
    expect(await write(quiet)).toEqual({ ok: true, value: { written: rows.length } });
    expect(await counts()).toEqual({ rows: rows.length + 1, events: 1, keys: 1 });
  });
});

/** PostgreSQL takes a moment to recover from its journal. */
async function untilBack(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    const back = await counts().catch(() => undefined);
    if (back) return;
    await sleep(100);
  }
  throw new Error('the database did not come back');
}
