import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  county,
  foreign,
  type LandWorld,
  landWorld,
  parcelBody,
  recordParcel,
  recordTransfer,
  sister,
  squareOutline,
  transferBody,
} from './world.testing.ts';

let world: LandWorld;
beforeAll(async () => {
  world = await landWorld('2019-06-03');
});
afterAll(() => world.close());

describe('a parcel', () => {
  it('is recorded, listed, corrected and voided in its village alone', async () => {
    const parcel = await recordParcel(world, { number: 'A1' });
    const seen = await world.clerk.get(parcel.address);
    expect(seen.body).toMatchObject({ holderName: 'H1', letMu: 0, letting: 'free', placeName: '甲村', revision: 1 });
    expect((await world.clerk.get('/parcels?q=A1')).body).toMatchObject({ total: 1, areaMu: 120, letMu: 0 });
    expect((await world.neighbour.get(parcel.address)).status).toBe(404);
    expect((await world.neighbour.get('/parcels?q=A1')).body).toMatchObject({ rows: [], total: 0 });
    expect((await world.town.get(parcel.address)).body.allowed).toEqual(['land.capacity', 'land.export']);

    const { id: _, place: _place, ...fields } = parcelBody(world, { number: 'A1', name: '北滩', areaMu: 99.99 });
    const change = { ...fields, revision: 1, reason: '误录' };
    expect((await world.neighbour.send('PUT', parcel.address, change)).status).toBe(404);
    expect((await world.auditor.send('PUT', parcel.address, change)).status).toBe(403);
    expect((await world.clerk.send('PUT', parcel.address, change)).body).toEqual({
      county,
      id: parcel.id,
      overlaps: 0,
    });
    expect((await world.clerk.send('PUT', parcel.address, change)).body.code).toBe('stale');
    const voided = await world.clerk.send('POST', `${parcel.address}/withdraw`, { revision: 2, reason: '重复' });
    expect(voided.status).toBe(200);
    expect((await world.clerk.get(parcel.address)).status).toBe(404);
  });

  it.each([
    ['invalid_input', { areaMu: -1 }],
    ['invalid_input', { areaMu: 0 }],
    ['invalid_input', { areaMu: 1.005 }],
    ['invalid_input', { areaMu: 1e21 }],
    ['parcel_holder_unknown', { holderId: null }],
    ['parcel_holder_unknown', { holderId: crypto.randomUUID() }],
    ['parcel_tenure_kind', { kind: 'building' }],
    ['boundary_format', { boundary: '{}' }],
    ['not_found', { place: sister }],
    ['not_found', { place: foreign }],
  ])('is refused with %s', async (code, over) => {
    expect((await world.clerk.send('POST', '/parcels', parcelBody(world, over))).body.code).toBe(code);
  });

  it('bears its number once, and belongs to nobody out of sight', async () => {
    await recordParcel(world, { number: 'B1' });
    const again = await world.clerk.send('POST', '/parcels', parcelBody(world, { number: 'B1' }));
    expect(again.body).toMatchObject({ code: 'parcel_number_known', errors: [{ field: 'number' }] });
    const far = await world.clerk.send('POST', '/parcels', parcelBody(world, { holderId: world.farHome }));
    expect(far.body.code).toBe('parcel_holder_unknown');
    const found = await world.clerk.get('/land-holders?q=H');
    expect((found.body.rows as { name: string }[]).map(({ name }) => name)).toEqual(['H1', 'H2']);
    const cooperative = await world.clerk.get('/land-holders?q=jcyz&kind=cooperative');
    expect(cooperative.body.rows).toMatchObject([{ kind: 'cooperative', id: world.cooperativeId }]);
  });

  it('is held by the collective under the name of the village, or by a name', async () => {
    const tenure = { tenure: 'collective', tenureUntil: null, holderId: null };
    const common = await recordParcel(world, { ...tenure, holderKind: 'collective' });
    expect((await world.clerk.get(common.address)).body).toMatchObject({ holderName: '甲村' });
    const other = await recordParcel(world, {
      ...tenure,
      tenure: 'state',
      holderKind: 'other',
      holderName: '国有林场',
    });
    expect((await world.clerk.get(other.address)).body).toMatchObject({ holderName: '国有林场' });
  });

  it('does not shrink below what is let, and does not leave under its taker', async () => {
    const { parcel } = await recordTransfer(world, { areaMu: 80 });
    const { id: _, place: _place, ...fields } = parcelBody(world, { number: parcel.number });
    const shrink = { ...fields, areaMu: 79.99, revision: 1, reason: '复测' };
    expect((await world.clerk.send('PUT', parcel.address, shrink)).body).toMatchObject({
      code: 'parcel_let_more',
      errors: [{ field: 'areaMu' }],
    });
    expect((await world.clerk.send('PUT', parcel.address, { ...shrink, areaMu: 80 })).status).toBe(200);
    const leave = { revision: 2, leftOn: '2019-06-03', leftKind: 'expropriated', reason: '征地' };
    expect((await world.clerk.send('POST', `${parcel.address}/leave`, leave)).body.code).toBe('parcel_still_let');
    const voided = await world.clerk.send('POST', `${parcel.address}/withdraw`, { revision: 2, reason: '重复' });
    expect(voided.body.code).toBe('parcel_in_use');
    expect((await world.clerk.get('/parcels?letting=whole')).body.total).toBe(1);
  });
});

describe('outlines', () => {
  it('that overlap by more than 5 % are flagged on both, and no longer when they are drawn anew', async () => {
    const first = await recordParcel(world, { number: 'O1', boundary: squareOutline(110, 39.6), areaMu: 50 });
    const touching = await recordParcel(world, { number: 'O2', boundary: squareOutline(110.002, 39.6), areaMu: 50 });
    const slight = await recordParcel(world, { number: 'O3', boundary: squareOutline(110, 39.60195), areaMu: 50 });
    const half = await recordParcel(world, { number: 'O4', boundary: squareOutline(109.999, 39.6), areaMu: 50 });
    expect([first, touching, slight, half].map(({ overlaps }) => overlaps)).toEqual([0, 0, 0, 1]);
    const seen = await world.clerk.get(first.address);
    expect(seen.body).toMatchObject({ overlaps: 1, overlapsWith: [{ number: 'O4', name: half.name }] });
    const [{ overlapBp = 0 } = {}] = seen.body.overlapsWith as { overlapBp?: number }[];
    expect(overlapBp).toBeGreaterThan(4_900);
    expect(overlapBp).toBeLessThan(5_100);
    expect((await world.clerk.get('/parcels?overlapping=true')).body.total).toBe(2);
    const { id: _, place: _place, ...fields } = parcelBody(world, { number: 'O4', areaMu: 50 });
    const moved = { ...fields, boundary: squareOutline(109.99, 39.6), revision: 1, reason: '重新测绘' };
    expect((await world.clerk.send('PUT', half.address, moved)).body.overlaps).toBe(0);
    expect((await world.clerk.get(first.address)).body).toMatchObject({ overlaps: 0, overlapsWith: [] });
  });

  it('are measured beside the area by contract', async () => {
    const parcel = await recordParcel(world, { boundary: squareOutline(111, 39.6), areaMu: 50 });
    const { drawnMu } = (await world.clerk.get(parcel.address)).body;
    expect(Number(drawnMu)).toBeGreaterThan(55);
    expect(Number(drawnMu)).toBeLessThan(60);
  });
});

describe('a transfer', () => {
  it('takes the parcel, names its holder as grantor and makes its rent', async () => {
    const { parcel, address } = await recordTransfer(world);
    const seen = await world.accountant.get(address);
    expect(seen.body).toMatchObject({
      grantorName: 'H1',
      householdId: world.homes[0],
      takerName: '甲村养殖合作社',
      rentFen: 1_200_00,
      totalFen: 6_000_00,
      arrearsFen: 1_200_00,
      expiry: 'running',
    });
    expect((seen.body.rents as { dueOn: string }[]).map(({ dueOn }) => dueOn)).toEqual(
      [2019, 2020, 2021, 2022, 2023].map((year) => `${year}-01-11`),
    );
    expect((await world.clerk.get(parcel.address)).body).toMatchObject({ letMu: 120, letting: 'whole' });
    expect((await world.neighbour.get(address)).status).toBe(404);
    expect((await world.neighbour.get('/land-transfers')).body).toMatchObject({ total: 0, arrearsFen: 0 });
  });

  it('is never let twice for overlapping days, not even by two clerks at once', async () => {
    const { parcel } = await recordTransfer(world);
    const send = (over: object) => world.clerk.send('POST', `${parcel.address}/transfers`, transferBody(world, over));
    expect((await send({ startsOn: '2023-12-31', throughOn: '2025-12-31' })).body).toMatchObject({
      code: 'transfer_overlaps',
      errors: [{ field: 'startsOn' }],
    });
    expect((await send({ startsOn: '2024-01-01', throughOn: '2025-12-31' })).status).toBe(200);
    const free = await recordParcel(world);
    const both = await Promise.all(
      [world.clerk, world.accountant, world.clerk, world.accountant].map((client) =>
        client.send('POST', `${free.address}/transfers`, transferBody(world)),
      ),
    );
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(both.filter(({ body }) => body.code === 'transfer_overlaps')).toHaveLength(3);
    const owner = await world.database.connectOwner();
    await expect(
      owner.query(
        `insert into land_transfer select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'X'))).*
         from land_transfer as t where parcel_id = $1 limit 1`,
        [free.id],
      ),
    ).rejects.toThrow(/land_transfer_let_once/);
    await owner.end();
  });

  it('takes a part, and the next one what is left', async () => {
    const { parcel } = await recordTransfer(world, { areaMu: 80.5 });
    const send = (over: object) => world.clerk.send('POST', `${parcel.address}/transfers`, transferBody(world, over));
    expect((await send({ areaMu: 39.51 })).body).toMatchObject({ code: 'transfer_area_short' });
    const parts = await Promise.all([send({ areaMu: 20 }), send({ areaMu: 19.5 }), send({ areaMu: 20 })]);
    expect(parts.filter(({ status }) => status === 200)).toHaveLength(2);
    expect((await world.clerk.get(parcel.address)).body).toMatchObject({ letMu: expect.any(Number) });
    expect(Number((await world.clerk.get(parcel.address)).body.letMu)).toBeLessThanOrEqual(120);
  });

  it('ends early and frees the land from the day after, with the rent of the days used', async () => {
    const { parcel, address } = await recordTransfer(world);
    const end = { revision: 1, closedOn: '2019-05-31', prorate: true, reason: '双方协商' };
    expect((await world.clerk.send('POST', `${address}/terminate`, end)).status).toBe(200);
    expect((await world.clerk.get(address)).body).toMatchObject({
      expiry: 'closed',
      totalFen: Math.floor((1_200_00 * 151) / 365),
    });
    const next = transferBody(world, { startsOn: '2019-05-31' });
    const send = (body: object) => world.clerk.send('POST', `${parcel.address}/transfers`, body);
    expect((await send(next)).body.code).toBe('transfer_overlaps');
    expect((await send({ ...next, startsOn: '2019-06-01' })).status).toBe(200);
  });

  it('changes its terms, and is voided, only while nothing is paid', async () => {
    const { address, body } = await recordTransfer(world);
    const { transferId: _, ...fields } = body;
    const cheaper = { ...fields, rentPerMuFen: 9_00, areaMu: 60, revision: 1, reason: '误录' };
    expect((await world.clerk.send('PUT', address, cheaper)).status).toBe(200);
    expect((await world.clerk.get(address)).body).toMatchObject({ totalFen: 2_700_00, revision: 2 });
    const pay = { receiptId: crypto.randomUUID(), paidOn: '2019-06-03', amountFen: 1_00, method: 'bank' };
    await world.clerk.send('POST', `${address}/payments`, pay);
    const again = { ...cheaper, areaMu: 61, revision: 2 };
    expect((await world.clerk.send('PUT', address, again)).body.code).toBe('contract_paid');
    const noted = { ...cheaper, note: '已备案', revision: 2 };
    expect((await world.clerk.send('PUT', address, noted)).status).toBe(200);
    const voided = await world.clerk.send('POST', `${address}/withdraw`, { revision: 3, reason: '误录' });
    expect(voided.body.code).toBe('contract_paid');
  });

  it.each([
    ['invalid_input', { areaMu: -5 }],
    ['invalid_input', { rentPerMuFen: -1 }],
    ['transfer_beyond_tenure', { throughOn: '2028-12-31' }],
    ['transfer_taker_unknown', { takerId: crypto.randomUUID() }],
    ['transfer_taker_unknown', { takerKind: 'enterprise', takerId: null }],
    ['transfer_signed_late', { signedOn: '2019-06-04' }],
    ['rent_term', { throughOn: '2018-12-31' }],
    ['transfer_area_short', { areaMu: 120.01 }],
  ])('is refused with %s', async (code, over) => {
    const parcel = await recordParcel(world);
    const reply = await world.clerk.send('POST', `${parcel.address}/transfers`, transferBody(world, over));
    expect(reply.body.code).toBe(code);
  });

  it('is recorded by nobody elsewhere and by no auditor', async () => {
    const parcel = await recordParcel(world);
    const send = (client: LandWorld['clerk']) =>
      client.send('POST', `${parcel.address}/transfers`, transferBody(world));
    expect((await send(world.neighbour)).status).toBe(404);
    expect((await send(world.auditor)).status).toBe(403);
    expect((await send(world.town)).status).toBe(403);
  });
});
