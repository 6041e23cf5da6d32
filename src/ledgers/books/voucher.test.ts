import { randomUUID } from 'node:crypto';
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
import { findBooks, postVoucher, reverseVoucher } from './public.ts';
import { findBook } from './store.ts';
import { findVoucher } from './voucher-store.ts';

let world: World;
let kept: Kept;
beforeAll(async () => {
  world = await openWorld();
  kept = await books(world);
});
afterAll(() => closeWorld(world));

const sale = [line('102', 500, '卖羊毛'), line('501', -500)];

describe('opening books', () => {
  it('chooses the chart by kind and day, and opens each once', async () => {
    const collective = await books(world, 'shareholding_economic');
    const found = await world.accountant.get(collective.address);
    expect(found.body).toMatchObject({ chart: 'collective04', startsOn: '2019-01-01', closedThrough: '2018-12-30' });
    const again = { id: randomUUID(), county, cooperativeId: kept.cooperativeId, startsOn: '2020-01-01' };
    expect((await world.accountant.send('POST', '/books', again)).body.code).toBe('book_known');
    const middle = { ...again, startsOn: '2020-01-15' };
    expect((await world.accountant.send('POST', '/books', middle)).body.code).toBe('book_first_of_month');
  });

  it('lists them in range only', async () => {
    const listed = (await world.town.get('/books?sort=name')).body as { total: number };
    expect(listed.total).toBeGreaterThanOrEqual(2);
    const other = await world.app.signIn('village_accountant', { place: neighbour });
    expect((await other.get('/books')).body).toEqual({ rows: [], total: 0 });
    expect((await other.get(kept.address)).status).toBe(404);
  });
});

describe('a voucher', () => {
  it('A71 is posted by somebody else than its maker, with the next number of its month', async () => {
    const id = await write(world, kept, { occurredOn: '2019-02-11', lines: sale });
    const own = await world.accountant.send('POST', `/vouchers/${county}/${id}/check`, { revision: 1 });
    expect([own.status, own.body.code]).toEqual([403, 'own_work']);
    expect(await check(world, id)).toBe(1);
    expect(await check(world, await write(world, kept, { occurredOn: '2019-02-03', lines: sale }))).toBe(2);
    const shown = (await world.town.get(`/vouchers/${county}/${id}`)).body;
    expect(shown).toMatchObject({
      ...{
        state: 'posted',
        number: 1,
        series: 'usual',
        madeByName: 'village_accountant',
        checkedByName: 'village_clerk',
      },
      ...{ totalFen: 500, memo: '卖羊毛', allowed: [] },
      lines: [
        { code: '102', memo: '卖羊毛', debitFen: 500, creditFen: 0 },
        { code: '501', debitFen: 0, creditFen: 500 },
      ],
    });
  });

  it('A71 is posted as the checker saw it: a change in between is stale', async () => {
    const id = await write(world, kept, { occurredOn: '2019-02-11', lines: sale });
    const body = { occurredOn: '2019-02-12', lines: [line('102', 900), line('501', -900)], revision: 1 };
    expect((await world.accountant.send('PUT', `/vouchers/${county}/${id}`, body)).status).toBe(200);
    const late = await world.clerk.send('POST', `/vouchers/${county}/${id}/check`, { revision: 1 });
    expect(late.body.code).toBe('stale');
    const now = await world.clerk.send('POST', `/vouchers/${county}/${id}/check`, { revision: 2 });
    expect(now.status).toBe(200);
  });

  it('whoever changes a draft is its maker and cannot check it', async () => {
    const id = await write(world, kept, { occurredOn: '2019-02-11', lines: sale });
    const body = { occurredOn: '2019-02-12', lines: sale, revision: 1 };
    expect((await world.clerk.send('PUT', `/vouchers/${county}/${id}`, body)).status).toBe(200);
    const own = await world.clerk.send('POST', `/vouchers/${county}/${id}/check`, { revision: 2 });
    expect(own.body.code).toBe('own_work');
    expect((await world.accountant.send('POST', `/vouchers/${county}/${id}/check`, { revision: 2 })).status).toBe(200);
  });

  it.each([
    ['voucher_lines', { lines: [line('102', 5)] }],
    ['voucher_unbalanced', { lines: [line('102', 5), line('501', -4)] }],
    ['voucher_line_memo', { lines: [line('102', 5, ''), line('501', -5)] }],
    ['voucher_line_account', { lines: [line('999', 5), line('501', -5)] }],
    ['voucher_line_above', { lines: [line('332', 5), line('501', -5)] }],
    ['voucher_line_sub', { lines: [line('114', 5), line('501', -5)] }],
    ['voucher_line_sub_unknown', { lines: [line(`114/${randomUUID()}`, 5), line('501', -5)] }],
    ['voucher_line_sub_unwanted', { lines: [line('102/x', 5), line('501', -5)] }],
    ['voucher_line_amount', { lines: [line('102', 0), line('501', -5)] }],
    ['voucher_in_future', { occurredOn: '2021-07-01' }],
    ['voucher_before_start', { occurredOn: '2018-12-31' }],
  ])('is refused with %s', async (code, change) => {
    const body = { voucherId: randomUUID(), occurredOn: '2019-02-11', lines: sale, ...change };
    const refused = await world.accountant.send('POST', `${kept.address}/vouchers`, body);
    expect(refused.body.code).toBe(code);
  });

  it('names a line’s fault at its line', async () => {
    const body = { voucherId: randomUUID(), occurredOn: '2019-02-11', lines: [sale[0], line('x', -500)] };
    const refused = await world.accountant.send('POST', `${kept.address}/vouchers`, body);
    expect(refused.body.errors).toMatchObject([{ field: 'lines.1.code' }]);
  });

  it('never takes more cash or goods than there are, nor names a detail of another kind', async () => {
    const overdrawn = await write(world, kept, { occurredOn: '2019-02-20', lines: [line('523', 1), line('101', -1)] });
    const refused = await world.clerk.send('POST', `/vouchers/${county}/${overdrawn}/check`, { revision: 1 });
    expect(refused.body.code).toBe('ledger_below_least');
    const asset = await detail(world, kept, 'asset');
    const body = {
      voucherId: randomUUID(),
      occurredOn: '2019-02-11',
      lines: [line(`235/${asset}`, -5), line('102', 5)],
    };
    const wrong = await world.accountant.send('POST', `${kept.address}/vouchers`, body);
    expect(wrong.body.code).toBe('voucher_line_sub_unknown');
  });

  it('is withdrawn while a draft and leaves no gap; posted, it neither changes nor goes', async () => {
    const id = await write(world, kept, { occurredOn: '2019-03-01', lines: sale });
    const reason = { revision: 1, reason: '重复' };
    expect((await world.accountant.send('POST', `/vouchers/${county}/${id}/withdraw`, reason)).status).toBe(200);
    expect((await world.accountant.get(`/vouchers/${county}/${id}`)).status).toBe(404);
    const next = await write(world, kept, { occurredOn: '2019-03-02', lines: sale });
    expect(await check(world, next)).toBe(1);
    for (const [method, path, body] of [
      ['PUT', '', { occurredOn: '2019-03-02', lines: sale, revision: 2 }],
      ['POST', '/withdraw', { revision: 2, reason: '重复' }],
      ['POST', '/check', { revision: 2 }],
    ] as const) {
      const refused = await world.accountant.send(method, `/vouchers/${county}/${next}${path}`, body);
      expect(refused.body.code).toBe('voucher_posted');
    }
  });

  it('A72 is posted, changed or withdrawn, whatever comes first, and only that', async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await write(world, kept, { occurredOn: '2019-03-05', lines: sale });
      const path = `/vouchers/${county}/${id}`;
      const changed = { occurredOn: '2019-03-06', lines: [line('102', 900), line('501', -900)], revision: 1 };
      const done = await Promise.all([
        world.clerk.send('POST', `${path}/check`, { revision: 1 }),
        world.accountant.send('POST', `${path}/withdraw`, { revision: 1, reason: '重复' }),
        world.accountant.send('PUT', path, changed),
        world.town.send('POST', `${path}/check`, { revision: 1 }),
      ]);
      expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
    }
  });

  it.each([-0.5, 1e21, '1e3', 'NaN', '１２', 9_007_199_254_740_992, '9223372036854775808', null])(
    'A74 takes whole fen and nothing else: %s',
    async (debitFen) => {
      const lines = [{ ...line('102', 5), debitFen }, line('501', -5)];
      const body = { voucherId: randomUUID(), occurredOn: '2019-02-11', lines };
      const refused = await world.accountant.send('POST', `${kept.address}/vouchers`, body);
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.status).toBeLessThan(500);
    },
  );

  it('A81 is taken back in red once, by two persons', async () => {
    const id = await post(world, kept, { occurredOn: '2019-04-01', lines: sale });
    const voucherId = randomUUID();
    const reversal = { voucherId, occurredOn: '2019-04-02', reason: '金额有误' };
    expect((await world.accountant.send('POST', `/vouchers/${county}/${id}/reverse`, reversal)).status).toBe(200);
    const fixed = { occurredOn: '2019-04-02', lines: sale, revision: 1 };
    expect((await world.accountant.send('PUT', `/vouchers/${county}/${voucherId}`, fixed)).body.code).toBe(
      'voucher_reversal_fixed',
    );
    const second = randomUUID();
    await world.accountant.send('POST', `/vouchers/${county}/${id}/reverse`, { ...reversal, voucherId: second });
    expect(await check(world, voucherId)).toBe(2);
    const twice = await world.clerk.send('POST', `/vouchers/${county}/${second}/check`, { revision: 1 });
    expect(twice.body.code).toBe('ledger_reversed_before');
    const shown = (await world.clerk.get(`/vouchers/${county}/${voucherId}`)).body;
    expect(shown).toMatchObject({
      reversesId: id,
      lines: [
        { code: '102', debitFen: -500, creditFen: 0 },
        { code: '501', debitFen: 0, creditFen: -500 },
      ],
    });
    expect((await world.clerk.get(`/vouchers/${county}/${id}`)).body).toMatchObject({ reversedById: voucherId });
    const third = await world.accountant.send('POST', `/vouchers/${county}/${id}/reverse`, {
      ...reversal,
      voucherId: randomUUID(),
    });
    expect(third.body.code).toBe('voucher_reversed');
  });

  it('is checked with others by date, all or none', async () => {
    const later = await write(world, kept, { occurredOn: '2019-05-09', lines: sale });
    const earlier = await write(world, kept, { occurredOn: '2019-05-08', lines: sale });
    const empty = await write(world, kept, { occurredOn: '2019-05-10', lines: [line('523', 1), line('101', -1)] });
    const vouchers = [later, earlier, empty].map((id) => ({ id, revision: 1 }));
    const refused = await world.clerk.send('POST', `${kept.address}/vouchers/check`, { vouchers });
    expect(refused.body.code).toBe('ledger_below_least');
    const done = await world.clerk.send('POST', `${kept.address}/vouchers/check`, { vouchers: vouchers.slice(0, 2) });
    expect(done.body).toEqual({ posted: 2 });
    const listed = await world.clerk.get(
      `${kept.address}/vouchers?from=2019-05-01&to=2019-05-31&sort=number&order=asc`,
    );
    expect((listed.body.rows as { id: string; number: number | null }[]).map(({ id, number }) => [id, number])).toEqual(
      [
        [empty, null],
        [earlier, 1],
        [later, 2],
      ],
    );
  });

  it('A82 belongs to the two persons also where the database is asked directly', async () => {
    const id = await write(world, kept, { occurredOn: '2019-06-01', lines: sale });
    const owner = await world.database.connectOwner();
    const forged = owner.query(
      `update voucher set state = 'posted', number = 99, posted_at = now(), checked_by = made_by, checked_by_name = '' where id = $1`,
      [id],
    );
    await expect(forged).rejects.toThrow(/voucher_two_persons/);
    await owner.end();
  });
});

describe('a cooperative’s manager', () => {
  it('writes vouchers in the books of his own cooperative, and knows of no others', async () => {
    const manager = await world.app.signIn('cooperative_manager', { organisationId: kept.cooperativeId });
    const voucherId = randomUUID();
    const body = { voucherId, occurredOn: '2019-06-02', lines: sale };
    expect((await manager.send('POST', `${kept.address}/vouchers`, body)).status).toBe(200);
    expect((await manager.send('POST', `/vouchers/${county}/${voucherId}/check`, { revision: 1 })).body.code).toBe(
      'own_work',
    );
    expect(await check(world, voucherId)).toBe(1);
    const other = await write(world, kept, { occurredOn: '2019-06-03', lines: sale });
    expect((await manager.send('POST', `/vouchers/${county}/${other}/check`, { revision: 1 })).body).toMatchObject({
      number: 2,
    });
    expect((await manager.get(kept.address)).status).toBe(200);
    const rival = await world.app.signIn('cooperative_manager', { organisationId: randomUUID() });
    for (const path of [kept.address, `${kept.address}/vouchers`, `/vouchers/${county}/${voucherId}`])
      expect((await rival.get(path)).status).toBe(404);
    expect((await rival.send('POST', `${kept.address}/vouchers`, { ...body, voucherId: randomUUID() })).status).toBe(
      404,
    );
  });
});

describe('a voucher that another record writes', () => {
  it('names its maker and checker, and is taken back with its record', async () => {
    const [makerId, checkerId] = [world.accountant.accountId, world.town.accountId];
    const sourceId = randomUUID();
    const [first = '', second = ''] = kept.members;
    const voucher = {
      ...{ county, cooperativeId: kept.cooperativeId, occurredOn: '2019-07-01', memo: '入股' },
      ...{ sourceType: 'membership_act', sourceId, template: 'contribution_cash', makerId, checkerId },
      lines: [
        { code: '102', amount: 900n },
        { code: '301', sub: first, amount: -500n },
        { code: '301', sub: second, amount: -400n },
      ],
    };
    const written = await world.database.act(city, (tx) => postVoucher(tx, voucher));
    expect(written).toMatchObject({ number: 1, entryId: written.voucherId });
    const shown = (await world.town.get(`/vouchers/${county}/${written.voucherId}`)).body;
    expect(shown).toMatchObject({
      madeByName: 'village_accountant',
      checkedByName: 'township_clerk',
      sourceId,
      totalFen: 900,
    });
    const alone = world.database.act(city, (tx) => postVoucher(tx, { ...voucher, checkerId: makerId }));
    await expect(alone).rejects.toThrow('own_work');
    const early = world.database.act(city, (tx) => postVoucher(tx, { ...voucher, cooperativeId: randomUUID() }));
    await expect(early).rejects.toThrow('books_missing');
    const undone = await world.database.act(city, async (tx) => {
      const known = await findVoucher(tx, { county, id: written.voucherId });
      const book = await findBook(tx, { county, id: kept.bookId });
      if (!known || !book) throw new Error('there is a voucher');
      const reversal = { newId: randomUUID(), occurredOn: '2019-07-02', memo: '更正', makerId, checkerId };
      return reverseVoucher(tx, { voucher: known, book, ...reversal, sourceType: 'membership_act', sourceId });
    });
    expect(undone.number).toBe(2);
  });

  it('takes a whole distribution of ten thousand members at once', async () => {
    const lines = Array.from({ length: 10_000 }, () => ({ code: '221', sub: randomUUID(), amount: -7n }));
    const began = performance.now();
    await world.database.act(city, (tx) =>
      postVoucher(tx, {
        ...{ county, cooperativeId: kept.cooperativeId, occurredOn: '2019-08-01', memo: '盈余返还' },
        ...{ sourceType: 'distribution', sourceId: randomUUID() },
        ...{ makerId: randomUUID(), checkerId: randomUUID() },
        lines: [{ code: '33201', amount: 70_000n }, ...lines],
      }),
    );
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('finds the books that were kept on a day', async () => {
    const found = await world.database.act(city, async (tx) =>
      ok(await findBooks(tx, { county, cooperativeId: kept.cooperativeId, on: '2019-05-05' })),
    );
    expect(found).toMatchObject({ chart: 'coop37', book: { county, id: kept.bookId }, openedOn: '2019-01-01' });
  });
});
