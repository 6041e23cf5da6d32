import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt } from '../../platform/db/testing.ts';
import { refuse } from '../../platform/pure/result.ts';
import { findCooperative, listMembers } from '../../registers/cooperatives/public.ts';
import { findShareClass, listExpiring, postShares, reverseShares } from './public.ts';
import { rulesOfKind } from './rules.ts';
import {
  city,
  closeWorld,
  cooperative,
  county,
  holdings,
  type Made,
  makeClass,
  move,
  neighbour,
  openWorld,
  positions,
  subscribe,
  village,
  type World,
} from './shares.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => closeWorld(world));

describe('the share ledger', () => {
  it('knows any past day, and its accounts say the same as its reasons', async () => {
    const made = await cooperative(world, [{}, {}, {}]);
    const classId = await makeClass(world, made);
    await subscribe(world, made, {
      classId,
      takes: [
        { member: 0, shares: 10 },
        { member: 1, shares: 5 },
      ],
    });
    await subscribe(world, made, { classId, takes: [{ member: 2, shares: 7, on: '2019-02-01' }] });
    await move(world, made, { member: 0, lot: 0, to: 2, shares: 4, on: '2019-03-01' });
    const [a = '', b = '', c = ''] = made.members;
    for (const [on, wanted] of [
      ['2019-01-04', {}],
      ['2019-01-05', { [a]: 10, [b]: 5 }],
      ['2019-02-28', { [a]: 10, [b]: 5, [c]: 7 }],
      ['2019-03-01', { [a]: 6, [b]: 5, [c]: 11 }],
    ] as const) {
      expect(Object.fromEntries(await holdings(world, made, on))).toEqual(wanted);
      expect(Object.fromEntries(await positions(world, made, { classId: classId, on: on }))).toEqual(wanted);
      const { body } = await world.accountant.get(`${made.address}?on=${on}`);
      const [total] = body.classes as { shares: number; issued: number; holders: number }[];
      expect(total?.shares).toBe(total?.issued);
      expect(total?.holders).toBe(Object.keys(wanted).length);
    }
    expect(
      (await world.accountant.get(`${made.address}/holders?on=2019-03-01&sort=shares&order=desc`)).body,
    ).toMatchObject({
      total: 3,
      shares: 22,
      rows: [
        { number: '003', shares: 11 },
        { number: '001', shares: 6 },
        { number: '002', shares: 5 },
      ],
    });
  });

  it('lets nobody give away more than he holds, on no day, also when sixteen try at once', async () => {
    const made = await cooperative(world, [{}, {}]);
    const classId = await makeClass(world, made);
    await subscribe(world, made, { classId, takes: [{ member: 0, shares: 10, on: '2019-02-01' }] });
    expect(await move(world, made, { member: 0, lot: 0, to: 1, shares: 11 })).toContain('share_too_few');
    expect(await move(world, made, { member: 0, lot: 0, to: 1, shares: 5, on: '2019-01-15' })).toContain(
      'ledger_below_least',
    );
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, () => move(world, made, { member: 0, lot: 0, to: 1, shares: 8 })),
    );
    expect(outcomes.filter((outcome) => outcome.length === 36)).toHaveLength(1);
    const [a = '', b = ''] = made.members;
    expect(Object.fromEntries(await positions(world, made, { classId: classId, on: '2019-06-01' }))).toEqual({
      [a]: 2,
      [b]: 8,
    });
  });

  it('takes an act back once, unless the shares have moved on', async () => {
    const made = await cooperative(world, [{}, {}]);
    const classId = await makeClass(world, made);
    await subscribe(world, made, { classId, takes: [{ member: 0, shares: 10 }] });
    const transfer = await move(world, made, { member: 0, lot: 0, to: 1, shares: 4 });
    const reverse = (ofSource: string) =>
      world.database
        .act(city, async (tx) => {
          const at = await findCooperative(tx, { county, id: made.id });
          if (!at) return refuse({ code: 'not_found' });
          const source = { type: 'test', id: randomUUID() };
          return reverseShares(tx, { cooperative: at, occurredOn: '2019-04-01', memo: '冲销', source, ofSource });
        })
        .then(
          () => 'ok',
          (error: Error) => error.message,
        );
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => reverse(transfer)));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    const [a = ''] = made.members;
    expect(Object.fromEntries(await positions(world, made, { classId: classId, on: '2019-06-01' }))).toEqual({
      [a]: 10,
    });
    expect(await reverse(transfer)).toContain('share_nothing_to_reverse');
    const second = await subscribe(world, made, { classId, takes: [{ member: 0, shares: 3, on: '2019-05-01' }] });
    await move(world, made, { member: 0, lot: 1, to: 1, shares: 3, on: '2019-05-02' });
    expect(await reverse(second)).toContain('share_moved_on');
  });

  it('is written by the manager of the cooperative and read where members live', async () => {
    const made = await cooperative(world, [{}, { place: neighbour }]);
    const classId = await makeClass(world, made);
    const manager = actorAt('cooperative_manager', village, { organisationId: made.id });
    const { range: _, ...own } = manager;
    await subscribe(world, made, { classId, takes: [{ member: 1, shares: 3 }], by: own });
    const desk = await world.app.signIn('cooperative_manager', { organisationId: made.id });
    expect((await desk.get('/share-registers')).body).toMatchObject({ total: 1, rows: [{ id: made.id, shares: 3 }] });
    const other = await world.app.signIn('village_clerk', { place: neighbour });
    expect((await other.get(made.address)).status).toBe(404);
    const rows = await world.database.read(actorAt('village_clerk', neighbour), async (tx) => {
      const { rows: found } = await sql<{ place: number; quantity: number; unit: string }>`
        select place, quantity, unit from fact_shareholding where dims ->> 'cooperative' = ${made.id}
        union all select place, quantity, unit from fact_contribution where dims ->> 'cooperative' = ${made.id}`.execute(
        tx.db,
      );
      return found;
    });
    expect(rows).toEqual([
      { place: neighbour, quantity: 3, unit: 'share' },
      { place: neighbour, quantity: 30_000, unit: 'fen' },
    ]);
  });

  it('is shown by classes, members and movements', async () => {
    const made = await cooperative(world, [{}, {}]);
    const classId = await makeClass(world, made);
    await subscribe(world, made, { classId, takes: [{ member: 0, shares: 10, paidFen: 50_000n }] });
    const page = (await world.accountant.get(`${made.address}/members/${made.members[0]}`)).body;
    expect(page).toMatchObject({
      shares: 10,
      paidFen: 50_000,
      agreedFen: 100_000,
      lots: [{ shares: 10, source: 'cash' }],
    });
    expect((await world.accountant.get(`${made.address}/moves?kind=subscribe`)).body).toMatchObject({
      total: 1,
      rows: [{ kind: 'subscribe', shares: 10, entryNumber: 1, number: '001' }],
    });
    expect((await world.accountant.send('POST', `${made.address}/holders/export`)).status).toBe(200);
    const twice = {
      ...rulesOfKind('cash'),
      id: randomUUID(),
      kind: 'cash',
      name: '同名股',
      parFen: 100,
      documentNumber: '章程',
      startsOn: '2019-01-01',
    };
    await world.accountant.send('POST', `${made.address}/classes`, twice);
    const again = await world.accountant.send('POST', `${made.address}/classes`, { ...twice, id: randomUUID() });
    expect(again.body.code).toBe('share_class_known');
  });
});

/** The first member contributes the land that was valued, until August. */
async function takeLand(made: Made, valuationId: string): Promise<void> {
  const classId = await makeClass(world, made, { kind: 'land' });
  await world.database.act(city, async (tx) => {
    const at = await findCooperative(tx, { county, id: made.id });
    const share = await findShareClass(tx, { county, id: classId });
    const [membership] = await listMembers(tx, { county, cooperativeId: made.id, on: '2019-06-01' });
    if (!at || !share || !membership) return refuse({ code: 'not_found' });
    const [occurredOn, expiresOn] = ['2019-01-05', '2019-08-01'];
    const from = {
      kind: 'subscribe' as const,
      source: 'land' as const,
      sourceDocument: null,
      valuationId,
      fromLotId: null,
    };
    const amounts = { acquiredOn: occurredOn, expiresOn, shares: 84, agreedFen: 840_000n, paidFen: 840_000n };
    const lots = [{ lotId: randomUUID(), membership, share, ...from, ...amounts }];
    const source = { type: 'test', id: randomUUID() };
    return postShares(tx, { cooperative: at, occurredOn, memo: '土地入股', source, lots, changes: [] });
  });
}

describe('a valuation', () => {
  it('is corrected until shares stand on it', async () => {
    const made = await cooperative(world, [{}]);
    const id = randomUUID();
    const body = {
      id,
      membershipId: made.members[0],
      source: 'land',
      description: '水浇地',
      areaMu: 10.5,
      unitValueFen: 80_000,
      valueFen: 840_000,
      method: 'third_party',
      valuedOn: '2019-01-01',
      valuedBy: '评估公司',
      documentNumber: '评字1号',
      termFrom: '2019-01-01',
      termUntil: '2019-08-01',
    };
    const wrong = await world.accountant.send('POST', `${made.address}/valuations`, { ...body, valueFen: 1 });
    expect(wrong.body).toMatchObject({ code: 'valuation_value', values: { expected: '8,400.00' } });
    expect((await world.accountant.send('POST', `${made.address}/valuations`, body)).status).toBe(200);
    await takeLand(made, id);
    const { id: _, membershipId: __, ...fields } = body;
    const change = await world.accountant.send('PUT', `/share-valuations/${county}/${id}`, {
      ...fields,
      revision: 1,
      reason: '改',
    });
    expect(change.status).not.toBe(200);
    const late = { ...fields, revision: 1, reason: '改正' };
    expect((await world.accountant.send('PUT', `/share-valuations/${county}/${id}`, late)).body.code).toBe(
      'valuation_in_use',
    );
    const expiring = await world.database.read(city, (tx) =>
      listExpiring(tx, { county, cooperativeId: made.id, by: '2019-09-01' }),
    );
    expect(expiring).toHaveLength(1);
    expect((await world.accountant.get(made.address)).body.expiring).toBe(1);
  });
});
