import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyTrail } from '../../platform/audit/verify.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { feature as places } from '../places/feature.ts';
import { demoIdNumber } from './demo-rules.ts';
import { feature as households } from './feature.ts';
import { routes } from './routes.ts';

const county = 150622;
const village = 150622100201;
const foreign = 150623100201;
const city = 150600000000;

let database: TestDatabase;
let owner: Awaited<ReturnType<TestDatabase['connectOwner']>>;
let server: TestServer;
let clerk: TestClient;
let office: TestClient;
let serial = 0;

beforeAll(async () => {
  let now = Date.parse('2019-06-03T02:00:00Z');
  // every look at the clock is a moment later, so that two states never share an instant
  const clock = () => {
    now += 3;
    return new Date(now);
  };
  database = await testDatabase([places, households], { clock });
  owner = await database.connectOwner();
  await asOwner(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, l, 'gacha', n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (150622000000, 'banner', '准格尔旗'), (150623000000, 'banner', '鄂托克前旗'),
      (${village}, 'village', '甲村'), (${foreign}, 'village', '丙村')) as p (c, l, n)`);
  server = await testServer(database, { features: [places, households], handlers: routes });
  clerk = await server.signIn('village_clerk', { place: village });
  office = await server.signIn('city_office', { place: city });
});
afterAll(async () => {
  await server.close();
  await owner.end();
  await database.drop();
});

async function asOwner(statement: string): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await owner.query(statement);
  return rows;
}

function person(name: string, relation: string) {
  serial += 1;
  const idNumber = demoIdNumber({ region: county, birthOn: '1970-05-17', serial, sex: 'male' });
  return { id: randomUUID(), name, idNumber, relation, ethnicity: '02', health: 'chronic' };
}

function home(people: readonly object[], place = village) {
  serial += 1;
  const home = { id: randomUUID(), place, number: `E${serial}`, address: `${serial}社`, phone: '13800001234' };
  return { ...home, joinedOn: '2018-01-01', residents: people };
}

type Home = ReturnType<typeof home>;

async function enter(body: Home, client = clerk): Promise<Home> {
  expect((await client.send('POST', '/households', body)).status).toBe(200);
  return body;
}

interface Stay {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly leftOn: string | null;
  readonly erased: boolean;
  readonly birthOn: string;
}

async function staysOf(id: string): Promise<readonly Stay[]> {
  return (await office.get(`/households/${county}/${id}`)).body.residents as Stay[];
}

async function leave(stay: Stay | undefined, more: object = {}) {
  const body = { revision: stay?.revision, happenedOn: '2019-05-01', kind: 'moved', ...more };
  expect((await clerk.send('POST', `/residents/${county}/${stay?.id}/leave`, body)).status).toBe(200);
}

function erase(id: string | undefined, client = office) {
  return client.send('POST', `/residents/${county}/${id}/erase`, { reason: '本人申请，已迁出满一年' });
}

/** Every text that any table of the database holds, in the form in which its rows are written. */
async function everything(): Promise<string> {
  const tables = await asOwner(`select tablename as name from pg_tables where schemaname = 'public'`);
  const texts = [];
  for (const { name } of tables) texts.push(await asOwner(`select to_jsonb(t)::text as row from ${name} t`));
  return JSON.stringify(texts);
}

describe('erasing a person', () => {
  it('leaves nothing personal in any table, and every figure, date and seal as it was', async () => {
    const [gone, stays] = [person('贺希格图', '01'), person('萨仁高娃', '02')];
    const { id } = await enter(home([gone, stays]));
    const [head, wife] = await staysOf(id);
    const rename = { revision: head?.revision, reason: '录错', name: '贺希格', health: 'disabled' };
    await clerk.send('PUT', `/residents/${county}/${head?.id}`, rename);
    await leave({ ...(await staysOf(id))[0] } as Stay, { newHeadId: wife?.id, to: '东胜区铁西一路' });
    const facts = `select occurred_on, ended_on, recorded_at, retired_at, quantity, dims ->> 'sex' as sex, record_id
      from fact_resident order by 3, 4, 1, 2, 7`;
    const before = await asOwner(facts);
    const [{ hash } = { hash: '' }] = await asOwner(
      `select encode(id_number_hash, 'hex') as hash from resident where id = '${gone.id}'`,
    );
    expect(await everything()).toContain('贺希格图');

    expect((await erase(gone.id)).body).toEqual({ stays: 1, households: 0 });

    const text = await everything();
    for (const known of ['贺希格', 'hexige', '东胜区铁西一路', String(hash)]) expect(text, known).not.toContain(known);
    expect(text).toContain('萨仁高娃');
    expect(await asOwner(facts)).toEqual(before);
    expect((await staysOf(id)).find((one) => one.id === gone.id)).toMatchObject({
      name: '****',
      erased: true,
      birthOn: '1970-01-01',
      leftOn: '2019-05-01',
    });
    expect((await verifyTrail(database.recount)).problemCount).toBe(0);
  });

  it('sets the number free, and lets nobody correct, reveal or erase what is gone', async () => {
    const [gone, stays] = [person('巴雅尔', '02'), person('图雅', '01')];
    const { id } = await enter(home([stays, gone]));
    await leave(
      (await staysOf(id)).find((one) => one.id === gone.id),
      { kind: 'died' },
    );
    const check = () => clerk.send('POST', '/residents/check', { idNumber: gone.idNumber });
    expect((await check()).body).toMatchObject({ known: 'died' });
    expect((await erase(gone.id)).status).toBe(200);
    expect((await check()).body).toMatchObject({ known: 'none' });
    const path = `/residents/${county}/${gone.id}`;
    const left = (await staysOf(id)).find((one) => one.id === gone.id);
    const tries = [
      erase(gone.id),
      clerk.send('PUT', path, { revision: left?.revision, reason: '补录', name: '巴雅尔' }),
      clerk.send('POST', `${path}/reveal`, { reason: '核对' }),
    ];
    for (const reply of await Promise.all(tries)) expect(reply.body).toMatchObject({ code: 'resident_erased' });
    const history = await office.get(`/households/${county}/${id}/history`);
    expect(JSON.stringify(history.body)).not.toContain('巴雅尔');
  });

  it('goes through all stays under the number, and takes the household’s contact with the last one', async () => {
    const one = person('敖日格勒', '01');
    const { id } = await enter(home([one]));
    await leave((await staysOf(id))[0]);
    const again = await enter(home([{ ...one, id: randomUUID() }]));
    expect((await erase(one.id)).body).toMatchObject({ code: 'resident_present' });
    await leave((await staysOf(again.id))[0]);
    expect((await erase(one.id)).body).toEqual({ stays: 2, households: 2 });
    for (const household of [id, again.id]) {
      const { body } = await office.get(`/households/${county}/${household}`);
      expect(body).toMatchObject({ address: null, phoneMasked: null, leftOn: '2019-05-01' });
      expect(body.number).toMatch(/^E\d+$/);
    }
    expect(await everything()).not.toContain('敖日格勒');
  });

  it('is for the city office alone, inside its city, and never of somebody present', async () => {
    const { id } = await enter(home([person('宝音', '01')]));
    const [stay] = await staysOf(id);
    for (const role of ['city_leader', 'auditor'] as const)
      expect((await erase(stay?.id, await server.signIn(role, { place: city }))).status).toBe(403);
    expect((await erase(stay?.id, clerk)).status).toBe(403);
    expect((await erase(stay?.id, await server.signIn('city_office', { place: 150200000000 }))).status).toBe(404);
    expect((await erase(stay?.id)).body).toMatchObject({ code: 'resident_present' });
    const body = (await office.send('POST', `/residents/${county}/${stay?.id}/erase`, { reason: ' ' })).body;
    expect(body).toMatchObject({ code: 'invalid_input' });
    expect((await staysOf(id))[0]).toMatchObject({ name: '宝音', erased: false });
  });

  it('is told in the trail with its reason and without the person', async () => {
    const { id } = await enter(home([person('苏和', '01')]));
    await leave((await staysOf(id))[0]);
    const [stay] = await staysOf(id);
    await erase(stay?.id);
    const events = await asOwner(
      `select role, reason, place::bigint as place, changes::text as changes from audit_event
       where act = 'resident.erase' and record_id = '${stay?.id}'`,
    );
    expect(events).toMatchObject([{ role: 'city_office', reason: '本人申请，已迁出满一年' }]);
    expect(String(events[0]?.changes)).toMatch(/erasedValues/);
    expect(String(events[0]?.changes)).not.toContain('苏和');
  });
});

describe('looking up numbers', () => {
  it('A31 stops an account that walks through the numbers of a region, whichever way it asks', async () => {
    const abroad = await server.signIn('village_clerk', { place: foreign });
    const held = await enter(home([person('乌日娜', '01')]));
    const walker = await server.signIn('village_clerk', { place: foreign });
    const idNumber = (held.residents[0] as { idNumber: string }).idNumber;
    const enterHeld = () => walker.send('POST', '/households', home([{ ...person('甲', '01'), idNumber }], foreign));
    expect((await enterHeld()).body).toMatchObject({ code: 'resident_elsewhere' });
    const replies = [];
    for (let number = 0; number < 60; number += 1)
      replies.push(await walker.send('POST', '/residents/check', { idNumber: person('甲', '01').idNumber }));
    expect(replies.map(({ status }) => status)).toEqual([...Array(59).fill(200), 429]);
    const last = replies.at(-1)?.body;
    expect(last).toMatchObject({ code: 'act_too_often', values: { perMinute: 60, perDay: 500 } });
    expect(last?.title).toMatch(/每分钟最多 60 次、每天最多 500 次/);
    // registering answers the same question, so it is stopped as well, but not for people who are new
    expect((await enterHeld()).body).toMatchObject({ code: 'act_too_often' });
    await enter(home([person('新户', '01')], foreign), walker);
    expect((await abroad.send('POST', '/residents/check', { idNumber })).body).toMatchObject({ known: 'elsewhere' });
    const stopped = await asOwner(
      `select place::int, record_id from audit_event where act = 'account.stopped' and account_id = '${walker.accountId}'`,
    );
    expect(stopped).toEqual([{ place: 0, record_id: walker.accountId }]);
  });
});
