import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as books } from '../../ledgers/books/feature.ts';
import { openBooks, postVoucher } from '../../ledgers/books/public.ts';
import { feature as measure } from '../../measure/feature.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { closePress } from '../../platform/documents/pdf.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { balanceOn } from '../../platform/ledger/ledger-store.ts';
import type { Refusal, Result } from '../../platform/pure/result.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { registerCooperative } from '../../registers/cooperatives/public.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';
import { setAsideOf } from './rules.ts';

const county = 150622;
const township = 150622100000;
const village = township + 201;
const neighbour = township + 202;
const city = actorAt('city_office', 150600000000);
const features = [measure, places, households, assets, cooperatives, books, notices, feature];

let now = 0;
let database: TestDatabase;
let app: TestServer;
let clerk: TestClient;
let accountant: TestClient;

beforeAll(async () => {
  database = await testDatabase(features, { clock: tick });
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, 'village', 'gacha', n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (${village}, '甲村'), (${neighbour}, '乙村')) as p (c, n)`);
  await owner.end();
  app = await testServer(database, { features, handlers: routes });
  await setDay('2020-03-02');
});
afterAll(async () => {
  closePress();
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
  clerk = await app.signIn('village_clerk', { place: village });
  accountant = await app.signIn('village_accountant', { place: village });
}

/** An organisation whose books hold a set-aside for relief. */
async function organisation(
  setAsideFen: bigint,
  kind: 'farmers_professional' | 'collective_economic_organization' = 'farmers_professional',
) {
  const [id, bookId] = [randomUUID(), randomUUID()];
  const code = setAsideOf(kind === 'farmers_professional' ? 'coop37' : 'collective14');
  const appropriations = kind === 'farmers_professional' ? '33201' : '32201';
  await database.act(city, async (tx): Promise<Result<unknown, Refusal>> => {
    const made = await registerCooperative(tx, {
      ...{ id, place: village, kind, name: `合作社${id.slice(0, 6)}`, creditCode: null, address: null },
      ...{ chairperson: null, phone: null, business: null, branchLed: true, registeredOn: '2018-07-02' },
    });
    if (!made.ok) return made;
    await openBooks(tx, { cooperative: made.value, startsOn: '2019-01-01', id: bookId });
    return postVoucher(tx, {
      ...{
        county,
        cooperativeId: id,
        occurredOn: '2020-02-01',
        memo: '预留救助',
        sourceType: 'test',
        sourceId: randomUUID(),
      },
      ...{ makerId: randomUUID(), checkerId: randomUUID(), makerName: '会计', checkerName: '主任' },
      lines: [
        { code: appropriations, amount: setAsideFen },
        { code, amount: -setAsideFen },
      ],
    });
  });
  const left = () =>
    database.read(city, async (tx) => -(await balanceOn(tx, { county, id: bookId }, { code, on: '2020-12-31' })));
  return { id, left };
}

async function household(place = village): Promise<string> {
  const id = randomUUID();
  const owner = await database.connectOwner();
  await owner.query(
    `insert into household (county, id, place, number, joined_on, joined_kind, revision, recorded_at, recorded_by)
     values ($1, $2, $3, $4, '2015-01-01', 'registered', 1, now(), gen_random_uuid())`,
    [county, id, place, id.slice(0, 12)],
  );
  await owner.end();
  return id;
}

interface View {
  readonly revision: number;
  readonly state: string;
  readonly totalFen: number;
  readonly availableFen: number;
  readonly lines: readonly {
    readonly id: string;
    readonly revision: number;
    readonly poor: string;
    readonly memberPlace: number;
  }[];
  readonly notice: { readonly state: string } | null;
  readonly allowed: readonly string[];
}

function listOf(cooperativeId: string) {
  const id = randomUUID();
  const address = `/reliefs/${county}/${id}`;
  const send = (path: string, body: object = {}) => clerk.send('POST', `${address}${path}`, body);
  const view = async () => (await clerk.get(address)).body as unknown as View;
  return {
    id,
    address,
    send,
    view,
    begin: () =>
      clerk.send('POST', '/reliefs', {
        ...{ id, county, cooperativeId, title: '2020年春季救助', documentNumber: '2020-3', channel: 'bank' },
      }),
    add: async (amountFen: number, householdId: string) =>
      send('/lines', { id: randomUUID(), householdId, amountFen, cause: '家中有重病人' }),
    async post() {
      const { revision } = await view();
      return send('/notice', { revision, postedOn: '2020-03-02', contact: '村委会 0477-1234567' });
    },
    async pay() {
      const { revision } = await view();
      return accountant.send('POST', `${address}/pay`, { revision });
    },
  };
}

describe('a relief list', () => {
  it('names each household once, goes on notice, and is paid by somebody else when that is over', async () => {
    await setDay('2020-03-02');
    const of = await organisation(30_000n);
    const list = listOf(of.id);
    expect((await list.begin()).status).toBe(200);
    expect((await list.post()).body.code).toBe('relief_empty');
    const [one, two] = [await household(), await household(neighbour)];
    expect((await list.add(20_000, one)).status).toBe(200);
    expect((await list.add(1, one)).body).toMatchObject({ code: 'relief_twice', errors: [{ field: 'householdId' }] });
    expect((await list.add(0, two)).status).toBe(400);
    expect((await list.add(5_000, randomUUID())).body).toMatchObject({ code: 'not_found' });
    const view = await list.view();
    expect(view).toMatchObject({ state: 'draft', totalFen: 20_000, availableFen: 30_000, lines: [{ poor: 'no' }] });
    expect((await list.send('/pay', { revision: view.revision })).body.code).toBe('relief_not_listed');
    expect((await list.post()).status).toBe(200);
    expect((await list.add(1, two)).body.code).toBe('relief_not_draft');
    const listed = await list.view();
    expect(listed).toMatchObject({ state: 'listed', notice: { state: 'running' } });
    expect((await list.send('/pay', { revision: listed.revision })).body.code).toBe('own_work');
    expect((await list.pay()).body.code).toBe('relief_notice_open');
    await setDay('2020-03-16');
    expect((await list.pay()).status).toBe(200);
    expect(await of.left()).toBe(10_000n);
    expect(await list.view()).toMatchObject({ state: 'paid', allowed: [] });
    const facts = await database.read(city, async (tx) =>
      tx.db
        .selectFrom('factRelief' as never)
        .selectAll()
        .execute(),
    );
    expect(facts).toMatchObject([{ place: village, householdId: one, quantity: 20_000, unit: 'fen' }]);
    expect((await clerk.get(`${list.address}/print`)).raw.subarray(0, 4).toString()).toBe('%PDF');
    expect((await clerk.get('/reliefs/export')).raw.subarray(0, 2).toString()).toBe('PK');
    expect((await list.send('/withdraw', { revision: 5, reason: '不发了' })).body.code).toBe('relief_closed');
  });

  it('never comes to more than was set aside, however many lists are paid at once', async () => {
    for (const kind of ['farmers_professional', 'collective_economic_organization'] as const) {
      await setDay('2020-03-02');
      const of = await organisation(10_000n, kind);
      const lists = await Promise.all(
        Array.from({ length: 16 }, async () => {
          const list = listOf(of.id);
          await list.begin();
          await list.add(4_000, await household());
          expect((await list.post()).status).toBe(200);
          return list;
        }),
      );
      await setDay('2020-03-16');
      const paid = await Promise.all(lists.map((list) => list.pay()));
      expect(paid.filter(({ status }) => status === 200)).toHaveLength(2);
      const refused = paid.filter(({ status }) => status !== 200).map(({ body }) => body.code);
      expect(new Set(refused)).toEqual(new Set(['relief_beyond_set_aside']));
      expect(await of.left()).toBe(2_000n);
    }
  });

  it('is paid once, and refused at once when it is larger than the set-aside', async () => {
    await setDay('2020-03-02');
    const of = await organisation(10_000n);
    const list = listOf(of.id);
    await list.begin();
    await list.add(10_001, await household());
    expect((await list.post()).body).toMatchObject({ code: 'relief_beyond', values: { available: '100.00' } });
    const { lines } = await list.view();
    const line = `${list.address}/lines/${lines[0]?.id}`;
    const change = { revision: 1, amountFen: 10_000, cause: '家中有重病人' };
    expect((await clerk.send('PUT', line, change)).status).toBe(200);
    expect((await clerk.send('PUT', line, change)).body.code).toBe('stale');
    expect((await list.post()).status).toBe(200);
    await setDay('2020-03-16');
    const { revision } = await list.view();
    const pressed = await Promise.all(
      Array.from({ length: 16 }, () => accountant.send('POST', `${list.address}/pay`, { revision })),
    );
    expect(pressed.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await of.left()).toBe(0n);
  });

  it('taken back to the draft begins its notice anew', async () => {
    await setDay('2020-03-02');
    const list = listOf((await organisation(10_000n)).id);
    await list.begin();
    await list.add(4_000, await household());
    await list.post();
    const { revision } = await list.view();
    expect((await list.send('/reopen', { revision, reason: '漏了一户' })).status).toBe(200);
    expect(await list.view()).toMatchObject({ state: 'draft', notice: { state: 'withdrawn' } });
    const [line] = (await list.view()).lines;
    const out = { revision: line?.revision, reason: '写错了' };
    expect((await list.send(`/lines/${line?.id}/remove`, out)).status).toBe(200);
    expect(await list.view()).toMatchObject({ totalFen: 0, lines: [] });
    const other = await app.signIn('village_clerk', { place: neighbour });
    expect((await other.get(list.address)).status).toBe(404);
    expect((await other.send('POST', `${list.address}/reopen`, { revision: 1, reason: '试试' })).status).toBe(404);
    const auditor = await app.signIn('auditor', { place: 150600000000 });
    expect((await auditor.get(list.address)).body).toMatchObject({ allowed: [] });
    expect((await auditor.send('POST', `${list.address}/pay`, { revision: 1 })).status).toBe(403);
  });
});
