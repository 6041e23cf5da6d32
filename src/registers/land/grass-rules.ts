/** Animals that graze, in the order of the forms of the yearly count. */
export const herdSpecies = ['sheep', 'goats', 'cattle', 'horses', 'donkeys', 'camels'] as const;
export type HerdSpecies = (typeof herdSpecies)[number];
export type Herd = Readonly<Record<HerdSpecies, number>>;

/** Sheep units of one animal in basis points (NY/T 635), as dated parameters give them. */
export type SheepUnitFactors = Readonly<Record<HerdSpecies, number>>;

/** The parameter that holds the factor of a kind of animal. */
export function factorCode(species: HerdSpecies): string {
  return `sheep_units_${species}`;
}

/** A herd in sheep units, rounded to two decimals. */
export function sheepUnitsOf(herd: Herd, factors: SheepUnitFactors): number {
  const units = herdSpecies.reduce((sum, species) => sum + herd[species] * factors[species], 0);
  return Math.round(units / 100) / 100;
}

export type GrassLight = 'met' | 'near' | 'late' | 'none';

/** From this part of the capacity on a herd is close to it, in basis points. */
export const nearCapacityBp = 9_000;

/** Where a herd stands against what the grassland carries; nothing is said where no capacity was set. */
export function grassLight(balance: { readonly capacity: number | null; readonly herd: number }): GrassLight {
  const { capacity, herd } = balance;
  if (capacity === null) return 'none';
  if (herd > capacity) return 'late';
  return herd * 10_000 >= capacity * nearCapacityBp && herd > 0 ? 'near' : 'met';
}

/** By how much a herd is above the capacity, in basis points, rounded up; 0 where it is not. */
export function overgrazedBp(balance: { readonly capacity: number; readonly herd: number }): number {
  const { capacity, herd } = balance;
  if (herd <= capacity) return 0;
  return capacity === 0 ? 10_000 : Math.ceil(((herd - capacity) * 10_000) / capacity);
}
