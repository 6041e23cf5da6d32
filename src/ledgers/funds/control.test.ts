import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import { importMeasure } from '../../measure/public.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { transact } from '../../platform/db/transact.ts';
import { type TestServer, testServer } from '../../platform/http/testing.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import type { FundAccountRow } from './account-store.ts';
import { feature } from './feature.ts';
import {
  accountAt,
  banner,
  checker,
  city,
  documentOf,
  finance,
  maker,
  move,
  paymentOf,
  readAs,
  setGoalsOf,
  setUpFund,
  village,
} from './funds.testing.ts';
import { commitFunds, type FundPayment, payFunds } from './money-store.ts';
import { payRiskFund } from './risk-store.ts';
import { routes } from './routes.ts';

const features = [measure, places, households, cooperatives, feature];
let database: TestDatabase;
let api: TestServer;
let auditor: Awaited<ReturnType<TestServer['signIn']>>;
let cityOffice: FundAccountRow;
let office: FundAccountRow;
let account: FundAccountRow;
let document: string;
beforeAll(async () => {
  database = await testDatabase(features, { alone: true, clock: () => new Date('2018-06-01T02:00:00Z') });
  await importMeasure(database);
  api = await testServer(database, { features, handlers: routes });
  auditor = await api.signIn('auditor', { place: city });
  await setUpFund(database);
  document = await documentOf(database, { purposes: ['breeding_stock', 'risk_fund'] });
  cityOffice = await accountAt(database, city);
  office = await accountAt(database, banner);
  account = await accountAt(database, village);
  await move(database, { to: cityOffice, documentId: document, amountFen: 50_000_000n });
  await move(database, { from: cityOffice, to: office, amountFen: 40_000_000n, occurredOn: '2018-03-06' });
  await move(database, { from: office, to: account, amountFen: 20_000_000n, occurredOn: '2018-03-07' });
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

async function pay(payment: FundPayment): Promise<string> {
  const done = await transact(database, { actor: finance, act: 'test.pay' }, (tx) => payFunds(tx, payment));
  return done.ok ? 'paid' : done.refusal.code;
}

const household = { kind: 'household', county: 150622, id: randomUUID(), name: '白音', place: village } as const;

interface Traced {
  readonly totalFen: number;
  readonly pieces: readonly { readonly steps: readonly { readonly kind: string }[] }[];
}

interface Drawn {
  readonly nodes: readonly { readonly id: string; readonly tier: string }[];
  readonly links: readonly { readonly from: string; readonly to: string; readonly amountFen: number }[];
}

interface Fund {
  readonly sums: { readonly openFen: number };
  readonly rows: readonly { readonly replenishedFen: number }[];
}

/** What the rows of a list of lines add up to, and what the list says of itself. */
async function addUp(query: string, by = auditor): Promise<readonly [number, number]> {
  const { rows, sumFen, total } = await readAs<Lines>(by, `/fund-entries?limit=200&${query}`);
  expect(rows).toHaveLength(total);
  return [rows.reduce((sum, row) => sum + row.amountFen, 0), sumFen];
}

interface Lines {
  readonly total: number;
  readonly sumFen: number;
  readonly rows: readonly { readonly amountFen: number; readonly movementId: string | null }[];
}

interface Sheet {
  readonly funds: readonly {
    readonly id: string;
    readonly levels: readonly (Record<string, number> & { readonly level: string; readonly accounts: number })[];
  }[];
}

describe('sums', () => {
  const sums = ['received', 'allotted', 'passedOn', 'returned', 'paid', 'held'] as const;

  it('of a document and of a level are what their lines add up to, for whoever reads them', async () => {
    const project = { county: 150622, id: randomUUID() };
    const held = { id: randomUUID(), account, amountFen: 70_000n, occurredOn: '2018-04-02', memo: '合同' };
    await database.act(finance, (tx) => commitFunds(tx, { ...held, project, contractId: randomUUID() }));
    expect(await pay(paymentOf(account, { amountFen: 5_000n }))).toBe('paid');
    await move(database, { from: account, to: office, amountFen: 3_000n, kind: 'return', occurredOn: '2018-04-03' });
    const clerk = await api.signIn('village_clerk', { place: village });
    for (const by of [auditor, clerk]) {
      const shown = await readAs<{ sums: Record<string, number> }>(by, `/fund-documents/150600/${document}`);
      for (const sum of ['received', 'held', 'committed', 'paid', 'sentBack']) {
        const fen = shown.sums[sum === 'sentBack' ? 'returnedFen' : `${sum}Fen`];
        expect([sum, ...(await addUp(`sum=${sum}&document=${document}`, by))]).toEqual([sum, fen, fen]);
      }
      for (const on of ['2018-03-06', '2018-06-01']) {
        const { funds } = await readAs<Sheet>(by, `/fund-balance?on=${on}`);
        for (const { id, levels } of funds) {
          for (const level of levels) {
            const narrow = `fund=${id}&level=${level.level}`;
            for (const sum of sums) {
              const fen = level[`${sum}Fen`];
              expect([sum, ...(await addUp(`sum=${sum}&${narrow}&until=${on}`, by))]).toEqual([sum, fen, fen]);
            }
            expect((await by.get(`/fund-accounts?${narrow}`)).body.total).toBe(level.accounts);
          }
        }
      }
    }
    const { rows } = await readAs<Lines>(auditor, `/fund-entries?sum=paid&document=${document}`);
    expect(rows.every(({ movementId }) => movementId !== null)).toBe(true);
  });
});

describe('tracing', () => {
  it('walks a household back to its document, and the document forward to the household', async () => {
    const payment = paymentOf(account, { payee: household, amountFen: 31_250n });
    expect(await pay(payment)).toBe('paid');
    const back = await readAs<Traced>(auditor, `/fund-trace/back?payeeId=${household.id}`);
    expect(back.totalFen).toBe(31_250);
    expect(back.pieces).toHaveLength(1);
    expect(back.pieces[0]).toMatchObject({ documentId: document, amountFen: 31_250 });
    expect(back.pieces[0]?.steps.map((step) => step.kind)).toEqual(['receipt', 'allocation', 'allocation']);
    const forward = (await auditor.get(`/fund-trace/forward?document=${document}`)).body;
    expect(forward.rows).toContainEqual(expect.objectContaining({ payeeId: household.id, amountFen: 31_250 }));

    // the village sees the whole way of its own money, and nothing of others
    const clerk = await api.signIn('village_clerk', { place: village });
    const own = await readAs<Traced>(clerk, `/fund-trace/back?movementId=${payment.id}`);
    expect(own.pieces[0]?.steps).toHaveLength(3);
    const neighbour = await api.signIn('village_clerk', { place: village + 1 });
    expect((await neighbour.get(`/fund-trace/back?movementId=${payment.id}`)).body.pieces).toEqual([]);
  });

  it('draws a picture in which what enters a node leaves it', async () => {
    for (const query of ['', `?place=${banner}`, `?document=${document}`]) {
      const { nodes, links } = await readAs<Drawn>(auditor, `/fund-flows${query}`);
      const sum = (key: 'from' | 'to', id: string) =>
        links.filter((link) => link[key] === id).reduce((total, { amountFen }) => total + amountFen, 0);
      const inner = nodes.filter(({ tier }) => ['banner', 'village', 'purpose'].includes(tier));
      expect(inner.length).toBeGreaterThan(2);
      for (const { id } of inner) expect([query, id, sum('from', id)]).toEqual([query, id, sum('to', id)]);
    }
  });
});

describe('recovery', () => {
  it('is ordered, booked by another, and goes back under its document', async () => {
    const payment = paymentOf(account, { amountFen: 1_000n });
    await pay(payment);
    const order = {
      id: randomUUID(),
      county: 150622,
      movementId: payment.id,
      amountFen: 600,
      cause: 'misused',
      grounds: '未按项目使用',
      dueOn: '2018-06-30',
    };
    const clerk = await api.signIn('township_clerk', { place: 150622100000 });
    expect((await clerk.send('POST', '/fund-recoveries', { ...order, amountFen: 1_001 })).body.code).toBe(
      'fund_recovery_too_much',
    );
    expect((await clerk.send('POST', '/fund-recoveries', order)).status).toBe(200);
    const path = `/fund-recoveries/150622/${order.id}`;
    const received = { revision: 1, amountFen: 600, occurredOn: '2018-06-01' };
    expect((await clerk.send('POST', `${path}/receive`, received)).body.code).toBe('own_work');
    const payer = await api.signIn('finance', { place: city });
    expect((await payer.send('POST', `${path}/receive`, { ...received, amountFen: 601 })).body.code).toBe(
      'fund_recovery_too_much',
    );
    expect((await payer.send('POST', `${path}/receive`, received)).status).toBe(200);
    expect((await auditor.get(path)).body).toMatchObject({ state: 'received', receivedFen: 600 });
    const shown = (await auditor.get(`/fund-movements/150622/${payment.id}`)).body;
    expect(shown.parts).toEqual([expect.objectContaining({ documentId: document, amountFen: 1_000, backFen: 600 })]);
  });
});

describe('leave outside an earmark', () => {
  it('is asked, granted by another, used once by a third, and stands on the auditor’s list', async () => {
    const payment = paymentOf(account, { purpose: 'training', amountFen: 7_000n });
    expect(await pay(payment)).toBe('fund_purpose_forbidden');
    const { payee } = payment;
    const asked = {
      ...{
        id: randomUUID(),
        county: 150622,
        accountId: account.id,
        documentId: document,
        code: 'fund_purpose_forbidden',
      },
      ...{ purpose: 'training', payeeKind: payee.kind, payeeId: payee.id, payeeName: payee.name, amountFen: 7_000 },
      justification: '养殖技术培训，联席会议同意',
    };
    const asker = await api.signIn('banner_office', { place: banner });
    const granter = await api.signIn('banner_office', { place: banner });
    expect((await asker.send('POST', '/fund-overrides', asked)).status).toBe(200);
    const path = `/fund-overrides/150622/${asked.id}`;
    expect((await asker.send('POST', `${path}/grant`, { revision: 1 })).body.code).toBe('own_work');
    expect(await pay({ ...payment, overrideId: asked.id })).toBe('fund_override_other');
    expect((await granter.send('POST', `${path}/grant`, { revision: 1 })).status).toBe(200);
    expect((await granter.send('POST', `${path}/refuse`, { revision: 2, reason: '再想想' })).body.code).toBe(
      'fund_override_closed',
    );
    expect(await pay({ ...payment, overrideId: asked.id })).toBe('paid');
    const again = { ...payment, id: randomUUID(), source: { type: 'test', id: randomUUID() }, overrideId: asked.id };
    expect(await pay(again)).toBe('fund_override_used');
    const { rows } = (await auditor.get('/fund-overrides')).body;
    expect(rows).toContainEqual(
      expect.objectContaining({ id: asked.id, state: 'granted', usedBy: payment.id, allowed: [] }),
    );
    const refused = await readAs<{ codes: { code: string }[]; rows: { code: string; sentence: string[] }[] }>(
      auditor,
      '/fund-refusals',
    );
    const [used] = refused.rows.filter(({ code }) => code === 'fund_override_used');
    expect(used?.sentence).toEqual(['这份特批已经用过。', 'This leave has been used.']);
    expect(refused.codes.map((one) => one.code)).toEqual(
      expect.arrayContaining(['fund_purpose_forbidden', 'fund_override_other', 'fund_override_used']),
    );
    const clerk = await api.signIn('village_clerk', { place: village });
    expect((await clerk.get('/fund-refusals')).status).toBe(403);
  });
});

describe('the risk fund', () => {
  it('pays from the trigger on, for one loss once, and is made good by what comes in', async () => {
    const risk = await accountAt(database, banner, { pool: 'risk', name: '风险基金' });
    await move(database, { from: office, to: risk, amountFen: 10_000_000n, occurredOn: '2018-04-01' });
    const loss = {
      type: 'insurance_claim',
      id: randomUUID(),
      lossFen: 400_000n,
      insuredFen: 100_000n,
      valueFen: 1_000_000n,
    };
    const payout = (claim: typeof loss) =>
      transact(database, { actor: finance, act: 'test.pay' }, (tx) =>
        payRiskFund(tx, {
          ...{ id: randomUUID(), account: risk, claim, payee: household, usedAt: village, occurredOn: '2018-05-02' },
          ...{ memo: '雪灾补偿', makerId: maker, checkerId: checker },
        }),
      );
    expect(await payout({ ...loss, lossFen: 299_999n })).toMatchObject({
      refusal: { code: 'fund_risk_below_trigger' },
    });
    expect(await payout({ ...loss, insuredFen: 400_000n })).toMatchObject({ refusal: { code: 'fund_risk_nothing' } });
    expect(await payout(loss)).toMatchObject({ ok: true, value: { amountFen: 150_000n } });
    expect(await payout(loss)).toMatchObject({ refusal: { code: 'fund_duplicate' } });
    const before = (await auditor.get('/fund-risk')).body;
    expect(before.sums).toEqual({ contributedFen: 10_000_000, paidFen: 150_000, heldFen: 9_850_000, openFen: 150_000 });

    const lists = [
      ['contributed', 10_000_000],
      ['paid', 150_000],
      ['held', 9_850_000],
    ] as const;
    for (const [sum, fen] of lists) expect(await addUp(`sum=${sum}&pool=risk`)).toEqual([fen, fen]);
    const open = await readAs<Fund>(auditor, '/fund-risk?open=true');
    expect(open).toMatchObject({ filtered: { openFen: 150_000 }, rows: [{ openFen: 150_000 }] });

    const one = await api.signIn('city_office', { place: city });
    const two = await api.signIn('city_office', { place: city });
    const three = await api.signIn('finance', { place: city });
    const order = {
      ...{
        id: randomUUID(),
        kind: 'allocation',
        upperPlace: city,
        lowerPool: 'risk',
        number: '鄂财农〔2018〕99号',
        title: '补充风险基金',
      },
      ...{ occurredOn: '2018-06-01', lines: [{ place: banner, amountFen: 100_000 }] },
    };
    expect((await one.send('POST', '/fund-orders', order)).status).toBe(200);
    const path = `/fund-orders/150600/${order.id}`;
    await setGoalsOf(database, { county: 150600, id: order.id });
    await two.send('POST', `${path}/check`, { revision: 2 });
    expect((await three.send('POST', `${path}/carry-out`, { revision: 3 })).status).toBe(200);
    const after = await readAs<Fund>(auditor, '/fund-risk');
    expect(after.sums.openFen).toBe(50_000);
    expect(after.rows[0]?.replenishedFen).toBe(100_000);
  });
});
