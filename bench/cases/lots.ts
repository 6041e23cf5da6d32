import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { seededRandom } from '../../src/app/demo/random.ts';
import { type FundAccountRow, openFundAccount } from '../../src/ledgers/funds/account-store.ts';
import { listDifferences } from '../../src/ledgers/funds/check-store.ts';
import { recordFund, recordFundDocument } from '../../src/ledgers/funds/document-store.ts';
import { listFlowEdges } from '../../src/ledgers/funds/flow-store.ts';
import { type FundMove, moveFunds, payMany } from '../../src/ledgers/funds/money-store.ts';
import { traceBack, traceForward } from '../../src/ledgers/funds/trace-store.ts';
import { systemActor } from '../../src/platform/access/actor.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { readTransact, type Tx, transact } from '../../src/platform/db/transact.ts';
import { postEntries } from '../../src/platform/ledger/ledger-store.ts';
import { addDays, type LocalDate, localDate } from '../../src/platform/pure/period.ts';
import { placeOf } from '../../src/platform/pure/place.ts';
import { ok } from '../../src/platform/pure/result.ts';
import type { Bench, Case, Line } from '../case.ts';
import { listVillages } from '../city.ts';
import { inDatabase } from '../empty-city.ts';
import { entriesOf, openBooksAt, type PlacedBook } from '../journal.ts';
import { alternate, time } from '../rounds.ts';
import { quantile } from '../verdict.ts';

const movementsAt = { small: 6_000, full: 1_000_000 } as const;
const city = 150600000000;
const whole = { lo: city, hi: city + 99_999_999 };
const documents = 12;
const holders = 40;
const payees = 400;
const atOnce = 50;
/** the movements follow each other over eight years, as they are carried out */
const firstDay = localDate('2018-06-01');
const days = 2_900;
const lastDay = addDays(firstDay, days);
const postedEach = 60;
const lookUps = 100;

/** Public money: posting with lots against plain double entry, lots against books, and both ways of a trace. */
export const lots: Case = {
  code: 'P11',
  name: 'lots',
  run: (bench) => inDatabase(bench, 'bench_lots', (database, owner) => measureLots(bench, database, owner)),
};

async function measureLots(bench: Bench, database: Database, owner: pg.Client): Promise<readonly Line[]> {
  const world = await openWorld(database);
  const size = movementsAt[bench.size];
  const random = seededRandom(bench.seed);
  for (let done = 0; done < size; done += atOnce) {
    const on = addDays(firstDay, Math.floor((done / size) * days));
    await moveSome(database, world, { random, on });
  }
  await owner.query('analyze fund_lot, fund_lot_move, fund_movement, ledger_account');
  await bench.settle();
  const differences = await reading(database, listDifferences);
  const lines = [await measurePosting(bench, database, world)];
  lines.push(...(await measureTraces(bench, { database, owner, world, size })));
  return lines.map((line) => ({ ...line, correct: line.correct && differences.length === 0 }));
}

interface World {
  readonly accounts: readonly FundAccountRow[];
  readonly documents: readonly string[];
  readonly households: readonly string[];
  readonly maker: string;
  readonly checker: string;
}

async function openWorld(database: Database): Promise<World> {
  const villages = (await listVillages()).slice(0, holders);
  const fundId = randomUUID();
  const ids = Array.from({ length: documents }, () => randomUUID());
  const accounts: FundAccountRow[] = [];
  await acting(database, async (tx) => {
    await recordFund(tx, {
      ...{ county: 150600, id: fundId, place: city, kind: 'agriculture', level: 'city', source: 'budget' },
      ...{ name: 'bench', startsOn: '2018-01-01', endsOn: null },
    });
    for (const [at, id] of ids.entries()) {
      await recordFundDocument(tx, {
        ...{ county: 150600, id, place: city, fundId, number: `bench ${at}`, title: 'bench', issuedOn: '2018-01-01' },
        ...{ amountFen: 10n ** 15n, standard: false, purposes: ['reward'], payeeKinds: [], places: [placeOf(city)] },
        ...{ startsOn: '2018-01-01', endsOn: null, managementBp: 0 },
      });
    }
    // transfers among equals pool as no real chain of offices does
    for (const [at, place] of villages.entries()) {
      const discipline = at % 2 === 0 ? 'fifo' : 'pro_rata';
      accounts.push(await openFundAccount(tx, { place, kind: 'village', name: `bench ${at}`, discipline }));
    }
  });
  const world = { accounts, documents: ids, households: Array.from({ length: payees }, () => randomUUID()) };
  const people = { maker: randomUUID(), checker: randomUUID() };
  await acting(database, async (tx) => {
    const moves = ids.flatMap((documentId, at) =>
      accounts
        .filter((_, index) => index % documents === at)
        .map((to) => moveOf(people, { to, documentId, on: firstDay, amountFen: 10n ** 11n })),
    );
    const moved = await moveFunds(tx, moves);
    if (!moved.ok) throw new Error(moved.refusal.code);
  });
  return { ...world, ...people };
}

function moveOf(
  { maker, checker }: Pick<World, 'maker' | 'checker'>,
  flow: Pick<FundMove, 'from' | 'to' | 'documentId' | 'amountFen'> & { readonly on?: LocalDate },
): FundMove {
  const { on: occurredOn = lastDay, ...move } = flow;
  return {
    ...move,
    id: randomUUID(),
    kind: flow.from ? 'allocation' : 'receipt',
    occurredOn,
    memo: 'bench',
    makerId: maker,
    checkerId: checker,
    source: { type: 'bench', id: randomUUID() },
  };
}

/** Transfers among the accounts, and payments to households, in one act. */
async function moveSome(
  database: Database,
  world: World,
  { random, on }: { readonly random: () => number; readonly on: LocalDate },
): Promise<void> {
  const { accounts, households, maker, checker } = world;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  await acting(database, async (tx) => {
    const moves = Array.from({ length: atOnce / 2 }, () => {
      const from = pick(accounts);
      const to = pick(accounts.filter(({ id }) => id !== from.id));
      return moveOf(world, { from, to, on, amountFen: BigInt(1 + Math.floor(random() * 1_000_000)) });
    });
    const moved = await moveFunds(tx, moves);
    if (!moved.ok) throw new Error(moved.refusal.code);
    const paid = await payMany(
      tx,
      Array.from({ length: atOnce / 2 }, () => {
        const account = pick(accounts);
        return {
          ...{
            id: randomUUID(),
            account,
            amountFen: BigInt(1 + Math.floor(random() * 50_000)),
            occurredOn: on,
          },
          ...{ purpose: 'reward', memo: 'bench', makerId: maker, checkerId: checker },
          payee: { kind: 'household', county: 150622, id: pick(households), name: 'bench', place: account.place },
          source: { type: 'bench', id: randomUUID() },
        };
      }),
    );
    if (!paid.ok) throw new Error(paid.refusal.code);
  });
}

/** A movement with its lots against the same two entries without: each in an act of its own, as a clerk does it. */
async function measurePosting(bench: Bench, database: Database, world: World): Promise<Line> {
  const [one, two] = await openBooksAt(database, 2);
  const [from, to] = world.accounts;
  if (!one || !two || !from || !to) throw new Error('no villages');
  const rate = async (work: () => Promise<void>) => {
    const taken = await time(async () => {
      for (let at = 0; at < postedEach; at += 1) await work();
    });
    return (postedEach * 1_000) / taken;
  };
  const series = await alternate(
    {
      floor: () => rate(() => acting(database, (tx) => postBoth(tx, [one, two]))),
      ours: () =>
        rate(() =>
          acting(database, async (tx) => {
            const moved = await moveFunds(tx, [moveOf(world, { from, to, amountFen: 100n })]);
            if (!moved.ok) throw new Error(moved.refusal.code);
          }),
        ),
    },
    bench.effort,
  );
  return {
    ...series,
    what: 'a movement with its lots',
    size: `${holders} accounts, ${documents} documents`,
    unit: 'requests/s',
    goals: [{ kind: 'share', least: 0.5 }],
    correct: true,
  };
}

async function postBoth(tx: Tx, books: readonly PlacedBook[]): Promise<void> {
  for (const book of books) {
    const posted = await postEntries(tx, book, entriesOf(1, 365));
    if (!posted.ok) throw new Error(posted.refusal.code);
  }
}

interface Traced {
  readonly database: Database;
  readonly owner: pg.Client;
  readonly world: World;
  readonly size: number;
}

async function measureTraces(bench: Bench, traced: Traced): Promise<readonly Line[]> {
  const { database, owner, world, size } = traced;
  const p95 = async (work: (at: number) => Promise<unknown>) => {
    const times: number[] = [];
    for (let at = 0; at < lookUps; at += 1) times.push(await time(() => work(at)));
    return quantile(times, 0.95);
  };
  const household = (at: number) => world.households[at % payees] ?? '';
  const document = (at: number) => world.documents[at % documents] ?? '';
  const bareBack = 'select count(*), sum(amount_fen - back_fen) from fund_lot_move where household_id = $1';
  const back = await alternate(
    {
      floor: () => p95((at) => owner.query(bareBack, [household(at)])),
      ours: () => p95((at) => reading(database, (tx) => traceBack(tx, { payeeId: household(at) }))),
    },
    bench.effort,
  );
  const forward = await alternate(
    {
      floor: () =>
        p95((at) =>
          owner.query('select payee_id, sum(amount_fen) from fund_lot_move where document_id = $1 group by 1', [
            document(at),
          ]),
        ),
      ours: () =>
        p95((at) => reading(database, (tx) => traceForward(tx, { document: document(at), limit: 50, offset: 0 }))),
    },
    bench.effort,
  );
  const flows = await alternate(
    {
      floor: () => time(() => owner.query('select kind, sum(amount_fen) from fund_lot_move group by 1')),
      ours: () => time(() => reading(database, (tx) => listFlowEdges(tx, {}))),
    },
    bench.effort,
  );
  const lines = { size: `${size} movements`, unit: 'ms', correct: await tracesAgree(traced) } as const;
  return [
    { ...lines, ...back, what: 'household → documents, p95', goals: [{ kind: 'time', most: 100 }] },
    { ...lines, ...forward, what: 'document → households, p95', goals: [{ kind: 'time', most: 100 }] },
    { ...lines, ...flows, what: 'picture of everything', goals: [{ kind: 'time', most: 1_000 }] },
  ];
}

/** What is traced back to a household is what was paid to it. */
async function tracesAgree({ database, owner, world }: Traced): Promise<boolean> {
  const [payee = ''] = world.households;
  const { totalFen } = await reading(database, (tx) => traceBack(tx, { payeeId: payee }));
  const { rows } = await owner.query<{ sum: string }>(
    `select coalesce(sum(amount_fen), 0)::text as sum from fund_movement where payee_id = $1 and kind = 'payment'`,
    [payee],
  );
  return rows[0]?.sum === totalFen.toString();
}

async function acting(database: Database, work: (tx: Tx) => Promise<void>): Promise<void> {
  const context = { actor: systemActor(whole, randomUUID()), act: 'bench.post' };
  const done = await transact(database, context, async (tx) => {
    await work(tx);
    return ok(true);
  });
  if (!done.ok) throw new Error('refused');
}

async function reading<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const context = { actor: systemActor(whole, randomUUID()), act: 'bench.read' };
  const found = await readTransact(database, context, async (tx) => ok(await work(tx)));
  if (!found.ok) throw new Error('refused');
  return found.value;
}
