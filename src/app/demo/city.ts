import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDivisions } from '../../../tools/extract-divisions.ts';
import { ensureParameters } from '../../measure/public.ts';
import { systemActor } from '../../platform/access/actor.ts';
import type { Database } from '../../platform/db/database.ts';
import { loadPast } from '../../platform/db/load.ts';
import { type Tx, transact } from '../../platform/db/transact.ts';
import { firstDay, lastDay, type Month, monthOf, shiftMonth, todayInShanghai } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { claimKeys } from '../../registers/households/public.ts';
import { type DemoVillage, demoHouseholds, type NameLists } from '../../registers/households/seed.ts';
import { type DivisionRow, importPlaces } from '../../registers/places/public.ts';

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
  await inDemo(database, async (tx) => {
    await ensureParameters(tx);
    await importPlaces(tx, divisions, { stateOn: '2023-06-30' });
  });
  const chosen = villages.filter((row) => options.counties?.includes(countyOf(row)) ?? true);

  const byCounty = Map.groupBy(chosen, countyOf);
  const taken = new Set<string>();
  let household: { county: number; id: string } | undefined;
  for (const rows of byCounty.values()) {
    const made = rows.map((row) => demoHouseholds(random, row.code, { names, vault: database.vault, span, taken }));
    household ??= made[0]?.households[0]?.row;
    await inDemo(database, (tx) => loadVillages(tx, made));
  }
  const [seat, neighbour] = chosen;
  if (!seat || !neighbour || !household) throw new Error('a demo city needs two villages');
  await makeDemoAccounts(database, {
    village: seat.code,
    neighbour: neighbour.code,
    organisationId: randomUUID(),
    household: { county: household.county, id: household.id },
  });
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

function countyOf(row: Pick<DivisionRow, 'code'>): number {
  return Math.floor(row.code / 1_000_000);
}

async function inDemo(database: Database, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  const actor = systemActor(everywhere, randomUUID());
  const result = await transact(database, { actor, act: 'demo.load' }, async (tx) => ok(await work(tx)));
  if (!result.ok) throw new Error(result.refusal.code);
}
