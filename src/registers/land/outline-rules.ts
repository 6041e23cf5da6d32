import type { Boundary, Corner } from '../../platform/pure/boundary.ts';

/** The box around an outline, in degrees with six decimals (a tenth of a metre). */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Beyond this part of the smaller outline two parcels claim the same ground (anchors row 70): 5 %. */
export const overlapToleranceBp = 500;

const metresPerDegree = 111_195.08;
const squareMetresPerMu = 10_000 / 15;

export function boxOf({ polygons }: Boundary): Box {
  const corners = polygons.flat(2);
  const longitudes = corners.map(([longitude]) => longitude);
  const latitudes = corners.map(([, latitude]) => latitude);
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), 180);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -180);
  return {
    west: Math.floor(least(longitudes) * 1e6) / 1e6,
    south: Math.floor(least(latitudes) * 1e6) / 1e6,
    east: Math.ceil(most(longitudes) * 1e6) / 1e6,
    north: Math.ceil(most(latitudes) * 1e6) / 1e6,
  };
}

/**
 * The ground that two outlines share, in mu with two decimals, whatever their shapes, holes and pieces. Both lie in one
 * plane around their middle latitude. Between two neighbouring abscissae at which a corner lies or two edges cross no edge
 * crosses another, so the common part there is made of trapezoids, whose area is their width times their height in the
 * middle.
 */
export function overlapMu(one: Boundary, other: Boundary): number {
  const [a, b] = [boxOf(one), boxOf(other)];
  if (a.west > b.east || b.west > a.east || a.south > b.north || b.south > a.north) return 0;
  const middle = (Math.min(a.south, b.south) + Math.max(a.north, b.north)) / 2;
  const narrowing = Math.cos((middle * Math.PI) / 180);
  const origin: Corner = [Math.min(a.west, b.west), Math.min(a.south, b.south)];
  const plane = (boundary: Boundary) => edgesOf(boundary, origin, narrowing);
  const squareMetres = sharedArea(plane(one), plane(other));
  return Math.round((squareMetres / squareMetresPerMu) * 100) / 100;
}

/** What two outlines share in basis points of the smaller, rounded down; areas in mu. */
export function overlapBp(sharedMu: number, oneMu: number, otherMu: number): number {
  const smaller = Math.min(oneMu, otherMu);
  return smaller <= 0 ? 0 : Math.min(10_000, Math.floor((sharedMu / smaller) * 10_000));
}

/** An edge from left to right, in metres; upright ones bound no height and are left out. */
interface Edge {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function edgesOf({ polygons }: Boundary, [west, south]: Corner, narrowing: number): readonly Edge[] {
  const metres = ([longitude, latitude]: Corner) => ({
    x: (longitude - west) * metresPerDegree * narrowing,
    y: (latitude - south) * metresPerDegree,
  });
  return polygons.flat().flatMap((ring) =>
    ring.slice(1).flatMap((corner, at) => {
      const [from, to] = [metres(ring[at] ?? corner), metres(corner)];
      if (from.x === to.x) return [];
      const [left, right] = from.x < to.x ? [from, to] : [to, from];
      return [{ x1: left.x, y1: left.y, x2: right.x, y2: right.y }];
    }),
  );
}

function sharedArea(one: readonly Edge[], other: readonly Edge[]): number {
  const cuts = [...new Set([...endsOf(one), ...endsOf(other), ...crossings([...one, ...other])])].sort((a, b) => a - b);
  let area = 0;
  for (const [at, right] of cuts.entries()) {
    const left = cuts[at - 1];
    if (left === undefined) continue;
    const x = (left + right) / 2;
    area += (right - left) * commonLength(heightsAt(one, x), heightsAt(other, x));
  }
  return area;
}

function endsOf(edges: readonly Edge[]): readonly number[] {
  return edges.flatMap(({ x1, x2 }) => [x1, x2]);
}

/** Abscissae at which two edges cross; edges sorted by their left ends, so that only neighbours are compared. */
function crossings(edges: readonly Edge[]): readonly number[] {
  const sorted = edges.toSorted((a, b) => a.x1 - b.x1);
  const found: number[] = [];
  let open: Edge[] = [];
  for (const edge of sorted) {
    open = open.filter(({ x2 }) => x2 > edge.x1);
    for (const earlier of open) {
      const x = crossing(earlier, edge);
      if (x !== undefined) found.push(x);
    }
    open.push(edge);
  }
  return found;
}

function crossing(one: Edge, other: Edge): number | undefined {
  const from = Math.max(one.x1, other.x1);
  const to = Math.min(one.x2, other.x2);
  const before = heightAt(one, from) - heightAt(other, from);
  const after = heightAt(one, to) - heightAt(other, to);
  if (from >= to || before * after >= 0) return undefined;
  return from + ((to - from) * before) / (before - after);
}

function heightAt({ x1, y1, x2, y2 }: Edge, x: number): number {
  return y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
}

/** Where an upright line at `x` enters and leaves the outline, in order. */
function heightsAt(edges: readonly Edge[], x: number): readonly number[] {
  const crossed = edges.filter(({ x1, x2 }) => x1 < x && x < x2);
  return crossed.map((edge) => heightAt(edge, x)).sort((a, b) => a - b);
}

/** The length that two rows of stretches share; each is written as enter, leave, enter, leave … */
function commonLength(one: readonly number[], other: readonly number[]): number {
  let length = 0;
  for (let a = 0, b = 0; a + 1 < one.length && b + 1 < other.length; ) {
    const [from, to] = [Math.max(one[a] ?? 0, other[b] ?? 0), Math.min(one[a + 1] ?? 0, other[b + 1] ?? 0)];
    if (to > from) length += to - from;
    if ((one[a + 1] ?? 0) < (other[b + 1] ?? 0)) a += 2;
    else b += 2;
  }
  return length;
}

/** Paths of SVG drawings of outlines in one common box of `size` units, north up. */
export function outlinePaths(outlines: readonly Boundary[], size: number): readonly string[] {
  const { west, south, east, north } = boxOf({ polygons: outlines.flatMap(({ polygons }) => polygons) });
  const narrowing = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = size / Math.max((east - west) * narrowing, north - south, 1e-9);
  const at = ([longitude, latitude]: Corner) =>
    `${((longitude - west) * narrowing * scale).toFixed(1)} ${((north - latitude) * scale).toFixed(1)}`;
  return outlines.map(({ polygons }) =>
    polygons
      .flat()
      .map((ring) => `M${ring.map(at).join('L')}Z`)
      .join(''),
  );
}
