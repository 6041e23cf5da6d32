import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upliftOn } from './public.ts';
import {
  city,
  closeWorld,
  cooperative,
  county,
  household,
  makeClass,
  neighbour,
  openWorld,
  subscribe,
  village,
  type World,
} from './shares.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => closeWorld(world));

describe('uplift', () => {
  const draft = (over: object = {}) => ({
    id: randomUUID(),
    mechanism: 'floor_dividend',
    name: '保底分红',
    floorFen: 50_000,
    resolutionNumber: '甲决〔2019〕1号',
    recordOn: '2019-05-31',
    startsOn: '2019-06-01',
    ...over,
  });

  it('is drawn once from those who were poor on the record date, and holds only while they are', async () => {
    const poor = await household(world, village, 'registered');
    const made = await cooperative(world, [
      { household: poor },
      { household: await household(world, village, 'lifted_out') },
      {},
    ]);
    const body = draft({ endsWithPoverty: true });
    expect((await world.accountant.send('POST', `${made.address}/uplifts`, body)).status).toBe(200);
    const draw = () => world.accountant.send('POST', `/uplift-policies/${county}/${body.id}/list`);
    const replies = await Promise.all(Array.from({ length: 8 }, draw));
    expect(replies.filter((reply) => reply.status === 200).map((reply) => reply.body)).toEqual([{ members: 1 }]);
    const on = (day: string) =>
      world.database.read(city, (tx) => upliftOn(tx, { county, cooperativeId: made.id, on: day }));
    expect(await on('2019-05-31')).toEqual([]);
    expect(await on('2019-06-01')).toMatchObject([{ membershipId: made.members[0], fen: 50_000n, certain: true }]);
    const owner = await world.database.connectOwner();
    await owner.query(`update poverty_registration set ends_on = '2019-09-01' where household_id = $1`, [poor]);
    await owner.end();
    expect(await on('2019-09-01')).toEqual([]);
    expect((await world.accountant.get(`/uplift-policies/${county}/${body.id}`)).body).toMatchObject({
      members: 1,
      frozenOn: '2019-06-03',
      list: [{ number: '001', upliftFen: 50_000 }],
    });
    const { id: _, ...fields } = body;
    const late = await world.accountant.send('PUT', `/uplift-policies/${county}/${body.id}`, {
      ...fields,
      revision: 2,
      reason: '改',
    });
    expect(late.status).not.toBe(200);
    const ended = { revision: 2, reason: '合同到期', endsOn: '2019-08-01' };
    expect((await world.accountant.send('POST', `/uplift-policies/${county}/${body.id}/end`, ended)).status).toBe(200);
    expect(await on('2019-08-01')).toEqual([]);
    expect(await on('2019-07-31')).toHaveLength(1);
  });

  it('ends in the figures of the villages of its members, not in those of the cooperative’s alone', async () => {
    const made = await cooperative(world, [
      { household: await household(world, neighbour, 'registered'), place: neighbour },
    ]);
    const body = draft();
    expect((await world.accountant.send('POST', `${made.address}/uplifts`, body)).status).toBe(200);
    expect((await world.town.send('POST', `/uplift-policies/${county}/${body.id}/list`)).status).toBe(200);
    const owner = await world.database.connectOwner();
    await owner.query('delete from figure_dirty');
    const ended = { revision: 2, reason: '合同到期', endsOn: '2019-08-01' };
    expect((await world.accountant.send('POST', `/uplift-policies/${county}/${body.id}/end`, ended)).status).toBe(200);
    const { rows } = await owner.query<{ place: string }>('select distinct place from figure_dirty');
    await owner.end();
    expect(rows.map(({ place }) => Number(place))).toContain(neighbour);
  });

  it('is not drawn by somebody who may not know the households of all members', async () => {
    const made = await cooperative(world, [
      { household: await household(world, neighbour, 'registered'), place: neighbour },
    ]);
    const body = draft();
    await world.accountant.send('POST', `${made.address}/uplifts`, body);
    const own = await world.accountant.send('POST', `/uplift-policies/${county}/${body.id}/list`);
    expect(own.body).toMatchObject({ code: 'uplift_unknown', values: { count: 1 } });
    expect((await world.town.send('POST', `/uplift-policies/${county}/${body.id}/list`)).body).toEqual({ members: 1 });
  });

  it('is simulated before it is adopted, and writes nothing', async () => {
    const made = await cooperative(world, [
      { household: await household(world, village, 'registered') },
      {},
      { kind: 'collective' },
    ]);
    const classId = await makeClass(world, made);
    await subscribe(world, made, {
      classId,
      takes: [
        { member: 0, shares: 10 },
        { member: 1, shares: 30 },
      ],
    });
    const query = 'mechanism=household_grant&grantFen=1000000&recordOn=2019-06-01&potFen=100000';
    const reply = await world.accountant.get(`${made.address}/uplift-simulation?${query}`);
    expect(reply.body).toMatchObject({ poor: 1, gain: 1, lose: 1, outsideFen: 0, unlinked: 1, minimumBeforeFen: 0 });
    const [line] = reply.body.lines as { beforeFen: number; afterFen: number }[];
    expect(line?.beforeFen).toBe(25_000);
    expect((await world.accountant.get(`${made.address}/uplifts`)).body.rows).toEqual([]);
  });

  it('wants a class of the right kind for shares', async () => {
    const made = await cooperative(world, [{}]);
    const classId = await makeClass(world, made);
    const body = draft({ mechanism: 'household_grant', grantFen: 100_000, floorFen: 0, classId });
    expect((await world.accountant.send('POST', `${made.address}/uplifts`, body)).body.code).toBe('uplift_class');
    const right = await makeClass(world, made, { kind: 'household_grant' });
    expect((await world.accountant.send('POST', `${made.address}/uplifts`, { ...body, classId: right })).status).toBe(
      200,
    );
  });
});

describe('facts', () => {
  it('count a poor membership while both the membership and the state hold', async () => {
    const poor = await household(world, village, 'registered');
    const made = await cooperative(world, [{ household: poor }, {}]);
    const rows = await world.database.read(city, async (tx) => {
      const { rows: found } = await sql<{ occurredOn: string; endedOn: string | null; dims: object }>`
        select occurred_on, ended_on, dims from fact_poor_membership where organisation_id = ${made.id}`.execute(tx.db);
      return found;
    });
    expect(rows).toEqual([
      { occurredOn: '2018-07-01', endedOn: null, dims: expect.objectContaining({ state: 'registered' }) },
    ]);
  });
});
