import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { readDivisions } from '../src/app/data/divisions.ts';
import { seededRandom } from '../src/app/demo/random.ts';
import { projectRoot } from '../src/app/server/options.ts';
import type { Database } from '../src/platform/db/database.ts';
import { createVault } from '../src/platform/db/vault.ts';
import { firstDay, lastDay, type Month, shiftMonth } from '../src/platform/pure/period.ts';
import { type DemoVillage, demoHouseholds, type NameLists } from '../src/registers/households/seed.ts';
import { Census } from './census.ts';
import { type CopyTable, copyLine, copyTables, rowsOf } from './copy.ts';

/** A city in a database: one tenth of the households of each village, or all of them. */
export interface City {
  readonly database: Database;
  readonly files: CityFiles;
  readonly part: Part;
  readonly census: Census;
  readonly households: number;
  readonly residents: number;
}

export type Part = 'tenth' | 'whole';
/** The files of a city: the first tenth of each village's households, and the rest. */
export type Slice = 'tenth' | 'rest';

/** Somebody to look for, with what an exact look-up needs. */
export interface Known {
  readonly county: number;
  readonly place: number;
  readonly householdId: string;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly last4: string;
  readonly hash: Buffer;
}

/** The generated city as files for `COPY`: the first tenth, and the rest. */
export interface CityFiles {
  readonly folder: string;
  readonly villages: readonly number[];
  /** the last full month, the newest with events */
  readonly month: Month;
  readonly census: Readonly<Record<Part, Census>>;
  readonly sample: readonly Known[];
}

export const cityCode = 150_600_000_000;
/** Not a secret: everybody in the city is made up. */
export const benchKey = Buffer.alloc(32, 7);

const samplePerVillage = 2;
const eventMonths = 24;

/** The rural villages of the city by their codes. */
export async function listVillages(): Promise<readonly number[]> {
  const divisions = await readDivisions('1506');
  return divisions.filter((row) => row.level === 'village' && row.rural).map((row) => row.code);
}

/** Writes the city once, village by village, so that memory does not grow with it. The same seed makes the same city. */
export async function writeCity(
  folder: string,
  plan: { readonly seed: number; readonly householdsPerVillage: number; readonly month: Month },
): Promise<CityFiles> {
  const { month, householdsPerVillage } = plan;
  const random = seededRandom(plan.seed);
  const names = JSON.parse(await readFile(join(projectRoot, 'data', 'names.json'), 'utf8')) as NameLists;
  const villages = await listVillages();
  const span = { from: firstDay(shiftMonth(month, 1 - eventMonths)), until: lastDay(month) };
  const options = {
    names,
    vault: createVault(benchKey),
    span,
    households: householdsPerVillage,
    taken: new Set<string>(),
  };
  const census = { tenth: new Census(month), whole: new Census(month) };
  const sample: Known[] = [];
  const out = await openFiles(folder);
  for (const code of villages) {
    const village = demoHouseholds(random, code, options);
    const firstTenth = tenthOf(village, householdsPerVillage);
    for (const table of copyTables) {
      for (const { row, householdId } of rowsOf(village, table)) {
        const early = firstTenth.has(householdId);
        await out.write(table, early ? 'tenth' : 'rest', copyLine(table, row));
        if (early) census.tenth.count(table, row);
        census.whole.count(table, row);
      }
    }
    sample.push(...someOf(village, firstTenth));
  }
  await out.close();
  return { folder, villages, month, census, sample };
}

function tenthOf(village: DemoVillage, households: number): ReadonlySet<string> {
  const many = Math.max(1, Math.round(households / 10));
  return new Set(village.households.slice(0, many).map(({ row }) => row.id));
}

/** The first people who still live there, so that both cities have them. */
function someOf(village: DemoVillage, within: ReadonlySet<string>): Known[] {
  return village.residents
    .filter(({ row, later }) => later === undefined && within.has(String(row.household_id)))
    .slice(0, samplePerVillage)
    .map(({ row }) => ({
      county: row.county,
      place: row.place,
      householdId: String(row.household_id),
      name: String(row.name_key),
      pinyin: String(row.pinyin),
      initials: String(row.initials),
      last4: String(row.id_last4),
      hash: row.id_number_hash as Buffer,
    }));
}

async function openFiles(folder: string) {
  await mkdir(folder, { recursive: true });
  const streams = new Map<string, WriteStream>();
  for (const table of copyTables) {
    for (const slice of ['tenth', 'rest'] as const) {
      streams.set(`${table} ${slice}`, createWriteStream(copyFile(folder, table, slice)));
    }
  }
  return {
    async write(table: CopyTable, slice: Slice, line: string): Promise<void> {
      const stream = streams.get(`${table} ${slice}`);
      if (stream && !stream.write(line)) await once(stream, 'drain');
    },
    async close(): Promise<void> {
      for (const stream of streams.values()) stream.end();
      await Promise.all([...streams.values()].map((stream) => finished(stream)));
    },
  };
}

/** Where the rows of one table stand. */
export function copyFile(folder: string, table: CopyTable, slice: Slice): string {
  return join(folder, `${table}.${slice}.copy`);
}
