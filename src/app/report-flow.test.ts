import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { routes as submissionRoutes } from '../activities/submissions/routes.ts';
import { refreshStale } from '../indicators/public.ts';
import { routesFor as figureRoutes } from '../indicators/routes.ts';
import { exampleDivisions } from '../indicators/seed.ts';
import { ensureParameters } from '../measure/public.ts';
import type { Role } from '../platform/access/roles.ts';
import { record, revise, withdraw } from '../platform/db/history.ts';
import { actorAt, type TestDatabase, testDatabase } from '../platform/db/testing.ts';
import { type TestClient, type TestReply, type TestServer, testServer } from '../platform/http/testing.ts';
import { ok } from '../platform/pure/result.ts';
import { importPlaces } from '../registers/places/public.ts';
import { routesFor as reportRoutes } from '../reports/monthly/routes.ts';
import { features } from './features.ts';
import { recordTitles } from './record-titles.ts';

const facts = features.flatMap((feature) => [...feature.facts]);
const city = 150600000000;
const banner = 150622000000;
const township = 150622100000;
const [first, second] = [150622100201, 150622100202] as const;
const urban = 150622100001;
const office = actorAt('city_office', city);

let database: TestDatabase;
let server: TestServer;
let now = new Date(0);
let ticks = 0;

/** Every look at the clock is a little later, so that acts do not share an instant. */
function clock(): Date {
  ticks += 1;
  return new Date(now.getTime() + ticks);
}

beforeAll(async () => {
  database = await testDatabase(features, { clock });
  now = new Date('2018-03-01T08:00:00+08:00');
  await database.act(office, async (tx) => {
    await ensureParameters(tx);
    await importPlaces(tx, exampleDivisions);
    return ok(true);
  });
  server = await testServer(database, {
    features,
    handlers: [...submissionRoutes, ...figureRoutes(facts, recordTitles), ...reportRoutes(facts, recordTitles)],
  });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

beforeEach(async () => {
  now = new Date('2018-03-30T08:00:00+08:00');
  const owner = await database.connectOwner();
  await owner.query(`truncate submission, submission_history, submission_return, submission_unlock, frozen_figure,
    restatement, household, household_history, place_flag, place_flag_history cascade`);
  await owner.query('insert into figure_dirty select county, code, $1, now() from place on conflict do nothing', [
    '2018-01',
  ]);
  await owner.end();
});

/** Goes on to a morning and signs somebody in; the sessions of earlier days have ended. */
function on(day: string, role: Role, place: number): Promise<TestClient> {
  now = new Date(`${day}T09:00:00+08:00`);
  return server.signIn(role, { place });
}

function clerkOf(day: string, place: number): Promise<TestClient> {
  return on(day, 'village_clerk', place);
}

function confirm(client: TestClient, place: number, month = '2018-03'): Promise<TestReply> {
  return client.send('POST', '/reports/monthly/confirm', { place, month });
}

function approve(client: TestClient, places: readonly number[]): Promise<TestReply> {
  return client.send('POST', '/submissions/approve', { month: '2018-03', places });
}

function report(client: TestClient, place: number, month = '2018-03'): Promise<TestReply> {
  return client.get(`/reports/monthly?place=${place}&month=${month}`);
}

let homes = 0;
async function addHousehold(place: number, joinedOn: string): Promise<string> {
  homes += 1;
  const id = `01900000-0000-7000-8000-${String(homes).padStart(12, '0')}`;
  await database.act(office, async (tx) => {
    const row = { county: 150622, id, place, number: String(homes), joined_on: joinedOn, joined_kind: 'registered' };
    await record(tx, 'household', row);
    return ok(true);
  });
  await refresh();
  return id;
}

async function refresh(): Promise<void> {
  while ((await refreshStale(database.recount)) > 0);
}

interface Cell {
  readonly indicator: string;
  readonly value: number;
  readonly live: number;
  readonly exceptions: string[];
}

function cellOf({ body }: TestReply, indicator = 'households'): Cell | undefined {
  return (body.cells as Cell[]).find((cell) => cell.indicator === indicator);
}

/** All villages of the township confirmed on 2 April and approved; the township itself not. */
async function approvedVillages(): Promise<void> {
  for (const village of [first, second])
    expect((await confirm(await clerkOf('2018-04-02', village), village)).status).toBe(200);
  const above = await on('2018-04-03', 'township_clerk', township);
  const { body } = await approve(above, [first, second]);
  expect(body.results).toMatchObject([{ approved: true }, { approved: true }]);
}

describe('confirming', () => {
  it('waits for the end of the month', async () => {
    const early = await confirm(await clerkOf('2018-03-31', first), first);
    expect(early.body).toMatchObject({ status: 422, code: 'submission_month_open' });
    expect((await confirm(await clerkOf('2018-04-01', first), first)).body).toMatchObject({ snapshot: 1 });
  });

  it('closes after the grace, opens again for some days, and closes by itself', async () => {
    const late = await confirm(await clerkOf('2018-04-14', first), first);
    expect(late.body).toMatchObject({ code: 'submission_locked', values: { lockedOn: '2018-04-13' } });
    const above = await on('2018-04-14', 'township_clerk', township);
    const unlock = (place: number) =>
      above.send('POST', '/submissions/unlock', { place, month: '2018-03', untilOn: '2018-04-17', reason: '系统故障' });
    expect((await unlock(first)).status).toBe(200);
    expect((await unlock(township)).body).toMatchObject({ code: 'own_work' });
    expect((await unlock(150621100201)).status).toBe(404);
    expect((await confirm(await clerkOf('2018-04-18', first), first)).body).toMatchObject({
      code: 'submission_locked',
    });
    expect((await confirm(await clerkOf('2018-04-17', first), first)).status).toBe(200);
    const later = await on('2018-04-18', 'township_clerk', township);
    const lights = await later.get(`/submissions/lights?place=${first}&through=2018-03`);
    expect((lights.body.own as { lights: string[] }).lights.slice(-3)).toEqual(['exempt', 'late', 'late']);
  });

  it('is for one’s own place, owed by it, and open to nobody else', async () => {
    const clerk = await clerkOf('2018-04-02', first);
    expect((await confirm(clerk, second)).status).toBe(404);
    expect((await confirm(clerk, first, '2018-01')).body).toMatchObject({ code: 'report_not_owed' });
    const community = await clerkOf('2018-04-02', urban);
    expect((await confirm(community, urban)).body).toMatchObject({ code: 'report_not_owed' });
    const above = await on('2018-04-02', 'township_clerk', township);
    expect((await confirm(above, first)).body).toMatchObject({ code: 'report_not_own_place' });
    const secretary = await on('2018-04-02', 'first_secretary', first);
    expect((await confirm(secretary, first)).status).toBe(403);
  });

  it('makes one snapshot, however often it is pressed at once', async () => {
    await addHousehold(first, '2018-03-05');
    const clerk = await clerkOf('2018-04-02', first);
    const replies = await Promise.all(Array.from({ length: 16 }, () => confirm(clerk, first)));
    const done = replies.filter((reply) => reply.status === 200);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map((reply) => reply.body.snapshot))).toEqual(new Set([1]));
    expect(replies.every((reply) => reply.status === 200 || reply.status === 409)).toBe(true);
    expect((await report(clerk, first)).body.submission).toMatchObject({ snapshot: 1, state: 'confirmed' });
    await addHousehold(first, '2018-03-06');
    expect((await confirm(clerk, first)).body).toMatchObject({ snapshot: 2 });
  });
});

describe('approving and returning', () => {
  it('answers each of many by itself', async () => {
    await confirm(await clerkOf('2018-04-02', first), first);
    const above = await on('2018-04-03', 'township_clerk', township);
    const { body } = await approve(above, [first, second, 150622101201]);
    expect(body.results).toEqual([
      { place: first, approved: true, code: null },
      { place: second, approved: false, code: 'submission_not_confirmed' },
      { place: 150622101201, approved: false, code: 'not_found' },
    ]);
    expect((await approve(above, [first])).body.results).toMatchObject([{ code: 'submission_already_approved' }]);
    const leader = await on('2018-04-03', 'city_office', city);
    expect((await approve(leader, [first])).body.results).toMatchObject([{ approved: false }]);
  });

  it('sends back with a reason for each cell, and the next confirmation is a new snapshot', async () => {
    const household = await addHousehold(first, '2018-03-05');
    await confirm(await clerkOf('2018-04-02', first), first);
    const above = await on('2018-04-03', 'township_clerk', township);
    const items = [
      { indicator: 'households', reason: '比台账多一户' },
      { indicator: null, reason: '请一并核对贫困户' },
    ];
    const send = (answerBy: string) =>
      above.send('POST', '/submissions/return', { place: first, month: '2018-03', answerBy, items });
    expect((await send('2018-04-02')).body).toMatchObject({ code: 'return_answer_past' });
    expect((await send('2018-04-20')).status).toBe(200);
    const clerk = await clerkOf('2018-04-16', first);
    const returned = await report(clerk, first);
    expect(returned.body.submission).toMatchObject({ state: 'returned', light: 'near', answerBy: '2018-04-20' });
    expect((returned.body.submission as { returns: unknown[] }).returns).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ indicator: 'households', reason: '比台账多一户', times: 1 })]),
    );
    await database.act(office, async (tx) => {
      await withdraw(tx, 'household', { key: { county: 150622, id: household }, reason: '重复登记' });
      return ok(true);
    });
    await refresh();
    expect((await confirm(clerk, first)).body).toMatchObject({ snapshot: 2 });
    const after = await report(clerk, first);
    expect(cellOf(after)).toMatchObject({ value: 0 });
    expect(after.body.submission).toMatchObject({
      state: 'confirmed',
      light: 'met',
      sentOn: '2018-04-02',
      confirmedOn: '2018-04-16',
    });
  });

  it('lets a township whose report came back ask its village again', async () => {
    await approvedVillages();
    const above = await on('2018-04-04', 'township_clerk', township);
    expect((await confirm(above, township)).status).toBe(200);
    const order = { month: '2018-03', answerBy: '2018-04-20', items: [{ indicator: null, reason: '请核对' }] };
    const again = () => above.send('POST', '/submissions/return', { ...order, place: first });
    expect((await again()).body).toMatchObject({ code: 'submission_sent_on' });
    const office2 = await on('2018-04-04', 'banner_office', banner);
    expect((await office2.send('POST', '/submissions/return', { ...order, place: first })).body).toMatchObject({
      code: 'submission_wrong_level',
    });
    expect((await office2.send('POST', '/submissions/return', { ...order, place: township })).status).toBe(200);
    expect((await again()).status).toBe(200);
    expect((await confirm(above, township)).body).toMatchObject({ code: 'submission_children_missing' });
  });
});

describe('the way up', () => {
  it('goes from the villages to the city, each level the sum of the frozen ones below', async () => {
    await addHousehold(first, '2018-03-05');
    await addHousehold(second, '2018-03-06');
    await addHousehold(urban, '2018-03-07');
    const above = await on('2018-04-03', 'township_clerk', township);
    expect((await confirm(above, township)).body).toMatchObject({
      code: 'submission_children_missing',
      values: { count: 2 },
    });
    await approvedVillages();
    await addHousehold(first, '2018-03-08');
    const clerk = await on('2018-04-04', 'township_clerk', township);
    const before = await report(clerk, township);
    expect(cellOf(before)).toMatchObject({ value: 3, live: 4, exceptions: ['changed_since'] });
    expect(before.body).toMatchObject({ villages: 2, unconfirmed: 0 });
    expect((await confirm(clerk, township)).status).toBe(200);
    await addHousehold(urban, '2018-03-09');
    expect(cellOf(await report(clerk, township))).toMatchObject({ value: 3, live: 5 });
    const changes = await clerk.get(`/reports/monthly/changes?place=${township}&month=2018-03&indicator=households`);
    expect(changes.body.changes).toMatchObject([
      { change: 'added', place: urban },
      { change: 'added', place: first },
    ]);
    const rows = await clerk.get(`/reports/monthly/rows?place=${township}&month=2018-03&indicator=households`);
    expect(rows.body).toMatchObject({ value: 3, total: 3 });
  });

  it('ends with two people of the city, and keeps what was frozen', async () => {
    await closeTheCity();
    const leader = await on('2018-04-20', 'city_leader', city);
    const closed = await report(leader, city);
    expect(closed.body).toMatchObject({ unconfirmed: 0, submission: { state: 'approved' } });
    const { digest } = closed.body.submission as { digest: string };
    await addHousehold(first, '2018-03-20');
    const later = await report(leader, city);
    expect(later.body.submission).toMatchObject({ digest });
    expect(cellOf(later)).toMatchObject({ value: cellOf(closed)?.value, live: 1 });
  });

  async function closeTheCity(): Promise<void> {
    const villages = exampleDivisions.filter((one) => one.level === 'village' && one.rural).map((one) => one.code);
    for (const village of villages) await confirm(await clerkOf('2018-04-02', village), village);
    for (const level of ['township', 'banner'] as const) {
      for (const { code } of exampleDivisions.filter((one) => one.level === level)) {
        const below = exampleDivisions
          .filter((one) => one.code !== code && parentOf(one.code) === code)
          .map((one) => one.code);
        const client = await on('2018-04-04', level === 'township' ? 'township_clerk' : 'banner_office', code);
        await approve(client, below);
        expect((await confirm(client, code)).status).toBe(200);
      }
    }
    const office1 = await on('2018-04-05', 'city_office', city);
    await approve(office1, [150621000000, 150622000000]);
    expect((await confirm(office1, city)).status).toBe(200);
    expect((await approve(office1, [city])).body.results).toMatchObject([{ approved: false, code: 'own_work' }]);
    const office2 = await on('2018-04-05', 'city_leader', city);
    expect((await approve(office2, [city])).body.results).toMatchObject([{ approved: true }]);
  }
});

describe('late corrections', () => {
  it('stand in the next report as restatements, with the records that caused them', async () => {
    const household = await addHousehold(first, '2018-03-05');
    await approvedVillages();
    await database.act(office, async (tx) => {
      const set = { left_on: '2018-03-20', left_kind: 'moved_out' };
      await revise(tx, 'household', { key: { county: 150622, id: household }, set, reason: '三月已迁出' });
      return ok(true);
    });
    const late = await addHousehold(first, '2018-03-28');
    const third = await addHousehold(first, '2018-03-29');
    const clerk = await clerkOf('2018-05-03', first);
    expect((await confirm(clerk, first, '2018-04')).body.restatements).toBe(1);
    const above = await on('2018-05-03', 'township_clerk', township);
    const april = await report(above, township, '2018-04');
    expect(april.body.restatements).toMatchObject([
      { aboutMonth: '2018-03', indicator: 'households', difference: 1, places: 1 },
    ]);
    const [restatement] = april.body.restatements as {
      causes: { recordId: string; change: string; title: string; address: string }[];
    }[];
    const causes = new Map(restatement?.causes.map((cause) => [cause.recordId, cause.change]));
    expect(causes).toEqual(
      new Map([
        [household, 'removed'],
        [late, 'added'],
        [third, 'added'],
      ]),
    );
    expect(restatement?.causes[0]?.address).toMatch(/^\/households\/150622\//);
    // nobody is head of these households: their number stands for them
    expect(restatement?.causes.every(({ title }) => /^\d+$/.test(title))).toBe(true);
    const march = await report(above, first, '2018-03');
    expect(cellOf(march)).toMatchObject({ value: 1, live: 2 });
  });

  it('never show a neighbour anything', async () => {
    await addHousehold(first, '2018-03-05');
    await approvedVillages();
    const neighbour = await clerkOf('2018-04-05', second);
    for (const path of [
      '/reports/monthly',
      '/reports/monthly/rows?indicator=households',
      '/reports/monthly/changes?indicator=households',
      '/reports/monthly/exceptions',
      '/reports/monthly/export?format=xlsx',
      '/submissions',
      '/submissions/lights?through=2018-03',
    ]) {
      const separator = path.includes('?') ? '&' : '?';
      for (const place of [first, township, city]) {
        const { status } = await neighbour.get(`${path}${separator}place=${place}&month=2018-03`);
        expect([path, place, status]).toEqual([path, place, 404]);
      }
    }
    const rows = `/figures/rows/export?indicator=households&as=report&month=2018-03`;
    expect((await neighbour.send('POST', `${rows}&place=${first}`)).status).toBe(404);
    expect((await neighbour.send('POST', `${rows}&place=${second}`)).status).toBe(200);
  });
});

describe('amounts', () => {
  const asset = {
    ...{
      county: 150622,
      id: '01900000-0000-7000-8000-00000000a001',
      place: first,
      number: '1',
      name: '育肥圈',
      pinyin: 'x',
    },
    ...{ initials: 'x', class: 'operating', kind: 'building', book_value_fen: 123_456_789n, use_state: 'own_use' },
    ...{ claim_state: 'certified', known_by: 'books', listed_on: '2018-03-02' },
  };
  const query = `place=${first}&month=2018-03`;

  async function cellsOf(raw: Buffer, ...known: readonly string[]): Promise<readonly unknown[]> {
    const book = await readXlsx(raw);
    return book.sheets.flatMap(({ rows }) => rows).find((row) => known.every((text) => row.includes(text))) ?? [];
  }

  it('are yuan in the report, its files and its drill-down, and open the record by its name', async () => {
    await database.act(office, async (tx) => {
      await record(tx, 'asset', asset);
      return ok(true);
    });
    await refresh();
    const clerk = await clerkOf('2018-04-02', first);
    expect(cellOf(await report(clerk, first), 'asset_value')).toMatchObject({ value: 123_456_789 });
    const sheet = await clerk.get(`/reports/monthly/export?${query}&format=xlsx`);
    expect(await cellsOf(sheet.raw, 'asset_value')).toEqual(expect.arrayContaining(['元', 1_234_567.89]));
    const rows = await clerk.send('POST', `/figures/rows/export?${query}&indicator=asset_value&as=live`);
    expect(await cellsOf(rows.raw, '育肥圈')).toEqual(expect.arrayContaining(['元', 1_234_567.89]));
    const counted = await clerk.send('POST', `/figures/rows/export?${query}&indicator=assets&as=live`);
    expect(await cellsOf(counted.raw, '育肥圈')).toEqual(expect.arrayContaining(['项', 1]));
    const word = await clerk.get(`/reports/monthly/export?${query}&format=docx`);
    expect(word.status).toBe(200);
    const drill = await clerk.get(`/figures/rows?${query}&indicator=asset_value`);
    expect(drill.body.rows).toMatchObject([{ title: '育肥圈', unit: 'fen', quantity: 123_456_789 }]);
  });
});

function parentOf(place: number): number {
  if (place % 1000 !== 0) return place - (place % 1000);
  return place % 1_000_000 !== 0 ? place - (place % 1_000_000) : place - (place % 100_000_000);
}
