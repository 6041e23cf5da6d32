import type { FlagRow } from './flag-store.ts';

/** A number in [0, 1) from a seeded source, so that the same seed makes the same example. */
export type Random = () => number;

interface FlaggableVillage {
  readonly code: number;
  readonly level: string;
  readonly rural: boolean;
}

export const seedKeyPoorVillages = 90;
const seedWeakVillages = 130;
const seedPilotsFirst = 24;

/**
 * Example flags for the demo city: about ninety rural villages are key poor from 2018-01-01, the `seat` among them; pilots begin in March 2018
 * with some of them, the other key poor villages follow in 2018 and the rest of the countryside in 2019, a few late
 * ones in 2020; weak villages are worked off over the years.
 */
export function makeFlags(
  villages: readonly FlaggableVillage[],
  random: Random,
  seat?: number,
): Omit<FlagRow, 'revision'>[] {
  const shuffled = shuffle(
    villages.filter((village) => village.level === 'village' && village.rural).map((village) => village.code),
    random,
  );
  const rural = exchange(shuffled, 0, shuffled.indexOf(seat ?? 0));
  const keyPoor = rural.slice(0, seedKeyPoorVillages);
  const others = rural.slice(seedKeyPoorVillages);
  const weak = [...keyPoor.filter(() => random() < 0.6), ...others].slice(0, seedWeakVillages);
  return [
    ...keyPoor.map((place) =>
      makeFlag(
        { place, flag: 'key_poor_village', startsOn: '2018-01-01', documentNumber: '鄂扶组发〔2018〕3号' },
        random,
      ),
    ),
    ...weak.map((place) => {
      const endsOn = random() < 0.5 ? dayIn(2019 + Math.floor(random() * 2), random) : null;
      return makeFlag({ place, flag: 'weak_village', startsOn: '2018-01-01', endsOn }, random);
    }),
    ...[...keyPoor, ...others].map((place, index) =>
      makeFlag({ place, flag: 'pilot_village', startsOn: pilotFrom(index, random) }, random),
    ),
  ];
}

function pilotFrom(index: number, random: Random): string {
  if (index < seedPilotsFirst) return '2018-03-01';
  if (index < seedKeyPoorVillages - 4) return dayIn(2018, random);
  if (index < seedKeyPoorVillages) return dayIn(2019, random);
  return random() < 0.96 ? dayIn(2019, random) : dayIn(2020, random);
}

/** The first of a month from April on. */
function dayIn(year: number, random: Random): string {
  return `${year}-${String(4 + Math.floor(random() * 9)).padStart(2, '0')}-01`;
}

function makeFlag(
  flag: { place: number; flag: FlagRow['flag']; startsOn: string; endsOn?: string | null; documentNumber?: string },
  random: Random,
): Omit<FlagRow, 'revision'> {
  const { place, startsOn, endsOn = null, documentNumber = null } = flag;
  const county = Math.floor(place / 1_000_000);
  return { county, id: makeId(random), place, flag: flag.flag, startsOn, endsOn, documentNumber };
}

function makeId(random: Random): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  digits[12] = '7';
  digits[16] = '8';
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function exchange<T>(items: readonly T[], one: number, other: number): readonly T[] {
  const at = (index: number) => (index === one ? other : index === other ? one : index);
  return other < 0 ? items : items.map((_, index) => items[at(index)] as T);
}

function shuffle<T>(items: readonly T[], random: Random): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}
