import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature } from './feature.ts';
import type { DivisionRow } from './import-rules.ts';
import { importPlaces } from './public.ts';
import { routes } from './routes.ts';

const city = 150600000000;
const banner = 150622000000;
const other = 150623000000;
const town = 150622100000;
const village = town + 201;
const divisions: readonly DivisionRow[] = [
  { code: city, level: 'city', name: '鄂尔多斯市', nameOfficial: '鄂尔多斯市' },
  { code: banner, level: 'banner', name: '准格尔旗', nameOfficial: '准格尔旗', bannerKind: 'banner' },
  { code: other, level: 'banner', name: '鄂托克前旗', nameOfficial: '鄂托克前旗', bannerKind: 'banner' },
  { code: town, level: 'township', name: '沙圪堵镇', nameOfficial: '沙圪堵镇', townshipKind: 'town' },
  { code: town + 1, level: 'village', name: '兴隆社区', nameOfficial: '兴隆社区居委会', rural: false },
  ...[201, 202, 203, 204].map((serial) => {
    return {
      code: town + serial,
      level: 'village' as const,
      name: `第${serial}村`,
      nameOfficial: `第${serial}村委会`,
      rural: true,
    };
  }),
];

let database: TestDatabase;
let server: TestServer;
let office: TestClient;
let bannerOffice: TestClient;
let otherBanner: TestClient;
let clerk: TestClient;

beforeAll(async () => {
  database = await testDatabase([feature]);
  server = await testServer(database, { features: [feature], handlers: routes });
  await database.act(actorAt('city_office', city), async (tx) =>
    ok(await importPlaces(tx, divisions, { stateOn: '2016-06-30' })),
  );
  office = await server.signIn('city_office', { place: city });
  bannerOffice = await server.signIn('banner_office', { place: banner });
  otherBanner = await server.signIn('banner_office', { place: other });
  clerk = await server.signIn('village_clerk', { place: village });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

function codes(reply: { body: Record<string, unknown> }): number[] {
  return (reply.body.rows as { code: number }[]).map((row) => row.code);
}

describe('reading places', () => {
  it('is for everybody signed in, over the whole register', async () => {
    const household = await server.signIn('household', { household: { county: 150622, id: randomUUID() } });
    for (const reader of [office, clerk, household]) {
      expect(codes(await reader.get(`/places?parent=${city}`))).toEqual([banner, other]);
      expect((await reader.get(`/places/${town + 204}`)).status).toBe(200);
    }
    expect((await server.anonymous.get('/places')).status).toBe(401);
  });

  it('starts pickers at the top of the reader’s own range', async () => {
    expect(codes(await office.get('/places'))).toEqual([city]);
    expect(codes(await clerk.get('/places'))).toEqual([village]);
    expect(codes(await clerk.get('/places?scope=all'))).toEqual([city]);
    expect((await office.get('/places')).body.rows).toMatchObject([
      { hasChildren: true, parentName: null, villages: 4 },
    ]);
    expect((await clerk.get('/places')).body.rows).toMatchObject([
      { hasChildren: false, parentName: '沙圪堵镇', rural: true },
    ]);
  });

  it('answers unknown and impossible codes alike', async () => {
    for (const code of ['150622100999', '1', 'x', '999999999999999'])
      expect((await clerk.get(`/places/${code}`)).status).toBe(404);
    expect((await clerk.get('/places?parent=abc')).status).toBe(400);
  });

  it('shows where a village stands and what one may do there', async () => {
    const { body } = await bannerOffice.get(`/places/${village}`);
    expect(body).toMatchObject({ name: '第201村', kind: 'village', flags: [], changes: [], allowed: ['place.flag'] });
    expect((body.ancestors as { name: string }[]).map((one) => one.name)).toEqual([
      '鄂尔多斯市',
      '准格尔旗',
      '沙圪堵镇',
    ]);
    expect((await otherBanner.get(`/places/${village}`)).body.allowed).toEqual([]);
    expect((await office.get(`/places/${town}`)).body.allowed).toEqual(['place.change']);
  });
});

describe('flags', () => {
  const flag = (more: object = {}) => ({ id: randomUUID(), flag: 'key_poor_village', startsOn: '2018-01-01', ...more });
  const send = (who: TestClient, place: number, body: object) => who.send('POST', `/places/${place}/flags`, body);

  it('are recorded, shown by day, ended and withdrawn, by the banner of the village or the city', async () => {
    const { body } = await send(bannerOffice, village, flag({ documentNumber: '鄂扶〔2018〕1号' }));
    expect(body).toMatchObject({ county: 150622 });
    const address = `/places/flags/150622/${String(body.id)}`;
    const on = async (day: string) => (await clerk.get(`/places/flags?day=${day}`)).body.total;
    expect([await on('2017-12-31'), await on('2018-01-01')]).toEqual([0, 1]);
    const end = { revision: 1, endsOn: '2019-01-01', reason: '出列' };
    expect((await otherBanner.send('POST', `${address}/end`, end)).status).toBe(404);
    expect((await clerk.send('POST', `${address}/end`, end)).status).toBe(403);
    expect((await bannerOffice.send('POST', `${address}/end`, end)).status).toBe(200);
    expect((await bannerOffice.send('POST', `${address}/end`, end)).body.code).toBe('stale');
    expect([await on('2018-12-31'), await on('2019-01-01')]).toEqual([1, 0]);
    expect((await office.send('POST', `${address}/withdraw`, { revision: 2, reason: '误登' })).status).toBe(200);
    expect(await on('2018-12-31')).toBe(0);
  });

  it('are invisible and out of reach outside the range', async () => {
    await send(bannerOffice, town + 202, flag());
    expect((await otherBanner.get('/places/flags')).body).toMatchObject({ total: 0, rows: [] });
    expect((await otherBanner.get(`/places/${town + 202}`)).body.flags).toEqual([]);
    expect((await send(otherBanner, town + 202, flag({ flag: 'weak_village' }))).status).toBe(404);
    const household = await server.signIn('household', { household: { county: 150622, id: randomUUID() } });
    expect((await household.get('/places/flags')).body.total).toBe(0);
  });

  it('are refused on communities, townships, days before the place, and twice', async () => {
    expect((await send(office, town + 1, flag())).body.code).toBe('flag_not_rural');
    expect((await send(office, town, flag())).body.code).toBe('flag_not_village');
    expect((await send(office, town + 203, flag({ startsOn: '2009-12-31' }))).body.code).toBe('flag_before_place');
    expect((await send(office, town + 203, flag({ endsOn: '2018-01-01' }))).body.code).toBe('date_order');
    expect((await send(office, town + 203, flag())).status).toBe(200);
    expect((await send(office, town + 203, flag({ startsOn: '2019-05-01' }))).body.code).toBe('flag_overlaps');
    expect((await send(office, town + 203, flag({ startsOn: '2017-01-01', endsOn: '2018-01-01' }))).status).toBe(200);
  });

  it('are recorded once when several people do it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => send(office, town + 204, flag({ startsOn: `2018-0${index + 1}-01` }))),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });
});

describe('changes', () => {
  const change = (body: object) => ({
    id: randomUUID(),
    kind: 'rename',
    happenedOn: '2020-05-01',
    reason: '民政批复',
    ...body,
  });

  it('are for the city office alone, and not for days to come', async () => {
    const rename = change({ from: [village], to: [{ code: village, name: '新名嘎查' }] });
    expect((await bannerOffice.send('POST', '/places/changes', rename)).status).toBe(403);
    expect((await office.send('POST', '/places/changes', { ...rename, happenedOn: '2999-01-01' })).body.code).toBe(
      'date_in_future',
    );
    const elsewhere = change({ from: [150722100201], to: [{ code: 150722100201, name: '外地' }] });
    expect((await office.send('POST', '/places/changes', elsewhere)).status).toBe(404);
  });

  it('show the name and the codes of any day, from either side', async () => {
    const rename = change({
      from: [village],
      to: [{ code: village, name: '新名嘎查' }],
      documentNumber: '鄂民〔2020〕8号',
    });
    expect((await office.send('POST', '/places/changes', rename)).body).toMatchObject({ opened: 0, closed: 0 });
    expect((await clerk.get(`/places/${village}?on=2020-04-30`)).body).toMatchObject({
      name: '新名嘎查',
      nameThen: '第201村',
    });
    const merge = change({
      kind: 'merge',
      happenedOn: '2021-03-01',
      from: [town + 203, town + 204],
      to: [{ code: town + 205, name: '合村' }],
    });
    expect((await office.send('POST', '/places/changes', merge)).body).toMatchObject({ opened: 1, closed: 2 });
    const merged = (await clerk.get(`/places/${town + 205}?on=2018-06-01`)).body;
    expect(merged.placesThen).toEqual([
      { code: town + 203, name: '第203村' },
      { code: town + 204, name: '第204村' },
    ]);
    expect(merged).toMatchObject({ rural: true, kind: 'village', startsOn: '2021-03-01' });
    const before = (await clerk.get(`/places/${town + 203}`)).body;
    expect(before).toMatchObject({ endsOn: '2021-03-01', placesNow: [{ code: town + 205, name: '合村' }] });
    expect(codes(await clerk.get(`/places?parent=${town}`))).toEqual([town + 1, village, town + 202, town + 205]);
    expect(codes(await clerk.get(`/places?parent=${town}&ended=true`))).toContain(town + 203);
    expect((await office.send('POST', `/places/changes/${merge.id}/withdraw`, { reason: '误登' })).body.code).toBe(
      'change_opened_places',
    );
  });

  it('are withdrawn only from the last', async () => {
    const first = change({ from: [town + 202], to: [{ code: town + 202, name: '甲村' }] });
    const second = change({ from: [town + 202], to: [{ code: town + 202, name: '乙村' }], happenedOn: '2020-06-01' });
    for (const one of [first, second]) expect((await office.send('POST', '/places/changes', one)).status).toBe(200);
    const withdraw = (id: string) => office.send('POST', `/places/changes/${id}/withdraw`, { reason: '误登' });
    expect((await withdraw(first.id)).body.code).toBe('change_not_last');
    expect((await withdraw(second.id)).status).toBe(200);
    expect((await withdraw(second.id)).status).toBe(404);
    expect((await withdraw(first.id)).status).toBe(200);
    expect((await clerk.get(`/places/${town + 202}`)).body).toMatchObject({
      name: '第202村',
      nameOfficial: '第202村委会',
      changes: [],
    });
  });

  it('move a whole township to a new code', async () => {
    const recode = change({ kind: 'recode', happenedOn: '2022-01-01', from: [town], to: [{ code: town + 7000 }] });
    expect((await office.send('POST', '/places/changes', recode)).body).toMatchObject({ opened: 5, closed: 5 });
    expect(codes(await office.get(`/places?parent=${banner}`))).toEqual([town + 7000]);
    expect((await clerk.get(`/places/${village}`)).body).toMatchObject({
      placesNow: [{ code: village + 7000, name: '新名嘎查' }],
    });
    expect((await office.get(`/places/${village + 7000}?on=2019-01-01`)).body.placesThen).toEqual([
      { code: village, name: '第201村' },
    ]);
  });

  it('let one of several people in at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((index) =>
        office.send(
          'POST',
          '/places/changes',
          change({ happenedOn: '2023-01-01', from: [other], to: [{ code: other, name: `前旗${index}` }] }),
        ),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.body.code === 'change_too_early')).toHaveLength(3);
  });
});
