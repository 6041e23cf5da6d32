import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Chart } from '../../ledgers/books/chart-rules.ts';
import { statementSpecs } from '../../ledgers/books/statement-list-rules.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { composeProduct } from '../compose.ts';
import { demoBegins } from '../server/clock.ts';
import { makeDemoCity } from './city.ts';

const banner = 150_626;
const actor = systemActor({ lo: 150_600_000_000, hi: 150_699_999_999 }, 'demo');
let database: TestDatabase;

// every act of the product that the demo walks through throws when it is refused
beforeAll(async () => {
  database = await testDatabase(composeProduct().features, { clock: () => new Date(demoBegins) });
  await makeDemoCity(database, { counties: [banner], reported: 0 });
}, 400_000);
afterAll(() => database.drop());

function read<R>(query: ReturnType<typeof sql<R>>): Promise<readonly R[]> {
  return database.read(actor, async (tx) => (await query.execute(tx.db)).rows);
}

it('has organisations of every form, with members that the law lets in', async () => {
  const kinds = await read(sql<{ kind: string }>`select distinct kind from cooperative`);
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['farmers_professional', 'collective_economic_organization', 'asset_income_project']),
  );
  const wide = await read(sql<{ members: number; elsewhere: number }>`
    select count(*)::int as members, (count(*) filter (where member_place <> place))::int as elsewhere from membership`);
  expect(wide[0]?.members).toBeGreaterThan(200);
  expect(wide[0]?.elsewhere).toBeGreaterThan(0);
});

it('holds as many shares as it issued, class by class', async () => {
  const classes = await read(sql<{ id: string; held: string; issued: string; lots: string }>`
    select c.id, h.held::text, i.issued::text, l.lots::text from share_class as c
    join lateral (select coalesce(sum(a.balance), 0) as held from ledger_account as a
      where a.county = c.county and a.code = 'class:' || c.id and a.sub <> '') as h on true
    join lateral (select coalesce(-sum(a.balance), 0) as issued from ledger_account as a
      where a.county = c.county and a.code = 'issued:' || c.id) as i on true
    join lateral (select coalesce(sum(s.shares), 0) as lots from share_lot as s
      where s.county = c.county and s.class_id = c.id) as l on true`);
  expect(classes.length).toBeGreaterThan(10);
  for (const { held, issued, lots } of classes) expect([held, lots]).toEqual([issued, issued]);
});

it('keeps books that balance, with what members paid in as their contributions', async () => {
  const books = await read(sql<{ open: string; lines: number }>`
    select b.id, sum(l.amount)::text as open, count(*)::int as lines from book as b
    join ledger_account as a on a.county = b.county and a.book_id = b.id
    join ledger_line as l on l.account = a.number group by b.id`);
  expect(books.length).toBeGreaterThan(4);
  for (const { open } of books) expect(open).toBe('0');
  expect(Math.max(...books.map(({ lines }) => lines))).toBeGreaterThan(300);
  const capital = await read(sql<{ paid: string; booked: string }>`
    select (select sum(s.paid_fen) from share_lot as s where s.county = b.county and s.cooperative_id = b.cooperative_id)::text as paid,
      (select -sum(a.balance) from ledger_account as a
        where a.county = b.county and a.book_id = b.id and a.code in ('301', '30101') and a.sub <> '')::text as booked
    from book as b where b.chart = 'coop37'`);
  for (const { paid, booked } of capital) expect(booked).toBe(paid);
});

it('closed a year whose two statements agree', async () => {
  const years = await read(sql<{ chart: Chart; statements: Record<'surplus' | 'sheet', Record<string, string>> }>`
    select b.chart, y.statements from fiscal_year as y join book as b on b.county = y.county and b.id = y.book_id`);
  expect(years.length).toBeGreaterThan(4);
  for (const { chart, statements } of years) {
    const specs = statementSpecs(chart);
    for (const name of ['sheet', 'surplus'] as const) {
      for (const { row, other, in: elsewhere } of specs[name].equal)
        expect(statements[name][`row${row}`]).toBe(statements[elsewhere ?? name][`row${other}`]);
    }
  }
});

it('declared what its lines add up to, and paid no more', async () => {
  const declared = await read(sql<{ declared: string; lines: string; within: boolean }>`
    select (d.patronage_refund_fen + d.remainder_fen)::text as declared, sum(x.total_fen)::text as lines,
      coalesce((select sum(p.amount_fen) from payout as p where p.county = d.county and p.distribution_id = d.id
        and p.state <> 'returned'), 0) <= sum(x.total_fen) as within
    from distribution as d join dividend as x on x.county = d.county and x.distribution_id = d.id
    where d.state = 'declared' group by d.county, d.id, d.patronage_refund_fen, d.remainder_fen`);
  expect(declared.length).toBeGreaterThan(0);
  for (const one of declared) expect(one).toMatchObject({ lines: one.declared, within: true });
});

it('leaves something to do: plans, notices, assemblies, disclosures at every step', async () => {
  const states = await read(sql<{ what: string; state: string }>`
    select distinct 'formation' as what, state from formation union select distinct 'distribution', state from distribution
    union select distinct 'assembly', state from assembly union select distinct 'approval', state from approval
    union select distinct 'disclosure', state from disclosure union select distinct 'payout', state from payout`);
  const seen = states.map(({ what, state }) => `${what} ${state}`);
  for (const wanted of [
    'formation open',
    'distribution draft',
    'distribution declared',
    'assembly called',
    'approval asked',
  ])
    expect(seen).toContain(wanted);
  expect(seen).toContain('payout paid');
  expect(seen).toContain('disclosure published');
});

it('covers losses out of the risk fund of the banner, in lots of its own document', async () => {
  const [fund] = await read(sql<{
    contributed: string;
    paid: string;
    madeGood: string;
    losses: number;
    documents: number;
  }>`
    select (select sum(quantity)::text from fact_risk_fund where dims ->> 'act' = 'contribution') as contributed,
      sum(p.amount_fen)::text as paid, sum(p.replenished_fen)::text as made_good, count(*)::int as losses,
      (select count(distinct l.document_id)::int from fund_lot as l join fund_account as a
        on a.county = l.county and a.id = l.account_id where a.pool = 'risk') as documents
    from fund_risk_payout as p`);
  expect(fund).toMatchObject({ losses: 1, documents: 1 });
  const [contributed, paid, madeGood] = [fund?.contributed, fund?.paid, fund?.madeGood].map(Number) as [
    number,
    number,
    number,
  ];
  expect(contributed).toBe(10_000_000 + madeGood);
  expect(madeGood).toBe(Math.ceil(paid / 2));
});

it('scored what the money of the first year was to achieve, and nowhere all or nothing', async () => {
  const orders = await read(sql<{ number: string; places: number; goals: number; score: number }>`
    select o.number, count(distinct s.line_id)::int as places, count(distinct s.goal_id)::int as goals, avg(s.score_bp)::int as score
    from fund_goal_score as s join fund_order as o on o.id = s.order_id group by o.number`);
  expect(orders).toHaveLength(2);
  for (const { places, goals, score } of orders) {
    expect(places).toBeGreaterThan(5);
    expect(goals).toBe(2);
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThan(10_000);
  }
});
