import type { PastRow } from '../../platform/db/load.ts';
import type { Row } from '../../platform/db/tx.ts';
import type { Vault } from '../../platform/db/vault.ts';
import { uuidv7 } from '../../platform/pure/ids.ts';
import { addDays, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { residentIdCheckDigit } from '../../platform/pure/resident-id.ts';
import type { HouseholdFields } from './contract.ts';
import { householdColumns } from './household-store.ts';
import { idNumberHash, type KeyHolder } from './key-store.ts';
import type { ResidentFields } from './resident-contract.ts';
import { residentColumns } from './resident-store.ts';
import { readPerson } from './rules.ts';
import { demoPoverty } from './seed-poverty.ts';

/** A number in [0, 1), the same for the same seed. */
export type Random = () => number;

/** The lists of `data/names.json`. */
export interface NameLists {
  readonly han: { readonly surnames: readonly string[]; readonly givenMale: readonly string[]; readonly givenFemale: readonly string[] };
  readonly mongolian: { readonly clans: readonly string[]; readonly male: readonly string[]; readonly female: readonly string[] };
  readonly rare: { readonly full: readonly string[] };
}

export interface DemoOptions {
  readonly names: NameLists;
  readonly vault: Vault;
  /** first day of the two years of events; everybody else was registered before it */
  readonly from: string;
  readonly until: string;
  readonly households?: number;
  /** 0 to 1: how many households bear Mongolian names */
  readonly mongolianShare?: number;
  readonly poorShare?: number;
}

/** One village with two years of events: rows for `loadPast` (or their `row` for `recordMany`), and the keys to claim. */
export interface DemoVillage {
  readonly households: readonly PastRow[];
  readonly residents: readonly PastRow[];
  readonly poverty: readonly PastRow[];
  readonly keys: readonly KeyHolder[];
}

/** A made-up village: the same for the same random numbers. Some of it is dirty on purpose. */
export function demoHouseholds(random: Random, village: number, options: DemoOptions): DemoVillage {
  const makers = Array.from({ length: options.households ?? 27 }, (_, index) => demoHousehold(random, { village, index, options }));
  return {
    households: makers.map((maker) => maker.household),
    residents: makers.flatMap((maker) => maker.residents),
    poverty: makers.flatMap((maker) => maker.poverty),
    keys: makers.flatMap((maker) => maker.keys),
  };
}

/** A resident id whose check digit is right. `serial` below 500; people of one day and region differ by it. */
export function demoIdNumber(person: { region: number; birthOn: string; serial: number; sex: 'male' | 'female' }): string {
  const order = String((person.serial * 2 + (person.sex === 'male' ? 1 : 0)) % 1000).padStart(3, '0');
  const first17 = `${person.region}${person.birthOn.replaceAll('-', '')}${order}`;
  return first17 + residentIdCheckDigit(first17);
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
}

export function demoId(random: Random, day: string): string {
  const bytes = Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256));
  return uuidv7(Date.parse(`${day}T02:00:00Z`), bytes);
}

/** A working morning some days after something happened: when the clerk wrote it down. */
export function writtenAt(random: Random, day: string): Date {
  return new Date(Date.parse(`${day}T01:00:00Z`) + Math.floor(random() * 12 * 86_400_000));
}

interface Site {
  readonly village: number;
  readonly index: number;
  readonly options: DemoOptions;
}

interface Figure {
  readonly relation: string;
  readonly birthOn: LocalDate;
  readonly sex: 'male' | 'female';
  readonly joinedOn: string;
  readonly joinedKind: string;
  left?: { readonly on: string; readonly reason: string };
}

function demoHousehold(random: Random, site: Site) {
  const { village, index, options } = site;
  const county = Math.floor(village / 1_000_000);
  const id = demoId(random, options.from);
  const joinedOn = options.from < '2018-01-01' ? options.from : '2017-12-01';
  const firstKnown = new Date(Date.parse(`${joinedOn}T01:00:00Z`));
  const movedOn = random() < 0.012 ? dayIn(random, options) : undefined;
  const figures = family(random, { joinedOn, options, movedOn });
  const mongolian = random() < (options.mongolianShare ?? 0.35);
  const columns = householdColumns(options, householdFields(random, { index, joinedOn }));
  if (!columns.ok) throw new Error(columns.refusal.code);
  const household: PastRow = {
    row: { ...columns.value, county, id, place: village, joined_kind: 'registered', ...notLeft },
    recordedAt: firstKnown,
    ...(movedOn ? { later: later(random, movedOn, { left_on: movedOn, left_kind: 'moved_out', left_to: '\u5916\u65D7' }) } : {}),
  };
  const keys: KeyHolder[] = [];
  const residents = figures.map((figure, order): PastRow => {
    const person = { figure, serial: index * 11 + order, mongolian, site };
    const { row, hash } = residentRow(random, person, { county, householdId: id });
    const { left } = figure;
    const releasedOn = left && left.reason !== 'died' ? left.on : null;
    keys.push({ hash, county, residentId: row.id, householdId: id, releasedOn });
    const recordedAt = figure.joinedOn > joinedOn ? writtenAt(random, figure.joinedOn) : firstKnown;
    const change = left && { left_on: left.on, left_reason: left.reason };
    const known = change && later(random, left.on, change);
    return { row, recordedAt, ...(known ? { later: { ...known, recordedAt: latest(known.recordedAt, recordedAt) } } : {}) };
  });
  const poverty = demoPoverty(random, { county, place: village, householdId: id, movedOn, options, firstKnown });
  return { household, residents, poverty, keys };
}

const notLeft = { left_on: null, left_kind: null, left_to: null };

/** Head, mostly a spouse, children, sometimes a parent; and what the two years brought. */
function family(random: Random, known: { joinedOn: string; options: DemoOptions; movedOn: string | undefined }): Figure[] {
  const { joinedOn, options, movedOn } = known;
  const headAge = 32 + Math.floor(random() * 42);
  const present = (relation: string, age: number, sex: 'male' | 'female'): Figure => {
    return { relation, birthOn: birth(random, age), sex, joinedOn, joinedKind: 'registered' };
  };
  const headSex = random() < 0.82 ? 'male' : 'female';
  const figures = [present('01', headAge, headSex)];
  const married = random() < 0.86;
  if (married) figures.push(present('02', headAge - 4 + Math.floor(random() * 6), headSex === 'male' ? 'female' : 'male'));
  const children = Math.floor(random() * (headAge < 60 ? 3 : 2));
  for (let child = 0; child < children; child++) {
    const age = headAge - 23 - child * 3;
    const sex = random() < 0.52 ? 'male' : 'female';
    if (age >= 1) figures.push(present(sex === 'male' ? '03' : '04', age, sex));
  }
  if (headAge < 58 && random() < 0.25) figures.push(present(random() < 0.4 ? '11' : '12', headAge + 24, random() < 0.4 ? 'male' : 'female'));
  if (movedOn) return figures.map((figure) => ({ ...figure, left: { on: movedOn, reason: 'moved' } }));
  for (const figure of figures.slice(1)) {
    const age = 2018 - Number(figure.birthOn.slice(0, 4));
    if (age > 72 && random() < 0.12) figure.left = { on: dayIn(random, options), reason: 'died' };
    else if (figure.relation === '04' && age > 20 && age < 32 && random() < 0.25) figure.left = { on: dayIn(random, options), reason: 'married_out' };
    else if (figure.relation === '03' && age > 22 && random() < 0.05) figure.left = { on: dayIn(random, options), reason: 'moved' };
  }
  const newcomer = (relation: string, sex: 'male' | 'female', birthOn?: string): Figure => {
    const on = dayIn(random, options);
    return { relation, sex, birthOn: localDate(birthOn ?? on), joinedOn: on, joinedKind: birthOn ? 'married_in' : 'born' };
  };
  if (married && headAge < 42 && random() < 0.14) figures.push(newcomer(random() < 0.52 ? '03' : '04', random() < 0.52 ? 'male' : 'female'));
  if (headAge > 46 && random() < 0.05) figures.push(newcomer('05', 'female', birth(random, 24)));
  return figures;
}

function residentRow(
  random: Random,
  { figure, serial, mongolian, site }: { figure: Figure; serial: number; mongolian: boolean; site: Site },
  home: { county: number; householdId: string },
) {
  const { options, village } = site;
  const age = 2018 - Number(figure.birthOn.slice(0, 4));
  // the village code spreads serials, so that two villages of a banner never make the same number
  const idNumber = demoIdNumber({ region: home.county, birthOn: figure.birthOn, serial: (serial * 7 + (village % 1_000_000) * 13) % 500, sex: figure.sex });
  const name = demoName(random, { names: options.names, mongolian, sex: figure.sex });
  const fields: ResidentFields = {
    name,
    idNumber,
    relation: figure.relation as ResidentFields['relation'],
    ethnicity: mongolian ? '02' : '01',
    education: random() < 0.04 ? null : age < 7 ? '06' : age > 60 ? pick(random, ['01', '02', '02']) : pick(random, ['02', '03', '03', '04', '05']),
    schooling: age < 3 || age > 24 ? 'none' : age < 7 ? 'preschool' : age < 13 ? 'primary' : age < 16 ? 'junior' : 'senior',
    health: age > 55 ? pick(random, ['healthy', 'healthy', 'chronic', 'severe_illness', 'disabled']) : random() < 0.94 ? 'healthy' : pick(random, ['chronic', 'disabled']),
    labour: age < 16 || age > 70 ? 'none' : random() < 0.12 ? 'skilled' : 'ordinary',
    employment: age > 17 && age < 58 && random() < 0.3 ? pick(random, ['in_township', 'in_banner', 'in_region', 'outside_region']) : 'none',
    politicalStatus: age > 20 && random() < 0.09 ? 'party_member' : 'masses',
    medicalInsured: random() < 0.97,
    pensionInsured: age >= 16 ? random() < 0.85 : null,
  };
  const person = readPerson(name, idNumber, localDate('2030-01-01'));
  if (!person.ok) throw new Error(`${person.refusal.code}: ${name}`);
  const id = demoId(random, options.from);
  const stay = { joined_on: figure.joinedOn, joined_kind: figure.joinedKind, left_on: null, left_reason: null, left_to: null };
  const columns = residentColumns(options, person.value, fields);
  const row = { ...columns, ...stay, county: home.county, place: village, id, household_id: home.householdId };
  return { row, hash: idNumberHash(options, idNumber) };
}

function demoName(random: Random, { names, mongolian, sex }: { names: NameLists; mongolian: boolean; sex: 'male' | 'female' }): string {
  if (random() < 0.002) return pick(random, names.rare.full);
  if (mongolian) {
    const given = pick(random, sex === 'male' ? names.mongolian.male : names.mongolian.female);
    // the dot as input methods write it: importing and entering put it right
    return random() < 0.03 ? `${pick(random, names.mongolian.clans)}${pick(random, ['\u00B7', '\u2022', '\uFF0E'])}${given}` : given;
  }
  const surname = names.han.surnames[Math.floor(random() ** 1.8 * names.han.surnames.length)] ?? '\u738B';
  const given = pick(random, sex === 'male' ? names.han.givenMale : names.han.givenFemale);
  return random() < 0.02 ? `${surname}\u3000${given}` : surname + given;
}

function householdFields(random: Random, { index, joinedOn }: { index: number; joinedOn: string }): HouseholdFields {
  const mu = (most: number, share: number) => (random() < share ? Math.round(random() * most * 100) / 100 : null);
  return {
    number: String(index + 1).padStart(3, '0'),
    externalNumber: null,
    address: `${1 + (index % 5)}\u793E`,
    phone: random() < 0.08 ? null : `1${pick(random, ['38', '39', '50', '58', '87'])}${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
    bankCard: random() < 0.7 ? `62284802${String(Math.floor(random() * 1e11)).padStart(11, '0')}` : null,
    croplandMu: mu(60, 0.7),
    irrigatedMu: mu(30, 0.4),
    forestMu: mu(40, 0.3),
    grasslandMu: mu(3_000, 0.5),
    housingM2: Math.round((40 + random() * 100) * 10) / 10,
    housingStructure: pick(random, ['brick_concrete', 'brick_wood', 'brick_wood', 'earth_wood']),
    housingDangerous: random() < 0.05,
    electricity: random() < 0.96 ? 'grid' : 'solar_wind',
    water: pick(random, ['tap', 'tap', 'well', 'well', 'cellar', 'hauled']),
    fuel: pick(random, ['coal', 'coal', 'electricity', 'gas', 'dung']),
    road: pick(random, ['concrete', 'asphalt', 'gravel', 'earth']),
    roadDistanceKm: Math.round(random() * 150) / 10,
    joinedOn,
  };
}

function birth(random: Random, age: number): LocalDate {
  return addDays(localDate(`${2017 - age}-01-01`), Math.floor(random() * 360));
}

function dayIn(random: Random, { from, until }: DemoOptions): string {
  const days = Math.floor((Date.parse(until) - Date.parse(from)) / 86_400_000);
  return addDays(localDate(from), 5 + Math.floor(random() * Math.max(1, days - 30)));
}

export function later(random: Random, day: string, set: Row): NonNullable<PastRow['later']> {
  return { set, recordedAt: writtenAt(random, day), reason: String(Object.values(set)[1] ?? 'ended') };
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : new Date(b.getTime() + 3_600_000);
}
