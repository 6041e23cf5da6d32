import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt } from '../../platform/db/testing.ts';
import {
  type AssetWorld,
  assetBody,
  assetWorld,
  banner,
  confirm,
  county,
  landBody,
  listAsset,
  sister,
  township,
  village,
} from './world.testing.ts';

let world: AssetWorld;
beforeAll(async () => {
  world = await assetWorld('2019-06-03');
});
afterAll(() => world.close());

/** A fact view as a reader of the banner sees it now, the current rows alone unless all are asked for. */
function facts(kind: string, recordId: string) {
  return world.database.read(actorAt('banner_office', banner), async (tx) => {
    const { rows } = await sql<{ occurredOn: string; endedOn: string | null; retired: boolean; quantity: number }>`
      select occurred_on, ended_on, retired_at is not null as retired, quantity from ${sql.table(`fact_${kind}`)}
      where record_id = ${recordId} order by recorded_at, occurred_on`.execute(tx.db);
    return rows;
  });
}

describe('the register', () => {
  it('lists, finds, corrects and takes off, and keeps every state', async () => {
    const { clerk, office } = world;
    const asset = await listAsset(clerk, assetBody({ name: '村集体冷库', number: 'A1', verifiedValueFen: 90_000_00 }));
    expect((await clerk.get('/assets?q=cjtlk')).body).toMatchObject({ total: 1, valueFen: 90_000_00, confirmed: 0 });
    expect((await office.get('/assets?q=冷库&class=operating&light=none')).body.total).toBe(1);
    const { id, place, address, ...fields } = asset;
    const change = { ...fields, name: '村集体保鲜库', revision: 1, reason: '更名' };
    expect((await clerk.send('PUT', address, change)).status).toBe(200);
    expect((await clerk.send('PUT', address, change)).body.code).toBe('stale');
    const leave = { revision: 2, leftOn: '2019-06-01', leftKind: 'sold', leftDocument: '决议3号', reason: '出售' };
    expect((await clerk.send('POST', `${address}/leave`, leave)).body.errors).toMatchObject([{ field: 'leftOn' }]);
    expect((await clerk.send('POST', `${address}/leave`, { ...leave, leftOn: '2019-06-03' })).status).toBe(200);
    expect((await clerk.get('/assets?q=A1')).body.total).toBe(0);
    expect((await clerk.get('/assets?q=A1&left=true')).body.total).toBe(1);
    expect((await clerk.get(address)).body).toMatchObject({
      name: '村集体保鲜库',
      leftKind: 'sold',
      light: 'exempt',
      revision: 3,
    });
    expect((await clerk.send('PUT', address, { ...change, revision: 3 })).body.code).toBe('asset_left');
    expect((await facts('asset', id)).map(({ endedOn, retired }) => [endedOn, retired])).toEqual([
      [null, true],
      [null, true],
      ['2019-06-03', false],
    ]);
  });

  it('gives a number once in a village, says the next, and voids what was listed by mistake', async () => {
    const { clerk, neighbour } = world;
    const asset = await listAsset(clerk, assetBody({ number: '800' }));
    expect((await clerk.send('POST', '/assets', assetBody({ number: '800' }))).body).toMatchObject({
      code: 'asset_number_known',
      errors: [{ field: 'number' }],
    });
    await listAsset(neighbour, assetBody({ number: '800', place: sister }));
    expect((await clerk.get(`/assets/next-number?place=${village}`)).body.number).toBe('801');
    expect((await clerk.send('POST', `${asset.address}/withdraw`, { revision: 1, reason: '重复登记' })).status).toBe(
      200,
    );
    expect((await clerk.get(asset.address)).status).toBe(404);
  });

  it.each([
    ['asset_place', { place: township }],
    ['asset_kind_of_class', { kind: 'cropland' }],
    ['asset_funding_missing', { povertyProject: true }],
    ['boundary_format', { boundary: '{}' }],
    ['asset_in_future', { listedOn: '2019-06-04' }],
  ])('refuses with %s', async (code, over) => {
    const client =
      code === 'asset_place' ? await world.server.signIn('village_clerk', { place: township }) : world.clerk;
    expect((await client.send('POST', '/assets', assetBody(over))).body.code).toBe(code);
  });

  it('measures a boundary beside the verified area', async () => {
    const ring = [
      [109, 38.6],
      [109.01, 38.6],
      [109.01, 38.61],
      [109, 38.61],
      [109, 38.6],
    ];
    const boundary = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
    const land = await listAsset(world.clerk, landBody({ boundary, areaMu: 1449.5 }));
    const { drawnMu } = (await world.clerk.get(land.address)).body as { drawnMu: number };
    expect(drawnMu).toBeCloseTo(1449.5, 0);
    expect(JSON.stringify((await world.clerk.get('/assets')).body)).not.toContain('coordinates');
  });

  it('leaves no trace for the neighbour, and nothing for readers to write', async () => {
    const asset = await listAsset(world.clerk);
    const { id, place, address, ...fields } = asset;
    const { neighbour, auditor } = world;
    expect((await neighbour.get(address)).status).toBe(404);
    expect((await neighbour.send('PUT', address, { ...fields, revision: 1, reason: '改动' })).status).toBe(404);
    expect((await neighbour.send('POST', '/assets', assetBody())).status).toBe(404);
    expect((await confirm(neighbour, address, 'village')).status).toBe(404);
    expect(JSON.stringify((await neighbour.get('/assets')).body)).not.toContain(asset.name);
    expect((await auditor.get(address)).body.allowed).toEqual(['asset.export']);
    expect((await auditor.send('POST', '/assets', assetBody())).status).toBe(403);
  });
});

describe('the two-party confirmation', () => {
  it('needs village and township, two people, and falls with every change', async () => {
    const asset = await listAsset(world.accountant);
    const { address, id, place, ...fields } = asset;
    const { clerk, accountant, town } = world;
    expect((await confirm(clerk, address, 'township')).status).toBe(403);
    expect((await confirm(clerk, address, 'village')).body.confirmation).toBe('village');
    expect((await confirm(accountant, address, 'village')).body.code).toBe('asset_confirmed_already');
    expect((await confirm(town, address, ['township', 7])).body.code).toBe('stale');
    expect((await confirm(town, address, 'township')).body.confirmation).toBe('both');
    expect((await clerk.get(address)).body).toMatchObject({
      confirmation: 'both',
      light: 'met',
      confirmations: [{ party: 'village' }, { party: 'township' }],
    });
    await world.setDay('2019-06-20');
    await world.accountant.send('PUT', address, { ...fields, note: '屋顶翻修', revision: 1, reason: '翻修' });
    expect((await world.clerk.get(address)).body).toMatchObject({
      confirmation: 'none',
      confirmations: [],
      confirmBy: '2019-07-20',
    });
    expect(await facts('asset_confirmed', id)).toEqual([
      { occurredOn: '2019-06-03', endedOn: null, retired: true, quantity: 1 },
      { occurredOn: '2019-06-03', endedOn: '2019-06-20', retired: false, quantity: 1 },
    ]);
    await confirm(world.clerk, address, ['village', 2]);
    await confirm(world.town, address, ['township', 2]);
    expect((await facts('asset_confirmed', id)).at(-1)).toEqual({
      occurredOn: '2019-06-20',
      endedOn: null,
      retired: false,
      quantity: 1,
    });
  });

  it('is not given for the township by who wrote the record, also not past the route', async () => {
    const asset = await listAsset(world.clerk);
    const owner = await world.database.connectOwner();
    const insert = (party: string, by: string) =>
      owner.query(
        `insert into asset_confirmation (county, id, place, asset_id, asset_revision, party, confirmed_on, made_by, recorded_at, recorded_by)
         values ($1, $2, $3, $4, 1, $5, '2019-06-03', $6, now(), $7)`,
        [county, randomUUID(), village, asset.id, party, world.clerk.accountId, by],
      );
    await expect(insert('township', world.clerk.accountId)).rejects.toThrow(/check constraint/);
    await insert('village', world.clerk.accountId);
    await expect(insert('township', world.clerk.accountId)).rejects.toThrow(/asset_confirmation/);
    await owner.end();
  });

  it('sixteen at once confirm once', async () => {
    const asset = await listAsset(world.clerk);
    const replies = await Promise.all(Array.from({ length: 16 }, () => confirm(world.clerk, asset.address, 'village')));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(replies.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['asset_confirmed_already']),
    );
  });

  it('lists what has waited longest first', async () => {
    const early = await listAsset(world.clerk, assetBody({ number: 'W1', name: '最早' }));
    await world.setDay('2019-08-01');
    const late = await listAsset(world.clerk, assetBody({ number: 'W2', name: '最晚' }));
    const rows = (await world.clerk.get('/assets?sort=waiting&confirmation=none')).body.rows as {
      id: string;
      light: string;
    }[];
    const position = (id: string) => rows.findIndex((row) => row.id === id);
    expect(position(early.id)).toBeLessThan(position(late.id));
    expect(rows[position(early.id)]?.light).toBe('late');
    expect((await world.clerk.get('/assets?light=late&q=W1')).body.total).toBe(1);
    expect((await world.clerk.get('/assets?light=late&q=W2')).body.total).toBe(0);
  });
});
