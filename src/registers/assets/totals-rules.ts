import { type AssetClass, type AssetKind, assetClasses } from './rules.ts';

/** Sums of assets: counts, fen and mu. */
export interface Sums {
  readonly assets: number;
  readonly confirmed: number;
  readonly poverty: number;
  readonly bookValueFen: bigint;
  readonly valueFen: bigint;
  readonly bookAreaMu: number;
  readonly areaMu: number;
}

export type ClassSums = Sums & { readonly class: AssetClass };
export type KindSums = ClassSums & { readonly kind: AssetKind };

const nothing: Sums = { assets: 0, confirmed: 0, poverty: 0, bookValueFen: 0n, valueFen: 0n, bookAreaMu: 0, areaMu: 0 };

/** Adds up; areas in hundredths of a mu, so that no sum depends on its order. */
export function addUp(parts: readonly Sums[]): Sums {
  return parts.reduce(
    (sum, part) => ({
      assets: sum.assets + part.assets,
      confirmed: sum.confirmed + part.confirmed,
      poverty: sum.poverty + part.poverty,
      bookValueFen: sum.bookValueFen + part.bookValueFen,
      valueFen: sum.valueFen + part.valueFen,
      bookAreaMu: addMu(sum.bookAreaMu, part.bookAreaMu),
      areaMu: addMu(sum.areaMu, part.areaMu),
    }),
    nothing,
  );
}

function addMu(a: number, b: number): number {
  return (Math.round(a * 100) + Math.round(b * 100)) / 100;
}

/** The sums of each class that has assets, in the order of the classes. */
export function byClass(parts: readonly ClassSums[]): ClassSums[] {
  return assetClasses.flatMap((of) => {
    const own = parts.filter((part) => part.class === of);
    return own.length === 0 ? [] : [{ class: of, ...addUp(own) }];
  });
}

export interface Counted {
  readonly kinds: readonly KindSums[];
  readonly places: readonly { readonly place: number; readonly placeName: string }[];
  readonly below: readonly (ClassSums & { readonly place: number })[];
}

/** The totals of a place: its own from the kinds, and a row for each place below it, those without assets too. */
export function totalsOf({ kinds, places, below }: Counted) {
  const byPlace = Map.groupBy(below, (row) => row.place);
  return {
    own: { ...addUp(kinds), classes: byClass(kinds) },
    kinds: kinds.map((row) => ({ class: row.class, kind: row.kind, ...addUp([row]) })),
    below: places.map(({ place, placeName }) => {
      const rows = byPlace.get(place) ?? [];
      return { place, placeName, ...addUp(rows), classes: byClass(rows) };
    }),
  };
}
