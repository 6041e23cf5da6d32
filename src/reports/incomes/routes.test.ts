import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { feature as distributions } from '../../activities/distributions/feature.ts';
import { feature as insurance } from '../../activities/insurance/feature.ts';
import { feature as reliefs } from '../../activities/reliefs/feature.ts';
import { feature as books } from '../../ledgers/books/feature.ts';
import { feature as funds } from '../../ledgers/funds/feature.ts';
import { feature as shares } from '../../ledgers/shares/feature.ts';
import { feature as measure } from '../../measure/feature.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import type { Feature } from '../../platform/feature.ts';
import { type TestServer, testServer } from '../../platform/http/testing.ts';
import { feature as assemblies } from '../../procedures/assemblies/feature.ts';
import { feature as notices } from '../../procedures/notices/feature.ts';
import { feature as agencies } from '../../registers/agencies/feature.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as land } from '../../registers/land/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { routesFor } from './routes.ts';

const county = 150622;
const [banner, village, neighbour] = [150622000000, 150622100201, 150622100202];
const base = [
  measure,
  places,
  agencies,
  households,
  assets,
  cooperatives,
  land,
  shares,
  books,
  funds,
  assemblies,
  notices,
];
const features: readonly Feature[] = [...base, distributions, reliefs, insurance, feature];
const [home, other] = [randomUUID(), randomUUID()];
const [transfer, distribution, relief, payment, recovery, claim] = Array.from({ length: 6 }, () => randomUUID());

let database: TestDatabase;
let app: TestServer;
beforeAll(async () => {
  database = await testDatabase(features, { clock: () => new Date('2020-03-02T02:00:00Z') });
  await plant();
  const facts = features.flatMap((one) => one.facts);
  app = await testServer(database, { features, handlers: routesFor(facts, new Map()) });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** Row by row, without the contracts and lists they belong to: only what was paid is asked for here. */
async function plant(): Promise<void> {
  const owner = await database.connectOwner();
  const loosened = ['land_rent_payment', 'payout', 'relief_line', 'insurance_claim_line', 'fund_document'];
  const { rows } = await owner.query<{ drop: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
     where contype = 'f' and conrelid::regclass::text = any($1)`,
    [loosened],
  );
  for (const { drop } of rows) await owner.query(drop);
  const insert: Insert = async (table, row) => {
    const all = { county, recorded_at: '2020-01-01T00:00:00Z', ...row };
    const columns = Object.keys(all);
    const values = columns.map((_, at) => `$${at + 1}`);
    await owner.query(`insert into ${table} (${columns}) values (${values})`, Object.values(all));
  };
  await plantPlaces(insert);
  await plantRentAndDividends(insert);
  await plantHelp(insert);
  await plantPublicMoney(insert);
  await owner.end();
}

type Insert = (table: string, row: Readonly<Record<string, unknown>>) => Promise<void>;
const made = { recorded_by: randomUUID(), revision: 1 };

async function plantPlaces(insert: Insert): Promise<void> {
  for (const [code, level, name] of [
    [banner, 'banner', '准格尔旗'],
    [village, 'village', '甲村'],
    [neighbour, 'village', '乙村'],
  ] as const) {
    const names = { kind: 'gacha', name, name_official: name, pinyin: '', initials: '' };
    await insert('place', {
      code,
      id: randomUUID(),
      level,
      ...names,
      starts_on: '2000-01-01',
      recorded_by: randomUUID(),
    });
  }
  for (const [id, place, number] of [
    [home, village, 'H1'],
    [other, village, 'H2'],
  ]) {
    await insert('household', { ...made, id, place, number, joined_on: '2015-01-01', joined_kind: 'registered' });
  }
}

async function plantRentAndDividends(insert: Insert): Promise<void> {
  const rent = { place: village, transfer_id: transfer, household_id: home, due_on: '2019-01-11', method: 'bank' };
  for (const [paid_on, amount_fen, reverses_id] of [
    ['2019-02-01', 120_001, null],
    ['2019-02-01', 30_000, null],
    ['2019-03-04', -30_000, randomUUID()],
    ['2018-02-01', 77, null],
  ]) {
    const ids = { id: randomUUID(), rent_id: randomUUID(), rent_receipt_id: randomUUID(), recorded_by: randomUUID() };
    await insert('land_rent_payment', { ...rent, ...ids, paid_on, amount_fen, reverses_id });
  }
  const paid = { place: neighbour, member_place: village, household_id: home, distribution_id: distribution };
  for (const [state, amount_fen] of [
    ['paid', 31_250],
    ['in_flight', 5],
    ['returned', 50],
    ['converted', 500],
  ]) {
    const ids = { id: randomUUID(), cooperative_id: randomUUID(), batch_id: randomUUID(), item_id: randomUUID() };
    const amounts = { refund_fen: 0, dividend_fen: amount_fen, amount_fen, ordinal: 1, state, state_on: '2019-05-06' };
    const who = { membership_id: randomUUID(), form: 'farmers_professional', poor: 'yes', name: '巴图' };
    await insert('payout', { ...made, ...paid, ...ids, ...amounts, ...who });
  }
}

async function plantHelp(insert: Insert): Promise<void> {
  const helped = { place: village, member_place: village, household_county: county, household_id: home, name: '巴图' };
  for (const [relief_id, paid_on] of [
    [relief, '2019-06-01'],
    [randomUUID(), null],
  ]) {
    const list = {
      id: randomUUID(),
      cooperative_id: randomUUID(),
      relief_id,
      form: 'farmers_professional',
      poor: 'yes',
    };
    await insert('relief_line', { ...made, ...helped, ...list, amount_fen: 20_000, cause: '生病住院', paid_on });
  }
  const loss = { place: village, insured_place: village, insurer_id: randomUUID(), household_id: home, name: '巴图' };
  const survey = { reported_units: 1, surveyed_units: 1, loss_bp: 10_000, computed_fen: 480_000, agreed_fen: 480_000 };
  const lines = { id: randomUUID(), claim_id: claim, insured_id: randomUUID(), paid_on: '2019-08-08' };
  await insert('insurance_claim_line', { ...made, ...loss, ...survey, ...lines });
}

async function plantPublicMoney(insert: Insert): Promise<void> {
  const [fundId, documentId] = [randomUUID(), randomUUID()];
  const fund = { id: fundId, place: banner, kind: 'agriculture', level: 'banner', source: 'budget', name: '奖补资金' };
  await insert('fund', { ...fund, starts_on: '2018-01-01', recorded_by: randomUUID() });
  await insert('fund_document', {
    ...{
      id: documentId,
      place: banner,
      fund_id: fundId,
      number: '乌财农〔2019〕1号',
      title: '奖补',
      issued_on: '2019-01-02',
    },
    ...{ amount_fen: 9_000_000, standard: false, purposes: ['reward'], payee_kinds: [], place_los: [banner] },
    ...{ place_his: [banner + 999_999], starts_on: '2019-01-02', management_bp: 100, recorded_by: randomUUID() },
  });
  const spent = { place: banner, other_place: village, household_id: home, document_id: documentId, purpose: 'reward' };
  for (const [movement_id, ordinal, kind, occurred_on, amount_fen] of [
    [payment, 1, 'payment', '2019-02-20', 300_000],
    [payment, 2, 'payment', '2019-02-20', 1_250],
    [recovery, 1, 'recovery', '2019-09-03', 1_000],
  ]) {
    await insert('fund_lot_move', {
      ...spent,
      movement_id,
      ordinal,
      kind,
      occurred_on,
      amount_fen,
      payee_kind: 'household',
    });
  }
}

function address(id = home): string {
  return `/household-income/${county}/${id}`;
}

it('adds up what stands as paid, to the fen, and each entry leads to its record', async () => {
  const clerk = await app.signIn('village_clerk', { place: village });
  const { body } = await clerk.get(`${address()}?year=2019`);
  expect(body).toMatchObject({
    ...{ name: 'H1', placeName: '甲村', years: [2019, 2018], sumFen: 951_501, allowed: ['household_income.export'] },
    kinds: [
      { kind: 'land_rent', sumFen: 120_001 },
      { kind: 'dividend', sumFen: 31_250 },
      { kind: 'relief', sumFen: 20_000 },
      { kind: 'public_money', sumFen: 300_250 },
      { kind: 'insurance', sumFen: 480_000 },
    ],
  });
  const { entries, months } = body as {
    entries: { kind: string; occurredOn: string; amountFen: number; address: string }[];
    months: { month: string; sumFen: number }[];
  };
  expect(entries.map((one) => [one.occurredOn, one.amountFen, one.address])).toEqual([
    ['2019-09-03', -1_000, `/fund-movements/${county}/${recovery}`],
    ['2019-08-08', 480_000, `/insurance-claims/${county}/${claim}`],
    ['2019-06-01', 20_000, `/reliefs/${county}/${relief}`],
    ['2019-05-06', 31_250, expect.stringContaining(`/distributions/${county}/${distribution}`)],
    ['2019-03-04', -30_000, `/land-transfers/${county}/${transfer}`],
    ['2019-02-20', 301_250, `/fund-movements/${county}/${payment}`],
    ['2019-02-01', 150_001, `/land-transfers/${county}/${transfer}`],
  ]);
  expect(months.map(({ month, sumFen }) => [month, sumFen])).toEqual([
    ['2019-02', 451_251],
    ['2019-03', -30_000],
    ['2019-05', 31_250],
    ['2019-06', 20_000],
    ['2019-08', 480_000],
    ['2019-09', -1_000],
  ]);
  // this year nothing came yet, and the other household got nothing at all
  expect((await clerk.get(address())).body).toMatchObject({
    year: 2020,
    years: [2020, 2019, 2018],
    sumFen: 0,
    entries: [],
  });
  expect((await clerk.get(address(other))).body).toMatchObject({ years: [2020], sumFen: 0, kinds: [], months: [] });
});

it('tells nobody outside the range, in no way', async () => {
  const next = await app.signIn('village_clerk', { place: neighbour });
  const reply = await next.get(`${address()}?year=2019`);
  expect([reply.status, JSON.stringify(reply.body).includes('951501')]).toEqual([404, false]);
  expect((await next.send('POST', `${address()}/export?year=2019`)).status).toBe(404);
  const own = await app.signIn('household', { household: { county, id: home } });
  expect((await own.get(address())).status).toBe(403);
});

it('goes out as a workbook and leaves a trace on the household', async () => {
  const office = await app.signIn('banner_office', { place: banner });
  const reply = await office.send('POST', `${address()}/export?year=2019&kind=land_rent&month=2019-02`);
  expect(reply.raw.subarray(0, 2).toString()).toBe('PK');
  const owner = await database.connectOwner();
  const { rows } = await owner.query(
    `select place::text, changes::text like '%"exported"%' as told from audit_event where act = 'household_income.export'`,
  );
  await owner.end();
  expect(rows).toEqual([{ place: String(village), told: true }]);
});
