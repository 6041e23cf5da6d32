import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { creditCodeCheckDigit, organisationCheckDigit } from '../../platform/pure/credit-code.ts';
import { residentIdCheckDigit } from '../../platform/pure/resident-id.ts';
import { ok } from '../../platform/pure/result.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { feature as places } from '../places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';
import { memberSheet } from './sheet-contract.ts';

const county = 150622;
const township = 150622100000;
const village = township + 201;
const neighbour = township + 202;
const features = [measure, places, feature];

let database: TestDatabase;
let app: TestServer;
let clerk: TestClient;
let town: TestClient;
let banner: TestClient;
beforeAll(async () => {
  let now = Date.parse('2019-06-03T02:00:00Z');
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  database = await testDatabase(features, { clock });
  await database.act(actorAt('city_office', 150600000000), async (tx) => ok(await ensureParameters(tx)));
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, 'village', 'gacha', n, n || '村委会', '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (${village}, '甲村'), (${neighbour}, '乙村')) as p (c, n)`);
  await owner.end();
  app = await testServer(database, { features, handlers: routes });
  clerk = await app.signIn('village_clerk', { place: village });
  town = await app.signIn('township_clerk', { place: township });
  banner = await app.signIn('banner_office', { place: 150622000000 });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

let serial = 0;
function creditCode(prefix = '93'): string {
  const body = String(++serial).padStart(8, '0');
  const first17 = `${prefix}150622${body}${organisationCheckDigit(body)}`;
  return first17 + creditCodeCheckDigit(first17);
}

function idNumber(): string {
  const first17 = `15062219700101${String(++serial % 1000).padStart(3, '0')}`;
  return first17 + residentIdCheckDigit(first17);
}

async function register(over: object = {}, client = town) {
  const id = randomUUID();
  const body = {
    id,
    place: village,
    kind: 'farmers_professional',
    name: `合作社${id.slice(0, 6)}`,
    registeredOn: '2018-07-01',
    creditCode: creditCode(),
    ...over,
  };
  const reply = await client.send('POST', '/cooperatives', body);
  return { id, address: `/cooperatives/${county}/${id}`, reply, body };
}

function member(number: string, over: object = {}) {
  return {
    id: randomUUID(),
    number,
    kind: 'farmer',
    name: `社员${number}`,
    memberPlace: village,
    joinedOn: '2018-07-01',
    joinedBy: 'founding',
    ...over,
  };
}

async function withMembers(count: number, over: object = {}) {
  const made = await register(over);
  for (let at = 1; at <= count; at += 1)
    await clerk.send('POST', `${made.address}/members`, member(String(at).padStart(3, '0')));
  return made;
}

async function openBreaches(address: string): Promise<string[]> {
  const { breaches } = (await clerk.get(address)).body as { breaches: { code: string; curedOn: string | null }[] };
  return breaches.filter((breach) => breach.curedOn === null).map((breach) => breach.code);
}

describe('the register', () => {
  it('holds one organisation of each code, name and village', async () => {
    const { id, body, address } = await register();
    expect((await clerk.get(address)).body).toMatchObject({
      id,
      name: body.name,
      members: 0,
      kind: 'farmers_professional',
    });
    const code = await register({ creditCode: body.creditCode, place: neighbour });
    expect(code.reply.body).toMatchObject({ code: 'cooperative_code_known', errors: [{ field: 'creditCode' }] });
    expect((await register({ name: body.name })).reply.body.code).toBe('cooperative_name_known');
    expect((await register({ creditCode: creditCode('N2') })).reply.body.code).toBe('cooperative_code_kind');
    expect((await register({}, clerk)).reply.status).toBe(403);
  });

  it('is corrected by revision; the code moves with the correction', async () => {
    const { address, body } = await register();
    const { id: _, place: __, kind: ___, ...rest } = body;
    const change = { ...rest, creditCode: creditCode(), chairperson: '苏和', revision: 1, reason: '换证' };
    expect((await clerk.send('PUT', address, change)).status).toBe(200);
    expect((await clerk.send('PUT', address, change)).body.code).toBe('stale');
    expect((await register({ creditCode: body.creditCode })).reply.status).toBe(200);
    expect((await clerk.get(address)).body).toMatchObject({ chairperson: '苏和', revision: 2 });
  });

  it('leaves no trace for the neighbour', async () => {
    const { address, body } = await withMembers(1);
    const other = await app.signIn('village_clerk', { place: neighbour });
    for (const path of [address, `${address}/members`, `${address}/charters`, `${address}/members/next-number`])
      expect((await other.get(path)).status).toBe(404);
    expect((await other.send('POST', `${address}/members`, member('9'))).status).toBe(404);
    expect(JSON.stringify((await other.get('/cooperatives')).body)).not.toContain(body.name);
  });

  it('withdraws what nothing hangs on, and dissolves the rest with its memberships', async () => {
    const empty = await register();
    const gone = { revision: 1, reason: '重复登记' };
    expect((await banner.send('POST', `${empty.address}/withdrawal`, gone)).status).toBe(200);
    const { address } = await withMembers(2);
    expect((await banner.send('POST', `${address}/withdrawal`, gone)).body.code).toBe('cooperative_in_use');
    const end = { revision: 1, reason: '决议解散', dissolvedOn: '2019-06-01' };
    expect((await banner.send('POST', `${address}/dissolution`, end)).status).toBe(200);
    expect((await clerk.get(address)).body).toMatchObject({ members: 0, dissolvedOn: '2019-06-01' });
    expect((await clerk.get(`${address}/members?left=left`)).body.total).toBe(2);
    expect(await openBreaches(address)).toEqual([]);
    expect((await clerk.send('POST', `${address}/members`, member('009', { joinedOn: '2019-06-02' }))).body.code).toBe(
      'cooperative_dissolved',
    );
  });
});

describe('charters', () => {
  const terms = {
    resolutionNumber: '甲发〔2018〕1号',
    parValueFen: 10000,
    surplusReserveBp: 1000,
    reserveQuantifiedBy: 'patronage',
    expansionBp: 0,
    reliefBp: 0,
    welfareReserveBp: 0,
    patronageBp: 6000,
    additionalVotesBp: 2000,
    exitNoticeMonths: 3,
    unitExitNoticeMonths: 6,
  };

  it('follow one another without gap or overlap, also when sixteen come at once', async () => {
    const { address } = await register();
    const record = (startsOn: string) =>
      clerk.send('POST', `${address}/charters`, { ...terms, id: randomUUID(), startsOn });
    expect((await record('2018-07-01')).status).toBe(200);
    const replies = await Promise.all(Array.from({ length: 16 }, () => record('2019-01-01')));
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
    expect((await record('2018-12-01')).body.code).toBe('charter_order');
    const { rows } = (await clerk.get(`${address}/charters`)).body as { rows: Record<string, unknown>[] };
    expect(rows.map((row) => [row.startsOn, row.endsOn])).toEqual([
      ['2019-01-01', null],
      ['2018-07-01', '2019-01-01'],
    ]);
    const gone = { revision: 1, reason: '抄错' };
    expect((await clerk.send('POST', `/charters/${county}/${rows[0]?.id}/withdrawal`, gone)).status).toBe(200);
    const after = (await clerk.get(`${address}/charters`)).body as { rows: Record<string, unknown>[] };
    expect(after.rows.map((row) => row.endsOn)).toEqual([null]);
  });

  it('never fall below the law', async () => {
    const { address } = await register();
    const wrong = { ...terms, id: randomUUID(), startsOn: '2018-07-01', patronageBp: 5000 };
    const reply = await clerk.send('POST', `${address}/charters`, wrong);
    expect(reply.body).toMatchObject({ code: 'charter_patronage_floor', errors: [{ field: 'patronageBp' }] });
  });
});

describe('members', () => {
  it('have one number and one person each', async () => {
    const { address } = await register();
    const person = idNumber();
    expect((await clerk.send('POST', `${address}/members`, member('001', { idNumber: person }))).status).toBe(200);
    expect((await clerk.send('POST', `${address}/members`, member('001'))).body.code).toBe('member_number_known');
    const twice = await clerk.send('POST', `${address}/members`, member('002', { idNumber: person }));
    expect(twice.body.code).toBe('member_known');
    expect((await clerk.get(`${address}/members/next-number`)).body).toEqual({ number: '002' });
    const branch = member('003', { kind: 'unit', unitKind: 'enterprise', name: '甲村党支部' });
    expect((await clerk.send('POST', `${address}/members`, branch)).body.code).toBe('member_public_affairs');
  });

  it('make breaches that are dated, cured and never doubled by sixteen joins at once', async () => {
    const { address } = await withMembers(4);
    expect(await openBreaches(address)).toEqual(['members_too_few']);
    const joins = Array.from({ length: 16 }, (_, at) =>
      clerk.send('POST', `${address}/members`, member(`1${String(at).padStart(2, '0')}`, { kind: 'other_person' })),
    );
    expect((await Promise.all(joins)).every((reply) => reply.status === 200)).toBe(true);
    expect(await openBreaches(address)).toEqual(['farmers_too_few']);
    const { breaches } = (await clerk.get(address)).body as { breaches: Record<string, unknown>[] };
    expect(breaches).toHaveLength(2);
    expect(breaches[0]).toMatchObject({ foundOn: '2019-06-03', cureBy: '2019-12-03', curedOn: null });
    expect(breaches[1]).toMatchObject({ code: 'members_too_few', curedOn: '2019-06-03' });
    expect((await clerk.get('/cooperatives?state=breach')).body.rows).toContainEqual(
      expect.objectContaining({ openBreaches: 1 }),
    );
  });

  it('are corrected without retyping the masked number, and the composition follows the status', async () => {
    const { address } = await withMembers(5);
    const id = randomUUID();
    const person = idNumber();
    await clerk.send('POST', `${address}/members`, member('006', { id, idNumber: person }));
    const { body } = await clerk.get(`/memberships/${county}/${id}`);
    const change = {
      ...member('006'),
      name: '更名',
      kind: 'other_person',
      idNumber: body.idNumberMasked,
      revision: 1,
      reason: '户口迁出',
    };
    expect((await clerk.send('PUT', `/memberships/${county}/${id}`, change)).status).toBe(200);
    const revealed = await clerk.send('POST', `/memberships/${county}/${id}/reveal`, { reason: '核对证件' });
    expect(revealed.body).toEqual({ idNumber: person });
    expect((await clerk.get(address)).body).toMatchObject({ composition: { farmers: 5, members: 6 } });
    const gone = { revision: 2, reason: '登记错误' };
    expect((await clerk.send('POST', `/memberships/${county}/${id}/withdrawal`, gone)).status).toBe(200);
    expect((await clerk.get(`${address}/members`)).body.total).toBe(5);
  });

  it('count where they live, and both villages may read them', async () => {
    const { address } = await register();
    const id = randomUUID();
    await clerk.send('POST', `${address}/members`, member('001', { id, memberPlace: neighbour }));
    const other = await app.signIn('village_clerk', { place: neighbour });
    expect((await other.get(`/memberships/${county}/${id}`)).body).toMatchObject({ name: '社员001', allowed: [] });
    expect((await other.send('POST', `/memberships/${county}/${id}/reveal`, { reason: '看看' })).status).toBe(404);
    const rows = await database.read(actorAt('village_clerk', neighbour), async (tx) => {
      const found = await sql<{ place: number; dims: object }>`
        select place, dims from fact_membership where record_id = ${id} and retired_at is null`.execute(tx.db);
      return found.rows;
    });
    expect(rows).toEqual([
      {
        place: neighbour,
        dims: expect.objectContaining({ elsewhere: true, home: county, form: 'farmers_professional' }),
      },
    ]);
  });

  it('are recorded by the manager of their own organisation alone', async () => {
    const mine = await register();
    const others = await register();
    const manager = await app.signIn('cooperative_manager', { organisationId: mine.id });
    expect((await manager.get('/cooperatives')).body).toMatchObject({ total: 1, rows: [{ id: mine.id }] });
    expect((await manager.get(others.address)).status).toBe(404);
    expect((await manager.send('POST', `${others.address}/members`, member('001'))).status).toBe(404);
    expect((await manager.send('POST', `${mine.address}/members`, member('001'))).status).toBe(200);
    expect((await manager.get(`${mine.address}/members`)).body.total).toBe(1);
    expect(await openBreaches(mine.address)).toEqual(['members_too_few']);
  });

  it('are shown to their own household', async () => {
    const { address } = await register();
    const household = { county, id: randomUUID() };
    const link = { householdCounty: county, householdId: household.id };
    await clerk.send('POST', `${address}/members`, member('001', link));
    await clerk.send('POST', `${address}/members`, member('002'));
    const home = await app.signIn('household', { household });
    expect((await home.get('/my-memberships')).body.rows).toMatchObject([{ number: '001' }]);
  });
});

async function workbook(rows: readonly ExportRow[]): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const list = writeList({ spec: memberSheet, rows, language: 'zh', exportedBy: '甲', exportedAt: new Date(0) });
  for await (const piece of list) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a list of members', () => {
  it('goes in once, names its bad rows and changes nothing the second time', async () => {
    const { address } = await register();
    const person = idNumber();
    const rows = [
      { number: '001', name: '阿木尔', kind: 'farmer', idNumber: person, joinedOn: '2018-07-01' },
      {
        number: '002',
        name: '乙村人',
        kind: 'farmer',
        memberPlace: '乙村',
        joinedOn: '2018-07-01',
        phone: '13800001234',
      },
      { number: '003', name: '甲村党支部', kind: 'unit', unitKind: 'enterprise', joinedOn: '2018-07-01' },
      { number: '004', name: '重名', kind: 'farmer', idNumber: person, joinedOn: '2018-07-01' },
      {
        number: '005',
        name: '企业',
        kind: 'unit',
        unitKind: 'enterprise',
        creditCode: creditCode('91'),
        joinedOn: '2018-07-01',
      },
    ];
    const bytes = await workbook(rows);
    const file = { name: '名册.xlsx', bytes };
    const check = await clerk.upload(`${address}/members/import/check`, file);
    expect(check.body).toMatchObject({ inserted: 3, rejected: 2 });
    expect((check.body.errors as { row: number }[]).map((error) => error.row)).toEqual([7, 8]);
    expect((await clerk.upload(`${address}/members/import`, file)).body.code).toBe('import_rejected');
    expect((await clerk.upload(`${address}/members/import/marked`, file)).status).toBe(200);
    const taken = await clerk.upload(`${address}/members/import?keepGood=true`, file);
    expect(taken.body).toMatchObject({ inserted: 3, updated: 0, unchanged: 0, rejected: 2 });
    const again = await clerk.upload(`${address}/members/import?keepGood=true`, file);
    expect(again.body).toMatchObject({ inserted: 0, updated: 0, unchanged: 3, rejected: 2 });
    const corrected = await workbook([{ ...rows[1], name: '改名' }]);
    const update = await clerk.upload(`${address}/members/import`, { name: 'b.xlsx', bytes: corrected });
    expect(update.body).toMatchObject({ updated: 1 });
    const listed = (await clerk.get(`${address}/members?q=%E6%94%B9`)).body;
    expect(listed).toMatchObject({ total: 1, rows: [{ number: '002', memberPlaceName: '乙村' }] });
    expect((await clerk.send('POST', `${address}/members/export`)).status).toBe(200);
    expect((await clerk.send('POST', `${address}/members/template`)).status).toBe(200);
  });
});
