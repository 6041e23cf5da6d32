import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as books } from '../../ledgers/books/feature.ts';
import { openBooks } from '../../ledgers/books/public.ts';
import { feature as funds } from '../../ledgers/funds/feature.ts';
import { moveFunds, openFundAccount } from '../../ledgers/funds/public.ts';
import { feature as measure } from '../../measure/feature.ts';
import { importMeasure } from '../../measure/public.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { type Place, placeOf } from '../../platform/pure/place.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as approvals } from '../../procedures/approvals/feature.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { registerCooperative } from '../../registers/cooperatives/public.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as land } from '../../registers/land/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

const county = 150622;
const [city, banner, township, village, sister] = [
  150600000000, 150622000000, 150622100000, 150622100201, 150622100202,
];
const features = [
  ...[measure, places, households, assets, cooperatives, land, books, funds],
  ...[approvals, notices, feature],
];
const finance = actorAt('finance', city);

let now = 0;
let database: TestDatabase;
let app: TestServer;
let clerk: TestClient;
let town: TestClient;
let office: TestClient;
let money: TestClient;

beforeAll(async () => {
  database = await testDatabase(features, { clock: tick });
  await query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, rural, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, l, 'gacha', n, n, '', '', l = 'village', '2000-01-01', now(), gen_random_uuid()
    from (values (${city}, 'city', '鄂尔多斯市'), (${banner}, 'banner', '准格尔旗'), (${township}, 'township', '暖水乡'),
      (${village}, 'village', '甲村'), (${sister}, 'village', '乙村')) as p (c, l, n)`);
  await setDay('2020-03-02');
  await importMeasure(database);
  app = await testServer(database, { features, handlers: routes });
  await setDay('2020-03-02');
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

function tick(): Date {
  now += 100;
  return new Date(now);
}

/** Nine in the morning of a day; everybody signs in anew, as somebody else. */
async function setDay(day: string): Promise<void> {
  now = Date.parse(`${day}T01:00:00Z`);
  if (!app) return;
  clerk = await app.signIn('village_clerk', { place: village });
  town = await app.signIn('township_clerk', { place: township });
  office = await app.signIn('banner_office', { place: banner });
  money = await app.signIn('finance', { place: city });
}

async function query(text: string, values: readonly unknown[] = []): Promise<void> {
  const owner = await database.connectOwner();
  await owner.query(text, [...values]).finally(() => owner.end());
}

async function household({ place = village, card = true } = {}): Promise<string> {
  const id = randomUUID();
  const sealed = await database.act(finance, async (tx) => ok(tx.vault.seal('6228480401234567890')));
  await query(
    `insert into household (county, id, place, number, bank_name, bank_card, bank_card_hash, bank_card_masked, joined_on, joined_kind, revision, recorded_at, recorded_by)
     values ($1, $2, $3, $4, '农业银行', $5, $6, $7, '2015-01-01', 'registered', 1, now(), gen_random_uuid())`,
    [county, id, place, id.slice(0, 12), ...(card ? [sealed, sealed, '***************7890'] : [null, null, null])],
  );
  return id;
}

/** The finance office of the banner with money that is for rewards. */
async function funded(amountFen: bigint): Promise<void> {
  const [fundId, documentId] = [randomUUID(), randomUUID()];
  await query(
    `insert into fund (county, id, place, kind, level, source, name, starts_on, recorded_at, recorded_by)
     values (150600, $1, ${city}, 'industry', 'city', 'budget', '奖补资金', '2018-01-01', now(), gen_random_uuid())`,
    [fundId],
  );
  await query(
    `insert into fund_document (county, id, place, fund_id, number, title, issued_on, amount_fen, standard, purposes, payee_kinds,
      place_los, place_his, starts_on, ends_on, management_bp, recorded_at, recorded_by)
     values (150600, $1, ${city}, $2, '鄂财农〔2020〕9号', '奖补资金', '2020-01-02', $3, false, '{reward}', '{}',
      '{${banner}}', '{${banner + 999_999}}', '2020-01-02', '2021-12-31', 0, now(), gen_random_uuid())`,
    [documentId, fundId, amountFen],
  );
  await database.act(finance, async (tx) => {
    const to = await openFundAccount(tx, {
      kind: 'office',
      place: banner as Place,
      name: '旗财政',
      discipline: 'fifo',
    });
    return moveFunds(tx, [
      {
        ...{ id: randomUUID(), kind: 'receipt', to, documentId, amountFen, occurredOn: '2020-01-03', memo: '到账' },
        ...{ makerId: randomUUID(), checkerId: randomUUID(), source: { type: 'test', id: randomUUID() } },
      },
    ]);
  });
}

async function schemeOf(more: object = {}): Promise<string> {
  const id = randomUUID();
  const reply = await office.send('POST', '/reward-schemes', {
    ...{
      id,
      place: banner,
      kind: 'subsidy',
      title: `基础母牛奖补${id.slice(0, 4)}`,
      documentNumber: '准政发〔2020〕3号',
    },
    ...{ unitKind: 'ear_tag', output: '基础母牛', applicants: 'any', startsOn: '2020-01-01', endsOn: '2020-12-31' },
    ...{ rateFen: 50_000, source: '准政发〔2020〕3号', ...more },
  });
  expect(reply.status).toBe(200);
  return id;
}

function ask(schemeId: string, householdId: string, keys: readonly string[]) {
  return askWith(schemeId, householdId, { units: keys.map((key) => ({ key, quantity: 1 })) });
}

function askWith(schemeId: string, householdId: string, more: object) {
  const body = { id: randomUUID(), place: village, schemeId, householdId, producedOn: '2020-02-20', ...more };
  return clerk.send('POST', '/rewards', body);
}

async function viewOf(id: unknown): Promise<{ readonly revision: number; readonly state: string }> {
  return (await office.get(`/rewards/${county}/${id}`)).body as { revision: number; state: string };
}

/** A cooperative of the village with books. */
async function cooperative(name: string): Promise<string> {
  const id = randomUUID();
  await database.act(actorAt('township_clerk', township), async (tx) => {
    const made = await registerCooperative(tx, {
      ...{ id, place: placeOf(village), kind: 'farmers_professional', name, creditCode: null, address: '甲村' },
      ...{ chairperson: '王贵', phone: null, business: '养牛', branchLed: false, registeredOn: '2019-01-01' },
    });
    if (made.ok) await openBooks(tx, { cooperative: made.value, startsOn: '2020-01-01', id: randomUUID() });
    return made;
  });
  return id;
}

function rewardOf(schemeId: string, cooperativeId: string) {
  const units = [{ key: tag(), quantity: 1 }];
  return { id: randomUUID(), place: village, schemeId, cooperativeId, producedOn: '2020-02-20', units };
}

/** An ear tag that nobody else has. */
function tag(): string {
  return `1506${randomUUID().slice(0, 8)}`;
}

async function check(id: unknown, accepted = true) {
  const { revision } = await viewOf(id);
  return town.send('POST', `/rewards/${county}/${id}/check`, { revision, accepted, finding: '现场核实' });
}

/** A batch of the township, paid by the finance office of the banner. */
async function order(by: TestClient, schemeId: string) {
  const body = { id: randomUUID(), place: township, schemeId, title: '发放', payerPlace: banner };
  const reply = await by.send('POST', '/reward-batches', body);
  return { reply, address: `/reward-batches/${county}/${body.id}` };
}

describe('one unit of output', () => {
  it('is rewarded once, across schemes and by however many at once', async () => {
    const [one, other] = [await schemeOf(), await schemeOf({ kind: 'investment' })];
    const shared = tag();
    const homes = await Promise.all(Array.from({ length: 16 }, () => household()));
    const asked = await Promise.all(homes.map((home, at) => ask(at % 2 ? one : other, home, [shared, tag()])));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = asked.find(({ status }) => status !== 200);
    expect(refused?.body).toMatchObject({ code: 'reward_unit_used', values: { keys: shared } });
  });

  it('is free again when its application was refused or withdrawn', async () => {
    const scheme = await schemeOf();
    const [home, mine] = [await household(), tag()];
    const first = await ask(scheme, home, [mine]);
    expect(first.body).toMatchObject({ amountFen: 50_000, checkBy: '2020-03-09' });
    expect((await ask(scheme, home, [` ${mine.toLowerCase()}`])).body.code).toBe('reward_unit_used');
    expect((await check(first.body.id, false)).status).toBe(200);
    const second = await ask(scheme, home, [mine]);
    expect(second.status).toBe(200);
    const { revision } = await viewOf(second.body.id);
    const back = { revision, reason: '填错了' };
    expect((await clerk.send('POST', `/rewards/${county}/${second.body.id}/withdraw`, back)).status).toBe(200);
    expect((await ask(scheme, home, [mine])).status).toBe(200);
    expect((await office.get('/rewards?state=refused')).body.total).toBe(1);
  });

  it('of a parcel or of a record is used up by parts', async () => {
    const scheme = await schemeOf({ unitKind: 'production', output: '青贮玉米（吨）', rateFen: 1_000 });
    const home = await household();
    const part = (quantity: number) => askWith(scheme, home, { units: [{ key: 'SC-2020-7', quantity, total: 10 }] });
    expect((await part(6)).body.amountFen).toBe(6_000);
    expect((await part(4.01)).body.code).toBe('reward_unit_used');
    expect((await part(4)).body.amountFen).toBe(4_000);
    const land2020 = await schemeOf({ unitKind: 'parcel_year', output: '优质牧草（亩）' });
    const parcelId = randomUUID();
    await query(
      `insert into land_parcel (county, id, place, number, name, kind, area_mu, tenure, holder_kind, holder_name, holder_id, listed_on, revision, recorded_at, recorded_by)
       values (${county}, $1, ${village}, 'D-1', '南滩', 'cropland', 12.5, 'household_contract', 'household', '户主', $2, '2018-01-01', 1, now(), gen_random_uuid())`,
      [parcelId, home],
    );
    const sown = (quantity: number, who = home) => askWith(land2020, who, { units: [{ key: parcelId, quantity }] });
    expect((await sown(5, await household())).body.code).toBe('reward_parcel_of_others');
    expect((await sown(12.5)).status).toBe(200);
    expect((await sown(0.01)).body.code).toBe('reward_unit_used');
  });
});

it('nobody gets more of a scheme in a year than its most, however he asks', async () => {
  const scheme = await schemeOf({ capFen: 120_000 });
  const home = await household();
  const asked = await Promise.all(Array.from({ length: 8 }, () => ask(scheme, home, [tag()])));
  const amounts = asked.flatMap(({ status, body }) => (status === 200 ? [Number(body.amountFen)] : []));
  expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(120_000);
  expect(new Set(asked.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
    new Set(['reward_cap_reached']),
  );
});

describe('a reward', () => {
  it('is checked, publicised and paid by three people; what the bank returns goes again without paying twice', async () => {
    await setDay('2020-03-02');
    await funded(1_000_000n);
    const scheme = await schemeOf();
    const homes = [await household(), await household(), await household({ card: false })];
    const ids: unknown[] = [];
    for (const home of homes) ids.push((await ask(scheme, home, [tag(), tag()])).body.id);
    const list = { id: randomUUID(), place: village, schemeId: scheme, postedOn: '2020-03-02', contact: '乡政府 0477' };
    expect((await clerk.send('POST', '/reward-lists', list)).body.code).toBe('reward_none_checked');
    for (const id of ids) expect((await check(id)).status).toBe(200);
    expect((await check(ids[0])).body.code).toBe('reward_not_applied');
    expect((await clerk.send('POST', '/reward-lists', list)).body).toMatchObject({ rewards: 3 });
    expect((await office.get('/rewards?light=met')).body.total).toBeGreaterThanOrEqual(3);
    expect((await order(town, scheme)).reply.body.code).toBe('reward_account_missing');
    expect((await order(office, scheme)).reply.body.code).toBe('reward_none_payable');

    await setDay('2020-03-20');
    const first = await order(office, scheme);
    expect(first.reply.body).toMatchObject({ lines: 2, totalFen: 200_000, withoutCard: 1 });
    const { address } = first;
    expect((await office.send('POST', `${address}/pay`, { revision: 1 })).body.code).toBe('own_work');
    const paid = await Promise.all(
      Array.from({ length: 8 }, () => money.send('POST', `${address}/pay`, { revision: 1 })),
    );
    expect(paid.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await money.send('POST', `${address}/bank-file`)).raw.subarray(0, 2).toString()).toBe('PK');
    const spent = await payments();
    expect(spent).toEqual([100_000, 100_000]);
    const [returned] = ids;
    const result = { revision: 2, returned: [{ rewardId: returned, reason: '账户已销户' }] };
    expect((await office.send('POST', `${address}/settle`, result)).status).toBe(200);
    expect(await viewOf(returned)).toMatchObject({
      state: 'returned',
      transfers: [{ result: 'returned', returnedFor: '账户已销户' }],
    });

    const next = await order(office, scheme);
    expect(next.reply.body).toMatchObject({ lines: 1, totalFen: 100_000 });
    expect((await money.send('POST', `${next.address}/pay`, { revision: 1 })).status).toBe(200);
    expect(await payments()).toEqual(spent);
    expect(await viewOf(returned)).toMatchObject({ state: 'paid' });
  });

  it('of a cooperative stands in its books when the bank has paid it, and not when it came back', async () => {
    await setDay('2020-05-06');
    const scheme = await schemeOf({ applicants: 'cooperative' });
    const paid = await clerk.send('POST', '/rewards', rewardOf(scheme, await cooperative('甲村养牛合作社')));
    const back = await clerk.send('POST', '/rewards', rewardOf(scheme, await cooperative('乙村养牛合作社')));
    for (const { body } of [paid, back]) expect((await check(body.id)).status).toBe(200);
    const list = { id: randomUUID(), place: village, schemeId: scheme, postedOn: '2020-05-06', contact: '乡政府 0477' };
    expect((await clerk.send('POST', '/reward-lists', list)).status).toBe(200);
    await setDay('2020-05-25');
    const { address } = await order(office, scheme);
    expect((await money.send('POST', `${address}/pay`, { revision: 1 })).status).toBe(200);
    const result = { revision: 2, returned: [{ rewardId: back.body.id, reason: '账户不符' }] };
    expect((await office.send('POST', `${address}/settle`, result)).status).toBe(200);
    const owner = await database.connectOwner();
    const { rows } = await owner.query(`select a.code, l.amount::int as fen, v.source_id from voucher v
      join ledger_line l on l.entry_id = v.id join ledger_account a on a.number = l.account
      where v.source_type = 'reward' order by l.amount desc`);
    await owner.end();
    expect(rows).toEqual([
      { code: '102', fen: 50_000, source_id: paid.body.id },
      { code: '235', fen: -50_000, source_id: paid.body.id },
    ]);
  });

  it('leaves a list whole when there is not money enough', async () => {
    await setDay('2020-04-01');
    const scheme = await schemeOf({ rateFen: 900_000 });
    const id = (await ask(scheme, await household(), [tag()])).body.id;
    await check(id);
    const list = { id: randomUUID(), place: village, schemeId: scheme, postedOn: '2020-04-01', contact: '乡政府 0477' };
    expect((await clerk.send('POST', '/reward-lists', list)).status).toBe(200);
    await setDay('2020-04-20');
    const { address, reply } = await order(office, scheme);
    expect(reply.status).toBe(200);
    const refused = await money.send('POST', `${address}/pay`, { revision: 1 });
    expect(refused.body.code).toBe('fund_insufficient');
    expect((await office.get(address)).body).toMatchObject({ state: 'ordered', revision: 1 });
    expect(await viewOf(id)).toMatchObject({ state: 'ordered' });
  });

  it('is seen in its village and above, and checked by the township alone', async () => {
    const scheme = await schemeOf();
    const id = (await ask(scheme, await household(), [tag()])).body.id;
    const neighbour = await app.signIn('village_clerk', { place: sister });
    expect((await neighbour.get(`/rewards/${county}/${id}`)).status).toBe(404);
    expect(
      (await neighbour.send('POST', `/rewards/${county}/${id}/withdraw`, { revision: 1, reason: '试试' })).status,
    ).toBe(404);
    expect(
      (await clerk.send('POST', `/rewards/${county}/${id}/check`, { revision: 1, accepted: true, finding: '核实' }))
        .status,
    ).toBe(403);
    const auditor = await app.signIn('auditor', { place: city });
    expect((await auditor.get(`/rewards/${county}/${id}`)).body).toMatchObject({ allowed: [] });
    expect(
      (await auditor.send('POST', `/rewards/${county}/${id}/withdraw`, { revision: 1, reason: '试试' })).status,
    ).toBe(403);
    const stranger = await household({ place: sister });
    expect((await ask(scheme, stranger, [tag()])).status).toBe(404);
    expect((await askWith(scheme, stranger, { units: [{ key: tag(), quantity: 1 }], place: sister })).status).toBe(404);
    expect((await clerk.send('POST', '/rewards/export')).status).toBe(200);
  });
});

async function payments(): Promise<readonly number[]> {
  const owner = await database.connectOwner();
  const { rows } = await owner.query(
    `select amount_fen::int as fen from fund_movement where kind = 'payment' order by recorded_at`,
  );
  await owner.end();
  return rows.map(({ fen }) => fen);
}
