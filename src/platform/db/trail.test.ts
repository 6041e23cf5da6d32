import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { ok, refuse } from '../pure/result.ts';
import { noteAct, record, recordMany, revise } from './history.ts';
import { actorAt, type TestDatabase, testDatabase } from './testing.ts';
import { type AuditLeaf, leafHash } from './trail.ts';
import { type Tx, transact, type Workplace } from './transact.ts';

const village = 150622100201;
const county = 150622;
const table = 'attachment';
const city = actorAt('city_office', 150600000000);

let database: TestDatabase;
let place: Workplace;

beforeAll(async () => {
  database = await testDatabase([]);
  // the platform's own record table, as a feature with personal columns and days would declare it
  const spec = { name: table, kind: 'record', personal: ['name', 'sha256'], occurredOn: ['media_type'] } as const;
  place = { ...database, tables: new Map(database.tables).set(table, spec) };
});
afterAll(() => database.drop());

function made(name: string, day = '2019-06-03') {
  const file = { sha256: Buffer.alloc(32, name), media_type: day, bytes: 1, has_thumbnail: false };
  return { county, id: randomUUID(), place: village, subject_type: 'x', subject_id: randomUUID(), name, ...file };
}

async function act<T>(
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  more: { reason?: string; silent?: boolean } = {},
): Promise<T> {
  const result = await transact(place, { actor, act: 'probe.write', ...more }, async (tx) => ok(await work(tx)));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

function eventsOf(actor: Actor) {
  return database.read(city, (tx) =>
    tx.db.selectFrom('auditEvent').selectAll().where('accountId', '=', actor.accountId).orderBy('id').execute(),
  );
}

describe('the trail of an act', () => {
  it('is one event: who, in which position, from where, what, why, before and after', async () => {
    const actor = actorAt('village_clerk', village);
    const row = made('甲');
    await act(
      actor,
      async (tx) => {
        await record(tx, table, row);
        await revise(tx, table, { key: { county, id: row.id }, set: { bytes: 2 }, reason: '更正' });
      },
      { reason: '为什么' },
    );
    const [event, ...more] = await eventsOf(actor);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      ...{ county, place: village, positionId: actor.positionId, actorName: actor.name, role: 'village_clerk' },
      ...{ act: 'probe.write', recordType: table, recordId: row.id, reason: '为什么', requestId: actor.requestId },
    });
    expect(event?.changes).toMatchObject([
      { table, id: row.id, after: { bytes: 1 } },
      { table, id: row.id, before: { bytes: 1, revision: 1 }, after: { bytes: 2, revision: 2 } },
    ]);
  });

  it('shows personal values as salted commitments, the same value never alike', async () => {
    const actor = actorAt('village_clerk', village);
    await act(actor, async (tx) => {
      await record(tx, table, made('孛儿只斤'));
      await record(tx, table, { ...made('孛儿只斤'), subject_id: randomUUID() });
    });
    const [event] = await eventsOf(actor);
    const changes = event?.changes as { after: { name: { committed: string }; sha256: { committed: string } } }[];
    expect(JSON.stringify(changes)).not.toContain('孛儿只斤');
    const committed = changes.flatMap(({ after }) => [after.name.committed, after.sha256.committed]);
    expect(new Set(committed).size).toBe(4);
    const owner = await database.connectOwner();
    const { rows } = await owner.query<{ path: string; salt: Buffer; sealed: Buffer }>(
      'select path, salt, sealed from audit_commitment where event_id = $1 order by path',
      [event?.id],
    );
    await owner.end();
    expect(rows.map(({ path }) => path)).toEqual(['0.after.name', '0.after.sha256', '1.after.name', '1.after.sha256']);
    for (const [index, { salt, sealed }] of rows.entries()) {
      const text = database.vault.open(sealed);
      expect(createHash('sha256').update(salt).update(text).digest('hex')).toBe(committed[index]);
    }
    expect(database.vault.open(rows[0]?.sealed ?? Buffer.of())).toBe('"孛儿只斤"');
  });

  it('carries a hash over exactly what the table keeps', async () => {
    const actor = actorAt('village_clerk', village, { name: '引号"与\\斜线', address: '10.0.0.1' });
    await act(actor, async (tx) => record(tx, table, made('乙')));
    const owner = await database.connectOwner();
    const { rows } = await owner.query('select *, changes::text as text from audit_event where account_id = $1', [
      actor.accountId,
    ]);
    await owner.end();
    const [row] = rows;
    const leaf: AuditLeaf = {
      county: row.county,
      id: row.id,
      place: Number(row.place),
      recordedAt: row.recorded_at.toISOString(),
      accountId: row.account_id,
      positionId: row.position_id,
      actorName: row.actor_name,
      role: row.role,
      act: row.act,
      recordType: row.record_type,
      recordId: row.record_id,
      reason: row.reason,
      address: row.address,
      requestId: row.request_id,
      changes: row.text,
    };
    expect(leafHash(leaf)).toEqual(row.leaf_hash);
    for (const change of [
      { place: village + 1 },
      { reason: 'x' },
      { actorName: 'x' },
      { changes: '[]' },
      { county: 1 },
    ])
      expect(leafHash({ ...leaf, ...change })).not.toEqual(row.leaf_hash);
  });

  it('says of many rows how many and which, not what they hold', async () => {
    const actor = actorAt('village_clerk', village);
    const rows = Array.from({ length: 40 }, (_, index) => made(`第${index}人`));
    await act(actor, async (tx) => recordMany(tx, table, rows));
    const [event] = await eventsOf(actor);
    expect(event?.changes).toMatchObject([{ table, place: village, bulk: { rows: 40 } }]);
    expect(JSON.stringify(event?.changes)).not.toMatch(/第\d+人/);
  });

  it('is there for an act that changed no value, and names what was done', async () => {
    const actor = actorAt('auditor', 150600000000);
    const key = { county, id: randomUUID() };
    await act(actor, async (tx) => noteAct(tx, table, { key, place: village, note: { revealed: 'phone' } }));
    expect((await eventsOf(actor)).map(({ changes }) => changes)).toMatchObject([
      [{ id: key.id, note: { revealed: 'phone' } }],
    ]);
  });

  it('is not there when the act was refused, broke, or only computed', async () => {
    const actor = actorAt('village_clerk', village);
    await transact(place, { actor, act: 'probe.write' }, async (tx) => {
      await record(tx, table, made('丙'));
      return refuse({ code: 'conflict' });
    });
    const broken = act(actor, async (tx) => {
      await record(tx, table, made('丁'));
      throw new Error('broke');
    });
    await expect(broken).rejects.toThrow('broke');
    await act(actor, async (tx) => record(tx, table, made('戊')), { silent: true });
    expect(await eventsOf(actor)).toEqual([]);
  });

  it('marks the months stale that a change concerns, from the earliest on', async () => {
    const actor = actorAt('village_clerk', village);
    const row = made('己', '2019-09-30');
    await act(actor, async (tx) => {
      await record(tx, table, row);
      await revise(tx, table, { key: { county, id: row.id }, set: { media_type: '2019-03-01' }, reason: 'x' });
    });
    const stale = await database.read(city, (tx) =>
      tx.db.selectFrom('figureDirty').select(['place', 'fromMonth']).where('fromMonth', '=', '2019-03').execute(),
    );
    expect(stale).toEqual([{ place: village, fromMonth: '2019-03' }]);
  });
});
