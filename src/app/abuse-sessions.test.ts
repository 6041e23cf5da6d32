import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../platform/access/account-store.ts';
import { hashPassword } from '../platform/access/sign-in.ts';
import { type TestDatabase, testDatabase } from '../platform/db/testing.ts';
import { buildServer } from '../platform/http/server.ts';
import { composeProduct } from './compose.ts';
import { createFirstAdministrator } from './server/first-start.ts';
import { mountSessionRoutes } from './server/session-routes.ts';

const password = 'grassland-and-river-7';
const village = 150622100201;

let database: TestDatabase;
let server: FastifyInstance;
let demo: FastifyInstance;

beforeAll(async () => {
  const product = composeProduct();
  database = await testDatabase(product.features);
  const build = (isDemo: boolean) =>
    buildServer({
      place: database,
      acts: product.acts,
      find: product.find,
      handlers: product.handlers,
      requestsPerMinute: 1_000_000,
      mountMore: async (instance, mounting) => mountSessionRoutes(instance, mounting, { demo: isDemo }),
    });
  server = await build(false);
  demo = await build(true);
});
afterAll(async () => {
  await server?.close();
  await demo?.close();
  await database?.drop();
});

async function newAccount(more: { demo?: boolean; password?: string | null } = {}): Promise<string> {
  const login = `clerk-${randomUUID().slice(0, 8)}`;
  const secret = more.password === undefined ? password : more.password;
  await createAccount(database, {
    id: randomUUID(),
    login,
    name: '文书',
    passwordHash: secret === null ? null : await hashPassword(secret),
    mustChangePassword: false,
    demo: more.demo ?? false,
    position: { role: 'village_clerk', place: village },
  });
  return login;
}

interface Browser {
  readonly cookie: string;
  readonly csrf: string;
}

function signIn(login: string, secret = password, headers: Record<string, string> = {}) {
  return server.inject({ method: 'POST', url: '/api/sign-in', payload: { login, password: secret }, headers });
}

async function open(login: string, secret = password): Promise<Browser> {
  const reply = await signIn(login, secret);
  expect(reply.statusCode, reply.body).toBe(200);
  const value = (name: string) => reply.cookies.find((cookie) => cookie.name === name)?.value ?? '';
  return { cookie: `silian_session=${value('silian_session')}`, csrf: value('silian_csrf') };
}

/** Asks from another device at another address, as somebody with a copy of the cookie would. */
async function isAlive({ cookie }: Browser): Promise<boolean> {
  const headers = { cookie, 'user-agent': 'another device' };
  return (await server.inject({ url: '/api/me', headers, remoteAddress: '10.9.8.7' })).statusCode === 200;
}

function post(browser: Browser, url: string, payload: object) {
  return server.inject({
    method: 'POST',
    url: `/api${url}`,
    payload,
    headers: { cookie: browser.cookie, 'x-csrf-token': browser.csrf },
  });
}

describe('a copied cookie', () => {
  it('A34 is worth nothing after its owner signed out', async () => {
    const browser = await open(await newAccount());
    expect(await isAlive(browser)).toBe(true);
    expect((await post(browser, '/sign-out', {})).statusCode).toBe(200);
    expect(await isAlive(browser)).toBe(false);
  });

  it('A34 is worth nothing after its owner set a new password, and the owner stays', async () => {
    const login = await newAccount();
    const [owner, thief] = [await open(login), await open(login)];
    const next = 'another-steppe-wind-9';
    expect((await post(owner, '/password', { current: 'wrong', password: next })).statusCode).toBe(401);
    expect(await isAlive(thief)).toBe(true);
    expect((await post(owner, '/password', { current: password, password: next })).statusCode).toBe(200);
    expect([await isAlive(owner), await isAlive(thief)]).toEqual([true, false]);
    expect((await signIn(login)).statusCode).toBe(401);
    expect(await isAlive(await open(login, next))).toBe(true);
  });

  it('A32 A34 is not taken over: a cookie that the visitor brought along is never the one he gets', async () => {
    const login = await newAccount();
    const planted = 'silian_session=planted-by-somebody';
    const reply = await signIn(login, password, { cookie: planted });
    const given = reply.cookies.find((cookie) => cookie.name === 'silian_session');
    expect(given?.value).not.toContain('planted');
    expect(await isAlive({ cookie: planted, csrf: '' })).toBe(false);
  });

  it('A40 travels in a cookie that no script and no other site gets, and in nothing else', async () => {
    const reply = await signIn(await newAccount());
    const [session, csrf] = ['silian_session', 'silian_csrf'].map((name) =>
      reply.cookies.find((one) => one.name === name),
    );
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(csrf).toMatchObject({ sameSite: 'Strict', path: '/' });
    expect(session?.value.length).toBeGreaterThanOrEqual(43);
    expect(reply.body).toBe('{"ok":true}');
    expect(reply.headers['cache-control']).toBe('no-store');
    for (const value of [session?.value ?? '', csrf?.value ?? '']) expect(reply.body).not.toContain(value);
    // a token in the address is nobody's
    const asked = await server.inject(`/api/me?silian_session=${session?.value}&token=${session?.value}`);
    expect(asked.statusCode).toBe(401);
  });
});

describe('accounts that come with the system', () => {
  it('A39 the first administrator gets a password of this installation alone and must change it first', async () => {
    const credentials = { login: `admin-${randomUUID().slice(0, 6)}`, password: 'made-for-this-system' };
    await createFirstAdministrator(database, credentials);
    const browser = await open(credentials.login, credentials.password);
    const blocked = await server.inject({ url: '/api/accounts', headers: { cookie: browser.cookie } });
    expect(blocked.json().code).toBe('password_change_due');
    for (const guess of ['admin', 'password', '1234567890', credentials.login])
      expect((await signIn(credentials.login, guess)).statusCode).toBe(401);
    const changed = await post(browser, '/password', {
      current: credentials.password,
      password: 'river-of-the-north-3',
    });
    expect(changed.statusCode).toBe(200);
    expect((await server.inject({ url: '/api/accounts', headers: { cookie: browser.cookie } })).statusCode).toBe(200);
  });

  it('A39 demo accounts open with one click in the demo, and in no other way and place', async () => {
    const login = await newAccount({ demo: true, password: null });
    const click = (where: FastifyInstance, who: string) =>
      where.inject({ method: 'POST', url: '/api/demo-sign-in', payload: { login: who } });
    expect((await click(server, login)).statusCode).toBe(401);
    expect((await server.inject('/api/demo-accounts')).json()).toEqual({ demo: false, accounts: [] });
    expect((await click(demo, login)).statusCode).toBe(200);
    expect((await click(demo, await newAccount())).statusCode).toBe(401);
    for (const guess of ['', ' ', 'demo', login, 'null'])
      expect([400, 401]).toContain((await signIn(login, guess)).statusCode);
  });

  it('A39 refuses passwords that everybody tries', async () => {
    const browser = await open(await newAccount());
    for (const weak of ['short', '1234567890', '0000000000', 'password123', 'qwertyuiop']) {
      const reply = await post(browser, '/password', { current: password, password: weak });
      expect(reply.json().code, weak).toMatch(/^password_too_/);
    }
  });
});
