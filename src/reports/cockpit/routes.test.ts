import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as disclosures } from '../../activities/disclosures/feature.ts';
import { feature as distributions } from '../../activities/distributions/feature.ts';
import { feature as formations } from '../../activities/formations/feature.ts';
import { feature as landUses } from '../../activities/land-uses/feature.ts';
import { feature as loans } from '../../activities/loans/feature.ts';
import { feature as reliefs } from '../../activities/reliefs/feature.ts';
import { feature as submissions } from '../../activities/submissions/feature.ts';
import { feature as indicators } from '../../indicators/feature.ts';
import {
  countedIndicators,
  countFigure,
  type FigureValue,
  findIndicator,
  recountMonths,
} from '../../indicators/public.ts';
import { compile, indicatorValue } from '../../indicators/rules.ts';
import { exampleDivisions } from '../../indicators/seed.ts';
import { feature as books } from '../../ledgers/books/feature.ts';
import { feature as shares } from '../../ledgers/shares/feature.ts';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import { record } from '../../platform/db/history.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestServer, testServer } from '../../platform/http/testing.ts';
import type { Month } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as assemblies } from '../../procedures/assemblies/feature.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as land } from '../../registers/land/feature.ts';
import { feature as branches } from '../../registers/party-branches/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { importPlaces } from '../../registers/places/public.ts';
import { feature as cockpit } from './feature.ts';
import { routes } from './routes.ts';

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

const features = [measure, places, branches, households, ...cooperation, submissions, indicators, cockpit];
const city = 150600000000;
const banner = 150622000000;
const township = 150622100000;
const village = 150622100201;

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase(features, { clock: () => new Date('2018-04-20T09:00:00+08:00') });
  await database.act(actorAt('city_office', city), async (tx) => {
    await ensureParameters(tx);
    await importPlaces(tx, exampleDivisions);
    for (let index = 0; index < 9; index += 1) {
      const id = `01900000-0000-7000-8000-00000000000${index}`;
      const row = { county: 150622, id, place: village + (index % 2), number: `${index}` };
      const joined_on = index < 7 ? '2018-03-05' : '2018-02-05';
      await record(tx, 'household', { ...row, joined_on, joined_kind: 'registered' });
    }
    return ok(true);
  });
  await recountMonths(database.recount, '2018-01' as Month, '2018-04' as Month);
  server = await testServer(database, { features, handlers: routes });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

interface Shown {
  readonly indicator: string;
  readonly value: number | null;
  readonly rowCount: number;
}

interface Below {
  readonly name: string;
  readonly values: number[];
  readonly late: number;
  readonly lights: string[];
}

describe('the cockpit', () => {
  it('shows a banner its month: figures, what is late and who holds it, what moved, lights and tiles', async () => {
    await server.signIn('village_clerk', { place: village });
    const client = await server.signIn('banner_office', { place: banner });
    const { status, body } = await client.get(`/cockpit?place=${banner}&month=2018-03&indicator=households`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ placeName: '准格尔旗', level: 'banner', villages: 4, unconfirmed: 4, heldTotal: 4 });
    const held = (body.held as { place: number }[]).find((one) => one.place === village);
    // the tenth was a Tuesday
    expect(held).toMatchObject({ by: 'self', lateDays: 10, holderPeople: 'village_clerk', dueOn: '2018-04-10' });
    const below = body.below as Below[];
    expect(below.map((one) => [one.name, one.values[0], one.late])).toEqual([
      ['薛家湾镇', 9, 2],
      ['沙圪堵镇', 0, 2],
    ]);
    expect(below[0]?.lights).toHaveLength(12);
    expect(below[0]?.lights.slice(-3)).toEqual(['exempt', 'late', 'late']);
    expect(body.movements).toMatchObject([{ placeName: '薛家湾镇', indicator: 'households', value: 9, previous: 2 }]);
    const tiles = body.tiles as { place: number; value: number; parent: number }[];
    expect(tiles).toHaveLength(4);
    expect(tiles.find((one) => one.place === village)).toEqual(
      expect.objectContaining({ value: 5, parent: 150622100000 }),
    );
  });

  it('judges the headlines by the targets of the measure', async () => {
    const client = await server.signIn('city_office', { place: city });
    const { body } = await client.get(`/cockpit?place=${city}&month=2018-03`);
    const headlines = body.headlines as { indicator: string; target: number | null; light: string | null }[];
    const of = (code: string) => headlines.find((one) => one.indicator === code);
    expect(of('villages_without_secretary')).toMatchObject({ value: 5, target: 0, light: 'late', rowCount: 5 });
    expect(of('key_poor_villages_in_model_ratio')).toMatchObject({ value: null, target: 10_000, light: null });
    expect(of('households')).toMatchObject({ value: 9, previous: 2, target: null, light: null, rowCount: 9 });
  });

  it('opens at the own place and at the last month that is over, whatever day the reader’s machine has', async () => {
    const client = await server.signIn('township_clerk', { place: township });
    const { body } = await client.get('/cockpit');
    expect(body).toMatchObject({ place: township, month: '2018-03', currentMonth: '2018-04', parents: [] });
    const banners = await server.signIn('banner_office', { place: banner });
    const below = (await banners.get(`/cockpit?place=${village}`)).body;
    expect(below.parents).toEqual([
      { place: banner, name: '准格尔旗' },
      { place: township, name: '薛家湾镇' },
    ]);
    expect([body.allowed, below.allowed]).toEqual([
      ['submission.confirm', 'submission.approve'],
      ['submission.approve'],
    ]);
    expect((await client.get('/cockpit?month=2018-05')).status).toBe(404);
    expect((await client.get('/cockpit?month=2017-12')).status).toBe(404);
  });

  it('says of every figure what its records add up to', async () => {
    const actor = actorAt('city_office', city);
    const client = await server.signIn('city_office', { place: city });
    for (const place of [city, banner, township, village]) {
      const { body } = await client.get(`/cockpit?place=${place}&month=2018-03`);
      const shown = [
        ...(body.headlines as Shown[]),
        { ...(body.mapFigure as Shown), indicator: body.mapIndicator as string },
      ];
      const counted = await database.read(actor, async (tx) => {
        const scope = { ...placeRange(place as Place), month: '2018-03' as Month };
        const values = new Map<string, FigureValue>();
        for (const one of countedIndicators) values.set(one.code, await countFigure(tx, compile(one, scope)));
        return values;
      });
      for (const { indicator, value, rowCount } of shown) {
        const entry = findIndicator(indicator);
        const expected = entry && indicatorValue(entry, (code) => counted.get(code)?.value);
        expect([place, indicator, value]).toEqual([place, indicator, expected ?? null]);
        expect(rowCount).toBe(counted.get(indicator)?.rowCount ?? 0);
      }
    }
  });

  it('adds up: the places below to the place, the tiles to both', async () => {
    const client = await server.signIn('city_office', { place: city });
    const { body } = await client.get('/cockpit?month=2018-03&indicator=households');
    const sum = (list: readonly { value?: number; mapValue?: number }[]) =>
      list.reduce((total, one) => total + (one.value ?? one.mapValue ?? 0), 0);
    expect((body.mapFigure as Shown).value).toBe(9);
    expect(sum(body.below as { mapValue: number }[])).toBe(9);
    expect(sum(body.tiles as { value: number }[])).toBe(9);
    const ratio = (await client.get('/cockpit?month=2018-03&indicator=villages_without_secretary_ratio')).body;
    expect(ratio.mapFigure).toEqual({
      value: 10_000,
      rowCount: 0,
      parts: [
        { indicator: 'villages_without_secretary', value: 5 },
        { indicator: 'villages', value: 5 },
      ],
    });
  });

  it('is the page of a village too, with nothing below', async () => {
    const client = await server.signIn('village_clerk', { place: village });
    const { body } = await client.get(`/cockpit?place=${village}&month=2018-03`);
    expect(body).toMatchObject({ level: 'village', below: [], villages: 1, report: { state: 'open', light: 'late' } });
    expect(body.ownLights).toHaveLength(12);
    expect(body.movements).toMatchObject([{ indicator: 'households', value: 5, previous: 1 }]);
  });

  it('is not for a neighbour, nor for anybody above the own range', async () => {
    const client = await server.signIn('village_clerk', { place: village });
    for (const place of [village + 1, township, banner, city]) {
      expect((await client.get(`/cockpit?place=${place}&month=2018-03`)).status).toBe(404);
    }
    const manager = await server.signIn('cooperative_manager', {
      organisationId: '01900000-0000-7000-8000-00000000000a',
    });
    expect((await manager.get(`/cockpit?place=${village}&month=2018-03`)).status).toBe(403);
    expect((await client.get(`/cockpit?place=${village}&month=2018-03&indicator=none`)).status).toBe(404);
  });

  it('needs at most twelve statements, however many places', async () => {
    const client = await server.signIn('city_office', { place: city });
    const count = await statementsOf(() => client.get(`/cockpit?place=${city}&month=2018-03`));
    expect(count).toBeGreaterThan(8);
    expect(count).toBeLessThanOrEqual(12);
  });
});

/** Statements of one request inside its transaction: those that begin and end it, and sign-in, are not counted. */
async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const clients = Array.from({ length: 12 }, () => database.pool.connect());
  const connected = await Promise.all(clients);
  const restore = connected.map((client) => {
    const plain = client.query;
    client.query = ((...given: Parameters<typeof plain>) => {
      const [statement] = given as unknown[];
      const text = typeof statement === 'string' ? statement : ((statement as { text?: string }).text ?? '');
      if (/^\s*(select|with)\b/i.test(text) && !/\bfrom\s+"?session"?\b/i.test(text)) count += 1;
      return plain.apply(client, given);
    }) as typeof plain;
    return () => {
      client.query = plain;
    };
  });
  for (const client of connected) client.release();
  await run();
  for (const undo of restore) undo();
  return count;
}
