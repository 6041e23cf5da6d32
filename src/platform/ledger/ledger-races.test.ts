import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt, type TestDatabase, testDatabase } from '../db/testing.ts';
import { readTransact, transact } from '../db/transact.ts';
import { ok } from '../pure/result.ts';
import { bookOf, entryOf, moved, poster, village } from './ledger.testing.ts';
import {
  type BookRef,
  balanceOn,
  closeThrough,
  type EntryDraft,
  listBalances,
  listPositions,
  postEntries,
  reverseEntry,
} from './ledger-store.ts';
import { reverseLines } from './rules.ts';

const accountant = actorAt('village_accountant', village);
const clients = 16;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([]);
});
afterAll(() => database.drop());

/** Codes of what came of each client’s attempt. */
function attempts(run: (client: number) => ReturnType<typeof transact>): Promise<readonly string[]> {
  const all = Array.from({ length: clients }, async (_, client) => {
    const result = await run(client);
    return result.ok ? 'done' : result.refusal.code;
  });
  return Promise.all(all);
}

function act(work: Parameters<typeof transact>[2]): ReturnType<typeof transact> {
  return transact(database, { actor: accountant, act: 'test' }, work);
}

describe('sixteen at once', () => {
  it('A70 never take more than there is, and leave no gap in the numbers', async () => {
    for (let round = 0; round < 6; round++) {
      const book = await bookOf(database, accountant);
      await poster(database, accountant, book)(entryOf({ lines: moved('501', '101', 50n) }));
      const outcomes = await attempts((client) =>
        act((tx) =>
          postEntries(tx, book, [entryOf({ occurredOn: `2019-03-${10 + client}`, lines: moved('101', '102', 10n) })]),
        ),
      );
      expect(outcomes.toSorted()).toEqual([
        ...Array.from({ length: 5 }, () => 'done'),
        ...Array.from({ length: 11 }, () => 'ledger_below_least'),
      ]);
      expect(await numbersOf(book)).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });

  it('A81 take an entry back exactly once', async () => {
    for (let round = 0; round < 6; round++) {
      const book = await bookOf(database, accountant);
      const entry = entryOf();
      await poster(database, accountant, book)(entry);
      const outcomes = await attempts(() =>
        act((tx) =>
          reverseEntry(tx, book, { entryId: entry.id, newId: randomUUID(), occurredOn: '2019-03-09', memo: '冲销' }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'ledger_reversed_before')).toHaveLength(clients - 1);
      expect(await database.read(accountant, (tx) => balanceOn(tx, book, { code: '102', on: '2019-12-31' }))).toBe(0n);
    }
  });

  it('post one entry once, however often it is sent', async () => {
    const book = await bookOf(database, accountant);
    const entry = entryOf();
    const outcomes = await attempts(() => act((tx) => postEntries(tx, book, [entry])));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await numbersOf(book)).toEqual([1]);
  });

  it('A73 never post into what is being closed: all that got in stands before the closing', async () => {
    for (let round = 0; round < 8; round++) {
      const book = await bookOf(database, accountant);
      let known: bigint | undefined;
      const outcomes = await attempts((client) =>
        act(async (tx) => {
          if (client % 8 !== 7) return postEntries(tx, book, [entryOf()]);
          const closed = await closeThrough(tx, book, '2019-03-31');
          // what the one who closes sees is what stays
          if (closed) known = await balanceOn(tx, book, { code: '102', on: '2019-03-31' });
          return ok(closed);
        }),
      );
      const posted = outcomes.filter((outcome, client) => outcome === 'done' && client % 8 !== 7).length;
      expect(await database.read(accountant, (tx) => balanceOn(tx, book, { code: '102', on: '2019-03-31' }))).toBe(
        known,
      );
      expect(known).toBe(BigInt(posted) * 100n);
      expect(outcomes.filter((outcome) => outcome === 'ledger_period_closed')).toHaveLength(14 - posted);
    }
  });

  it('add up to what each of them posted', async () => {
    const book = await bookOf(database, accountant);
    await attempts((client) =>
      act((tx) =>
        postEntries(
          tx,
          book,
          Array.from({ length: 4 }, (_, at) =>
            entryOf({ occurredOn: `2019-0${1 + (at % 3)}-10`, lines: moved('501', `114/m${client % 3}`, 1n) }),
          ),
        ),
      ),
    );
    await expectConsistent(book);
    expect(await numbersOf(book)).toHaveLength(64);
  });
});

/** Numbers of the entries, month by month; throws when one is left out. */
async function numbersOf(book: BookRef): Promise<readonly number[]> {
  const rows = await database.read(accountant, (tx) =>
    tx.db.selectFrom('ledgerEntry').select(['month', 'series', 'number']).where('bookId', '=', book.id).execute(),
  );
  for (const [, run] of Map.groupBy(rows, (row) => `${row.month} ${row.series}`)) {
    expect(run.map((row) => row.number).toSorted((a, b) => a - b)).toEqual(run.map((_, at) => at + 1));
  }
  return rows.map((row) => row.number).toSorted((a, b) => a - b);
}

/** Balances, lines and months say the same, for each sub-ledger and for each account. */
async function expectConsistent(book: BookRef): Promise<void> {
  const differing = await readTransact(database, { actor: accountant, act: 'test' }, async (tx) => {
    const { rows } = await sql`
      with line as (
        select a.number, sum(l.amount) as total from ledger_account as a join ledger_line as l on l.account = a.number
        where a.book_id = ${book.id} group by a.number
        union all
        select w.number, sum(l.amount) from ledger_account as w
        join ledger_account as a on a.book_id = w.book_id and a.code = w.code and a.sub <> ''
        join ledger_line as l on l.account = a.number
        where w.book_id = ${book.id} and w.sub = '' group by w.number
      ), month as (
        select account as number, sum(debit - credit) as total from ledger_month where book_id = ${book.id} group by account
      )
      select a.code, a.sub, l.total as line, m.total as month, a.balance from line as l
      full join (select * from ledger_account where book_id = ${book.id} and last_on is not null) as a using (number)
      left join month as m using (number)
      where l.total is distinct from a.balance or a.sub = '' and l.total is distinct from m.total`.execute(tx.db);
    return ok(rows);
  });
  expect(differing).toEqual(ok([]));
}

const codes = ['101', '102', '114/m1', '114/m2', '121', '501', 'class:a/m1', 'class:a/m2'] as const;
const line = fc.record({
  code: fc.constantFrom(...codes),
  amount: fc.bigInt({ min: -40n, max: 60n }).filter((amount) => amount !== 0n),
  red: fc.boolean(),
});
const draft = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 4 }),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  takesBack: fc.boolean(),
});

function drafted({
  day,
  month,
  lines,
}: {
  day: number;
  month: number;
  lines: readonly { code: string; amount: bigint; red: boolean }[];
}) {
  const total = lines.reduce((sum, each) => sum + each.amount, 0n);
  const rest =
    total === 0n
      ? []
      : moved('102', '501', -total)
          .slice(0, 1)
          .map((each) => ({ ...each, code: '102' }));
  const placed = lines.map(({ code: account, amount, red }) => {
    const [code = '', sub] = account.split('/');
    return { code, amount, red, ...(sub ? { sub } : {}) };
  });
  return entryOf({ occurredOn: `2019-0${month}-${String(day).padStart(2, '0')}`, lines: [...placed, ...rest] });
}

it('any run of postings and reversals: what was let in balances, keeps its bounds on every day, and can be replayed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(draft, { minLength: 1, maxLength: 14 }), async (drafts) => {
      const book = await bookOf(database, accountant);
      const kept: EntryDraft[] = [];
      for (const made of drafts) {
        const last = kept.at(-1);
        const entry =
          made.takesBack && last && !last.reversesId && !kept.some((known) => known.reversesId === last.id)
            ? entryOf({ occurredOn: last.occurredOn, lines: reverseLines(last.lines), reversesId: last.id })
            : drafted(made);
        const result = await act((tx) => postEntries(tx, book, [entry]));
        const allowed = replay([...kept, entry]);
        expect(result.ok).toBe(allowed);
        if (result.ok) kept.push(entry);
      }
      await expectConsistent(book);
      for (const day of ['2019-01-31', '2019-02-14', '2019-03-01', '2019-04-28']) await expectReplayed(book, kept, day);
    }),
    { seed: 7, numRuns: 40 },
  );
});

/** The oracle: every bounded account is at or above zero on every evening. */
function replay(entries: readonly EntryDraft[]): boolean {
  if (entries.some(({ lines }) => lines.length < 2)) return false;
  const days = [...new Set(entries.map((entry) => entry.occurredOn))];
  return days.every((day) =>
    [...positionsOf(entries, day)].every(([key, amount]) => amount >= 0n || !/^(101|121|class:a)\//.test(key)),
  );
}

function positionsOf(entries: readonly EntryDraft[], day: string): ReadonlyMap<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const entry of entries.filter(({ occurredOn }) => occurredOn <= day)) {
    for (const { code, sub = '', amount } of entry.lines) {
      const key = `${code}/${sub}`;
      totals.set(key, (totals.get(key) ?? 0n) + amount);
    }
  }
  return totals;
}

async function expectReplayed(book: BookRef, entries: readonly EntryDraft[], day: string): Promise<void> {
  const wanted = positionsOf(entries, day);
  const found = await database.read(accountant, async (tx) => {
    const balances = await listBalances(tx, book, { from: '2019-01-01', to: day });
    const members = await listPositions(tx, book, { code: '114', on: day });
    return { balances, members };
  });
  for (const { code, sub, closing } of found.balances)
    expect(closing, `${code}/${sub} ${day}`).toBe(wanted.get(`${code}/${sub}`) ?? 0n);
  const nonzero = [...wanted].filter(([key, amount]) => key.startsWith('114/') && amount !== 0n);
  expect(found.members.map(({ sub, amount }) => [`114/${sub}`, amount])).toEqual(nonzero.toSorted());
}
