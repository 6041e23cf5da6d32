import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureParameters } from '../../measure/public.ts';
import { systemActor } from '../../platform/access/actor.ts';
import type { Database } from '../../platform/db/database.ts';
import { readTransact, type Tx, transact } from '../../platform/db/transact.ts';
import {
  addDays,
  firstDay,
  lastDay,
  type Month,
  monthOf,
  shiftMonth,
  todayInShanghai,
} from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import type { NameLists } from '../../registers/households/seed.ts';
import { type DivisionRow, importPlaces, recordFlags } from '../../registers/places/public.ts';
import { makeFlags } from '../../registers/places/seed.ts';
import { words as placeWords } from '../../registers/places/words.ts';
import {
  type DemoReports,
  type DemoSnapshots,
  freezeDemoFacts,
  loadDemoReports,
  loadDemoSnapshots,
} from '../../reports/monthly/seed.ts';
import { readDivisions } from '../data/divisions.ts';
import { projectRoot } from '../server/options.ts';
import { makeDemoAccounts } from './accounts.ts';
import { planCooperatives } from './cooperatives.ts';
import { openDesk } from './desk.ts';
import { cooperativeWorld, loadCooperatives, memberSeat } from './load-cooperatives.ts';
import { loadAgencies, loadPeople } from './people.ts';
import { loadPublicMoney } from './public-money.ts';
import { branchOff, seededRandom } from './random.ts';

export interface DemoOptions {
  readonly seed?: number;
  /** the last month with events; default the month before today */
  readonly through?: Month;
  /** fewer villages for tests and stories: only these banners */
  readonly counties?: readonly number[];
  /** months that have been reported before the last one; the year's unless stated, and with 0 the last one is not begun either */
  readonly reported?: number;
}

/** with the one under way they fill the year that the lights show */
const monthsReported = 11;
const city = '1506';
const grassland = placeWords['kind.gacha'][0];
const everywhere = { lo: 150_600_000_000, hi: 150_699_999_999 };

/**
 * The demo city: the real divisions of Ordos with made-up people, marked as synthetic, two years of events and one
 * account for each role. The same seed and month give the same city.
 */
export async function makeDemoCity(opened: Database, options: DemoOptions = {}): Promise<void> {
  const database = { ...opened, remakeable: true };
  const through = options.through ?? shiftMonth(monthOf(todayInShanghai(database.clock())), -1);
  const random = seededRandom(options.seed ?? 2018);
  const divisions = await readDivisions(city);
  const villages = divisions.filter((row) => row.level === 'village' && row.rural);
  const names = JSON.parse(await readFile(join(projectRoot, 'data', 'names.json'), 'utf8')) as NameLists;
  const span = { from: firstDay(shiftMonth(through, -23)), until: lastDay(through) };
  // the register of places was there before the first report, so that closed months know their villages
  const before: Database = { ...database, clock: () => new Date(`${addDays(span.from, -30)}T09:00:00+08:00`) };
  await inDemo(before, async (tx) => {
    await ensureParameters(tx);
    await importPlaces(tx, divisions, { stateOn: '2023-06-30' });
  });
  const chosen = villages.filter((row) => options.counties?.includes(countyOf(row)) ?? true);
  const { seat, neighbour } = chooseSeat(chosen);
  const flags = makeFlags(
    divisions.map((row) => ({ ...row, rural: row.rural === true })),
    random,
    seat.code,
  );
  await inDemo(before, (tx) => recordFlags(tx, flags));
  const places = new Set(chosen.map(({ code }) => code));
  const keyPoor = flags.flatMap(({ flag, place }) => (flag === 'key_poor_village' && places.has(place) ? [place] : []));

  const desk = openDesk(database);
  const people = await loadPeople(desk, { villages: chosen, random, names, vault: database.vault, span });
  const units = await loadAgencies(desk, divisions, { random, span });
  const world = cooperativeWorld(people, { seat: seat.code, from: span.from });
  const plan = planCooperatives(random, world);
  const accounts = await makeDemoAccounts(database, {
    ...{ village: seat.code, neighbour: neighbour.code, bankId: units.bank.id, insurerId: units.insurer.id },
    ...memberSeat(plan),
  });
  const who = { confirmedBy: accounts.get('village_clerk') ?? '', approvedBy: accounts.get('township_clerk') ?? '' };
  const publicMoney = {
    desk,
    random: branchOff(random),
    ...span,
    accounts,
    villages: people,
    keyPoor,
    seat: seat.code,
    units,
  };
  await loadCooperatives({ desk, random, ...span, accounts }, { world, plan });
  await loadPublicMoney(publicMoney);
  const reported = options.reported ?? monthsReported;
  const months = Array.from({ length: reported }, (_, at): DemoReports => {
    const month = shiftMonth(through, at - reported);
    return { month, random: seededRandom(monthsSeed(month)), ...who };
  });
  if (reported === 0) return;
  const now = { until: addDays(todayInShanghai(database.clock()), -1), random: seededRandom(monthsSeed(through)) };
  const open = placesStillOpen(chosen, [seat.code, neighbour.code], now.random);
  await loadReports(database, [...months, { month: through, ...now, ...who, open }]);
}

/**
 * In order: the figures of one month count the reports sent for the month before, but not what these said; everything
 * else they count is counted ahead.
 */
async function loadReports(database: Database, months: readonly DemoReports[]): Promise<void> {
  let said: DemoSnapshots | undefined;
  const write = async () => {
    const before = said;
    if (before) await inDemo(database, (tx) => loadDemoSnapshots(tx, before));
  };
  const count = (at: number) => {
    const month = months[at]?.month;
    return month && inDemo(database, (tx) => freezeDemoFacts(tx, month), readTransact);
  };
  let ahead = count(0);
  for (const [at, month] of months.entries()) {
    const facts = await ahead;
    if (!facts) throw new Error('every month is counted ahead');
    ahead = count(at + 1);
    const [next] = await Promise.all([inDemo(database, (tx) => loadDemoReports(tx, month, facts)), write(), ahead]);
    said = next;
  }
  await write();
}

/** How many villages of a banner have not confirmed the last month yet, in the banners that are behind. */
const openShare = 0.3;

/**
 * The last month is under way: it waits for the villages of the demo's own clerks, whose banner has reported for all
 * others, and for some villages of two banners more; so it waits for every place above them too.
 */
function placesStillOpen(
  villages: readonly DivisionRow[],
  seats: readonly number[],
  random: () => number,
): ReadonlySet<number> {
  const own = seats.map((code) => Math.floor(code / 1_000_000));
  const behind = [...new Set(villages.map(countyOf))].filter((county) => !own.includes(county)).slice(-3, -1);
  const late = villages.filter((row) => behind.includes(countyOf(row)) && random() < openShare);
  const open = [...seats, ...late.map((row) => row.code)];
  return new Set(open.flatMap((code) => [1, 1_000, 1_000_000, 100_000_000].map((size) => code - (code % size))));
}

function monthsSeed(month: Month): number {
  return Number(month.replace('-', ''));
}

/** Where the demo clerks sit: two villages of one township, in the grassland if there are any. */
function chooseSeat(villages: readonly DivisionRow[]): { seat: DivisionRow; neighbour: DivisionRow } {
  const township = (row: DivisionRow) => Math.floor(row.code / 1_000);
  const pairs = villages.flatMap((seat, index) => {
    const neighbour = villages[index + 1];
    return neighbour && township(neighbour) === township(seat) ? [{ seat, neighbour }] : [];
  });
  const chosen = pairs.find(({ seat }) => seat.nameOfficial.includes(grassland)) ?? pairs[0];
  if (!chosen) throw new Error('a demo city needs two villages of one township');
  return chosen;
}

function countyOf(row: Pick<DivisionRow, 'code'>): number {
  return Math.floor(row.code / 1_000_000);
}

async function inDemo<T>(database: Database, work: (tx: Tx) => Promise<T>, run = transact): Promise<T> {
  const actor = systemActor(everywhere, randomUUID());
  const result = await run(database, { actor, act: 'demo.load' }, async (tx) => ok(await work(tx)));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
