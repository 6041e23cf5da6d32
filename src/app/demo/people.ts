import { setImmediate } from 'node:timers/promises';
import { loadPast } from '../../platform/db/load.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Vault } from '../../platform/db/vault.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { claimCode } from '../../registers/agencies/public.ts';
import { demoAgencies } from '../../registers/agencies/seed.ts';
import { claimKeys } from '../../registers/households/public.ts';
import { type DemoVillage, demoHouseholds, type NameLists } from '../../registers/households/seed.ts';
import { demoBranches } from '../../registers/party-branches/seed.ts';
import { words as branchWords } from '../../registers/party-branches/words.ts';
import type { DivisionRow } from '../../registers/places/public.ts';
import type { Desk } from './desk.ts';
import { type PeopledVillage, peopleVillage } from './heads.ts';

const branchWord = branchWords.title[0];

export interface PeopleSource {
  readonly villages: readonly DivisionRow[];
  readonly random: () => number;
  readonly names: NameLists;
  readonly vault: Vault;
  readonly span: { readonly from: LocalDate; readonly until: LocalDate };
}

/** So many villages are written while the next are made up. */
const villagesAtOnce = 40;

/** Fills the villages with households and Party branches, some of a banner at a time. */
export async function loadPeople(desk: Desk, source: PeopleSource): Promise<readonly PeopledVillage[]> {
  const { villages, random, names, vault, span } = source;
  // the same for all villages: what a name is spelled is remembered with it
  const options = { names, vault, span, taken: new Set<string>() };
  const make = async (row: DivisionRow) => {
    // the database goes on with those before
    await setImmediate();
    return demoHouseholds(random, row.code, options);
  };
  const people: PeopledVillage[] = [];
  let writing: Promise<void> | undefined;
  for (const rows of inParts(villages)) {
    const [made] = await Promise.all([inTurn(rows, make), writing]);
    const branches = rows.map((row, index) => branchOf(random, { row, from: span.from, made: made[index] }));
    writing = desk.now(async (tx) => {
      await loadVillages(tx, made);
      await loadBranches(tx, branches);
    });
    for (const [at, row] of rows.entries()) {
      const village = made[at];
      const branchId = branches[at]?.branches[0]?.row.id ?? null;
      if (village) people.push(peopleVillage(vault, { row, made: village, branchId }));
    }
  }
  await writing;
  return people;
}

/** Never of two banners: a write stands in the trail of one. */
function inParts(villages: readonly DivisionRow[]): readonly (readonly DivisionRow[])[] {
  const banners = Map.groupBy(villages, ({ code }) => Math.floor(code / 1_000_000));
  return [...banners.values()].flatMap((rows) =>
    Array.from({ length: Math.ceil(rows.length / villagesAtOnce) }, (_, at) =>
      rows.slice(at * villagesAtOnce, (at + 1) * villagesAtOnce),
    ),
  );
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
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

/** Units of the demo that act in it. */
export interface DemoUnits {
  readonly city: number;
  readonly bank: DemoUnit;
  readonly insurer: DemoUnit;
}

export interface DemoUnit {
  readonly county: number;
  readonly id: string;
  readonly name: string;
}

/** Units of every banner; returns those where the demo accounts of organisations sit. */
export async function loadAgencies(
  desk: Desk,
  divisions: readonly DivisionRow[],
  { random, span }: Pick<PeopleSource, 'random' | 'span'>,
): Promise<DemoUnits> {
  const banners = divisions.filter((row) => row.level === 'banner');
  const made = banners.map((row) => demoAgencies(random, { place: row.code, name: row.name, from: span.from }));
  await desk.now(async (tx) => {
    await loadPast(
      tx,
      'agency',
      made.flatMap((one) => one.rows),
    );
    for (const { code, county, id } of made.flatMap((one) => one.codes)) await claimCode(tx, code, { county, id });
  });
  const units = made.flatMap((one) => one.rows);
  const first = (kind: string): DemoUnit => {
    const unit = units.find(({ row }) => row.kind === kind)?.row;
    if (!unit) throw new Error(`a demo city has a unit of the kind ${kind}`);
    return { county: Number(unit.county), id: String(unit.id), name: String(unit.name) };
  };
  const city = divisions.find((row) => row.level === 'city')?.code;
  if (!city) throw new Error('a demo city has a seat');
  return { city, bank: first('bank'), insurer: first('insurer') };
}
