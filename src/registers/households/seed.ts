import type { PastRow } from '../../platform/db/load.ts';
import type { Row } from '../../platform/db/tx.ts';
import type { Vault } from '../../platform/db/vault.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { localDate } from '../../platform/pure/period.ts';
import type { HouseholdFields } from './contract.ts';
import {
  type DemoSpan,
  demoCourse,
  demoDay,
  demoFamily,
  demoIdNumber,
  demoStatus,
  type Figure,
  pickOne,
  type Random,
} from './demo-rules.ts';
import { householdColumns } from './household-store.ts';
import { idNumberHash, type KeyHolder } from './key-store.ts';
import { type PovertyCause, povertyCauses } from './poverty-rules.ts';
import type { ResidentFields } from './resident-contract.ts';
import { residentColumns } from './resident-store.ts';
import { readPerson } from './rules.ts';

/** The lists of `data/names.json`. */
export interface NameLists {
  readonly han: {
    readonly surnames: readonly string[];
    readonly givenMale: readonly string[];
    readonly givenFemale: readonly string[];
  };
  readonly mongolian: {
    readonly clans: readonly string[];
    readonly male: readonly string[];
    readonly female: readonly string[];
  };
  readonly rare: { readonly full: readonly string[] };
}

export interface DemoOptions {
  readonly names: NameLists;
  readonly vault: Vault;
  /** numbers given to others already; what is made here is added */
  readonly taken?: Set<string>;
  /** two years or so of events; everybody else was registered before */
  readonly span: DemoSpan;
  readonly households?: number;
  /** 0 to 1: how many households bear Mongolian names */
  readonly mongolianShare?: number;
  /** 0 to 1: how many were on the poverty register before the span */
  readonly poorShare?: number;
}

/** One village with its events: rows for `loadPast` and the keys for `claimKeys`. */
export interface DemoVillage {
  readonly households: readonly PastRow[];
  readonly residents: readonly PastRow[];
  readonly poverty: readonly PastRow[];
  readonly keys: readonly KeyHolder[];
}

/** A made-up village: the same for the same random numbers. Some of it is dirty on purpose. */
export function demoHouseholds(random: Random, village: number, options: DemoOptions): DemoVillage {
  const count = options.households ?? 27;
  const homes = Array.from({ length: count }, (_, index) => demoHousehold(random, { village, index, options }));
  return {
    households: homes.map((home) => home.household),
    residents: homes.flatMap((home) => home.residents),
    poverty: homes.flatMap((home) => home.poverty),
    keys: homes.flatMap((home) => home.keys),
  };
}

interface Site {
  readonly village: number;
  readonly index: number;
  readonly options: DemoOptions;
}

/** A household under way: what all its rows share. */
interface Home extends Site {
  readonly county: number;
  readonly id: string;
  readonly mongolian: boolean;
  /** of the head, borne by parents and children of Han households */
  readonly surname: string;
  readonly knownAt: Date;
}

function demoHousehold(random: Random, site: Site) {
  const { village, index, options } = site;
  const { span } = options;
  const joinedOn = '2014-01-01';
  const knownAt = new Date(Date.parse(`${span.from}T01:00:00Z`) - 86_400_000);
  const mongolian = random() < (options.mongolianShare ?? 0.35);
  const home: Home = {
    ...site,
    county: Math.floor(village / 1_000_000),
    id: demoId(random, span.from),
    mongolian,
    surname: demoSurname(random, options.names),
    knownAt,
  };
  const movedOn = random() < 0.012 ? demoDay(random, span) : undefined;
  const columns = householdColumns(options, householdFields(random, { index, joinedOn }));
  if (!columns.ok) throw new Error(columns.refusal.code);
  const left = movedOn && { left_on: movedOn, left_kind: 'moved_out', left_to: '外旗' };
  const household: PastRow = {
    row: {
      ...columns.value,
      county: home.county,
      id: home.id,
      place: village,
      joined_kind: 'registered',
      left_on: null,
      left_kind: null,
      left_to: null,
    },
    recordedAt: knownAt,
    ...(left ? { later: laterOf(random, { day: left.left_on, set: left, reason: 'moved_out', after: knownAt }) } : {}),
  };
  const people = demoFamily(random, { joinedOn, span, movedOn }).map((figure) => demoResident(random, home, figure));
  const poverty = demoCourse(random, { span, share: options.poorShare ?? 0.3, movedOn });
  return {
    household,
    residents: people.map(({ past }) => past),
    keys: people.map(({ key }) => key),
    poverty: povertyRows(random, home, poverty),
  };
}

function demoResident(random: Random, home: Home, figure: Figure): { past: PastRow; key: KeyHolder } {
  const { county, village, options } = home;
  const idNumber = freshIdNumber(random, home, figure);
  const fields = residentFields(random, home, { figure, idNumber });
  const person = readPerson(fields.name, idNumber, localDate('2099-12-31'));
  if (!person.ok) throw new Error(`${person.refusal.code}: ${fields.name}`);
  const id = demoId(random, options.span.from);
  const stay = {
    joined_on: figure.joinedOn,
    joined_kind: figure.joinedKind,
    left_on: null,
    left_reason: null,
    left_to: null,
  };
  const hash = idNumberHash(options, idNumber);
  const row = {
    ...residentColumns(options, { ...person.value, idNumberHash: hash }, fields),
    ...stay,
    county,
    place: village,
    id,
    household_id: home.id,
  };
  const recordedAt = figure.joinedKind === 'registered' ? home.knownAt : writtenAt(random, figure.joinedOn);
  const { left } = figure;
  const set = left && { left_on: left.on, left_reason: left.reason };
  const releasedOn = left && left.reason !== 'died' ? left.on : null;
  return {
    past: {
      row,
      recordedAt,
      ...(left && set ? { later: laterOf(random, { day: left.on, set, reason: left.reason, after: recordedAt }) } : {}),
    },
    key: { hash, county, residentId: id, householdId: home.id, releasedOn },
  };
}

function freshIdNumber(random: Random, { county, options }: Home, { birthOn, sex }: Figure): string {
  for (;;) {
    const idNumber = demoIdNumber({ region: county, birthOn, serial: Math.floor(random() * 500), sex });
    if (options.taken?.has(idNumber)) continue;
    options.taken?.add(idNumber);
    return idNumber;
  }
}

function povertyRows(random: Random, home: Home, course: ReturnType<typeof demoCourse>): PastRow[] {
  const mainCause = pickOne(random, povertyCauses.slice(0, 12));
  const otherCauses: PovertyCause[] = random() < 0.4 ? [pickOne(random, povertyCauses.slice(0, 12))] : [];
  const standard = pickOne(random, ['national', 'national', 'regional', 'city']);
  const kind = pickOne(random, ['general', 'general', 'low_income_support', 'extreme_poverty']);
  return course.map(({ state, change, startsOn, endsOn }) => {
    const recordedAt = startsOn < home.options.span.from ? home.knownAt : writtenAt(random, startsOn);
    const number = `${home.county}扶〔${startsOn.slice(0, 4)}〕${1 + Math.floor(random() * 40)}号`;
    const row = {
      county: home.county,
      id: demoId(random, home.options.span.from),
      place: home.village,
      household_id: home.id,
      ...{
        state,
        change,
        standard,
        kind,
        main_cause: mainCause,
        other_causes: otherCauses.filter((cause) => cause !== mainCause),
      },
      starts_on: startsOn,
      ends_on: null,
      document_number: number,
      decided_on: startsOn,
      note: null,
    };
    const reason = change === 'entry' ? 'exit' : 'relapse';
    const later = endsOn && laterOf(random, { day: endsOn, set: { ends_on: endsOn }, reason, after: recordedAt });
    return { row, recordedAt, ...(later ? { later } : {}) };
  });
}

function residentFields(
  random: Random,
  home: Home,
  { figure, idNumber }: { figure: Figure; idNumber: string },
): ResidentFields {
  return {
    name: demoName(random, home, figure),
    idNumber,
    relation: figure.relation as ResidentFields['relation'],
    ethnicity: home.mongolian ? '02' : '01',
    ...demoStatus(random, 2018 - Number(figure.birthOn.slice(0, 4))),
  };
}

function demoName(random: Random, { options, mongolian, surname }: Home, { sex, relation }: Figure): string {
  const { names } = options;
  if (random() < 0.002) return pickOne(random, names.rare.full);
  if (mongolian) {
    const given = pickOne(random, sex === 'male' ? names.mongolian.male : names.mongolian.female);
    // the dot as input methods write it: entering puts it right
    return random() < 0.03 ? pickOne(random, names.mongolian.clans) + pickOne(random, ['·', '•', '．']) + given : given;
  }
  const own = ['01', '03', '04', '11'].includes(relation) ? surname : demoSurname(random, names);
  const given = pickOne(random, sex === 'male' ? names.han.givenMale : names.han.givenFemale);
  return random() < 0.02 ? `${own}　${given}` : own + given;
}

function demoSurname(random: Random, names: NameLists): string {
  return names.han.surnames[Math.floor(random() ** 1.8 * names.han.surnames.length)] ?? '王';
}

function householdFields(random: Random, { index, joinedOn }: { index: number; joinedOn: string }): HouseholdFields {
  const mu = (most: number, share: number) => (random() < share ? Math.round(random() * most * 100) / 100 : null);
  const digits = (count: number) => String(Math.floor(random() * 10 ** count)).padStart(count, '0');
  return {
    number: String(index + 1).padStart(3, '0'),
    address: `${1 + (index % 5)}社`,
    phone: random() < 0.08 ? null : `1${pickOne(random, ['38', '39', '50', '58', '87'])}${digits(8)}`,
    bankCard: random() < 0.7 ? `62284802${digits(11)}` : null,
    croplandMu: mu(60, 0.7),
    irrigatedMu: mu(30, 0.4),
    forestMu: mu(40, 0.3),
    grasslandMu: mu(3_000, 0.5),
    housingM2: Math.round((40 + random() * 100) * 10) / 10,
    housingStructure: pickOne(random, ['brick_concrete', 'brick_wood', 'brick_wood', 'earth_wood']),
    housingDangerous: random() < 0.05,
    electricity: random() < 0.96 ? 'grid' : 'solar_wind',
    water: pickOne(random, ['tap', 'tap', 'well', 'well', 'cellar', 'hauled']),
    fuel: pickOne(random, ['coal', 'coal', 'electricity', 'gas', 'dung']),
    road: pickOne(random, ['concrete', 'asphalt', 'gravel', 'earth']),
    roadDistanceKm: Math.round(random() * 150) / 10,
    joinedOn,
  };
}

function demoId(random: Random, day: string): string {
  return seededId(Date.parse(`${day}T02:00:00Z`), random);
}

/** A working morning some days after something happened: when the clerk wrote it down. */
function writtenAt(random: Random, day: string): Date {
  return new Date(Date.parse(`${day}T01:00:00Z`) + Math.floor(random() * 12 * 86_400_000));
}

function laterOf(
  random: Random,
  change: { day: string; set: Row; reason: string; after: Date },
): NonNullable<PastRow['later']> {
  const at = writtenAt(random, change.day);
  const recordedAt = at > change.after ? at : new Date(change.after.getTime() + 3_600_000);
  return { set: change.set, recordedAt, reason: change.reason };
}
