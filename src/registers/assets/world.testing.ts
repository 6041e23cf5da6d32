import { randomUUID } from 'node:crypto';
import { feature as measure } from '../../measure/feature.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { feature as places } from '../places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

export const county = 150622;
export const [banner, township, village, sister, foreign] = [
  150622000000, 150622100000, 150622100201, 150622100202, 150623100201,
];

/** A banner with two villages, one village elsewhere, and a clock that goes on a second at each look. */
export interface AssetWorld {
  readonly database: TestDatabase;
  readonly server: TestServer;
  readonly clerk: TestClient;
  readonly accountant: TestClient;
  readonly neighbour: TestClient;
  readonly town: TestClient;
  readonly office: TestClient;
  readonly auditor: TestClient;
  /** from now on it is this day, at ten in the morning; everybody signs in anew, in accounts of their own */
  readonly setDay: (day: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function assetWorld(day: string): Promise<AssetWorld> {
  let now = atTen(day);
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  const features = [measure, places, feature];
  const database = await testDatabase(features, { clock });
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, rural, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, l, 'gacha', n, n || '村委会', '', '', l = 'village', '2000-01-01', now(), gen_random_uuid()
    from (values (${banner}, 'banner', '准格尔旗'), (150623000000, 'banner', '鄂托克前旗'), (${township}, 'township', '暖水乡'),
      (${village}, 'village', '甲村'), (${sister}, 'village', '乙村'), (${foreign}, 'village', '丙村')) as p (c, l, n)`);
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
    get office() {
      return seats.office;
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
    office: await signIn('banner_office', { place: banner }),
    auditor: await signIn('auditor', { place: 150600000000 }),
  };
}

function atTen(day: string): number {
  return Date.parse(`${day}T10:00:00+08:00`);
}

let serial = 0;

/** A building of the collective, as a clerk lists it. */
export function assetBody(over: object = {}) {
  serial += 1;
  return {
    id: randomUUID(),
    place: village,
    number: String(serial).padStart(3, '0'),
    name: `仓库${serial}`,
    class: 'operating',
    kind: 'building',
    bookValueFen: 100_000_00,
    useState: 'own_use',
    claimState: 'undisputed',
    knownBy: 'books',
    ...over,
  };
}

export function landBody(over: object = {}) {
  const land = {
    class: 'natural_resource',
    kind: 'grassland_natural',
    bookValueFen: 0,
    bookAreaMu: 1200,
    areaMu: 1199.5,
  };
  return assetBody({ name: `草场${serial + 1}`, ...land, ...over });
}

export async function listAsset(client: TestClient, body = assetBody()) {
  const reply = await client.send('POST', '/assets', body);
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return { ...body, address: `/assets/${county}/${body.id}` };
}

type Confirming = 'village' | 'township' | readonly ['village' | 'township', revision: number];

/** Confirms for one party the first state of a record, or the revision given with it. */
export function confirm(client: TestClient, address: string, confirming: Confirming) {
  const [party, revision] = typeof confirming === 'string' ? [confirming, 1] : confirming;
  return client.send('POST', `${address}/confirm-${party}`, { id: randomUUID(), revision });
}
