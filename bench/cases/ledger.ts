import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { systemActor } from '../../src/platform/access/actor.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { readTransact } from '../../src/platform/db/transact.ts';
import { listBalances } from '../../src/platform/ledger/ledger-store.ts';
import { addDays } from '../../src/platform/pure/period.ts';
import { ok } from '../../src/platform/pure/result.ts';
import type { Bench, Case, Line } from '../case.ts';
import { inDatabase } from '../empty-city.ts';
import { againstHledger } from '../hledger.ts';
import { entriesOf, firstDay, openBooksAt, type PlacedBook, post } from '../journal.ts';
import { alternate, repeat, time } from '../rounds.ts';
import { median } from '../verdict.ts';

const linesAt = { small: 100_000, full: 1_000_000 } as const;
const clerks = 16;
const postingsOfClerk = 25;

/** P3: a year posted at once, with balance, period, numbers and trail, against copying as many lines with their key. */
export const posting: Case = {
  code: 'P3',
  name: 'posting',
  run: (bench) => inDatabase(bench, 'bench_posting', (database, owner) => measurePosting(bench, database, owner)),
};

async function measurePosting(bench: Bench, database: Database, owner: pg.Client): Promise<readonly Line[]> {
  const lines = linesAt[bench.size];
  const [first, second] = await openBooksAt(database, 2);
  if (!first || !second) throw new Error('no villages');
  await owner.query(copyTable);
  let years = 0;
  const postOne = () => {
    years += 1;
    return postYear(database, second, lines);
  };
  const small = await repeat(() => postYear(database, first, lines / 10), 3);
  await bench.settle();
  const series = await alternate({ floor: () => copyLines(owner, lines), ours: postOne }, bench.effort);
  const { rows } = await owner.query<{ lines: number; sum: string }>(
    `select count(*)::int as lines, sum(amount)::text as sum from ledger_line where place = $1`,
    [second.place],
  );
  const balances = await owner.query<{ code: string; balance: string }>(
    'select code, (balance / $2)::text as balance from ledger_account where county = $1 and book_id = $3 and balance <> 0',
    [second.county, years, second.id],
  );
  const rival = await againstHledger(bench, {
    ...{ name: 'posting', entries: entriesOf(lines / 2, 365), ours: series.ours, most: 1 / 8 },
    agrees: (found) => found.size > 10 && isSame(found, balances.rows),
  });
  return [
    {
      ...series,
      what: 'entries of two lines',
      size: `${lines} lines`,
      unit: 'ms',
      goals: [{ kind: 'ratio', most: 3 }],
      growth: { small: { size: lines / 10, cost: median(small) }, large: { size: lines, cost: median(series.ours) } },
      correct: rows[0]?.lines === lines * years && rows[0]?.sum === '0',
    },
    ...rival,
  ];
}

function postYear(database: Database, book: PlacedBook, lines: number): Promise<number> {
  const entries = entriesOf(lines / 2, 365);
  return time(() => post(database, book, entries));
}

const copyTable = `create table bench_line (county int, entry_id uuid, ordinal int, place bigint, organisation_id uuid, account bigint,
  occurred_on date, amount bigint, red boolean, memo text, primary key (county, entry_id, ordinal))`;

async function copyLines(owner: pg.Client, lines: number): Promise<number> {
  await owner.query('truncate bench_line');
  const texts = Array.from({ length: lines / 2 }, (_, at) => {
    const head = `150622\t${randomUUID()}`;
    const tail = `150622100201\t${randomUUID()}\t${at % 15}\t${addDays(firstDay, at % 365)}`;
    return `${head}\t1\t${tail}\t${at}\tf\t收购羊毛\n${head}\t2\t${tail}\t${-at}\tf\t收购羊毛\n`;
  });
  return time(() => pipeline(Readable.from(texts), owner.query(copyFrom('copy bench_line from stdin'))));
}

/** P4: sixteen accountants post by hand at once, each into his own book, against bare transactions of one statement. */
export const clerksAtOnce: Case = {
  code: 'P4',
  name: 'clerks',
  run: (bench) => inDatabase(bench, 'bench_clerks', (database, owner) => measureClerks(bench, database, owner)),
};

async function measureClerks(bench: Bench, database: Database, owner: pg.Client): Promise<readonly Line[]> {
  const books = await openBooksAt(database, clerks);
  await owner.query('create table bench_bare (id uuid primary key, amount bigint)');
  const bare = await Promise.all(books.map(() => database.connectOwner()));
  const insert = async (client: pg.Client) => {
    for (let at = 0; at < postingsOfClerk; at += 1) {
      await client.query('insert into bench_bare values ($1, $2)', [randomUUID(), at]);
    }
  };
  let posted = 0;
  const write = async (book: PlacedBook) => {
    for (const entry of entriesOf(postingsOfClerk, 365)) await post(database, book, [entry]);
    posted += postingsOfClerk;
  };
  const rate = async (work: () => Promise<unknown>) => (clerks * postingsOfClerk * 1000) / (await time(work));
  const series = await alternate(
    { floor: () => rate(() => Promise.all(bare.map(insert))), ours: () => rate(() => Promise.all(books.map(write))) },
    bench.effort,
  );
  for (const client of bare) await client.end();
  const { rows } = await owner.query<{ entries: number }>('select count(*)::int as entries from ledger_entry');
  return [
    {
      ...series,
      what: `${clerks} at once, one entry each`,
      size: `${clerks} books`,
      unit: 'requests/s',
      goals: [{ kind: 'share', least: 0.6 }],
      correct: rows[0]?.entries === posted,
    },
  ];
}

/** P10: the trial balance of one village, against one grouping of its lines; it must not grow with the years behind it. */
export const balance: Case = {
  code: 'P10',
  name: 'balance',
  run: (bench) => inDatabase(bench, 'bench_balance', (database, owner) => measureBalance(bench, database, owner)),
};

async function measureBalance(bench: Bench, database: Database, owner: pg.Client): Promise<readonly Line[]> {
  const lines = linesAt[bench.size];
  const [young, old] = await openBooksAt(database, 2);
  if (!young || !old) throw new Error('no villages');
  await post(database, young, entriesOf(lines / 20, 365));
  await post(database, old, entriesOf(lines / 2, 3_650));
  await owner.query('analyze ledger_line, ledger_month, ledger_account');
  const small = await repeat(() => time(() => trialBalance(database, young, 365)), bench.effort.rounds);
  const group = `select a.code, sum(l.amount)::text as sum from ledger_line l join ledger_account a
    on a.county = l.county and a.number = l.account where l.county = $1 and l.place = $2 group by a.code order by a.code`;
  const series = await alternate(
    {
      floor: () => time(() => owner.query(group, [old.county, old.place])),
      ours: () => time(() => trialBalance(database, old, 3_650)),
    },
    bench.effort,
  );
  const grouped = (await owner.query<{ code: string; sum: string }>(group, [old.county, old.place])).rows;
  const found = (await trialBalance(database, old, 3_650)).map(({ code, closing }) => ({
    code,
    balance: closing.toString(),
  }));
  const rival = await againstHledger(bench, {
    ...{ name: 'balance', entries: entriesOf(lines / 2, 3_650), ours: series.ours, most: 1 / 100 },
    agrees: (balances) => balances.size > 10 && isSame(balances, found),
  });
  const sums = new Map(grouped.map(({ code, sum }) => [code, sum]));
  return [
    {
      ...series,
      what: 'one village, ten years',
      size: `${lines} lines`,
      unit: 'ms',
      goals: [
        { kind: 'ratio', most: 1.5 },
        { kind: 'time', most: 20 },
      ],
      growth: { small: { size: lines / 10, cost: median(small) }, large: { size: lines, cost: median(series.ours) } },
      correct: sums.size > 10 && isSame(sums, found),
    },
    ...rival,
  ];
}

/** The same balance for each account that has one. */
function isSame(
  balances: ReadonlyMap<string, string>,
  ours: readonly { readonly code: string; readonly balance: string }[],
): boolean {
  const nonzero = [...balances].filter(([, balance]) => balance !== '0');
  const own = new Map(ours.filter(({ balance }) => balance !== '0').map(({ code, balance }) => [code, balance]));
  return own.size === nonzero.length && nonzero.every(([code, balance]) => own.get(code) === balance);
}

async function trialBalance(database: Database, book: PlacedBook, days: number) {
  const actor = systemActor({ lo: book.place, hi: book.place }, randomUUID());
  const to = addDays(firstDay, days - 1);
  const found = await readTransact(database, { actor, act: 'bench.read' }, async (tx) =>
    ok(await listBalances(tx, book, { from: addDays(to, -30), to })),
  );
  return found.ok ? found.value : [];
}
