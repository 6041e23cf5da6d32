import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { feature as places } from '../places/feature.ts';
import { demoIdNumber } from './demo-rules.ts';
import { feature as households } from './feature.ts';
import { routes } from './routes.ts';

const county = 150622;
const [village, sister, township, foreign] = [150622100201, 150622100202, 150622100000, 150623100201];
let database: TestDatabase;
let server: TestServer;
let clerk: TestClient;
let neighbour: TestClient;
let township1: TestClient;
let auditor: TestClient;
let abroad: TestClient;

beforeAll(async () => {
  let now = Date.parse('2019-06-03T02:00:00Z');
  // every look at the clock is a second later, so that two states never share an instant
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  database = await testDatabase([places, households], { clock });
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, l, 'gacha', n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (150622000000, 'banner', '准格尔旗'), (150623000000, 'banner', '鄂托克前旗'), (${township}, 'township', '暖水乡'),
      (${village}, 'village', '甲村'), (${sister}, 'village', '乙村'), (${foreign}, 'village', '丙村')) as p (c, l, n)`);
  await owner.end();
  server = await testServer(database, { features: [places, households], handlers: routes });
  clerk = await server.signIn('village_clerk', { place: village });
  neighbour = await server.signIn('village_clerk', { place: sister });
  township1 = await server.signIn('township_clerk', { place: township });
  abroad = await server.signIn('village_clerk', { place: foreign });
  auditor = await server.signIn('auditor', { place: 150600000000 });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

let serial = 0;
function idNumber(birthOn = '1970-01-01'): string {
  return demoIdNumber({ region: county, birthOn, serial: ++serial, sex: 'male' });
}

function person(name: string, relation = '01', number = idNumber()) {
  return { id: randomUUID(), name, idNumber: number, relation };
}

function home(people = [person('王建国'), person('李秀英', '02')], place = village) {
  return {
    id: randomUUID(),
    place,
    number: `N${++serial}`,
    phone: '138 0000 1234',
    croplandMu: 12.35,
    joinedOn: '2018-01-01',
    residents: people,
  };
}

async function enter(body = home(), client = clerk) {
  const reply = await client.send('POST', '/households', body);
  expect(reply.body).toMatchObject({ revision: 1 });
  return body;
}

async function view(id: string, client = clerk, at = county) {
  return (await client.get(`/households/${at}/${id}`)).body as unknown as View;
}

interface View {
  readonly place: number;
  readonly revision: number;
  readonly leftOn: string | null;
  readonly residents: readonly {
    id: string;
    name: string;
    relation: string;
    revision: number;
    leftOn: string | null;
    joinedOn: string;
  }[];
  readonly poverty: readonly {
    id: string;
    state: string;
    change: string;
    startsOn: string;
    endsOn: string | null;
    revision: number;
  }[];
  readonly lineage: readonly {
    kind: string;
    direction: string;
    other: { id: string } | null;
    otherText: string | null;
  }[];
  readonly allowed: readonly string[];
}

function decision(startsOn: string, state = 'registered') {
  const terms = { standard: 'national', kind: 'general', mainCause: 'illness', documentNumber: '准扶〔2018〕1号' };
  return { id: randomUUID(), state, ...terms, startsOn, decidedOn: startsOn };
}

function poorSince(id: string, startsOn: string, state?: string) {
  return clerk.send('POST', `/households/${county}/${id}/poverty`, decision(startsOn, state));
}

describe('a household', () => {
  it('is entered, shown masked and corrected; a late correction is refused', async () => {
    const body = await enter();
    const path = `/households/${county}/${body.id}`;
    const shown = (await clerk.get(path)).body;
    expect(shown).toMatchObject({
      placeName: '甲村',
      townshipName: '暖水乡',
      phoneMasked: '138****1234',
      croplandMu: 12.35,
    });
    expect(JSON.stringify(shown)).not.toContain('13800001234');
    expect(JSON.stringify(shown)).not.toContain(body.residents[0]?.idNumber);
    const change = { revision: 1, reason: '更正', croplandMu: 20, phone: null };
    expect((await clerk.send('PUT', path, change)).body).toEqual({ revision: 2 });
    expect((await clerk.send('PUT', path, change)).body).toMatchObject({ code: 'stale', status: 409 });
    const history = (await clerk.get(`${path}/history`)).body as unknown as {
      events: { kind: string; reason: string; changes: unknown[] }[];
    };
    expect(history.events[0]).toMatchObject({
      kind: 'changed',
      by: 'village_clerk',
      reason: '更正',
      changes: [
        { field: 'croplandMu', before: 12.35, after: 20 },
        { field: 'phoneMasked', before: '138****1234', after: null },
      ],
    });
  });

  it('tells what is wrong at its field', async () => {
    const wrong = (change: object) => township1.send('POST', '/households', { ...home(), ...change });
    const field = async (change: object) =>
      ((await wrong(change)).body.errors as { field: string; message: string }[])[0]?.field;
    expect(await field({ residents: [person('甲', '02')] })).toBe('residents');
    expect(await field({ residents: [person('甲', '01', '150622197001010010')] })).toBe('residents.0.idNumber');
    expect(await field({ residents: [person(' ', '01')] })).toBe('residents.0.name');
    expect(await field({ phone: '12' })).toBe('phone');
    expect(await field({ place: township })).toBe('place');
    const known = await enter();
    expect(await field({ number: ` ${known.number.toLowerCase()} ` })).toBe('number');
    const said = await wrong({ residents: [{ ...person('王'), idNumber: known.residents[0]?.idNumber }] });
    expect(said.body).toMatchObject({ title: '此人已登记：王建国，甲村。', values: { county, id: known.id } });
  });

  it('leaves no trace for the neighbour', async () => {
    const body = await enter();
    const resident = (await view(body.id)).residents[0]?.id ?? '';
    await poorSince(body.id, '2018-05-01');
    const registration = (await view(body.id)).poverty[0]?.id ?? '';
    const [path, one] = [`/households/${county}/${body.id}`, `/residents/${county}/${resident}`];
    const reason = { reason: '看看', revision: 1 };
    const post = (to: string, sent: object) => neighbour.send('POST', to, sent);
    const [on, fresh] = [{ happenedOn: '2019-01-01' }, { newId: randomUUID(), number: '9' }];
    const [member, registered] = [{ id: resident, relation: '01' }, `/poverty-registrations/${county}/${registration}`];
    const tries = [
      neighbour.get(path),
      neighbour.get(`${path}/history`),
      neighbour.get(`${path}/poverty-on?day=2019-01-01`),
      neighbour.get(`/households/next-number?place=${village}`),
      neighbour.send('PUT', path, { ...reason, croplandMu: 1 }),
      neighbour.send('PUT', `${path}/relations`, { members: [member], reason: 'x' }),
      neighbour.send('PUT', one, { ...reason, name: '改' }),
      neighbour.send('PUT', registered, { ...reason, note: 'x' }),
      post(`${path}/reveal`, reason),
      post(`${path}/residents`, { ...person('甲', '03'), joinedOn: '2019-01-01', joinedKind: 'born' }),
      post(`${path}/poverty`, decision('2018-01-01')),
      post(`${path}/leave`, { revision: 1, kind: 'ended', ...on }),
      post(`${path}/move`, { revision: 1, toPlace: sister, ...fresh, ...on }),
      post(`${path}/split`, { revision: 1, ...fresh, ...on, leaving: [member] }),
      post(`${path}/merge`, { revision: 1, intoId: body.id, ...on, residents: [{ id: resident, relation: '03' }] }),
      post(`${one}/leave`, { revision: 1, ...on, kind: 'died' }),
      post(`${one}/reveal`, reason),
      post(`${registered}/withdraw`, reason),
      post('/households', home([person('甲')], village)),
    ];
    for (const reply of await Promise.all(tries)) expect([reply.status, reply.body.code]).toEqual([404, 'not_found']);
    expect((await neighbour.get(`/households?place=${village}&closed=all`)).body).toEqual({ rows: [], total: 0 });
    expect((await neighbour.get(`/households?q=${encodeURIComponent('王建国')}`)).body.total).toBe(0);
    expect((await neighbour.get('/residents?q=wangjianguo')).body).toEqual({ rows: [], total: 0 });
    const check = await neighbour.send('POST', '/residents/check', { idNumber: body.residents[0]?.idNumber });
    expect(check.body).toEqual({ known: 'elsewhere', banner: '准格尔旗', resident: null });
    expect((await view(body.id)).revision).toBe(1);
  });

  it('shows itself to its own account and nothing else', async () => {
    const body = await enter();
    const others = await enter();
    const member = await server.signIn('household', { household: { county, id: body.id } });
    const own = await member.get('/my-household');
    expect(own.body).toMatchObject({ id: body.id, allowed: [] });
    expect((own.body as unknown as View).residents).toHaveLength(2);
    expect((await member.get(`/households/${county}/${others.id}`)).status).toBe(403);
    expect((await clerk.get('/my-household')).status).toBe(403);
  });

  it('opens numbers with a reason only, and the trail keeps who and why', async () => {
    const body = await enter();
    const resident = (await view(body.id)).residents[0]?.id;
    const path = `/residents/${county}/${resident}/reveal`;
    expect((await clerk.send('POST', path, { reason: ' ' })).status).toBe(400);
    expect((await auditor.send('POST', path, { reason: '核对低保名单' })).body).toEqual({
      idNumber: body.residents[0]?.idNumber,
    });
    expect((await clerk.send('POST', `/households/${county}/${body.id}/reveal`, { reason: '联系' })).body).toEqual({
      phone: '13800001234',
      bankCard: null,
    });
    const { rows } = await database.pool.connect().then(async (client) => {
      const found =
        await client.query(`begin; set local silian.lo = '150600000000'; set local silian.hi = '150699999999';
        select act, role, reason, changes from audit_event where record_id = '${resident}'`);
      await client.query('rollback');
      client.release();
      return (found as unknown as { rows: unknown[] }[])[3] ?? { rows: [] };
    });
    expect(rows).toMatchObject([
      {
        act: 'household.reveal',
        role: 'auditor',
        reason: '核对低保名单',
        changes: [{ note: { revealed: 'id_number' } }],
      },
    ]);
    const secretary = await server.signIn('first_secretary', { place: village });
    expect((await secretary.send('POST', path, { reason: '好奇' })).status).toBe(403);
  });
});

describe('people', () => {
  it('are born, corrected, die; a head names the next one; the last one ends the household', async () => {
    const body = await enter();
    const path = `/households/${county}/${body.id}`;
    const child = person('王小宝', '03', idNumber('2019-03-01'));
    expect(
      (await clerk.send('POST', `${path}/residents`, { ...child, joinedOn: '2019-03-01', joinedKind: 'born' })).status,
    ).toBe(200);
    const people = (await view(body.id)).residents;
    const [head, wife] = [people[0], people.find((one) => one.name === '李秀英')];
    const leave = (one: typeof head, more = {}) =>
      clerk.send('POST', `/residents/${county}/${one?.id}/leave`, {
        revision: one?.revision,
        happenedOn: '2019-05-01',
        kind: 'died',
        ...more,
      });
    expect((await leave(head)).body).toMatchObject({ code: 'head_needed' });
    expect((await leave(head, { newHeadId: wife?.id })).body).toEqual({ householdEnded: false });
    const named = await clerk.send('PUT', `/residents/${county}/${child.id}`, {
      revision: 1,
      reason: '改名',
      name: '王 大宝',
      health: 'chronic',
    });
    expect(named.body).toEqual({ revision: 2 });
    expect((await view(body.id)).residents.map((one) => [one.name, one.relation, one.leftOn])).toEqual([
      ['李秀英', '01', null],
      ['王大宝', '03', null],
      ['王建国', '01', '2019-05-01'],
    ]);
    await poorSince(body.id, '2018-05-01');
    const rest = (await view(body.id)).residents;
    expect((await leave(rest[1], { kind: 'moved' })).body).toEqual({ householdEnded: false });
    expect((await leave(rest[0])).body).toEqual({ householdEnded: true });
    const ended = await view(body.id);
    expect([ended.leftOn, ended.poverty[0]?.endsOn]).toEqual(['2019-05-01', '2019-05-01']);
  });

  it('change their number only for one that is free, and set the old one free', async () => {
    const [first, second] = [await enter(), await enter()];
    const resident = (await view(first.id)).residents[0];
    const renumber = (number: string | undefined, revision: number) =>
      clerk.send('PUT', `/residents/${county}/${resident?.id}`, { revision, reason: '号码录错', idNumber: number });
    expect((await renumber(second.residents[0]?.idNumber, 1)).body).toMatchObject({ code: 'resident_duplicate' });
    const fresh = idNumber('1969-09-09');
    expect((await renumber(fresh, 1)).body).toEqual({ revision: 2 });
    expect((await view(first.id)).residents[0]).toMatchObject({ birthOn: '1969-09-09' });
    await enter(home([person('王二', '01', first.residents[0]?.idNumber)]));
  });

  it('exchange the head together with all relations', async () => {
    const body = await enter();
    const people = (await view(body.id)).residents;
    const assign = (...relations: string[]) =>
      clerk.send('PUT', `/households/${county}/${body.id}/relations`, {
        reason: '换户主',
        members: people.map((one, at) => ({ id: one.id, relation: relations[at] })),
      });
    expect((await assign('02', '03')).body).toMatchObject({ code: 'household_without_head' });
    expect((await assign('01', '01')).body).toMatchObject({ code: 'household_two_heads' });
    expect((await assign('02', '01')).body).toEqual({ changed: 2 });
    expect((await view(body.id)).residents.map((one) => one.name)).toEqual(['李秀英', '王建国']);
  });
});

describe('poverty', () => {
  it('goes its legal way by decisions, is corrected and declared void', async () => {
    const { id } = await enter();
    expect((await poorSince(id, '2018-05-01', 'lifted_out')).body).toMatchObject({ code: 'poverty_transition' });
    expect((await poorSince(id, '2018-05-01')).body).toMatchObject({ change: 'entry' });
    expect((await poorSince(id, '2018-12-01', 'lifted_out')).body).toMatchObject({ change: 'exit' });
    expect((await poorSince(id, '2019-04-01', 'relapsed')).body).toMatchObject({ change: 'relapse' });
    const [relapsed, lifted] = (await view(id)).poverty;
    const redate = { revision: lifted?.revision, reason: '文件日期有误', startsOn: '2018-11-15' };
    expect((await clerk.send('PUT', `/poverty-registrations/${county}/${lifted?.id}`, redate)).status).toBe(200);
    const void1 = (target: typeof lifted, revision = target?.revision) =>
      clerk.send('POST', `/poverty-registrations/${county}/${target?.id}/withdraw`, { revision, reason: '登记错误' });
    expect((await void1(lifted, 3)).body).toMatchObject({ code: 'poverty_not_latest' });
    expect((await void1(relapsed)).body).toEqual({ withdrawn: true });
    expect((await view(id)).poverty.map((span) => [span.state, span.startsOn, span.endsOn])).toEqual([
      ['lifted_out', '2018-11-15', null],
      ['registered', '2018-05-01', '2018-11-15'],
    ]);
    const on = async (day: string) =>
      (
        (await clerk.get(`/households/${county}/${id}/poverty-on?day=${day}`)).body.registration as {
          state: string;
        } | null
      )?.state;
    expect([await on('2018-04-30'), await on('2018-11-14'), await on('2018-11-15')]).toEqual([
      undefined,
      'registered',
      'lifted_out',
    ]);
    const listed = (await clerk.get('/households?state=lifted_out&kind=general&cause=illness&sort=headName')).body;
    expect(listed).toMatchObject({
      total: 1,
      rows: [{ id, state: 'lifted_out', stateSince: '2018-11-15', headName: '王建国', residents: 2 }],
    });
  });
});

describe('moves', () => {
  const happened = { happenedOn: '2019-03-01', documentNumber: '暖政发〔2019〕3号' };

  it('close here, open there, carry the poverty state and link both sides', async () => {
    const body = await enter();
    await poorSince(body.id, '2018-05-01');
    const to = { toPlace: sister, newId: randomUUID(), number: `M${++serial}` };
    const path = `/households/${county}/${body.id}/move`;
    expect((await clerk.send('POST', path, { revision: 1, ...to, ...happened })).body).toMatchObject({
      code: 'not_found',
      errors: [{ field: 'toPlace' }],
    });
    expect((await township1.send('POST', path, { revision: 1, ...to, ...happened })).body).toEqual({
      county,
      id: to.newId,
    });
    const old = await view(body.id);
    expect(old).toMatchObject({ leftOn: '2019-03-01', leftKind: 'moved_out', poverty: [{ endsOn: '2019-03-01' }] });
    expect(old.lineage).toMatchObject([{ kind: 'move', direction: 'to', other: null }]);
    const opened = await view(to.newId, neighbour);
    expect(opened).toMatchObject({ place: sister, joinedOn: '2019-03-01', phoneMasked: '138****1234' });
    expect(opened.poverty).toMatchObject([
      { state: 'registered', change: 'carried', startsOn: '2019-03-01', endsOn: null },
    ]);
    expect(opened.residents.map((one) => one.name)).toEqual(['王建国', '李秀英']);
    expect((await view(to.newId, township1)).lineage).toMatchObject([{ direction: 'from', other: { id: body.id } }]);
    const count = async (place: number, day: string) => {
      const owner = await database.connectOwner();
      const { rows } = await owner.query(
        `select count(*)::int as n from fact_poverty_resident where place = $1 and household_id = any($2)
        and occurred_on <= $3 and (ended_on is null or ended_on > $3) and retired_at is null`,
        [place, [body.id, to.newId], day],
      );
      await owner.end();
      return rows[0].n;
    };
    expect([
      await count(village, '2019-02-28'),
      await count(village, '2019-03-31'),
      await count(sister, '2019-02-28'),
      await count(sister, '2019-03-31'),
    ]).toEqual([2, 0, 0, 2]);
    await expect(enter(home([person('王建国', '01', body.residents[0]?.idNumber)]))).rejects.toThrow();
  });

  it('out of the range: let go here, taken in there by a member’s number', async () => {
    const body = await enter();
    await poorSince(body.id, '2018-05-01');
    const take = {
      idNumber: body.residents[1]?.idNumber,
      place: foreign,
      newId: randomUUID(),
      number: '7',
      happenedOn: '2019-03-05',
    };
    expect((await abroad.send('POST', '/households/take-in', take)).body).toMatchObject({ code: 'take_in_unknown' });
    expect(
      (
        await clerk.send('POST', `/households/${county}/${body.id}/leave`, {
          revision: 1,
          kind: 'moved_out',
          to: '鄂托克前旗',
          ...happened,
        })
      ).status,
    ).toBe(200);
    expect((await abroad.send('POST', '/residents/check', { idNumber: take.idNumber })).body).toMatchObject({
      known: 'released',
      resident: null,
    });
    expect((await abroad.send('POST', '/households/take-in', take)).body).toEqual({
      county: 150623,
      id: take.newId,
      residents: 2,
    });
    expect(
      (await abroad.send('POST', '/households/take-in', { ...take, newId: randomUUID(), number: '8' })).body,
    ).toMatchObject({ code: 'take_in_unknown' });
    const opened = await view(take.newId, abroad, 150623);
    expect(opened.residents.map((one) => [one.name, one.relation])).toEqual([
      ['王建国', '01'],
      ['李秀英', '02'],
    ]);
    expect(opened.poverty).toMatchObject([{ state: 'registered', change: 'carried', startsOn: '2019-03-05' }]);
    expect((await view(body.id)).lineage).toMatchObject([{ direction: 'to', otherText: '鄂托克前旗' }]);
    expect((await clerk.get(`/households/150623/${take.newId}`)).status).toBe(404);
  });

  it('split and merge again, with everybody where they belong', async () => {
    const body = await enter(home([person('王建国'), person('王强', '03'), person('王伟', '03')]));
    await poorSince(body.id, '2018-05-01');
    const people = (await view(body.id)).residents;
    const son = people.find((one) => one.name === '王强')?.id ?? '';
    const split = {
      revision: 1,
      newId: randomUUID(),
      number: `S${++serial}`,
      leaving: [{ id: son, relation: '01' }],
      ...happened,
    };
    const path = `/households/${county}/${body.id}`;
    const headless = {
      ...split,
      leaving: people.filter((one) => one.name !== '王强').map((one) => ({ id: one.id, relation: one.relation })),
    };
    expect((await clerk.send('POST', `${path}/split`, headless)).body).toMatchObject({
      code: 'household_without_head',
      errors: [{ field: 'staying' }],
    });
    expect((await clerk.send('POST', `${path}/split`, split)).body).toEqual({ county, id: split.newId });
    const young = await view(split.newId);
    expect(young).toMatchObject({
      croplandMu: null,
      residents: [{ name: '王强', relation: '01', joinedKind: 'split' }],
    });
    expect(young.lineage).toMatchObject([
      { kind: 'split', direction: 'from', other: { id: body.id, headName: '王建国' } },
    ]);
    expect(young.poverty).toMatchObject([{ change: 'carried', state: 'registered' }]);
    expect((await view(body.id)).residents.filter((one) => one.leftOn === null)).toHaveLength(2);
    const merge = {
      revision: 1,
      intoId: body.id,
      happenedOn: '2019-04-01',
      residents: [{ id: young.residents[0]?.id, relation: '03' }],
    };
    expect(
      (
        await clerk.send('POST', `/households/${county}/${split.newId}/merge`, {
          ...merge,
          residents: [{ ...merge.residents[0], relation: '01' }],
        })
      ).body,
    ).toMatchObject({ code: 'household_two_heads' });
    expect((await clerk.send('POST', `/households/${county}/${split.newId}/merge`, merge)).status).toBe(200);
    const whole = await view(body.id);
    expect(
      whole.residents
        .filter((one) => one.leftOn === null)
        .map((one) => one.name)
        .toSorted(),
    ).toEqual(['王伟', '王建国', '王强'].toSorted());
    expect(whole.lineage.map((link) => `${link.kind} ${link.direction}`)).toEqual(['split to', 'merge from']);
    expect((await view(split.newId)).poverty).toMatchObject([{ endsOn: '2019-04-01' }]);
  });
});
