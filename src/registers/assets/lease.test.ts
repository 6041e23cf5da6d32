import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt } from '../../platform/db/testing.ts';
import { type AssetWorld, assetBody, assetWorld, county, listAsset, village } from './world.testing.ts';

let world: AssetWorld;
beforeAll(async () => {
  world = await assetWorld('2019-06-03');
});
afterAll(() => world.close());

let serial = 0;
function contractBody(over: object = {}) {
  serial += 1;
  return {
    contractId: randomUUID(),
    number: `合〔2018〕${serial}号`,
    kind: 'lease',
    tenantKind: 'enterprise',
    tenantName: '绿源公司',
    signedOn: '2017-12-20',
    startsOn: '2018-01-01',
    throughOn: '2020-12-31',
    rentFen: 12_000_00,
    periodMonths: 12,
    instalments: 2,
    dueAt: 'start',
    dueDays: 10,
    ...over,
  };
}

async function letAsset(over: object = {}) {
  const asset = await listAsset(world.clerk);
  const body = contractBody(over);
  const reply = await world.clerk.send('POST', `${asset.address}/contracts`, body);
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return { asset, body, address: `/asset-contracts/${county}/${body.contractId}` };
}

function pay(address: string, amountFen: number, over: object = {}) {
  const body = { receiptId: randomUUID(), paidOn: '2019-06-03', amountFen, method: 'bank', ...over };
  return world.clerk.send('POST', `${address}/payments`, body);
}

interface View {
  readonly revision: number;
  readonly rents: { number: number; dueOn: string; amountFen: number; paidFen: number; light: string }[];
  readonly receipts: { receiptId: string; amountFen: number; lines: number[]; state: string }[];
  readonly [key: string]: unknown;
}

async function view(address: string) {
  return (await world.clerk.get(address)).body as unknown as View;
}

describe('a contract over an asset', () => {
  it('makes its rent lines and says what is due and in arrears', async () => {
    const { asset, address } = await letAsset();
    const seen = await view(address);
    expect(seen).toMatchObject({
      expiry: 'running',
      totalFen: 36_000_00,
      arrearsFen: 18_000_00,
      nextDueOn: '2018-01-11',
    });
    expect(seen.rents.map(({ dueOn, amountFen, light }) => [dueOn, amountFen, light])).toEqual([
      ['2018-01-11', 6_000_00, 'late'],
      ['2018-07-11', 6_000_00, 'late'],
      ['2019-01-11', 6_000_00, 'late'],
      ['2019-07-11', 6_000_00, 'none'],
      ['2020-01-11', 6_000_00, 'none'],
      ['2020-07-11', 6_000_00, 'none'],
    ]);
    expect((await world.clerk.get(asset.address)).body).toMatchObject({
      letTo: '绿源公司',
      contracts: [{ closedOn: null }],
    });
  });

  it('lets an asset once at a time, also when sixteen record it at once, and past the routes', async () => {
    const asset = await listAsset(world.clerk);
    const replies = await Promise.all(
      Array.from({ length: 16 }, () => world.clerk.send('POST', `${asset.address}/contracts`, contractBody())),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(replies.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['contract_overlaps']),
    );
    // an old contract that ran out but was never closed still bars the next
    const later = contractBody({ startsOn: '2025-01-01', throughOn: '2026-12-31' });
    expect((await world.clerk.send('POST', `${asset.address}/contracts`, later)).body).toMatchObject({
      code: 'contract_overlaps',
      errors: [{ field: 'startsOn' }],
    });
    const owner = await world.database.connectOwner();
    await expect(
      owner.query(
        `insert into asset_contract select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'X'))).*
         from asset_contract as c where asset_id = $1`,
        [asset.id],
      ),
    ).rejects.toThrow(/asset_contract_let_once/);
    await owner.end();
  });

  it('ends by renewal or termination alone, and warns before', async () => {
    const { address, body } = await letAsset({ throughOn: '2019-06-30', number: '到期1' });
    expect((await world.clerk.get('/asset-contracts?expiry=within_30&q=到期1')).body.total).toBe(1);
    expect((await world.clerk.get('/asset-contracts?warned=true&q=到期1')).body.total).toBe(1);
    await world.setDay('2019-07-05');
    expect(await view(address)).toMatchObject({ expiry: 'expired', light: 'late' });
    const next = contractBody({ number: '续1', startsOn: '2019-07-01', throughOn: '2021-06-30', rentFen: 13_000_00 });
    const renewed = await world.clerk.send('POST', `${address}/renew`, { ...next, revision: 1 });
    expect(renewed.body).toEqual({ county, id: next.contractId });
    expect(await view(address)).toMatchObject({
      expiry: 'closed',
      closedKind: 'renewed',
      closedOn: '2019-06-30',
      renewedById: next.contractId,
    });
    expect(await view(`/asset-contracts/${county}/${next.contractId}`)).toMatchObject({
      renewsId: body.contractId,
      expiry: 'running',
    });
    const again = { ...contractBody({ startsOn: '2019-07-01', throughOn: '2021-06-30' }), revision: 2 };
    expect((await world.clerk.send('POST', `${address}/renew`, again)).body.code).toBe('contract_closed');
  });

  it('settles its rent when it ends early', async () => {
    await world.setDay('2019-06-03');
    const { asset, address } = await letAsset({ instalments: 1 });
    await pay(address, 12_000_00);
    const end = { revision: 1, closedOn: '2019-03-31', prorate: true, reason: '双方协商' };
    expect(
      (
        await world.clerk.send('POST', `${asset.address}/leave`, {
          revision: 1,
          leftOn: '2019-06-03',
          leftKind: 'sold',
          reason: '出售',
        })
      ).body.code,
    ).toBe('asset_still_let');
    expect((await world.clerk.send('POST', `${address}/terminate`, end)).status).toBe(200);
    const seen = await view(address);
    expect(seen.rents.map(({ amountFen }) => amountFen)).toEqual([12_000_00, Math.floor((12_000_00 * 90) / 365)]);
    expect(seen).toMatchObject({ expiry: 'closed', closedKind: 'terminated' });
    expect((await world.clerk.send('POST', `${address}/terminate`, { ...end, revision: 2 })).body.code).toBe(
      'contract_closed',
    );
    // the asset is free again from the day after
    const next = contractBody({ startsOn: '2019-04-01', throughOn: '2021-03-31' });
    expect((await world.clerk.send('POST', `${asset.address}/contracts`, next)).status).toBe(200);
  });

  it('changes its terms only while nothing is paid, and is voided only then', async () => {
    const { address, body } = await letAsset();
    const { contractId: _, ...fields } = body;
    const cheaper = { ...fields, rentFen: 10_000_00, revision: 1, reason: '误录' };
    expect((await world.clerk.send('PUT', address, cheaper)).status).toBe(200);
    expect(await view(address)).toMatchObject({ totalFen: 30_000_00, revision: 2 });
    await pay(address, 1_00);
    expect((await world.clerk.send('PUT', address, { ...fields, revision: 2, reason: '再改' })).body.code).toBe(
      'contract_paid',
    );
    const renamed = { ...cheaper, tenantName: '绿源农牧公司', revision: 2, reason: '更名' };
    expect((await world.clerk.send('PUT', address, renamed)).status).toBe(200);
    expect((await world.clerk.send('POST', `${address}/withdraw`, { revision: 3, reason: '误录' })).body.code).toBe(
      'contract_paid',
    );
  });

  it.each([
    ['rent_term', { throughOn: '2017-12-31' }],
    ['rent_instalments', { instalments: 5 }],
    ['contract_signed_late', { signedOn: '2019-06-04' }],
  ])('is refused with %s', async (code, over) => {
    const asset = await listAsset(world.clerk);
    expect((await world.clerk.send('POST', `${asset.address}/contracts`, contractBody(over))).body.code).toBe(code);
  });
});

describe('payments of rent', () => {
  it('go to the oldest line, never beyond what is owed, and are taken back once', async () => {
    const { address } = await letAsset();
    const receiptId = randomUUID();
    expect((await pay(address, 9_000_00, { receiptId })).body.arrearsFen).toBe(9_000_00);
    expect((await pay(address, 27_000_01)).body).toMatchObject({
      code: 'rent_overpaid',
      errors: [{ field: 'amountFen' }],
    });
    expect((await pay(address, 1_00, { paidOn: '2019-06-04' })).body.code).toBe('rent_paid_in_future');
    expect((await pay(address, 0)).body.code).toBe('invalid_input');
    expect((await view(address)).rents.map(({ paidFen }) => paidFen)).toEqual([6_000_00, 3_000_00, 0, 0, 0, 0]);
    const reverse = () => {
      const body = { newReceiptId: randomUUID(), paidOn: '2019-06-03', reason: '记错合同' };
      return world.clerk.send('POST', `${address}/payments/${receiptId}/reverse`, body);
    };
    const replies = await Promise.all([reverse(), reverse(), reverse()]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const seen = await view(address);
    expect(seen.rents.map(({ paidFen }) => paidFen)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(seen.receipts.map(({ amountFen, state, lines }) => [amountFen, state, lines])).toEqual([
      [-9_000_00, 'reversal', [1, 2]],
      [9_000_00, 'reversed', [1, 2]],
    ]);
  });

  it('sixteen at once pay what is owed and no more', async () => {
    const { address } = await letAsset();
    const replies = await Promise.all(Array.from({ length: 16 }, () => pay(address, 5_000_00)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(7);
    expect(new Set(replies.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['rent_overpaid']),
    );
    expect(await view(address)).toMatchObject({ paidFen: 35_000_00 });
  });

  it('show as facts: due, paid and in arrears', async () => {
    const { address, body } = await letAsset();
    await pay(address, 6_000_00, { paidOn: '2018-02-01' });
    const rows = await world.database.read(actorAt('village_clerk', village), async (tx) => {
      const sum = async (kind: string, until: string) => {
        const found = await sql<{ state: string; sum: number }>`
          select dims ->> 'state' as state, sum(quantity) as sum from ${sql.table(`fact_${kind}`)}
          where record_id = ${body.contractId} and retired_at is null and occurred_on <= ${until}::date group by 1 order by 1`.execute(
          tx.db,
        );
        return found.rows;
      };
      return [
        await sum('rent', '2018-12-31'),
        await sum('rent_arrears', '2018-01-31'),
        await sum('rent_arrears', '2018-12-31'),
      ];
    });
    expect(rows).toEqual([
      [
        { state: 'due', sum: 12_000_00 },
        { state: 'paid', sum: 6_000_00 },
      ],
      [{ state: 'due', sum: 6_000_00 }],
      [
        { state: 'due', sum: 12_000_00 },
        { state: 'paid', sum: -6_000_00 },
      ],
    ]);
  });

  it('are unknown to the neighbour', async () => {
    const { address } = await letAsset();
    expect((await world.neighbour.get(address)).status).toBe(404);
    const body = { receiptId: randomUUID(), paidOn: '2019-06-03', amountFen: 1, method: 'bank' };
    expect((await world.neighbour.send('POST', `${address}/payments`, body)).status).toBe(404);
    expect((await world.neighbour.get('/asset-contracts')).body).toMatchObject({ rows: [], total: 0, arrearsFen: 0 });
    const asset = assetBody();
    expect((await world.neighbour.send('POST', `/assets/${county}/${asset.id}/contracts`, contractBody())).status).toBe(
      404,
    );
  });
});
