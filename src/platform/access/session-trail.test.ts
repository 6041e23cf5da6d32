import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyTrail } from '../audit/verify.ts';
import { type TestDatabase, testDatabase } from '../db/testing.ts';
import type { Workplace } from '../db/transact.ts';
import { createAccount } from './account-store.ts';
import { findSession, hashPassword, openSession, signIn, signOut, switchPosition } from './sign-in.ts';

const password = 'camel-grass-37-moon';
let database: TestDatabase;
let passwordHash: string;
let now = Date.UTC(2018, 5, 1, 1);

beforeAll(async () => {
  // each look at the clock is a little later, so that events stand in their order
  const clock = () => {
    now += 5;
    return new Date(now);
  };
  database = await testDatabase([], { clock });
  passwordHash = await hashPassword(password);
});
afterAll(() => database.drop());

async function account(): Promise<{ id: string; login: string; positionId: string }> {
  const [id, positionId] = [randomUUID(), randomUUID()];
  const login = `u${id.slice(0, 12)}`;
  const position = { id: positionId, role: 'village_clerk' as const, place: 150622100201 };
  const common = { passwordHash, mustChangePassword: false, demo: false };
  await createAccount(database, { id, login, name: '其木格', ...common, position });
  return { id, login, positionId };
}

function from(address: string) {
  return { address, device: 'Firefox/130', requestId: 'r' };
}

interface Event {
  readonly act: string;
  readonly place: number;
  readonly account_id: string;
  readonly role: string;
  readonly record_id: string | null;
  readonly address: string;
  readonly changes: readonly { note: Record<string, unknown> }[];
}

async function eventsAt(address: string): Promise<readonly Event[]> {
  const owner = await database.connectOwner();
  const { rows } = await owner.query('select *, place::int as place from audit_event where address = $1 order by id', [
    address,
  ]);
  await owner.end();
  return rows;
}

async function enter(place: Workplace, login: string, address: string) {
  const opened = await signIn(place, { login, password }, from(address));
  if (!opened.ok) throw new Error(opened.refusal.code);
  const session = await findSession(place, opened.value.token, from(address));
  if (!session) throw new Error('no session');
  return session;
}

describe('the trail of accounts', () => {
  it('says who signed in, changed position and signed out, from where and with what, at no place', async () => {
    const { id, login, positionId } = await account();
    const session = await enter(database, login, '10.1.0.1');
    const moved = await switchPosition(database, session, { positionId, visitor: from('10.1.0.1') });
    const next = moved?.ok ? await findSession(database, moved.value.token, from('10.1.0.1')) : undefined;
    if (!next) throw new Error('no position');
    await signOut(database, next);
    await signOut(database, next);
    const events = await eventsAt('10.1.0.1');
    expect(events.map(({ act }) => act)).toEqual(['account.sign_in', 'account.switch_position', 'account.sign_out']);
    for (const event of events)
      expect(event).toMatchObject({ place: 0, account_id: id, record_id: id, role: 'village_clerk' });
    expect(events[0]?.changes[0]?.note).toEqual({ device: 'Firefox/130' });
  });

  it('says when wrong passwords locked an account, and who tried, as far as anybody can know', async () => {
    const { id, login } = await account();
    for (let guess = 0; guess < 7; guess += 1)
      await signIn(database, { login, password: `guess ${guess}` }, from('10.1.0.2'));
    const events = await eventsAt('10.1.0.2');
    expect(events).toMatchObject([
      {
        act: 'account.sign_in_locked',
        role: 'public',
        place: 0,
        record_id: id,
        changes: [{ note: { failures: 5, seconds: 30 } }],
      },
    ]);
  });

  it('says of an unknown account the same without its name: people type passwords into the wrong field', async () => {
    const typed = 'my-secret-password-77';
    for (let guess = 0; guess < 6; guess += 1)
      await signIn(database, { login: typed, password: 'x' }, from('10.1.0.3'));
    const events = await eventsAt('10.1.0.3');
    expect(events).toMatchObject([{ act: 'account.sign_in_locked', record_id: null }]);
    expect(JSON.stringify(events)).not.toContain(typed);
  });

  it('says when an address tried many accounts', async () => {
    for (let guess = 0; guess < 55; guess += 1)
      await signIn(database, { login: `somebody-${guess}`, password: 'Ordos2018' }, from('10.1.0.4'));
    expect((await eventsAt('10.1.0.4')).map(({ act }) => act)).toEqual(['account.address_locked']);
  }, 60_000);

  it('holds neither passwords nor tokens nor anything made of them, and verifies', async () => {
    const { login } = await account();
    const opened = await signIn(database, { login, password }, from('10.1.0.5'));
    if (!opened.ok) throw new Error(opened.refusal.code);
    const text = JSON.stringify(await eventsAt('10.1.0.5'));
    for (const secret of [password, passwordHash, opened.value.token, opened.value.csrfToken])
      expect(text).not.toContain(secret);
    expect((await verifyTrail(database.recount)).problemCount).toBe(0);
  });

  it('lets people in while the disk is nearly full, and says so all the same', async () => {
    const { id } = await account();
    const full = { ...database, writable: () => false };
    expect((await openSession(full, id, from('10.1.0.6'))).ok).toBe(true);
    expect((await eventsAt('10.1.0.6')).map(({ act }) => act)).toEqual(['account.sign_in']);
  });

  it('costs a sign-in a small part of what looking at the password costs', async () => {
    const { id } = await account();
    const began = performance.now();
    await hashPassword('any-password-at-all');
    const hashing = performance.now() - began;
    const times: number[] = [];
    for (let time = 0; time < 10; time += 1) {
      const start = performance.now();
      await openSession(database, id, from('10.1.0.7'));
      times.push(performance.now() - start);
    }
    console.log(`session with event: ${Math.min(...times).toFixed(1)} ms, password: ${hashing.toFixed(1)} ms`);
    expect(Math.min(...times)).toBeLessThan(Math.max(hashing, 20));
  });
});
