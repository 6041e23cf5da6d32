import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as disclosures } from '../activities/disclosures/feature.ts';
import { feature as distributions } from '../activities/distributions/feature.ts';
import { feature as formations } from '../activities/formations/feature.ts';
import { feature as landUses } from '../activities/land-uses/feature.ts';
import { feature as loans } from '../activities/loans/feature.ts';
import { feature as reliefs } from '../activities/reliefs/feature.ts';
import { feature as submissions } from '../activities/submissions/feature.ts';
import { feature as books } from '../ledgers/books/feature.ts';
import { feature as shares } from '../ledgers/shares/feature.ts';
import { feature as measure } from '../measure/feature.ts';
import { record } from '../platform/db/history.ts';
import { actorAt, type TestDatabase, testDatabase } from '../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../platform/http/testing.ts';
import { ok } from '../platform/pure/result.ts';
import type { TitleSources } from '../platform/record-titles.ts';
import { feature as assemblies } from '../procedures/assemblies/feature.ts';
import { feature as notices } from '../procedures/notices/feature.ts';
import { feature as assets } from '../registers/assets/feature.ts';
import { feature as cooperatives } from '../registers/cooperatives/feature.ts';
import { feature as households } from '../registers/households/feature.ts';
import { feature as land } from '../registers/land/feature.ts';
import { feature as branches } from '../registers/party-branches/feature.ts';
import { feature as places } from '../registers/places/feature.ts';
import { catalogue } from './catalogue/catalogue.ts';
import { feature as indicators } from './feature.ts';
import { refreshStale } from './public.ts';
import { routesFor } from './routes.ts';
import { exampleDivisions, insertDivisions } from './seed.ts';

/** What the figures of articles 9 and 10 are counted from. */
const cooperation = [
  cooperatives,
  assets,
  shares,
  books,
  assemblies,
  notices,
  formations,
  distributions,
  reliefs,
  disclosures,
  land,
  landUses,
  loans,
];

const features = [measure, places, branches, households, ...cooperation, submissions, indicators];
const facts = features.flatMap((feature) => [...feature.facts]);
const here = 150622100201;
const neighbour = 150622100202;

/** What the register would say, for readers who may read it: here everybody but the leaders. */
const titles: TitleSources = new Map([
  [
    'household',
    {
      act: 'household.read',
      list: async (_tx, records) => new Map(records.map(({ id }) => [id, `户主${id.at(-1)}`])),
    },
  ],
]);
const known = features.map((feature) =>
  feature.name === 'households'
    ? { ...feature, acts: { 'household.read': { roles: ['city_office', 'village_clerk'] as const, writes: false } } }
    : feature,
);

let database: TestDatabase;
let server: TestServer;
let city: TestClient;
let clerk: TestClient;

beforeAll(async () => {
  database = await testDatabase(features, { clock: () => new Date(Date.UTC(2018, 4, 20)) });
  const owner = await database.connectOwner();
  await owner.query(insertDivisions, [JSON.stringify(exampleDivisions)]);
  await owner.end();
  const office = actorAt('city_office', 150600000000);
  await database.act(office, async (tx) => {
    for (const [index, place] of [here, here, neighbour].entries()) {
      const row = { county: 150622, id: `01900000-0000-7000-8000-00000000000${index}`, place, number: `${index}` };
      await record(tx, 'household', { ...row, joined_on: '2018-04-02', joined_kind: 'registered' });
    }
    return ok(true);
  });
  while ((await refreshStale(database.recount)) > 0);
  server = await testServer(database, { features: known, handlers: routesFor(facts, titles) });
  city = await server.signIn('city_office', { place: 150600000000 });
  clerk = await server.signIn('village_clerk', { place: here });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

describe('the dictionary', () => {
  it('shows every indicator with words and what it reads', async () => {
    const { status, body } = await clerk.get('/indicators');
    expect(status).toBe(200);
    expect(body.indicators).toHaveLength(catalogue.length);
    expect(body).toMatchObject({ version: '2018.3', firstMonth: '2018-01' });
  });

  it('shows the statement of a figure, values filled in, and both of a ratio', async () => {
    const { body } = await city.get('/indicators/poverty_incidence?place=150600000000&month=2018-04');
    const statements = body.statements as { code: string; sql: string }[];
    expect(statements.map((one) => one.code)).toEqual(['poor_residents', 'residents']);
    expect(statements[1]?.sql).toContain('from "fact_resident"');
    expect(statements[1]?.sql).not.toContain('$1');
  });
});

describe('figures', () => {
  it('answers a place for some months, and refuses more than two years', async () => {
    const { body } = await city.get('/figures?place=150622100000&from=2018-03&to=2018-04');
    const values = body.values as { indicator: string; month: string; value: number }[];
    const of = (month: string) => values.find((one) => one.indicator === 'households' && one.month === month)?.value;
    expect([of('2018-03'), of('2018-04')]).toEqual([0, 3]);
    const wide = await city.get('/figures?place=150622100000&from=2018-01&to=2020-02');
    expect(wide.body).toMatchObject({ status: 422, code: 'figure_months' });
  });

  it('shows one indicator below a place and on every village', async () => {
    const { body } = await city.get('/figures/below?place=150600000000&month=2018-04&indicator=households');
    expect(body.rows).toMatchObject([
      { place: 150621000000, value: 0 },
      { place: 150622000000, value: 3, previous: 0, rowCount: 3 },
    ]);
    expect(body.tiles).toHaveLength(5);
    expect(body.own).toMatchObject({ value: 3, level: 'city' });
  });

  it('opens its rows with the page of each record', async () => {
    const { body } = await city.get('/figures/rows?indicator=households&place=150622000000&month=2018-04&limit=2');
    expect(body).toMatchObject({ value: 3, total: 3, placeName: '准格尔旗' });
    const rows = body.rows as { address: string; placeName: string }[];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ placeName: '柳树湾村' });
    expect(rows[0]?.address).toMatch(/^\/households\/150622\/0190/);
  });

  it('calls its rows by name for those alone who may open the records', async () => {
    const path = '/figures/rows?indicator=households&place=150622000000&month=2018-04';
    const called = async (client: TestClient) =>
      ((await client.get(path)).body.rows as { title: string | null }[]).map(({ title }) => title).toSorted();
    expect(await called(city)).toEqual(['户主0', '户主1', '户主2']);
    expect(await called(await server.signIn('city_leader', { place: 150600000000 }))).toEqual([null, null, null]);
  });

  it('opens both sides of a ratio', async () => {
    const { body } = await city.get('/figures/rows?indicator=lifted_out_ratio&place=150622000000&month=2018-04');
    expect(body).toMatchObject({ value: 0, rows: [], parts: [{ value: 0 }, { indicator: 'households', value: 3 }] });
  });
});

describe('a clerk', () => {
  it('sees the own village and no trace of the neighbour’s or of what stands above', async () => {
    const own = await clerk.get(`/figures/rows?indicator=households&place=${here}&month=2018-04`);
    expect(own.body).toMatchObject({ value: 2, total: 2 });
    for (const place of [neighbour, 150622100000, 150622000000, 150600000000]) {
      for (const path of [
        '/figures?from=2018-04&to=2018-04',
        '/figures/below?month=2018-04&indicator=households',
        '/figures/rows?month=2018-04&indicator=households',
        '/indicators/households?month=2018-04',
      ]) {
        const { status } = await clerk.get(`${path}&place=${place}`);
        expect([path, place, status]).toEqual([path, place, 404]);
      }
    }
  });

  it('must be signed in, and ask for what exists', async () => {
    expect((await server.anonymous.get('/indicators')).status).toBe(401);
    expect((await clerk.get(`/figures/rows?indicator=none&place=${here}&month=2018-04`)).status).toBe(404);
    expect((await clerk.get(`/figures/rows?indicator=households&place=${here}&month=2018-13`)).status).toBe(400);
    expect((await clerk.get(`/figures/rows?indicator=households&place=${here}&month=2018-04&limit=201`)).status).toBe(
      400,
    );
  });
});
