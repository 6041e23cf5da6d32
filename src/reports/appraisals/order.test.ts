import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as books } from '../../ledgers/books/feature.ts';
import { feature as funds } from '../../ledgers/funds/feature.ts';
import { type FundAccountRow, openFundAccount } from '../../ledgers/funds/public.ts';
import { seedFunds } from '../../ledgers/funds/seed.ts';
import { feature as measure } from '../../measure/feature.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { placeOf } from '../../platform/pure/place.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as branches } from '../../registers/party-branches/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

const city = 150600000000;
const [half, new_, before] = [150622100201, 150622100202, 150623100201];
const villages = [half, new_, before];
const features = [measure, places, households, branches, assets, cooperatives, books, funds, feature];
const actor = actorAt('finance', city);

let now = Date.parse('2018-05-03T01:00:00Z');
let database: TestDatabase;
let app: TestServer;
let owner: Client;
let accounts: readonly FundAccountRow[];
let office: TestClient;
beforeAll(async () => {
  database = await testDatabase(features, { clock: () => new Date(now) });
  app = await testServer(database, { features, handlers: routes });
  owner = await database.connectOwner();
  accounts = await database.act(actor, async (tx) => {
    const opened = [];
    for (const place of [city, ...villages]) {
      const kind = place === city ? 'office' : 'village';
      opened.push(
        await openFundAccount(tx, { kind, place: placeOf(place), name: `账户${place}`, discipline: 'fifo' } as const),
      );
    }
    return ok(opened);
  });
  office = await app.signIn('city_office', { place: city });
});
afterAll(async () => {
  await owner.end();
  await app.close();
  await database.drop();
});

/** An order as `ledgers/funds` makes it: twice as much for the first village as for the others. */
async function order(kind = 'allocation'): Promise<string> {
  const [id, upper] = [randomUUID(), accounts[0]];
  await owner.query(
    `insert into fund_order (county, id, place, kind, upper_county, upper_account, number, title, occurred_on, amount_fen, lines,
       state, made_by, revision, recorded_at, recorded_by)
     values (150600, $1::uuid, $2, $3, 150600, $4, $1::text, '产业扶贫资金', '2018-04-20', 40000, 3, 'made', gen_random_uuid(), 1, now(),
       gen_random_uuid())`,
    [id, city, kind, upper?.id],
  );
  for (const account of accounts.slice(1)) {
    await owner.query(
      `insert into fund_order_line (county, id, place, order_county, order_id, account_id, amount_fen, revision, recorded_at, recorded_by)
       values ($1, gen_random_uuid(), $2, 150600, $3, $4, $5, 1, now(), gen_random_uuid())`,
      [account.county, account.place, id, account.id, account.place === half ? 20_000 : 10_000],
    );
  }
  return id;
}

async function become(id: string, state: 'checked' | 'done'): Promise<void> {
  const done = state === 'done' ? 'gen_random_uuid()' : 'null';
  await owner.query(
    `update fund_order set state = $2, checked_by = gen_random_uuid(), done_by = ${done} where id = $1`,
    [id, state],
  );
}

async function asset(place: number, valueFen: number, listedOn = '2018-04-01'): Promise<void> {
  await owner.query(
    `insert into asset (county, id, place, number, name, pinyin, initials, class, kind, book_value_fen, use_state, claim_state, known_by,
       listed_on, revision, recorded_at, recorded_by)
     values ($1::int, gen_random_uuid(), $2, left(gen_random_uuid()::text, 8), '种羊', '', '', 'operating', 'livestock', $3, 'own_use', 'undisputed',
       'contract', $4, 1, now(), gen_random_uuid())`,
    [Math.floor(place / 1_000_000), place, valueFen, listedOn],
  );
}

const goal = { indicator: 'asset_value_operating', target: 60_000_000, weightBp: 6_000, dueOn: '2018-12-31' };
const other = { indicator: 'assets', target: 4, weightBp: 4_000, dueOn: '2018-12-31' };
function address(id: string): string {
  return `/fund-orders/150600/${id}/goals`;
}

describe('the goals of an allocation', () => {
  it('are indicators that weigh 100 per cent, set by those who make orders, until somebody agrees to them', async () => {
    await asset(half, 10_000_000);
    for (const valueFen of [70_000_000, 1, 1, 1]) await asset(before, valueFen);
    const id = await order();
    const set = async (goals: readonly object[], by = office) =>
      (await by.send('PUT', address(id), { goals })).body.code;
    expect(await set([goal, other], await app.signIn('auditor', { place: city }))).toBe('forbidden');
    expect(await set([goal, other], await app.signIn('banner_office', { place: 150622000000 }))).toBe('not_found');
    expect(await set([{ ...goal, indicator: 'nothing_known' }, other])).toBe('goal_unknown');
    expect(await set([goal])).toBe('goal_weights');
    expect(await set([{ ...goal, target: -1 }, other])).toBe('goal_direction');
    expect(await set([goal, { ...other, dueOn: '2018-05-02' }])).toBe('goal_due');
    expect(await set([{ ...goal, weightBp: 10_000 }])).toBeUndefined();
    expect(await set([goal, other])).toBeUndefined();
    expect((await office.get(address(id))).body).toMatchObject({
      ...{ asked: true, from: '2018-04', month: '2018-05', scoreBp: null, allowed: ['fund.order'] },
      goals: [{ ...goal, unit: 'fen' }, other],
      lines: [
        { place: half, goals: [{ baseline: 10_000_000, nowBp: 0 }, { baseline: 1 }], nowBp: 0 },
        { place: new_, goals: [{ baseline: 0 }, { baseline: 0 }], nowBp: 0 },
        { place: before, goals: [{ nowBp: 10_000 }, { nowBp: 10_000 }], nowBp: 10_000, scoreBp: null },
      ],
      // by amount: a quarter of the money lies where both levels were reached before
      nowBp: 2_500,
    });
    const { rows } = await owner.query('select revision from fund_order where id = $1', [id]);
    expect(rows).toEqual([{ revision: 3 }]);
    await become(id, 'checked');
    expect(await set([goal, other])).toBe('goals_checked');
    expect((await office.get(address(id))).body.allowed).toEqual([]);
  });

  it('stand with what is handed down alone', async () => {
    const id = await order('receipt');
    expect((await office.send('PUT', address(id), { goals: [goal, other] })).body.code).toBe('goals_not_asked');
    expect((await office.get(address(id))).body).toMatchObject({ asked: false, goals: [], nowBp: null });
  });

  it('are scored in each place when they are due, and by amount for the order', async () => {
    const id = await order();
    const finance = await app.signIn('finance', { place: city });
    const score = (by = finance) => by.send('POST', `${address(id)}/score`);
    expect((await score()).body.code).toBe('goals_none');
    await office.send('PUT', address(id), { goals: [goal, other] });
    expect((await score()).body.code).toBe('goals_order_open');
    await become(id, 'done');
    expect((await score()).body.code).toBe('goals_not_due');
    await asset(half, 25_000_000, '2018-06-01');
    await asset(new_, 60_000_000, '2018-06-01');
    now = Date.parse('2019-01-03T01:00:00Z');
    const later = await app.signIn('finance', { place: city });
    const clerk = await app.signIn('township_clerk', { place: 150622100000 });
    expect((await score(clerk)).status).toBe(403);
    // half of the way and a third (4,333); all of it and a quarter (7,000); there before (10,000): 2 : 1 : 1 of the money
    expect((await score(later)).body).toMatchObject({ scoreBp: 6_416 });
    expect((await score(later)).body.code).toBe('goals_scored');
    await asset(new_, 90_000_000, '2018-06-02');
    expect((await later.get(address(id))).body).toMatchObject({
      scoreBp: 6_416,
      lines: [
        { scoreBp: 4_333, goals: [{ baseline: 10_000_000, value: 35_000_000, scoreBp: 5_000 }, { scoreBp: 3_333 }] },
        {
          scoreBp: 7_000,
          goals: [
            { baseline: 0, value: 60_000_000, scoreBp: 10_000 },
            { value: 1, scoreBp: 2_500 },
          ],
        },
        { scoreBp: 10_000, goals: [{ scoreBp: 10_000 }, { scoreBp: 10_000 }] },
      ],
      allowed: [],
    });
  });

  it('of the example year can be scored', async () => {
    const orders = await database.act(actor, async (tx) =>
      ok(
        await seedFunds(tx, {
          ...{ city, villages, year: 2018, occurredOn: '2018-05-02', grantFen: 20_000_000n },
          ...{ makerId: randomUUID(), checkerId: randomUUID(), nextId: () => randomUUID() },
        }),
      ),
    );
    const finance = await app.signIn('finance', { place: city });
    const scores = [];
    for (const { id } of orders) scores.push((await finance.send('POST', `${address(id)}/score`)).body.scoreBp);
    // no household is poor, which is 60 per cent of the first; nothing was used, paid or insured
    expect(scores).toEqual([6_000, 0]);
  });
});
