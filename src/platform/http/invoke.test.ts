import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Actor, systemActor } from '../access/actor.ts';
import { openSession } from '../access/sign-in.ts';
import { noteAct, record } from '../db/history.ts';
import { actorAt, type TestDatabase, testDatabase } from '../db/testing.ts';
import { defineFeature } from '../feature.ts';
import { ok, refuse } from '../pure/result.ts';
import { defineRoute } from './contract.ts';
import { type Handler, handle } from './handle.ts';
import { invoke, type RouteHost } from './invoke.ts';
import { type TestClient, type TestServer, testServer } from './testing.ts';

const village = 150622100201;
const neighbour = 150622100202;
const county = 150622;

const feature = defineFeature({
  name: 'probe',
  tier: 'registers',
  clauses: [],
  tables: [],
  acts: {
    'probe.read': { roles: ['village_clerk', 'auditor'], writes: false },
    'probe.write': { roles: ['village_clerk'], writes: true },
  },
  facts: [],
  pages: [],
  words: { 'refusal.probe_closed': ['已关闭', 'Closed'] },
});

const shape = { act: 'probe.write', summary: 'writes a row', reply: z.looseObject({}) } as const;
const writeOne = defineRoute({
  ...shape,
  method: 'POST',
  path: '/probe',
  body: z.object({ name: z.string().min(1), amountFen: z.string().optional(), reason: z.string().optional() }),
});
const change = defineRoute({ ...shape, method: 'PUT', path: '/probe', body: z.object({}) });
const remove = defineRoute({ ...shape, method: 'DELETE', path: '/probe', body: z.object({}) });
const refused = defineRoute({ ...shape, method: 'POST', path: '/probe/refused', body: z.object({}) });
const secret = defineRoute({ ...shape, method: 'POST', path: '/probe/secret', body: z.object({}), secret: true });
const readOne = defineRoute({ ...shape, method: 'GET', path: '/probe', act: 'probe.read' });
const writeInRead = defineRoute({ ...shape, method: 'GET', path: '/probe/sly', act: 'probe.read' });

async function write(tx: Parameters<Handler['run']>[0]['tx'], name: string) {
  const place = tx.actor.range?.lo ?? 0;
  const sha256 = Buffer.alloc(32, name);
  const file = { subject_type: name, subject_id: randomUUID(), sha256, media_type: 'text/plain', bytes: 1, name };
  const id = randomUUID();
  await record(tx, 'attachment', { county, place, id, has_thumbnail: false, ...file });
  return id;
}

const handlers: readonly Handler[] = [
  handle(writeOne, async ({ tx, body }) => {
    const id = await write(tx, body.name);
    return ok({ id, at: new Date(0), amountFen: BigInt(body.amountFen ?? 5) });
  }),
  handle(change, async ({ tx }) => ok({ id: await write(tx, 'put') })),
  handle(remove, async ({ tx }) => ok({ id: await write(tx, 'delete') })),
  handle(refused, async ({ tx }) => {
    await write(tx, 'refused');
    return refuse({ code: 'probe_closed', field: 'name' });
  }),
  handle(secret, async ({ tx }) => {
    await write(tx, 'secret');
    return ok({ password: randomUUID() });
  }),
  handle(readOne, async ({ tx }) => {
    const { rows } = await sql<{ place: number }>`select distinct place from attachment`.execute(tx.db);
    return ok({ places: rows.map((row) => row.place) });
  }),
  handle(writeInRead, async ({ tx }) => ok({ id: await write(tx, 'sly') })),
];

let database: TestDatabase;
let app: TestServer;
let clerk: TestClient;
let colleague: TestClient;

beforeAll(async () => {
  database = await testDatabase([]);
  app = await testServer(database, { features: [feature], handlers });
  clerk = await app.signIn('village_clerk', { place: village });
  colleague = await app.signIn('village_clerk', { place: neighbour });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

function countOf(name: string): Promise<number> {
  return database.read(actorAt('city_office', 150600000000), async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from attachment where name = ${name}`.execute(
      tx.db,
    );
    return rows[0]?.n ?? 0;
  });
}

describe('a repeated request', () => {
  it('answers as the first time and writes once, also when sixteen arrive at once', async () => {
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 16 }, () => clerk.send('POST', '/probe', { name: 'sixteen' }, key)),
    );
    const [first] = replies;
    expect(first?.status).toBe(200);
    for (const { status, body } of replies) expect([status, body]).toEqual([200, first?.body]);
    expect((await clerk.send('POST', '/probe', { name: 'sixteen' }, key)).body).toEqual(first?.body);
    expect(await countOf('sixteen')).toBe(1);
  });

  it('keeps an amount beyond 2^53 to the last fen', async () => {
    const key = randomUUID();
    const body = { name: 'amount', amountFen: '9007199254740993' };
    const first = await clerk.send('POST', '/probe', body, key);
    expect(first.body.amountFen).toBe('9007199254740993');
    expect((await clerk.send('POST', '/probe', body, key)).body).toEqual(first.body);
  });

  it('is refused when the key comes with another body or another route', async () => {
    const key = randomUUID();
    await clerk.send('POST', '/probe', { name: 'first' }, key);
    for (const other of [
      await clerk.send('POST', '/probe', { name: 'other' }, key),
      await clerk.send('PUT', '/probe', {}, key),
    ]) {
      expect(other.status).toBe(409);
      expect(other.body.code).toBe('idempotency_mismatch');
    }
    expect([await countOf('other'), await countOf('put')]).toEqual([0, 0]);
  });

  it('belongs to its account: the same key of somebody else is another request', async () => {
    const key = randomUUID();
    const own = await clerk.send('POST', '/probe', { name: 'mine' }, key);
    const others = await colleague.send('POST', '/probe', { name: 'mine' }, key);
    expect(others.status).toBe(200);
    expect(others.body.id).not.toBe(own.body.id);
    expect((await colleague.send('POST', '/probe', { name: 'theirs' }, key)).status).toBe(409);
  });

  it('may come again after a refusal, which left nothing behind', async () => {
    const key = randomUUID();
    const first = await clerk.send('POST', '/probe/refused', {}, key);
    expect(first.body).toMatchObject({ code: 'probe_closed', status: 422, title: '已关闭' });
    expect(await countOf('refused')).toBe(0);
    expect((await clerk.send('POST', '/probe', { name: 'after' }, key)).status).toBe(200);
  });

  it('never keeps an answer that shows a secret', async () => {
    const key = randomUUID();
    const [first, second] = [
      await clerk.send('POST', '/probe/secret', {}, key),
      await clerk.send('POST', '/probe/secret', {}, key),
    ];
    expect(first.body.password).not.toBe(second.body.password);
    const owner = await database.connectOwner();
    const { rows } = await owner.query('select reply::text from idempotency_key');
    await owner.end();
    expect(JSON.stringify(rows)).not.toContain(String(first.body.password));
  });

  it('needs a key of a sensible length', async () => {
    for (const key of ['short', 'x'.repeat(101)]) {
      const reply = await clerk.send('POST', '/probe', { name: 'keyless' }, key);
      expect([reply.status, reply.body.code]).toEqual([400, 'idempotency_key_missing']);
    }
    expect(await countOf('keyless')).toBe(0);
  });
});

describe('a write from another site', () => {
  it('A33 is refused without the token of this very session, whatever the kind of its body', async () => {
    const before = await countOf('forged');
    const types = [
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ];
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      for (const type of types) {
        for (const token of [undefined, '', 'guess', 'undefined']) {
          const answer = await app.server.inject({
            method,
            url: '/api/probe',
            headers: {
              cookie: clerk.cookie,
              'idempotency-key': randomUUID(),
              'content-type': type,
              origin: 'https://evil.example',
              ...(token === undefined ? {} : { 'x-csrf-token': token }),
            },
            payload: '{"name":"forged"}',
          });
          expect(answer.json(), `${method} ${type}`).toMatchObject(
            // a body that no parser takes is refused before anybody asks who sent it
            answer.statusCode === 400 ? { code: 'invalid_input' } : { code: 'csrf', status: 403 },
          );
        }
      }
    }
    expect(await countOf('forged')).toBe(before);
  });

  it('A33 is refused with the token of another session of the same kind', async () => {
    const stranger = await app.signIn('village_clerk', { place: village });
    const other = await openSession(database, stranger.accountId, { address: '', device: '', requestId: '' });
    if (!other.ok) throw new Error('no second session');
    const token = other.value.csrfToken;
    const answer = await app.server.inject({
      method: 'POST',
      url: '/api/probe',
      headers: { cookie: clerk.cookie, 'x-csrf-token': token, 'idempotency-key': randomUUID() },
      payload: { name: 'forged' },
    });
    expect(answer.json().code).toBe('csrf');
  });

  it('A33 never opens its answers to other sites', async () => {
    const answer = await app.server.inject({
      method: 'OPTIONS',
      url: '/api/probe',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    const read = await app.server.inject({
      url: '/api/probe',
      headers: { origin: 'https://evil.example', cookie: clerk.cookie },
    });
    for (const { headers } of [answer, read])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('reading', () => {
  it('cannot write, whatever the handler tries', async () => {
    const reply = await clerk.get('/probe/sly');
    expect([reply.status, reply.body.code]).toEqual([500, 'internal']);
    expect(await countOf('sly')).toBe(0);
  });

  it('A20 leaves an auditor no write at all', async () => {
    const auditor = await app.signIn('auditor', { place: 150600000000 });
    expect((await auditor.get('/probe')).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      const reply = await auditor.send(method, '/probe', { name: 'audited' });
      expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
    }
  });

  it('A25 never carries a range over: 10,000 interleaved requests on a dozen connections', async () => {
    await clerk.send('POST', '/probe', { name: 'here' });
    await colleague.send('POST', '/probe', { name: 'there' });
    const host: RouteHost = { place: database, acts: new Map(Object.entries(feature.acts)) };
    const reader = handlers.find(({ contract }) => contract === readOne);
    if (!reader) throw new Error('no route reads');
    const city = systemActor({ lo: 150_600_000_000, hi: 150_699_999_999 }, 'request');
    const actors: readonly [Actor, readonly number[]][] = [
      [actorAt('village_clerk', village), [village]],
      [actorAt('village_clerk', neighbour), [neighbour]],
      [{ ...city, role: 'village_clerk' }, [village, neighbour]],
      [{ ...actorAt('village_clerk', village), range: { lo: 1, hi: 2 } }, []],
    ];
    const wrong: unknown[] = [];
    const queue = Array.from({ length: 10_000 }, (_, turn) => actors[(turn * 7) % actors.length]).values();
    const run = async () => {
      for (const turn of queue) {
        if (!turn) continue;
        const [actor, expected] = turn;
        const reply = await invoke(host, reader, { actor, language: 'zh' });
        const places = reply.ok ? (reply.value as { places: number[] }).places.toSorted() : reply.refusal;
        if (JSON.stringify(places) !== JSON.stringify(expected)) wrong.push(places);
      }
    };
    await Promise.all(Array.from({ length: 24 }, run));
    expect(wrong).toEqual([]);
  }, 60_000);

  it('A25 leaves a connection without any range when it goes back to the pool', async () => {
    const setting = `select current_setting('silian.lo', true) as lo, current_setting('silian.account', true) as account, current_user as role`;
    for (let turn = 0; turn < 24; turn++) {
      const { rows } = await database.pool.query<{ lo: string | null; account: string | null; role: string }>(setting);
      expect([rows[0]?.lo ?? '', rows[0]?.account ?? '', rows[0]?.role]).toEqual(['', '', 'silian_app']);
    }
  });
});

describe('the trail of a request', () => {
  it('keeps the reason given, and what a note says', async () => {
    await clerk.send('POST', '/probe', { name: 'reasoned', reason: '为什么' });
    const seen = await database.read(actorAt('auditor', 150600000000), (tx) =>
      tx.db.selectFrom('auditEvent').select(['reason', 'act', 'role']).where('reason', '=', '为什么').execute(),
    );
    expect(seen).toEqual([{ reason: '为什么', act: 'probe.write', role: 'village_clerk' }]);
    const actor = actorAt('village_clerk', village);
    await database.act(actor, async (tx) => {
      noteAct(tx, 'attachment', { key: { county, id: randomUUID() }, place: village, note: { printed: true } });
      return ok(true);
    });
    const [noted] = await database.read(actorAt('auditor', 150600000000), (tx) =>
      tx.db.selectFrom('auditEvent').select('changes').where('accountId', '=', actor.accountId).execute(),
    );
    expect(noted?.changes).toMatchObject([{ note: { printed: true } }]);
  });
});
