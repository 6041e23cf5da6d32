import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { feature as distributions } from '../../activities/distributions/feature.ts';
import { feature as projects } from '../../activities/projects/feature.ts';
import { findProject, setGoals } from '../../activities/projects/public.ts';
import { feature as books } from '../../ledgers/books/feature.ts';
import { feature as funds } from '../../ledgers/funds/feature.ts';
import {
  type FundAccountRow,
  type FundMove,
  type FundPayment,
  moveFunds,
  openFundAccount,
  payFunds,
  recordFund,
  recordFundDocument,
} from '../../ledgers/funds/public.ts';
import { feature as shares } from '../../ledgers/shares/feature.ts';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { placeOf } from '../../platform/pure/place.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as approvals } from '../../procedures/approvals/feature.ts';
import { feature as assemblies } from '../../procedures/assemblies/feature.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as branches } from '../../registers/party-branches/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

const county = 150622;
const village = 150622100201;
const city = 150600000000;
const features = [
  ...[
    measure,
    places,
    households,
    branches,
    assets,
    cooperatives,
    shares,
    books,
    funds,
    approvals,
    assemblies,
    notices,
  ],
  ...[distributions, projects, feature],
];
const finance = actorAt('finance', city);
const [poor, other, cooperativeId, distributionId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const projectId = randomUUID();

let database: TestDatabase;
let app: TestServer;
let auditor: TestClient;
let document: string;
let unused: string;
/** payment of a household, and of the cooperative to its supplier */
let toHousehold: string;
let toSupplier: string;
beforeAll(async () => {
  database = await testDatabase(features, { clock: () => new Date('2019-02-01T01:00:00Z') });
  await database.act(finance, async (tx) => ok(await ensureParameters(tx)));
  app = await testServer(database, { features, handlers: routes });
  auditor = await app.signIn('auditor', { place: city });
  [document, unused] = await recordDocuments();
  const own = await account('village');
  const joint = await account('cooperative');
  await move({ to: own, documentId: unused, amountFen: 90_000n });
  await move({ to: own, documentId: document, amountFen: 100_000n });
  await move({ from: own, to: joint, documentId: document, amountFen: 60_000n });
  await plant();
  await setOneGoal();
  toHousehold = await pay(own, {
    ...{ documentId: document, amountFen: 31_250n, occurredOn: '2018-04-02', purpose: 'industry' },
    payee: { kind: 'household', county, id: poor, name: '白音', place: village },
  });
  toSupplier = await pay(joint, {
    ...{ amountFen: 50_000n, occurredOn: '2018-05-10', purpose: 'breeding_stock' },
    payee: { kind: 'enterprise', county, id: randomUUID(), name: '种羊场' },
  });
  // too late for the dividend
  await pay(own, {
    ...{ documentId: document, amountFen: 5_000n, occurredOn: '2019-01-10', purpose: 'industry' },
    payee: { kind: 'cooperative', county, id: cooperativeId, name: '牧丰合作社', place: village },
  });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** One whose money is worked with, and one that nobody was paid of. */
function recordDocuments(): Promise<[string, string]> {
  return database.act(finance, async (tx) => {
    const ids: [string, string] = [randomUUID(), randomUUID()];
    const at = { county: 150600, place: city, startsOn: '2018-01-01', endsOn: null };
    const fund = { id: randomUUID(), kind: 'poverty_industry', level: 'city', source: 'development' } as const;
    await recordFund(tx, { ...at, ...fund, name: '市产业扶贫专项资金' });
    for (const [order, id] of ids.entries())
      await recordFundDocument(tx, {
        ...{ ...at, id, fundId: fund.id, number: `鄂财农〔2018〕${order + 1}号`, title: '产业扶贫资金' },
        ...{ issuedOn: '2018-01-01', amountFen: 1_000_000n, standard: false, purposes: ['industry', 'breeding_stock'] },
        ...{ payeeKinds: [], places: [placeOf(county * 1_000_000)], managementBp: 100 },
      });
    return ok(ids);
  });
}

function account(kind: 'village' | 'cooperative'): Promise<FundAccountRow> {
  const holder = kind === 'village' ? {} : { organisationId: cooperativeId };
  const fresh = { ...holder, kind, place: placeOf(village), name: `账户${kind}`, discipline: 'fifo' } as const;
  return database.act(finance, async (tx) => ok(await openFundAccount(tx, fresh)));
}

const hands = { makerId: randomUUID(), checkerId: randomUUID() };

async function move(flow: Pick<FundMove, 'from' | 'to' | 'documentId' | 'amountFen'>): Promise<void> {
  const kind = flow.from ? 'allocation' : 'receipt';
  const source = { type: 'test', id: randomUUID() };
  const whole = { ...flow, ...hands, id: randomUUID(), kind, occurredOn: '2018-03-05', memo: '拨付', source } as const;
  await database.act(finance, (tx) => moveFunds(tx, [whole]));
}

async function pay(
  from: FundAccountRow,
  payment: Pick<FundPayment, 'documentId' | 'amountFen' | 'occurredOn' | 'purpose' | 'payee'>,
): Promise<string> {
  const id = randomUUID();
  const whole = { ...payment, ...hands, id, account: from, project: { county, id: projectId }, memo: '支付' };
  await database.act(finance, (tx) => payFunds(tx, { ...whole, source: { type: 'test', id } }));
  return id;
}

/** Without a goal nothing is paid for a project. */
async function setOneGoal(): Promise<void> {
  const goal = { indicator: 'asset_value', unit: 'fen', baseline: 0, target: 60_000, weightBp: 10_000 };
  await database.act(finance, async (tx) => {
    const project = await findProject(tx, { county, id: projectId });
    if (!project) throw new Error('a project');
    await setGoals(tx, project, { goals: [{ ...goal, dueOn: '2018-12-31' }], reason: 'set' });
    return ok(true);
  });
}

/** A project, two households, one of them registered poor, and dividends before and after the cooperative worked with the money. */
async function plant(): Promise<void> {
  const owner = await database.connectOwner();
  await owner.query(
    `insert into cooperative (county, id, place, kind, name, pinyin, initials, registered_on, revision, recorded_at, recorded_by)
     values ($1, $2, $3, 'farmers_professional', '牧丰合作社', '', '', '2016-05-01', 1, now(), gen_random_uuid())`,
    [county, cooperativeId, village],
  );
  await owner.query(
    `insert into project (county, id, place, number, name, kind, purpose, content, benefit, households, poor_households, budget_fen,
       planned_from, planned_through, award_method, person_in_charge, proposed_on, made_by, state, revision, recorded_at, recorded_by)
     values ($1, $2, $3, '2018-1', '基础母羊繁育', 'breeding', 'industry', '购买基础母羊', '增收', 12, 8, 60000000,
       '2018-03-01', '2018-10-31', 'tender', '白音', '2018-03-01', gen_random_uuid(), 'open', 1, now(), gen_random_uuid())`,
    [county, projectId, village],
  );
  await owner.query(
    `insert into household (county, id, place, number, joined_on, joined_kind, revision, recorded_at, recorded_by)
     select $1, id, $2, right(id::text, 6), '2014-01-01', 'registered', 1, now(), gen_random_uuid() from unnest($3::uuid[]) as h (id)`,
    [county, village, [poor, other]],
  );
  await owner.query(
    `insert into poverty_registration (county, id, place, household_id, state, change, standard, kind, main_cause, starts_on,
       ends_on, document_number, decided_on, revision, recorded_at, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, 'registered', 'entry', 'national', 'general', 'illness', '2018-01-01', '2019-01-01', '1',
       '2018-01-01', 1, now(), gen_random_uuid())`,
    [county, village, poor],
  );
  await owner.query(
    `insert into dividend (county, distribution_id, membership_id, rank, place, member_place, cooperative_id, household_id, form, year,
       poor, declared_on, patronage_refund_fen, remainder_fen, given_on_fen, reserve_quantified_fen, total_fen, recorded_at,
       recorded_by)
     select $1, d.id, gen_random_uuid(), 1, $2, $2, $3, d.household, 'farmers_professional', 2017, 'none', d.declared, d.fen, 0, 0, 0,
       d.fen, now(), gen_random_uuid()
     from (values (gen_random_uuid(), $4::uuid, date '2018-04-20', 900), ($6::uuid, $4, '2018-12-20', 700),
       ($6, $5::uuid, '2018-12-20', 300), ($6, gen_random_uuid(), '2018-12-20', 0)) as d (id, household, declared, fen)`,
    [county, village, cooperativeId, poor, other, distributionId],
  );
  await owner.end();
}

it('leads from a document to those paid of it, and to the dividends of who worked with it since', async () => {
  const reach = async (query: string) => (await auditor.get(`/fund-reach?${query}`)).body;
  const all = await reach(`document=${document}`);
  expect(all).toMatchObject({ total: 3, households: 2, sumFen: 32_250 });
  const dividend = { way: 'dividend', cooperativeId, cooperativeName: '牧丰合作社', entryId: distributionId };
  const byHousehold = (household: string) =>
    (all.rows as { householdId: string }[]).filter(({ householdId }) => householdId === household);
  expect(byHousehold(poor)).toMatchObject([
    { ...dividend, poor: true, amountFen: 700 },
    { way: 'paid', poor: true, amountFen: 31_250, cooperativeId: null, entryId: toHousehold },
  ]);
  expect(byHousehold(other)).toMatchObject([{ ...dividend, poor: false, amountFen: 300 }]);
  expect(await reach(`document=${document}&poor=true`)).toMatchObject({ total: 2, households: 1, sumFen: 31_950 });
  expect(await reach(`document=${document}&poor=false`)).toMatchObject({ total: 1, households: 1, sumFen: 300 });
  expect(await reach(`document=${document}&limit=1&offset=2`)).toMatchObject({ total: 3, rows: [{ way: 'paid' }] });
  expect(await reach(`document=${unused}`)).toMatchObject({ total: 0, households: 0, sumFen: 0, rows: [] });
});

it('leads from a household back to the documents, each with its payment', async () => {
  const address = `/fund-origins?county=${county}&household=`;
  const behind = (movementId: string, amountFen: number) => [{ documentId: document, movementId, amountFen }];
  expect((await auditor.get(address + poor)).body).toMatchObject({
    rows: [
      { way: 'dividend', amountFen: 700, origins: behind(toSupplier, 50_000) },
      { way: 'paid', amountFen: 31_250, origins: behind(toHousehold, 31_250) },
    ],
  });
  expect((await auditor.get(address + other)).body).toMatchObject({
    rows: [{ way: 'dividend', amountFen: 300, origins: behind(toSupplier, 50_000) }],
  });
  expect((await auditor.get(address + randomUUID())).status).toBe(404);
  const stranger = await app.signIn('banner_office', { place: 150621000000 });
  expect((await stranger.get(address + poor)).status).toBe(404);
  expect((await stranger.get(`/fund-reach?document=${document}`)).body).toMatchObject({ total: 0 });
  const neighbour = await app.signIn('village_clerk', { place: village + 1 });
  expect((await neighbour.get(address + poor)).status).toBe(404);
});
