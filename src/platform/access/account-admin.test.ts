import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../http/testing.ts';
import { platformFeature } from '../platform-feature.ts';
import { accountRoutes } from './account-routes.ts';
import type { Role } from './roles.ts';
import { openSession, signIn } from './sign-in.ts';

const banner = 150622000000;
const village = 150622100201;
const elsewhere = 150623100201;
const visitor = { address: '10.1.1.1', device: 'desk', requestId: 'r' };

let database: TestDatabase;
let app: TestServer;
let admin: TestClient;
let office: TestClient;

beforeAll(async () => {
  database = await testDatabase([]);
  app = await testServer(database, {
    features: [platformFeature],
    handlers: accountRoutes(async () => new Map([[150622100201, '大口村']])),
  });
  admin = await app.signIn('administrator', {});
  office = await app.signIn('banner_office', { place: banner });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

function position(role: Role, place?: number, more: Record<string, unknown> = {}) {
  return { id: randomUUID(), role, startsOn: '2018-01-01', ...(place === undefined ? {} : { place }), ...more };
}

async function newAccount(first = position('village_clerk', village), login = `u${randomUUID().slice(0, 12)}`) {
  const id = randomUUID();
  const reply = await admin.send('POST', '/accounts', { id, login, name: '其木格', position: first });
  return { id, login, reply, password: String(reply.body.oneTimePassword), positionId: first.id };
}

async function dump(): Promise<string> {
  const owner = await database.connectOwner();
  const tables = await owner.query<{
    name: string;
  }>(`select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and relkind = 'r'`);
  const texts: string[] = [];
  for (const { name } of tables.rows) texts.push(JSON.stringify((await owner.query(`select * from ${name}`)).rows));
  await owner.end();
  return texts.join('\n');
}

describe('a new account', () => {
  it('signs in once with a password that is kept nowhere, and must set its own', async () => {
    const made = await newAccount();
    expect(made.reply.status).toBe(200);
    expect(made.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(await dump()).not.toContain(made.password);
    const opened = await signIn(database, { login: made.login, password: made.password }, visitor);
    expect(opened.ok).toBe(true);
    const reply = await app.server.inject({
      url: '/api/accounts',
      headers: { cookie: `silian_session=${opened.ok ? opened.value.token : ''}` },
    });
    expect(reply.json().code).toBe('password_change_due');
  });

  it('takes from the request only what the contract names (quality A12)', async () => {
    const id = randomUUID();
    const reply = await admin.send('POST', '/accounts', {
      id,
      login: `m${id.slice(0, 12)}`,
      name: '甲',
      demo: true,
      passwordHash: 'x',
      mustChangePassword: false,
      disabledAt: null,
      recordedBy: id,
      position: { ...position('village_clerk', village), recordedBy: id, accountId: admin.accountId },
    });
    expect(reply.status).toBe(200);
    const view = await admin.get(`/accounts/${id}`);
    expect(view.body).toMatchObject({
      demo: false,
      mustChangePassword: true,
      positions: [{ role: 'village_clerk', place: village }],
    });
  });

  it('refuses a login that is taken, at its field', async () => {
    const made = await newAccount();
    const { reply } = await newAccount(position('village_clerk', village), made.login);
    expect(reply.body).toMatchObject({ code: 'login_taken', errors: [{ field: 'login' }] });
  });
});

describe('granting positions', () => {
  it('is within the banner’s roles and places only (quality A13)', async () => {
    const { id } = await newAccount();
    const grant = (wanted: object) =>
      office.send('POST', `/accounts/${id}/positions`, { position: wanted, reason: '轮换' });
    expect((await grant(position('first_secretary', village))).status).toBe(200);
    expect((await grant(position('first_secretary', elsewhere))).body.code).toBe('position_outside_range');
    for (const role of ['banner_office', 'city_office', 'administrator', 'auditor', 'finance'] as const) {
      expect((await grant(position(role, banner))).body.code).toBe('position_role_not_yours');
    }
    expect((await grant(position('village_clerk', banner))).body.code).toBe('position_place_level');
    expect((await grant(position('bank', village))).body.code).toBe('position_role_not_yours');
  });

  it('is never to oneself, not for an administrator either', async () => {
    for (const client of [admin, office]) {
      const reply = await client.send('POST', `/accounts/${client.accountId}/positions`, {
        position: position('village_clerk', village),
        reason: 'x',
      });
      expect(reply.body.code).toBe('position_self');
    }
  });

  it('is not open to other roles', async () => {
    const { id } = await newAccount();
    for (const role of ['village_clerk', 'city_office', 'auditor'] as const) {
      const client = await app.signIn(role, { place: role === 'village_clerk' ? village : 150600000000 });
      const reply = await client.send('POST', `/accounts/${id}/positions`, {
        position: position('village_clerk', village),
        reason: 'x',
      });
      expect(reply.status).toBe(403);
      expect((await client.get('/accounts')).status).toBe(403);
    }
  });

  it.each([
    ['auditor', 'administrator'],
    ['administrator', 'auditor'],
    ['village_clerk', 'administrator'],
    ['auditor', 'village_clerk'],
  ] as const)('does not let a %s become %s as well (quality A15)', async (first, second) => {
    const at = (role: Role) =>
      position(role, role === 'auditor' ? 150600000000 : role === 'village_clerk' ? village : undefined);
    const { id } = await newAccount(at(first));
    const reply = await admin.send('POST', `/accounts/${id}/positions`, { position: at(second), reason: 'x' });
    expect(reply.body.code).toBe('position_incompatible');
  });

  it('holds when both are granted in the same moment', async () => {
    const { id } = await newAccount(position('village_clerk', village, { endsOn: '2018-02-01' }));
    const wanted = Array.from({ length: 8 }, (_, at) =>
      position(at % 2 === 0 ? 'administrator' : 'auditor', at % 2 === 0 ? undefined : 150600000000, {
        startsOn: '2018-03-01',
      }),
    );
    await Promise.all(
      wanted.map((one) => admin.send('POST', `/accounts/${id}/positions`, { position: one, reason: 'x' })),
    );
    const view = await admin.get(`/accounts/${id}`);
    const roles = (view.body.positions as { role: string; inForce: boolean }[])
      .filter((held) => held.inForce)
      .map((held) => held.role);
    expect(new Set(roles).size).toBe(1);
  });

  it('shows a banner the accounts of its range, and a newcomer by his full login', async () => {
    const here = await newAccount();
    const there = await newAccount(position('village_clerk', elsewhere));
    const listed = (await office.get(`/accounts?limit=200`)).body.rows as { id: string }[];
    expect(listed.map((row) => row.id)).toContain(here.id);
    expect(listed.map((row) => row.id)).not.toContain(there.id);
    expect((await office.get(`/accounts/${there.id}`)).status).toBe(404);
    expect((await office.get(`/accounts?q=${there.login.slice(0, 8)}`)).body.total).toBe(0);
    const found = (await office.get(`/accounts?q=${there.login}`)).body.rows as { positions: unknown[] }[];
    expect(found).toMatchObject([{ id: there.id, positions: [] }]);
    const ended = await office.send('POST', `/accounts/${there.id}/positions/${there.positionId}/end`, { reason: 'x' });
    expect(ended.status).toBe(404);
  });
});

describe('access ends with the next request (quality A14, A34)', () => {
  it.each(['end', 'disable', 'password', 'sign-out'])('after %s', async (how) => {
    const clerk = await app.signIn('village_clerk', { place: village });
    expect((await clerk.get('/sessions')).status).toBe(200);
    const began = performance.now();
    const path = how === 'end' ? `positions/${clerk.positionId}/end` : how;
    const done = await admin.send('POST', `/accounts/${clerk.accountId}/${path}`, { reason: '工作调动' });
    expect(done.status).toBe(200);
    expect((await clerk.get('/sessions')).status).toBe(401);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('a position granted today can be ended today, once', async () => {
    const { id } = await newAccount();
    const today = new Date().toISOString().slice(0, 10);
    const wanted = position('township_clerk', 150622100000, { startsOn: today });
    await office.send('POST', `/accounts/${id}/positions`, { position: wanted, reason: 'x' });
    const end = () => office.send('POST', `/accounts/${id}/positions/${wanted.id}/end`, { reason: 'x' });
    expect((await end()).status).toBe(200);
    expect((await end()).body.code).toBe('position_ended');
    const view = await admin.get(`/accounts/${id}`);
    expect(
      (view.body.positions as { id: string; inForce: boolean }[]).find((held) => held.id === wanted.id)?.inForce,
    ).toBe(false);
  });

  it('an opened account does not bring old sessions back', async () => {
    const clerk = await app.signIn('village_clerk', { place: village });
    await admin.send('POST', `/accounts/${clerk.accountId}/disable`, { reason: 'x' });
    await admin.send('POST', `/accounts/${clerk.accountId}/enable`, { reason: 'x' });
    expect((await clerk.get('/sessions')).status).toBe(401);
  });

  it('of two resets the later password counts, and no one-time password outlives the next (quality A37)', async () => {
    const made = await newAccount();
    const [first, second] = [
      await admin.send('POST', `/accounts/${made.id}/password`, { reason: 'x' }),
      await admin.send('POST', `/accounts/${made.id}/password`, { reason: 'x' }),
    ].map((reply) => String(reply.body.oneTimePassword));
    expect(first).not.toBe(second);
    const tries = [];
    for (const password of [made.password, first, second]) {
      tries.push((await signIn(database, { login: made.login, password: password ?? '' }, visitor)).ok);
    }
    expect(tries).toEqual([false, false, true]);
    expect(await dump()).not.toContain(second);
  });

  it('an administrator does none of this to himself', async () => {
    for (const path of ['disable', 'password']) {
      const reply = await admin.send('POST', `/accounts/${admin.accountId}/${path}`, { reason: 'x' });
      expect(reply.body.code).toBe('account_self');
    }
  });
});

describe('one’s own sessions', () => {
  it('are listed and ended by their owner alone', async () => {
    const clerk = await app.signIn('village_clerk', { place: village });
    const other = await openSession(database, clerk.accountId, { ...visitor, device: 'phone' });
    const sessions = (await clerk.get('/sessions')).body.sessions as { id: string; device: string; current: boolean }[];
    expect(sessions.map((session) => [session.device, session.current]).sort()).toEqual([
      ['phone', false],
      ['test', true],
    ]);
    const phone = sessions.find((session) => session.device === 'phone');
    expect((await office.send('POST', `/sessions/${phone?.id}/end`)).status).toBe(404);
    expect((await clerk.send('POST', `/sessions/${phone?.id}/end`)).status).toBe(200);
    const reply = await app.server.inject({
      url: '/api/sessions',
      headers: { cookie: `silian_session=${other.ok ? other.value.token : ''}` },
    });
    expect(reply.statusCode).toBe(401);
  });

  it('can be ended by a household too, and the act stands in the trail', async () => {
    const household = await app.signIn('household', { household: { county: 150622, id: randomUUID() } });
    await openSession(database, household.accountId, { ...visitor, device: 'lost phone' });
    const sessions = (await household.get('/sessions')).body.sessions as { id: string; current: boolean }[];
    expect(sessions).toHaveLength(2);
    const lost = sessions.find((session) => !session.current);
    expect((await household.send('POST', `/sessions/${lost?.id}/end`)).status).toBe(200);
    expect((await household.get('/sessions')).body.sessions).toHaveLength(1);
  });

  it('one account used from two addresses within minutes is listed for the administrator (quality A38)', async () => {
    const clerk = await app.signIn('village_clerk', { place: village });
    expect(JSON.stringify((await admin.get('/accounts/shared')).body)).not.toContain(clerk.accountId);
    await openSession(database, clerk.accountId, { ...visitor, address: '172.16.9.9' });
    const listed = (await admin.get('/accounts/shared')).body.rows as object[];
    expect(listed).toContainEqual(
      expect.objectContaining({
        accountId: clerk.accountId,
        first: expect.objectContaining({ address: '172.16.9.9' }),
      }),
    );
  });
});

describe('the trail of accounts', () => {
  it('tells who gave what to whom and why, at the place of the position', async () => {
    const { id } = await newAccount();
    const wanted = position('first_secretary', village);
    await office.send('POST', `/accounts/${id}/positions`, { position: wanted, reason: '第三批驻村' });
    const owner = await database.connectOwner();
    const { rows } = await owner.query(
      `select place::bigint, act, reason, account_id from audit_event where record_id = $1`,
      [wanted.id],
    );
    await owner.end();
    expect(rows).toEqual([
      { place: String(village), act: 'account.grant', reason: '第三批驻村', account_id: office.accountId },
    ]);
  });
});
