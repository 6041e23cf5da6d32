import { type GridState, gridStateOf, gridStates } from './order-rules.ts';

/** One village and year as it is stored. */
export interface StoredCell {
  readonly place: number;
  readonly placeName: string;
  readonly bannerName: string;
  readonly year: number;
  readonly flagged: boolean;
  readonly receivedFen: bigint;
  readonly releases: number;
  readonly orderCounty: number | null;
  readonly orderId: string | null;
}

export interface ShownCell extends Pick<StoredCell, 'year' | 'receivedFen' | 'releases' | 'orderCounty' | 'orderId'> {
  readonly state: GridState;
}

export interface Grid {
  readonly years: {
    readonly year: number;
    readonly grantFen: bigint | null;
    readonly states: Record<GridState, number>;
  }[];
  readonly rows: {
    readonly place: number;
    readonly placeName: string;
    readonly bannerName: string;
    readonly cells: ShownCell[];
  }[];
}

/** The grid of article 11: a row for each village, a cell for each year in which it is due or got something. */
export function layGrid(
  cells: readonly StoredCell[],
  { grants, state }: { readonly grants: ReadonlyMap<number, bigint | null>; readonly state?: GridState | undefined },
): Grid {
  const shown = cells.map((cell) => ({ ...cell, state: gridStateOf(cell, grants.get(cell.year) ?? 0n) }));
  const years = [...grants].map(([year, grantFen]) => ({ year, grantFen, states: countStates(shown, year) }));
  const chosen = new Set(shown.filter((cell) => state === undefined || cell.state === state).map(({ place }) => place));
  const rows = [...Map.groupBy(shown, ({ place }) => place).values()].flatMap((group) => {
    const [first] = group;
    if (!first || !chosen.has(first.place)) return [];
    const { place, placeName, bannerName } = first;
    const years = group.map(({ year, receivedFen, releases, orderCounty, orderId, state: stateOf }) => ({
      ...{ year, receivedFen, releases, orderCounty, orderId },
      state: stateOf,
    }));
    return [{ place, placeName, bannerName, cells: years }];
  });
  return { years, rows };
}

function countStates(cells: readonly { readonly year: number; readonly state: GridState }[], year: number) {
  const counts = Object.fromEntries(gridStates.map((state) => [state, 0])) as Record<GridState, number>;
  for (const cell of cells) if (cell.year === year) counts[cell.state] += 1;
  return counts;
}
