import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { feature as books } from '../../ledgers/books/feature.ts';
import { openBooks } from '../../ledgers/books/public.ts';
import { feature as funds } from '../../ledgers/funds/feature.ts';
import {
  type FundAccountRow,
  type FundPayment,
  moveFunds,
  openFundAccount,
  payFunds,
} from '../../ledgers/funds/public.ts';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { fileRoutes } from '../../platform/files/routes.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { platformFeature } from '../../platform/platform-feature.ts';
import { ok, type Refusal, type Result } from '../../platform/pure/result.ts';
import { feature as approvals } from '../../procedures/approvals/feature.ts';
import { answerDemoApproval } from '../../procedures/approvals/seed.ts';
import { feature as assemblies } from '../../procedures/assemblies/feature.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { registerCooperative } from '../../registers/cooperatives/public.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as branches } from '../../registers/party-branches/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { findProject, setGoals } from './public.ts';
import { routes } from './routes.ts';
import { recordProject } from './store.ts';

export const county = 150622;
export const township = 150622100000;
export const village = 150622100201;
export const neighbour = 150622100202;
export const city = actorAt('city_office', 150600000000);
const features = [
  ...[platformFeature, measure, places, households, branches, assets, cooperatives, books, funds],
  ...[approvals, assemblies, notices, feature],
];

/** People at their desks in a village with money of the city. */
export interface World {
  readonly database: TestDatabase;
  readonly app: TestServer;
  readonly account: FundAccountRow;
  readonly documentId: string;
  /** a project with goals, made when it is first asked for */
  project(): Promise<RecordKey>;
  setDay(day: string): Promise<void>;
  people(): People;
  close(): Promise<void>;
}

export interface People {
  readonly clerk: TestClient;
  readonly accountant: TestClient;
  readonly town: TestClient;
  readonly otherTown: TestClient;
  readonly banner: TestClient;
  readonly cityOffice: TestClient;
  readonly finance: TestClient;
  readonly auditor: TestClient;
}

/** A village with 2,000,000 yuan of one document for breeding stock, on the third of April 2018. */
export async function openWorld(): Promise<World> {
  let now = Date.parse('2018-04-03T01:00:00Z');
  const clock = () => {
    now += 100;
    return new Date(now);
  };
  const database = await testDatabase(features, { clock });
  await database.act(city, async (tx) => ok(await ensureParameters(tx)));
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, l, k, n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (${township}, 'township', 'township', '苏木'), (${village}, 'village', 'gacha', '甲村'),
      (${neighbour}, 'village', 'gacha', '乙村')) as p (c, l, k, n)`);
  await owner.end();
  const documentId = await documentOf(database);
  const account = await accountAt(database, { kind: 'village', place: village });
  await give(database, { to: account, documentId, amountFen: 200_000_000n });
  const app = await testServer(database, { features, handlers: [...fileRoutes(), ...routes] });
  let seated = await seat(app);
  let project: Promise<RecordKey> | undefined;
  return {
    ...{ database, app, account, documentId },
    project() {
      project ??= recordPlainProject(database);
      return project;
    },
    people: () => seated,
    async setDay(day) {
      now = Date.parse(`${day}T01:00:00Z`);
      seated = await seat(app);
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

const finance = actorAt('finance', 150600000000);

async function recordPlainProject(database: TestDatabase): Promise<RecordKey> {
  const id = randomUUID();
  await database.act(city, async (tx) => {
    await recordProject(tx, id, {
      ...{ place: village, cooperativeId: null, number: id.slice(0, 8), name: '基础母羊繁育', kind: 'breeding' },
      ...{ purpose: 'breeding_stock', content: '购买基础母羊', scale: null, benefit: '带动增收', households: 12 },
      ...{ poorHouseholds: 8, budgetFen: 60_000_000n, plannedFrom: '2018-06-01', plannedThrough: '2018-10-31' },
      ...{ awardMethod: 'tender', personInCharge: '白音', contact: null },
    });
    return ok(true);
  });
  await goalsOf(database, id);
  return { county, id };
}

async function goalsOf(database: TestDatabase, id: string): Promise<void> {
  await database.act(city, async (tx) => {
    const project = await findProject(tx, { county, id });
    if (!project) throw new Error('a project');
    const goal = { indicator: 'asset_value', unit: 'fen', baseline: 0, target: 60_000_000, weightBp: 10_000 };
    await setGoals(tx, project, { goals: [{ ...goal, dueOn: '2018-12-31' }], reason: 'set' });
    return ok(true);
  });
}

/** A document of the city with money for breeding stock, industry and training in the banner. */
async function documentOf(database: TestDatabase): Promise<string> {
  const [fund, id] = [randomUUID(), randomUUID()];
  const owner = await database.connectOwner();
  await owner.query(
    `insert into fund (county, id, place, kind, level, source, name, starts_on, recorded_at, recorded_by)
     values (150600, $1, 150600000000, 'poverty_industry', 'city', 'development', '市产业扶贫专项资金', '2018-01-01', now(),
       gen_random_uuid())`,
    [fund],
  );
  await owner.query(
    `insert into fund_document (county, id, place, fund_id, number, title, issued_on, amount_fen, standard, purposes, payee_kinds,
       place_los, place_his, starts_on, ends_on, management_bp, recorded_at, recorded_by)
     values (150600, $1, 150600000000, $2, '鄂财农〔2018〕1号', '产业扶贫资金', '2018-03-01', 1200000000, false,
       '{breeding_stock,industry,training}', '{}', '{150622000000}', '{150622999999}', '2018-03-01', '2019-12-31', 100, now(),
       gen_random_uuid())`,
    [id, fund],
  );
  await owner.end();
  return id;
}

export function accountAt(
  database: TestDatabase,
  holder: { readonly kind: 'village' | 'cooperative'; readonly place: number; readonly organisationId?: string },
): Promise<FundAccountRow> {
  const name = `账户${randomUUID().slice(0, 6)}`;
  return database.act(finance, async (tx) => ok(await openFundAccount(tx, { ...holder, name, discipline: 'fifo' })));
}

export interface Gift {
  readonly from?: FundAccountRow;
  readonly to: FundAccountRow;
  readonly documentId: string;
  readonly amountFen: bigint;
}

/** Money in from outside, or from one account to another. */
export async function give(database: TestDatabase, { from, to, documentId, amountFen }: Gift): Promise<void> {
  await database.act(finance, (tx) =>
    moveFunds(tx, [
      {
        ...{ id: randomUUID(), kind: from ? ('allocation' as const) : ('receipt' as const), to, documentId, amountFen },
        ...(from ? { from } : {}),
        ...{ occurredOn: '2018-03-05', memo: '拨付', makerId: randomUUID(), checkerId: randomUUID() },
        source: { type: 'test', id: randomUUID() },
      },
    ]),
  );
}

/** A payment that no order stands behind, as it may come from elsewhere; its id. */
export async function payDirectly(
  world: World,
  payment: Pick<FundPayment, 'payee' | 'amountFen' | 'occurredOn'>,
): Promise<string> {
  const id = randomUUID();
  const project = await world.project();
  await world.database.act(finance, (tx) =>
    payFunds(tx, {
      ...{
        ...payment,
        id,
        account: world.account,
        purpose: 'breeding_stock',
        usedAt: village,
        memo: '购买种羊',
        project,
      },
      ...{ makerId: randomUUID(), checkerId: randomUUID(), source: { type: 'test', id: randomUUID() } },
    }),
  );
  return id;
}

async function seat(app: TestServer): Promise<People> {
  return {
    clerk: await app.signIn('village_clerk', { place: village }),
    accountant: await app.signIn('village_accountant', { place: village }),
    town: await app.signIn('township_clerk', { place: township }),
    otherTown: await app.signIn('township_clerk', { place: township }),
    banner: await app.signIn('banner_office', { place: 150622000000 }),
    cityOffice: await app.signIn('city_office', { place: 150600000000 }),
    finance: await app.signIn('finance', { place: 150600000000 }),
    auditor: await app.signIn('auditor', { place: 150600000000 }),
  };
}

export function projectBody(over: object = {}) {
  return {
    ...{ id: randomUUID(), place: village, number: randomUUID().slice(0, 8), name: '基础母羊繁育', kind: 'breeding' },
    ...{ purpose: 'breeding_stock', content: '购买基础母羊 200 只', benefit: '带动 12 户增收', households: 12 },
    ...{ poorHouseholds: 8, budgetFen: 60_000_000, plannedFrom: '2018-06-01', plannedThrough: '2018-10-31' },
    ...{ awardMethod: 'tender', personInCharge: '白音', contact: '0477-1234567' },
    ...over,
  };
}

export interface View {
  readonly revision: number;
  readonly state: string;
  readonly digest: string;
  readonly paidFen: number;
  readonly contractedFen: number;
  readonly chain: readonly { readonly step: string; readonly state: string; readonly page: string | null }[];
  readonly awards: readonly { readonly id: string; readonly revision: number }[];
  readonly contracts: readonly { readonly id: string; readonly paidFen: number; readonly revision: number }[];
  readonly assets: readonly { readonly id: string; readonly revision: number }[];
  readonly allowed: readonly string[];
}

/** A project as people take it through its steps. */
export function projectOf(world: World, over: object = {}) {
  const body = projectBody(over);
  const address = `/projects/${county}/${body.id}`;
  const { people } = world;
  const view = async (by: TestClient = people().clerk) => (await by.get(address)).body as unknown as View;
  const send = (path: string, given: object = {}, by: TestClient = people().clerk) =>
    by.send('POST', `${address}${path}`, given);
  const stepState = async (step: string) => (await view()).chain.find((one) => one.step === step)?.state;
  const decided = async (step: 'library' | 'review', verdict: Verdict = 'approved') => {
    const asked = await send('/ask', { step, digest: (await view()).digest });
    expect(asked.status, JSON.stringify(asked.body)).toBe(200);
    const by = step === 'library' ? people().town : people().banner;
    await decide(world, { id: String(asked.body.approvalId), by, verdict });
  };
  const self = { body, address, view, send, stepState, decided };
  return {
    ...self,
    /** proposed, taken into the library, reviewed, and its notice over by the end of April */
    async noticed() {
      expect((await people().clerk.send('POST', '/projects', body)).status).toBe(200);
      await decided('library');
      await decided('review');
      const posted = await send('/notice', { postedOn: '2018-04-03' });
      expect(posted.status, JSON.stringify(posted.body)).toBe(200);
      await world.setDay('2018-04-28');
    },
    withGoals: () => goalsOf(world.database, body.id),
    /** a tender won by 种羊场, its paper attached */
    async awarded(amountFen = 60_000_000) {
      const award = {
        ...{ id: randomUUID(), method: 'tender', subject: '基础母羊', bidders: 3, partyKind: 'enterprise' },
        ...{ partyName: '种羊场', amountFen, decidedOn: '2018-04-28', documentNumber: '招2018-1' },
      };
      const done = await send('/awards', award);
      expect(done.status, JSON.stringify(done.body)).toBe(200);
      await attach(world.database, 'project_award', award.id);
      return award.id;
    },
    async contracted(awardId: string, over2: object = {}) {
      const contract = {
        ...{ id: randomUUID(), awardId, number: randomUUID().slice(0, 8), amountFen: 60_000_000 },
        ...{ signedOn: '2018-04-28', startsOn: '2018-04-28', throughOn: '2018-09-30' },
        ...{ accountCounty: county, accountId: world.account.id, documentId: world.documentId },
        ...over2,
      };
      return { contract, done: await send('/contracts', contract) };
    },
  };
}

type Verdict = 'approved' | 'refused';

/** Answers a question in the name of somebody, as the page of approvals would. */
async function decide(
  { database }: World,
  { id, by, verdict }: { readonly id: string; readonly by: TestClient; readonly verdict: Verdict },
): Promise<void> {
  const opinion = verdict === 'approved' ? null : '规模偏大';
  await database.act(city, async (tx) => {
    await answerDemoApproval(tx, { county, id }, { by: by.accountId, verdict, opinion });
    return ok(true);
  });
}

/** A file on a record, as the routes for files would leave it. */
export async function attach(database: TestDatabase, table: string, id: string): Promise<void> {
  const owner = await database.connectOwner();
  await owner.query(
    `insert into attachment (county, id, place, subject_type, subject_id, sha256, media_type, bytes, name, revision, recorded_at, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, $4, sha256($5::bytea), 'image/jpeg', 10, '文件', 1, now(), gen_random_uuid())`,
    [county, village, table, id, id],
  );
  await owner.end();
}

export function orderBody(world: World, projectId: string, over: object = {}) {
  return {
    ...{ id: randomUUID(), county, projectId, purpose: 'breeding_stock', spentOn: 'asset' },
    ...{ accountCounty: county, accountId: world.account.id, documentId: world.documentId, amountFen: 4_000_000 },
    ...{ payeeKind: 'enterprise', payeeName: '种羊场', bankTail: '1234' },
    ...{ invoiceNumber: randomUUID().slice(0, 12), invoicedOn: '2018-04-28', memo: '购买种羊' },
    ...over,
  };
}

/** All the approvals that an order needs, each by another person. */
export async function approveOrder(world: World, id: string): Promise<void> {
  const { people } = world;
  const order = (await people().clerk.get(`/payment-orders/${county}/${id}`)).body;
  const questions = order.questions as readonly { readonly role: string; readonly approvalId: string }[];
  const by: Readonly<Record<string, TestClient>> = {
    township_clerk: people().town,
    banner_office: people().banner,
    city_office: people().cityOffice,
  };
  for (const { role, approvalId } of questions) {
    const client = by[role];
    if (!client) throw new Error(role);
    await decide(world, { id: approvalId, by: client, verdict: 'approved' });
  }
}

/** A cooperative of the village with its books. */
export async function cooperativeOf(database: TestDatabase, place = village): Promise<string> {
  const id = randomUUID();
  await database.act(city, async (tx): Promise<Result<unknown, Refusal>> => {
    const made = await registerCooperative(tx, {
      ...{ id, place, kind: 'farmers_professional', name: `合作社${id.slice(0, 6)}`, creditCode: null, address: null },
      ...{ chairperson: null, phone: null, business: null, branchLed: true, registeredOn: '2018-01-02' },
    });
    if (!made.ok) return made;
    await openBooks(tx, { cooperative: made.value, startsOn: '2018-01-01', id: randomUUID() });
    return made;
  });
  return id;
}
