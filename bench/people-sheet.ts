import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../src/app/demo/random.ts';
import { projectRoot } from '../src/app/server/options.ts';
import type { PastRow } from '../src/platform/db/load.ts';
import { createVault } from '../src/platform/db/vault.ts';
import type { ExportRow } from '../src/platform/sheets/cells-out.ts';
import { writeTemplate } from '../src/platform/sheets/template.ts';
import { demoHouseholds, type NameLists } from '../src/registers/households/seed.ts';
import { householdSheet } from '../src/registers/households/sheet-contract.ts';
import { benchKey } from './city.ts';

/** A filled-in template as a township sends it, with what has to stand in the tables afterwards. */
export interface PeopleSheet {
  readonly bytes: Buffer;
  readonly rows: number;
  /** `village number name last4` of everybody, in order */
  readonly wanted: readonly string[];
}

/** Nobody of the made city was born there, so that no number of the sheet is known. */
const strangerVillage = 150_502_100_200;

/** A workbook of so many people, one row each, spread over the villages of a township. */
export async function writePeople(plan: {
  readonly rows: number;
  readonly villages: readonly number[];
  readonly seed: number;
}): Promise<PeopleSheet> {
  const names = JSON.parse(await readFile(join(projectRoot, 'data', 'names.json'), 'utf8')) as NameLists;
  const random = seededRandom(plan.seed + 1);
  const vault = createVault(benchKey);
  const options = {
    names,
    vault,
    span: { from: '2024-01-01', until: '2024-12-31' },
    taken: new Set<string>(),
    households: 200,
  };
  const found: ExportRow[] = [];
  const wanted: string[] = [];
  for (let turn = 0; found.length < plan.rows; turn += 1) {
    const village = plan.villages[turn % plan.villages.length] ?? 0;
    const { households, residents } = demoHouseholds(random, strangerVillage, options);
    const homes = new Map(
      households.filter(stays).map(({ row }, index) => [row.id, { ...row, number: `${turn}-${index}` }]),
    );
    for (const { row } of residents.filter(stays)) {
      const home = homes.get(String(row.household_id));
      // a household is never cut in two: whoever is head stands first
      if (!home || (row.relation === '01' && found.length >= plan.rows)) break;
      found.push(sheetRow({ village, home, person: row, open: (sealed) => vault.open(sealed) }));
      wanted.push(`${village} ${home.number} ${row.name} ${row.id_last4}`);
    }
  }
  const revealed = householdSheet.columns.map((column) => column.key);
  const bytes = await writeTemplate(householdSheet, { language: 'zh', knownRows: found, revealed });
  return { bytes, rows: found.length, wanted: wanted.toSorted() };
}

function stays({ later }: PastRow): boolean {
  return later === undefined;
}

interface Person {
  readonly village: number;
  readonly home: PastRow['row'] & { readonly number: string };
  readonly person: PastRow['row'];
  readonly open: (sealed: Uint8Array) => string;
}

function sheetRow({ village, home, person, open }: Person): ExportRow {
  const text = (value: unknown) => (value === null || value === undefined ? undefined : String(value));
  const number = (value: unknown) => (value instanceof Uint8Array ? open(value) : undefined);
  return {
    place: String(village),
    number: home.number,
    name: text(person.name_original),
    idNumber: number(person.id_number),
    relation: text(person.relation),
    ethnicity: text(person.ethnicity),
    education: text(person.education),
    health: text(person.health),
    labour: text(person.labour),
    employment: text(person.employment),
    politicalStatus: text(person.political_status),
    medicalInsured: text(person.medical_insured),
    pensionInsured: text(person.pension_insured),
    phone: number(home.phone),
    bankCard: number(home.bank_card),
    address: text(home.address),
    croplandMu: text(home.cropland_mu),
    irrigatedMu: text(home.irrigated_mu),
    forestMu: text(home.forest_mu),
    grasslandMu: text(home.grassland_mu),
    housingM2: text(home.housing_m2),
    housingDangerous: text(home.housing_dangerous),
    joinedOn: text(person.joined_on),
  };
}
