import { randomUUID } from 'node:crypto';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as cooperatives } from '../cooperatives/feature.ts';
import { feature as households } from '../households/feature.ts';
import { feature as places } from '../places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

export const county = 150622;
export const [banner, township, village, sister, foreign] = [
  150622000000, 150622100000, 150622100201, 150622100202, 150623100201,
];

/** A banner with two villages, one village elsewhere, households and a cooperative, and a clock of its own. */
export interface LandWorld {
  readonly database: TestDatabase;
  readonly server: TestServer;
  readonly clerk: TestClient;
  readonly accountant: TestClient;
  readonly neighbour: TestClient;
  readonly town: TestClient;
  readonly office: TestClient;
  readonly department: TestClient;
  readonly auditor: TestClient;
  /** two households at home and one in the sister village */
  readonly homes: readonly [string, string];
  readonly farHome: string;
  readonly cooperativeId: string;
  /** from now on it is this day, at ten in the morning; everybody signs in anew, in accounts of their own */
  readonly setDay: (day: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function landWorld(day: string): Promise<LandWorld> {
  let now = atTen(day);
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  const features = [measure, places, households, cooperatives, feature];
  const database = await testDatabase(features, { clock });
  await database.act(actorAt('city_office', 150600000000), async (tx) => ok(await ensureParameters(tx)));
  const [homes, farHome, cooperativeId] = [[randomUUID(), randomUUID()] as const, randomUUID(), randomUUID()];
  await plant(database, { homes, farHome, cooperativeId });
  const server = await testServer(database, { features, handlers: routes });
  let seats = await signAll(server);
  return {
    database,
    server,
    homes,
    farHome,
    cooperativeId,
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
    get department() {
      return seats.department;
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

async function plant(
  database: TestDatabase,
  of: { readonly homes: readonly string[]; readonly farHome: string; readonly cooperativeId: string },
): Promise<void> {
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, rural, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, l, 'gacha', n, n || '村委会', '', '', l = 'village', '2000-01-01', now(), gen_random_uuid()
    from (values (${banner}, 'banner', '准格尔旗'), (150623000000, 'banner', '鄂托克前旗'), (${township}, 'township', '暖水乡'),
      (${village}, 'village', '甲村'), (${sister}, 'village', '乙村'), (${foreign}, 'village', '丙村')) as p (c, l, n)`);
  for (const [index, id] of [...of.homes, of.farHome].entries()) {
    const place = id === of.farHome ? sister : village;
    await owner.query(
      `insert into household (county, id, place, number, joined_on, joined_kind, revision, recorded_at, recorded_by)
       values ($1, $2, $3, $4, '2015-01-01', 'registered', 1, now(), gen_random_uuid())`,
      [county, id, place, `H${index + 1}`],
    );
  }
  await owner.query(
    `insert into cooperative (county, id, place, kind, name, pinyin, initials, registered_on, revision, recorded_at, recorded_by)
     values ($1, $2, $3, 'farmers_professional', '甲村养殖合作社', 'jiacunyangzhi', 'jcyz', '2018-01-01', 1, now(), gen_random_uuid())`,
    [county, of.cooperativeId, village],
  );
  await owner.end();
}

async function signAll({ signIn }: TestServer) {
  return {
    clerk: await signIn('village_clerk', { place: village }),
    accountant: await signIn('village_accountant', { place: village }),
    neighbour: await signIn('village_clerk', { place: sister }),
    town: await signIn('township_clerk', { place: township }),
    office: await signIn('banner_office', { place: banner }),
    department: await signIn('department', { place: 150600000000 }),
    auditor: await signIn('auditor', { place: 150600000000 }),
  };
}

function atTen(day: string): number {
  return Date.parse(`${day}T10:00:00+08:00`);
}

let serial = 0;

/** Grassland of the first household, as a clerk records it. */
export function parcelBody(world: LandWorld, over: object = {}) {
  serial += 1;
  return {
    id: randomUUID(),
    place: village,
    number: String(serial).padStart(4, '0'),
    name: `草场${serial}`,
    kind: 'grassland',
    areaMu: 120,
    tenure: 'household_contract',
    tenureUntil: '2027-12-31',
    holderKind: 'household',
    holderId: world.homes[0],
    listedOn: '2018-01-01',
    ...over,
  };
}

export async function recordParcel(world: LandWorld, over: object = {}) {
  const body = parcelBody(world, over);
  const reply = await world.clerk.send('POST', '/parcels', body);
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return { ...body, address: `/parcels/${county}/${body.id}`, overlaps: Number(reply.body.overlaps) };
}

/** A lease to the cooperative at ten yuan a mu, for five years, due ten days into each year. */
export function transferBody(world: LandWorld, over: object = {}) {
  serial += 1;
  return {
    transferId: randomUUID(),
    number: `流${serial}`,
    kind: 'lease',
    takerKind: 'cooperative',
    takerId: world.cooperativeId,
    areaMu: 120,
    purpose: 'grazing',
    signedOn: '2018-12-20',
    startsOn: '2019-01-01',
    throughOn: '2023-12-31',
    rentPerMuFen: 10_00,
    periodMonths: 12,
    instalments: 1,
    dueAt: 'start',
    dueDays: 10,
    ...over,
  };
}

export async function recordTransfer(world: LandWorld, over: object = {}) {
  const parcel = await recordParcel(world);
  const body = transferBody(world, over);
  const reply = await world.clerk.send('POST', `${parcel.address}/transfers`, body);
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return { parcel, body, address: `/land-transfers/${county}/${body.transferId}` };
}

/** A square outline of about 66.7 mu for each 0.002 degrees of side, from its south-western corner. */
export function squareOutline(west: number, south: number, side = 0.002): string {
  const [east, north] = [west + side, south + side];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return JSON.stringify({ type: 'Polygon', coordinates: [ring] });
}
