import { randomUUID } from 'node:crypto';
import { feature as books } from '../../ledgers/books/feature.ts';
import { openBooks } from '../../ledgers/books/public.ts';
import { feature as measure } from '../../measure/feature.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { type BookRef, type EntryLine, postEntries } from '../../platform/ledger/ledger-store.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { registerCooperative } from '../../registers/cooperatives/public.ts';
import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

export const county = 150622;
export const [township, village, sister, foreign] = [150622100000, 150622100201, 150622100202, 150623100201];
const features = [measure, places, households, cooperatives, assets, books, notices, feature];

/** Two villages of a township and one elsewhere; a clock that goes on a second at each look. */
export interface DisclosureWorld {
  readonly database: TestDatabase;
  readonly server: TestServer;
  readonly clerk: TestClient;
  readonly accountant: TestClient;
  readonly neighbour: TestClient;
  readonly town: TestClient;
  readonly auditor: TestClient;
  readonly setDay: (day: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function disclosureWorld(day: string): Promise<DisclosureWorld> {
  let now = atTen(day);
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  const database = await testDatabase(features, { clock });
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, rural, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, l, 'gacha', n, n || '村委会', '', '', l = 'village', '2000-01-01', now(), gen_random_uuid()
    from (values (150622000000, 'banner', '准格尔旗'), (${township}, 'township', '暖水乡'), (${village}, 'village', '甲村'),
      (${sister}, 'village', '乙村'), (${foreign}, 'village', '丙村')) as p (c, l, n)`);
  await owner.end();
  const server = await testServer(database, { features, handlers: routes });
  let seats = await signAll(server);
  return {
    database,
    server,
    get clerk() {
      return seats.clerk;
    },
    get accountant() {
      return seats.accountant;
    },
    get neighbour() {
      return seats.neighbour;
    },
    get town() {
      return seats.town;
    },
    get auditor() {
      return seats.auditor;
    },
    async setDay(next) {
      now = atTen(next);
      seats = await signAll(server);
    },
    async close() {
      await server.close();
      await database.drop();
    },
  };
}

async function signAll({ signIn }: TestServer) {
  return {
    clerk: await signIn('village_clerk', { place: village }),
    accountant: await signIn('village_accountant', { place: village }),
    neighbour: await signIn('village_clerk', { place: sister }),
    town: await signIn('township_clerk', { place: township }),
    auditor: await signIn('auditor', { place: 150600000000 }),
  };
}

function atTen(day: string): number {
  return Date.parse(`${day}T10:00:00+08:00`);
}

const writer = actorAt('village_accountant', village);

/** A cooperative at the village with books from the beginning of 2019. */
export async function withBooks(
  { database }: DisclosureWorld,
  kind: CooperativeKind,
  place = village,
): Promise<{ readonly id: string; readonly book: BookRef }> {
  const id = randomUUID();
  const book = { county, id: randomUUID() };
  const office = actorAt('banner_office', 150622000000);
  await database.act(office, async (tx) => {
    const made = await registerCooperative(tx, { ...entry(kind), id, place, name: `合作社${id.slice(0, 4)}` });
    return made.ok ? openBooks(tx, { cooperative: made.value, id: book.id, startsOn: '2019-01-01' }) : made;
  });
  return { id, book };
}

function entry(kind: CooperativeKind) {
  return {
    kind,
    creditCode: null,
    address: null,
    chairperson: null,
    phone: null,
    business: null,
    branchLed: false,
    fiscalYearStart: '01-01',
    registeredOn: '2018-12-01',
  };
}

/** Posts one entry on a day. */
export async function post(
  { database }: DisclosureWorld,
  book: BookRef,
  entry: { readonly on: string; readonly lines: readonly EntryLine[] },
): Promise<void> {
  const head = { id: randomUUID(), series: '记', memo: '卖羊', sourceType: 'voucher', sourceId: randomUUID() };
  await database.act(writer, (tx) => postEntries(tx, book, [{ ...head, occurredOn: entry.on, lines: entry.lines }]));
}

let serial = 0;

/** An asset of a village, as the list of assets holds it. */
export async function listThing({ database }: DisclosureWorld, change: Readonly<Record<string, unknown>> = {}) {
  serial += 1;
  const id = randomUUID();
  const owner = await database.connectOwner();
  const row = {
    ...{ county, id, place: village, number: String(serial), name: '草场', pinyin: '', initials: '' },
    ...{ class: 'natural_resource', kind: 'grassland_natural', area_mu: 100, use_state: 'contracted' },
    ...{ claim_state: 'undisputed', known_by: 'books', listed_on: '2018-01-01', revision: 1 },
    ...{ recorded_at: '2018-01-01T02:00:00Z', recorded_by: randomUUID(), ...change },
  };
  const names = Object.keys(row);
  await owner.query(
    `insert into asset (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
  await owner.end();
  return id;
}

/** Three members of a finance group, elected at the beginning of 2019. */
export async function electGroup(world: DisclosureWorld, cooperativeId?: string): Promise<readonly string[]> {
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  for (const [at, id] of ids.entries()) {
    const body = { id, place: village, name: `成员${at}`, post: at === 0 ? 'head' : 'member', startsOn: '2019-01-05' };
    const reply = await world.clerk.send('POST', '/finance-groups', {
      ...body,
      ...(cooperativeId ? { cooperativeId } : {}),
    });
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  }
  return ids;
}

/** Draws a disclosure up; the second quarter of 2019 unless said otherwise. */
export async function propose(client: TestClient, change: object = {}) {
  const body = { id: randomUUID(), place: village, period: 'quarter', startsOn: '2019-04-01', ...change };
  const reply = await client.send('POST', '/disclosures', body);
  return { reply, address: `/disclosures/${county}/${body.id}`, id: body.id };
}

export function signaturesOf(members: readonly string[], signedOn: string) {
  return { signedOn, signatures: members.map((memberId) => ({ memberId, opinion: 'agreed' })) };
}
