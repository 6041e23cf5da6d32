import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '../../platform/pure/result.ts';
import {
  books,
  check,
  city,
  closeWorld,
  county,
  detail,
  type Kept,
  line,
  neighbour,
  openWorld,
  post,
  type World,
  write,
} from './books.testing.ts';
import { findClosedYear, memberAccount, patronageOf } from './public.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => closeWorld(world));

interface Row {
  readonly row: string;
  readonly amounts: readonly (number | null)[];
}

async function statement(
  kept: Kept,
  name: string,
  query: string,
): Promise<ReadonlyMap<string, readonly (number | null)[]>> {
  const shown = await world.town.get(`${kept.address}/statements/${name}?${query}`);
  expect(shown.status).toBe(200);
  expect((shown.body.checks as { holds: boolean }[]).every(({ holds }) => holds)).toBe(true);
  expect(shown.body.leftOut).toEqual([]);
  expect(shown.body.unexplained).toEqual([]);
  return new Map((shown.body.rows as Row[]).map(({ row, amounts }) => [row, amounts]));
}

function close(kept: Kept, month: string) {
  return world.accountant.send('POST', `${kept.address}/close`, { month });
}

/** A cooperative’s first year: opening balances, a grant, animals bought with it, purchases, sales, a loss. */
async function firstYear(): Promise<Kept & { readonly assets: string }> {
  const kept = await books(world);
  const [first, second] = kept.members;
  const [project, source, assets] = [
    await detail(world, kept, 'project'),
    await detail(world, kept, 'source'),
    await detail(world, kept, 'asset'),
  ];
  await post(world, kept, {
    ...{ occurredOn: '2018-12-31', series: 'opening' },
    lines: [line('102', 60_000), line(`301/${first}`, -40_000), line(`30101/${second}`, -20_000)],
  });
  const year = [
    ['2019-02-01', [line('102', 30_000, '收到补助'), line(`235/${project}`, -30_000)]],
    ['2019-03-01', [line(`142/${assets}`, 30_000, '购母牛'), line('102', -30_000)]],
    ['2019-03-01', [line(`235/${project}`, 30_000, '补助转专项基金'), line(`31101/${source}`, -30_000)]],
    ['2019-04-01', [line('121', 12_000, '收购羊毛'), line(`114/${first}`, -8_000), line(`114/${second}`, -4_000)]],
    ['2019-05-01', [line('102', 20_000, '售羊毛'), line('501', -20_000)]],
    ['2019-05-01', [line('521', 12_000, '结转成本'), line('121', -12_000)]],
    ['2019-05-20', [line(`114/${first}`, 9_000, '付款'), line('102', -9_000)]],
    ['2019-06-01', [line('523', 500, '办公费'), line('102', -500)]],
    ['2019-07-01', [line('521', 1_500, '折旧'), line(`143/${assets}`, -1_500)]],
  ] as const;
  for (const [occurredOn, lines] of year) await post(world, kept, { occurredOn, lines });
  return { ...kept, assets };
}

describe('a year', () => {
  it('is closed month by month, its result carried by two persons, and its statements frozen', async () => {
    const kept = await firstYear();
    const now = (await world.accountant.get(`${kept.address}/closing`)).body;
    expect(now).toMatchObject({ month: '2019-01', isOver: true, isYearEnd: false, mayClose: true });
    expect((await close(kept, '2019-03')).body.code).toBe('month_checks_open');
    for (let month = 1; month <= 11; month++)
      expect((await close(kept, `2019-${String(month).padStart(2, '0')}`)).status).toBe(200);
    const late = { voucherId: crypto.randomUUID(), occurredOn: '2019-11-30', lines: [line('102', 1), line('501', -1)] };
    const tooLate = await world.accountant.send('POST', `${kept.address}/vouchers`, late);
    expect(tooLate.body.code).toBe('voucher_closed');

    const checks = (await world.accountant.get(`${kept.address}/closing`)).body;
    expect(checks).toMatchObject({ month: '2019-12', isYearEnd: true, mayClose: false });
    expect((await close(kept, '2019-12')).body.code).toBe('month_checks_open');
    const prepared = await world.accountant.send('POST', `${kept.address}/prepare-year-end`, { year: 2019 });
    expect(prepared.body).toEqual({ drafts: 3 });
    expect((await world.accountant.send('POST', `${kept.address}/prepare-year-end`, { year: 2019 })).body.code).toBe(
      'closing_drafts_wait',
    );
    const drafts = (await world.clerk.get(`${kept.address}/vouchers?state=draft`)).body.rows as {
      id: string;
      revision: number;
    }[];
    const vouchers = drafts.map(({ id, revision }) => ({ id, revision }));
    expect((await world.clerk.send('POST', `${kept.address}/vouchers/check`, { vouchers })).body).toEqual({
      posted: 3,
    });

    const surplus = await statement(kept, 'surplus', 'year=2019');
    expect([1, 3, 5, 7, 12, 13, 16, 20].map((row) => surplus.get(String(row))?.[0])).toEqual([
      20_000, 13_500, 500, 6_000, 6_000, 0, 6_000, 6_000,
    ]);
    const sheet = await statement(kept, 'sheet', 'year=2019');
    expect([1, 2, 9, 22, 24, 33, 36, 37, 40, 42].map((row) => sheet.get(String(row)))).toEqual([
      [70_500, 60_000],
      [1_000, 0],
      [28_500, 0],
      [100_000, 60_000],
      [4_000, 0],
      [0, 0],
      [60_000, 60_000],
      [30_000, 0],
      [6_000, 0],
      [100_000, 60_000],
    ]);
    const equity = await statement(kept, 'equity', 'year=2019');
    expect(equity.get('increase.state_grant')).toEqual([null, 30_000, null, null, null, 30_000]);
    expect(equity.get('closing.closing')).toEqual([60_000, 30_000, 0, 0, 6_000, 96_000]);

    expect(await closedYear(kept)).toBeUndefined();
    expect((await close(kept, '2019-12')).status).toBe(200);
    const closed = await closedYear(kept);
    expect(closed).toMatchObject({
      ...{ chart: 'coop37', surplusFen: 6_000n, openingUndistributedFen: 0n, reserveUsedForLossesFen: 0n },
      ...{ grantEquityFen: 30_000n, startsOn: '2019-01-01', endsOn: '2019-12-31' },
    });
    expect(closed?.statement.surplus.row16).toBe('6000');
    const after = (await world.town.get(`${kept.address}/statements/surplus?year=2019`)).body;
    expect(after.closed).toMatchObject({ digest: closed?.digest });
  });

  it('A92 is opened again only by somebody else, for a reason, and counts as closed no longer', async () => {
    const kept = await books(world);
    for (let month = 1; month <= 11; month++) await close(kept, `2019-${String(month).padStart(2, '0')}`);
    await close(kept, '2019-12');
    expect(await closedYear(kept)).toMatchObject({ surplusFen: 0n });
    const reopening = { month: '2019-11', reason: '补记一笔收入' };
    expect((await world.accountant.send('POST', `${kept.address}/reopen`, reopening)).body.code).toBe('own_work');
    expect((await world.town.send('POST', `${kept.address}/reopen`, reopening)).status).toBe(200);
    expect(await closedYear(kept)).toBeUndefined();
    const shown = (await world.town.get(`${kept.address}/closing`)).body as {
      month: string;
      months: { month: string; state: string }[];
    };
    expect(shown.month).toBe('2019-11');
    expect(shown.months.slice(0, 3).map(({ month, state }) => [month, state])).toEqual([
      ['2019-12', 'reopened'],
      ['2019-11', 'reopened'],
      ['2019-10', 'closed'],
    ]);
    await post(world, kept, { occurredOn: '2019-11-20', lines: [line('102', 700), line('501', -700)] });
    expect((await close(kept, '2019-11')).status).toBe(200);
    expect((await close(kept, '2019-12')).body.code).toBe('month_checks_open');
    expect(
      (await world.town.send('POST', `${kept.address}/reopen`, { month: '2020-03', reason: '没有' })).body.code,
    ).toBe('month_not_closed');
  });

  it('stays open while drafts wait, and while it is not over', async () => {
    const kept = await books(world);
    const draft = await write(world, kept, { occurredOn: '2019-01-20', lines: [line('102', 5), line('501', -5)] });
    const refused = await close(kept, '2019-01');
    expect(refused.body).toMatchObject({ code: 'month_checks_open', values: { open: '没有未审核的凭证' } });
    await check(world, draft);
    expect((await close(kept, '2019-01')).status).toBe(200);
    expect((await close(kept, '2021-06')).body.code).toBe('month_not_over');
    const opening = {
      voucherId: crypto.randomUUID(),
      occurredOn: '2018-12-31',
      series: 'opening',
      lines: [line('102', 5), line('501', -5)],
    };
    expect((await world.accountant.send('POST', `${kept.address}/vouchers`, opening)).body.code).toBe('opening_closed');
  });

  it('A73 lets nothing in while sixteen close and post at once', async () => {
    const kept = await books(world);
    const ids = await Promise.all(
      Array.from({ length: 12 }, () =>
        write(world, kept, { occurredOn: '2019-01-20', lines: [line('102', 5), line('501', -5)] }),
      ),
    );
    const outcomes = await Promise.all([
      ...ids.map((id) => world.clerk.send('POST', `/vouchers/${county}/${id}/check`, { revision: 1 })),
      ...Array.from({ length: 4 }, () => close(kept, '2019-01')),
    ]);
    const closed = outcomes.slice(12).filter(({ status }) => status === 200);
    expect(closed.length).toBeLessThanOrEqual(1);
    const balances = (await world.town.get(`${kept.address}/balances?from=2019-01-01&to=2019-01-31`)).body as {
      rows: { debitFen: number }[];
    };
    const posted = outcomes.slice(0, 12).filter(({ status }) => status === 200).length;
    expect(balances.rows[0]?.debitFen ?? 0).toBe(posted * 5);
    // a month is closed only after the last draft of it was posted
    if (closed.length === 1) expect(posted).toBe(12);
  });
});

function closedYear(kept: Kept) {
  return world.database.read(city, (tx) =>
    findClosedYear(tx, { county, cooperativeId: kept.cooperativeId, year: 2019 }),
  );
}

describe('reading the books', () => {
  it('goes from the trial balance to the ledger, with the balance after each line', async () => {
    const kept = await firstYear();
    const span = 'from=2019-05-01&to=2019-05-31';
    const trial = (await world.town.get(`${kept.address}/balances?${span}`)).body as {
      rows: Record<string, unknown>[];
      balanced: boolean;
    };
    expect(trial.balanced).toBe(true);
    expect(trial.rows.find(({ code }) => code === '102')).toMatchObject({
      ...{ openingFen: 60_000, debitFen: 20_000, creditFen: 9_000, closingFen: 71_000, level: 0, hasBelow: false },
    });
    expect(trial.rows.find(({ code }) => code === '301')).toMatchObject({ closingFen: -60_000, hasBelow: true });
    const ledger = (await world.town.get(`${kept.address}/ledger?${span}&code=102&limit=1&offset=1`)).body;
    expect(ledger).toMatchObject({
      ...{ openingFen: 60_000, debitFen: 20_000, creditFen: 9_000, closingFen: 71_000, total: 2 },
      rows: [{ occurredOn: '2019-05-20', number: 3, memo: '摘要', creditFen: 9_000, balanceFen: 71_000 }],
    });
    const [first] = kept.members;
    const ofMember = (
      await world.town.get(`${kept.address}/ledger?from=2019-01-01&to=2019-12-31&code=114&sub=${first}`)
    ).body;
    expect(ofMember).toMatchObject({
      closingFen: 1_000,
      total: 2,
      rows: [{ balanceFen: -8_000, subName: '001 社员001' }, { balanceFen: 1_000 }],
    });
    const subs = (await world.town.get(`${kept.address}/balances/114?from=2019-01-01&to=2019-12-31`)).body as {
      rows: unknown[];
    };
    expect(subs.rows).toHaveLength(2);
    const general = (await world.town.get(`${kept.address}/general?code=102&year=2019`)).body as {
      openingFen: number;
      rows: unknown[];
    };
    expect(general.openingFen).toBe(60_000);
    expect(general.rows[3]).toEqual({
      ...{
        month: '2019-06',
        debitFen: 0,
        creditFen: 500,
        yearDebitFen: 50_000,
        yearCreditFen: 39_500,
        balanceFen: 70_500,
      },
    });
    const other = await world.app.signIn('village_accountant', { place: neighbour });
    for (const path of [
      '/balances?from=2019-01-01&to=2019-01-31',
      '/ledger?from=2019-01-01&to=2019-01-31',
      '/general?code=102&year=2019',
      '/statements/sheet?year=2019',
      '/members',
      '/closing',
      '/accounts',
    ])
      expect((await other.get(`${kept.address}${path}`)).status, path).toBe(404);
  });

  it('shows a member what stands on his account, and what he traded', async () => {
    const kept = await firstYear();
    const [first = '', second = ''] = kept.members;
    const trade = {
      membershipId: first,
      occurredOn: '2019-04-01',
      direction: 'delivers',
      product: '羊毛',
      quantity: 40.5,
      unit: '公斤',
      amountFen: 8_000,
    };
    for (const one of [
      trade,
      { ...trade, membershipId: second, amountFen: 4_000 },
      { ...trade, occurredOn: '2019-06-01', quantity: 1.5, amountFen: 300 },
    ])
      expect(
        (await world.accountant.send('POST', `${kept.address}/trades`, { ...one, tradeId: crypto.randomUUID() }))
          .status,
      ).toBe(200);
    const account = await world.database.act(city, async (tx) =>
      ok(await memberAccount(tx, { county, membershipId: second, year: 2019 })),
    );
    expect(account?.opening).toMatchObject({
      povertyContributionFen: 20_000n,
      otherContributionFen: 0n,
      grantShareFen: 0n,
    });
    // 300 yuan of granted property, three members
    expect(account?.closing).toMatchObject({ povertyContributionFen: 20_000n, grantShareFen: 10_000n, refundFen: 0n });
    const shown = (await world.town.get(`/member-accounts/${county}/${first}?year=2019`)).body;
    expect(shown.trades).toEqual([{ product: '羊毛', unit: '公斤', quantity: 42, amountFen: 8_300 }]);
    const patronage = await world.database.read(city, (tx) =>
      patronageOf(tx, { county, cooperativeId: kept.cooperativeId, year: 2019 }),
    );
    expect(patronage).toEqual([
      { membershipId: first, amountFen: 8_300n },
      { membershipId: second, amountFen: 4_000n },
    ]);
    const members = (await world.town.get(`${kept.address}/members?on=2019-12-31&q=001`)).body;
    expect(members).toMatchObject({ total: 1, rows: [{ number: '001', contributionFen: 40_000, currentFen: 1_000 }] });
    const stranger = { ...trade, tradeId: crypto.randomUUID(), membershipId: crypto.randomUUID() };
    expect((await world.accountant.send('POST', `${kept.address}/trades`, stranger)).body.code).toBe('trade_member');
  });

  it('counts what a collective earned, line by line, without what closing carries', async () => {
    const kept = await books(world, 'shareholding_economic');
    await post(world, kept, { occurredOn: '2019-03-01', lines: [line('102', 900), line('511', -900)] });
    await post(world, kept, { occurredOn: '2019-04-01', lines: [line('541', 200), line('102', -200)] });
    const prepared = await world.accountant.send('POST', `${kept.address}/prepare-year-end`, { year: 2019 });
    expect(prepared.body).toEqual({ drafts: 3 });
    const drafts = (await world.clerk.get(`${kept.address}/vouchers?state=draft`)).body.rows as {
      id: string;
      revision: number;
    }[];
    await world.clerk.send('POST', `${kept.address}/vouchers/check`, {
      vouchers: drafts.map(({ id, revision }) => ({ id, revision })),
    });
    const facts = await world.database.read(city, (tx) =>
      tx.db
        .selectFrom('factCollectiveIncome')
        .select(['dims', 'quantity', 'unit'])
        .where('organisationId', '=', kept.cooperativeId)
        .orderBy('occurredOn')
        .execute(),
    );
    expect(facts).toEqual([
      { dims: { item: 'contracting', side: 'income', chart: 'collective04' }, quantity: 900, unit: 'fen' },
      { dims: { item: 'administration', side: 'expense', chart: 'collective04' }, quantity: 200, unit: 'fen' },
    ]);
    const surplus = await statement(kept, 'surplus', 'year=2019');
    expect([2, 7, 20, 35].map((row) => surplus.get(String(row))?.[0])).toEqual([900, 200, 700, 700]);
  });
});

describe('accounts of one’s own', () => {
  it('stand below one of the chart, take its place in vouchers and count in its rows', async () => {
    const kept = await books(world);
    const add = (code: string, name: string) =>
      world.accountant.send('POST', `${kept.address}/accounts`, { accountId: crypto.randomUUID(), code, name });
    expect((await add('10201', '农信社')).status).toBe(200);
    expect((await add('10201', '农行')).body.code).toBe('account_known');
    expect((await add('19901', '没有')).body.code).toBe('account_parent');
    expect((await add('1020101', '保证金')).status).toBe(200);
    const above = await world.accountant.send('POST', `${kept.address}/vouchers`, {
      ...{ voucherId: crypto.randomUUID(), occurredOn: '2019-01-05', lines: [line('10201', 5), line('501', -5)] },
    });
    expect(above.body.code).toBe('voucher_line_above');
    await post(world, kept, { occurredOn: '2019-01-05', lines: [line('1020101', 5), line('501', -5)] });
    const sheet = await statement(kept, 'sheet', 'year=2019&month=2019-01');
    expect(sheet.get('1')).toEqual([5, 0]);
    const listed = (await world.town.get(`${kept.address}/accounts`)).body.accounts as {
      code: string;
      ownName: string;
      initials: string;
    }[];
    expect(listed.find(({ code }) => code === '10201')).toMatchObject({ ownName: '农信社', initials: 'nxs' });
    expect(listed.find(({ code }) => code === '101')).toMatchObject({ initials: 'kcxj' });
  });
});
