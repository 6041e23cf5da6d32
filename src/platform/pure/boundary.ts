import { ok, type Refusal, type Result, refusal, refuse } from './result.ts';

/** One corner: longitude and latitude in degrees (WGS 84 or CGCS2000). */
export type Corner = readonly [longitude: number, latitude: number];
export type Ring = readonly Corner[];

/** Polygons, each with its outer ring and, after it, its holes. */
export interface Boundary {
  readonly polygons: readonly (readonly Ring[])[];
}

export type BoundaryRefusal = Refusal<'boundary_format' | 'boundary_ring' | 'boundary_outside' | 'boundary_too_fine'>;

/** More corners than a surveyor sets out on foot say that the wrong file was given. */
export const mostCorners = 5_000;
const china = { west: 73, east: 136, south: 3, north: 54 };
const earthRadiusM = 6_371_008.8;
const squareMetresPerMu = 10_000 / 15;

/** Reads GeoJSON: a Polygon or MultiPolygon, also inside a Feature or a collection of one Feature. */
export function parseBoundary(text: string): Result<Boundary, BoundaryRefusal> {
  const geometry = geometryOf(parsedJson(text));
  const polygons = geometry && polygonsOf(geometry);
  if (!polygons) return refuse(refusal('boundary_format', 'boundary'));
  const rings = polygons.flat();
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > mostCorners) {
    return refuse(refusal('boundary_too_fine', 'boundary', { most: mostCorners }));
  }
  if (!rings.every(isClosed)) return refuse(refusal('boundary_ring', 'boundary'));
  if (!rings.every((ring) => ring.every(isInChina))) return refuse(refusal('boundary_outside', 'boundary'));
  return ok({ polygons });
}

/**
 * About how large it is, in mu with two decimals, on a sphere. A hint to compare a measured area with, never a record:
 * the method differs from a survey by a few tenths of a percent.
 */
export function boundaryAreaMu({ polygons }: Boundary): number {
  let squareMetres = 0;
  for (const [outer = [], ...holes] of polygons) {
    squareMetres += ringSquareMetres(outer) - holes.reduce((sum, hole) => sum + ringSquareMetres(hole), 0);
  }
  return Math.round((squareMetres / squareMetresPerMu) * 100) / 100;
}

/** How far two areas are apart, in basis points of the larger; 0 where one is not known. */
export function areaGapBp(measuredMu: number, drawnMu: number): number {
  const larger = Math.max(measuredMu, drawnMu);
  if (measuredMu === 0 || drawnMu === 0) return 0;
  return Math.round((Math.abs(measuredMu - drawnMu) / larger) * 10_000);
}

/** Path of an SVG drawing in a box of `size` units, north up. */
export function boundaryPath({ polygons }: Boundary, size: number): string {
  const corners = polygons.flat(2);
  const [west, east] = extent(corners.map(([longitude]) => longitude));
  const [south, north] = extent(corners.map(([, latitude]) => latitude));
  const narrowing = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = size / Math.max((east - west) * narrowing, north - south, 1e-9);
  const at = ([longitude, latitude]: Corner) =>
    `${((longitude - west) * narrowing * scale).toFixed(1)} ${((north - latitude) * scale).toFixed(1)}`;
  return polygons
    .flat()
    .map((ring) => `M${ring.map(at).join('L')}Z`)
    .join('');
}

function extent(values: readonly number[]): readonly [least: number, most: number] {
  return [
    values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  ];
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Json = Readonly<Record<string, unknown>>;

function geometryOf(value: unknown): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const json = value as Json;
  if (json.type === 'Feature') return geometryOf(json.geometry);
  if (json.type === 'FeatureCollection') {
    return Array.isArray(json.features) && json.features.length === 1 ? geometryOf(json.features[0]) : undefined;
  }
  return json;
}

function polygonsOf({ type, coordinates }: Json): readonly (readonly Ring[])[] | undefined {
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(polygons) || polygons.length === 0) return undefined;
  const fits = polygons.every(
    (polygon: unknown) =>
      Array.isArray(polygon) &&
      polygon.length > 0 &&
      polygon.every((ring: unknown) => Array.isArray(ring) && ring.every(isCorner)),
  );
  return fits ? (polygons as Ring[][]) : undefined;
}

function isCorner(value: unknown): value is Corner {
  return Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

function isClosed(ring: Ring): boolean {
  const [first] = ring;
  const last = ring.at(-1);
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function isInChina([longitude, latitude]: Corner): boolean {
  return longitude > china.west && longitude < china.east && latitude > china.south && latitude < china.north;
}

/** Area of a ring on a sphere, by the excess over the chords of its meridians (Chamberlain and Duquette 2007). */
function ringSquareMetres(ring: Ring): number {
  let sum = 0;
  for (const [at, [longitude, latitude]] of ring.entries()) {
    const next = ring[(at + 1) % ring.length];
    if (!next) continue;
    sum += radians(next[0] - longitude) * (2 + Math.sin(radians(latitude)) + Math.sin(radians(next[1])));
  }
  return Math.abs((sum * earthRadiusM * earthRadiusM) / 2);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
