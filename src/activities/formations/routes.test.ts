import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { feature as approvals } from '../../procedures/approvals/feature.ts';
import { feature as assemblies } from '../../procedures/assemblies/feature.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as branches } from '../../registers/party-branches/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';
import { founderSheet } from './sheet-contract.ts';

const county = 150622;
const village = 150622100201;
const neighbour = 150622100202;
const features = [measure, places, households, branches, cooperatives, approvals, assemblies, notices, feature];

let database: TestDatabase;
let app: TestServer;
let clerk: TestClient;
let now = 0;

beforeAll(async () => {
  setDay('2019-06-03');
  database = await testDatabase(features, { clock: tick });
  await database.act(actorAt('city_office', 150600000000), async (tx) => ok(await ensureParameters(tx)));
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, 'village', 'gacha', n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (${village}, '甲村'), (${neighbour}, '乙村')) as p (c, n)`);
  await owner.end();
  app = await testServer(database, { features, handlers: routes });
  clerk = await app.signIn('village_clerk', { place: village });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** Every look at the clock is a second later. */
function tick(): Date {
  now += 1000;
  return new Date(now);
}

/** Nine in the morning of a day in China; sessions are kept awake by the requests. */
function setDay(day: string): void {
  now = Date.parse(`${day}T01:00:00Z`);
}

function planBody(over: object = {}) {
  return {
    id: randomUUID(),
    place: village,
    kind: 'farmers_professional',
    name: `合作社${randomUUID().slice(0, 6)}`,
    draftedOn: '2019-06-03',
    sharesMethod: '每股 100 元，现金、草牧场入股',
    surplusMethod: '以纯利润为基数，预留扩大生产和救助后按交易量返还六成',
    parValueFen: 10_000,
    surplusReserveBp: 1_000,
    reserveQuantifiedBy: 'patronage',
    expansionBp: 500,
    reliefBp: 300,
    welfareReserveBp: 0,
    patronageBp: 6_000,
    additionalVotesBp: 2_000,
    exitNoticeMonths: 3,
    unitExitNoticeMonths: 6,
    upliftMechanism: 'household_grant',
    ...over,
  };
}

function founderBody(number: string, over: object = {}) {
  return {
    id: randomUUID(),
    number,
    kind: 'farmer',
    name: `设立人${number}`,
    memberPlace: village,
    cashFen: 100_000,
    householdGrantFen: 50_000,
    ...over,
  };
}

interface View {
  readonly revision: number;
  readonly digest: string;
  readonly ready: boolean;
  readonly state: string;
  readonly chain: readonly { readonly step: string; readonly state: string; readonly page: string | null }[];
  readonly founders: readonly { readonly id: string; readonly revision: number }[];
  readonly checks: readonly { readonly code: string; readonly ok: boolean }[];
  readonly allowed: readonly string[];
}

/** A plan as clerks take it through its steps. */
function formation(over: object = {}) {
  const body = planBody(over);
  const address = `/formations/${county}/${body.id}`;
  const view = async () => (await clerk.get(address)).body as unknown as View;
  const send = (path: string, given: object = {}) => clerk.send('POST', `${address}${path}`, given);
  return {
    body,
    address,
    view,
    send,
    async draft(founders = 5) {
      expect((await clerk.send('POST', '/formations', body)).status).toBe(200);
      for (let at = 1; at <= founders; at += 1) {
        expect((await send('/founders', founderBody(`00${at}`))).status).toBe(200);
      }
    },
    submit: async () => send('/submit', { digest: (await view()).digest }),
  };
}

describe('a plan', () => {
  it('is fixed in the version that was read, when every clause is kept, and waits for its proofs then', async () => {
    const plan = formation();
    await plan.draft(4);
    expect(await plan.view()).toMatchObject({ ready: false, allowed: ['formation.record'] });
    expect((await plan.submit()).body.code).toBe('formation_not_ready');
    await plan.send('/founders', founderBody('005'));
    const stale = await plan.send('/submit', { digest: 'a'.repeat(64) });
    expect(stale.body).toMatchObject({ code: 'formation_changed', errors: [{ field: 'digest' }] });
    expect((await plan.submit()).status).toBe(200);
    expect((await plan.submit()).body.code).toBe('formation_step_done');
    for (const [path, body] of [
      ['/notice', { postedOn: '2019-06-03' }],
      ['/review', {}],
    ] as const)
      expect((await plan.send(path, body)).body.code).toBe('formation_needs_party_study');
  });

  it('is drafted by today in a village, with a Party branch of the register', async () => {
    const refused = async (over: object) => (await clerk.send('POST', '/formations', planBody(over))).body;
    expect(await refused({ draftedOn: '2019-06-04' })).toMatchObject({ code: 'formation_drafted_future' });
    expect(await refused({ branchId: randomUUID() })).toMatchObject({
      code: 'formation_branch_unknown',
      errors: [{ field: 'branchId' }],
    });
    expect(await refused({ parValueFen: 0 })).toMatchObject({ errors: [{ field: 'parValueFen' }] });
  });

  it('is changed with its reason, by one at a time', async () => {
    const plan = formation();
    await plan.draft(0);
    const { id: _id, place: _place, kind: _kind, ...fields } = plan.body;
    const change = { ...fields, note: '第二稿', revision: 1, reason: '补充说明' };
    expect((await clerk.send('PUT', plan.address, change)).status).toBe(200);
    expect((await clerk.send('PUT', plan.address, change)).body.code).toBe('stale');
    const { revision } = await plan.view();
    expect((await plan.send('/abandon', { revision, reason: '不办了' })).status).toBe(200);
    expect((await clerk.send('PUT', plan.address, { ...change, revision: 3 })).body.code).toBe('formation_over');
  });
});

describe('founders', () => {
  it('are named once, changed, removed, and taken from a workbook that changes nothing the second time', async () => {
    const plan = formation();
    await plan.draft(2);
    expect((await plan.send('/founders', founderBody('001'))).body).toMatchObject({
      code: 'founder_number_known',
      errors: [{ field: 'number' }],
    });
    const unknown = await plan.send('/founders', founderBody('009', { householdId: randomUUID() }));
    expect(unknown.body).toMatchObject({ code: 'founder_household_unknown', errors: [{ field: 'householdId' }] });
    const [first] = (await plan.view()).founders;
    const remove = { revision: first?.revision, reason: '本人不愿参加' };
    expect((await plan.send(`/founders/${first?.id}/remove`, remove)).status).toBe(200);
    const template = await clerk.get(`${plan.address}/founders/template`);
    expect(template.raw.subarray(0, 2).toString()).toBe('PK');
    const bytes = await workbook([
      { number: '002', name: '设立人002', kind: 'farmer', cashFen: 100_000n, householdGrantFen: 50_000n },
      {
        number: '003',
        name: '苏和',
        kind: 'farmer',
        memberPlace: '乙村',
        grasslandFen: 300_000n,
        areaMu: '120.5',
        inKindNote: '每亩 25 元，五年',
      },
      { number: '004', name: '甲村集体经济组织', kind: 'collective', goodsFen: 500_000n, inKindNote: '评估报告' },
    ]);
    const file = { name: '设立人.xlsx', bytes };
    const checked = await clerk.upload(`${plan.address}/founders/check`, file);
    expect(checked.body).toMatchObject({ inserted: 2, updated: 0, unchanged: 1, rejected: 0 });
    expect((await plan.view()).founders).toHaveLength(1);
    expect((await clerk.upload(`${plan.address}/founders/import`, file)).body).toMatchObject({ inserted: 2 });
    expect((await clerk.upload(`${plan.address}/founders/import`, file)).body).toMatchObject({
      inserted: 0,
      unchanged: 3,
    });
    expect(await plan.view()).toMatchObject({
      capital: { cashFen: 100_000, grasslandFen: 300_000, goodsFen: 500_000, totalFen: 950_000 },
    });
  });

  it('that do not fit are marked in the workbook and nothing is written', async () => {
    const plan = formation();
    await plan.draft(0);
    const file = {
      name: '设立人.xlsx',
      bytes: await workbook([
        { number: '001', name: '苏和', kind: 'farmer', memberPlace: '丁村' },
        { number: '002', name: '某公司', kind: 'unit' },
        { number: '003', name: '其木格', kind: 'farmer' },
      ]),
    };
    const all = await clerk.upload(`${plan.address}/founders/import`, file);
    expect(all.body).toMatchObject({ code: 'founders_rejected', values: { count: 2 } });
    const marked = await clerk.upload(`${plan.address}/founders/mark`, file);
    expect([marked.status, marked.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const good = await clerk.upload(`${plan.address}/founders/import?keepGood=true`, file);
    expect(good.body).toMatchObject({ inserted: 1, rejected: 2 });
  });
});

async function workbook(rows: readonly object[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const list = writeList({
    spec: founderSheet,
    rows: rows.map((row) => ({ ...row })),
    language: 'zh',
    exportedBy: '',
    exportedAt: new Date(now),
  });
  for await (const piece of list) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('rights and paper', () => {
  it('leave no trace for the neighbour, and let readers read', async () => {
    const plan = formation();
    await plan.draft(1);
    const other = await app.signIn('village_clerk', { place: neighbour });
    expect((await other.get(plan.address)).status).toBe(404);
    expect((await other.send('POST', '/formations', planBody())).status).toBe(404);
    expect((await other.send('POST', `${plan.address}/founders`, founderBody('002'))).status).toBe(404);
    expect(JSON.stringify((await other.get('/formations')).body)).not.toContain(plan.body.name);
    const auditor = await app.signIn('auditor', { place: 150600000000 });
    expect((await auditor.get(plan.address)).body).toMatchObject({ allowed: [] });
    expect((await auditor.send('POST', `${plan.address}/submit`, { digest: 'x' })).status).toBe(403);
  });

  it('print the plan with its clauses and proofs', async () => {
    const plan = formation({ contact: '苏和', upliftNote: '每户 500 元' });
    await plan.draft(3);
    const word = await clerk.get(`${plan.address}/plan`);
    expect([word.status, word.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const pdf = await clerk.get(`${plan.address}/plan?format=pdf`);
    expect(pdf.raw.subarray(0, 4).toString()).toBe('%PDF');
    expect((await clerk.get('/formations/export')).raw.subarray(0, 2).toString()).toBe('PK');
  });
});
