import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt } from '../../platform/db/testing.ts';
import { listWorkedLand } from './public.ts';
import {
  county,
  type LandWorld,
  landWorld,
  recordParcel,
  recordTransfer,
  sister,
  transferBody,
  village,
} from './world.testing.ts';

let world: LandWorld;
beforeAll(async () => {
  world = await landWorld('2019-06-03');
});
afterAll(() => world.close());

function pay(address: string, amountFen: number, over: object = {}) {
  const body = { receiptId: randomUUID(), paidOn: '2019-06-03', amountFen, method: 'bank', ...over };
  return world.clerk.send('POST', `${address}/payments`, body);
}

async function view(address: string) {
  const { body } = await world.clerk.get(address);
  return body as Record<string, number> & {
    rents: { paidFen: number; light: string }[];
    receipts: { state: string }[];
  };
}

describe('rent', () => {
  it('goes to what fell due first, also ahead of its day, and is taken back once', async () => {
    const { address } = await recordTransfer(world);
    expect((await pay(address, 1_200_00)).body.arrearsFen).toBe(0);
    const receiptId = randomUUID();
    expect((await pay(address, 1_500_00, { receiptId })).status).toBe(200);
    expect(await view(address)).toMatchObject({ prepaidFen: 1_500_00, paidFen: 2_700_00, nextDueOn: '2021-01-11' });
    expect((await pay(address, 3_300_01)).body).toMatchObject({
      code: 'rent_overpaid',
      errors: [{ field: 'amountFen' }],
    });
    for (const wrong of [0, -1, 1.5, 1e21, '9'.repeat(40), 'NaN']) {
      expect((await pay(address, wrong as number)).body.code).toBe('invalid_input');
    }
    expect((await pay(address, 1, { paidOn: '2019-06-04' })).body.code).toBe('rent_paid_in_future');
    const reverse = () => {
      const body = { newReceiptId: randomUUID(), paidOn: '2019-06-03', reason: '记错合同' };
      return world.clerk.send('POST', `${address}/payments/${receiptId}/reverse`, body);
    };
    const replies = await Promise.all([reverse(), reverse(), reverse()]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await view(address)).toMatchObject({ prepaidFen: 0, paidFen: 1_200_00 });
    expect((await view(address)).receipts.map(({ state }) => state)).toEqual(['reversal', 'reversed', 'stands']);
  });

  it('is paid once by sixteen at once', async () => {
    const { address } = await recordTransfer(world);
    const replies = await Promise.all(Array.from({ length: 16 }, () => pay(address, 1_000_00)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(6);
    expect(await view(address)).toMatchObject({ paidFen: 6_000_00 });
  });

  it('bears the whole amount over its instalments, the fen left over first', async () => {
    const { address } = await recordTransfer(world, { areaMu: 33.33, rentPerMuFen: 10_01, instalments: 12 });
    const { rents, rentFen = 0 } = await view(address);
    const year = rents.slice(0, 12) as unknown as { amountFen: number }[];
    expect(rentFen).toBe(Math.round((10_01 * 3333) / 100));
    expect(year.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(rentFen);
    const amounts = new Set(year.map(({ amountFen }) => amountFen));
    expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
  });
});

describe('a run over what is due', () => {
  it('pays many transfers by one act, exactly what was seen, and once', async () => {
    const taker = { takerKind: 'enterprise', takerId: null, takerName: '草业公司' };
    const made = [await recordTransfer(world, taker), await recordTransfer(world, { ...taker, areaMu: 50 })];
    const due = await world.clerk.get(`/land-rents/due?place=${village}&through=2019-12-31&taker=草业`);
    expect(due.body).toMatchObject({ owedFen: 1_700_00, rows: [{ lines: 1 }, { lines: 1 }] });
    const run = {
      runId: randomUUID(),
      place: village,
      through: '2019-12-31',
      transfers: made.map(({ body }) => body.transferId),
      expectedFen: 1_700_00,
      paidOn: '2019-06-01',
      method: 'bank',
    };
    const send = (over: object = {}) => world.clerk.send('POST', '/land-rents/run', { ...run, ...over });
    expect((await send({ expectedFen: 1_700_01 })).body.code).toBe('rent_run_changed');
    expect((await world.neighbour.send('POST', '/land-rents/run', run)).status).toBe(404);
    expect((await world.neighbour.send('POST', '/land-rents/run', { ...run, place: sister })).body.code).toBe(
      'rent_run_changed',
    );
    const replies = await Promise.all([send(), send(), send({ runId: randomUUID() })]);
    expect(replies.filter(({ status }) => status === 200).map(({ body }) => body)).toEqual([
      { lines: 2, amountFen: 1_700_00 },
    ]);
    expect((await view(made[0]?.address ?? '')).rents[0]).toMatchObject({ paidFen: 1_200_00, light: 'met' });
    const after = await world.clerk.get(`/land-rents/due?place=${village}&through=2019-12-31&taker=草业`);
    expect(after.body).toEqual({ rows: [], owedFen: 0 });
  });
});

describe('what is read from it', () => {
  it('arrears by age, of the own range alone', async () => {
    const terms = { signedOn: '2017-12-20', startsOn: '2018-01-01', throughOn: '2019-12-31' };
    const { body } = await recordTransfer(world, terms);
    const found = await world.clerk.get(`/land-rents/arrears?q=${body.number}`);
    const aged = { owedFen: 2_400_00, d30: 0, d90: 0, d180: 1_200_00, d365: 0, older: 1_200_00 };
    expect(found.body).toMatchObject({ total: 1, ...aged, rows: [{ firstDueOn: '2018-01-11', ...aged }] });
    expect((await world.neighbour.get('/land-rents/arrears')).body).toMatchObject({ total: 0, rows: [], owedFen: 0 });
  });

  it('income of the household on its own page, and facts of what was due and paid', async () => {
    const { address, body } = await recordTransfer(world);
    await pay(address, 1_200_00, { paidOn: '2019-02-01' });
    const own = await world.server.signIn('household', { household: { county, id: world.homes[0] } });
    const seen = (await own.get('/my-land')).body as {
      transfers: { id: string; paidFen: number }[];
      years: { year: number; receivedFen: number }[];
      parcels: unknown[];
    };
    expect(seen.transfers.find(({ id }) => id === body.transferId)).toMatchObject({
      parcelName: expect.stringContaining('草场'),
      paidFen: 1_200_00,
      nextDueFen: 1_200_00,
    });
    expect(seen.years[0]?.year).toBe(2019);
    expect(seen.parcels.length).toBeGreaterThan(0);
    const stranger = await world.server.signIn('household', { household: { county, id: world.farHome } });
    expect((await stranger.get('/my-land')).body).toEqual({ parcels: [], transfers: [], years: [] });
    const facts = await world.database.read(actorAt('village_clerk', village), async (tx) => {
      const { rows } = await sql<{ state: string; household: string; sum: number }>`
        select dims ->> 'state' as state, household_id as household, sum(quantity) as sum from fact_land_rent
        where record_id = ${body.transferId} and retired_at is null and occurred_on <= '2019-12-31' group by 1, 2 order by 1`.execute(
        tx.db,
      );
      return rows;
    });
    expect(facts).toEqual([
      { state: 'due', household: world.homes[0], sum: 1_200_00 },
      { state: 'paid', household: world.homes[0], sum: 1_200_00 },
    ]);
  });

  it('the land that a holder works: held, less let, with what it took', async () => {
    const parcel = await recordParcel(world, { holderId: world.homes[1], kind: 'cropland', areaMu: 40 });
    const over = { takerKind: 'household', takerId: world.homes[0], areaMu: 15.5 };
    await world.clerk.send('POST', `${parcel.address}/transfers`, transferBody(world, over));
    const worked = (id: string, on: string) =>
      world.database.read(actorAt('village_clerk', village), (tx) => listWorkedLand(tx, { county, id }, on));
    expect(await worked(world.homes[1], '2019-06-03')).toEqual([
      { kind: 'cropland', heldMu: 40, letMu: 15.5, takenMu: 0, workedMu: 24.5 },
    ]);
    expect((await worked(world.homes[0], '2019-06-03')).find(({ kind }) => kind === 'cropland')).toMatchObject({
      takenMu: 15.5,
      workedMu: 15.5,
    });
    expect((await worked(world.homes[1], '2018-06-03'))[0]).toMatchObject({ letMu: 0, workedMu: 40 });
  });
});
