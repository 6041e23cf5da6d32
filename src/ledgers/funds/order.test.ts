import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import { importMeasure } from '../../measure/public.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { transact } from '../../platform/db/transact.ts';
import { type TestServer, testServer } from '../../platform/http/testing.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { recordFlags } from '../../registers/places/public.ts';
import { feature } from './feature.ts';
import {
  banner,
  city,
  documentOf,
  finance,
  goalOfOrder,
  readAs,
  setGoalsOf,
  setUpFund,
  village,
} from './funds.testing.ts';
import { carryOut as carryOutByStore, findOrder, settleOrder } from './order-store.ts';
import { routes } from './routes.ts';

const features = [measure, places, households, cooperatives, feature];
const villages = Array.from({ length: 60 }, (_, at) => village + at);

let database: TestDatabase;
let api: TestServer;
type Seat = Awaited<ReturnType<TestServer['signIn']>>;
let maker: Seat;
let checker: Seat;
let payer: Seat;
let auditor: Seat;
beforeAll(async () => {
  database = await testDatabase(features, { clock: () => new Date('2018-06-01T02:00:00Z') });
  await importMeasure(database);
  api = await testServer(database, { features, handlers: routes });
  maker = await api.signIn('city_office', { place: city });
  checker = await api.signIn('city_office', { place: city });
  payer = await api.signIn('finance', { place: city });
  auditor = await api.signIn('auditor', { place: city });
  await setUpFund(database);
  await database.act(finance, async (tx) => {
    const flag = { flag: 'key_poor_village', startsOn: '2018-01-01', endsOn: null, documentNumber: null } as const;
    await recordFlags(
      tx,
      villages.map((place) => ({ ...flag, county: 150622, id: randomUUID(), place })),
    );
    return ok(true);
  });
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

interface Draft {
  readonly kind?: string;
  readonly lines: readonly { place: number; amountFen: number }[];
  readonly [key: string]: unknown;
}

function draftOf(draft: Draft) {
  return {
    id: randomUUID(),
    kind: 'allocation',
    upperPlace: city,
    number: `鄂财农〔2018〕${randomUUID().slice(0, 6)}号`,
    title: '产业扶贫资金',
    occurredOn: '2018-05-02',
    ...draft,
  };
}

async function make(draft: Draft): Promise<string> {
  const made = await maker.send('POST', '/fund-orders', draftOf(draft));
  return made.status === 200 ? `/fund-orders/${made.body.county}/${made.body.id}` : String(made.body.code);
}

/** Sets the goals that an allocation needs, checks and carries out; answers the code of a refusal. */
async function carryOut(order: string) {
  const { goals } = await readAs<{ goals: { asked: boolean } }>(maker, order);
  if (goals.asked) await setGoalsOf(database, keyOf(order));
  const step = async (seat: Seat, act: string) => {
    const { revision } = (await seat.get(order)).body;
    return seat.send('POST', `${order}/${act}`, { revision });
  };
  const checked = await step(checker, 'check');
  if (checked.status !== 200) return checked.body.code;
  const done = await step(payer, 'carry-out');
  return done.status === 200 ? 'done' : done.body.code;
}

function keyOf(order: string) {
  const [id = '', county] = order.split('/').reverse();
  return { county: Number(county), id };
}

async function receive(documentId: string, amountFen: number) {
  const order = await make({ kind: 'receipt', documentId, lines: [{ place: city, amountFen }] });
  expect(await carryOut(order)).toBe('done');
}

function standardLines(places: readonly number[]) {
  return places.map((place) => ({ place, amountFen: 20_000_000 }));
}

interface Grid {
  readonly years: readonly { readonly states: Readonly<Record<string, number>> }[];
  readonly rows: readonly { readonly cells: readonly { readonly state: string }[] }[];
}

interface Account {
  readonly availableFen: number;
  readonly committedFen: number;
  readonly lots: readonly { readonly leftFen: number }[];
}

describe('an order', () => {
  it('releases the grant to 60 key poor villages at once, and the same village and year once', async () => {
    const documentId = await documentOf(database, { standard: true, amountFen: 2_400_000_000n });
    await receive(documentId, 2_400_000_000);
    const lines = standardLines(villages);
    const order = await make({ documentId, standardYear: 2018, lines });
    expect(await carryOut(order)).toBe('done');
    const shown = (await auditor.get(order)).body;
    expect(shown).toMatchObject({ state: 'done', amountFen: 1_200_000_000, allowed: [] });
    expect(shown.lines).toHaveLength(60);

    const again = await make({ documentId, standardYear: 2018, lines: lines.slice(0, 1) });
    expect(await carryOut(again)).toBe('fund_standard_double');
    const grid = await readAs<Grid>(auditor, '/fund-grid?firstYear=2018&lastYear=2018');
    expect(grid.years[0]?.states.exact).toBe(60);
    expect(grid.rows).toHaveLength(60);
  });

  it('shows what is short, over and not due, and lets what came back whole be given again', async () => {
    const documentId = await documentOf(database, { standard: true, amountFen: 2_400_000_000n });
    await receive(documentId, 200_000_000);
    const give = async (extra: Partial<Draft>, lines: Draft['lines']) =>
      carryOut(await make({ documentId, ...extra, lines }));
    const [one = 0, two = 0, outside = 0] = [village, village + 1, village + 90];
    const state = async (place: number) => {
      const { rows } = await readAs<Grid>(auditor, `/fund-grid?firstYear=2018&lastYear=2018&place=${place}`);
      return rows[0]?.cells[0]?.state;
    };
    expect(await give({ documentId: undefined, kind: 'recall' }, [{ place: one, amountFen: 20_000_000 }])).toBe('done');
    // only a recall under the document lessens its grant
    expect(await state(one)).toBe('exact');
    expect(await give({}, [{ place: two, amountFen: 1_000_000 }])).toBe('done');
    expect(await state(two)).toBe('double');
    expect(await give({}, [{ place: outside, amountFen: 1_000_000 }])).toBe('done');
    expect(await state(outside)).toBe('unflagged');
    expect(await give({ standardYear: 2019 }, standardLines([one]))).toBe('done');
    expect(await give({ kind: 'recall' }, [{ place: one, amountFen: 20_000_000 }])).toBe('done');
    expect(await give({ standardYear: 2019 }, standardLines([one]))).toBe('done');
  });

  it.each([
    ['fund_standard_amount', [{ place: village, amountFen: 19_999_999 }]],
    ['fund_standard_village', [{ place: village + 90, amountFen: 20_000_000 }]],
    ['fund_order_twice', standardLines([village, village])],
    ['fund_order_not_below', [{ place: 150200000000, amountFen: 20_000_000 }]],
  ])('is refused with %s', async (code, lines) => {
    const documentId = await documentOf(database, { standard: true });
    expect(await make({ documentId, standardYear: 2020, lines })).toBe(code);
    const { codes } = await readAs<{ codes: { code: string }[] }>(auditor, '/fund-refusals');
    const kept = codes.some((one) => one.code === code);
    expect(kept).toBe(code.startsWith('fund_standard'));
  });

  it('takes three people, in this order', async () => {
    const documentId = await documentOf(database);
    const order = await make({ kind: 'receipt', documentId, lines: [{ place: city, amountFen: 5 }] });
    const revision = 1;
    expect((await maker.send('POST', `${order}/check`, { revision })).body.code).toBe('own_work');
    expect((await payer.send('POST', `${order}/carry-out`, { revision })).body.code).toBe('fund_order_closed');
    expect((await payer.send('POST', `${order}/check`, { revision })).status).toBe(200);
    expect((await payer.get(order)).body.allowed).not.toContain('fund.release');
    expect((await payer.send('POST', `${order}/carry-out`, { revision: 2 })).body.code).toBe('own_work');
    expect((await auditor.send('POST', `${order}/carry-out`, { revision: 2 })).body.code).toBe('forbidden');
    const stranger = await api.signIn('banner_office', { place: banner });
    expect((await stranger.get(order)).status).toBe(404);
  });

  it('is refused or withdrawn with a reason, and kept', async () => {
    const documentId = await documentOf(database);
    const order = await make({ kind: 'receipt', documentId, lines: [{ place: city, amountFen: 5 }] });
    await checker.send('POST', `${order}/refuse`, { revision: 1, reason: '文号有误' });
    expect((await auditor.get(order)).body).toMatchObject({ state: 'refused', opinion: '文号有误' });
    expect((await maker.send('POST', `${order}/withdraw`, { revision: 2, reason: '重编' })).body.code).toBe(
      'fund_order_closed',
    );
  });
});

describe('money without a goal', () => {
  async function allocation(): Promise<string> {
    const documentId = await documentOf(database);
    await receive(documentId, 10_000);
    return make({ documentId, lines: [{ place: village, amountFen: 10_000 }] });
  }
  const kept = async () => {
    const { rows } = await readAs<{ rows: { code: string; act: string }[] }>(auditor, '/fund-refusals?limit=200');
    return rows.filter(({ code }) => code === 'fund_without_goal').map(({ act }) => act);
  };

  it('is neither checked nor, by whatever way an order comes, carried out; both attempts stand with the auditor', async () => {
    const order = await allocation();
    const check = async () => {
      const { revision } = (await checker.get(order)).body;
      return (await checker.send('POST', `${order}/check`, { revision })).body.code;
    };
    expect((await maker.get(order)).body.goals).toEqual({ asked: true, count: 0, weightBp: 0, scoreBp: null });
    expect(await check()).toBe('fund_without_goal');
    await setGoalsOf(database, keyOf(order), [{ ...goalOfOrder, weightBp: 9_999 }]);
    expect(await check()).toBe('fund_without_goal');
    // past the check, as a store that forgets to ask would do it
    const [one, two] = [actorAt('finance', city), actorAt('finance', city)];
    await database.act(one, async (tx) => {
      const found = await findOrder(tx, keyOf(order));
      const key = { ...keyOf(order), revision: found?.revision ?? 0 };
      return ok(await settleOrder(tx, key, { state: 'checked', opinion: null }));
    });
    const moved = await transact(database, { actor: two, act: 'fund.release' }, async (tx) => {
      const found = await findOrder(tx, keyOf(order));
      return found ? carryOutByStore(tx, found) : refuse({ code: 'not_found' });
    });
    expect(moved).toMatchObject({ ok: false, refusal: { code: 'fund_without_goal' } });
    expect((await kept()).toSorted()).toEqual(['fund.check', 'fund.check', 'fund.release']);
    expect((await maker.get(order)).body.state).toBe('checked');
  });

  it('is agreed to with the goals that the checker saw', async () => {
    const order = await allocation();
    await setGoalsOf(database, keyOf(order));
    const { revision } = await readAs<{ revision: number }>(checker, order);
    await setGoalsOf(database, keyOf(order), [{ ...goalOfOrder, target: 1 }]);
    expect((await checker.send('POST', `${order}/check`, { revision })).body.code).toBe('stale');
    expect((await checker.send('POST', `${order}/check`, { revision: revision + 1 })).status).toBe(200);
  });
});

describe('views', () => {
  it('balance by level, idle by age, accounts and their lots', async () => {
    const sheet = await readAs<{ funds: { openFen: number }[] }>(auditor, '/fund-balance');
    for (const fund of sheet.funds) expect(fund.openFen).toBe(0);
    const idle = await readAs<{ sums: { over60Fen: number; over90Fen: number } }>(auditor, '/fund-idle?on=2018-07-31');
    expect(idle.sums.over60Fen + idle.sums.over90Fen).toBeGreaterThan(0);
    const { rows } = await readAs<{ rows: { county: number; id: string }[] }>(
      auditor,
      `/fund-accounts?place=${village}`,
    );
    const account = await readAs<Account>(auditor, `/fund-accounts/${rows[0]?.county}/${rows[0]?.id}`);
    const lots = account.lots.reduce((sum, lot) => sum + lot.leftFen, 0);
    expect(lots).toBe(account.availableFen + account.committedFen);
    const clerk = await api.signIn('village_clerk', { place: village });
    const seen = await readAs<{ total: number; rows: { toName: string | null }[] }>(clerk, '/fund-movements');
    expect(seen.total).toBeGreaterThan(0);
    expect(new Set(seen.rows.map((row) => row.toName)).size).toBeLessThanOrEqual(2);
  });

  it('go out as workbooks and leave their trace', async () => {
    for (const path of [
      'fund-orders',
      'fund-documents',
      'fund-grid',
      'fund-accounts',
      'fund-movements',
      'fund-idle',
      'fund-refusals',
      'fund-overrides',
      'fund-recoveries',
      'fund-risk',
    ]) {
      const file = await auditor.send('POST', `/${path}/export`, {});
      expect([path, file.status]).toEqual([path, 200]);
    }
  });
});
