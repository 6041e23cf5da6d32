import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureParameters } from '../../measure/public.ts';
import { systemActor } from '../../platform/access/actor.ts';
import type { Database } from '../../platform/db/database.ts';
import { loadPast } from '../../platform/db/load.ts';
import { type Tx, transact } from '../../platform/db/transact.ts';
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
import { claimCode } from '../../registers/agencies/public.ts';
import { demoAgencies } from '../../registers/agencies/seed.ts';
import { claimKeys } from '../../registers/households/public.ts';
import { type DemoVillage, demoHouseholds, type NameLists } from '../../registers/households/seed.ts';
import { demoBranches } from '../../registers/party-branches/seed.ts';
import { words as branchWords } from '../../registers/party-branches/words.ts';
import { type DivisionRow, importPlaces, recordFlags } from '../../registers/places/public.ts';
import { makeFlags } from '../../registers/places/seed.ts';
import { words as placeWords } from '../../registers/places/words.ts';
import { loadDemoReports } from '../../reports/monthly/seed.ts';
import { readDivisions } from '../data/divisions.ts';
import { projectRoot } from '../server/options.ts';
import { makeDemoAccounts } from './accounts.ts';
import { seededRandom } from './random.ts';

export interface DemoOptions {
  readonly seed?: number;
  /** the last month with events; default the month before today */
  readonly through?: Month;
  /** fewer villages for tests and stories: only these banners */
  readonly counties?: readonly number[];
}

const city = '1506';
const grassland = placeWords['kind.gacha'][0];
const branchWord = branchWords.title[0];
const everywhere = { lo: 150_600_000_000, hi: 150_699_999_999 };

/**
 * The demo city: the real divisions of Ordos with made-up people, marked as synthetic, two years of events and one
 * account for each role. The same seed and month give the same city.
 */
export async function makeDemoCity(database: Database, options: DemoOptions = {}): Promise<void> {
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
  await inDemo(before, (tx) =>
    recordFlags(
      tx,
      makeFlags(
        divisions.map((row) => ({ ...row, rural: row.rural === true })),
        random,
      ),
    ),
  );
  const chosen = villages.filter((row) => options.counties?.includes(countyOf(row)) ?? true);

  const byCounty = Map.groupBy(chosen, countyOf);
  const taken = new Set<string>();
  let household: { county: number; id: string } | undefined;
  for (const rows of byCounty.values()) {
    const made = rows.map((row) => demoHouseholds(random, row.code, { names, vault: database.vault, span, taken }));
    household ??= made[0]?.households[0]?.row;
    await inDemo(database, (tx) => loadVillages(tx, made));
    await inDemo(database, (tx) =>
      loadBranches(
        tx,
        rows.map((row, index) => branchOf(random, { row, from: span.from, made: made[index] })),
      ),
    );
  }
  const organisationId = await loadAgencies(database, divisions, { random, from: span.from });
  const { seat, neighbour } = chooseSeat(chosen);
  if (!household) throw new Error('a demo city has households');
  const accounts = await makeDemoAccounts(database, {
    village: seat.code,
    neighbour: neighbour.code,
    organisationId,
    household: { county: household.county, id: household.id },
  });
  const who = { confirmedBy: accounts.get('village_clerk') ?? '', approvedBy: accounts.get('township_clerk') ?? '' };
  // in order: the figures of one month count the reports sent for the month before
  for (let back = 12; back >= 1; back -= 1) {
    const month = shiftMonth(through, -back);
    await inDemo(database, (tx) => loadDemoReports(tx, { month, random: seededRandom(monthsSeed(month)), ...who }));
  }
  const now = { until: addDays(todayInShanghai(database.clock()), -1), random: seededRandom(monthsSeed(through)) };
  const open = placesStillOpen(chosen, [seat.code, neighbour.code], now.random);
  await inDemo(database, (tx) => loadDemoReports(tx, { month: through, ...now, ...who, open }));
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

async function loadVillages(tx: Tx, made: readonly DemoVillage[]): Promise<void> {
  await loadPast(
    tx,
    'household',
    made.flatMap((village) => village.households),
  );
  await loadPast(
    tx,
    'resident',
    made.flatMap((village) => village.residents),
  );
  await loadPast(
    tx,
    'poverty_registration',
    made.flatMap((village) => village.poverty),
  );
  await claimKeys(
    tx,
    made.flatMap((village) => village.keys),
  );
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

function branchOf(random: () => number, village: { row: DivisionRow; from: string; made: DemoVillage | undefined }) {
  const { row, from, made } = village;
  const people = made?.residents.flatMap((one) => (one.later ? [] : [String(one.row.name)])) ?? [];
  return demoBranches(random, { place: row.code, name: `${row.name}${branchWord}`, people, from });
}

async function loadBranches(tx: Tx, made: readonly ReturnType<typeof demoBranches>[]): Promise<void> {
  await loadPast(
    tx,
    'party_branch',
    made.flatMap((one) => one.branches),
  );
  await loadPast(
    tx,
    'branch_post',
    made.flatMap((one) => one.posts),
  );
  await loadPast(
    tx,
    'branch_rectification',
    made.flatMap((one) => one.rectifications),
  );
}

/** Units of every banner; returns a bank, where the demo accounts of organisations sit. */
async function loadAgencies(
  database: Database,
  divisions: readonly DivisionRow[],
  source: { random: () => number; from: string },
): Promise<string> {
  const banners = divisions.filter((row) => row.level === 'banner');
  const made = banners.map((row) =>
    demoAgencies(source.random, { place: row.code, name: row.name, from: source.from }),
  );
  await inDemo(database, async (tx) => {
    await loadPast(
      tx,
      'agency',
      made.flatMap((one) => one.rows),
    );
    for (const { code, county, id } of made.flatMap((one) => one.codes)) await claimCode(tx, code, { county, id });
  });
  const bank = made.flatMap((one) => one.rows).find(({ row }) => row.kind === 'bank');
  if (!bank) throw new Error('a demo city has a bank');
  return bank.row.id;
}

function countyOf(row: Pick<DivisionRow, 'code'>): number {
  return Math.floor(row.code / 1_000_000);
}

async function inDemo(database: Database, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  const actor = systemActor(everywhere, randomUUID());
  const result = await transact(database, { actor, act: 'demo.load' }, async (tx) => ok(await work(tx)));
  if (!result.ok) throw new Error(result.refusal.code);
}
