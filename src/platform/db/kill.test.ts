import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** The backend that is in the middle of the write. */
async function killWriter(): Promise<void> {
  const watcher = await database.connectOwner();
  watcher.on('error', () => undefined);
  try {
    for (;;) {
      const { rows } = await watcher.query<{ pid: number }>(
        `select pid from pg_stat_activity where usename = 'silian_app' and state like 'idle in transaction%' or query like 'insert into "attachment"%' and state = 'active'`,
      );
      const [writer] = rows;
      if (writer) {
        process.kill(writer.pid, 'SIGKILL');
        return;
      }
      await sleep(5);
    }
  } finally {
    await watcher.end().catch(() => undefined);
  }
}

describe('a backend that is killed in the middle of a write', () => {
  it('A67 R1 leaves all or nothing: rows, trail and key, and the same request then succeeds', async () => {
    const idempotency = { key: randomUUID(), requestHash: Buffer.from('import') };
    const rows = Array.from({ length: 20_000 }, made);
    const write = () =>
      transact(database, { actor, act: 'import', idempotency }, async (tx) => {
        await record(tx, 'attachment', made());
        for (let from = 0; from < rows.length; from += 5_000)
          await recordMany(tx, 'attachment', rows.slice(from, from + 5_000));
        await sleep(50);
        return ok({ written: rows.length });
      });
    for (let round = 0; round < 3; round++) {
      const before = await counts();
      const outcome = await Promise.allSettled([write(), killWriter()]);
      await untilBack();
      const after = await counts();
      const [written] = outcome;
      // an interrupted act is tried once more by itself, when it certainly had not committed
      const done = written.status === 'fulfilled' && written.value.ok;
      expect([after.rows - before.rows, after.events - before.events, after.keys - before.keys]).toEqual(
        done ? [rows.length + 1, 1, 1] : [0, 0, 0],
      );
      if (done) return;
    }
    expect(await write()).toEqual({ ok: true, value: { written: rows.length } });
    expect(await write()).toEqual({ ok: true, value: { written: rows.length } });
    expect((await counts()).rows).toBe(rows.length + 1);
  }, 120_000);
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
