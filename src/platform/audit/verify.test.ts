import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record, revise } from '../db/history.ts';
import { actorAt, type TestDatabase, testDatabase } from '../db/testing.ts';
import { readTransact, transact, type Workplace } from '../db/transact.ts';
import { ok } from '../pure/result.ts';
import { erasePerson } from './erase.ts';
import { listHeads, sealTrail } from './seal.ts';
import { type Verification, verifyTrail } from './verify.ts';

const village = 150622100201;
const county = 150622;
const clerk = actorAt('village_clerk', village, { name: '其木格' });

let database: TestDatabase;
/** the same place, with a personal column, so that commitments are written */
let place: Workplace;
let recount: Workplace;
let owner: pg.Client;
let seconds = 0;

beforeAll(async () => {
  // each look at the clock is a minute later
  const clock = () => new Date(Date.UTC(2018, 5, 1) + 60_000 * ++seconds);
  database = await testDatabase([], { clock });
  const tables = new Map(database.tables).set('attachment', { name: 'attachment', kind: 'record', personal: ['name'] });
  place = { ...database, tables };
  recount = { ...database.recount, clock, tables };
  owner = await database.connectOwner();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

function newRow(id: string = randomUUID()) {
  return {
    county,
    id,
    place: village,
    subject_type: 'example',
    subject_id: randomUUID(),
    sha256: Buffer.alloc(32, 1),
    media_type: 'text/plain',
    bytes: 3,
    name: '王明的证件.txt',
  };
}

async function writeOne(reason?: string): Promise<string> {
  const row = newRow();
  const done = await transact(place, { actor: clerk, act: 'example.write', reason }, async (tx) =>
    ok(await record(tx, 'attachment', row)),
  );
  expect(done.ok).toBe(true);
  return row.id;
}

async function writeSealed(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (let at = 0; at < 3; at += 1) await writeOne();
    await sealTrail(recount);
  }
}

type Step = string | (() => Promise<unknown>);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Runs statements as the database's owner, verifies, and puts everything back. */
async function tampered(steps: readonly Step[], head?: string): Promise<Verification> {
  const backup = ['audit_event', 'audit_seal', 'audit_seal_leaf', 'audit_commitment'];
  for (const table of backup) await owner.query(`create table keep_${table} as table ${table}`);
  try {
    for (const step of steps) await (typeof step === 'string' ? owner.query(step) : step());
    return await verifyTrail(recount, { head });
  } finally {
    for (const table of backup) {
      await owner.query(
        `delete from ${table}; insert into ${table} select * from keep_${table}; drop table keep_${table}`,
      );
    }
  }
}

/** The event in the middle of the sealed ones: known by its id, which no tampering of others touches. */
async function middle(): Promise<string> {
  const { rows } = await owner.query<{ event_id: string }>(
    `select event_id from audit_seal_leaf where seal_number = 2 and ordinal = 1`,
  );
  return rows[0]?.event_id ?? '';
}

describe('sealing', () => {
  it('holds every event in one seal and chains the seals', async () => {
    await writeSealed();
    const verified = await verifyTrail(recount);
    expect(verified).toMatchObject({ events: 9, seals: 3, unsealed: 0, problemCount: 0, commitments: 9 });
    const [newest] = await listHeads(recount);
    expect(verified.head).toBe(`${newest?.number}:${newest?.head}`);
    expect(await sealTrail(recount)).toBeUndefined();
  });

  it('gives each event one place when eight sealers run at once', async () => {
    for (let at = 0; at < 5; at += 1) await writeOne();
    const heads = await Promise.all(Array.from({ length: 8 }, () => sealTrail(recount)));
    expect(heads.filter((head) => head !== undefined)).toHaveLength(1);
    expect((await verifyTrail(recount)).problemCount).toBe(0);
  });

  it('seals with SM3 in the same chain', async () => {
    await writeOne();
    expect((await sealTrail(recount, { algorithm: 'sm3' }))?.algorithm).toBe('sm3');
    expect((await verifyTrail(recount)).problemCount).toBe(0);
  });

  it('counts what is not sealed yet and says since when', async () => {
    await writeOne();
    const verified = await verifyTrail(recount);
    expect(verified).toMatchObject({ unsealed: 1, problemCount: 0 });
    expect(Date.parse(verified.unsealedSince ?? '')).toBeGreaterThan(Date.UTC(2018, 5, 1));
    await sealTrail(recount, { sweep: true });
  });
});

describe('what a database owner may try (quality A93)', () => {
  const changes: readonly (readonly [column: string, value: string])[] = [
    ['place', 'place + 1'],
    ['recorded_at', "recorded_at + interval '1 microsecond'"],
    ['account_id', `'${randomUUID()}'`],
    ['position_id', `'${randomUUID()}'`],
    ['actor_name', "actor_name || ' '"],
    ['role', "'city_office'"],
    ['act', "'example.other'"],
    ['record_type', "'household'"],
    ['record_id', `'${randomUUID()}'`],
    ['reason', "'because'"],
    ['address', "'10.0.0.1'"],
    ['request_id', "'another'"],
    ['changes', "replace(changes::text, 'text/plain', 'text/plaim')::json"],
    ['changes', 'replace(changes::text, \'"bytes":3\', \'"bytes":3.0\')::json'],
    ['leaf_hash', "sha256('other')"],
  ];

  it.each(changes)('a changed %s of one event is named: %s', async (column, value) => {
    const id = await middle();
    const found = await tampered([`update audit_event set ${column} = ${value} where id = '${id}'`]);
    expect(found.problems).toContainEqual({ kind: 'event_changed', event: { county, id }, seal: 2 });
  });

  it('a new id or another county is named as a missing event', async () => {
    const id = await middle();
    const moved = await tampered([`update audit_event set county = 150623, place = 150623000000 where id = '${id}'`]);
    expect(moved.problems).toContainEqual({ kind: 'event_missing', event: { county, id }, seal: 2 });
    const renamed = await tampered([`update audit_event set id = '${randomUUID()}' where id = '${id}'`]);
    expect(renamed.problems).toContainEqual({ kind: 'event_missing', event: { county, id }, seal: 2 });
  });

  it('a deleted event is named', async () => {
    const id = await middle();
    const found = await tampered([`delete from audit_event where id = '${id}'`]);
    expect(found.problems).toContainEqual({ kind: 'event_missing', event: { county, id }, seal: 2 });
  });

  it('an event deleted together with its leaf leaves a seal that lacks one', async () => {
    const id = await middle();
    const found = await tampered([
      `delete from audit_event where id = '${id}'; delete from audit_seal_leaf where event_id = '${id}'`,
    ]);
    expect(found.problems).toContainEqual({ kind: 'seal_incomplete', seal: 2, detail: '2 / 3' });
  });

  it('an event made up for another day is named, also when the forger computed its hash', async () => {
    const id = await middle();
    const forged = await tampered([
      `insert into audit_event select county, gen_random_uuid(), place, recorded_at, account_id, position_id, actor_name, role, act,
        record_type, record_id, reason, address, request_id, changes, leaf_hash from audit_event where id = '${id}'`,
    ]);
    expect(forged.problems.map((problem) => problem.kind)).toContain('event_inserted');
  });

  it('events in another order are named', async () => {
    const found = await tampered([`update audit_seal_leaf set ordinal = 2 - ordinal where seal_number = 2`]);
    expect(found.problems.map((problem) => problem.kind)).toContain('event_reordered');
    expect(found.problems.every((problem) => problem.seal === 2)).toBe(true);
  });

  it('an event whose every hash was made to fit betrays its seal', async () => {
    const id = await middle();
    const found = await tampered([
      `update audit_event set leaf_hash = sha256('x') where id = '${id}'`,
      `update audit_seal_leaf set leaf_hash = sha256('x') where event_id = '${id}'`,
    ]);
    expect(found.problems).toContainEqual({ kind: 'event_changed', event: { county, id }, seal: 2 });
  });

  it.each([
    "sealed_at = sealed_at + interval '1 second'",
    'leaf_count = 4',
    "root = sha256('x')",
    "previous = sha256('x')",
    "head = sha256('x')",
  ])('a seal rewritten in one place is named: %s', async (change) => {
    const found = await tampered([`update audit_seal set ${change} where number = 2`]);
    expect(found.problems).toContainEqual(expect.objectContaining({ kind: 'seal_changed', seal: 2 }));
  });

  it('a missing seal is named', async () => {
    const found = await tampered(['delete from audit_seal where number = 2']);
    expect(found.problems).toContainEqual({ kind: 'seal_missing', seal: 2 });
  });

  it('a history rewritten and sealed anew without a flaw is told by a head kept outside, and by that alone', async () => {
    const [newest, , older] = await listHeads(recount);
    const given = `${newest?.number}:${newest?.head}`;
    const forget = `delete from audit_commitment where event_id = '${await middle()}'`;
    const rewrite = [
      forget,
      `delete from audit_event where id = '${await middle()}'`,
      'delete from audit_seal_leaf',
      'delete from audit_seal',
    ];
    const alone = await tampered([...rewrite, () => sealTrail(recount)]);
    expect(alone.problems).toEqual([]);
    const compared = await tampered([...rewrite, () => sealTrail(recount)], given);
    expect(compared.problems).toEqual([{ kind: 'head_not_found', seal: newest?.number, detail: given }]);
    expect((await verifyTrail(recount, { head: older?.head })).problemCount).toBe(0);
  });

  it('a trail cut off at its end is told by the head that was cut off', async () => {
    const [newest] = await listHeads(recount);
    const ofNewest = `(select event_id from audit_seal_leaf where seal_number = ${newest?.number})`;
    const cut = [
      `delete from audit_commitment where event_id in ${ofNewest}`,
      `delete from audit_event where id in ${ofNewest}`,
      `delete from audit_seal_leaf where seal_number = ${newest?.number}`,
      `delete from audit_seal where number = ${newest?.number}`,
    ];
    const found = await tampered(cut, newest?.head);
    expect(found.problems).toEqual([{ kind: 'head_not_found', detail: newest?.head }]);
  });

  it('any one character changed in any text of any sealed event is found and located (fuzzed)', async () => {
    const { rows } = await owner.query<{ id: string; seal: number }>(
      'select event_id as id, seal_number::int as seal from audit_seal_leaf',
    );
    const texts = ['actor_name', 'role', 'act', 'record_type', 'address', 'request_id', 'changes'];
    const cases = fc.record({
      event: fc.nat(),
      column: fc.constantFrom(...texts),
      at: fc.nat(),
      sign: fc.constantFrom('\u3F06', '0', 'z'),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ event, column, at, sign }) => {
        const target = rows[event % rows.length] ?? { id: '', seal: 0 };
        const text = await owner.query<{ text: string }>(
          `select ${column}::text as text from audit_event where id = $1`,
          [target.id],
        );
        const before = text.rows[0]?.text ?? '';
        const place = at % before.length;
        const after = before.slice(0, place) + sign + before.slice(place + 1);
        fc.pre(after !== before && (column !== 'changes' || isJson(after)));
        const found = await tampered([
          () =>
            owner.query(`update audit_event set ${column} = $1${column === 'changes' ? '::json' : ''} where id = $2`, [
              after,
              target.id,
            ]),
        ]);
        expect(found.problems).toContainEqual({
          kind: 'event_changed',
          event: { county, id: target.id },
          seal: target.seal,
        });
      }),
      { seed: 93, numRuns: 40 },
    );
  });

  it('a personal value that was exchanged or taken away is named', async () => {
    const exchanged = await tampered([
      `update audit_commitment set salt = sha256('x') where event_id = '${await middle()}'`,
    ]);
    expect(exchanged.problems).toEqual([
      { kind: 'commitment_changed', event: { county, id: await middle() }, detail: '0.after.name' },
    ]);
    const gone = await tampered([`delete from audit_commitment where event_id = '${await middle()}'`]);
    expect(gone.problems).toEqual([{ kind: 'commitment_missing', event: { county, id: await middle() }, seal: 2 }]);
  });
});

describe('the application role (quality A82)', () => {
  it.each([
    `update audit_event set reason = 'x'`,
    'delete from audit_event',
    'truncate audit_event',
    'delete from audit_seal',
    'update audit_seal_leaf set ordinal = 0',
    'select sealed from audit_commitment',
    'update audit_commitment set sealed = null',
    'alter table audit_event disable row level security',
  ])('may not: %s', async (statement) => {
    const client = await database.pool.connect();
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    client.release();
  });
});

describe('erasing a person (row 113)', () => {
  it('takes the values out of the trail, and the proof still holds', async () => {
    const id = await writeOne();
    const other = await writeOne();
    await transact(place, { actor: clerk, act: 'example.correct' }, async (tx) =>
      ok(await revise(tx, 'attachment', { key: { county, id }, set: { name: '王小明.txt' }, reason: 'x' })),
    );
    await sealTrail(recount);
    const before = await verifyTrail(recount);
    const erased = await transact(
      place,
      { actor: actorAt('city_office', 150600000000), act: 'person.erase', reason: '本人申请' },
      async (tx) => ok(await erasePerson(tx, [{ table: 'attachment', county, id, place: village }])),
    );
    expect(erased).toEqual(ok(3));
    const after = await verifyTrail(recount);
    expect(after.problemCount).toBe(0);
    expect(after.commitments).toBe(before.commitments - 3);
    const kept = await owner.query(
      `select count(*)::int as n from audit_commitment c join audit_event e on e.id = c.event_id where e.record_id = $1`,
      [other],
    );
    expect(kept.rows[0]?.n).toBe(1);
  });
});

describe('text that would break a log (quality A46)', () => {
  it('stays one event with its bytes, and verifies', async () => {
    const reason = 'x\r\n2018-06-01 role=administrator act=granted\u001b[2J\t\\N\\.';
    await writeOne(reason);
    const seen = await readTransact(place, { actor: clerk, act: 'audit.read' }, async (tx) =>
      ok(
        await tx.db
          .selectFrom('auditEvent')
          .select('reason')
          .where('reason', 'is not', null)
          .where('accountId', '=', clerk.accountId)
          .execute(),
      ),
    );
    expect(seen.ok && seen.value).toEqual([{ reason }]);
    await sealTrail(recount);
    expect((await verifyTrail(recount)).problemCount).toBe(0);
  });
});
