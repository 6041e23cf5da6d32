import { randomUUID } from 'node:crypto';
import { feature as funds } from '../../ledgers/funds/feature.ts';
import { moveFunds, openFundAccount } from '../../ledgers/funds/public.ts';
import { feature as measure } from '../../measure/feature.ts';
import { ensureParameters } from '../../measure/public.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { placeOf } from '../../platform/pure/place.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as agencies } from '../../registers/agencies/feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { registerCooperative } from '../../registers/cooperatives/public.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

export const county = 150622;
export const city = 150600000000;
export const banner = 150622000000;
export const township = 150622100000;
export const village = 150622100201;
export const neighbour = 150622100202;
export const bankId = randomUUID();
export const otherBankId = randomUUID();

const features = [measure, places, agencies, households, assets, cooperatives, funds, feature];

export interface World {
  readonly database: TestDatabase;
  readonly app: TestServer;
  readonly clerk: TestClient;
  readonly secretary: TestClient;
  readonly bank: TestClient;
  readonly otherBank: TestClient;
  readonly office: TestClient;
  readonly finance: TestClient;
  /** nine in the morning of a day; everybody stays signed in */
  setDay(day: string): Promise<void>;
  close(): Promise<void>;
}

export async function loanWorld(day: string): Promise<World> {
  let now = Date.parse(`${day}T01:00:00Z`);
  const clock = (): Date => {
    now += 1000;
    return new Date(now);
  };
  const database = await testDatabase(features, { clock });
  await database.act(actorAt('city_office', city), async (tx) => ok(await ensureParameters(tx)));
  await fill(database);
  const setDay = async (to: string): Promise<void> => {
    now = Date.parse(`${to}T01:00:00Z`);
    const owner = await database.connectOwner();
    await owner.query('update session set started_at = $1, seen_at = $1', [new Date(now)]);
    await owner.end();
  };
  const app = await testServer(database, { features, handlers: routes });
  const office = await app.signIn('banner_office', { place: banner });
  for (const agencyId of [bankId, otherBankId]) await office.send('POST', '/loan-lenders', { county, agencyId });
  return {
    ...{ database, app, office, setDay },
    clerk: await app.signIn('village_clerk', { place: village }),
    secretary: await app.signIn('first_secretary', { place: village }),
    bank: await app.signIn('bank', { organisationId: bankId }),
    otherBank: await app.signIn('bank', { organisationId: otherBankId }),
    finance: await app.signIn('finance', { place: city }),
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

async function fill(database: TestDatabase): Promise<void> {
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, 'village', 'gacha', n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (${village}, '甲村'), (${neighbour}, '乙村')) as p (c, n)`);
  await owner.query(
    `insert into agency (county, id, place, kind, name, pinyin, initials, starts_on, revision, recorded_at, recorded_by)
     select $1, i, $2, 'bank', n, '', '', '2000-01-01', 1, now(), gen_random_uuid()
     from (values ($3::uuid, '甲农商行'), ($4::uuid, '乙农信社')) as b (i, n)`,
    [county, banner, bankId, otherBankId],
  );
  await owner.end();
}

/** A household with its head, on the poverty register unless told otherwise; answers its id. */
export async function household(
  { database }: World,
  of: {
    readonly place?: number;
    readonly state?: string | null;
    readonly name?: string;
    readonly birthOn?: string;
  } = {},
): Promise<string> {
  const { place = village, state = 'registered', name = '巴特尔', birthOn = '1975-03-01' } = of;
  const id = randomUUID();
  const owner = await database.connectOwner();
  await owner.query(
    `insert into household (county, id, place, number, cropland_mu, joined_on, joined_kind, revision, recorded_at, recorded_by)
     values ($1, $2, $3, $4, 32.5, '2015-01-01', 'registered', 1, now(), gen_random_uuid())`,
    [county, id, place, id.slice(0, 12)],
  );
  await owner.query(
    `insert into resident (county, id, place, household_id, name, name_original, name_key, pinyin, initials, id_number, id_number_hash,
       id_number_masked, id_last4, sex, birth_on, relation, labour, joined_on, joined_kind, revision, recorded_at, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, $4, $4, $4, '', '', 'x', decode(md5($6), 'hex'), '150622********0018', '0018', 'male',
       $5, '01', 'ordinary', '2015-01-01', 'registered', 1, now(), gen_random_uuid())`,
    [county, place, id, name, birthOn, id],
  );
  if (state !== null) {
    await owner.query(
      `insert into poverty_registration (county, id, place, household_id, state, change, standard, kind, main_cause, starts_on,
         document_number, decided_on, revision, recorded_at, recorded_by)
       values ($1, gen_random_uuid(), $2, $3, $4, 'entry', 'national', 'general', 'illness', '2016-01-01', '文', '2016-01-01', 1, now(),
         gen_random_uuid())`,
      [county, place, id, state],
    );
  }
  await owner.end();
  return id;
}

/** A cooperative of the village; answers its id. */
export async function cooperative({ database }: World, name: string): Promise<string> {
  const id = randomUUID();
  await database.act(actorAt('township_clerk', township), (tx) =>
    registerCooperative(tx, {
      ...{ id, place: placeOf(village), kind: 'farmers_professional', name, creditCode: null, address: '甲村' },
      ...{ chairperson: '王贵', phone: null, business: '养羊', branchLed: false, registeredOn: '2018-01-01' },
    }),
  );
  return id;
}

export function applicationOf(householdId: string, change: object = {}) {
  return {
    ...{ id: randomUUID(), county, kind: 'microcredit', householdId, amountFen: 5_000_000, termMonths: 12 },
    ...{ purpose: 'breeding', ...change },
  };
}

export function consentOf(change: object = {}) {
  return { id: randomUUID(), fields: ['people', 'poverty'], endsOn: '2020-12-31', paper: '授〔2018〕1号', ...change };
}

export function contractOf(applicationId: string, change: object = {}) {
  return {
    ...{ id: randomUUID(), county, applicationId, contractNumber: `NX-${applicationId.slice(0, 8)}` },
    ...{ principalFen: 5_000_000, ratePpm: 43_500, method: 'interest_only', termMonths: 12, everyMonths: 3 },
    ...{ startsOn: '2018-05-10', dayCount: 'actual_360', subsidised: true, ...change },
  };
}

/** An application that the bank has approved; answers its id. */
export async function approved(world: World, householdId: string, change: object = {}): Promise<string> {
  const body = applicationOf(householdId, change);
  await expectOk(world.clerk.send('POST', '/loan-applications', body));
  const path = `/loan-applications/${county}/${body.id}`;
  await expectOk(world.clerk.send('POST', `${path}/send`, { revision: 1, bankId, consent: consentOf() }));
  await expectOk(world.bank.send('POST', `${path}/decide`, { revision: 2, decision: 'approved' }));
  return body.id;
}

/** A loan of 50,000 yuan for a year from 10 May 2018, interest each quarter; answers its id. */
export async function lent(world: World, householdId: string, change: object = {}): Promise<string> {
  const body = contractOf(await approved(world, householdId, pickAsked(change)), change);
  await expectOk(world.bank.send('POST', '/loans', body));
  return body.id;
}

function pickAsked(change: { readonly termMonths?: number }): object {
  return change.termMonths === undefined ? {} : { termMonths: change.termMonths };
}

export async function expectOk(reply: Promise<{ status: number; body: Record<string, unknown> }>) {
  const { status, body } = await reply;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

export interface Money {
  readonly county: number;
  readonly fundAccountId: string;
}

/** Money of the city for interest subsidy and risk compensation, at the finance office of the banner. */
export async function setUpMoney(world: World, pool: 'special' | 'risk' = 'special'): Promise<Money> {
  const documentId = await document(world, pool === 'special' ? ['interest_subsidy'] : ['risk_compensation']);
  const [maker, checker] = [randomUUID(), randomUUID()];
  return world.database.act(actorAt('finance', city), async (tx) => {
    const holder = { kind: 'office', place: placeOf(banner), name: '旗财政', discipline: 'fifo', pool } as const;
    const to = await openFundAccount(tx, holder);
    const moved = await moveFunds(tx, [
      {
        ...{ id: randomUUID(), kind: 'receipt', to, documentId, amountFen: 50_000_000n, occurredOn: '2018-03-05' },
        ...{ memo: '到账', makerId: maker, checkerId: checker, source: { type: 'test', id: randomUUID() } },
      },
    ]);
    return moved.ok ? ok({ county, fundAccountId: to.id }) : moved;
  });
}

async function document({ database }: World, purposes: readonly string[]): Promise<string> {
  const [fundId, id] = [randomUUID(), randomUUID()];
  const owner = await database.connectOwner();
  await owner.query(
    `insert into fund (county, id, place, kind, level, source, name, starts_on, recorded_at, recorded_by)
     values (150600, $1::uuid, $2, 'poverty_industry', 'city', 'development', $1::text, '2018-01-01', now(), $1::uuid)`,
    [fundId, city],
  );
  await owner.query(
    `insert into fund_document (county, id, place, fund_id, number, title, issued_on, amount_fen, standard, purposes, payee_kinds,
       place_los, place_his, starts_on, ends_on, management_bp, recorded_at, recorded_by)
     values (150600, $1::uuid, $2, $3, $1::text, '金融扶贫资金', '2018-03-01', 100000000, false, $4, '{}', $5, $6, '2018-03-01', '2022-12-31', 0,
       now(), $3)`,
    [id, city, fundId, purposes, [banner], [banner + 999_999]],
  );
  await owner.end();
  return id;
}
