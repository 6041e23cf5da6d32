import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { feature as indicators } from '../../indicators/feature.ts';
import { catalogueVersion } from '../../indicators/public.ts';
import { feature as books } from '../../ledgers/books/feature.ts';
import { feature as funds } from '../../ledgers/funds/feature.ts';
import { feature as shares } from '../../ledgers/shares/feature.ts';
import { feature as measure } from '../../measure/feature.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { importPlaces } from '../../registers/places/public.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

const features = [measure, places, households, cooperatives, assets, shares, books, funds, indicators, feature];
const county = 150622;
const [city, banner, township] = [150600000000, 150622000000, 150622100000];
const [village, neighbour] = [150622100201, 150622100202];
const formula = [
  { indicator: 'asset_value_operating', weight: 60 },
  { indicator: 'assets_confirmed_ratio', weight: 40 },
];

let database: TestDatabase;
let app: TestServer;
let finance: TestClient;
beforeAll(async () => {
  database = await testDatabase(features, { clock: () => new Date('2018-06-01T02:00:00Z') });
  app = await testServer(database, { features, handlers: routes });
  finance = await app.signIn('finance', { place: city });
  await database.act(actorAt('finance', city), async (tx) => {
    const rows = [
      { code: city, level: 'city', name: '鄂尔多斯市' },
      { code: banner, level: 'banner', name: '准格尔旗', bannerKind: 'banner' },
      { code: township, level: 'township', name: '薛家湾镇', townshipKind: 'town' },
      { code: village, level: 'village', name: '柳树湾村', rural: true },
      { code: neighbour, level: 'village', name: '海子塔村', rural: true },
    ] as const;
    await importPlaces(
      tx,
      rows.map((row) => ({ ...row, nameOfficial: row.name })),
    );
    return ok(true);
  });
  await plant();
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** An asset of the village, and the figures that a recount makes of it. */
async function plant(): Promise<void> {
  const owner = await database.connectOwner();
  await owner.query(
    `insert into asset (county, id, place, number, name, pinyin, initials, class, kind, book_value_fen, use_state, claim_state, known_by,
       listed_on, revision, recorded_at, recorded_by)
     values ($1, gen_random_uuid(), $2, '羊', '种羊', '', '', 'operating', 'livestock', 10000000, 'own_use', 'undisputed', 'contract',
       '2018-04-01', 1, now(), gen_random_uuid())`,
    [county, village],
  );
  await owner.query(
    `insert into figure (county, place, month, indicator, value, row_count, own_value, own_row_count, computed_at)
     select $1, $2, '2018-05', x.code, x.value, 1, x.value, 1, now()
     from (values ('asset_value_operating', 10000000), ('assets', 1), ('assets_confirmed', 0)) as x (code, value)
     on conflict do nothing`,
    [county, village],
  );
  await owner.end();
}

function tryWith(asked: string, rest = 'totalFen=1000'): Promise<{ status: number; body: Record<string, unknown> }> {
  return finance.get(`/fund-tilts/try?formula=${asked}&${rest}`);
}

it('tries a formula over stored figures of the month before, and says where a village has no value', async () => {
  const { status, body } = await tryWith('asset_value_operating:60,assets_confirmed_ratio:40');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    month: '2018-05',
    formula: [{ direction: 'up' }, { direction: 'up' }],
    results: [
      { place: village, rank: 1, score: 1_000_000, amountFen: 1_000, values: [10_000_000, expect.any(Number)] },
      { place: neighbour, rank: 2, score: 0, amountFen: 0, values: [0, null] },
    ],
  });
});

it('answers what cannot be ranked in one sentence each, and one village with everything', async () => {
  const codeOf = async (asked: string, rest?: string) => (await tryWith(asked, rest)).body.code;
  expect(await codeOf('happiness:10')).toBe('fund_tilt_unknown');
  expect(await codeOf('assets:10:up,assets:20:up')).toBe('fund_tilt_twice');
  expect(await codeOf('households:10')).toBe('fund_tilt_direction');
  expect(await codeOf('asset_value_operating:0')).toBe('fund_tilt_weights');
  expect(await codeOf('assets_confirmed_ratio:10', 'totalFen=1000&month=2018-01')).toBe('fund_tilt_no_values');
  for (const asked of ['', 'members', 'members:101', 'members:10:sideways', 'members:1e9'])
    expect((await tryWith(asked)).status).toBe(400);
  expect((await tryWith('members:10', `totalFen=${'9'.repeat(40)}`)).status).toBe(400);
  const one = await tryWith('asset_value_operating:10', `totalFen=9007199254740993&place=${neighbour}`);
  expect(one.body).toMatchObject({ results: [{ place: neighbour, rank: 1, amountFen: '9007199254740993' }] });
  const foreign = await app.signIn('banner_office', { place: banner + 1_000_000 });
  expect((await foreign.get(`/fund-tilts/try?formula=members:10&totalFen=1000&place=${village}`)).status).not.toBe(200);
});

it('keeps formula, month, values, catalogue and digest with the decision, counted from the facts', async () => {
  const id = randomUUID();
  const body = { id, place: banner, name: '倾斜方案', formula, month: '2018-05', totalFen: 1_000 };
  expect((await finance.send('POST', '/fund-tilts', { ...body, month: '2018-07' })).body.code).toBe('fund_tilt_month');
  expect((await finance.send('POST', '/fund-tilts', body)).body).toEqual({ county, id });
  const address = `/fund-tilts/${county}/${id}`;
  expect((await finance.get(address)).body).toMatchObject({
    ...{
      month: '2018-05',
      keyPoor: false,
      catalogue: catalogueVersion,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
    formula: formula.map((entry) => ({ ...entry, direction: 'up' })),
    results: [
      { place: village, placeName: '柳树湾村', amountFen: 1_000, values: [10_000_000, expect.any(Number)] },
      { place: neighbour, amountFen: 0, values: [0, null] },
    ],
    orders: [],
  });
  expect((await finance.get('/fund-tilts?sort=month')).body).toMatchObject({ total: 1, rows: [{ id, villages: 2 }] });
  expect((await finance.send('POST', `${address}/export`)).status).toBe(200);
});
