import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt, type TestDatabase, testDatabase } from '../db/testing.ts';
import { ok } from '../pure/result.ts';
import { bookOf, county, entryOf, moved, poster, village } from './ledger.testing.ts';
import {
  balanceOn,
  closeThrough,
  findBook,
  findEntry,
  listBalances,
  listEntries,
  listLines,
  listPositions,
  openAccounts,
  openBook,
  postEntries,
  reopenAfter,
  reverseEntry,
} from './ledger-store.ts';

const neighbour = 150622100202;
const accountant = actorAt('village_accountant', village);
const city = actorAt('city_office', 150600000000);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([]);
});
afterAll(() => database.drop());

describe('posting', () => {
  it('numbers entries by series and month, and keeps them with their lines', async () => {
    const book = await bookOf(database, accountant);
    const lines = [
      { code: '102', amount: 250n, memo: '"卖羊" \\ 3 只', quantity: 2.5 },
      { code: '114', sub: 'm1', amount: -150n },
      { code: '501', amount: -100n },
    ];
    const first = entryOf({ lines, memo: '甲{乙},"丙"' });
    const posted = await poster(database, accountant, book)(first, entryOf(), entryOf({ occurredOn: '2019-04-01' }));
    expect(posted.map(({ number }) => number)).toEqual([1, 2, 1]);
    expect(await poster(database, accountant, book)(entryOf(), entryOf({ series: '转' }))).toMatchObject([
      { number: 3 },
      { number: 1 },
    ]);
    const found = await database.read(accountant, (tx) => findEntry(tx, { county, id: first.id }));
    expect(found).toMatchObject({
      number: 1,
      memo: first.memo,
      sourceId: first.sourceId,
      recordedBy: accountant.accountId,
    });
    expect(found?.lines).toEqual(lines.map((line) => ({ sub: '', red: false, ...line })));
  });

  it.each([
    ['ledger_unbalanced', entryOf({ lines: [...moved('501', '102', 5n), { code: '102', amount: 1n }] })],
    ['ledger_empty', entryOf({ lines: [{ code: '102', amount: 0n }] })],
    ['ledger_account_unknown', entryOf({ lines: moved('999', '102', 5n) })],
    ['ledger_sub_required', entryOf({ lines: moved('114', '102', 5n) })],
    ['ledger_sub_unknown', entryOf({ lines: moved('501/m1', '102', 5n) })],
    ['ledger_below_least', entryOf({ lines: moved('101', '102', 5n) })],
    ['ledger_above_most', entryOf({ lines: moved('102', '301', 5n) })],
    ['ledger_period_closed', entryOf({ occurredOn: '2018-12-31' })],
  ])('refuses with %s and leaves nothing behind', async (code, entry) => {
    const book = await bookOf(database, accountant);
    await expect(poster(database, accountant, book)(entryOf(), entry)).rejects.toThrow(code);
    const left = await database.read(accountant, (tx) =>
      listBalances(tx, book, { from: '2019-01-01', to: '2019-12-31' }),
    );
    expect(left).toEqual([]);
    expect(await poster(database, accountant, book)(entryOf())).toMatchObject([{ number: 1 }]);
  });

  it('says which account lacks what', async () => {
    const book = await bookOf(database, accountant);
    await poster(database, accountant, book)(entryOf({ lines: moved('issued:a', 'class:a/m1', 7n) }));
    const overdrawn = entryOf({ lines: moved('class:a/m1', 'class:a/m2', 8n) });
    await database
      .act(accountant, async (tx) => {
        expect(await postEntries(tx, book, [overdrawn])).toEqual({
          ok: false,
          refusal: { code: 'ledger_below_least', values: { account: 'class:a', sub: 'm1', balance: 7 } },
        });
        return ok(true);
      })
      .catch(() => undefined);
  });

  it('refuses a posting that would have left too little on a day in between', async () => {
    const book = await bookOf(database, accountant);
    await poster(database, accountant, book)(entryOf({ occurredOn: '2019-02-01', lines: moved('501', '101', 10n) }));
    await poster(database, accountant, book)(entryOf({ occurredOn: '2019-03-01', lines: moved('101', '102', 10n) }));
    await poster(database, accountant, book)(entryOf({ occurredOn: '2019-04-01', lines: moved('501', '101', 10n) }));
    const backdated = entryOf({ occurredOn: '2019-02-15', lines: moved('101', '102', 4n) });
    await expect(poster(database, accountant, book)(backdated)).rejects.toThrow('ledger_below_least');
    const both = [
      entryOf({ occurredOn: '2019-05-03', lines: moved('issued:a', 'class:a/m9', 5n) }),
      entryOf({ occurredOn: '2019-05-02', lines: moved('class:a/m9', 'class:a/m8', 5n) }),
    ];
    await expect(poster(database, accountant, book)(...both)).rejects.toThrow('ledger_below_least');
  });

  it('takes an entry back once, in red', async () => {
    const book = await bookOf(database, accountant);
    const entry = entryOf();
    await poster(database, accountant, book)(entry);
    const again = { entryId: entry.id, occurredOn: '2019-03-09', memo: '冲销' };
    const done = await database.act(accountant, (tx) => reverseEntry(tx, book, { ...again, newId: randomUUID() }));
    expect(done.number).toBe(2);
    await expect(
      database.act(accountant, (tx) => reverseEntry(tx, book, { ...again, newId: randomUUID() })),
    ).rejects.toThrow('ledger_reversed_before');
    const balances = await database.read(accountant, (tx) =>
      listBalances(tx, book, { from: '2019-03-01', to: '2019-03-31' }),
    );
    expect(balances).toEqual([
      { code: '102', sub: '', opening: 0n, debit: 0n, credit: 0n, closing: 0n },
      { code: '501', sub: '', opening: 0n, debit: 0n, credit: 0n, closing: 0n },
    ]);
    const found = await database.read(accountant, (tx) => findEntry(tx, { county, id: entry.id }));
    expect(found?.reversedById).toBe(done.id);
  });

  it('takes a load of many lines in the order of its days, all or none', async () => {
    const book = await bookOf(database, accountant);
    const lines = Array.from({ length: 1500 }, () => moved('501', '102', 3n)).flat();
    const load = Array.from({ length: 18 }, (_, at) => entryOf({ occurredOn: `2019-05-${28 - at}`, lines }));
    const spent = entryOf({ occurredOn: '2019-06-01', lines: moved('101', '102', 1n) });
    await expect(poster(database, accountant, book)(...load, spent)).rejects.toThrow('ledger_below_least');
    const posted = await poster(database, accountant, book)(...load);
    expect(posted.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, at) => 18 - at));
    const balance = await database.read(accountant, (tx) => balanceOn(tx, book, { code: '102', on: '2019-05-31' }));
    expect(balance).toBe(18n * 1500n * 3n);
  });

  it('is the same entry when it is sent again', async () => {
    const book = await bookOf(database, accountant);
    const entry = entryOf();
    await poster(database, accountant, book)(entry);
    await expect(poster(database, accountant, book)(entry)).rejects.toThrow('ledger_entry_known');
  });

  it('writes down what was posted: lines, or a digest of a load', async () => {
    const actor = actorAt('village_accountant', village);
    const book = await bookOf(database, actor);
    const many = Array.from({ length: 30 }, () => entryOf());
    await poster(database, actor, book)(entryOf({ memo: '一笔' }));
    await poster(database, actor, book)(...many);
    const events = await database.read(city, (tx) =>
      tx.db
        .selectFrom('auditEvent')
        .select(['changes', 'place'])
        .where('accountId', '=', actor.accountId)
        .orderBy('id')
        .execute(),
    );
    expect(events.map(({ place }) => place)).toEqual([village, village, village]);
    expect(events[1]?.changes).toMatchObject([
      {
        table: 'ledger_entry',
        after: {
          memo: '一笔',
          number: 1,
          lines: [
            { code: '102', amount: '100' },
            { code: '501', amount: '-100' },
          ],
        },
      },
    ]);
    expect(events[2]?.changes).toMatchObject([{ bulk: { rows: 30, digest: expect.stringMatching(/^[0-9a-f]{64}$/) } }]);
    const stale = await database.read(city, (tx) =>
      tx.db.selectFrom('figureDirty').select('fromMonth').where('place', '=', village).execute(),
    );
    expect(stale.map((row) => row.fromMonth)).toContain('2019-03');
  });
});

describe('closing', () => {
  it('moves forward by closing, back by opening again, and only once each', async () => {
    const book = await bookOf(database, accountant);
    function move(what: typeof closeThrough, day: string): Promise<boolean> {
      return database.act(accountant, async (tx) => ok(await what(tx, book, day)));
    }
    expect(await move(closeThrough, '2019-03-31')).toBe(true);
    expect(await move(closeThrough, '2019-03-31')).toBe(false);
    await expect(poster(database, accountant, book)(entryOf())).rejects.toThrow('ledger_period_closed');
    expect(await move(reopenAfter, '2018-06-30')).toBe(false);
    expect(await move(reopenAfter, '2019-02-28')).toBe(true);
    expect(await move(reopenAfter, '2019-02-28')).toBe(false);
    expect(await poster(database, accountant, book)(entryOf())).toMatchObject([{ number: 1 }]);
  });
});

describe('who may', () => {
  it('write into a book: those who have its place in range, and its own organisation', async () => {
    const organisationId = randomUUID();
    const book = await bookOf(database, accountant, { organisationId });
    const stranger = actorAt('village_accountant', neighbour);
    await expect(poster(database, stranger, book)(entryOf())).rejects.toThrow('not_found');
    const { range: _, ...rest } = actorAt('cooperative_manager', village);
    const manager = { ...rest, organisationId };
    const entry = entryOf();
    expect(await poster(database, manager, book)(entry)).toMatchObject([{ number: 1 }]);
    const rival = { ...rest, organisationId: randomUUID() };
    await expect(poster(database, rival, book)(entryOf())).rejects.toThrow('not_found');
    await expect(bookOf(database, rival)).rejects.toThrow('not_found');
    await expect(bookOf(database, stranger)).rejects.toThrow('not_found');
    for (const [actor, seen] of [
      [manager, true],
      [accountant, true],
      [rival, false],
      [stranger, false],
    ] as const) {
      const found = await database.read(actor, (tx) => findEntry(tx, { county, id: entry.id }));
      expect(found !== undefined).toBe(seen);
      expect(await database.read(actor, (tx) => findBook(tx, { county, organisationId, kind: 'books' }))).toEqual(
        seen
          ? expect.objectContaining({ id: book.id, openedOn: '2019-01-01', closedThrough: '2018-12-31' })
          : undefined,
      );
    }
  });

  it('A82 change or take away an entry, a line or a balance: nobody, by statement or otherwise', async () => {
    const book = await bookOf(database, accountant);
    await poster(database, accountant, book)(entryOf());
    for (const table of [
      'ledger_book',
      'ledger_account',
      'ledger_counter',
      'ledger_entry',
      'ledger_line',
      'ledger_month',
    ]) {
      for (const statement of [
        `update ${table} set place = place`,
        `delete from ${table}`,
        `insert into ${table} select * from ${table}`,
      ]) {
        const client = await database.pool.connect();
        await client.query(`begin; set local silian.lo = '150600000000'; set local silian.hi = '150699999999'`);
        await expect(client.query(statement), statement).rejects.toThrow(/permission denied/);
        await client.query('rollback');
        client.release();
      }
    }
  });
});

describe('reading', () => {
  it('lists balances of any span of days, by sub-ledger or by account', async () => {
    const book = await bookOf(database, accountant);
    await database.act(accountant, async (tx) =>
      ok(await openAccounts(tx, book, [{ code: '221', subKind: 'member' }])),
    );
    const days = ['2019-01-10', '2019-02-28', '2019-03-01', '2019-03-15', '2019-04-30'];
    const entries = days.map((occurredOn, at) =>
      entryOf({ occurredOn, lines: moved(`221/m${at % 2}`, '102', BigInt(at + 1)) }),
    );
    await poster(database, accountant, book)(...entries);
    const read = (query: Parameters<typeof listBalances>[2]) =>
      database.read(accountant, (tx) => listBalances(tx, book, query));
    expect(await read({ from: '2019-02-01', to: '2019-03-10', codes: ['221'] })).toEqual([
      { code: '221', sub: 'm0', opening: -1n, debit: 0n, credit: 3n, closing: -4n },
      { code: '221', sub: 'm1', opening: 0n, debit: 0n, credit: 2n, closing: -2n },
    ]);
    expect(await read({ from: '2019-03-02', to: '2019-04-30', totals: true })).toEqual([
      { code: '102', sub: '', opening: 6n, debit: 9n, credit: 0n, closing: 15n },
      { code: '221', sub: '', opening: -6n, debit: 0n, credit: 9n, closing: -15n },
    ]);
    expect(await read({ from: '2019-03-01', to: '2019-03-31', sub: 'm1' })).toEqual([
      { code: '221', sub: 'm1', opening: -2n, debit: 0n, credit: 4n, closing: -6n },
    ]);
    const positions = await database.read(accountant, (tx) =>
      listPositions(tx, book, { code: '221', on: '2019-03-01' }),
    );
    expect(positions).toEqual([
      { sub: 'm0', amount: -4n },
      { sub: 'm1', amount: -2n },
    ]);
    expect(await database.read(accountant, (tx) => balanceOn(tx, book, { code: '221', on: '2019-03-14' }))).toBe(-6n);
    expect(
      await database.read(accountant, (tx) => balanceOn(tx, book, { code: '221', sub: 'm1', on: '2019-03-15' })),
    ).toBe(-6n);
  });

  it('pages lines and entries in the order of days', async () => {
    const book = await bookOf(database, accountant);
    const entries = Array.from({ length: 7 }, (_, at) => entryOf({ occurredOn: `2019-03-0${7 - at}` }));
    await poster(database, accountant, book)(...entries);
    const query = { code: '501', from: '2019-03-01', to: '2019-03-06', limit: 2, offset: 2 };
    const page = await database.read(accountant, (tx) => listLines(tx, book, query));
    expect(page.total).toBe(6);
    expect(page.rows.map((line) => [line.occurredOn, line.number, line.amount])).toEqual([
      ['2019-03-03', 5, -100n],
      ['2019-03-04', 4, -100n],
    ]);
    const listed = await database.read(accountant, (tx) => listEntries(tx, book, query));
    expect(listed.total).toBe(6);
    expect(listed.rows.map(({ number }) => number)).toEqual([4, 5]);
  });

  it('opens an account once, and never with another sub-ledger', async () => {
    const book = await bookOf(database, accountant);
    const open = (subKind?: string) =>
      database.act(accountant, async (tx) =>
        ok(await openAccounts(tx, book, [{ code: '221', subKind: subKind ?? null }])),
      );
    await open('member');
    await open('member');
    await expect(open()).rejects.toThrow('another sub-ledger');
  });

  it('begins a new book with a new chart, and finds each by its day', async () => {
    const organisationId = randomUUID();
    const old = await bookOf(database, accountant, { organisationId });
    const renewed = await bookOf(database, accountant, { organisationId, openedOn: '2024-01-01' });
    const find = (on?: string) =>
      database.read(accountant, (tx) => findBook(tx, { county, organisationId, kind: 'books', ...(on ? { on } : {}) }));
    expect((await find())?.id).toBe(renewed.id);
    expect((await find('2023-12-31'))?.id).toBe(old.id);
    const twice = {
      ...renewed,
      id: randomUUID(),
      place: village,
      organisationId,
      kind: 'books',
      unit: 'fen',
      openedOn: '2024-01-01',
      accounts: [],
    } as const;
    await expect(database.act(accountant, async (tx) => ok(await openBook(tx, twice)))).rejects.toThrow(/unique/);
  });
});
