import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import type { Actor } from '../../platform/access/actor.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { fileRoutes } from '../../platform/files/routes.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { platformFeature } from '../../platform/platform-feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { joinMembers, listMembers, registerCooperative } from '../../registers/cooperatives/public.ts';
import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

export const county = 150622;
export const township = 150622100000;
export const village = township + 201;
export const neighbour = township + 202;
const features = [measure, places, households, assets, cooperatives, feature];
export const city: Actor = actorAt('city_office', 150600000000);

/** A database with the books, and people at their desks in June 2021: 2019 and 2020 are over. */
export interface World {
  readonly database: TestDatabase;
  readonly app: TestServer;
  readonly accountant: TestClient;
  readonly clerk: TestClient;
  readonly town: TestClient;
}

export async function openWorld(): Promise<World> {
  let now = Date.parse('2021-06-03T02:00:00Z');
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  const database = await testDatabase(features, { clock });
  const served = [platformFeature, ...features];
  const app = await testServer(database, { features: served, handlers: [...routes, ...fileRoutes()] });
  return {
    database,
    app,
    accountant: await app.signIn('village_accountant', { place: village }),
    clerk: await app.signIn('village_clerk', { place: village }),
    town: await app.signIn('township_clerk', { place: township }),
  };
}

export async function closeWorld({ app, database }: World): Promise<void> {
  await app.close();
  await database.drop();
}

export interface Kept {
  readonly cooperativeId: string;
  readonly bookId: string;
  readonly address: string;
  readonly members: readonly string[];
}

/** A cooperative with three founders whose books begin in 2019. */
export async function books(world: World, kind: CooperativeKind = 'farmers_professional'): Promise<Kept> {
  const cooperativeId = randomUUID();
  await world.database.act(city, async (tx) => {
    const made = await registerCooperative(tx, {
      ...{ id: cooperativeId, place: village, kind, name: `合作社${cooperativeId.slice(0, 8)}`, creditCode: null },
      ...{ address: null, chairperson: null, phone: null, business: null, branchLed: false },
      registeredOn: '2018-07-01',
    });
    if (!made.ok) return made;
    const entries = ['001', '002', '003'].map((number) => ({
      ...{ id: randomUUID(), number, kind: 'farmer' as const, unitKind: null, name: `社员${number}`, idNumber: null },
      ...{ creditCode: null, memberPlace: number === '003' ? neighbour : village, joinedOn: '2018-07-01' },
      joinedBy: 'founding' as const,
    }));
    return joinMembers(tx, { cooperative: made.value, entries });
  });
  const bookId = randomUUID();
  const opened = await world.accountant.send('POST', '/books', {
    id: bookId,
    county,
    cooperativeId,
    startsOn: '2019-01-01',
  });
  expect(opened.body).toEqual({ county, id: bookId });
  const members = await world.database.read(city, (tx) => listMembers(tx, { county, cooperativeId, on: '2019-01-01' }));
  return { cooperativeId, bookId, address: `/books/${county}/${bookId}`, members: members.map(({ id }) => id) };
}

export interface Line {
  readonly memo: string;
  readonly code: string;
  readonly sub: string;
  readonly debitFen: number;
  readonly creditFen: number;
}

/** `301/x 500`: credit account 301, detail x, when negative. */
export function line(account: string, amount: number, memo = '摘要'): Line {
  const [code = '', sub = ''] = account.split('/');
  return { memo, code, sub, debitFen: Math.max(amount, 0), creditFen: Math.max(-amount, 0) };
}

export interface Writing {
  readonly occurredOn: string;
  readonly lines: readonly Line[];
  readonly series?: 'opening';
}

/** The accountant writes a voucher; returns its id. */
export async function write(world: World, kept: Kept, { occurredOn, lines, series }: Writing): Promise<string> {
  const voucherId = randomUUID();
  const body = { voucherId, occurredOn, lines, ...(series ? { series } : {}) };
  const written = await world.accountant.send('POST', `${kept.address}/vouchers`, body);
  expect(written.body).toEqual({ county, id: voucherId });
  return voucherId;
}

/** …and the clerk checks it; returns its number. */
export async function check(world: World, voucherId: string): Promise<number> {
  const done = await world.clerk.send('POST', `/vouchers/${county}/${voucherId}/check`, { revision: 1 });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return Number(done.body.number);
}

export async function post(world: World, kept: Kept, writing: Writing): Promise<string> {
  const id = await write(world, kept, writing);
  await check(world, id);
  return id;
}

/** A grant project, a source of funds, a kind of assets or another party. */
export async function detail(world: World, kept: Kept, kind: string): Promise<string> {
  const subsidiaryId = randomUUID();
  const body = { subsidiaryId, kind, name: `${kind}${subsidiaryId.slice(0, 4)}` };
  expect((await world.accountant.send('POST', `${kept.address}/subsidiaries`, body)).status).toBe(200);
  return subsidiaryId;
}
