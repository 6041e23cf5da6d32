import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { localDate } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as land } from '../../registers/land/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';
import { demoLandUses, loadDemoLandUses } from './seed.ts';

const county = 150622;
const [village, neighbour, city] = [150622100201, 150622100202, 150600000000];

let database: TestDatabase;
let api: TestServer;
let clerk: TestClient;
let department: TestClient;
let other: TestClient;
beforeAll(async () => {
  const features = [measure, places, households, cooperatives, land, feature];
  database = await testDatabase(features, { clock: () => new Date('2019-06-03T10:00:00+08:00') });
  await database.act(actorAt('city_office', city), async (tx) => ok(await ensureParameters(tx)));
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, rural, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), ${county}, 'village', 'gacha', n, n, '', '', true, '2000-01-01', now(), gen_random_uuid()
    from (values (${village}, '甲村'), (${neighbour}, '乙村')) as p (c, n)`);
  await owner.end();
  api = await testServer(database, { features, handlers: routes });
  clerk = await api.signIn('village_clerk', { place: village });
  department = await api.signIn('department', { place: city });
  other = await api.signIn('village_clerk', { place: neighbour });
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

let serial = 0;

async function ask(over: object = {}, client = clerk) {
  serial += 1;
  const body = {
    id: randomUUID(),
    place: village,
    number: `用${serial}`,
    applicantKind: 'leading_enterprise',
    applicantName: '蒙草公司',
    projectName: '肉羊屠宰加工',
    purpose: 'processing',
    landClass: 'construction',
    areaMu: 30.5,
    requestedOn: '2019-05-06',
    department: '旗自然资源局',
    ...over,
  };
  const reply = await client.send('POST', '/land-uses', body);
  return { reply, body, address: `/land-uses/${county}/${body.id}` };
}

const grant = {
  revision: 1,
  answeredOn: '2019-06-03',
  granted: true,
  grantedMu: 30,
  answerDocument: '旗自然资函〔2019〕8号',
};

describe('a request for land', () => {
  it('has its clock, is answered by another, and is secured once', async () => {
    const { reply, address } = await ask();
    expect(reply.body).toMatchObject({ dueOn: '2019-06-03' });
    expect((await clerk.get(address)).body).toMatchObject({ guarantee: 'waiting', light: 'near', waitingDays: 28 });
    expect((await clerk.send('POST', `${address}/answer`, grant)).status).toBe(403);
    expect((await department.send('POST', `${address}/answer`, { ...grant, grantedMu: 31 })).body).toMatchObject({
      code: 'use_grant_above',
      errors: [{ field: 'grantedMu' }],
    });
    const both = await Promise.all([1, 2].map(() => department.send('POST', `${address}/answer`, grant)));
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const secure = { revision: 2, securedOn: '2019-06-03', securedDocument: '划拨决定书1号' };
    expect((await department.send('POST', `${address}/secure`, secure)).status).toBe(200);
    expect((await department.send('POST', `${address}/secure`, { ...secure, revision: 3 })).body.code).toBe(
      'use_secured',
    );
    expect((await clerk.get(address)).body).toMatchObject({
      guarantee: 'secured',
      light: 'met',
      grantedMu: 30,
      ecology: null,
    });
    const facts = await database.read(actorAt('auditor', city), async (tx) => {
      const { rows } = await sql<{ step: string; quantity: number; inTime: string }>`
        select dims ->> 'step' as step, quantity, dims ->> 'in_time' as in_time from fact_land_use
        where retired_at is null and (ended_on is null or ended_on > occurred_on) order by 1`.execute(tx.db);
      return rows;
    });
    expect(facts.map(({ step, quantity, inTime }) => [step, quantity, inTime])).toEqual([
      ['asked', 30.5, 'yes'],
      ['granted', 30, 'yes'],
      ['secured', 30, 'yes'],
      ['waiting', 30.5, 'yes'],
    ]);
  });

  it('is not answered by who asked, in any role', async () => {
    const office = await api.signIn('banner_office', { place: 150622000000 });
    const { address } = await ask({}, office);
    expect((await office.send('POST', `${address}/answer`, grant)).body.code).toBe('own_work');
    const owner = await database.connectOwner();
    await expect(
      owner.query(
        `update land_use set state = 'granted', answered_on = '2019-06-03', answered_by = made_by, granted_mu = 1, answer_document = 'x'
         where id = $1`,
        [address.split('/').at(-1)],
      ),
    ).rejects.toThrow(/land_use_two_people/);
    await owner.end();
  });

  it('is overdue after its last day, and put off once before', async () => {
    const late = await ask({ requestedOn: '2019-03-01' });
    expect((await clerk.get('/land-uses?guarantee=overdue')).body).toMatchObject({
      total: 1,
      rows: [{ light: 'late' }],
    });
    const extend = { revision: 1, reason: '需现场踏勘' };
    expect((await department.send('POST', `${late.address}/extend`, extend)).body.code).toBe('use_overdue');
    const { address } = await ask();
    expect((await department.send('POST', `${address}/extend`, extend)).body).toMatchObject({ dueOn: '2019-06-18' });
    expect((await department.send('POST', `${address}/extend`, { ...extend, revision: 2 })).body.code).toBe(
      'use_extended',
    );
  });

  it('is corrected and withdrawn before its answer only, and unknown to the neighbour', async () => {
    const { address, body } = await ask();
    const { id: _, place: _place, ...fields } = body;
    const change = { ...fields, areaMu: 12, revision: 1, reason: '面积误填' };
    expect((await other.send('PUT', address, change)).status).toBe(404);
    expect((await other.get(address)).status).toBe(404);
    expect((await other.get('/land-uses')).body).toMatchObject({ rows: [], total: 0 });
    expect((await ask({ place: neighbour })).reply.status).toBe(404);
    expect((await clerk.send('PUT', address, change)).status).toBe(200);
    expect((await clerk.send('POST', `${address}/withdraw`, { revision: 2, reason: '项目取消' })).status).toBe(200);
    expect((await clerk.send('PUT', address, { ...change, revision: 3 })).body.code).toBe('use_answered');
    expect((await ask({ number: body.number })).reply.body.code).toBe('use_number_known');
    for (const areaMu of [0, -1, 1.001]) expect((await ask({ areaMu })).reply.body.code).toBe('invalid_input');
    expect((await clerk.send('POST', '/land-uses/export')).raw.subarray(0, 2).toString()).toBe('PK');
  });
});

it('takes the requests of the demo, the same from the same numbers', async () => {
  const span = {
    from: localDate('2017-06-01'),
    until: localDate('2019-05-31'),
    askedBy: randomUUID(),
    answeredBy: randomUUID(),
  };
  const make = () => {
    let state = 11;
    const random = () => {
      state = (state * 16_807) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    return Array.from({ length: 20 }, (_, at) => demoLandUses(random, at % 2 === 0 ? village : neighbour, span)).flat();
  };
  const made = make().map((past, at) => ({ ...past, row: { ...past.row, number: `演${at}` } }));
  expect(make().map(({ row }) => row.id)).toEqual(made.map(({ row }) => row.id));
  expect(made.length).toBeGreaterThan(2);
  await database.act(actorAt('city_office', city), async (tx) => ok(await loadDemoLandUses(tx, made)));
  expect((await clerk.get('/land-uses?q=演')).body.total).toBeGreaterThan(0);
});
