import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt } from '../../platform/db/testing.ts';
import { passesCheck } from './project-rules.ts';
import { findEcologicalCheck, findHerdOn } from './public.ts';
import { county, type LandWorld, landWorld, recordParcel, sister, transferBody, village } from './world.testing.ts';

let world: LandWorld;
beforeAll(async () => {
  world = await landWorld('2019-06-03');
});
afterAll(() => world.close());

function capacity(address: string, over: object = {}) {
  const body = { id: randomUUID(), year: 2019, sheepUnits: 60, documentNumber: '旗草发〔2019〕3号', ...over };
  return world.office.send('PUT', `${address}/capacity`, body);
}

function count(over: object = {}) {
  const body = { id: randomUUID(), place: village, holderId: world.homes[0], countedOn: '2019-06-01', ...over };
  return world.clerk.send('POST', '/herd-counts', body);
}

interface Herd {
  readonly holderId: string;
  readonly capacity: number | null;
  readonly herd: number;
  readonly light: string;
  readonly overBp: number;
  readonly grasslandMu: number;
}

describe('grassland', () => {
  it('carries what was set, against the herds counted, village by village and holder by holder', async () => {
    const parcel = await recordParcel(world);
    expect((await capacity(parcel.address)).status).toBe(200);
    expect((await capacity(parcel.address)).body.code).toBe('capacity_known');
    expect((await count({ sheep: 60, goats: 10, cattle: 1 })).body.sheepUnits).toBe(73);
    expect((await count({ sheep: 1 })).body.code).toBe('herd_counted');
    const all = await world.office.get(`/grassland?place=150622000000&year=2019`);
    expect(all.body.rows).toMatchObject([{ place: village, capacity: 60, herd: 73, overBp: 2_167, light: 'late' }]);
    const herds = async () => {
      const { body } = await world.clerk.get(`/grassland/village?place=${village}&year=2019`);
      return body.herds as Herd[];
    };
    expect(await herds()).toMatchObject([{ holderId: world.homes[0], capacity: 60, herd: 73, light: 'late' }]);
    // half of it goes to the other household, with half of what it carries
    const over = { takerKind: 'household', takerId: world.homes[1], areaMu: 60 };
    await world.clerk.send('POST', `${parcel.address}/transfers`, transferBody(world, over));
    await count({ holderId: world.homes[1], sheep: 20 });
    expect(await herds()).toMatchObject([
      { holderId: world.homes[0], grasslandMu: 60, capacity: 30, overBp: 14_334 },
      { holderId: world.homes[1], grasslandMu: 60, capacity: 30, herd: 20, light: 'met' },
    ]);
    const found = await world.database.read(actorAt('auditor', 150600000000), (tx) =>
      findHerdOn(tx, { county, id: world.homes[0] }, '2019-12-31'),
    );
    expect(found).toMatchObject({ sheep: 60, goats: 10, sheepUnits: 73 });
    const sums = await world.database.read(actorAt('auditor', 150600000000), async (tx) => {
      const { rows } = await sql<{ side: string; sum: number }>`
        select dims ->> 'side' as side, sum(quantity) as sum from fact_carrying_capacity
        where retired_at is null and occurred_on <= '2019-06-30' and ended_on > '2019-06-30' group by 1 order by 1`.execute(
        tx.db,
      );
      return rows;
    });
    expect(sums).toEqual([
      { side: 'capacity', sum: 60 },
      { side: 'herd', sum: 93 },
    ]);
  });

  it('is set by the offices, counted by the village, and corrected by revision', async () => {
    const parcel = await recordParcel(world, { number: 'G2' });
    const id = randomUUID();
    const body = { id, year: 2020, sheepUnits: 30, documentNumber: '旗草发〔2019〕4号' };
    expect((await world.clerk.send('PUT', `${parcel.address}/capacity`, body)).status).toBe(403);
    expect((await capacity(parcel.address, body)).status).toBe(200);
    expect((await capacity(parcel.address, { ...body, sheepUnits: 28, revision: 1 })).status).toBe(200);
    expect((await capacity(parcel.address, { ...body, sheepUnits: 27, revision: 1 })).body.code).toBe('stale');
    const field = await recordParcel(world, { kind: 'cropland' });
    expect((await capacity(field.address)).body.code).toBe('capacity_not_grassland');
    expect((await world.office.send('POST', '/herd-counts', { ...body, place: village })).status).toBe(403);
    expect((await count({ holderId: world.farHome })).body.code).toBe('herd_holder_unknown');
    expect((await count({ holderId: world.cooperativeId, countedOn: '2019-06-04' })).body.code).toBe('herd_in_future');
    expect((await count({ holderId: world.cooperativeId, sheep: -1 })).body.code).toBe('invalid_input');
    const herd = randomUUID();
    expect((await count({ id: herd, holderId: world.cooperativeId, camels: 3 })).body.sheepUnits).toBe(21);
    const change = { countedOn: '2019-05-30', camels: 4, revision: 1, reason: '漏数一峰' };
    const address = `/herd-counts/${county}/${herd}`;
    expect((await world.neighbour.send('PUT', address, change)).status).toBe(404);
    expect((await world.clerk.send('PUT', address, { ...change, countedOn: '2018-05-30' })).body.code).toBe(
      'herd_year',
    );
    expect((await world.clerk.send('PUT', address, change)).body.sheepUnits).toBe(28);
    expect((await world.neighbour.get(`/grassland/village?place=${village}&year=2019`)).status).toBe(404);
    expect((await world.neighbour.get(`/grassland/village?place=${sister}&year=2019`)).body.herds).toEqual([]);
  });
});

describe('land projects', () => {
  it('go from approval to acceptance step by step', async () => {
    const id = randomUUID();
    const draft = {
      name: '高标准农田',
      kind: 'basic_farmland',
      industry: '青贮玉米',
      areaMu: 800,
      investFen: 120_000_00,
      documentNumber: '旗自然资发〔2018〕9号',
      approvedOn: '2018-05-01',
    };
    const body = { ...draft, id, place: village };
    expect((await world.clerk.send('POST', '/land-projects', body)).status).toBe(403);
    expect((await world.town.send('POST', '/land-projects', body)).status).toBe(200);
    expect((await world.town.send('POST', '/land-projects', { ...body, id: randomUUID() })).body.code).toBe(
      'project_known',
    );
    const address = `/land-projects/${county}/${id}`;
    const step = { ...draft, finishedOn: '2018-09-01', revision: 1, reason: '完工' };
    expect((await world.town.send('PUT', address, step)).body.code).toBe('project_order');
    expect((await world.town.send('PUT', address, { ...step, startedOn: '2018-06-01' })).status).toBe(200);
    const listed = await world.clerk.get('/land-projects?step=finished');
    expect(listed.body).toMatchObject({ total: 1, areaMu: 800, investFen: 120_000_00, rows: [{ step: 'finished' }] });
    expect((await world.neighbour.get('/land-projects')).body.total).toBe(0);
  });
});

describe('the forest reform', () => {
  it('reaches each step once, in its order', async () => {
    const send = (step: string, reachedOn: string) => {
      const body = { id: randomUUID(), place: village, step, reachedOn, documentNumber: '林改〔2018〕1号' };
      return world.clerk.send('POST', '/forest-reform', body);
    };
    expect((await send('plan', '2018-05-01')).body.code).toBe('reform_order');
    expect((await send('survey', '2018-04-01')).status).toBe(200);
    const twice = await Promise.all([send('plan', '2018-05-01'), send('plan', '2018-05-01')]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 422]);
    const seen = await world.town.get('/forest-reform?q=甲村');
    expect(seen.body.rows).toMatchObject([
      { place: village, next: 'rights', reached: [{ step: 'survey' }, { step: 'plan' }] },
    ]);
    expect((await world.town.get('/forest-reform?next=survey')).body.total).toBe(1);
    expect((await world.neighbour.get('/forest-reform')).body.rows).toMatchObject([{ place: sister, reached: [] }]);
  });
});

describe('an ecological check', () => {
  it('is recorded by the department; the latest decides, while it holds', async () => {
    const subjectId = randomUUID();
    const items = { grazing: 'yes', protectedArea: 'yes', water: 'not_concerned', pollution: 'yes' };
    const draft = {
      subjectName: '肉羊养殖项目',
      ...items,
      result: 'passed',
      documentNumber: '环核〔2019〕2号',
      checkedOn: '2019-05-01',
    };
    const body = { ...draft, place: village, subjectType: 'project', subjectId };
    const send = (client: LandWorld['clerk'], over: object = {}) =>
      client.send('POST', '/ecological-checks', { ...body, id: randomUUID(), ...over });
    expect((await send(world.clerk)).status).toBe(403);
    expect((await send(world.department, { grazing: 'no' })).body.code).toBe('check_item_fails');
    const failed = { grazing: 'no', result: 'failed', checkedOn: '2019-03-01' };
    expect((await send(world.department, failed)).status).toBe(200);
    const subject = { county, subjectType: 'project', subjectId } as const;
    const passes = () =>
      world.database.read(actorAt('auditor', 150600000000), async (tx) =>
        passesCheck(await findEcologicalCheck(tx, subject), '2019-06-03'),
      );
    expect(await passes()).toBe(false);
    expect((await send(world.office)).status).toBe(200);
    expect(await passes()).toBe(true);
    const listed = await world.clerk.get(`/ecological-checks?subject=${subjectId}`);
    expect(listed.body).toMatchObject({ total: 2, rows: [{ result: 'passed' }, { result: 'failed' }] });
    expect((await world.neighbour.get(`/ecological-checks?subject=${subjectId}`)).body.total).toBe(0);
    const owner = await world.database.connectOwner();
    await expect(
      owner.query(`update ecological_check set grazing = 'no' where subject_id = $1 and result = 'passed'`, [
        subjectId,
      ]),
    ).rejects.toThrow(/ecological_check_passed/);
    await owner.end();
  });
});

describe('the page of grassland and herds', () => {
  it('opens in January on the last year in which herds were counted, though more was set since', async () => {
    await world.setDay('2020-01-06');
    const shown = async (reader: typeof world.office, path: string) => (await reader.get(path)).body.year;
    expect(await shown(world.office, '/grassland?place=150622000000')).toBe(2019);
    expect(await shown(world.clerk, `/grassland/village?place=${village}`)).toBe(2019);
    expect(await shown(world.clerk, `/grassland/village?place=${village}&year=2020`)).toBe(2020);
    expect(await shown(world.neighbour, `/grassland/village?place=${sister}`)).toBe(2020);
  });
});
